import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstAdministratorPath } from '../../../src/lib/server/accounts/first-administrator.ts';
import { temporaryDatabases, type TestDatabases } from '../../../src/lib/server/db/testing.ts';
import { claimInvitation, countHolders, listAccounts, setClosed, setRole } from '../../../src/lib/server/queries/accounts.ts';
import { listAudit } from '../../../src/lib/server/queries/audit.ts';
import { createInvitation, findOpenInvitation, listInvitations, revokeInvitation } from '../../../src/lib/server/queries/invitations.ts';

const NOW = new Date('2026-11-22T20:00:00Z');
const later = (days: number): Date => new Date(NOW.getTime() + days * 24 * 3600 * 1000);
const ana = { name: 'Ana', email: 'Ana@Example.org', passwordHash: 'x' };

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
});
afterEach(() => databases.close());

describe('a one-time link', () => {
  it('opens one account with its role, once, and the audit list says so', async () => {
    const { token } = await createInvitation(databases.workshop, { role: 'editor', actor: 'commande', now: NOW });
    expect(await claimInvitation(databases.workshop, token, ana, NOW)).toBe('done');
    expect(await claimInvitation(databases.workshop, token, { ...ana, email: 'other@example.org' }, NOW)).toBe('used');
    expect(await listAccounts(databases.workshop)).toMatchObject([{ name: 'Ana', email: 'ana@example.org', role: 'editor', banned: false }]);
    expect((await listAudit(databases.workshop)).map((event) => event.action)).toEqual(['account.open', 'account.invite']);
  });

  it('is kept as a hash only', async () => {
    const { token } = await createInvitation(databases.workshop, { role: 'editor', actor: 'commande', now: NOW });
    expect(JSON.stringify(await listInvitations(databases.workshop))).not.toContain(token);
    expect(JSON.stringify(await listAudit(databases.workshop))).not.toContain(token);
  });

  it('opens nothing after its end, nor when it was revoked', async () => {
    const first = await createInvitation(databases.workshop, { role: 'editor', actor: 'commande', days: 2, now: NOW });
    expect(await findOpenInvitation(databases.workshop, first.token, later(1.9))).toBeDefined();
    expect(await findOpenInvitation(databases.workshop, first.token, later(2.1))).toBeUndefined();
    expect(await claimInvitation(databases.workshop, first.token, ana, later(2.1))).toBe('used');
    const second = await createInvitation(databases.workshop, { role: 'editor', actor: 'commande', now: NOW });
    await revokeInvitation(databases.workshop, second.id, 'commande', NOW);
    expect(await claimInvitation(databases.workshop, second.token, ana, NOW)).toBe('used');
    expect(await listAccounts(databases.workshop)).toEqual([]);
  });

  it('is not used up by an address that has an account already', async () => {
    const first = await createInvitation(databases.workshop, { role: 'editor', actor: 'commande', now: NOW });
    await claimInvitation(databases.workshop, first.token, ana, NOW);
    const second = await createInvitation(databases.workshop, { role: 'reader', actor: 'commande', now: NOW });
    expect(await claimInvitation(databases.workshop, second.token, ana, NOW)).toBe('taken');
    expect(await claimInvitation(databases.workshop, second.token, { ...ana, email: 'ben@example.org' }, NOW)).toBe('done');
  });

  it('gives one account to one of two who claim it at the same time', async () => {
    const { token } = await createInvitation(databases.workshop, { role: 'editor', actor: 'commande', now: NOW });
    const claims = ['a', 'b', 'c', 'd'].map((name) => claimInvitation(databases.workshop, token, { ...ana, email: `${name}@example.org` }, NOW));
    expect((await Promise.all(claims)).sort()).toEqual(['done', 'used', 'used', 'used']);
    expect(await listAccounts(databases.workshop)).toHaveLength(1);
  });
});

describe('the first administrator', () => {
  it('has one open link at a time, and none once there is an administrator', async () => {
    const first = await firstAdministratorPath(databases.workshop, NOW);
    const second = await firstAdministratorPath(databases.workshop, NOW);
    const token = (path: string | undefined): string => path?.split('/').at(-1) ?? '';
    expect(await claimInvitation(databases.workshop, token(first), ana, NOW)).toBe('used');
    expect(await claimInvitation(databases.workshop, token(second), ana, NOW)).toBe('done');
    expect(await firstAdministratorPath(databases.workshop, NOW)).toBeUndefined();
    expect(await countHolders(databases.workshop, 'account.manage')).toBe(1);
  });

  it('cannot leave the observatory without one', async () => {
    const path = await firstAdministratorPath(databases.workshop, NOW);
    await claimInvitation(databases.workshop, path?.split('/').at(-1) ?? '', ana, NOW);
    const id = (await listAccounts(databases.workshop))[0]?.id ?? '';
    expect(await setRole(databases.workshop, id, 'reader', 'ana@example.org', NOW)).toBe('last');
    expect(await setClosed(databases.workshop, id, true, 'ana@example.org', NOW)).toBe('last');
    expect(await listAccounts(databases.workshop)).toMatchObject([{ role: 'administrator', banned: false }]);
  });
});
