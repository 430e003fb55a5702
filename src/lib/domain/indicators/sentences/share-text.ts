import { formatShare, shareDecimals } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import type { Share } from '../../statistics/share.ts';

/** A share as a percentage with the decimals that suit its base: `87,5 %` for 28 of 32, `18 %` for 2 of 11. */
export function shareText(share: Share, lang: Lang): string {
  return formatShare(share.value, lang, shareDecimals(share.numerator, share.base));
}
