// Measures that print ratios, never tests: `npm run bench [-- --rows 100000 --columns 60]`.
import { parseArgs } from 'node:util';
import { benchIngestion } from './bench/ingest-wave.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, columns: { type: 'string', default: '60' } }, allowPositionals: true });

await benchIngestion(Number(values.rows), Number(values.columns));
