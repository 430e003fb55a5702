import type { RequestEvent } from '@sveltejs/kit';
import { holds, type Right } from '../../domain/accounts/rights.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Account } from './session.ts';

/** The signed-in account, when it holds the right; else `signed_out` or `forbidden`. */
export function requireRight(event: Pick<RequestEvent, 'locals'>, right: Right): Account {
  const account = event.locals.account;
  if (!account) throw new DomainError('signed_out');
  if (!holds(account.role, right)) throw new DomainError('forbidden', { right });
  return account;
}
