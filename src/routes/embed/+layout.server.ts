import { THEMES, themeRule } from './theme.ts';
import type { LayoutServerLoad } from './$types';

/** Light or dark by `theme`, for the page that holds the embed; nothing is kept on the reader's side. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const theme = THEMES.find((each) => each === url.searchParams.get('theme'));
  return { lang: locals.lang, rule: theme && themeRule(theme) };
};
