import { describe, expect, it } from 'vitest';
import { m } from '#lib/i18n/generated/messages.js';
import { formatNumber } from '#lib/domain/format/index.ts';

describe('a count and its noun agree', () => {
  it.each([
    [0, '0 initiative sur 105', '0 of 105 initiatives'],
    [1, '1 initiative sur 105', '1 of 105 initiatives'],
    [2, '2 initiatives sur 105', '2 of 105 initiatives'],
    // French has a third category from a million on.
    [1_000_000, '1 000 000 initiatives sur 105', '1,000,000 of 105 initiatives']
  ])('%d', (count, fr, en) => {
    const say = (locale: 'fr' | 'en') => m.directory_count({ count: formatNumber(count, locale), total: '105' }, { locale }).replace(/\s/g, ' ');
    expect([say('fr'), say('en')]).toEqual([fr, en]);
  });

  it('in files and headings too', () => {
    expect(m.directory_download({ count: '1' }, { locale: 'fr' }).replace(/\s/g, ' ')).toBe('Télécharger cette vue (1 ligne, édition figée) :');
    expect(m.intake_taken_count({ n: 1 }, { locale: 'en' })).toBe('1 decision is taken over from an earlier deposit.');
  });
});
