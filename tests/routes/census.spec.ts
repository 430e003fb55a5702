import { expect, test, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PASSWORD = 'quatre mots assez longs';
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Rules that a page breaks, with the first element of each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run;
    return (await run()).violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`);
  });
}

/** A new editor, signed in, in a browser without JavaScript. */
async function editor(browser: Browser): Promise<Page> {
  const env = { ...process.env, OBSERVATORY_DATA_DIR: process.env.TEST_DATA_DIR ?? 'test-results/var' };
  const link = execFileSync(process.execPath, ['--import', 'tsx', 'src/bin/create-editor.ts', '--role', 'editor', '--for', 'Ana'], { env }).toString().trim();
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(new URL(link).pathname);
  await page.getByLabel('Nom', { exact: true }).fill('Ana Lenoir');
  await page.getByLabel('Adresse e-mail').fill(`ana-${randomUUID()}@observatoire.example`);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.locator('form button.primary').click();
  await expect(page.locator('input[type=password]')).toHaveCount(0);
  return page;
}

/** The same session in a browser that runs scripts. */
async function withScripts(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  return context.newPage();
}

test('a closure is reported without JavaScript, accepted, seen at the private address, and taken back', async ({ browser }, info) => {
  test.setTimeout(180_000);
  const slug = info.project.name === '360' ? 'cadenet-clac' : 'lyon-calim8';
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(`/initiatives/${slug}`);
  await visitor.getByRole('link', { name: 'Proposer une correction' }).click();
  await visitor.getByRole('button', { name: 'Envoyer la correction' }).click();
  await expect(visitor.getByRole('alert')).toContainText('il manque quelque chose');
  const what = `La caisse a fermé en juin 2026 (${randomUUID().slice(0, 8)}).`;
  await visitor.getByLabel('Qu’est-ce qui est faux').fill(what);
  await visitor.getByLabel('Comment le savez-vous').fill('Annonce sur son site, le 30 juin.');
  await visitor.getByRole('checkbox').check();
  await visitor.getByRole('button', { name: 'Envoyer la correction' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Votre correction est reçue');
  const address = visitor.url();
  expect(address).toMatch(/\/corrections\/[\w-]{43}$/);
  expect((await visitor.request.get(address)).headers()['cache-control']).toContain('no-store');

  const page = await editor(browser);
  await page.goto('/edition/corrections');
  await page.getByRole('listitem').filter({ hasText: what }).getByRole('link').click();
  await page.getByLabel('Statut').selectOption('terminee');
  await page.getByLabel('Fin', { exact: true }).fill('2026-06');
  await page.getByLabel('Réponse à l’auteur du message').fill('Merci, la fiche est corrigée.');
  await page.getByRole('button', { name: 'Accepter et modifier la fiche' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: what })).toBeVisible();

  await visitor.goto(address);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Votre correction est acceptée');
  await expect(visitor.getByText('Merci, la fiche est corrigée.')).toBeVisible();

  await page.goto(`/edition/recensement/${slug}`);
  await expect(page.locator('#identite dl')).toContainText('Terminée');
  await expect(page.locator('#identite dl')).toContainText('Annonce sur son site');
  for (const field of ['Fin', 'Statut']) {
    await page.getByRole('button', { name: `Annuler : ${field}` }).first().click();
    await expect(page.getByRole('status')).toContainText('annulé');
  }
  await expect(page.locator('#identite dl')).not.toContainText('Terminée');
});

test('two editors with the same form: the second sees the first’s value and nothing is lost', async ({ browser }, info) => {
  test.setTimeout(180_000);
  const slug = info.project.name === '360' ? 'grenoble-dalle' : 'yonne-solicagnole';
  const first = await editor(browser);
  const second = await first.context().newPage();
  const open = async (page: Page) => {
    await page.goto(`/edition/recensement/${slug}`);
    await page.locator('#lieux summary').click();
  };
  await open(first);
  await open(second);
  const before = await first.locator('#lieux input[name=territory]').inputValue();
  const save = async (page: Page, text: string) => {
    await page.locator('#lieux input[name=territory]').fill(text);
    await page.locator('#lieux input[name=note_reason]').fill('Appel à la mairie');
    await page.locator('#lieux').getByRole('button', { name: 'Enregistrer' }).click();
  };
  await save(first, 'Premier nom');
  await expect(first.getByRole('status')).toContainText('Enregistré');
  await save(second, 'Second nom');
  await expect(second.getByRole('alert')).toContainText('Premier nom');
  await expect(second.getByRole('alert')).toContainText('Appel à la mairie');
  await expect(second.locator('#lieux input[name=territory]')).toHaveValue('Second nom');
  await save(second, before);
  await expect(second.getByRole('status')).toContainText('Enregistré');
});

test('the table is walked, changed and taken back with the keyboard alone', async ({ browser }, info) => {
  test.setTimeout(180_000);
  const page = await withScripts(browser, await editor(browser));
  const slug = info.project.name === '360' ? 'montpellier' : 'calim8';
  await page.goto(`/edition/recensement?q=${slug}&col=territory`);
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await grid.locator('[data-cell="0 0"]').focus();
  await page.keyboard.press('ArrowRight');
  const cell = grid.locator('[data-cell="0 1"]');
  await expect(cell).toBeFocused();
  const before = await cell.innerText();
  // Another text at each attempt: a cell left as it was is not saved.
  const elsewhere = `Ailleurs ${randomUUID().slice(0, 8)}`;
  await page.keyboard.press('F2');
  // Asked once: where the changes of this session come from.
  await expect(page.getByRole('dialog').getByLabel('Source')).toBeFocused();
  await page.keyboard.type('Appel à la mairie');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('x'.repeat(10_001));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Refusé : Territoire')).toContainText('10000 au plus');
  await expect(grid.getByLabel('Territoire')).toHaveValue('x'.repeat(10_001));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(elsewhere);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enregistré : ')).toBeVisible();
  await expect(cell).toHaveText(elsewhere);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.locator('#lieux dl')).toContainText('Appel à la mairie');
  await page.goBack();
  await expect(page.getByText('Pour chaque cellule changée :')).toContainText('Appel à la mairie');
  await grid.locator('[data-cell="0 1"]').focus();
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.type(`${elsewhere} encore`);
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText(`${elsewhere} encore`);
  await cell.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type(before);
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText(before);
  await cell.focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Annulé : ')).toBeVisible();
  await expect(cell).toHaveText(`${elsewhere} encore`);
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText(elsewhere);
});

test('objectives are published with the source of the agreement, and taken back, without JavaScript', async ({ browser }, info) => {
  const slug = info.project.name === '360' ? 'initiative-synthetique-045' : 'initiative-synthetique-046';
  const page = await editor(browser);
  await page.goto(`/edition/recensement/${slug}`);
  const section = page.locator('#objectifs');
  await section.locator('summary').click();
  await section.getByRole('checkbox', { name: 'Gouvernance partagée' }).check();
  await section.getByRole('checkbox', { name: 'Plaidoyer' }).check();
  await section.getByLabel('Pourquoi ce changement').fill('Accord reçu');
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  // Refused with a sentence, and nothing has to be ticked again.
  await expect(section.getByText('demande la source de son accord')).toBeVisible();
  await expect(section.getByRole('group', { name: 'Objectifs que la caisse a accepté de voir publiés' })).toHaveAccessibleDescription(/source de son accord/);
  await expect(section.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await section.getByLabel('Source', { exact: true }).fill('Courriel du 3 mars 2026');
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page).toHaveURL(/fait=saved#objectifs$/);
  await expect(section.locator('dd')).toContainText('Gouvernance partagée · Plaidoyer');
  await expect(section.locator('dd')).toContainText('Courriel du 3 mars 2026');
  await page.getByRole('button', { name: /^Annuler.*Objectifs/ }).click();
  await expect(page).toHaveURL(/fait=undone/);
  await expect(section.locator('dd')).toContainText('x');
});

test('no page of the census breaks an accessibility rule or its width', async ({ browser }, info) => {
  test.setTimeout(240_000);
  const page = await withScripts(browser, await editor(browser));
  await page.setViewportSize(info.project.use.viewport ?? { width: 1280, height: 900 });
  const paths = [
    '/initiatives/lyon-calim8/corriger',
    '/edition/corrections',
    '/edition/recensement',
    '/edition/recensement/lyon-calim8',
    '/edition/recensement/lyon-calim8/lieux',
    '/edition/recensement/gironde-caisse-commune/scinder',
    '/edition/recensement/nouvelle',
    '/edition/recensement/doublons?avec=lyon-calim8',
    '/edition/recensement/fusionner?garder=lyon-calim8&absorber=cadenet-clac',
    '/edition/recensement/lot?slug=lyon-calim8&slug=cadenet-clac&champ=status&status=terminee',
    '/edition/recensement/lot?slug=lyon-calim8&slug=cadenet-clac&champ=objectives&objectives=&objectives=access',
    '/edition/recensement/accords',
    '/edition/recensement/import',
    '/edition/recensement/perimetre'
  ];
  for (const path of paths) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect(await violations(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
  }
});
