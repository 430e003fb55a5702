import { m } from '#lib/i18n/generated/messages.js';

const NAMES: Record<string, (() => string) | undefined> = {
  no_answer: m.editor_missing_no_answer,
  dont_know: m.editor_missing_dont_know,
  not_asked: m.editor_missing_not_asked,
  not_applicable: m.editor_missing_not_applicable,
  unreadable: m.intake_missing_unreadable
};

/** Why a value is missing, in words. */
export function missingName(reason: string): string {
  return NAMES[reason]?.() ?? reason;
}
