import tokens from '#lib/components/layout/styles/tokens.css?raw';

/** Themes that an embed may be forced into; without one it follows the reader's system. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const SELECTORS: Record<Theme, string> = { light: ':root', dark: ":root[data-theme='dark']" };

/**
 * The rule that makes a whole document light or dark whatever the system says, made of the site's own tokens, so that it
 * holds without a script. Its selector outweighs every other rule on the tokens.
 */
export function themeRule(theme: Theme): string {
  const start = tokens.indexOf(`\n${SELECTORS[theme]} {`);
  const body = tokens.slice(tokens.indexOf('{', start) + 1, tokens.indexOf('}', start));
  const declarations = body.match(/(?:color-scheme|--[\w-]+):[^;]+;/g) ?? [];
  return `:root:root:root{${declarations.filter((each) => !/--(font|text|s\d|reading|wide|page|gutter)/.test(each)).join('')}}`;
}
