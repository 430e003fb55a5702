import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** Only what the address asks for and the page does not know. */
export const load: PageServerLoad = ({ url }) => {
  const unknown = unknownParameters(url.searchParams, {});
  return { unknown, clean: withoutParameters(url, unknown) };
};
