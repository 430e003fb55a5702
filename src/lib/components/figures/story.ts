import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { typeset } from '#lib/domain/format/index.ts';
import { everybody, known } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';

const quote = (text: string, lang: Lang) => (lang === 'fr' ? `« ${text} »` : `“${text}”`);

/**
 * What a ranked table says: its first three answers and the last one, with their counts.
 * Undefined when fewer than four rows may be told.
 */
export function rankingStory(table: PublishedTable, lang: Lang): string | undefined {
  const all = everybody(table);
  const answered = known(all.answered);
  const rows = all.rows.flatMap((row) => {
    const count = known(row.count);
    return count === undefined ? [] : [{ label: row.label[lang], count }];
  });
  rows.sort((a, b) => b.count - a.count);
  const [first, second, third] = rows;
  const last = rows.at(-1);
  if (answered === undefined || rows.length < 4 || !first || !second || !third || !last) return undefined;
  const of = (row: { label: string; count: number }) => `${quote(row.label, lang)} (${row.count} ${lang === 'fr' ? 'sur' : 'of'} ${answered})`;
  const text =
    lang === 'fr'
      ? `La réponse la plus fréquente est ${of(first)}. Viennent ensuite ${of(second)} et ${of(third)}. Le moins cité est ${of(last)}.`
      : `The most frequent answer is ${of(first)}. Next come ${of(second)} and ${of(third)}. The least cited is ${of(last)}.`;
  return typeset(text, lang);
}

/** Rows whose largest contributor makes at least half of the total, by that share, the largest first: money that hangs on one. */
export function largeContributors(table: PublishedTable): { share: number; labels: Record<Lang, string>[] }[] {
  const shares = new Map<number, Record<Lang, string>[]>();
  for (const row of everybody(table).rows) {
    const share = known(row.largestShare);
    if (share !== undefined && share >= 0.5) shares.set(share, [...(shares.get(share) ?? []), row.label]);
  }
  return [...shares].sort(([a], [b]) => b - a).map(([share, labels]) => ({ share, labels }));
}
