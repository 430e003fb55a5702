/** No-break space: before `%`, `€`, `:` and inside « guillemets » in French. */
export const NBSP = '\u00A0';

/** Thin no-break space: between thousands, and before `;`, `!`, `?` in French. */
export const THIN = '\u202F';

/** True minus sign, as wide as a plus. */
export const MINUS = '\u2212';
