import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeMapCensus } from './map-census.ts';

/** An edition of `rows` invented initiatives, loaded and published by the commands that everybody uses, in a folder of its own. */
export function prepareEdition(folder: string, rows: number, seed: number): void {
  const census = join(folder, 'census.csv');
  writeMapCensus(census, rows, seed);
  const run = (...args: string[]): void => {
    const child = spawnSync('env', [`OBSERVATORY_DATA_DIR=${folder}`, process.execPath, 'src/bin/run.mjs', ...args], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(`${args.join(' ')} failed: ${child.stdout.slice(-800)}${child.stderr.slice(-800)}`);
  };
  run('migrate');
  run('ingest', 'census', census);
  run('publish');
}

/** The site as it is built, serving `folder` on a free port. */
export async function serveEdition(folder: string): Promise<{ address: string; stop: () => void }> {
  const start = "import('./src/bin/serve/serve.mjs').then(({ serve }) => serve({ onListening: (origin) => process.stdout.write(`${origin}\\n`) }))";
  const child = spawn('env', [`OBSERVATORY_DATA_DIR=${folder}`, 'PORT=0', 'NODE_ENV=production', 'LOG_LEVEL=warn', process.execPath, '-e', start], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  return { address, stop: () => void child.kill() };
}
