import { tick } from 'svelte';

/** Identifier of the first box of the page that somebody must tick. */
export const FIRST_TO_SEE = 'a-confirmer';
/** Identifier of what says how much is left. */
export const CHECK_STATE = 'etat-du-controle';

/** Puts the focus where work goes on once findings are settled: the next box, or what says that none is left. */
export async function focusNext(): Promise<void> {
  await tick();
  (document.getElementById(FIRST_TO_SEE) ?? document.getElementById(CHECK_STATE))?.focus();
}
