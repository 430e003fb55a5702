import { m } from '#lib/i18n/generated/messages.js';

/** Who did something, in words that follow "by": an account's address, or the command line. */
export const actorName = (actor: string): string => (actor === 'commande' ? m.intake_actor_command() : actor);
