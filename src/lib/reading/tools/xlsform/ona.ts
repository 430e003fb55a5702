import { Draft } from '../draft.ts';
import type { Tool } from '../tool.ts';
import { addXlsFormColumns } from './columns.ts';

const METADATA: Record<string, string> = {
  start: 'started_at', end: 'completed_at', today: 'date', deviceid: 'device', subscriberid: 'device', simserial: 'device', phonenumber: 'device', imei: 'device',
  username: 'user', 'meta/instanceID': 'uuid', 'meta/instanceName': 'instance_name', 'formhub/uuid': 'uuid', _id: 'id', _uuid: 'uuid',
  _submission_time: 'submitted_at', _date_modified: 'modified_at', _last_edited: 'modified_at', _tags: 'tags', _notes: 'notes', _version: 'version', _duration: 'duration',
  _submitted_by: 'user', _total_media: 'media', _media_count: 'media', _media_all_received: 'media', _xform_id: 'form', _xform_id_string: 'form', _edited: 'state',
  _status: 'state', _review_status: 'status', _review_comment: 'notes', _index: 'index', _attachments: 'attachments', _geolocation: 'location', _bamboo_dataset_id: 'form',
  instanceID: 'uuid', instanceName: 'instance_name', _parent_index: 'parent', _parent_table_name: 'parent', _submission__id: 'parent', _submission__uuid: 'parent'
};
const OWN = ['_duration', '_total_media', '_media_count', '_media_all_received', '_xform_id', '_bamboo_dataset_id', '_review_status', '_date_modified'];

/** Ona (and KoboToolbox before 2020): options as True and False, `n/a` when not asked. */
export const ona: Tool = {
  name: 'Ona',
  recognise(look) {
    const row = look.row(look.at).map((cell) => cell.trim());
    // The first exports have none of these columns; `_version` was then written with one sign.
    const first = row.includes('_version') && row.includes('_tags') && !row.includes('__version__') && !row.includes('_validation_status') && !row.includes('_index') ? ['_version'] : [];
    const own = [...OWN.filter((name) => row.includes(name)), ...first];
    if (own.length === 0 || !(row.includes('_uuid') || row.includes('_submission_time'))) return undefined;
    return { why: [`colonnes d’Ona : ${['_uuid', '_submission_time', ...own].filter((name) => row.includes(name)).join(', ')}`], headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    addXlsFormColumns(table, draft, { metadata: METADATA, notAsked: ['n a'] });
    draft.conventions = { decimal: 'dot', notAsked: ['n a'], blankIndicators: 'not_asked' };
    return draft.done();
  }
};
