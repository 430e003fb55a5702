import { fold } from './fold.ts';

const OTHER = /^(?:si )?(?:un |une |d )?(?:autres?|others?|autre (?:a )?preciser?|sonstiges?|andere[sr]?|otros?|otras?|altro|altri|outros?)\b/;

/** Whether a heading is that of the text typed beside a list of options (`Autre`, `Other`, `Autre, précisez`). */
export function isOtherWord(text: string): boolean {
  return OTHER.test(fold(text));
}
