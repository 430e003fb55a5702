import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { atomFeed } from '#lib/server/exports/atom.ts';
import { editionPackage } from '#lib/server/exports/edition-package.ts';
import { sitemap } from '#lib/server/exports/sitemap.ts';
import { generateInitiatives } from '../../domain/directory/generate.ts';

const edition: EditionSummary = {
  version: '2025.1',
  publishedAt: '2026-03-02T09:00:00.000Z',
  title: { fr: 'Vague 2025 & recensement', en: 'Wave 2025 & census' },
  note: { fr: 'Première <édition>', en: 'First <edition>' },
  status: 'published',
  contentHash: 'ab'
};
const initiatives = generateInitiatives(40, 11);
const request = { edition, initiatives, tables: [], lang: 'fr' as const, url: 'https://observatoire.example/v/2025.1', publisher: 'Observatoire' };

/** Refuses what is not well-formed XML, by its own rules only: every tag is closed in order, no bare ampersand. */
function wellFormed(xml: string): string[] {
  expect(xml.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
  const [open, seen]: [string[], string[]] = [[], []];
  for (const [, close, name = '', self] of xml.replace(/<\?.*?\?>/, '').matchAll(/<(\/?)([\w:-]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!self) open.push(name);
    seen.push(name);
  }
  expect(open).toEqual([]);
  expect(xml.split('<').length - 2).toBe(seen.length);
  return seen;
}

describe('the archive of an edition', () => {
  const files = unzipSync(editionPackage(request));
  const text = (name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[name]);

  it('is the same bytes each time, and opens with the system’s own tool', () => {
    expect(Buffer.from(editionPackage(request)).equals(Buffer.from(editionPackage(request)))).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'package-'));
    writeFileSync(join(folder, 'edition.zip'), editionPackage(request));
    const tried = spawnSync('python3', ['-m', 'zipfile', '-e', join(folder, 'edition.zip'), join(folder, 'out')]);
    // A machine without Python still checks the archive below.
    if (tried.error) return;
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(Object.keys(files).sort());
    expect(readFileSync(join(folder, 'out', 'initiatives.csv'), 'utf8')).toBe(text('initiatives.csv'));
  });

  it('describes every column of every file it holds, in the order of the file', () => {
    const { resources } = JSON.parse(text('datapackage.json')) as { resources: { path: string; schema: { fields: { name: string; description: string }[] } }[] };
    expect(resources.map(({ path }) => path)).toEqual(['initiatives.csv', 'tables.csv']);
    for (const { path, schema } of resources) {
      const [header = []] = Papa.parse<string[]>(text(path).replace(/^\uFEFF/, '')).data;
      expect(schema.fields.map(({ name }) => name)).toEqual(header);
      expect(schema.fields.filter(({ description }) => !description)).toEqual([]);
    }
  });

  it('counts in its read-me what its files hold, and says what is invented', () => {
    const rows = Papa.parse<Record<string, string>>(text('initiatives.csv').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
    const invented = rows.filter(({ provenance }) => provenance === 'synthetic').length;
    expect(text('LISEZMOI.txt')).toContain(`(${rows.length} lignes)`);
    expect(text('LISEZMOI.txt')).toContain(`${invented} des ${rows.length} initiatives`);
    expect(text('LISEZMOI.txt')).toContain('https://observatoire.example/v/2025.1');
  });
});

it('the feed tells a withdrawal as news', () => {
  const withdrawn: EditionSummary = { ...edition, version: '2025.2', status: 'withdrawn', withdrawnAt: '2026-05-01T00:00:00.000Z', withdrawalReason: { fr: 'Erreur de "base"', en: 'Wrong base' } };
  const feed = atomFeed({ editions: [withdrawn, edition], lang: 'fr', title: 'Éditions', publisher: 'O', self: 'https://o.example/a', page: 'https://o.example/', address: (version) => `https://o.example/${version}?a=1&b=2`, name: ({ title }) => title.fr });
  expect(wellFormed(feed).filter((name) => name === 'entry')).toHaveLength(4);
  expect(feed).toContain('<updated>2026-05-01T00:00:00.000Z</updated>\n  <author>');
  expect(feed).toContain('Erreur de &quot;base&quot;');
});

it('the sitemap gives each page in both languages, each naming the other', () => {
  const xml = sitemap([{ path: '/' }, { path: '/initiatives/a&b', changed: '2026-03-02T09:00:00.000Z' }], 'https://o.example');
  wellFormed(xml);
  expect([...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual(['https://o.example/', 'https://o.example/en', 'https://o.example/initiatives/a&amp;b', 'https://o.example/en/initiatives/a&amp;b']);
  expect(xml.match(/hreflang/g)).toHaveLength(8);
});
