import { describe, expect, it } from 'vitest';
import { candidatesFor, indexCensus, matchRespondents, type Identity, type KnownIdentifier, type KnownInitiative } from '#lib/domain/census/matching.ts';

function initiative(slug: string, name: string, commune?: string): KnownInitiative {
  return { slug, name, kind: 'caisse', communes: commune ? [commune] : [] };
}

const CENSUS = [
  initiative('cadenet-clac', 'CLAC, caisse locale de l’alimentation de Cadenet', 'Cadenet'),
  initiative('lyon-calim8', 'Caisse alimentaire de Lyon 8', 'Lyon'),
  initiative('montpellier', 'Caisse alimentaire commune', 'Montpellier'),
  initiative('saint-etienne', 'Caisse sociale de l’alimentation de Saint-Étienne', 'Saint-Étienne'),
  initiative('morlaix', 'Sécurité sociale de l’alimentation du Pays de Morlaix', 'Morlaix'),
  initiative('s-042', 'Initiative synthétique 042'),
  initiative('s-043', 'Initiative synthétique 043'),
  initiative('entraide-nord', 'Entraide alimentaire', 'Lille'),
  initiative('entraide-sud', 'Entraide alimentaire', 'Nîmes')
];
const REMEMBERED: KnownIdentifier[] = [
  { initiative: 's-042', kind: 'email', value: 'contact@caisse042.example' },
  { initiative: 'morlaix', kind: 'siret', value: '84912345600012' },
  { initiative: 'lyon-calim8', kind: 'email', value: 'calim8@gmail.com' }
];
const index = indexCensus(CENSUS, REMEMBERED);
const everybody = new Set(CENSUS.map(({ slug }) => slug));
const match = (identity: Identity, decision?: string) =>
  matchRespondents([{ row: 2, identity }], index, everybody, decision ? { 2: decision } : {})[0]!;

describe('a respondent is found', () => {
  it.each<[string, Identity, string]>([
    ['by its exact name', { name: 'Initiative synthétique 042' }, 's-042'],
    ['without accents nor case', { name: 'INITIATIVE SYNTHETIQUE 043' }, 's-043'],
    ['whatever "caisse alimentaire de" says', { name: 'Caisse de l’alimentation de St Etienne' }, 'saint-etienne'],
    ['by name when the name is only common words', { name: 'La caisse alimentaire commune' }, 'montpellier'],
    ['by SIRET with spaces', { siret: '849 123 456 00012', name: 'SSA' }, 'morlaix'],
    ['by the address it answered from before', { email: 'Contact@caisse042.example' }, 's-042'],
    ['by name and commune when two share the name', { name: 'Entraide alimentaire', commune: 'Nimes' }, 'entraide-sud']
  ])('%s', (_, identity, slug) => {
    expect(match(identity)).toMatchObject({ outcome: 'matched', slug, decided: false });
  });

  it('proposes what resembles, with its reason, without deciding', () => {
    expect(match({ name: 'Pays de Morlais' })).toMatchObject({ outcome: 'uncertain', candidates: [{ slug: 'morlaix', reasons: ['similar_name'] }] });
    expect(match({ name: 'C.L.A.C.' }).candidates[0]?.slug).toBe('cadenet-clac');
    expect(match({ email: 'autre@caisse042.example' })).toMatchObject({ outcome: 'uncertain', candidates: [{ slug: 's-042', reasons: ['same_email_domain'] }] });
  });

  it('never takes a shared mail provider for an organisation', () => {
    expect(match({ email: 'someone@gmail.com' })).toMatchObject({ outcome: 'new', candidates: [] });
  });

  it('never takes one number for another', () => {
    expect(match({ name: 'Initiative synthétique 044' })).toMatchObject({ outcome: 'new' });
  });

  it('does not choose between two of the same name', () => {
    expect(match({ name: 'Entraide alimentaire' })).toMatchObject({ outcome: 'uncertain' });
  });

  it('doubts a name found in another commune', () => {
    const [here] = candidatesFor({ name: 'Initiative synthétique 042' }, index);
    const [there] = candidatesFor({ name: 'Caisse alimentaire de Lyon 8', commune: 'Brest' }, index);
    expect(here!.confidence).toBeGreaterThan(0.9);
    expect(there!.confidence).toBeLessThan(0.5);
    expect(there!.reasons).toEqual(['same_name', 'other_commune']);
  });
});

describe('decisions and duplicates', () => {
  it('follows the editor', () => {
    expect(match({ name: 'Initiative synthétique 042' }, 's-043')).toMatchObject({ outcome: 'matched', slug: 's-043', decided: true });
    expect(match({ name: 'Initiative synthétique 042' }, 'not_in_frame')).toMatchObject({ outcome: 'not_in_frame', decided: true });
  });

  it('keeps the last submitted answer of one initiative and says so', () => {
    const rows = [
      { row: 2, submittedAt: '2025-06-10', identity: { name: 'Initiative synthétique 042' } },
      { row: 3, submittedAt: '2025-06-20', identity: { name: 'initiative synthetique 042' } },
      { row: 4, submittedAt: '2025-06-15', identity: { email: 'contact@caisse042.example' } }
    ];
    const outcomes = matchRespondents(rows, index, everybody).map(({ outcome, keptRow }) => [outcome, keptRow]);
    expect(outcomes).toEqual([['duplicate', 3], ['matched', undefined], ['duplicate', 3]]);
    expect(matchRespondents(rows, index, everybody, { 2: 's-042' }).map(({ outcome }) => outcome)).toEqual(['matched', 'duplicate', 'duplicate']);
  });

  it('leaves out an initiative that was not asked', () => {
    const matches = matchRespondents([{ row: 2, identity: { name: 'Initiative synthétique 042' } }], index, new Set(['s-043']));
    expect(matches[0]).toMatchObject({ outcome: 'not_in_frame', slug: 's-042' });
  });

  it('gives the same matches whatever the order of rows', () => {
    const rows = CENSUS.map(({ name }, at) => ({ row: at + 2, identity: { name } }));
    const sorted = (matches: { row: number }[]) => [...matches].sort((a, b) => a.row - b.row);
    expect(sorted(matchRespondents([...rows].reverse(), index, everybody))).toEqual(matchRespondents(rows, index, everybody));
  });
});
