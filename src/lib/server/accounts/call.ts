import type { RequestEvent } from '@sveltejs/kit';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { ADDRESS_HEADER, AUTH_BASE, auth } from './auth.ts';

export type AuthAnswer = {
  ok: boolean;
  status: number;
  /** Code of the failure, in better-auth's words (`INVALID_EMAIL_OR_PASSWORD`). */
  code?: string;
  body: Record<string, unknown>;
};

/** Headers that tell better-auth who asks: the cookies, the browser, the address. */
export function authHeaders(event: RequestEvent): Headers {
  const headers = new Headers({ origin: AUTH_BASE, 'content-type': 'application/json', [ADDRESS_HEADER]: event.getClientAddress() });
  for (const name of ['cookie', 'user-agent']) {
    const value = event.request.headers.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
}

/**
 * Calls one of better-auth's endpoints from a form action, through its handler: the functions of `auth.api` pass
 * beside the rate limit. Cookies of the answer are set on the page's answer.
 */
export async function callAuth(event: RequestEvent, path: string, body: Record<string, unknown>): Promise<AuthAnswer> {
  const service = auth(event.url.protocol === 'https:');
  const request = new Request(`${AUTH_BASE}/api/auth${path}`, { method: 'POST', headers: authHeaders(event), body: JSON.stringify(body) });
  const response = await service.handler(request);
  for (const header of response.headers.getSetCookie()) {
    for (const [name, attributes] of parseSetCookieHeader(header)) {
      event.cookies.set(name, attributes.value, { ...toCookieOptions(attributes), path: attributes.path ?? '/' });
    }
  }
  const answer = asRecord(await response.json().catch(() => undefined));
  return { ok: response.ok, status: response.status, code: typeof answer.code === 'string' ? answer.code : undefined, body: answer };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
