import { expect, type Page } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const ADMINISTRATOR = { name: 'Ana Martin', email: 'ana@exemple.fr', password: 'une phrase assez longue' };
export const STATE = 'test-results/administrator.json';

/** The one-time link that the server printed when it started. */
export function printedLink(): string {
  const link = /http:\/\/\S+(\/edition\/invitation\/\S+)/.exec(readFileSync('test-results/server.log', 'utf8'))?.[1];
  if (!link) throw new Error('the server printed no link');
  return link;
}

/** A page that answers to clicks: before it is hydrated, one may be lost. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.hydrated === 'true');
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/edition/connexion');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Entrer' }).click();
}

export async function expectSignedOut(page: Page): Promise<void> {
  await page.goto('/edition');
  await expect(page).toHaveURL(/\/edition\/connexion\?retour=/);
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits that an authenticator application shows (RFC 6238, SHA-1, 30 seconds). */
export function totp(key: string, at = Date.now()): string {
  const bits = [...key.replaceAll(/[\s=]/g, '')].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
