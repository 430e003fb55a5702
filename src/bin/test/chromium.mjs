import { existsSync } from 'node:fs';
import { mustRun } from '../start/run.mjs';
import { PlainError, say } from '../start/say.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Makes sure that a Chromium is there for the browser tests: through apt when root, else by saying how. */
export async function ensureChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked ? existsSync(asked) : PLACES.some((path) => existsSync(path))) return;
  if (asked) throw new PlainError(`CHROMIUM_PATH names ${asked}, which does not exist.`);
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new PlainError(
      'The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium), or name an existing one: CHROMIUM_PATH=/path/to/chromium npm test'
    );
  }
  say('Installing Chromium…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await mustRun('apt-get', ['update', '-q'], { cwd: '/', env });
  await mustRun('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { cwd: '/', env });
}
