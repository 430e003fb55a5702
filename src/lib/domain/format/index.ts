export { formatEuros, formatQuantity, isPlural } from './amount.ts';
export { formatDate } from './date.ts';
export { formatInterval } from './interval.ts';
export { formatNumber, type NumberOptions } from './number.ts';
export { formatPublished, symbolMeaning, SYMBOLS } from './published.ts';
export { shareDecimals } from './share-decimals.ts';
export { formatPercent, formatShare } from './share.ts';
export { MINUS, NBSP, THIN } from './spaces.ts';
export { typeset } from './typography.ts';
