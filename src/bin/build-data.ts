/**
 * `npm run data:build` writes the invented data again from their inputs: the same inputs give the same bytes.
 * `npm run data:build -- --scale 100000 --census 10000 --out DIR` writes large files of the same kinds elsewhere instead.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOutputs } from './build-data/outputs.ts';
import { writeScaled } from './build-data/scale.ts';

const root = process.cwd();
const tell = (path: string): void => void process.stdout.write(`${path}  ${statSync(path).size} bytes\n`);

try {
  const { values } = parseArgs({ options: { scale: { type: 'string' }, census: { type: 'string' }, out: { type: 'string' } } });
  if (values.scale !== undefined || values.census !== undefined || values.out !== undefined) {
    if (values.out === undefined) throw new RangeError('--out DIR: say where the large files go');
    writeScaled(root, { responses: count('scale', values.scale), initiatives: count('census', values.census), out: values.out }).forEach(tell);
  } else {
    for (const [path, content] of await buildOutputs(root)) {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
      tell(path);
    }
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function count(name: string, text = '0'): number {
  if (!/^\d{1,8}$/.test(text)) throw new RangeError(`--${name} ${text}: a whole number is needed`);
  return Number(text);
}
