import { rightsOf } from '#lib/domain/accounts/rights.ts';
import type { LayoutServerLoad } from './$types';

/** What every page of the workshop shows. Each page checks the right that it needs by itself. */
export const load: LayoutServerLoad = ({ locals }) => {
  const { account, lang } = locals;
  return { lang, account: account && { name: account.name, email: account.email, role: account.role, rights: rightsOf(account.role) } };
};
