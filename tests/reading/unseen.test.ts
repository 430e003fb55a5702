import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/lib/reading/read.ts';
import type { Reading, SourceQuestion } from '../../src/lib/reading/types.ts';
import { closes, fixture } from './fixtures.ts';

/** One row per file that no sample looks like; questions are written as `brief` says them. */
type Row = { file: string; tool: string; delimiter?: string; headerRows: number[]; responses: number; metadata: number; asks: string[]; questions: Record<string, string> };

const ROWS: Row[] = [
  {
    file: 'limesurvey_fr_resaved.csv', tool: 'LimeSurvey', delimiter: ',', headerRows: [1], responses: 4, metadata: 9, asks: ['partial_response'],
    questions: {
      'Nom & commune': 'text 4/0/0',
      'Quelle est votre activité principale ? / Main activity?': 'multiple 3/0/1 Étudiant/Student=1 Salarié/Employed=1 | élue',
      'Satisfaction globale': 'multiple 3/0/1 Très satisfait=2 Satisfait=1',
      'Jours d’ouverture par semaine': 'number 3/1/0 sum=11',
      'Tranche d’âge': 'multiple 4/0/0 (sans libellé)=0 18-25=3 26-35=1'
    }
  },
  {
    file: 'limesurvey_de_id_only.csv', tool: 'LimeSurvey', delimiter: ';', headerRows: [1], responses: 4, metadata: 1, asks: [],
    questions: { 'Welchen Hintergrund haben Sie?': 'multiple 4/0/0 Landwirtschaft=1 Handel=2 | Physik', 'Stimmen Sie zu?': 'grid 4/0/0 Stimme eher zu=5 Stimme eher nicht zu=2 Keine Angabe=1', 'Weitere Bemerkungen': 'text 2/2/0' }
  },
  {
    file: 'limesurvey_codes_99.csv', tool: 'LimeSurvey', delimiter: ',', headerRows: [1], responses: 4, metadata: 5, asks: ['partial_response', 'missing_code', 'missing_code'],
    questions: { P4: 'single 4/0/0 Propriétaire=2 Locataire=2', P5: 'multiple 2/0/2 O1=1 O2=1', P16: 'single 3/1/0 Autre=1 Par son travail=2 | par héritage', P17: 'grid 4/0/0 5=3 3=1 99=3 4=1' }
  },
  {
    file: 'kobo_chosen_separator.csv', tool: 'KoboToolbox', delimiter: ';', headerRows: [1, 2], responses: 3, metadata: 11, asks: [],
    questions: { 'Quels objectifs ?': 'multiple 3/0/0 Accès=1 Revenu agricole=2 Plaidoyer=2', 'Combien de membres ?': 'number 3/0/0 sum=215', 'Soutien de la mairie ?': 'text 3/0/0' }
  },
  { file: 'kobo_few_columns.csv', tool: 'KoboToolbox', delimiter: ';', headerRows: [1], responses: 3, metadata: 3, asks: [], questions: { 'Soutien de la mairie ?': 'single 3/0/0 Non=2 Oui=1' } },
  {
    file: 'ona_first_exports.csv', tool: 'Ona', delimiter: ',', headerRows: [1], responses: 3, metadata: 11, asks: [],
    questions: { gps: 'text 2/0/1', champ: 'text 1/0/2', aides: 'multiple 2/0/1 etat=1 region=1 commune=1' }
  },
  {
    file: 'ona_option_labels.csv', tool: 'Ona', delimiter: ',', headerRows: [1], responses: 1, metadata: 8, asks: [],
    questions: {
      available_transportation_types_to_referral_facility: 'multiple 1/0/0 none=1 ambulance=0 bicycle=0 boat/canoe=0 bus=0 donkey/mule/cart=0 keke napep=0 lorry=0 motorbike=0 taxi=0 Other=0',
      'Specify other.': 'text 0/0/1'
    }
  },
  { file: 'odk_central_points.csv', tool: 'ODK Central', delimiter: ',', headerRows: [1], responses: 2, metadata: 10, asks: [], questions: { nom: 'text 2/0/0', 'lieu-type': 'single 2/0/0 tiers_lieu=2' } },
  { file: 'odk_central_repeat.csv', tool: 'ODK Central', delimiter: ',', headerRows: [1], responses: 3, metadata: 2, asks: ['repeated_table'], questions: { financeur: 'text 3/0/0', montant: 'number 3/0/0 sum=1550.5' } },
  { file: 'qualtrics_2017.csv', tool: 'Qualtrics', delimiter: ',', headerRows: [1, 2], responses: 1, metadata: 13, asks: [], questions: { Q1: 'single 1/0/0 2=1', Q2: 'text 1/0/0' } },
  {
    file: 'qualtrics_two_headers.csv', tool: 'Qualtrics', delimiter: ',', headerRows: [1, 2], responses: 4, metadata: 14, asks: ['partial_response', 'test_response'],
    questions: { Q1: 'grid 4/0/0 Beaucoup=4 Pas du tout=1 Un peu=2', Q2: 'single 3/1/0 Oui=1 Non=2', Q4: 'number 3/1/0 sum=215' }
  },
  {
    file: 'typeform_titles_above.csv', tool: 'Typeform', delimiter: ',', headerRows: [1, 2], responses: 3, metadata: 4, asks: [],
    questions: {
      'Quels outils utilisez-vous ?': 'multiple 3/0/0 Tableur=2 Logiciel libre=0 Papier=1 | Un carnet',
      'Quels soutiens recevez-vous ?': 'multiple 3/0/0 État=2 Région=2 Département=0 Commune=0',
      'À quelle fréquence rencontrez-vous…': 'grid 3/0/0 Souvent=4 Jamais=1 Rarement=1',
      'Combien de membres ?': 'number 3/0/0 sum=215'
    }
  },
  {
    file: 'typeform_other_of_single.csv', tool: 'Typeform', delimiter: ',', headerRows: [1], responses: 4, metadata: 8, asks: ['question_text_lost', 'partial_response'],
    questions: { 'Quel statut juridique ?': 'single 4/0/0 Association=2 SCIC=1 | collectif informel', 'Salarié ?': 'single 4/0/0 1=2 0=2', 'Accès / Revenu / None': 'multiple 4/0/0 Accès=2 Revenu=2 None=1 | Plaidoyer', 'Code postal': 'text 4/0/0' }
  },
  {
    file: 'limesurvey_one_and_two.csv', tool: 'LimeSurvey', delimiter: ',', headerRows: [1], responses: 3, metadata: 8, asks: [],
    questions: {
      Q1: 'multiple 2/1/0 SQ001=1 SQ002=0 SQ003=1 | vente', 'D1#1': 'grid 2/1/0 A1=3 A2=1', 'D1#2': 'grid 2/1/0 B2=1 B1=3', 'T1[SQ001_SQ011]': 'text 1/2/0', 'T1[SQ001_SQ012]': 'text 2/1/0',
      P1: 'multiple 2/1/0 SQ001=1 SQ002=1', K1: 'numbers 2/1/0', R1: 'grid 2/1/0 A3=1 A1=2 A2=1', UP: 'text 1/2/0', Y1: 'single 2/1/0 Y=1 N=1', G1: 'single 2/1/0 F=1 M=1'
    }
  },
  {
    file: 'sphinx_statut.csv', tool: 'Sphinx', delimiter: ';', headerRows: [2], responses: 4, metadata: 2, asks: [],
    questions: {
      'Quel territoire ?': 'single 3/1/0 Urbain=1 Rural=2', 'Objectifs poursuivis': 'multiple 3/1/0 Accès=2 Plaidoyer=2 Autre=1 | ferme', 'Les élus': 'single 3/1/0 Beaucoup=1 Un peu=2',
      'Les producteurs': 'single 3/1/0 Un peu=2 Beaucoup=1', Budget: 'number 3/1/0 sum=1550.5', Statut: 'single 4/0/0 Association=3 Autre=1 | SCIC'
    }
  },
  {
    file: 'tally_other_in_summary.csv', tool: 'Tally', delimiter: ',', headerRows: [1], responses: 4, metadata: 3, asks: [],
    questions: {
      'Quel territoire ?': 'single 4/0/0 Urbain=1 Rural=3', 'Objectifs ?': 'multiple 3/1/0 Accès=2 Revenu, agricole=1 Autre=1 | ferme', Précisez: 'text 1/3/0', 'Précisez (2)': 'text 1/3/0',
      Soutien: 'grid 3/1/0 Beaucoup=3 Un peu=3', Budget: 'number 3/1/0 sum=1520.5'
    }
  },
  {
    file: 'qualtrics_codes.csv', tool: 'Qualtrics', delimiter: ',', headerRows: [1, 2, 3], responses: 4, metadata: 5, asks: ['partial_response', 'missing_code', 'missing_code'],
    questions: { Q1: 'multiple 3/1/0 1=2 3=2 4=1 | ferme', Q2: 'numbers 3/1/0', Q3: 'number 3/1/0 sum=-57', Q4: 'multiple 3/1/0 Tableur=2 Papier=2', Q5: 'number 3/1/0 sum=-98' }
  },
  {
    file: 'ms_forms_ranking.tsv', tool: 'Microsoft Forms', delimiter: '\t', headerRows: [1], responses: 4, metadata: 5, asks: ['ranked_options'],
    questions: { 'Classez vos priorités': 'multiple 3/1/0 Prix ; bas=3 Proximité=3 Qualité=3', 'Quels objectifs ?': 'multiple 4/0/0 Accès=3 Revenu=3' }
  },
  {
    file: 'plain_two_headings.csv', tool: 'Tableur', delimiter: ';', headerRows: [1, 2], responses: 4, metadata: 0, asks: ['header_rows'],
    questions: { 'Quelle formation ?': 'multiple 4/0/0 Agriculture=2 Commerce=2 Informatique=2 | Droit ; Physique', 'À quelle fréquence ?': 'grid 4/0/0 souvent=7 jamais=1 rarement=4' }
  },
  {
    file: 'plain_notes_under_headings.csv', tool: 'Tableur', delimiter: ';', headerRows: [1], responses: 3, metadata: 0, asks: [],
    questions: { Nom: 'text 3/0/0', 'Code postal': 'text 3/0/0', Membres: 'number 3/0/0 sum=215', Budget: 'number 3/0/0 sum=1950', Ville: 'text 3/0/0' }
  }
];

/** What a French Excel makes of a file: semicolons, Windows-1252, decimal commas, dd/mm/yyyy, booleans in French, rows of one width. */
function resavedByExcel(reading: Reading): Uint8Array {
  const rows = [...reading.grid.rows].filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(...rows.map((row) => row.length));
  const french = (cell: string) => {
    const date = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d:\d\d):\d\d)?$/.exec(cell);
    if (date) return `${date[3]}/${date[2]}/${date[1]}${date[4] ? ` ${date[4]}` : ''}`;
    if (/^-?\d+\.\d+$/.test(cell)) return cell.replace('.', ',');
    return /^true$/i.test(cell) ? 'VRAI' : /^false$/i.test(cell) ? 'FAUX' : cell;
  };
  const quoted = (cell: string) => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((row) => Array.from({ length: width }, (_, i) => quoted(french(row[i] ?? ''))).join(';')).join('\r\n') + '\r\n';
  const beyond: Record<string, number> = { '€': 0x80, '…': 0x85, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97, œ: 0x9c };
  return Uint8Array.from([...text], (letter) => beyond[letter] ?? letter.charCodeAt(0));
}

/** `type answered/blank/not asked`, nothing ticked, sum, options with counts, other texts. */
function brief(question: SourceQuestion): string {
  const { type, answered, blank, notAsked, none, numbers, options, otherTexts } = question;
  return [
    `${type} ${answered}/${blank}/${notAsked}`,
    ...(none ? [`none=${none}`] : []),
    ...(numbers ? [`sum=${numbers.sum}`] : []),
    ...options.map(({ label, count }) => `${label}=${count}`),
    ...(otherTexts.length > 0 ? [`| ${otherTexts.join(' ; ')}`] : [])
  ].join(' ');
}

function metadata(reading: Reading): number {
  return reading.columns.filter(({ role }) => role === 'metadata').length;
}

describe('files that no sample looks like', () => {
  it.each(ROWS.map((row) => [row.file, row] as const))('%s', async (file, row) => {
    const reading = await readFile(fixture(`unseen/${file}`), file);
    expect(reading.tool.name.split(' ')[0]).toBe(row.tool.split(' ')[0]);
    expect([reading.grid.delimiter, reading.headerRows, reading.responseRows.length, metadata(reading)]).toEqual([row.delimiter, row.headerRows, row.responses, row.metadata]);
    expect(Object.fromEntries(reading.questions.filter(({ id }) => file !== 'ona_option_labels.csv' || id in row.questions).map((question) => [question.id, brief(question)]))).toEqual(row.questions);
    expect(reading.asks.map(({ code }) => code).sort()).toEqual([...row.asks].sort());
    expect(closes(reading)).toEqual({ rows: true, cells: true });
  });

  it.each(ROWS.map(({ file }) => file))('%s, re-saved by a French Excel', async (file) => {
    const original = await readFile(fixture(`unseen/${file}`), file);
    const resaved = await readFile(resavedByExcel(original), file);
    expect([resaved.tool.name, resaved.grid.encoding, resaved.responseRows.length]).toEqual([original.tool.name, expect.stringMatching(/Windows-1252|UTF-8/) as string, original.responseRows.length]);
    expect(resaved.questions.map((question) => [question.id, spelled(brief(question))])).toEqual(original.questions.map((question) => [question.id, spelled(brief(question))]));
  });
});

/** The booleans of both languages are one. */
function spelled(text: string): string {
  return text.replace(/\b(?:True|VRAI)\b/gi, 'TRUE').replace(/\b(?:False|FAUX)\b/gi, 'FALSE');
}
