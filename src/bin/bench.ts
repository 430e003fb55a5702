// Measures that print ratios, never tests: `npm run bench [-- --rows 100000 --columns 60]`,
// `npm run bench -- map [--points 10000 --steps 60]`.
import { benchIngestion } from './bench/ingest-wave.ts';
import { benchMap } from './bench/map.ts';
import { commandLine } from './command-line.ts';

const number = (usual: string) => ({ type: 'string', default: usual }) as const;
const USAGE = 'Usage: npm run bench -- [--rows 100000] [--columns 60]\n       npm run bench -- map [--points 10000] [--steps 60]';
const options = { rows: number('100000'), columns: number('60'), points: number('10000'), steps: number('60') };
const { values, positionals } = commandLine({ options, allowPositionals: true }, USAGE);

if (positionals[0] === 'map') await benchMap(Number(values.points), Number(values.steps));
else await benchIngestion(Number(values.rows), Number(values.columns));
