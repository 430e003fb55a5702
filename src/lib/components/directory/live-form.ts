import { goto } from '$app/navigation';
import type { Attachment } from 'svelte/attachments';

/** The address that a GET form asks for, without what is left empty. */
export function addressOf(form: HTMLFormElement): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value.trim()) params.append(name, value.trim());
  if (!params.has('pres')) params.delete('rayon');
  const text = params.toString();
  return new URL(form.action).pathname + (text ? `?${text}` : '');
}

/**
 * A GET form that answers at once: a choice is a step of the history, typing is not. Without scripts its button does the
 * same.
 */
export const liveForm: Attachment<HTMLFormElement> = (form) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const go = (replaceState: boolean) => {
    clearTimeout(waiting);
    // The form's own address is already that of the language and of the edition.
    // eslint-disable-next-line svelte/no-navigation-without-resolve
    void goto(addressOf(form), { keepFocus: true, noScroll: true, replaceState });
  };
  const typed = (event: Event) => {
    const field = event.target as HTMLInputElement;
    if (field.type !== 'search') return;
    clearTimeout(waiting);
    waiting = setTimeout(() => go(true), 300);
  };
  const changed = (event: Event) => {
    const field = event.target as HTMLInputElement;
    // A name of a commune means nothing before it is whole.
    if (field.type !== 'search') go(false);
  };
  const submitted = (event: Event) => {
    event.preventDefault();
    go(false);
  };
  // A field elsewhere in the page may belong to the form by its `form` attribute: its events reach the document only.
  const ours = (listener: (event: Event) => void) => (event: Event) => {
    if ((event.target as HTMLInputElement).form === form) listener(event);
  };
  const [input, change] = [ours(typed), ours(changed)];
  document.addEventListener('input', input);
  document.addEventListener('change', change);
  form.addEventListener('submit', submitted);
  return () => {
    clearTimeout(waiting);
    document.removeEventListener('input', input);
    document.removeEventListener('change', change);
    form.removeEventListener('submit', submitted);
  };
};
