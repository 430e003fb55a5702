/** Régions of before 2016 that were merged, and usual abbreviations, by département: people still search for them. */
const FORMER: Record<string, string> = {
  Alsace: '67 68',
  Lorraine: '54 55 57 88',
  'Champagne-Ardenne': '08 10 51 52',
  Aquitaine: '24 33 40 47 64',
  Limousin: '19 23 87',
  'Poitou-Charentes': '16 17 79 86',
  Auvergne: '03 15 43 63',
  'Rhône-Alpes': '01 07 26 38 42 69 73 74',
  Bourgogne: '21 58 71 89',
  'Franche-Comté': '25 39 70 90',
  'Languedoc-Roussillon': '11 30 34 48 66',
  'Midi-Pyrénées': '09 12 31 32 46 65 81 82',
  'Nord-Pas-de-Calais': '59 62',
  Picardie: '02 60 80',
  'Basse-Normandie': '14 50 61',
  'Haute-Normandie': '27 76',
  PACA: '04 05 06 13 83 84',
  AURA: '01 03 07 15 26 38 42 43 63 69 73 74',
  ARA: '01 03 07 15 26 38 42 43 63 69 73 74',
  BFC: '21 25 39 58 70 71 89 90',
  CVL: '18 28 36 37 41 45',
  HDF: '02 59 60 62 80',
  PDL: '44 49 53 72 85',
  IDF: '75 77 78 91 92 93 94 95'
};

/** Former région and abbreviations of a département's INSEE code; empty when there are none. */
export function formerRegions(departement: string): string[] {
  return Object.entries(FORMER).flatMap(([name, codes]) => (codes.split(' ').includes(departement) ? [name] : []));
}
