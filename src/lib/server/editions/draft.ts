import { publication, workshop } from '../db/databases.ts';
import { countHolders } from '../queries/accounts.ts';
import { currentEdition, findTables, listEditions, listInitiatives, listTables } from '../queries/publication.ts';
import type { Progress } from '../workers/progress.ts';
import { assembleEdition } from './assemble.ts';
import { figureChanges, type FigureChanges } from './figure-changes.ts';
import { gather } from './gather.ts';
import { contentHash } from './hash.ts';
import { levelChanges, type LevelChange } from './level-changes.ts';
import type { Databases } from './publish.ts';
import { defaultTitle } from './publish.ts';
import { blockingProblems, type PlacedProblem } from './text-problems.ts';
import { nextVersion } from './version.ts';
import { disclosures, namesThatTell } from './refuse.ts';
import type { Held } from '#lib/domain/confidentiality/across/hold-back.ts';
import type { Breakdown } from '#lib/domain/indicators/definition.ts';
import { censusChanges, type CensusChange } from '#lib/domain/directory/census-changes.ts';
import type { EditionSummary, PublishedWave } from '#lib/domain/confidentiality/edition.ts';
import { unsearchedKey, type SearchMethod, type Unsearched } from '#lib/domain/confidentiality/search.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Text } from '#lib/domain/language.ts';

/** What would be published now. Nothing is written. */
export type EditionDraft = {
  version: string;
  title: Text;
  contentHash: string;
  /** Nothing would change: publishing is refused. */
  same: boolean;
  current?: EditionSummary;
  initiatives: number;
  waves: Pick<PublishedWave, 'wave' | 'title' | 'frame' | 'responses' | 'provenance'>[];
  tables: number;
  /** Numbers that confidentiality hides, among all those of the tables' rows. */
  secret: { hidden: number; all: number };
  changes: FigureChanges;
  /** What readers would see change of the initiatives; empty before the first edition, to which all of them are new. */
  census: CensusChange[];
  /** Confidential tables that stay as an earlier edition published them. */
  held: HeldTable[];
  /** Hidden numbers that could be found again, here or in all editions together: publishing is refused. */
  disclosures: string[];
  /** Initiatives whose published objectives are what gives them away. */
  namesThatTell: string[];
  /** Questions that become public or less protected: each must be acknowledged. */
  levelChanges: LevelChange[];
  /** Tables among which what they tell could not be looked for to the end: each must be acknowledged. */
  searches: SearchLeft[];
  /** Texts whose number is stale or impossible: publishing is refused. */
  staleTexts: PlacedProblem[];
  approvers: number;
};

/** A table that stands still, with its words. */
export type HeldTable = Held & { title: Text; breakdown: Breakdown | null; wave: string };

function heldTable(held: Held, tables: PublishedTable[]): HeldTable {
  const table = tables.find(({ id }) => id === held.table);
  return { ...held, title: table?.title ?? { fr: held.table, en: held.table }, breakdown: table?.breakdown ?? null, wave: table?.wave ?? '' };
}

/** A search that was given up, with the words of its tables; `key` is what an approver acknowledges. */
export type SearchLeft = { key: string; method: SearchMethod; tables: Pick<HeldTable, 'table' | 'title' | 'breakdown' | 'wave'>[] };

function searchLeft(unsearched: Unsearched, tables: PublishedTable[]): SearchLeft {
  const about = (id: string): SearchLeft['tables'][number] => {
    const { title, breakdown, wave } = tables.find((table) => table.id === id) ?? { title: { fr: id, en: id }, breakdown: null, wave: '' };
    return { table: id, title, breakdown, wave };
  };
  return { key: unsearchedKey(unsearched), method: unsearched.method, tables: unsearched.tables.map(about) };
}

/** Hidden counts and totals of a set of tables. */
export function countSecret(tables: PublishedTable[]): { hidden: number; all: number } {
  const numbers = tables.flatMap((table) => table.groups.flatMap((group) => group.rows.flatMap((row) => [row.count, row.total, row.meanOfShares].filter((number) => number !== undefined))));
  return { hidden: numbers.filter((number) => number.status === 'c').length, all: numbers.length };
}

/** All tables of the newest edition, for comparison; none before the first. */
export async function publishedTables(version: string | undefined, published = publication()): Promise<PublishedTable[]> {
  if (version === undefined) return [];
  return findTables(version, (await listTables(version, published)).map((entry) => entry.id), published);
}

/** Computes the next edition as it would be published. Runs in a worker; `draftEdition` of `editions/index.ts` starts it there. */
export async function draftHere(onProgress: (progress: Progress) => void = () => undefined, databases?: Databases): Promise<EditionDraft> {
  const { workshop: db, publication: published, searchLimits }: Databases = databases ?? { workshop: workshop(), publication: publication() };
  const material = await gather(db, published);
  const assembled = assembleEdition({ ...material, ...(searchLimits ? { searchLimits } : {}) }, (done) => onProgress({ step: 'compute', done }));
  const { content, held, unsearched } = assembled;
  const current = await currentEdition(published);
  const hash = contentHash(content);
  const versions = (await listEditions(published)).map((edition) => edition.version);
  const version = nextVersion(content.waves.map((wave) => wave.wave), versions, new Date().getUTCFullYear());
  return {
    version,
    title: defaultTitle(version),
    contentHash: hash,
    same: current?.contentHash === hash,
    ...(current ? { current } : {}),
    initiatives: content.initiatives.length,
    waves: content.waves.map(({ wave, title, frame, responses, provenance }) => ({ wave, title, frame, responses, provenance })),
    tables: content.tables.length,
    secret: countSecret(content.tables),
    changes: figureChanges(await publishedTables(current?.version, published), content.tables),
    census: current ? censusChanges(await listInitiatives(current.version, published), content.initiatives) : [],
    held: held.map((each) => heldTable(each, content.tables)),
    disclosures: disclosures(assembled),
    namesThatTell: namesThatTell(assembled),
    levelChanges: await levelChanges(db, published, material.waves, material.indicators),
    searches: unsearched.map((each) => searchLeft(each, content.tables)),
    staleTexts: blockingProblems(content.texts, content.tables),
    approvers: await countHolders(db, 'wave.publish')
  };
}
