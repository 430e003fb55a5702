/** Who someone is in the workshop; each role may do what the one before it may. */
export const ROLES = ['reader', 'editor', 'approver', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What may be done, in the words that the audit list uses too. */
export const RIGHTS = [
  'workshop.read',
  'wave.deposit',
  'census.edit',
  'indicator.edit',
  'text.edit',
  'wave.publish',
  'edition.withdraw',
  'account.manage'
] as const;
export type Right = (typeof RIGHTS)[number];

const FROM: Record<Right, Role> = {
  'workshop.read': 'reader',
  'wave.deposit': 'editor',
  'census.edit': 'editor',
  'indicator.edit': 'editor',
  'text.edit': 'editor',
  'wave.publish': 'approver',
  'edition.withdraw': 'approver',
  'account.manage': 'administrator'
};

/** Whether `value` is a role. */
export function isRole(value: unknown): value is Role {
  return (ROLES as readonly unknown[]).includes(value);
}

/** Whether a role holds a right. */
export function holds(role: Role, right: Right): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(FROM[right]);
}

/** The rights of a role, in the order of `RIGHTS`. */
export function rightsOf(role: Role): Right[] {
  return RIGHTS.filter((right) => holds(role, right));
}
