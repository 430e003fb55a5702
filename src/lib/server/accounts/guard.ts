import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Right } from '../../domain/accounts/rights.ts';
import { DomainError } from '../../domain/errors.ts';
import { href } from '../../i18n/href.ts';
import { failAsPage } from '../http/fail-as-page.ts';
import { requireRight } from './require-right.ts';
import type { Account } from './session.ts';

type Guarded = Pick<RequestEvent, 'locals' | 'url'>;

/**
 * Runs what a page or a form of the workshop does, for an account that holds the right. Signed out, the person is sent
 * to sign in and comes back; any other failure becomes its page.
 */
export async function withRight<T>(event: Guarded, right: Right, job: (account: Account) => T | Promise<T>): Promise<T> {
  const { lang } = event.locals;
  try {
    return await job(requireRight(event, right));
  } catch (failure) {
    if (failure instanceof DomainError && failure.code === 'signed_out') redirect(303, signInAddress(event));
    failAsPage(failure, lang);
  }
}

/** Where to sign in, and the page to come back to. */
export function signInAddress({ locals, url }: Guarded): string {
  return href(`/edition/connexion?retour=${encodeURIComponent(url.pathname + url.search)}`, { lang: locals.lang });
}

/** A page of the workshop to go to after signing in; anything else than one of our own addresses is the dashboard. */
export function returnAddress({ locals, url }: Guarded): string {
  const asked = url.searchParams.get('retour') ?? '';
  return /^(\/en)?\/edition(\/[\w/.%-]*)?(\?[\w=&.%-]*)?$/.test(asked) ? asked : href('/edition', { lang: locals.lang });
}
