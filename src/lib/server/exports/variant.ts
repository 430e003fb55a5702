import type { CsvVariant } from './csv.ts';

/** `csv=fr` asks for the French variant of a CSV file; the other parameters are left as they are. */
export function takeVariant(params: URLSearchParams): { variant: CsvVariant; rest: URLSearchParams } {
  const rest = new URLSearchParams(params);
  const french = rest.get('csv') === 'fr';
  if (french) rest.delete('csv');
  return { variant: french ? 'french' : 'standard', rest };
}
