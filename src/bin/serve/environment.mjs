/** What the web server reads from the environment; the application's own settings are in `src/lib/server/settings.ts`. */
export function environment() {
  const number = (/** @type {string} */ name, /** @type {number} */ otherwise) => {
    const value = Number(process.env[name] || otherwise);
    if (!Number.isFinite(value) || value < 0) throw new Error(`${name} must be a number, not "${process.env[name]}"`);
    return value;
  };
  return {
    host: process.env.HOST || '127.0.0.1',
    port: number('PORT', 3000),
    origin: process.env.ORIGIN || undefined,
    /** Header in which a trusted proxy writes the visitor's address. */
    addressHeader: process.env.ADDRESS_HEADER?.toLowerCase() || undefined,
    uploadLimit: number('UPLOAD_LIMIT_MB', 100) * 1024 * 1024,
    logLevel: process.env.LOG_LEVEL || 'info'
  };
}

/**
 * Tells the adapter, before it is imported, how this server hands over a request: the protocol and the host come from
 * headers that this server writes itself, and the largest body is that of the one page which takes files.
 */
export function prepareAdapter(/** @type {ReturnType<typeof environment>} */ { origin, uploadLimit }) {
  process.env.BODY_SIZE_LIMIT = String(uploadLimit + FORM_MARGIN);
  if (!origin) {
    // An empty ORIGIN is none; the adapter takes it for a broken one.
    delete process.env.ORIGIN;
    process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
    process.env.HOST_HEADER = HOST_HEADER;
  }
}

/** Room for the fields around a deposited file. */
export const FORM_MARGIN = 512 * 1024;
export const PROTOCOL_HEADER = 'x-observatory-protocol';
export const HOST_HEADER = 'x-observatory-host';
