import { expect, test } from 'vitest';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { replacementOf } from '#lib/server/http/replacement.ts';

const edition = (version: string, status: EditionSummary['status'], successor?: string): EditionSummary => ({
  version,
  publishedAt: '2026-01-01T00:00:00Z',
  title: { fr: version, en: version },
  note: { fr: '', en: '' },
  status,
  contentHash: version,
  ...(successor ? { successor } : {})
});
const told = (editions: EditionSummary[], version: string) => replacementOf(editions.find((each) => each.version === version) as EditionSummary, editions)?.version;

test('a withdrawn edition leads to the successor that it names', () => {
  expect(told([edition('2026.2', 'published'), edition('2025.2', 'published'), edition('2025.1', 'withdrawn', '2025.2')], '2025.1')).toBe('2025.2');
});

test('a successor withdrawn in its turn leads to its own', () => {
  expect(told([edition('2026.1', 'published'), edition('2025.3', 'published'), edition('2025.2', 'withdrawn', '2025.3'), edition('2025.1', 'withdrawn', '2025.2')], '2025.1')).toBe('2025.3');
});

test('without a successor online, the newest published edition; without any, nothing', () => {
  expect(told([edition('2026.1', 'withdrawn'), edition('2025.2', 'published'), edition('2025.1', 'published')], '2026.1')).toBe('2025.2');
  expect(told([edition('2025.2', 'withdrawn', '2025.1'), edition('2025.1', 'withdrawn', '2025.2')], '2025.2')).toBeUndefined();
});
