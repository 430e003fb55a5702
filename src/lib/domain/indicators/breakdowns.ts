import type { Text } from '../language.ts';
import type { Breakdown } from './definition.ts';

/** Noun phrases that follow "selon" / "by". */
export const BREAKDOWN_LABELS: Record<Breakdown, Text> = {
  lead_type: { fr: 'le type de porteur', en: 'type of lead organisation' },
  size_class: { fr: 'le nombre de participants', en: 'number of participants' },
  territory_type: { fr: 'le type de territoire', en: 'type of territory' },
  start_period: { fr: 'la période de démarrage', en: 'starting period' },
  region: { fr: 'la région', en: 'region' },
  provenance: { fr: 'la provenance des données', en: 'provenance of the data' }
};
