import { Draft } from '../draft.ts';
import type { Look, Tool } from '../tool.ts';
import { addXlsFormColumns } from './columns.ts';

const METADATA: Record<string, string> = {
  start: 'started_at', end: 'completed_at', today: 'date', deviceid: 'device', simserial: 'device', phonenumber: 'device', subscriberid: 'device',
  username: 'user', audit: 'audit', _id: 'id', _uuid: 'uuid', _submission_time: 'submitted_at', _validation_status: 'status', _notes: 'notes', _status: 'state',
  _submitted_by: 'user', __version__: 'version', _version_: 'version', _version: 'version', _tags: 'tags', _index: 'index', 'meta/instanceID': 'uuid',
  'meta/rootUuid': 'uuid', 'meta/deprecatedID': 'uuid', 'formhub/uuid': 'uuid', _xform_id_string: 'form', _attachments: 'attachments', _geolocation: 'location',
  _parent_index: 'parent', _parent_table_name: 'parent', _submission__id: 'parent', _submission__uuid: 'parent'
};
const OWN = ['_validation_status', '__version__', '_index', '_status', '_notes', '_submitted_by', '_tags', '_id'];

/** KoboToolbox, CSV or XLSX, with names or labels as headings. */
export const kobo: Tool = {
  name: 'KoboToolbox',
  recognise(look) {
    const row = look.row(look.at).map((cell) => cell.trim());
    const own = OWN.filter((name) => row.includes(name));
    const times = row.includes('start') && row.includes('end');
    if (!row.includes('_submission_time') && !row.includes('_uuid') ? !(times && own.includes('_index')) : own.length < 2) return undefined;
    const tags = hxl(look);
    return { why: [`colonnes de KoboToolbox : ${['_uuid', '_submission_time', ...own].filter((name) => row.includes(name)).join(', ')}`, ...(tags ? ['ligne d’étiquettes #hxl sous les en-têtes'] : [])], headerRows: tags ? [look.at, look.at + 1] : [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    addXlsFormColumns(table, draft, { metadata: METADATA, notAsked: ['n a'] });
    draft.conventions = { decimal: 'dot', notAsked: ['n a'], blankIndicators: 'not_asked' };
    const repeats = (table.grid.sheets ?? []).filter((name) => name !== table.grid.sheet);
    if (repeats.length > 0 && !table.grid.notices?.some(({ code }) => code === 'sheet')) draft.asks.push({ code: 'tables_left_out', where: {}, choices: ['accept'], details: { tables: repeats.join(', ') } });
    return draft.done();
  }
};

/** The row of HXL tags that some forms add under the headings. */
function hxl(look: Look): boolean {
  const next = look.row(look.at + 1).filter((cell) => cell.trim() !== '');
  return next.length > 0 && next.every((cell) => cell.trim().startsWith('#'));
}
