import { findCommune, searchCommunes, type Commune } from '../geography/gazetteer.ts';

/** The commune that `pres` means, and others that bear a like name. Undefined when nothing resembles it. */
export function placeAround(text: string): { commune: Commune; others: Commune[] } | undefined {
  const byCode = findCommune(text);
  if (byCode) return { commune: byCode, others: [] };
  const [commune, ...others] = searchCommunes(text, 5);
  return commune && { commune, others };
}
