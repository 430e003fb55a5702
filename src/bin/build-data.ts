/** `npm run data:build`: writes the invented data again from their inputs. The same inputs give the same bytes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildOutputs } from './build-data/outputs.ts';

const root = process.cwd();
for (const [path, content] of await buildOutputs(root)) {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  process.stdout.write(`${path}  ${Buffer.byteLength(content)} bytes\n`);
}
