import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** The best encoding that the client accepts; `q=0` refuses one. */
export function acceptedEncoding(header: string | null): Encoding {
  const refused = /;\s*q=0(\.0*)?$/;
  const accepted = new Set(
    (header ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !refused.test(part))
      .map((part) => part.split(';')[0]?.trim())
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : 'identity';
}

/** Whether a type is worth compressing. */
export function isCompressible(type: string | null): boolean {
  return /^(text\/|application\/(json|geo\+json|ld\+json|xml|javascript)|image\/svg\+xml)/.test(type ?? '');
}

/** Compresses a whole body. Brotli 5 is as quick as gzip 6 and smaller; the result is kept, so it is paid once. */
export async function compress(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'br') return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  if (encoding === 'gzip') return deflate(body, { level: 6 });
  return body;
}
