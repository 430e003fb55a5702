import { fold } from '#lib/domain/geography/fold.ts';
import { findCommune, type Commune } from '../geography/gazetteer.ts';
import { searchCommunes } from '../geography/search-communes.ts';

/**
 * The commune that `pres` means, and others that it may mean as well: those of the same name, or those that resemble it
 * when none has just this name, which `exact` tells. Undefined when nothing does.
 */
export function placeAround(text: string): { commune: Commune; others: Commune[]; exact: boolean } | undefined {
  const byCode = findCommune(text);
  if (byCode) return { commune: byCode, others: [], exact: true };
  const [commune, ...others] = searchCommunes(text, 6);
  if (!commune) return undefined;
  const exact = fold(text).startsWith(fold(commune.name));
  return { commune, others: exact ? others.filter((other) => fold(other.name) === fold(commune.name)) : others, exact };
}
