import { fold } from '../../geography/fold.ts';
import type { KnownInitiative } from './index-census.ts';

const INSEE_CODE = /^\d[\dAB]\d{3}$/;

/** Name of a commune of the initiative, or undefined when none is known by name. */
export function communeName({ communes }: KnownInitiative): string | undefined {
  return communes.find((commune) => !INSEE_CODE.test(commune));
}

/** What an initiative is offered under in a list: its name, and a commune by its name. */
export function offeredAs(initiative: KnownInitiative): string {
  return [initiative.name, communeName(initiative)].filter(Boolean).join(' · ');
}

/**
 * Initiatives that somebody who typed `text` may mean: the one of that slug, else those of that name, accents and case aside, alone
 * or with one of their communes after it. Several when the name is not enough, none when nobody has it.
 */
export function resolveTyped(text: string, initiatives: readonly KnownInitiative[]): KnownInitiative[] {
  const slug = initiatives.find((initiative) => initiative.slug === text);
  if (slug) return [slug];
  const typed = fold(text);
  if (typed === '') return [];
  const named = initiatives.filter(({ name }) => fold(name) === typed);
  if (named.length > 0) return named;
  return initiatives.filter(({ name, communes }) => typed.startsWith(`${fold(name)} `) && communes.some((commune) => `${fold(name)} ${fold(commune)}` === typed));
}
