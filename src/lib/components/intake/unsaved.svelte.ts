import type { Attachment } from 'svelte/attachments';
import { beforeNavigate } from '$app/navigation';

/**
 * Asks before choices made in a form are left behind, within the site or away from it. Called while a component is made;
 * without JavaScript nothing is asked.
 *
 * @param question what is asked
 * @returns what to attach to the form
 */
export function warnUnsaved(question: () => string): Attachment<HTMLFormElement> {
  let unsaved = false;
  beforeNavigate(({ willUnload, cancel }) => {
    // Away from the site the browser asks in its own words.
    if (unsaved && (willUnload || !confirm(question()))) cancel();
  });
  return (form) => {
    const [change, send] = [() => void (unsaved = true), () => void (unsaved = false)];
    form.addEventListener('input', change);
    form.addEventListener('submit', send);
    return () => {
      form.removeEventListener('input', change);
      form.removeEventListener('submit', send);
    };
  };
}
