const SENTENCES = {
  411: { fr: 'L’envoi n’annonce pas sa taille.', en: 'The request does not say how large it is.' },
  413: {
    fr: 'Ce fichier est trop lourd pour être déposé. Rien n’a été enregistré : revenez en arrière et choisissez un fichier plus petit.',
    en: 'This file is too large to be deposited. Nothing was saved: go back and choose a smaller file.'
  }
};

/** Beyond this, a client that keeps sending is cut off, in bytes. */
const PATIENCE = 256 * 1024 * 1024;

/**
 * Answers a body that will not be read. It is let in and thrown away: closing the connection while a browser is
 * still sending would show the person a network error in place of the sentence.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {411 | 413} status
 */
export function refuse(request, response, status) {
  let received = 0;
  request.on('data', (chunk) => {
    received += chunk.length;
    if (received > PATIENCE) request.destroy();
  });
  const lang = request.url?.startsWith('/en/') ? 'en' : 'fr';
  const sentence = SENTENCES[status][lang];
  request.on('end', () => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' });
    response.end(`<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><p>${sentence}</p></html>`);
  });
}
