import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { woffToOpenType } from './woff.ts';

const FILES = ['source-sans-3/files/source-sans-3-latin-400-normal', 'source-sans-3/files/source-sans-3-latin-600-normal', 'spectral/files/spectral-latin-600-normal'];
let paths: string[] | undefined;

/** Paths of the site's fonts as OpenType files, made once per process in the system's temporary folder. */
export function pictureFonts(): string[] {
  if (!paths) {
    const { resolve } = createRequire(join(process.cwd(), 'package.json'));
    const folder = mkdtempSync(join(tmpdir(), 'observatory-fonts-'));
    paths = FILES.map((name, index) => {
      const path = join(folder, `${index}.ttf`);
      writeFileSync(path, woffToOpenType(readFileSync(resolve(`@fontsource/${name}.woff`))));
      return path;
    });
  }
  return paths;
}
