import { every } from '../shape/profile.ts';
import { readTick } from '../values/booleans.ts';
import { fold, plain } from '../values/fold.ts';
import { Draft } from './draft.ts';
import { addColumn, joinedWith } from './shared.ts';
import { shapeOf } from './limesurvey/groups.ts';
import type { Look, Table, Tool } from './tool.ts';

const METADATA: Record<string, string> = {
  startDate: 'started_at', endDate: 'submitted_at', status: 'status', ipAddress: 'ip', progress: 'progress', duration: 'duration', finished: 'finished',
  recordedDate: 'recorded_at', _recordId: 'id', recipientLastName: 'last_name', recipientFirstName: 'first_name', recipientEmail: 'email',
  externalDataReference: 'token', locationLatitude: 'latitude', locationLongitude: 'longitude', distributionChannel: 'channel', userLanguage: 'language'
};
/** The same columns by their code, when the row of identifiers is not in the file. */
const METADATA_CODES: Record<string, string> = {
  StartDate: 'started_at', EndDate: 'submitted_at', Status: 'status', IPAddress: 'ip', Progress: 'progress', 'Duration (in seconds)': 'duration', Finished: 'finished',
  RecordedDate: 'recorded_at', ResponseId: 'id', ResponseID: 'id', RecipientLastName: 'last_name', RecipientFirstName: 'first_name', RecipientEmail: 'email',
  ExternalReference: 'token', ExternalDataReference: 'token', LocationLatitude: 'latitude', LocationLongitude: 'longitude', LocationAccuracy: 'location',
  DistributionChannel: 'channel', UserLanguage: 'language', ResponseSet: 'form', EmailAddress: 'email'
};
const OWN = ['ResponseId', 'ResponseID', 'StartDate', 'EndDate', 'RecordedDate', 'Finished', 'Progress', 'DistributionChannel', 'ResponseSet', 'UserLanguage', 'ExternalReference', 'ExternalDataReference'];
const IMPORT_ID = /^\{.*"ImportId"\s*:\s*"([^"]+)"/s;
/** What the second row says under `StartDate`, `ResponseId`… */
const TEXTS = new Set(['start date', 'end date', 'response type', 'response id', 'recorded date', 'date de debut', 'date de fin', 'type de reponse', 'id de reponse', 'id de la reponse', 'date d enregistrement']);
const TIMING = /_(?:FIRST_CLICK|LAST_CLICK|PAGE_SUBMIT|CLICK_COUNT)$|_(?:First Click|Last Click|Page Submit|Click Count)$/;

/** Qualtrics: codes, texts, then a row of JSON identifiers; old exports and edited ones lack some of these rows. */
export const qualtrics: Tool = {
  name: 'Qualtrics',
  recognise(look) {
    const row = look.row(look.at).map((cell) => cell.trim());
    const ids = row.filter((cell) => IMPORT_ID.test(cell)).length;
    if (ids >= 2 && ids >= row.filter((cell) => cell !== '').length * 0.8) {
      return { why: [`troisième ligne d’en-tête faite d’identifiants JSON (ImportId), ${ids} colonnes`], headerRows: [look.at - 2, look.at - 1, look.at].filter((number) => number >= 1) };
    }
    const own = OWN.filter((name) => row.includes(name));
    if (own.length < 4 || !own.some((name) => /^ResponseI[dD]$/.test(name)) || below(look, IMPORT_ID)) return undefined;
    const why = [`colonnes de Qualtrics : ${own.slice(0, 5).join(', ')}`];
    // Before 2017, codes V1, V2… stood above the names of these columns.
    if (look.at > 1 && /^V1$/.test(look.row(look.at - 1)[0]?.trim() ?? '')) return { why, headerRows: [look.at - 1, look.at] };
    const texts = look.row(look.at + 1).filter((cell) => TEXTS.has(fold(cell))).length;
    return { why, headerRows: texts >= 2 ? [look.at, look.at + 1] : [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    const columns = table.headers.map((_, i) => column(table, i + 1));
    let at = 0;
    while (at < columns.length) {
      const { index, importId, code, text } = columns[at]!;
      const meaning = TIMING.test(importId) || TIMING.test(code) ? 'duration' : meaningOf(importId, code, text);
      if (meaning) draft.metadata.set(index, meaning);
      else if (code !== '' || table.profile(index).filled > 0) {
        const stem = stemOf(code);
        let end = at + 1;
        while (stem !== undefined && end < columns.length && stemOf(columns[end]!.code) === stem) end++;
        if (stem !== undefined && end - at >= 2) addSplit(table, draft, stem, columns.slice(at, end));
        else if (isText(code, importId)) addText(table, draft, index, code, text);
        else if (severalCodes(table, index, importId)) draft.column(index, text || code, { code, id: code, layout: 'joined', type: 'multiple', separator: ',' });
        else addColumn(table, draft, index, text || code, [','], { code, id: code });
        if (stem !== undefined && end - at >= 2) at = end - 1;
      }
      at++;
    }
    draft.conventions = { decimal: 'dot', notAsked: [] };
    // A lone integer under a choice question is the code of an option.
    for (const group of draft.groups) {
      const own = columns[group.items[0]!.column - 1]!;
      if (group.layout === 'column' && group.type === undefined && (/^QID\d+$/.test(own.importId) || (own.importId === '' && /^Q\d+$/.test(own.code))) && every(table.profile(own.index), (value) => /^\d{1,2}$/.test(value.trim()))) group.type = 'single';
    }
    return draft.done();
  }
};

type Column = { index: number; code: string; text: string; importId: string };

function column(table: Table, index: number): Column {
  const texts = table.headers[index - 1]!;
  const importId = IMPORT_ID.exec((texts.at(-1) ?? '').trim())?.[1] ?? '';
  const rest = importId === '' && texts.length < 3 ? texts : texts.slice(0, -1);
  return { index, importId, code: plain(rest[0] ?? ''), text: plain(rest.at(-1) ?? '').replace(/ - (?:Selected Choice|Choix sélectionné|Sélection)(?=$| )/i, '') };
}

/** `1,3` under a choice is two codes, not a decimal number. */
function severalCodes(table: Table, index: number, importId: string): boolean {
  const texts = [...table.profile(index).values.keys()];
  return /^QID\d+$/.test(importId) && texts.some((text) => text.includes(',')) && texts.every((text) => /^\d{1,3}(?:,\d{1,3})*$/.test(text.trim()));
}

function meaningOf(importId: string, code: string, text: string): string | undefined {
  if (importId !== '') return Object.hasOwn(METADATA, importId) ? METADATA[importId] : undefined;
  const name = [code, text].find((each) => Object.hasOwn(METADATA_CODES, each));
  return name === undefined ? (/^V\d+$/.test(code) && text === 'Name' ? 'name' : undefined) : METADATA_CODES[name];
}

/** Whether one of the next two rows is made of such cells. */
function below(look: Look, pattern: RegExp): boolean {
  return [1, 2].some((more) => look.row(look.at + more).filter((cell) => pattern.test(cell.trim())).length >= 2);
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
  else draft.column(index, text || code, { code, id: code, ...(code.endsWith('_TEXT') ? { type: 'text' as const } : {}) });
}

function addSplit(table: Table, draft: Draft, stem: string, columns: Column[]): void {
  const texts = columns.filter(({ code }) => code.endsWith('_TEXT'));
  const values = columns.filter((each) => !texts.includes(each));
  const label = commonStart(values.map(({ text }) => text)) || stem;
  const items = values.map(({ index, code, text }) => ({ column: index, code, label: text.slice(label.length).replace(/^\s*[-–:]\s*/, '').trim() || text }));
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
