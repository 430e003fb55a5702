import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const DATA = resolve(process.env.OWN_DATA_DIR ?? 'test-results/own-var');
const PORT = Number(process.env.OWN_PORT ?? 3193);
export const ORIGIN = `http://localhost:${PORT}`;
const env = { ...process.env, OBSERVATORY_DATA_DIR: DATA, PORT: String(PORT), LOG_LEVEL: 'warn', ORIGIN: '' };
let server: ChildProcess | undefined;

/** A command of the observatory on the databases of this server. */
export function run(script: string, ...args: string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', `src/bin/${script}.ts`, ...args], { env }).toString();
}

/** Databases with the shipped census and ten thousand generated initiatives, published, and a server on them alone. */
export async function startOwnServer(): Promise<void> {
  rmSync(DATA, { recursive: true, force: true });
  mkdirSync(DATA, { recursive: true });
  // Large files are written outside the project.
  const scaled = mkdtempSync(join(tmpdir(), 'census-'));
  run('build-data', '--scale', '1', '--census', '10000', '--out', scaled);
  run('migrate');
  run('ingest', 'census', 'data/census/2025.csv');
  run('ingest', 'census', `${scaled}/census-10000.csv`);
  rmSync(scaled, { recursive: true });
  run('publish');
  const command = existsSync('build/handler.js') && !process.env.OWN_DEVELOPMENT ? ['server.js'] : ['node_modules/vite/bin/vite.js', 'dev', '--port', String(PORT), '--strictPort'];
  server = spawn(process.execPath, command, { env, stdio: 'ignore' });
  await expect.poll(() => fetch(`${ORIGIN}/initiatives`).then((answer) => answer.status, () => 0), { timeout: 120_000 }).toBe(200);
}

export async function stopOwnServer(): Promise<void> {
  const ended = new Promise((done) => (server ? server.once('close', done) : done(undefined)));
  server?.kill('SIGTERM');
  await ended;
  rmSync(DATA, { recursive: true, force: true });
}

/** A context of an editor who has just opened an account there. */
export async function editorContext(browser: Browser, options: { javaScriptEnabled?: boolean; viewport?: { width: number; height: number } } = {}): Promise<BrowserContext> {
  const link = new URL(run('create-editor', '--role', 'editor', '--for', 'Ana').trim());
  const context = await browser.newContext({ baseURL: ORIGIN, locale: 'fr-FR', ...options });
  const page: Page = await context.newPage();
  await page.goto(link.pathname);
  await page.getByLabel('Nom', { exact: true }).fill('Ana Lenoir');
  await page.getByLabel('Adresse e-mail').fill(`ana-${Date.now()}@observatoire.example`);
  await page.getByLabel('Mot de passe').fill('quatre mots assez longs');
  await page.locator('form button.primary').click();
  await expect(page.locator('input[type=password]')).toHaveCount(0, { timeout: 60_000 });
  await page.close();
  return context;
}
