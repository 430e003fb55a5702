import { m } from '#lib/i18n/generated/messages.js';

/** One entry of the site's navigation. */
export type NavigationEntry = { path: string; label: () => string };

/** What a reader comes for. */
export const mainEntries: NavigationEntry[] = [
  { path: '/initiatives', label: m.site_nav_initiatives },
  { path: '/objectifs', label: m.site_nav_objectives },
  { path: '/fonctionnement', label: m.site_nav_operation },
  { path: '/financements', label: m.site_nav_funding },
  { path: '/explorer', label: m.site_nav_explorer },
  { path: '/vagues', label: m.site_nav_waves },
  { path: '/donnees', label: m.site_nav_data }
];

/** How it is made, and under which rules. */
export const aboutEntries: NavigationEntry[] = [
  { path: '/methode', label: m.site_nav_method },
  { path: '/editions', label: m.site_nav_editions },
  { path: '/accessibilite', label: m.site_nav_accessibility },
  { path: '/mentions-legales', label: m.site_nav_legal }
];

/** True when `path` is the page shown or one of its ancestors. */
export function isCurrent(path: string, shown: string): boolean {
  return shown === path || shown.startsWith(`${path}/`);
}
