import { createServer, request, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { compressResponse } from '../../src/bin/serve/compress-response.mjs';

let server: Server | undefined;
afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));

async function answered(encoding: string, listener: RequestListener): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  const started = createServer((incoming, response) => {
    compressResponse(incoming, response);
    listener(incoming, response);
  });
  server = started;
  await new Promise((ready) => started.listen(0, '127.0.0.1', () => ready(undefined)));
  const { port } = started.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

/** Text that does not shrink, so that every buffer on the way fills up. */
const noise = Array.from({ length: 400_000 }, (_, index) => String.fromCharCode(97 + ((index * 2654435761) % 4294967296) / 165191050)).join('');

/** Writes as the framework does: it waits for the response to drain before it goes on. */
const patient: RequestListener = (_, response) => {
  response.setHeader('content-type', 'text/html');
  response.setHeader('etag', '"one"');
  response.writeHead(200);
  const parts = noise.match(/.{1,65536}/g) ?? [];
  const next = (): void => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      if (!response.write(part)) return void response.once('drain', next);
    }
    response.end();
  };
  next();
};

describe('a response compressed on its way', () => {
  it('arrives whole, however large, when its writer waits for it to drain', async () => {
    const { headers, body } = await answered('gzip, br', patient);
    expect(headers).toMatchObject({ 'content-encoding': 'br', etag: '"one-br"', vary: 'accept-encoding' });
    expect(brotliDecompressSync(body).toString()).toBe(noise);
  });

  it('is gzip for those who know nothing better, and itself for those who know nothing', async () => {
    expect(gunzipSync((await answered('gzip', patient)).body).toString()).toBe(noise);
    const plain = await answered('identity', patient);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(noise);
  });

  it('leaves alone what is compressed already, and pictures', async () => {
    const kept = await answered('br', (_, response) => response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'zz' }).end('as it is'));
    expect(kept.body.toString()).toBe('as it is');
    const picture = await answered('br', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('png'));
    expect(picture.headers['content-encoding']).toBeUndefined();
    expect(picture.body.toString()).toBe('png');
  });
});
