import { deLocalizeUrl } from '#lib/i18n/generated/runtime.js';
import type { Reroute } from '@sveltejs/kit';

/** `/en/objectifs` is answered by the route `/objectifs`. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
