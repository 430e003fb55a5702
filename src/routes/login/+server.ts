import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import type { RequestHandler } from './$types';

/** The address that people try first. */
export const GET: RequestHandler = ({ locals }) => redirect(303, href('/edition', { lang: locals.lang }));
