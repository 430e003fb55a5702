/** The two languages of the interface. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** A text in both languages, as stored in codebooks, indicators and editions. */
export type Text = Record<Lang, string>;
