import type { Opened } from '../containers/open.ts';
import type { Reading, SourceQuestion, Structure } from '../types.ts';
import { readLimesurveyTsv } from './limesurvey-tsv.ts';
import { readLss } from './lss.ts';
import { readXlsForm } from './xlsform.ts';

/** A file that describes a questionnaire, as a reading without responses. Undefined when the file holds responses. */
export async function readStructure(opened: Opened): Promise<{ structure: Structure; reading: (file: string, sha256: string) => Reading } | undefined> {
  const structure = opened.structureXml !== undefined ? readLss(opened.structureXml) : (readLimesurveyTsv(opened.grid.rows) ?? (await xlsform(opened)));
  if (!structure) return undefined;
  return { structure, reading: (file, sha256) => structureReading(opened, structure, file, sha256) };
}

async function xlsform(opened: Opened): Promise<Structure | undefined> {
  const { sheet, sheets } = opened.grid;
  if (sheet?.trim().toLowerCase() !== 'survey') return undefined;
  const rowsOf = async (wanted: string) => {
    const name = sheets?.find((each) => each.trim().toLowerCase() === wanted);
    return name === undefined ? [] : opened.sheet(name);
  };
  return readXlsForm([...opened.grid.rows], await rowsOf('choices'), await rowsOf('settings'));
}

function structureReading(opened: Opened, structure: Structure, file: string, sha256: string): Reading {
  const { grid } = opened;
  let cells = 0;
  for (const row of grid.rows) for (const cell of row) if (cell.trim() !== '') cells++;
  return {
    file,
    sha256,
    tool: { name: structure.tool, why: [`structure de questionnaire ${structure.format !== 'lss' ? 'XLSForm' : opened.structureXml === undefined ? 'LimeSurvey (.txt)' : '.lss'}, ${structure.questions.length} questions`] },
    grid,
    headerRows: [],
    columns: [],
    responseRows: [],
    ignoredRows: Array.from({ length: grid.rows.length }, (_, i) => ({ row: i + 1, reason: 'note' as const })),
    questions: structure.questions.map((question) => sourceQuestion(question, structure.format)),
    asks: grid.notices ?? [],
    cells: { nonEmpty: cells, imported: 0, ignored: cells, reasons: cells > 0 ? [{ reason: 'structure', cells }] : [] },
    kind: 'structure',
    conventions: { decimal: 'unknown', notAsked: [], blankIndicators: 'no_answer' },
    ...(structure.title ? { title: structure.title } : {}),
    ...(structure.surveyId ? { surveyId: structure.surveyId } : {}),
    structure
  };
}

function sourceQuestion(question: Structure['questions'][number], format: Structure['format']): SourceQuestion {
  const choices = question.type === 'grid' ? (question.scale ?? []) : (question.options ?? []);
  return {
    id: question.toolCode ?? question.code,
    code: question.toolCode ?? question.code,
    label: question.label.fr,
    type: question.type,
    columns: [],
    options: choices.map((option) => ({ code: option.code, label: option.label.fr, count: 0 })),
    answered: 0,
    notAsked: 0,
    blank: 0,
    otherTexts: [],
    layout: 'column',
    items: [],
    ...(question.other ? { otherHeader: format === 'lss' ? `${question.code}[other]` : `${question.toolCode ?? question.code}_other` } : {})
  };
}
