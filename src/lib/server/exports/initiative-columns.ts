import type { Initiative, Place } from '#lib/domain/census/initiative.ts';
import type { Column } from './columns.ts';

/** Symbols of the site: `x` not known, `z` not applicable. */
const orUnknown = (text: string | undefined): string => text ?? 'x';
const seatOf = ({ places }: Initiative): Place | undefined => places.find((place) => place.role === 'seat') ?? places[0];
const list = (values: (string | undefined)[]): string => orUnknown([...new Set(values.filter(Boolean))].join('|') || undefined);

/** Columns of a file of initiatives: their names, what they hold, in the order of the census file. */
export const INITIATIVE_COLUMNS: readonly Column<Initiative>[] = [
  { name: 'slug', type: 'text', value: (row) => row.slug, description: { fr: 'Identifiant stable, fin de l’adresse de la fiche', en: 'Stable identifier, end of the record’s address' } },
  { name: 'name', type: 'text', value: (row) => row.name, description: { fr: 'Nom', en: 'Name' } },
  { name: 'kind', type: 'text', value: (row) => row.kind, description: { fr: 'Type : caisse, prix_differencies, cheque_alimentaire, groupe_local, autre', en: 'Kind: caisse (food fund), prix_differencies (tiered prices), cheque_alimentaire (voucher), groupe_local, autre (other)' } },
  { name: 'status', type: 'text', value: (row) => row.status, description: { fr: 'Statut : active, preparation, reflexion, terminee, inconnu', en: 'Status: active, preparation, reflexion (under consideration), terminee (ended), inconnu (unknown)' } },
  { name: 'provenance', type: 'text', value: (row) => row.provenance, description: { fr: 'documented : sources publiques ; synthetic : inventée pour la démonstration', en: 'documented: public sources; synthetic: invented for demonstration' } },
  { name: 'territory', type: 'text', value: (row) => row.territory, description: { fr: 'Lieu, en mots', en: 'Place, in words' } },
  { name: 'insee_codes', type: 'text', value: (row) => list(row.places.map((place) => place.commune)), description: { fr: 'Codes INSEE des communes actuelles, siège d’abord, séparés par |', en: 'INSEE codes of current communes, seat first, separated by |' } },
  { name: 'communes', type: 'text', value: (row) => list(row.places.map((place) => place.communeName)), description: { fr: 'Noms de ces communes', en: 'Names of these communes' } },
  { name: 'epci', type: 'text', value: (row) => list(row.places.map((place) => place.epci)), description: { fr: 'SIREN des intercommunalités', en: 'SIREN of the groupings of communes' } },
  { name: 'departement', type: 'text', value: (row) => list(row.places.map((place) => place.departement)), description: { fr: 'Codes INSEE des départements', en: 'INSEE codes of départements' } },
  { name: 'region', type: 'text', value: (row) => list(row.places.map((place) => place.region)), description: { fr: 'Codes INSEE des régions', en: 'INSEE codes of régions' } },
  {
    name: 'territory_types',
    type: 'text',
    value: (row) => list(row.territoryTypes ?? []),
    description: { fr: 'Niveaux de la grille communale de densité de l’INSEE, séparés par | ; x si la grille n’était pas chargée', en: 'Levels of INSEE’s density grid of communes, separated by |; x when the grid was not loaded' }
  },
  { name: 'longitude', type: 'number', value: (row) => seatOf(row)?.longitude, description: { fr: 'Longitude du siège, degrés WGS 84', en: 'Longitude of the seat, degrees WGS 84' } },
  { name: 'latitude', type: 'number', value: (row) => seatOf(row)?.latitude, description: { fr: 'Latitude du siège, degrés WGS 84', en: 'Latitude of the seat, degrees WGS 84' } },
  { name: 'position_precision', type: 'text', value: (row) => orUnknown(seatOf(row)?.precision), description: { fr: 'Précision de la position : exact, commune, code_postal, epci, departement, region', en: 'Precision of the position: exact, commune, code_postal (postcode), epci, departement, region' } },
  { name: 'started_on', type: 'date', value: (row) => orUnknown(row.startedOn), description: { fr: 'Début, ISO 8601, aussi précis que connu', en: 'Start, ISO 8601, as precise as known' } },
  {
    name: 'ended_on',
    type: 'date',
    value: (row) => row.endedOn ?? (row.status === 'terminee' || row.status === 'inconnu' ? 'x' : 'z'),
    description: { fr: 'Fin, ISO 8601 ; z tant qu’elle dure', en: 'End, ISO 8601; z as long as it lasts' }
  },
  { name: 'lead_name', type: 'text', value: (row) => orUnknown(row.leadName), description: { fr: 'Porteur', en: 'Lead organisation' } },
  { name: 'lead_type', type: 'text', value: (row) => (row.leadType === 'inconnu' ? 'x' : row.leadType), description: { fr: 'Type de porteur', en: 'Kind of lead organisation' } },
  { name: 'participants', type: 'number', value: (row) => row.participants?.count, description: { fr: 'Participants, dans l’unité de participants_unit ; vide si participants_status vaut x', en: 'Participants, in the unit of participants_unit; empty when participants_status is x' } },
  { name: 'participants_status', type: 'text', value: (row) => (row.participants ? 'ok' : 'x'), description: { fr: 'ok, ou x si non renseigné', en: 'ok, or x when not stated' } },
  { name: 'participants_unit', type: 'text', value: (row) => orUnknown(row.participants?.unit), description: { fr: 'personnes ou foyers', en: 'personnes (people) or foyers (households)' } },
  { name: 'participants_as_of', type: 'date', value: (row) => orUnknown(row.participants?.asOf), description: { fr: 'Date de ce nombre', en: 'Date of this number' } },
  { name: 'contribution', type: 'text', value: (row) => orUnknown(row.contribution), description: { fr: 'Règle de cotisation, en mots', en: 'Rule of contribution, in French words' } },
  { name: 'allocation', type: 'text', value: (row) => orUnknown(row.allocation), description: { fr: 'Allocation, en mots', en: 'Allowance, in French words' } },
  { name: 'funding_facts', type: 'text', value: (row) => orUnknown(row.fundingFacts), description: { fr: 'Financements connus, en mots', en: 'Known funding, in French words' } },
  { name: 'confidence', type: 'text', value: (row) => orUnknown(row.confidence), description: { fr: 'Confiance des éditeurs : H haute, M moyenne, L faible', en: 'Editors’ confidence: H high, M medium, L low' } },
  { name: 'partners', type: 'text', value: (row) => orUnknown(row.partners), description: { fr: 'Partenaires, en mots', en: 'Partners, in French words' } },
  { name: 'links', type: 'text', value: (row) => list(row.links ?? []), description: { fr: 'Pages de l’initiative, séparées par |', en: 'Pages of the initiative, separated by |' } },
  {
    name: 'objectives',
    type: 'text',
    value: (row) => list(row.objectives ?? []),
    description: {
      fr: 'Objectifs que l’initiative a accepté de voir publiés, séparés par | ; codes de la question « objectives » des vagues ; x sans accord connu',
      en: 'Objectives that the initiative agreed to have published, separated by |; codes of question “objectives” of the waves; x without a known agreement'
    }
  },
  { name: 'sources', type: 'text', value: (row) => list(row.sources), description: { fr: 'Sources publiques, séparées par |', en: 'Public sources, separated by |' } },
  { name: 'verified_on', type: 'date', value: (row) => orUnknown(row.verifiedOn), description: { fr: 'Dernière vérification, ISO 8601', en: 'Last check, ISO 8601' } }
];
