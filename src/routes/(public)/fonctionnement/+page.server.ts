import { figuresOfPage } from '../figures-of-page.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const INDICATORS = ['participants_classes', 'lead_type', 'territory_type', 'governance', 'salaried_coordination', 'volunteers', 'political_support'];

/** How the caisses work: size, lead, territory, governance, employment and support. */
export const load: PageServerLoad = (event) => figuresOfPage(event, 'fonctionnement', INDICATORS);
