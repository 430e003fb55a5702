/** Public pages that editors can introduce; the text of each is kept under `intro.<page>`. */
export const INTRO_PAGES = ['panorama', 'objectifs', 'fonctionnement', 'financements', 'methode'] as const;
export type IntroPage = (typeof INTRO_PAGES)[number];

/** Whether an address names such a page. */
export function isIntroPage(value: string): value is IntroPage {
  return (INTRO_PAGES as readonly string[]).includes(value);
}
