import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { admin, twoFactor } from 'better-auth/plugins';
import { defaultRoles } from 'better-auth/plugins/admin/access';
import * as tables from '../db/accounts.schema.ts';
import { workshop } from '../db/databases.ts';
import { settings } from '../settings.ts';

/** better-auth sees this address only: its own endpoints are never served, our form actions call them. */
export const AUTH_BASE = 'http://workshop.internal';
/** Header in which we hand it the visitor's address, as the server knows it. */
export const ADDRESS_HEADER = 'x-observatory-address';

const WEEK = 7 * 24 * 3600;

function create(secure: boolean) {
  return betterAuth({
    appName: 'Observatoire des caisses alimentaires',
    baseURL: AUTH_BASE,
    secret: settings.secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(workshop(), { provider: 'sqlite', schema: tables }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: { expiresIn: WEEK, updateAge: 24 * 3600 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/two-factor/verify-totp': { window: 60, max: 10 },
        '/two-factor/verify-backup-code': { window: 60, max: 10 }
      }
    },
    advanced: {
      cookiePrefix: 'observatory',
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' }
    },
    logger: { level: 'error' },
    plugins: [
      // The plugin keeps the role and refuses a closed account; what a role may do is in `domain/accounts/rights.ts`.
      admin({
        defaultRole: 'reader',
        adminRoles: ['administrator'],
        roles: { reader: defaultRoles.user, editor: defaultRoles.user, approver: defaultRoles.user, administrator: defaultRoles.admin }
      }),
      twoFactor({ issuer: 'Observatoire des caisses alimentaires' })
    ]
  });
}

export type Auth = ReturnType<typeof create>;

const made = new Map<boolean, Auth>();

/** The accounts service; cookies are marked Secure when the request came over https. */
export function auth(secure: boolean): Auth {
  const existing = made.get(secure);
  if (existing) return existing;
  const service = create(secure);
  made.set(secure, service);
  return service;
}
