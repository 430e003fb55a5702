import type { PublishedTable } from '../../confidentiality/published.ts';
import type { Lang, Text } from '../../language.ts';
import { bindText } from './bind.ts';

/** A number that a text can quote: what to write between braces, and what it gives now. */
export type AvailableNumber = { source: string; label: Text; value: string };

/** The numbers of an uncrossed table that an editor's text can quote; those that are hidden or do not exist are left out. */
export function availableNumbers(table: PublishedTable, lang: Lang): AvailableNumber[] {
  const group = table.groups.find(({ code }) => code === null);
  if (!group) return [];
  const row = (member: string): [string, Text][] => group.rows.map(({ code, label }) => [`${table.indicator}.${code}.${member}`, label]);
  const whole = (member: string): [string, Text] => [`${table.indicator}.${member}`, table.title];
  const names = [...row('n'), ...row('share'), ...row('total'), ...row('part'), whole('base'), whole('median'), whole('answered'), whole('population')];
  return names.flatMap(([name, label]) => {
    const source = `{{${name}}}`;
    const { text: value, problems } = bindText(source, [table], lang);
    return problems.length > 0 ? [] : [{ source, label, value }];
  });
}
