/** Comments of the 2025 wave: among them a line break with a quotation and a semicolon, and one that begins like a formula. */
export const COMMENTS = [
  'Notre deuxième saison commence en septembre.',
  'Nous avons répondu à plusieurs ;\nune participante résume : "on mange mieux, et on décide ensemble".',
  '= même réponse que pour la structure porteuse, les comptes ne sont pas séparés',
  'Le budget comprend la mise à disposition d’un local.',
  'Difficile de compter les bénévoles, ils tournent beaucoup.',
  'Merci pour ce travail !',
  'Deux points de vente ont quitté le dispositif ; trois sont en discussion.'
];

/** What "Autre" covers in the question on governance. */
export const OTHER_BODIES = ['Cercles en sociocratie', 'Conseil des enfants, deux fois par an', 'Assemblée ouverte sur le marché'];
