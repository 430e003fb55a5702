import { fileBytes, headOf, type FileBytes } from '../file-bytes.ts';
import { LIMITS } from '../limits.ts';
import { ReadingRefusal } from '../refusal.ts';
import { Rows } from '../rows.ts';
import { readLss } from '../structures/lss.ts';
import { readLsr } from '../structures/lsr.ts';
import type { Ask, Grid, Structure } from '../types.ts';
import { chooseSheet } from './choose-sheet.ts';
import { refuseForeign, refuseForeignArchive } from './foreign.ts';
import { readOpenDocument } from './ods/document.ts';
import type { BareFormulas, PlainSheet } from './plain-sheet.ts';
import { openText } from './text.ts';
import { isCompound } from './xls/cfb.ts';
import { openXls } from './xls/workbook.ts';
import { openWorkbook } from './xlsx/workbook.ts';
import { isZip, readDirectory, refuseEntities, unpack, unpackXml, type ZipEntry } from './zip.ts';

/** An opened file: the chosen table, the other sheets on demand, or the text of an XML structure. */
export type Opened = {
  grid: Grid;
  sheet: (name: string) => Promise<string[][]>;
  /** The file is a structure: its text. */
  structureXml?: string;
  /** The structure that the file holds beside its responses. */
  structure?: Structure;
};

/** Told which share of the table is read. */
type Progress = (share: number) => void;

const PREVIEW_ROWS = 60;
const TABLE = /\.(?:csv|tsv|txt|tab|xlsx|xlsm|ods|xls)$/i;

/**
 * Opens a deposited file by what its bytes are, never by its name alone.
 *
 * @throws ReadingRefusal
 */
export async function openFile(given: Uint8Array | FileBytes, file: string, sheet?: string, progress?: Progress, depth = 0): Promise<Opened> {
  const source = fileBytes(given);
  if (source.size === 0) throw new ReadingRefusal('empty_file');
  if (source.size > LIMITS.fileBytes) {
    throw new ReadingRefusal('file_too_large', { megabytes: Math.round(source.size / 1e6), limit: LIMITS.fileBytes / 1e6 });
  }
  const head = headOf(source, 8192);
  if (isZip(head)) return openZip(source.whole(), file, sheet, progress, depth);
  if (isCompound(head)) return fromSheets(openXls(source.whole()), file, 'xlsx', sheet);
  refuseForeign(head);
  const structureXml = refuseMarkup(head, source);
  if (structureXml !== undefined) return { grid: { file, container: 'text', encoding: 'UTF-8', rows: new Rows() }, sheet: async () => [], structureXml };
  return { grid: openText(source, file, progress), sheet: async () => [] };
}

async function openZip(bytes: Uint8Array, file: string, sheet: string | undefined, progress: Progress | undefined, depth: number): Promise<Opened> {
  const entries = readDirectory(bytes);
  const type = entries.get('mimetype');
  refuseForeignArchive(entries.keys(), type && type.unpacked < 200 ? new TextDecoder().decode(await unpack(bytes, type)) : '');
  if (entries.has('[Content_Types].xml') || [...entries.keys()].some((name) => /^xl[/\\]workbook\.xml$/.test(name))) {
    return openXlsx(bytes, entries, file, sheet, progress);
  }
  const content = entries.get('content.xml');
  if (content && entries.has('mimetype')) {
    const manifest = entries.get('META-INF/manifest.xml');
    if (manifest && /:encryption-data[\s>]/.test(await unpackXml(bytes, manifest))) throw new ReadingRefusal('encrypted');
    return fromSheets(readOpenDocument(await unpackXml(bytes, content)), file, 'ods', sheet);
  }
  return openArchive(bytes, entries, file, sheet, progress, depth);
}

/** An archive of tables: one only, or one that the others are children of (repeats of ODK Central). */
async function openArchive(bytes: Uint8Array, entries: Map<string, ZipEntry>, file: string, wanted: string | undefined, progress: Progress | undefined, depth: number): Promise<Opened> {
  if (depth > 0) throw new ReadingRefusal('unknown_format');
  const tables = [...entries.values()].filter((entry) => (TABLE.test(entry.name) || /\.lss$/i.test(entry.name)) && !/(?:^|\/)(?:__MACOSX|\.)/.test(entry.name));
  const survey = tables.find((entry) => /\.lss$/i.test(entry.name));
  const answers = [...entries.values()].filter((entry) => /responses[^/]*\.lsr$/i.test(entry.name)).sort((a, b) => b.unpacked - a.unpacked)[0];
  if (survey && answers) return openSurveyArchive(bytes, entries, file, survey, answers);
  if (tables.length === 0) throw new ReadingRefusal('unknown_format');
  const chosen = tables.length === 1 ? tables[0]! : (tables.find((entry) => entry.name === wanted) ?? (await parentTable(bytes, tables)));
  if (!chosen) throw new ReadingRefusal('several_tables', { tables: tables.map((entry) => entry.name).join(', ') });
  const inner = await openFile(await unpack(bytes, chosen), chosen.name, undefined, progress, depth + 1);
  const others = [...entries.values()].filter((entry) => entry !== chosen && (tables.includes(entry) || /\.lsr$/i.test(entry.name))).map((entry) => entry.name);
  const notices = [...(inner.grid.notices ?? [])];
  if (others.length > 0) notices.push({ code: 'tables_left_out', where: {}, choices: ['accept'], details: { tables: others.join(', ') } });
  return { ...inner, grid: { ...inner.grid, file, container: 'zip', sheet: chosen.name, ...(notices.length > 0 ? { notices } : {}) } };
}

/** A LimeSurvey archive (`.lsa`): a structure and the responses that it explains. */
async function openSurveyArchive(bytes: Uint8Array, entries: Map<string, ZipEntry>, file: string, survey: ZipEntry, answers: ZipEntry): Promise<Opened> {
  const lss = await unpackXml(bytes, survey);
  const rows = readLsr(await unpackXml(bytes, answers), lss);
  const others = [...entries.keys()].filter((name) => name !== survey.name && name !== answers.name);
  const notices: Ask[] = others.length > 0 ? [{ code: 'tables_left_out', where: {}, choices: ['accept'], details: { tables: others.join(', ') } }] : [];
  return { grid: { file, container: 'zip', encoding: 'UTF-8', sheet: answers.name, rows, ...(notices.length > 0 ? { notices } : {}) }, sheet: async () => [], structure: readLss(lss) };
}

/** The only table without a column that points at a parent. */
async function parentTable(bytes: Uint8Array, tables: ZipEntry[]): Promise<ZipEntry | undefined> {
  const parents: ZipEntry[] = [];
  for (const entry of tables) {
    const head = new TextDecoder().decode((await unpack(bytes, entry)).subarray(0, 20_000)).split('\n')[0] ?? '';
    if (!/PARENT_KEY|_parent_index/.test(head)) parents.push(entry);
  }
  return parents.length === 1 && parents.length < tables.length ? parents[0] : undefined;
}

async function openXlsx(bytes: Uint8Array, entries: Map<string, ZipEntry>, file: string, wanted: string | undefined, progress?: Progress): Promise<Opened> {
  const workbook = await openWorkbook(bytes, entries);
  const previews = [];
  for (const { name, hidden } of workbook.sheets) {
    const single = workbook.sheets.length === 1;
    previews.push({ name, hidden, rows: single ? [['.', '.'], ['.', '.']] : [...(await workbook.read(name, PREVIEW_ROWS)).rows] });
  }
  const { name, ask } = chooseSheet(previews, wanted);
  const sheet = await workbook.read(name, Infinity, progress);
  const { formulas, ...cells } = sheet;
  const grid: Grid = { file, container: 'xlsx', sheet: name, sheets: workbook.sheets.map((each) => each.name), ...cells, ...noticed(ask, formulas) };
  if (grid.rows.length === 0) throw new ReadingRefusal('empty_file');
  return { grid, sheet: async (other) => [...(await workbook.read(other)).rows] };
}

function fromSheets(sheets: PlainSheet[], file: string, container: 'xlsx' | 'ods', wanted: string | undefined): Opened {
  const { name, ask } = chooseSheet(sheets, wanted);
  const { rows, formulas, hidden: _hidden, ...cells } = sheets.find((sheet) => sheet.name === name)!;
  const grid: Grid = { file, container, sheet: name, sheets: sheets.map((each) => each.name), ...withoutName(cells), rows: Rows.from(rows), ...noticed(ask, formulas) };
  if (grid.rows.length === 0) throw new ReadingRefusal('empty_file');
  return { grid, sheet: async (other) => sheets.find((sheet) => sheet.name === other)?.rows ?? [] };
}

function withoutName({ name: _name, ...rest }: Pick<PlainSheet, 'name' | 'merges' | 'hiddenColumns' | 'stray'>): Pick<Grid, 'merges' | 'hiddenColumns' | 'stray'> {
  return rest;
}

/** What an editor must settle about a sheet before its columns are looked at. */
function noticed(ask: Ask | undefined, formulas: BareFormulas | undefined): Pick<Grid, 'notices'> {
  const notices = ask ? [ask] : [];
  if (formulas) notices.push({ code: 'formula_without_value', where: { row: formulas.row, column: formulas.column }, choices: ['accept', 'correct_file'], details: { count: formulas.count, seen: formulas.text.slice(0, 80) } });
  return notices.length > 0 ? { notices } : {};
}

/** The text of a LimeSurvey structure; undefined for a text that is not markup. @throws ReadingRefusal for other markup */
function refuseMarkup(bytes: Uint8Array, source: FileBytes): string | undefined {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes).trimStart();
  if (!head.startsWith('<') && !/^MIME-Version:/i.test(head)) return undefined;
  if (/^(?:MIME-Version|<!doctype html|<html|<table|<head|<body|<div|<meta|<style)/i.test(head) || /<html[\s>]/i.test(head)) throw new ReadingRefusal('html_not_table');
  if (!/^<\?xml|^<document|^<!DOCTYPE|^<!--/i.test(head)) return undefined;
  const xml = new TextDecoder().decode(source.whole());
  refuseEntities(xml, 'XML');
  if (/<LimeSurveyDocType>(?!\s*(?:Responses|Tokens|Timings))/i.test(xml.slice(0, 20_000))) return xml;
  throw new ReadingRefusal('xml_not_table');
}
