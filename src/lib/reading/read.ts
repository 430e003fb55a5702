import { openFile, type Opened } from './containers/open.ts';
import { fileBytes, type FileBytes } from './file-bytes.ts';
import { askAboutQuestion } from './questions/ask.ts';
import { describeQuestion } from './questions/describe.ts';
import { labelledByStructure, structureOf, typedByStructure } from './questions/with-structure.ts';
import { recogniseTool } from './recognise.ts';
import { ReadingRefusal } from './refusal.ts';
import { sha256 } from './sha256.ts';
import { askAboutHeaders, askAboutRows } from './shape/asks.ts';
import { describeColumns } from './shape/columns.ts';
import { countCells } from './shape/count-cells.ts';
import { sortRows } from './shape/rows.ts';
import { makeTable } from './shape/table.ts';
import { readStructure } from './structures/read-structure.ts';
import { plain } from './tools/plain.ts';
import type { Rows } from './rows.ts';
import type { Conventions, Reading, ReadOptions } from './types.ts';

const CONVENTIONS: Conventions = { decimal: 'unknown', notAsked: [], blankIndicators: 'no_answer' };

/**
 * What a deposited file holds: the tool that wrote it and why, its rows sorted into responses and others, its columns put together into
 * questions with what was answered, what an editor must decide, and an accounting that closes. The same bytes and options give the
 * same reading; nothing is stored.
 *
 * @param filename only its survey number and its extension may matter
 * @throws ReadingRefusal when the file cannot be read; nothing else
 */
export async function readFile(bytes: Uint8Array | FileBytes, filename: string, options: ReadOptions = {}): Promise<Reading> {
  const file = fileBytes(bytes);
  const opened = await openFile(file, filename, options.decisions?.sheet, options.progress);
  const digest = file.sha256 ?? (await sha256(file.whole()));
  const structure = await readStructure(opened);
  if (structure) return structure.reading(filename, digest);
  return readGrid(opened, filename, digest, options, await otherSheets(opened));
}

async function otherSheets(opened: Opened): Promise<Map<string, string[][]>> {
  const found = new Map<string, string[][]>();
  for (const name of opened.grid.sheets ?? []) {
    if (/^informations?$/i.test(name.trim()) && name !== opened.grid.sheet) found.set('information', await opened.sheet(name));
  }
  return found;
}

function readGrid(opened: Opened, file: string, digest: string, options: ReadOptions, sheets: Map<string, string[][]>): Reading {
  const { grid } = opened;
  const explained = options.structure ?? opened.structure;
  const { tool, look, recognition, sure } = recogniseTool(grid, sheets, options.decisions?.headerRows);
  if (recognition.headerRows.length === 0) throw new ReadingRefusal('empty_file');
  const { responseRows, ignoredRows } = sortRows(grid, recognition.headerRows, tool === plain);
  const table = makeTable(look, recognition.headerRows, responseRows, explained, recognition.spread);
  const description = tool.describe(table);
  const conventions: Conventions = { ...CONVENTIONS, ...(grid.container === 'text' ? {} : { decimal: 'dot' }), ...description.conventions };
  const known = explained ?? description.structure;
  const groups = description.groups.map((group) => typedByStructure(group, structureOf(known, group.code, group.id)));
  const columns = describeColumns(table, { ...description, groups });
  const questions = groups.map((group) => labelledByStructure(describeQuestion(table, group, conventions, structureOf(known, group.code, group.id)?.options), structureOf(known, group.code, group.id)));
  const asks = [
    ...(grid.notices ?? []),
    ...(description.asks ?? []),
    ...askAboutHeaders(table, description, sure && !(tool === plain && recognition.headerRows.length > 1 && !options.decisions?.headerRows)),
    ...askAboutRows(table, description),
    ...questions.flatMap((question) => askAboutQuestion(table, question, conventions))
  ];
  if ((grid.stray ?? []).length > 0) asks.push({ code: 'stray_cells', where: { row: grid.stray![0]!.row }, choices: ['accept', 'correct_file'], details: { count: grid.stray!.length } });
  return {
    file,
    sha256: digest,
    tool: { name: tool.name, why: recognition.why },
    grid,
    headerRows: recognition.headerRows,
    columns,
    responseRows,
    ignoredRows,
    questions,
    asks,
    cells: countCells(grid, responseRows, ignoredRows, columns),
    kind: 'responses',
    conventions,
    ...((description.title ?? titleOf(grid.rows, recognition.headerRows)) ? { title: (description.title ?? titleOf(grid.rows, recognition.headerRows))! } : {}),
    ...(description.surveyId ? { surveyId: description.surveyId } : {}),
    ...(known ? { structure: known } : {})
  };
}

/** The first text above the headers. */
function titleOf(rows: Rows, headerRows: number[]): string | undefined {
  for (const row of rows.slice(0, (headerRows[0] ?? 1) - 1)) {
    const text = row.find((cell) => cell.trim() !== '');
    if (text) return text.trim();
  }
  return undefined;
}
