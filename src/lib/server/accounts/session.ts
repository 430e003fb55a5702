import type { RequestEvent } from '@sveltejs/kit';
import { isRole, type Role } from '../../domain/accounts/rights.ts';
import { auth } from './auth.ts';
import { authHeaders } from './call.ts';

/** Who is signed in. */
export type Account = {
  id: string;
  name: string;
  email: string;
  role: Role;
  twoFactor: boolean;
  /** Identifier of the session in use, to tell it from the others. */
  session: string;
};

/** The account of the request's session, or undefined when nobody is signed in (or the session was revoked). */
export async function openSession(event: RequestEvent): Promise<Account | undefined> {
  const found = await auth(event.url.protocol === 'https:').api.getSession({ headers: authHeaders(event) });
  if (!found || found.user.banned) return undefined;
  const { user, session } = found;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: isRole(user.role) ? user.role : 'reader',
    twoFactor: user.twoFactorEnabled ?? false,
    session: session.id
  };
}
