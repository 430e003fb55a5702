import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import FigureChart from '../../src/lib/components/figures/FigureChart.svelte';
import { lectureBody } from '../../src/lib/domain/indicators/sentences/index.ts';
import type { PublishedTable } from '../../src/lib/domain/confidentiality/published.ts';
import { LANGUAGES, type Lang } from '../../src/lib/domain/language.ts';
import { amountsTable, budgetTable, mixTable, objectivesByTerritory, objectivesHidden, objectivesTable, smallTable } from './fixtures/tables.ts';
import { outside, overlaps, parseSvg, type Parsed } from './svg.ts';

const TABLES: Record<string, PublishedTable> = { objectivesTable, objectivesHidden, objectivesByTerritory, mixTable, budgetTable, amountsTable, smallTable };
const WIDTHS = [800, 340];

function picture(table: PublishedTable, width = 800, lang: Lang = 'fr', base = table.base): Parsed & { html: string } {
  const html = render(FigureChart, { props: { table, base, lang, width, id: 'test' } }).body;
  return { ...parseSvg(html), html };
}

describe('every picture', () => {
  for (const [name, table] of Object.entries(TABLES)) {
    for (const width of WIDTHS) {
      for (const lang of LANGUAGES) {
        it(`${name} at ${width}, ${lang}: no text over another, none outside`, () => {
          const drawn = picture(table, width, lang);
          expect(drawn.width).toBe(width);
          expect(drawn.boxes.some((box) => box.kind === 'text')).toBe(true);
          expect(overlaps(drawn)).toEqual([]);
          expect(outside(drawn)).toEqual([]);
        });
      }
    }
    it(`${name} has the reading as its name`, () => {
      const drawn = picture(table);
      expect(drawn.role).toBe('img');
      expect(drawn.label).toBe(lectureBody(table, 'fr', table.base));
    });
  }
});

describe('ranked bars', () => {
  const bars = (drawn: Parsed) => drawn.boxes.filter((box) => box.className === 'bar');
  const counts = objectivesTable.groups[0]?.rows.map((row) => (row.count.status === 'ok' ? row.count.value : 0)) ?? [];

  it.each(WIDTHS)('lengths are proportional to counts and start at one zero, at %i', (width) => {
    const drawn = bars(picture(objectivesTable, width));
    expect(drawn).toHaveLength(counts.length);
    const unit = ((drawn[0]?.x1 ?? 0) - (drawn[0]?.x0 ?? 0)) / 28;
    counts.toSorted((a, b) => b - a).forEach((count, index) => expect((drawn[index]?.x1 ?? 0) - (drawn[index]?.x0 ?? 0)).toBeCloseTo(unit * count, 6));
    expect(new Set(drawn.map((bar) => bar.x0)).size).toBe(1);
  });

  it('the whole scale is the population, and the band goes from the count to the bound', () => {
    const drawn = picture(objectivesTable);
    const [bar] = bars(drawn);
    const band = drawn.boxes.find((box) => box.className === 'band');
    const unit = ((bar?.x1 ?? 0) - (bar?.x0 ?? 0)) / 28;
    expect((bar?.x0 ?? 0) + 60 * unit).toBeCloseTo(800, 6);
    expect(band?.x0).toBeCloseTo(bar?.x1 ?? 0, 6);
    expect((band?.x1 ?? 0) - (bar?.x0 ?? 0)).toBeCloseTo(56 * unit, 6);
  });

  it('shares of ticks have no band: a tick has no silent counterpart', () => {
    expect(picture(objectivesTable, 800, 'fr', 'mentions').boxes.filter((box) => box.className === 'band')).toEqual([]);
  });

  it('every label and every count is written', () => {
    const words = picture(objectivesTable).boxes.filter((box) => box.kind === 'text').map((box) => box.text);
    for (const count of counts) expect(words).toContain(String(count));
    for (const row of objectivesTable.groups[0]?.rows ?? []) expect(words.join(' ')).toContain(row.label.fr.split(' ')[0]);
  });

  it('a hidden count is a pattern with its symbol and its key, comes last, and has no bar', () => {
    const drawn = picture(objectivesHidden);
    expect(bars(drawn)).toHaveLength(counts.length - 1);
    const secret = drawn.boxes.filter((box) => box.className === 'secret');
    expect(secret).toHaveLength(1);
    expect(secret[0]?.fill).toBe('url(#test-secret)');
    expect(secret[0]?.y0).toBeGreaterThan(Math.max(...bars(drawn).map((bar) => bar.y0)));
    const words = drawn.boxes.filter((box) => box.kind === 'text').map((box) => box.text);
    expect(words).toContain('c');
    expect(words.some((text) => text.includes('secret statistique'))).toBe(true);
  });

  it('the key names what is drawn, and only that', () => {
    const keys = (table: PublishedTable) => picture(table).boxes.filter((box) => box.kind === 'text').map((box) => box.text).join(' | ');
    expect(keys(objectivesTable)).toContain('silencieuses');
    expect(keys(objectivesTable)).not.toContain('secret');
  });
});

describe('small bases', () => {
  it('a dot per caisse: full for the count, hollow up to the base', () => {
    const drawn = picture(smallTable);
    const rows = drawn.html.split('<g class="row"').slice(1);
    expect((rows[0]?.match(/class="full/g) ?? []).length).toBe(7);
    expect((rows[0]?.match(/class="hollow/g) ?? []).length).toBe(4);
    expect(drawn.boxes.filter((box) => box.className === 'bar')).toEqual([]);
  });

  it('a crossed figure draws the base of each group', () => {
    const html = picture(objectivesByTerritory).html;
    const urban = html.split('data-code="urban"')[1]?.split('</g>')[0] ?? '';
    expect((urban.match(/class="full/g) ?? []).length).toBe(15);
    expect((urban.match(/class="hollow/g) ?? []).length).toBe(2);
    expect(html).toContain('15 sur 17');
  });
});

describe('dots with the median', () => {
  it.each(WIDTHS)('every caisse is a dot and none covers another, at %i', (width) => {
    const dots = picture(budgetTable, width).boxes.filter((box) => box.className === 'dot');
    expect(dots).toHaveLength(15);
    dots.forEach((a, index) => {
      for (const b of dots.slice(index + 1)) {
        const [dx, dy] = [(a.x0 + a.x1 - b.x0 - b.x1) / 2, (a.y0 + a.y1 - b.y0 - b.y1) / 2];
        expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(a.x1 - a.x0 - 1e-6);
      }
    });
  });

  it('places are proportional to values from zero', () => {
    const dots = picture(budgetTable).boxes.filter((box) => box.className === 'dot').map((box) => (box.x0 + box.x1) / 2);
    const values = budgetTable.groups[0]?.summary?.dots ?? [];
    const [first = 0, last = 0] = [dots[0], dots.at(-1)];
    const unit = (last - first) / ((values.at(-1) ?? 0) - (values[0] ?? 0));
    const zero = first - unit * (values[0] ?? 0);
    values.forEach((value, index) => expect(dots[index]).toBeCloseTo(zero + unit * value, 6));
    expect(zero).toBeGreaterThan(0);
    expect(zero).toBeLessThan(20);
  });
});

describe('paired bars', () => {
  it.each(WIDTHS)('each side has its own zero and its own scale, at %i', (width) => {
    const drawn = picture(amountsTable, width).boxes;
    const side = (name: string) => drawn.filter((box) => box.className === `bar ${name}`);
    const lengths = (name: string) => side(name).map((box) => box.x1 - box.x0);
    const told = amountsTable.groups[0]?.rows.filter((row) => row.count.status === 'ok') ?? [];
    const value = (row: (typeof told)[number], key: 'count' | 'total') => { const number = row[key]; return number?.status === 'ok' ? number.value : 0; };
    const [left = [], right = []] = [lengths('left'), lengths('right')];
    expect(left).toHaveLength(told.length);
    told.forEach((row, index) => {
      expect((left[index] ?? 0) / (left[0] ?? 1)).toBeCloseTo(value(row, 'count') / value(told[0] ?? row, 'count'), 6);
      expect((right[index] ?? 0) / (right[0] ?? 1)).toBeCloseTo(value(row, 'total') / value(told[0] ?? row, 'total'), 6);
    });
    expect(new Set(side('left').map((box) => box.x0)).size).toBe(1);
  });

  it('the hue is the family and nothing else', () => {
    const html = picture(amountsTable).html;
    const colourOf = (code: string) => /fill="(var\(--family-\w+\))"/.exec(html.split(`data-code="${code}"`)[1] ?? '')?.[1];
    expect(colourOf('contributions')).toBe('var(--family-self)');
    expect(colourOf('foundations_funds')).toBe('var(--family-private)');
    expect(colourOf('national')).toBe('var(--family-public)');
    expect(colourOf('local')).toBe('var(--family-public)');
  });
});

describe('mix', () => {
  it('parts fill the bar in proportion, under both aggregations', () => {
    const html = picture(mixTable).html;
    expect(html.split('class="mix"')).toHaveLength(3);
    const parts = picture(mixTable).boxes.filter((box) => box.className === 'part value');
    // A gap of two units separates the parts.
    expect(parts.map((box) => Math.round(((box.x1 - box.x0 + 2) / 800) * 100))).toEqual([37, 28, 35, 29, 24, 47]);
  });
});
