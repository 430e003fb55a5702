// Publishes the next edition: `npm run publish -- [--version 2025.1] [--note-fr … --note-en …] [--acknowledge KEY]…`.
import { DomainError, fill } from '../lib/domain/errors.ts';
import type { Lang, Text } from '../lib/domain/language.ts';
import { closeDatabases } from '../lib/server/db/databases.ts';
import { migrate } from '../lib/server/db/migrate.ts';
import { COMMAND_LINE, draftEdition, publishEdition } from '../lib/server/editions/index.ts';
import { commandLine } from './command-line.ts';

const SAYS = {
  first_note: { fr: 'Première édition.', en: 'First edition.' },
  note_needed: {
    fr: 'Dites ce qui change et pourquoi, dans les deux langues : --note-fr « … » --note-en « … ».',
    en: 'Say what changes and why, in both languages: --note-fr "…" --note-en "…".'
  },
  unchanged: { fr: 'Rien n’a changé depuis l’édition {version} : rien n’est publié.', en: 'Nothing has changed since edition {version}: nothing is published.' },
  empty: { fr: 'Le recensement est vide : chargez-le d’abord (npm run ingest -- census FICHIER).', en: 'The census is empty: load it first (npm run ingest -- census FILE).' },
  published: {
    fr: 'Édition {version} publiée : {initiatives} initiatives, {waves}, {tables} tableaux, dont {hidden} nombres sur {all} protégés par le secret statistique.',
    en: 'Edition {version} published: {initiatives} initiatives, {waves}, {tables} tables, of which {hidden} numbers out of {all} are confidential.'
  },
  wave: { fr: 'vague {wave} ({responses} réponses sur {frame})', en: 'wave {wave} ({responses} responses out of {frame})' },
  held: {
    fr: 'Secret statistique : « {title} » ({table}) reste tel qu’à l’édition {version}, {waiting} réponse(s) en attente ({reason}).',
    en: 'Confidentiality: “{title}” ({table}) stays as of edition {version}, {waiting} answer(s) waiting ({reason}).'
  },
  level: {
    fr: 'Moins protégé qu’avant : {key}, {tables} tableaux. À confirmer par --acknowledge {key}.',
    en: 'Less protected than before: {key}, {tables} tables. To acknowledge with --acknowledge {key}.'
  },
  search: {
    fr: 'Recherche non menée à son terme ({method}) : {tables}. À confirmer par --acknowledge "{key}".',
    en: 'Search not carried to its end ({method}): {tables}. To acknowledge with --acknowledge "{key}".'
  },
  changes: { fr: '{changed} chiffres changent, {hidden} ne sont plus publiables.', en: '{changed} figures change, {hidden} are not publishable any more.' }
} satisfies Record<string, Text>;

const REASONS = {
  few: { fr: 'il en faut au moins trois', en: 'at least three are needed' },
  apart: { fr: 'leur différence dirait encore la réponse d’une ou deux caisses', en: 'their difference would still tell of one or two caisses' },
  unknown: { fr: 'qui faisait le tableau précédent n’est pas connu', en: 'who stood behind the earlier table is not known' }
} satisfies Record<'few' | 'apart' | 'unknown', Text>;

const METHODS = {
  programs: { fr: 'programmes linéaires', en: 'linear programs' },
  unions: { fr: 'sommes que des sommes font ensemble', en: 'sums that sums make together' }
} satisfies Record<'programs' | 'unions', Text>;

const USAGE = `Usage : npm run publish -- [--note-fr TEXTE --note-en TEXT] [--version 2026.1] [--title-fr TITRE --title-en TITLE]
                          [--acknowledge KEY]… [--lang en]`;
const { values } = commandLine({
  options: {
    lang: { type: 'string', default: 'fr' },
    version: { type: 'string' },
    'note-fr': { type: 'string' },
    'note-en': { type: 'string' },
    'title-fr': { type: 'string' },
    'title-en': { type: 'string' },
    acknowledge: { type: 'string', multiple: true, default: [] }
  }
}, USAGE);
const lang: Lang = values.lang === 'en' ? 'en' : 'fr';
const say = (key: keyof typeof SAYS, details: Record<string, string | number> = {}): void => void process.stdout.write(`${fill(SAYS[key][lang], details)}\n`);

function text(fr: string | undefined, en: string | undefined): Text | undefined {
  return fr && en ? { fr, en } : undefined;
}

async function run(): Promise<boolean> {
  await migrate();
  const draft = await draftEdition();
  if (draft.initiatives === 0) {
    say('empty');
    return false;
  }
  if (draft.same && draft.current) {
    say('unchanged', { version: draft.current.version });
    return true;
  }
  const note = text(values['note-fr'], values['note-en']) ?? (draft.current ? undefined : SAYS.first_note);
  if (!note) {
    say('note_needed');
    return false;
  }
  for (const { title, table, waiting, reason, version } of draft.held) say('held', { title: title[lang], table, waiting, version: version ?? 'c', reason: REASONS[reason][lang] });
  for (const { key, tables } of draft.levelChanges) say('level', { key, tables });
  for (const { key, method, tables } of draft.searches) say('search', { key, method: METHODS[method][lang], tables: tables.map(({ table }) => table).join(', ') });
  const title = text(values['title-fr'], values['title-en']);
  const edition = await publishEdition({ note, actor: COMMAND_LINE, expectedHash: draft.contentHash, acknowledged: values.acknowledge, ...(title ? { title } : {}), ...(values.version ? { version: values.version } : {}) });
  const waves = draft.waves.map(({ wave, responses, frame }) => fill(SAYS.wave[lang], { wave, responses, frame })).join(', ');
  say('published', { version: edition.version, initiatives: draft.initiatives, waves, tables: draft.tables, ...draft.secret });
  if (draft.current) say('changes', { changed: draft.changes.changes.length, hidden: draft.changes.hidden });
  return true;
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  process.stdout.write(`${error.sentence(lang)}\n`);
  process.exitCode = 1;
} finally {
  closeDatabases();
}
