import type { Role } from '#lib/domain/accounts/rights.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** A role, as the interface calls it, in lower case. */
export function roleName(role: Role): string {
  return { reader: m.editor_role_reader, editor: m.editor_role_editor, approver: m.editor_role_approver, administrator: m.editor_role_administrator }[role]();
}

/** What a role may do, in one sentence. */
export function roleDescription(role: Role): string {
  return { reader: m.editor_role_reader_may, editor: m.editor_role_editor_may, approver: m.editor_role_approver_may, administrator: m.editor_role_administrator_may }[role]();
}
