const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** True for `2024`, `2024-09`, `2024-09-21`; false for a day that the month does not have. */
export function isPartialDate(text: string): boolean {
  return PARTIAL_DATE.test(text) && (text.length < 10 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text));
}
