import { formatNumber } from '#lib/domain/format/index.ts';
import type { Lang } from '#lib/domain/language.ts';

/** Bytes as people say them: "12 Ko", "3,4 Mo" (of 1024, as the limits are). */
export function fileSize(bytes: number, lang: Lang): string {
  const unit = lang === 'fr' ? ['octets', 'Ko', 'Mo'] : ['bytes', 'KB', 'MB'];
  if (bytes < 1024) return `${formatNumber(bytes, lang)}\u00a0${unit[0]}`;
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024), lang)}\u00a0${unit[1]}`;
  return `${formatNumber(bytes / 1024 / 1024, lang, { decimals: 1 })}\u00a0${unit[2]}`;
}
