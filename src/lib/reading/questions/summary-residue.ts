/**
 * What a column that sums up a split choice says beyond the labels of the ticked options (`Accès, ferme` → `ferme`): the text that the
 * respondent typed. Undefined when there is nothing else. Longest labels first, since one may hold another.
 */
export function summaryResidue(text: string, labels: readonly string[]): string | undefined {
  let rest = `, ${text.trim()}, `;
  for (const label of [...labels].sort((a, b) => b.length - a.length)) {
    const at = rest.indexOf(`, ${label}, `);
    if (label !== '' && at >= 0) rest = rest.slice(0, at) + rest.slice(at + label.length + 2);
  }
  const left = rest.replace(/^[\s,]+|[\s,]+$/g, '');
  return left === '' ? undefined : left;
}
