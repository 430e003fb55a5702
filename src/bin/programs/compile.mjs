// Compiles the command line and the workers to `build/programs`: `node src/bin/programs/compile.mjs`, part of `npm run build`.
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledPath, FOLDER, hashOfSources, MANIFEST, ROOT } from './compiled.mjs';

/** Programs that users wait for. What only builds data is run from its sources. */
const PROGRAMS = [
  'src/lib/server/workers/entry.ts',
  'src/bin/read/worker-entry.ts',
  'src/bin/start/state.ts',
  'src/bin/create-editor.ts',
  'src/bin/ingest.ts',
  'src/bin/migrate.ts',
  'src/bin/publish.ts',
  'src/bin/read.ts'
];

const nameOf = (/** @type {string} */ source) => source.replaceAll(/^src\/|\.ts$/g, '').replaceAll('/', '-');

/** Compiles the programs together, packages left where they are: native ones cannot move, and the others need not. */
export async function compilePrograms() {
  const { build } = await import('vite');
  rmSync(join(ROOT, MANIFEST), { force: true });
  const began = Date.now();
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: FOLDER,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(PROGRAMS.map((source) => [nameOf(source), source])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' }
      }
    }
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('One build of the programs was expected');
  const modules = result.output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  const sources = [...new Set(modules)]
    .map((id) => relative(ROOT, id.replace(/[?].*$/, '')).split(sep).join('/'))
    .filter((path) => path.startsWith('src/'))
    .concat('package.json')
    .sort();
  // What was edited meanwhile may have been read before: its hash would pass for what was compiled. Sources are run then.
  if (sources.some((source) => statSync(join(ROOT, source)).mtimeMs >= began)) return;
  const programs = Object.fromEntries(PROGRAMS.map((source) => [source, `${nameOf(source)}.mjs`]));
  writeFileSync(join(ROOT, MANIFEST), JSON.stringify({ hash: hashOfSources(sources), sources, programs }));
}

/** Compiles the programs unless what is there was made from these very sources. @returns {Promise<boolean>} whether it did */
export async function ensurePrograms() {
  if (PROGRAMS.every((source) => compiledPath(source))) return false;
  await compilePrograms();
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await compilePrograms();
