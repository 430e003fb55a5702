import { territoryTypeNamed, type TerritoryType } from '#lib/domain/directory/territory-types.ts';
import { fold } from '#lib/domain/geography/fold.ts';
import type { Text } from '#lib/domain/language.ts';

/** Why a file is not the density grid, with what to do. */
export type GridRefusal = { reason: Text };
export type GridReading = { types: Map<string, TerritoryType>; communes: number } | GridRefusal;

/** What is needed of the gazetteer: the commune of today for a code, and how many there are. */
export type KnownCommunes = { current: (code: string) => string | undefined; count: number };

const CODE_NAMES = new Set(['codgeo', 'code commune', 'code', 'code geographique', 'insee com', 'depcom']);
/** INSEE puts a title and notes above the table. */
const HEADER_WITHIN = 15;
/** A grid that leaves out more communes than this is an extract, or another year's. */
const LEAST_COVERAGE = 0.95;
const SHOWN = 3;

const refuse = (fr: string, en: string): GridRefusal => ({ reason: { fr, en } });

/** The column that names the levels: most of its cells are one of the seven names. Numbers alone would not tell, 3 and 4 changed places. */
function namesColumn(body: readonly string[][], width: number): number {
  const sample = body.slice(0, 500);
  const shares = Array.from({ length: width }, (_, at) => sample.filter((row) => territoryTypeNamed(row[at] ?? '')).length / Math.max(1, sample.length));
  const best = shares.indexOf(Math.max(...shares));
  return (shares[best] ?? 0) > 0.5 ? best : -1;
}

/**
 * Reads the communes of INSEE's density grid with their level. Former codes count for the commune of today when all of its
 * rows agree, or when its own code has a row; otherwise it has no type.
 */
export function readGridRows(rows: readonly string[][], { current, count }: KnownCommunes): GridReading {
  const top = rows.slice(0, HEADER_WITHIN).findIndex((row) => row.some((cell) => CODE_NAMES.has(fold(cell))));
  if (top < 0) return refuse('Aucune colonne CODGEO (code INSEE de la commune) dans les premières lignes.', 'No CODGEO column (INSEE code of the commune) in the first rows.');
  const header = rows[top] ?? [];
  const codeAt = header.findIndex((cell) => CODE_NAMES.has(fold(cell)));
  const body = rows.slice(top + 1).filter((row) => /^[0-9][0-9AB][0-9]{3}$/.test((row[codeAt] ?? '').trim()));
  const nameAt = namesColumn(body, header.length);
  if (nameAt < 0) {
    return refuse(
      'Aucune colonne ne nomme les sept niveaux (« Bourgs ruraux »…). Il faut la colonne LIBDENS de la grille à 7 niveaux : les numéros seuls ont changé de sens d’un fichier à l’autre.',
      'No column names the seven levels (“Bourgs ruraux”…). The LIBDENS column of the 7-level grid is needed: numbers alone changed meaning from one file to another.'
    );
  }
  const own = new Map<string, TerritoryType>();
  const former = new Map<string, Set<TerritoryType>>();
  const unread: string[] = [];
  for (const row of body) {
    const code = (row[codeAt] ?? '').trim();
    const text = (row[nameAt] ?? '').trim();
    const type = territoryTypeNamed(text);
    const commune = current(code);
    if (!type && text !== '') unread.push(`${code} « ${text} »`);
    if (!type || !commune) continue;
    if (commune === code) {
      const known = own.get(code);
      if (known && known !== type) return refuse(`La commune ${code} a deux niveaux différents.`, `Commune ${code} has two different levels.`);
      own.set(code, type);
    } else former.set(commune, (former.get(commune) ?? new Set()).add(type));
  }
  if (unread.length > 0) {
    const examples = unread.slice(0, SHOWN).join(', ');
    return refuse(`${unread.length} lignes ont un niveau inconnu : ${examples}.`, `${unread.length} rows have an unknown level: ${examples}.`);
  }
  const types = new Map(own);
  for (const [commune, seen] of former) {
    const [only] = seen;
    if (!types.has(commune) && seen.size === 1 && only) types.set(commune, only);
  }
  if (types.size < LEAST_COVERAGE * count) {
    return refuse(`Le fichier ne donne le niveau que de ${types.size} communes sur ${count} : est-il entier, et de la bonne année ?`, `The file gives the level of only ${types.size} communes out of ${count}: is it whole, and of the right year?`);
  }
  return { types, communes: types.size };
}
