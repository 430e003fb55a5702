import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { CENSUS_COLUMNS } from './census-columns.ts';
import { syntheticRow } from './census.ts';
import { readCommunes } from './communes.ts';
import { censusCsv } from './csv.ts';
import { readDocumented } from './documented.ts';
import { readFacts } from './facts.ts';
import { frenchWorkbook } from './french-workbook.ts';
import { limesurveyExport } from './limesurvey.ts';
import { createRandom } from './random.ts';
import { syntheticInitiatives } from './synthetic.ts';
import { wave2025 } from './wave-2025.ts';
import { wave2026 } from './wave-2026.ts';

const SEEDS = { census: 105, sizes: 60, wave2025: 2027, export2025: 814_275, wave2026: 38, workbook2026: 2026 };

/** Files made from the inputs under `root`: path relative to `root` → content. The same inputs give the same bytes. */
export async function buildOutputs(root: string): Promise<Map<string, string | Uint8Array>> {
  const fact = readFacts(join(root, 'data/facts/published-figures-2025.json'));
  const documented = readDocumented(join(root, 'data/census/documented-2025.csv'));
  const taken = new Set(documented.flatMap((row) => row.insee_codes.split('|')));
  const invented = syntheticInitiatives(createRandom(SEEDS.census), readCommunes(), taken, documented.length + 1);

  const codebook2025 = readCodebook(root, '2025');
  const first = wave2025(createRandom(SEEDS.wave2025), invented.filter((each) => each.answers2025), fact);

  const codebook2026 = readCodebook(root, '2026-demo');
  const second = wave2026(createRandom(SEEDS.wave2026), invented, codebook2026.frame, first.responses);

  const random = createRandom(SEEDS.sizes);
  const rows = [...documented, ...invented.map((each) => syntheticRow(random, each, first.sizes.get(each.slug)))];
  return new Map<string, string | Uint8Array>([
    ['data/census/2025.csv', censusCsv(CENSUS_COLUMNS, rows)],
    [`data/waves/2025/results-survey${codebook2025.surveyId}.csv`, limesurveyExport(createRandom(SEEDS.export2025), codebook2025, first.responses)],
    ['data/waves/2026-demo/vague-2026.xlsx', await frenchWorkbook(createRandom(SEEDS.workbook2026), codebook2026, second)]
  ]);
}

export function readCodebook(root: string, wave: string): Codebook {
  return JSON.parse(readFileSync(join(root, 'data/waves', wave, 'codebook.json'), 'utf8')) as Codebook;
}
