import { createServer } from 'node:http';
import { pino } from 'pino';
import { compressResponse } from './compress-response.mjs';
import { environment, prepareAdapter } from './environment.mjs';
import { loggablePath } from './loggable-path.mjs';
import { refuse } from './refuse.mjs';
import { refusedBody, stateOrigin } from './request.mjs';

/**
 * Serves the built site until SIGINT or SIGTERM, then closes: no new connection, requests under way end,
 * the application closes its databases.
 *
 * @param {{ onListening?: (address: string) => void }} [options]
 */
export async function serve({ onListening } = {}) {
  // What this process writes, it alone reads: databases, deposited files, journals.
  process.umask(0o077);
  const env = environment();
  prepareAdapter(env);
  const log = pino({ level: env.logLevel }, pino.destination(2));
  const { handler } = await import(new URL('../../../build/handler.js', import.meta.url).href);

  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 66_000, requestTimeout: 300_000 }, (request, response) => {
    const started = performance.now();
    response.on('finish', () => {
      const entry = { method: request.method, url: loggablePath(request.url), status: response.statusCode, ms: Math.round(performance.now() - started) };
      if (response.statusCode >= 500) log.error(entry, 'failed');
      else log.debug(entry, 'answered');
    });
    const refused = refusedBody(request, env.uploadLimit);
    if (refused) {
      refuse(request, response, refused);
      return;
    }
    if (!env.origin) stateOrigin(request);
    response.setHeader('x-content-type-options', 'nosniff');
    compressResponse(request, response);
    handler(request, response, () => response.writeHead(404).end());
  });

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, () => resolve(undefined));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.port;
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(env.host) ? 'localhost' : env.host;
  const origin = env.origin ?? `http://${name}:${port}`;
  log.info({ origin }, 'listening');
  onListening?.(origin);

  const stop = closer(server, log);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** @returns {(signal: string) => Promise<void>} */
function closer(/** @type {import('node:http').Server} */ server, /** @type {import('pino').Logger} */ log) {
  return async (signal) => {
    log.info({ signal }, 'closing');
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    // A browser keeps connections open for a minute; requests under way get five seconds.
    setTimeout(() => server.closeAllConnections(), 5000).unref();
    await closed;
    for (const listener of process.listeners(/** @type {never} */ ('sveltekit:shutdown'))) await /** @type {(reason: string) => unknown} */ (listener)(signal);
    process.exit(0);
  };
}
