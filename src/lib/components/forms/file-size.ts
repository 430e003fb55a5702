import { formatNumber } from '#lib/domain/format/index.ts';
import type { Lang } from '#lib/domain/language.ts';

/** Bytes as people say them: "12 Ko", "3,4 Mo" (powers of ten). */
export function fileSize(bytes: number, lang: Lang): string {
  const unit = lang === 'fr' ? ['octets', 'Ko', 'Mo'] : ['bytes', 'KB', 'MB'];
  if (bytes < 1000) return `${formatNumber(bytes, lang)}\u00a0${unit[0]}`;
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000), lang)}\u00a0${unit[1]}`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10, lang, { decimals: 1 })}\u00a0${unit[2]}`;
}
