/**
 * The only numbers that the public side knows.
 * `ok` a number (0 included) · `z` not applicable · `x` non-response or unavailable ·
 * `c` statistical confidentiality · `low` rounds to 0.
 */
export type PublishedNumber = { status: 'ok'; value: number } | { status: 'z' | 'x' | 'c' | 'low' };
