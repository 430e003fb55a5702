import { LIMITS } from '../../limits.ts';
import { ReadingRefusal } from '../../refusal.ts';
import { attributes, parseXml } from '../xml.ts';
import { damaged, unpackChunks, unpackXml, type ZipEntry } from '../zip.ts';
import { sharedStrings, type Book } from './cell-text.ts';
import { readFormats } from './formats.ts';
import { readSheet, type Sheet } from './sheet.ts';

/** A workbook whose sheets are read on demand. */
export type Workbook = {
  sheets: { name: string; hidden: boolean }[];
  read: (name: string, maxRows?: number, progress?: (share: number) => void) => Promise<Sheet>;
};

/** Opens an XLSX archive: names, strings and formats; no sheet is read yet. */
export async function openWorkbook(bytes: Uint8Array, entries: Map<string, ZipEntry>): Promise<Workbook> {
  const part = async (path: string | undefined) => {
    const entry = path === undefined ? undefined : (entries.get(path) ?? entries.get(path.replaceAll('/', '\\')));
    return entry ? unpackXml(bytes, entry) : undefined;
  };
  const rootRelations = relations((await part('_rels/.rels')) ?? '', '');
  const path = rootRelations.find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const workbook = await part(path);
  if (workbook === undefined) throw damaged(path);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const links = relations((await part(`${folder}_rels/${path.slice(folder.length)}.rels`)) ?? '', folder);
  const target = (ending: string) => links.find((link) => link.type.endsWith(ending))?.target;
  const book: Book = {
    strings: sharedStrings((await part(target('/sharedStrings'))) ?? ''),
    kinds: readFormats((await part(target('/styles'))) ?? ''),
    system1904: /<(?:\w+:)?workbookPr\s[^<>]*date1904\s*=\s*["'](?:1|true)/.test(workbook)
  };
  const sheets = sheetList(workbook, links);
  if (sheets.length === 0) throw damaged(path);
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    read: async (name, maxRows, progress) => {
      const entry = entries.get(sheets.find((sheet) => sheet.name === name)?.path ?? '');
      if (!entry) throw damaged(name);
      return readSheet(unpackChunks(bytes, entry), book, entry.name, maxRows, progress && ((read) => progress(Math.min(1, read / entry.unpacked))));
    }
  };
}

function sheetList(workbook: string, links: Relation[]): { name: string; hidden: boolean; path: string }[] {
  const found: { name: string; hidden: boolean; path: string }[] = [];
  for (const match of workbook.matchAll(/<(?:\w+:)?sheet\s([^<>]*)>/g)) {
    const tag = attributes(match[1]!);
    const id = Object.entries(tag).find(([key]) => /(?:^|:)id$/.test(key) && key !== 'sheetId')?.[1];
    const link = links.find((candidate) => candidate.id === id && candidate.type.endsWith('/worksheet'));
    if (link && tag['name'] !== undefined) found.push({ name: tag['name'], hidden: /hidden/i.test(tag['state'] ?? ''), path: link.target });
  }
  if (found.length > LIMITS.sheets) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
  return found;
}

type Relation = { id: string; type: string; target: string };

function relations(xml: string, folder: string): Relation[] {
  const root = xml === '' ? undefined : parseXml(xml);
  return (root?.children ?? []).map(({ attributes: tag }) => ({
    id: tag['Id'] ?? '',
    type: tag['Type'] ?? '',
    target: resolve(folder, tag['Target'] ?? '')
  }));
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

