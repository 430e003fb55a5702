import { fold } from '../../geography/fold.ts';
import type { KnownInitiative } from './index-census.ts';

/**
 * Initiatives whose name and communes hold every word that was typed, accents and case aside: those whose name begins with
 * it first, then by name. None for a text without a letter or a figure.
 */
export function searchKnown(text: string, initiatives: KnownInitiative[], limit: number): KnownInitiative[] {
  const typed = fold(text);
  const words = typed.split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const found = initiatives.flatMap((initiative) => {
    const name = fold(initiative.name);
    const all = `${name} ${initiative.communes.map(fold).join(' ')} ${initiative.slug}`;
    return words.every((word) => all.includes(word)) ? [{ initiative, begins: name.startsWith(typed) }] : [];
  });
  return found
    .sort((a, b) => Number(b.begins) - Number(a.begins) || a.initiative.name.localeCompare(b.initiative.name, 'fr'))
    .slice(0, limit)
    .map(({ initiative }) => initiative);
}
