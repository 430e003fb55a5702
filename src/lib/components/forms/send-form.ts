/**
 * Sends a form and tells how much of it has left; `fetch` cannot. Resolves to the address that the answer leads to.
 *
 * @param onProgress share of the bytes sent, 0 to 1
 */
export function sendForm(form: HTMLFormElement, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    // The answer that `enhance` would get: where to go, as data, and not the page itself.
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-sveltekit-action', 'true');
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener('error', () => reject(new Error('network')));
    request.addEventListener('load', () => {
      try {
        const answer = JSON.parse(request.responseText) as { type?: string; location?: string };
        if (answer.type === 'redirect' && answer.location) return resolve(answer.location);
      } catch {
        // Not an answer of a form: a page of the server, or of something between.
      }
      reject(new Error(String(request.status)));
    });
    request.send(new FormData(form));
  });
}
