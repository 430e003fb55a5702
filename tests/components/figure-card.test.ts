import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import FigureCard from '../../src/lib/components/figures/FigureCard.svelte';
import { tableModel } from '../../src/lib/components/figures/adapt/table.ts';
import { figureParameters, figureState } from '../../src/lib/components/figures/figure-state.ts';
import { bibtex, citationText, csl, ris } from '../../src/lib/domain/format/citation.ts';
import { pictureSvg } from '../../src/lib/components/figures/files/picture.ts';
import { largeContributors, rankingStory } from '../../src/lib/components/figures/story.ts';
import { unknownParameters, withoutParameters } from '../../src/lib/components/layout/parameters.ts';
import { barePath, href, withQuery } from '../../src/lib/i18n/href.ts';
import { amountsTable, budgetTable, edition, mixTable, objectivesByTerritory, objectivesHidden, objectivesTable, ok } from './fixtures/tables.ts';

const card = (search = '', table = objectivesTable) =>
  render(FigureCard, { props: { table, edition, lang: 'fr', url: new URL(`https://observatoire.test/objectifs${search}`), pinned: false } }).body.replace(/<!--[\s\S]*?-->/g, '');

describe('the card', () => {
  it('keeps the order: headline, title, base, tabs, figure, reading, source, actions', () => {
    const html = card();
    const places = ['28 caisses sur 32 déclarent', 'class="statistical-title', 'Base\u00a0: 32 caisses répondantes', 'class="tabs', '<figure', 'Lecture\u00a0: 28 caisses', 'class="source', 'class="actions'].map((text) => html.indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('says that its data are synthetic, and nothing when they are real', () => {
    expect(card()).toContain('Données synthétiques.');
    expect(card('', { ...objectivesTable, provenance: 'real' })).not.toContain('Données synthétiques.');
  });

  it('the address chooses the view and the base; sentences follow', () => {
    expect(card('?tab=table')).toContain('<caption>');
    expect(card('?tab=method')).toContain('Caisses interrogées');
    expect(card('?base=population')).toContain('28 caisses sur les 60 interrogées');
    expect(card('?base=nonsense')).toContain('28 caisses sur les 32 qui ont répondu');
  });

  it('files and the reference name the edition even when the page does not', () => {
    const html = card();
    expect(html).toContain('href="/v/2025.1/figures/2025.objectives.csv"');
    expect(html).toContain('https://observatoire.test/v/2025.1/objectifs#objectives');
  });

  it('symbols are told where a number is hidden, and only there', () => {
    expect(card('', objectivesHidden)).toContain('c, secret statistique');
    expect(card()).not.toContain('secret statistique');
  });
});

describe('the table', () => {
  it('has counts and percentages in columns of their own, with the bounds', () => {
    const model = tableModel(objectivesTable, 'answered', 'fr');
    expect(model.rows[0]?.cells).toEqual(['28', '87,5\u00a0%', '28', '56']);
    expect(tableModel(objectivesTable, 'population', 'en').rows[0]?.cells[1]).toBe('47%');
    expect(tableModel(objectivesTable, 'mentions', 'fr').rows[0]?.cells).toHaveLength(2);
  });

  it('a hidden count hides what could give it back', () => {
    expect(tableModel(objectivesHidden, 'answered', 'fr').rows.at(-1)?.cells).toEqual(['c', 'c', 'c', 'c']);
  });

  it.each([objectivesTable, objectivesByTerritory, mixTable, budgetTable, amountsTable])('every row of $id has a cell per column', (table) => {
    const model = tableModel(table, table.base, 'fr');
    for (const row of model.rows) expect(row.cells).toHaveLength(model.columns.length);
    if (model.head) expect(model.head.reduce((sum, group) => sum + group.span, 0)).toBe(model.columns.length);
  });
});

describe('what is said around', () => {
  it('a story names three answers and the last, or nothing when too few may be told', () => {
    expect(rankingStory(objectivesTable, 'fr')).toContain('« Gouvernance partagée » (19 sur 32)'.replace(/« | »/g, (text) => text.replace(' ', '\u00a0')));
    const [all] = objectivesTable.groups;
    expect(rankingStory({ ...objectivesTable, groups: all ? [{ ...all, rows: all.rows.slice(0, 3) }] : [] }, 'fr')).toBeUndefined();
  });

  it('a contributor is pointed out from half of a total on', () => {
    const [all] = amountsTable.groups;
    const rows = (all?.rows ?? []).map((row, index) => ({ ...row, largestShare: ok([0.5, 0.49, 0.9, 0.5][index] ?? 0.1) }));
    expect(largeContributors({ ...amountsTable, groups: all ? [{ ...all, rows }] : [] }).map(({ share, labels }) => [share, labels.length])).toEqual([[0.9, 1], [0.5, 2]]);
  });

  it('references keep what identifies the figure', () => {
    const cited = { title: 'Objectifs {poursuivis}', wave: '2025', edition, url: 'https://observatoire.test/v/2025.1/objectifs', publisher: 'Observatoire', lang: 'fr' as const };
    for (const text of [citationText(cited), bibtex(cited), ris(cited), JSON.stringify(csl(cited))]) {
      expect(text).toContain(cited.url);
      expect(text).toContain('2025');
    }
    expect(bibtex(cited)).toContain('title = {{Objectifs poursuivis}}');
    expect(ris(cited).split('\r\n')[0]).toBe('TY  - DATA');
    expect(ris(cited)).toContain('\r\nER  - \r\n');
  });

  // Its colours are checked by the browser tests: style sheets are left out of these ones.
  it('a picture holds its texts, escaped, around the chart, and is tall enough for them', () => {
    const svg = pictureSvg('<svg viewBox="0 0 800 100"><rect class="chart" /></svg>', { headline: 'A < B & C', title: 'title', base: 'base', notes: ['note'], source: 'source' });
    const places = ['A &lt; B &amp; C</text>', '>title<', '>base<', 'class="chart"', '>note<', '>source<'].map((text) => svg.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
    expect(Math.max(...[...svg.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y)))).toBeLessThan(height);
  });
});

describe('addresses', () => {
  it('language first, then edition; the home page has one address', () => {
    expect(href('/objectifs', { lang: 'fr' })).toBe('/objectifs');
    expect(href('/objectifs?by=size_class#a', { lang: 'en', version: '2025.1' })).toBe('/en/v/2025.1/objectifs?by=size_class#a');
    expect(href('/', { lang: 'fr' })).toBe('/');
    expect(href('/', { lang: 'en' })).toBe('/en');
    expect(href('/?a=1', { lang: 'fr', version: '2025.1' })).toBe('/v/2025.1?a=1');
  });

  it('the bare path undoes it', () => {
    for (const path of ['/', '/objectifs', '/vagues/2025', '/entraide']) {
      for (const lang of ['fr', 'en'] as const) for (const version of [undefined, '2025.1']) expect(barePath(href(path, { lang, version }))).toBe(path);
    }
  });

  it('a parameter is set, removed, and the others stay', () => {
    const url = new URL('https://o.test/objectifs?by=size_class&tab=table');
    expect(withQuery(url, { tab: undefined, base: 'population' }, '#x')).toBe('/objectifs?by=size_class&base=population#x');
    expect(withQuery(new URL('https://o.test/objectifs?tab=table'), { tab: undefined })).toBe('/objectifs');
  });

  it('unknown parameters and values are found and can be taken out', () => {
    const known = figureParameters([{ table: objectivesTable, scope: '' }]);
    const url = new URL('https://o.test/objectifs?tab=moon&base=population&utm=1');
    const unknown = unknownParameters(url.searchParams, known);
    expect(unknown).toEqual([{ name: 'tab', value: 'moon' }, { name: 'utm', value: '1' }]);
    expect(withoutParameters(url, unknown)).toBe('/objectifs?base=population');
    expect(figureState(url.searchParams, objectivesTable, '')).toEqual({ tab: 'chart', base: 'population' });
    expect(unknownParameters(new URLSearchParams('constructor=1'), known)).toHaveLength(1);
  });
});
