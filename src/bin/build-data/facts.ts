import { readFileSync } from 'node:fs';

type PublishedFigures = { figures: { id: string; value: number | string; base?: number }[] };

/** Published figures by their identifier, in the unit of the file; throws when a figure is absent or not a number. */
export function readFacts(path: string): (id: string) => number {
  const { figures } = JSON.parse(readFileSync(path, 'utf8')) as PublishedFigures;
  return (id) => {
    const value = figures.find((figure) => figure.id === id)?.value;
    if (typeof value !== 'number') throw new RangeError(`${path}: no number for ${id}`);
    return value;
  };
}
