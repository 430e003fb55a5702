import { plain } from '../../values/fold.ts';
import { Draft } from '../draft.ts';
import type { Tool } from '../tool.ts';
import { groupColumns } from './groups.ts';
import { headingMode, readHeading } from './header.ts';

const MODES = { code: 'codes des questions', text: 'textes des questions', both: 'codes et textes des questions' };

/** LimeSurvey, CSV or spreadsheet, headings as codes, texts, or both. */
export const limesurvey: Tool = {
  name: 'LimeSurvey',
  recognise(look) {
    const found = headingMode(look.row(look.at));
    if (!found) return undefined;
    const why = [`en-têtes : ${MODES[found.mode]}`];
    if (found.metadata.length > 0) why.unshift(`colonnes ajoutées par LimeSurvey : ${found.metadata.slice(0, 5).join(', ')}`);
    if (/results-survey\d+/.test(look.grid.file)) why.push(`nom du fichier : ${look.grid.file}`);
    return { why, headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    const headers = table.headers.map((texts) => texts.at(-1) ?? '');
    const mode = headingMode(headers)?.mode ?? 'text';
    const spaced = headers.length > 3 && !headers.some((header) => plain(header).includes(' ')) && headers.some((header) => header.includes('_'));
    groupColumns(table, headers.map((header) => readHeading(header, mode, spaced)), mode, draft);
    draft.conventions = { decimal: 'dot', notAsked: ['n a'], blankIndicators: 'no_answer' };
    draft.surveyId = /(?:results-survey|survey_|sid)(\d{3,})/i.exec(table.grid.file)?.[1];
    return draft.done();
  }
};
