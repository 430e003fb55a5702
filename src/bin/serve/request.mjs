import { FORM_MARGIN, HOST_HEADER, PROTOCOL_HEADER } from './environment.mjs';

/** The only addresses that take a file: a deposit, its decisions, a codebook and a census, and the same in English. */
const UPLOAD = /^(\/en)?\/edition\/(vagues\/[^/]+\/depots(\/[^/]+\/decisions)?|vagues\/nouvelle|recensement\/import)\/?$/;

/** Writes where the request really came in, over whatever the client claims. */
export function stateOrigin(/** @type {import('node:http').IncomingMessage} */ request) {
  request.headers[PROTOCOL_HEADER] = 'encrypted' in request.socket ? 'https' : 'http';
  request.headers[HOST_HEADER] = request.headers.host ?? 'localhost';
}

/**
 * Why a body is refused before it is read, as an HTTP status, or undefined when it may come in.
 * A body of unannounced length is refused: browsers always announce it, and it could not be bounded page by page.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {number} uploadLimit bytes
 * @returns {411 | 413 | undefined}
 */
export function refusedBody(request, uploadLimit) {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.headers['transfer-encoding']) return 411;
  const length = Number(request.headers['content-length'] ?? 0);
  const path = (request.url ?? '').split('?')[0] ?? '';
  const limit = UPLOAD.test(path) ? uploadLimit + FORM_MARGIN : FORM_MARGIN;
  return length > limit ? 413 : undefined;
}
