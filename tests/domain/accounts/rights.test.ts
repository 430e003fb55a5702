import { describe, expect, it } from 'vitest';
import { RIGHTS, ROLES, holds, isRole, rightsOf } from '../../../src/lib/domain/accounts/rights.ts';

describe('rights', () => {
  it('grow from each role to the next, and the last holds them all', () => {
    for (const [index, role] of ROLES.entries()) {
      const next = ROLES[index + 1];
      if (next) expect(rightsOf(next)).toEqual(expect.arrayContaining(rightsOf(role)));
    }
    expect(rightsOf('administrator')).toEqual([...RIGHTS]);
  });

  it('keep publishing from those who prepare, and everything but reading from readers', () => {
    expect(holds('editor', 'wave.deposit')).toBe(true);
    expect(holds('editor', 'wave.publish')).toBe(false);
    expect(holds('approver', 'edition.withdraw')).toBe(true);
    expect(holds('approver', 'account.manage')).toBe(false);
    expect(rightsOf('reader')).toEqual(['workshop.read']);
  });

  it('know a role from anything else', () => {
    expect(isRole('editor')).toBe(true);
    for (const other of ['admin', 'Editor', '', undefined, null, 3]) expect(isRole(other)).toBe(false);
  });
});
