import { Draft } from '../draft.ts';
import type { Tool } from '../tool.ts';
import { addXlsFormColumns } from './columns.ts';

const METADATA: Record<string, string> = {
  SubmissionDate: 'submitted_at', KEY: 'id', PARENT_KEY: 'parent', SubmitterID: 'user_id', SubmitterName: 'user', AttachmentsPresent: 'attachments', AttachmentsExpected: 'attachments',
  Status: 'state', ReviewState: 'status', DeviceID: 'device', Edits: 'edits', FormVersion: 'version', 'meta-instanceID': 'uuid', 'meta-instanceName': 'instance_name',
  instanceID: 'uuid', instanceName: 'instance_name', start: 'started_at', end: 'completed_at', today: 'date', deviceid: 'device', username: 'user', email: 'email'
};
const OWN = ['SubmitterID', 'ReviewState', 'AttachmentsExpected', 'FormVersion', 'meta-instanceID', 'instanceID', 'DeviceID'];

/** ODK Central (and Briefcase): groups joined with `-`, options with `/`, split options never blank. */
export const odkCentral: Tool = {
  name: 'ODK Central',
  recognise(look) {
    const row = look.row(look.at).map((cell) => cell.trim());
    const own = OWN.filter((name) => row.includes(name));
    const child = row.includes('PARENT_KEY');
    if (!row.includes('KEY') || !(child || (own.length > 0 && row.includes('SubmissionDate')))) return undefined;
    return { why: [`colonnes d’ODK Central : ${['SubmissionDate', 'PARENT_KEY', 'KEY', ...own].filter((name) => row.includes(name)).join(', ')}`], headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    addXlsFormColumns(table, draft, { metadata: METADATA, notAsked: [] });
    if (table.headers.some((texts) => texts.some((text) => text.trim() === 'PARENT_KEY'))) draft.asks.push({ code: 'repeated_table', where: {}, choices: ['accept', 'correct_file'] });
    draft.conventions = { decimal: 'dot', blankIndicators: 'no_answer' };
    return draft.done();
  }
};
