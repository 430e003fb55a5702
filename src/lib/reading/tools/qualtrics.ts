import { every } from '../shape/profile.ts';
import { readTick } from '../values/booleans.ts';
import { fold, plain } from '../values/fold.ts';
import { Draft } from './draft.ts';
import { addColumn, joinedWith } from './shared.ts';
import { shapeOf } from './limesurvey/groups.ts';
import type { Table, Tool } from './tool.ts';

const METADATA: Record<string, string> = {
  startDate: 'started_at', endDate: 'submitted_at', status: 'status', ipAddress: 'ip', progress: 'progress', duration: 'duration', finished: 'finished',
  recordedDate: 'recorded_at', _recordId: 'id', recipientLastName: 'last_name', recipientFirstName: 'first_name', recipientEmail: 'email',
  externalDataReference: 'token', locationLatitude: 'latitude', locationLongitude: 'longitude', distributionChannel: 'channel', userLanguage: 'language'
};
const IMPORT_ID = /^\{.*"ImportId"\s*:\s*"([^"]+)"/s;

/** Qualtrics: codes, texts, then a row of JSON identifiers. */
export const qualtrics: Tool = {
  name: 'Qualtrics',
  recognise(look) {
    const ids = look.row(look.at).filter((cell) => IMPORT_ID.test(cell.trim())).length;
    if (ids < 2 || ids < look.row(look.at).filter((cell) => cell.trim() !== '').length * 0.8) return undefined;
    return { why: [`troisième ligne d’en-tête faite d’identifiants JSON (ImportId), ${ids} colonnes`], headerRows: [look.at - 2, look.at - 1, look.at].filter((row) => row >= 1) };
  },
  describe(table) {
    const draft = new Draft();
    const columns = table.headers.map((_, i) => column(table, i + 1));
    let at = 0;
    while (at < columns.length) {
      const { index, importId, code, text } = columns[at]!;
      const meaning = Object.hasOwn(METADATA, importId) ? METADATA[importId] : undefined;
      if (meaning) draft.metadata.set(index, meaning);
      else if (code !== '' || table.profile(index).filled > 0) {
        const stem = stemOf(code);
        let end = at + 1;
        while (stem !== undefined && end < columns.length && stemOf(columns[end]!.code) === stem) end++;
        if (stem !== undefined && end - at >= 2) addSplit(table, draft, stem, columns.slice(at, end));
        else if (isText(code, importId)) addText(table, draft, index, code, text);
        else addColumn(table, draft, index, text || code, [','], { code, id: code });
        if (stem !== undefined && end - at >= 2) at = end - 1;
      }
      at++;
    }
    draft.conventions = { decimal: 'dot', notAsked: [] };
    // A lone integer under a choice question is the code of an option.
    for (const group of draft.groups) {
      const own = columns[group.items[0]!.column - 1]!;
      if (group.layout === 'column' && group.type === undefined && /^QID\d+$/.test(own.importId) && every(table.profile(own.index), (value) => /^\d{1,2}$/.test(value.trim()))) group.type = 'single';
    }
    return draft.done();
  }
};

type Column = { index: number; code: string; text: string; importId: string };

function column(table: Table, index: number): Column {
  const texts = table.headers[index - 1]!;
  const importId = IMPORT_ID.exec((texts.at(-1) ?? '').trim())?.[1] ?? '';
  const rest = texts.slice(0, -1);
  return { index, importId, code: plain(rest[0] ?? ''), text: plain(rest.at(-1) ?? '') };
}

/** `Q3_2` → `Q3`; texts typed beside an option keep their own column. */
function stemOf(code: string): string | undefined {
  return /^(.+?)_\d+(?:_TEXT)?$/.exec(code)?.[1];
}

function isText(code: string, importId: string): boolean {
  return /_TEXT$/.test(code) || /_TEXT$/.test(importId);
}

function addText(table: Table, draft: Draft, index: number, code: string, text: string): void {
  const parent = draft.groups.find((group) => group.code === code.replace(/(?:_\d+)?_TEXT$/, ''));
  if (parent && code.endsWith('_TEXT')) parent.otherColumns = [...(parent.otherColumns ?? []), index];
  else draft.column(index, text || code, { code, id: code, type: 'text' });
}

function addSplit(table: Table, draft: Draft, stem: string, columns: Column[]): void {
  const texts = columns.filter(({ code }) => code.endsWith('_TEXT'));
  const values = columns.filter((each) => !texts.includes(each));
  const label = commonStart(values.map(({ text }) => text)) || stem;
  const items = values.map(({ index, code, text }) => ({ column: index, code, label: text.slice(label.length).replace(/^\s*[-–:]\s*/, '') || text }));
  const other = texts.length > 0 ? { otherColumns: texts.map(({ index }) => index) } : {};
  const filled = items.filter((item) => table.profile(item.column).filled > 0);
  // A split choice holds the code or the label of its one option, the same in each row.
  const options = filled.every((item) => table.profile(item.column).values.size === 1) && filled.some((item) => [...table.profile(item.column).values.keys()].every((text) => fold(text) === fold(item.label)));
  const ticks = filled.every((item) => every(table.profile(item.column), (text) => readTick(text) === true));
  if (options) draft.add({ id: stem, code: stem, label, layout: 'labels', type: 'multiple', items, ...other });
  else if (ticks) draft.add({ id: stem, code: stem, label, layout: 'indicators', type: 'multiple', items, ...other });
  else {
    const shape = shapeOf(table, items.map((item) => item.column));
    if (shape === 'texts' || items.some((item) => joinedWith(table, item.column, [',']) !== undefined)) values.forEach(({ index, code, text }) => draft.column(index, text, { code, id: code }));
    else draft.add({ id: stem, code: stem, label, layout: 'rows', type: shape === 'numbers' ? 'numbers' : 'grid', items, ...other });
  }
}

/** What the texts begin with, up to the last ` - `. */
function commonStart(texts: string[]): string {
  let common = texts[0] ?? '';
  for (const text of texts) while (!text.startsWith(common)) common = common.slice(0, -1);
  const cut = common.lastIndexOf(' - ');
  return cut > 0 ? common.slice(0, cut) : common.replace(/\s*[-–:]?\s*$/, '');
}
