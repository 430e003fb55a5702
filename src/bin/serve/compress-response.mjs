import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|geo\+json|ld\+json|javascript|xml)|image\/svg\+xml)/;

/**
 * Compresses what the application answers, as it is written. Left alone: what is compressed already (the page cache,
 * precompressed assets), what has no body, and types that gain nothing.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function compressResponse(request, response) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = /\bbr\b(?!;q=0\b)/.test(accepted) ? 'br' : /\bgzip\b(?!;q=0\b)/.test(accepted) ? 'gzip' : undefined;
  if (!encoding || request.method === 'HEAD') return;

  const { writeHead, write, end } = response;
  /** @type {import('node:zlib').BrotliCompress | import('node:zlib').Gzip | undefined} */
  let stream;

  const onceDrained = (/** @type {() => void} */ then) => response.once('drain', then);
  const begin = (/** @type {number} */ status) => {
    const type = String(response.getHeader('content-type') ?? '');
    if (status < 200 || status === 204 || status === 304 || response.hasHeader('content-encoding') || !COMPRESSIBLE.test(type)) return;
    response.setHeader('content-encoding', encoding);
    response.appendHeader('vary', 'accept-encoding');
    response.removeHeader('content-length');
    // Two encodings of one page are two entities.
    const etag = response.getHeader('etag');
    if (typeof etag === 'string') response.setHeader('etag', etag.replace(/^"(.*)"$/, `"$1-${encoding}"`));
    stream =
      encoding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : createGzip({ level: 6 });
    stream.on('data', (chunk) => {
      if (write.call(response, chunk, 'utf8')) return;
      stream?.pause();
      onceDrained(() => stream?.resume());
    });
    // Who writes waits for the response to drain; what drains is the compressor.
    stream.on('drain', () => response.emit('drain'));
    stream.on('end', () => end.call(response, undefined, 'utf8'));
    stream.on('error', () => response.destroy());
    response.on('close', () => stream?.destroy());
  };

  Object.assign(response, {
    writeHead(/** @type {number} */ status, /** @type {unknown[]} */ ...rest) {
      const headers = rest.find((part) => typeof part === 'object' && part !== null);
      if (headers) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      begin(status);
      return writeHead.call(response, status);
    },
    write(/** @type {unknown[]} */ ...args) {
      if (!response.headersSent) response.writeHead(response.statusCode);
      // @ts-expect-error the arguments are those of the method replaced
      return stream ? stream.write(...args) : write.apply(response, args);
    },
    end(/** @type {unknown[]} */ ...args) {
      if (!response.headersSent) response.writeHead(response.statusCode);
      // @ts-expect-error the arguments are those of the method replaced
      return stream ? (stream.end(...args), response) : end.apply(response, args);
    }
  });
}
