import { deLocalizeUrl } from '#lib/i18n/generated/runtime.js';
import { splitVersion } from '#lib/i18n/pinned.ts';
import type { Reroute } from '@sveltejs/kit';

/** `/en/v/2025.1/objectifs` is answered by the route `/objectifs`. */
export const reroute: Reroute = ({ url }) => splitVersion(deLocalizeUrl(url).pathname).path;
