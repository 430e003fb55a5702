import { writeXlsx, type Cell } from 'hucre/xlsx';
import type { Lang } from '#lib/domain/language.ts';
import { readFile } from '#lib/reading/read.ts';
import { ReadingRefusal } from '#lib/reading/refusal.ts';
import { workshop, type WorkshopReader } from '../db/databases.ts';
import { findingSentences } from './finding-sentences.ts';
import type { FindingView, Preparation } from './preparation.ts';
import { prepare, storedDeposit } from './prepare.ts';

export type AnnotateInput = { deposit: string; lang: Lang };

const WORDS = {
  fr: {
    findings: 'Constats', status: 'Statut', list: 'Constats', corrections: 'Corrections', table: 'Réponses',
    header: ['Niveau', 'Statut', 'Feuille', 'Ligne', 'Colonne', 'En-tête', 'Valeur', 'Règle', 'Issue', 'Code'],
    fixed: ['Ligne', 'Colonne', 'En-tête', 'Dans le fichier', 'Corrigé en'],
    levels: { blocking: 'bloquant', acknowledge: 'à confirmer', information: 'pour information' },
    seen: 'confirmé', response: 'réponse', ignored: 'ignorée'
  },
  en: {
    findings: 'Findings', status: 'Status', list: 'Findings', corrections: 'Corrections', table: 'Responses',
    header: ['Level', 'Status', 'Sheet', 'Row', 'Column', 'Header', 'Value', 'Rule', 'Way out', 'Code'],
    fixed: ['Row', 'Column', 'Header', 'In the file', 'Corrected to'],
    levels: { blocking: 'blocking', acknowledge: 'to acknowledge', information: 'information' },
    seen: 'acknowledged', response: 'response', ignored: 'ignored'
  }
} as const;

/** Light fills, told apart in grey too; the level is also in words. */
const FILLS = { blocking: 'F6C7BF', acknowledge: 'FBE6B4', information: 'DCE9F2' } as const;
/** Cells of a spreadsheet hold at most this many characters. */
const LONGEST = 32_000;

type Overrides = Map<string, Partial<Cell>>;

function overridesOf(findings: FindingView[], sentence: (finding: FindingView) => string): Overrides {
  const cells: Overrides = new Map();
  const texts = new Map<string, { level: FindingView['level']; lines: string[] }>();
  for (const finding of findings) {
    const { row, column } = finding.where;
    if (row === undefined || column === undefined) continue;
    const known = texts.get(`${row - 1},${column - 1}`) ?? { level: finding.level, lines: [] };
    known.lines.push(sentence(finding));
    texts.set(`${row - 1},${column - 1}`, known);
  }
  for (const [place, { level, lines }] of texts) {
    cells.set(place, { style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: FILLS[level] } } }, comment: { text: lines.join('\n').slice(0, LONGEST) } });
  }
  return cells;
}

/** The workbook: the table as it stands with what was found of each row, all the findings, and the corrections. */
export async function annotatedWorkbook(grid: string[][], headerRow: number, { findings, corrections, reading, deposit, codebook }: Preparation, lang: Lang): Promise<Uint8Array> {
  const words = WORDS[lang];
  const sentences = new Map(findings.map((finding) => [finding, findingSentences(finding, lang, codebook)]));
  const rule = (finding: FindingView): string => sentences.get(finding)?.rule ?? finding.code;
  const status = (finding: FindingView): string => (finding.acknowledged ? words.seen : words.levels[finding.level]);
  const byRow = new Map<number, FindingView[]>();
  for (const finding of findings) {
    const { row } = finding.where;
    if (row !== undefined && (finding.where.file ?? deposit.filename) === deposit.filename) byRow.set(row, [...(byRow.get(row) ?? []), finding]);
  }
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const ignored = new Set((reading?.ignoredRows ?? []).map(({ row }) => row));
  const table = grid.map((row, index) => {
    const found = byRow.get(index + 1) ?? [];
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? null);
    if (index + 1 === headerRow) return [...cells, words.findings, words.status];
    const worst = found[0];
    const state = worst ? status(worst) : index + 1 < headerRow ? '' : ignored.has(index + 1) ? words.ignored : row.length > 0 ? words.response : '';
    return [...cells, found.map((finding) => `${status(finding)} : ${rule(finding)}`).join('\n').slice(0, LONGEST), state];
  });
  const list = findings.map((finding) => {
    const { file, sheet, row, column, header } = finding.where;
    return [words.levels[finding.level], finding.acknowledged ? words.seen : '', sheet ?? file ?? '', row ?? null, column ?? null, header ?? '', finding.value ?? '', rule(finding), sentences.get(finding)?.wayOut ?? '', finding.code];
  });
  const name = (reading?.grid.sheet ?? words.table).replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  const wide = Array.from({ length: width }, () => ({ width: 16 }));
  return writeXlsx({
    properties: { title: deposit.filename },
    sheets: [
      { name: name === words.list ? words.table : name, rows: table, columns: [...wide, { width: 60 }, { width: 16 }], cells: overridesOf(findings, rule), freezePane: { rows: headerRow } },
      { name: words.list, rows: [[...words.header], ...list], columns: [14, 14, 18, 8, 8, 30, 30, 60, 60, 22].map((each) => ({ width: each })), freezePane: { rows: 1 }, ...(list.length > 0 ? { autoFilter: { range: `A1:J${list.length + 1}` } } : {}) },
      ...(corrections.length > 0
        ? [{ name: words.corrections, rows: [[...words.fixed], ...corrections.map(({ row, column, header, original, text }) => [row, column, header, original, text])], columns: [8, 8, 30, 30, 30].map((each) => ({ width: each })), freezePane: { rows: 1 } }]
        : [])
    ]
  });
}

/** The annotated copy of a stored deposit; of a file that cannot be read, the findings alone. Runs in a worker. */
export async function annotateHere({ deposit, lang }: AnnotateInput, db: WorkshopReader = workshop()): Promise<Uint8Array> {
  const stored = await storedDeposit(db, deposit);
  const { preparation } = await prepare(db, stored);
  try {
    const { grid, headerRows } = await readFile(stored.file, stored.deposit.filename, { decisions: preparation.decisions });
    return await annotatedWorkbook([...grid.rows], headerRows.at(-1) ?? 1, preparation, lang);
  } catch (error) {
    if (!(error instanceof ReadingRefusal)) throw error;
    return annotatedWorkbook([], 1, preparation, lang);
  }
}
