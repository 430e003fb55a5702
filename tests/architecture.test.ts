import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = process.cwd();

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (/node_modules|\/generated$|\/cache$/.test(path)) return [];
    return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
  });
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = filesBelow('src').filter((path) => /\.(ts|svelte|mjs|js)$/.test(path));
const tests = filesBelow('tests').filter((path) => /\.(ts|svelte|mjs|js)$/.test(path));

/** Paths that a file imports, `#lib/…` and relative ones resolved from the root; packages as they are written. */
function importsOf(path: string): string[] {
  const found = read(path).matchAll(/(?:^|[^\w.])(?:import|export)\s*(?:[^'"`;()]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, named, dynamic]) => {
    const target = named ?? dynamic ?? '';
    if (target.startsWith('#lib/')) return `src/lib/${target.slice(5)}`;
    return target.startsWith('.') ? relative(root, resolve(root, dirname(path), target)) : target;
  });
}

/** Folder → what it may import besides itself, as beginnings. */
const MAY: Record<string, string[]> = {
  // Geography is arithmetic too: projections and shapes, without a document to draw in.
  'src/lib/domain': ['d3-array', '@stdlib/', 'd3-geo', 'topojson-client', 'topojson-specification'],
  'src/lib/reading': ['src/lib/domain', 'papaparse', 'hucre', 'd3-array', 'node:crypto', 'node:zlib'],
  'src/lib/components': ['src/lib/domain', 'src/lib/i18n', 'svelte', '$app/', 'd3-', 'topojson-client', 'maplibre-gl', 'layerchart', '@fontsource/'],
  'src/lib/i18n': ['src/lib/domain', '@inlang/']
};

describe('who may import whom', () => {
  for (const [folder, allowed] of Object.entries(MAY)) {
    it(`${folder} imports itself and ${allowed.join(', ')}`, () => {
      const forbidden = sources
        .filter((path) => path.startsWith(`${folder}/`))
        .flatMap((path) => importsOf(path).map((target) => ({ path, target })))
        .filter(({ target }) => !target.startsWith(`${folder}/`) && !allowed.some((start) => target.startsWith(start)));
      expect(forbidden).toEqual([]);
    });
  }

  it('nothing below the routes imports a route', () => {
    const wrong = sources.filter((path) => path.startsWith('src/lib/') && importsOf(path).some((target) => target.startsWith('src/routes')));
    expect(wrong).toEqual([]);
  });

  it('the public side opens the publication database only', () => {
    const workshop = /src\/lib\/server\/(accounts|wave-intake|census-intake|editions|queries\/(?!publication|edition-cache|corrections\.ts))|db\/workshop|db\/accounts/;
    const isPublic = (path: string): boolean => /^src\/routes\/(\(public\)|api|embed)\//.test(path);
    const wrong = sources.filter(isPublic).flatMap((path) => importsOf(path).filter((target) => workshop.test(target)).map((target) => `${path} → ${target}`));
    const calls = sources.filter((path) => isPublic(path) && /\bworkshop\(\)/.test(read(path)));
    expect([...wrong, ...calls]).toEqual([]);
  });
});

describe('what stands in one place only', () => {
  it('SQL and drizzle are in queries and db', () => {
    const allowed = /^src\/lib\/server\/(queries|db)\//;
    const wrong = sources.filter((path) => !allowed.test(path) && importsOf(path).some((target) => /^(drizzle-orm|@libsql\/client)/.test(target)));
    const tagged = sources.filter((path) => !allowed.test(path) && /\bsql`|\.execute\(\s*['"`]/.test(read(path)));
    expect([...wrong, ...tagged]).toEqual([]);
  });

  it('the application reads process.env in its settings; the launcher and the web server read theirs before it exists', () => {
    const allowed = ['src/lib/server/settings.ts', 'src/bin/serve/environment.mjs'];
    const launcher = /^src\/bin\/(start|test)\/|^src\/bin\/(start|test)\.mjs$/;
    const wrong = sources.filter((path) => !allowed.includes(path) && !launcher.test(path) && /process\.env|\$env\//.test(read(path)));
    expect(wrong).toEqual([]);
  });
});

describe('files', () => {
  it('none has more than 300 lines', () => {
    const styles = filesBelow('src').filter((path) => path.endsWith('.css'));
    const long = [...sources, ...styles, ...tests].map((path) => ({ path, lines: read(path).split('\n').length - 1 })).filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('none leaves a way round the types, nor a note for later', () => {
    const wrong = sources.filter((path) => /\.(ts|svelte)$/.test(path) && /@ts-ignore|@ts-nocheck|\bas any\b|\b(TODO|FIXME)\b/.test(read(path)));
    expect(wrong).toEqual([]);
  });

  it('none reads outside the project', () => {
    const outside = ['..', 'shared'].join('/');
    expect([...sources, ...tests].filter((path) => read(path).includes(outside))).toEqual([]);
  });

  it('the lockfile has an entry for every platform, without which npm ci refuses it', () => {
    type Entry = { optionalDependencies?: Record<string, string> };
    const packages = Object.entries((JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> }).packages);
    const names = new Set(packages.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
    const missing = packages.flatMap(([path, entry]) => (path === '' ? [] : Object.keys(entry.optionalDependencies ?? {}).filter((name) => !names.has(name))));
    expect(missing).toEqual([]);
  });

  it('the lockfile names no registry', () => {
    const hosts = new Set([...read('package-lock.json').matchAll(/https?:\/\/([^/"\s]+)\/[^"\s]*\.tgz/g)].map(([, host]) => host));
    expect([...hosts]).toEqual([]);
  });
});
