import type { GeometryCollection, Topology } from 'topojson-specification';

/** `data/generated/france.topo.json`: 101 départements and the 18 régions they form, under their INSEE codes, in degrees. */
export type FranceTopology = Topology<{
  departements: GeometryCollection<{ name: string; region: string }>;
  regions: GeometryCollection<{ name: string }>;
}>;
