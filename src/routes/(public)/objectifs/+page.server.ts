import { figuresOfPage } from '../figures-of-page.ts';
import type { PageServerLoad } from './$types';

// Everything is in the server's HTML: the browser needs none of the page's script nor of its data.
export const csr = false;

/** The objectives of the wave asked, whole or crossed. */
export const load: PageServerLoad = (event) => figuresOfPage(event, 'objectifs', ['objectives']);
