import type { Codebook, Option } from '../../src/lib/domain/questionnaire/codebook.ts';

const option = (code: string, label: string, more: Partial<Option> = {}): Option => ({ code, label: { fr: label, en: label }, ...more });

/** A codebook of the six invented responses of the constructed samples. */
export const CODEBOOK: Codebook = {
  wave: '2026',
  title: { fr: 'Enquête caisses 2026', en: 'Caisses survey 2026' },
  openedOn: '2026-03-01',
  closedOn: '2026-03-31',
  frame: { kinds: ['caisse'], statement: { fr: 'Essai', en: 'Trial' } },
  provenance: 'synthetic',
  questions: [
    {
      code: 'territory', toolCode: 'G1Q1', type: 'single', label: { fr: 'Territoire', en: 'Territory' }, level: 'open',
      options: [option('urban', 'Urbain'), option('rural', 'Rural'), option('periurban', 'Périurbain', { aliases: ['Péri-urbain'] }), option('other', 'Autre', { other: true })]
    },
    { code: 'participants', toolCode: 'G1Q2', type: 'number', label: { fr: 'Nombre de participants', en: 'Participants' }, level: 'open', unit: 'people', min: 0, max: 20_000, integer: true },
    { code: 'budget', toolCode: 'G1Q3', type: 'number', label: { fr: 'Budget annuel (€)', en: 'Yearly budget' }, level: 'open', unit: 'eur_per_year', min: 0, max: 20_000_000 },
    { code: 'launched', toolCode: 'G1Q4', type: 'date', label: { fr: 'Date de lancement', en: 'Launched on' }, level: 'open' },
    {
      code: 'objectives', toolCode: 'G2Q1', type: 'multiple', label: { fr: 'Objectifs poursuivis', en: 'Objectives' }, level: 'open',
      options: [
        option('access', 'Accès à l’alimentation durable'), option('capacity', 'Formation, sensibilisation, accompagnement'),
        option('governance', 'Gouvernance partagée'), option('advocacy', 'Plaidoyer'), option('other', 'Autre', { other: true, aliases: ['Autre...'] })
      ]
    },
    {
      code: 'support', toolCode: 'G2Q2', type: 'grid', label: { fr: 'Soutien ressenti', en: 'Support' }, level: 'open',
      options: [option('elected', 'Des élus', { aliases: ['SQ001'] }), option('producers', 'Des producteurs', { aliases: ['SQ002'] }), option('residents', 'Des habitants', { aliases: ['SQ003'] })],
      scale: [option('none', 'Pas du tout'), option('some', 'Un peu'), option('much', 'Beaucoup'), option('dont_know', 'Ne sait pas', { dontKnow: true })]
    },
    { code: 'comment', toolCode: 'G2Q3', type: 'text', label: { fr: 'Commentaire', en: 'Comment' }, level: 'internal' }
  ]
};
