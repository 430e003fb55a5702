import type { NumberClass } from '#lib/domain/indicators/definition.ts';

/** Why classes cannot be used: `shape` (a line cannot be read), `cover` (they leave a gap, overlap, or stop short of an end). */
export type ClassesProblem = 'shape' | 'cover';

/** Classes as the form shows them, one a line: `code | français | English | from | below`; an open end is left empty. */
export function writeClasses(classes: NumberClass[] = []): string {
  return classes.map(({ code, label, min, max }) => [code, label.fr, label.en, min ?? '', max ?? ''].join(' | ')).join('\n');
}

/** Reads classes written one a line, from the smallest. Every number must lie in exactly one of them. */
export function readClasses(text: string): NumberClass[] | ClassesProblem {
  const classes: NumberClass[] = [];
  for (const line of text.split('\n').map((each) => each.trim()).filter(Boolean)) {
    const parts = line.split('|').map((part) => part.trim());
    const [code = '', fr = '', en = '', from = '', below = ''] = parts;
    const [min, max] = [from, below].map((bound) => (bound === '' ? undefined : Number(bound.replace(/\s/g, '').replace(',', '.'))));
    if (parts.length !== 5 || !/^[a-z0-9_]+$/.test(code) || !fr || !en || Number.isNaN(min) || Number.isNaN(max)) return 'shape';
    classes.push({ code, label: { fr, en }, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
  }
  if (new Set(classes.map(({ code }) => code)).size < classes.length) return 'shape';
  const joined = classes.every(({ min, max }, index) => {
    const first = index === 0;
    const last = index === classes.length - 1;
    return (first ? min === undefined : min === classes[index - 1]?.max) && (last ? max === undefined : max !== undefined && max > (min ?? -Infinity));
  });
  return classes.length >= 2 && joined ? classes : 'cover';
}
