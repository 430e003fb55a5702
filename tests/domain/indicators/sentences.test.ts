import { describe, expect, test } from 'vitest';
import { baseLine, headline, imageDescription, lecture, lectureBody, methodNotes, sharingText, statisticalTitle } from '#lib/domain/indicators/sentences/index.ts';
import { group, ok, row, secret, table } from './tables.ts';

const access = row('access', "Accès à l'alimentation durable", ok(28), { bounds: { low: 28, high: 56 }, intervals: [{ method: 'hypergeometric', level: 0.95, low: 46, high: 56 }] });
const all = group([access, row('advocacy', 'Plaidoyer', ok(9), { bounds: { low: 9, high: 37 } })], { mentions: ok(118) });
const objectives = table([all]);
/** No-break spaces written as plain ones, so that the sentences can be read here. */
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('lecture', () => {
  test("in the seed's style, in both languages", () => {
    expect(plain(lecture(objectives, 'fr', 'answered'))).toBe(
      'Lecture : 28 caisses sur les 32 qui ont répondu (87,5 %) déclarent poursuivre l’objectif « Accès à l’alimentation durable » ; quoi que fassent les 28 silencieuses, elles seraient entre 28 et 56 des 60.'
    );
    expect(lecture(objectives, 'en', 'answered', 'advocacy')).toBe(
      'Reading: 9 of the 32 caisses that answered (28%) say they pursue the objective “Plaidoyer”; whatever the 28 silent caisses do, the number would be between 9 and 37 of the 60.'
    );
  });
  test('French spaces are the typographer’s', () => {
    const text = lecture(objectives, 'fr', 'answered');
    expect(text).toContain('Lecture\u00A0: ');
    expect(text).toContain('87,5\u00A0%');
    expect(text).toContain('«\u00A0Accès');
    expect(text).toContain('\u202F; quoi');
    expect(text).not.toMatch(/ [;:!?%»]|« /);
  });
  test('each base in words', () => {
    expect(plain(lecture(objectives, 'fr', 'population'))).toContain('28 caisses sur les 60 interrogées (47 %)');
    expect(plain(lecture(objectives, 'fr', 'respondents'))).toContain('sur les 32 qui ont renvoyé le questionnaire');
    expect(plain(lecture(objectives, 'fr', 'mentions'))).toBe('Lecture : « Accès à l’alimentation durable » recueille 28 des 118 réponses données (23,7 %).');
  });
  test('one caisse, none, and a base of one', () => {
    const one = table([group([row('a', 'Un', ok(1)), row('z', 'Zéro', ok(0))], { population: ok(32) })]);
    expect(plain(lecture(one, 'fr', 'answered'))).toBe('Lecture : 1 caisse sur les 32 qui ont répondu (3 %) déclare poursuivre l’objectif « Un ».');
    expect(plain(lecture(one, 'fr', 'answered', 'z'))).toBe('Lecture : aucune caisse sur les 32 qui ont répondu (0 %) ne déclare poursuivre l’objectif « Zéro ».');
    expect(lecture(one, 'en', 'answered')).toBe('Reading: 1 of the 32 caisses that answered (3%) says it pursues the objective “Un”.');
    expect(lecture(one, 'en', 'answered', 'z')).toBe('Reading: none of the 32 caisses that answered (0%) say they pursue the objective “Zéro”.');
    const alone = table([group([row('a', 'Un', ok(1)), row('z', 'Zéro', ok(0))], { population: ok(1), respondents: ok(1), answered: ok(1) })]);
    expect(plain(lecture(alone, 'fr', 'answered'))).toBe('Lecture : la seule caisse qui a répondu déclare poursuivre l’objectif « Un ».');
    expect(plain(lecture(alone, 'fr', 'answered', 'z'))).toBe('Lecture : la seule caisse qui a répondu ne fait pas partie de celles qui déclarent poursuivre l’objectif « Zéro ».');
  });
  test('elision after ne', () => {
    const none = table([group([row('z', 'Z', ok(0))], { population: ok(32) })], { verb: { fr: 'ont choisi', en: 'have chosen' } });
    expect(plain(lecture(none, 'fr', 'answered'))).toContain('n’a choisi « Z »');
  });
  test('an answer follows its verb', () => {
    const support = table([group([row('yes', 'Oui', ok(20)), row('no', 'Non', ok(0))], { population: ok(32) })], { verb: { fr: 'répondent au sujet d’un soutien', en: 'answer about support' } });
    expect(plain(lecture(support, 'fr', 'answered'))).toContain('répondent « Oui » au sujet d’un soutien.');
    expect(plain(lecture(support, 'fr', 'answered', 'no'))).toContain('aucune caisse sur les 32 qui ont répondu (0 %) ne répond « Non » au sujet d’un soutien.');
    expect(lecture(support, 'en', 'answered')).toContain('answer “Oui” about support.');
  });
  test('one silent caisse', () => {
    const nearly = table([group([row('a', 'A', ok(3), { bounds: { low: 3, high: 4 } })], { population: ok(33) })]);
    expect(plain(lecture(nearly, 'fr', 'answered'))).toContain('quoi que fasse la caisse silencieuse, elles seraient entre 3 et 4 des 33');
    expect(lecture(nearly, 'en', 'answered')).toContain('whatever the silent caisse does');
  });
  test('a hidden value says so and nothing more', () => {
    const hidden = table([group([row('a', 'A', secret, { bounds: undefined })])]);
    expect(plain(lecture(hidden, 'fr', 'answered', 'a'))).toBe('Lecture : la valeur de « A » n’est pas publiée (c : secret statistique).');
    expect(lecture(hidden, 'en', 'answered')).toBe('Reading: the value is not published (c: statistical confidentiality).');
  });
  test('a crossed table speaks of its largest group beside everybody', () => {
    const crossed = table(
      [all, group([row('access', 'Accès', ok(15))], { code: 'association', label: { fr: 'Association', en: 'Association' }, population: ok(30), respondents: ok(18), answered: ok(18) })],
      { breakdown: 'lead_type' }
    );
    expect(plain(lecture(crossed, 'fr', 'answered', 'access'))).toBe(
      'Lecture : dans le groupe « Association », 15 caisses sur les 18 qui ont répondu (83 %) déclarent poursuivre l’objectif « Accès » ; toutes caisses confondues, 28 sur 32.'
    );
  });
  test('its headline too', () => {
    const crossed = table([all, group([row('access', 'Accès', ok(15))], { code: 'association', label: { fr: 'Association', en: 'Association' }, answered: ok(18) })], { breakdown: 'lead_type' });
    expect(plain(headline(crossed, 'fr', 'answered'))).toBe('28 caisses sur 32 déclarent poursuivre l’objectif « Accès à l’alimentation durable », dont 15 sur 18 dans le groupe « Association »');
  });
  test('without its opening it can name a picture', () => expect(plain(lectureBody(objectives, 'fr', 'answered'))).toMatch(/^28 caisses .* 60$/));
});

test('the sentence to share says on its own that the data are synthetic, and only then', () => {
  const told = (provenance: 'real' | 'synthetic', lang: 'fr' | 'en') => plain(sharingText({ ...objectives, provenance }, lang, 'answered'));
  expect(told('synthetic', 'fr')).toMatch(/ 60 \(données synthétiques\)\.$/);
  expect(told('synthetic', 'en')).toMatch(/ \(synthetic data\)\.$/);
  expect(told('real', 'fr')).not.toContain('synth');
});

test('a count that no base can give is refused', () => {
  expect(() => lecture(table([group([row('a', 'A', ok(2.2))], { answered: ok(11) })]), 'fr', 'answered')).toThrow();
  expect(() => lecture(table([group([row('a', 'A', ok(12))], { answered: ok(11) })]), 'fr', 'answered')).toThrow();
});

describe('base line', () => {
  test('as in the product description', () => {
    expect(plain(baseLine(objectives, all, 'fr', 'answered'))).toBe('Base : 32 caisses répondantes sur 60 (53 %) ; plusieurs réponses possibles, total supérieur à 100 %');
    expect(baseLine(objectives, all, 'en', 'answered')).toBe('Base: 32 responding caisses out of 60 (53%); several answers possible, total above 100%');
  });
  test('item non-response is told', () => {
    const part = group([], { answered: ok(31) });
    expect(plain(baseLine(table([part], { multiple: false }), part, 'fr', 'answered'))).toBe('Base : 31 caisses ayant répondu à la question, sur 32 répondantes et 60 interrogées (52 %)');
  });
  test('population, mentions, groups, singular', () => {
    expect(plain(baseLine(objectives, all, 'fr', 'population'))).toContain('60 caisses interrogées, dont 32 ont répondu (53 %)');
    expect(plain(baseLine(objectives, all, 'fr', 'mentions'))).toBe('Base : 118 réponses données par 32 caisses ; total égal à 100 %');
    const one = group([], { code: 'x', label: { fr: 'Mutuelle', en: 'Mutual' }, population: ok(2), respondents: ok(1), answered: ok(1) });
    expect(plain(baseLine(table([one], { multiple: false }), one, 'fr', 'answered'))).toBe('Base, Mutuelle : 1 caisse répondante sur 2 (50 %)');
    expect(baseLine(table([one], { multiple: false }), one, 'en', 'answered')).toBe('Base, Mutual: 1 responding caisse out of 2 (50%)');
  });
  test('a hidden size stays hidden', () => {
    const few = group([], { answered: secret });
    expect(plain(baseLine(table([few]), few, 'fr', 'answered'))).toContain('secret statistique');
  });
});

test('a headline about the row that is asked for, not the leading one', () => {
  expect(plain(headline(objectives, 'fr', 'answered', 'advocacy'))).toBe('9 caisses sur 32 déclarent poursuivre l’objectif « Plaidoyer »');
  expect(headline(objectives, 'en', 'answered', 'none')).toBe(headline(objectives, 'en', 'answered'));
});
test('headline and statistical title', () => {
  expect(plain(headline(objectives, 'fr', 'answered'))).toBe('28 caisses sur 32 déclarent poursuivre l’objectif « Accès à l’alimentation durable »');
  expect(headline(objectives, 'en', 'answered')).toBe('28 of 32 caisses say they pursue the objective “Accès à l’alimentation durable”');
  expect(plain(statisticalTitle(objectives, 'fr'))).toBe('Objectifs poursuivis par les caisses alimentaires – France, vague 2025');
  expect(plain(statisticalTitle(table([all], { breakdown: 'lead_type', provenance: 'synthetic' }), 'fr'))).toBe(
    'Objectifs poursuivis par les caisses alimentaires selon le type de porteur – France, vague 2025 (données synthétiques)'
  );
});

describe('amounts, quantiles and mixes', () => {
  const amounts = table(
    [group([row('foundations_funds', 'Fondations privées et fonds', ok(9), { total: ok(597662), median: ok(45000), largestShare: ok(0.25) })], { answered: ok(11) })],
    { measure: 'amounts_by_item', unit: 'eur_since_creation', period: { fr: 'depuis leur création', en: 'since they were created' }, multiple: false, verb: { fr: 'déclarent avoir reçu un financement du type', en: 'say they have received funding of the type' } }
  );
  test('amounts never without their coverage and period', () => {
    expect(plain(lecture(amounts, 'fr', 'answered'))).toBe(
      'Lecture : 9 caisses sur les 11 qui ont donné leurs montants (pour 32 répondantes) déclarent avoir reçu un financement du type « Fondations privées et fonds », pour un total de 597 662 € depuis leur création ; la médiane est de 45 000 € par caisse concernée ; la caisse qui reçoit le plus fait 25 % du total.'
    );
    expect(plain(headline(amounts, 'fr', 'answered'))).toBe('« Fondations privées et fonds » : 597 662 € depuis leur création, pour 9 caisses sur 11');
  });
  test('median', () => {
    const budget = table(
      [group([], { summary: { n: ok(32), median: ok(129500), q1: ok(60000), q3: ok(210000), quantileType: 7, mean: ok(150000), min: secret, max: secret, intervals: [], dots: [] } })],
      { measure: 'quantiles', unit: 'eur_per_year', period: { fr: 'par an', en: 'per year' }, multiple: false, title: { fr: 'Budget annuel', en: 'Yearly budget' } }
    );
    expect(plain(lecture(budget, 'fr', 'answered'))).toBe(
      'Lecture : une moitié des 32 caisses qui ont répondu se situe à 129 500 € par an ou au-dessous, l’autre moitié à ce niveau ou au-dessus ; la moitié centrale va de 60 000 € à 210 000 €.'
    );
    expect(plain(headline(budget, 'fr', 'answered'))).toBe('Budget annuel : la médiane est de 129 500 €');
  });
  test('mix by both aggregations', () => {
    const mix = table([group([row('self', 'Autofinancement', ok(30), { meanOfShares: ok(0.37), shareOfTotals: ok(0.34) })])], { measure: 'mix', unit: 'percent', multiple: false });
    const text = plain(lecture(mix, 'fr', 'answered'));
    expect(text).toContain('37 % du budget d’une caisse (moyenne des parts de 32 caisses');
    expect(text).toContain('sa part est de 34 %');
  });
});

test('method notes are complete and conditional', () => {
  const edition = { version: '2025.1', publishedAt: '2025-12-19T10:00:00Z', title: { fr: '', en: '' }, note: { fr: '', en: '' }, status: 'published' as const, contentHash: '' };
  const notes = methodNotes(objectives, 'fr', edition);
  const text = (code: string): string => plain(notes.filter((note) => note.code === code).map((note) => note.text).join(' '));
  expect(text('asked')).toBe('60');
  expect(text('item_non_response')).toBe('Aucune : les 32 ont répondu');
  expect(text('interval')).toContain('de 46 à 56 caisses sur 60, au niveau de 95 %');
  expect(text('interval')).toContain('elles ont choisi de répondre');
  expect(text('edition')).toBe('2025.1, publiée le 19 décembre 2025 ; tableau 2025.objectives');
  expect(notes.some((note) => note.code === 'weighted' || note.code === 'confidentiality')).toBe(false);
});

test('a picture is described whole', () => {
  const text = plain(imageDescription(objectives, 'fr', 'answered'));
  expect(text).toContain('Accès à l’alimentation durable : 28 sur 32 (87,5 %) ; Plaidoyer : 9 sur 32 (28 %)');
});
