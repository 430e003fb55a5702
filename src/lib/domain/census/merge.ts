import { HISTORY_FIELDS, fieldText, withField, type HistoryField } from './history.ts';
import type { Initiative, Place } from './initiative.ts';

/** Which of the two initiatives a field is taken from; `both` where values can stand together. */
export type MergeChoice = 'kept' | 'absorbed' | 'both';

/** Fields whose values can stand together. */
export const JOINABLE: ReadonlySet<HistoryField> = new Set(['sources', 'places']);

/** A field on which the two differ, with what is proposed for it. */
export type MergeField = { field: HistoryField; kept: string | null; absorbed: string | null; proposed: MergeChoice };

const NOT_STATED: Partial<Record<HistoryField, string>> = { status: 'inconnu', leadType: 'inconnu' };

function isUnknown(field: HistoryField, text: string | null): boolean {
  return text === null || text === NOT_STATED[field] || text === '[]';
}

/**
 * What differs between two initiatives that are one. What only one of them knows is proposed from it, sources and places
 * are proposed together, a value that both know otherwise stays that of the one which is kept.
 */
export function mergeFields(kept: Initiative, absorbed: Initiative): MergeField[] {
  return HISTORY_FIELDS.flatMap((field): MergeField[] => {
    const texts = { kept: fieldText(kept, field), absorbed: fieldText(absorbed, field) };
    if (texts.kept === texts.absorbed) return [];
    const proposed: MergeChoice = isUnknown(field, texts.absorbed) ? 'kept' : isUnknown(field, texts.kept) ? 'absorbed' : field === 'sources' ? 'both' : 'kept';
    return [{ field, ...texts, proposed }];
  });
}

const placeKey = (place: Place): string => place.commune ?? `${place.longitude} ${place.latitude}`;

/** Places of both, each once; the seat stays the first one's, the others are the area of action. */
function joinPlaces(kept: Place[], absorbed: Place[]): Place[] {
  const known = new Set(kept.map(placeKey));
  return [...kept, ...absorbed.filter((place) => !known.has(placeKey(place))).map((place): Place => ({ ...place, role: 'area' }))];
}

/** The initiative that is kept, with the choices made field by field; a field without a choice stays its own. */
export function merge(kept: Initiative, absorbed: Initiative, choices: Partial<Record<HistoryField, MergeChoice>>): Initiative {
  return HISTORY_FIELDS.reduce((result, field): Initiative => {
    const choice = choices[field];
    if (choice === 'absorbed') return withField(result, field, fieldText(absorbed, field));
    if (choice !== 'both') return result;
    if (field === 'sources') return { ...result, sources: [...new Set([...kept.sources, ...absorbed.sources])] };
    return field === 'places' ? { ...result, places: joinPlaces(kept.places, absorbed.places) } : result;
  }, kept);
}
