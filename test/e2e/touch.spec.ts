import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { hold } from './finger.ts';
import { later, rowsOf, toast, today, undoOf } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
let phone: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = ['Warn before the weather turns', 'Share a position', 'Call for help', 'Book a bed', 'Print the map'];
  await e2e.batch(admin, 'northwind', [
    {
      verb: 'createItems',
      input: { product: 'TRL', items: items.map((title) => ({ title, estimate: { kind: 'points', value: 5 } })) },
    },
    { verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Safer days out', type: 'epic' }] } },
    { verb: 'setParent', input: { items: ['TRL-5'], parent: 'TRL-6' } },
    // Two weeks of ten points: two rows of five fit.
    { verb: 'drawLine', input: { product: 'TRL', pace: 10, on: later(today(), 13), name: '2.4' } },
  ]);
  phone = await e2e.person({ size: 'phone' });
  await phone.context.addCookies(await admin.context.cookies());
  await phone.page.goto('/northwind/TRL/backlog');
  await phone.page.locator('[data-row]').getByText('Print the map').waitFor();
});
afterAll(() => e2e.close());

const title = (page: Page, words: string) => page.locator('[data-row]').getByText(words);
/** Holds a row and lets go without moving, which asks for its menu. */
async function openMenu(page: Page, words: string): Promise<void> {
  await (await hold(title(page, words), words)).up();
  await page.getByRole('menu', { name: 'Item' }).waitFor();
}
const titles = async (page: Page) => (await page.locator('[data-row] [data-cell=title]').allTextContents()).map((title) => title.split(' ')[0]);

test('holding a row opens its menu, from which it goes to the top, to the bottom and to any position', async () => {
  const { page } = phone;
  await openMenu(page, 'Call for help');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'To the top' }).tap();
  await expect.poll(() => titles(page)).toEqual(['Call', 'Warn', 'Share', 'Book', 'Print']);
  await openMenu(page, 'Warn before');
  await page.getByRole('menuitem', { name: 'To the bottom' }).tap();
  await expect.poll(() => titles(page)).toEqual(['Call', 'Share', 'Book', 'Print', 'Warn']);
  await openMenu(page, 'Warn before');
  await page.getByRole('menuitem', { name: 'To position…' }).tap();
  await page.getByRole('dialog').getByRole('textbox').fill('2');
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(['Call', 'Warn', 'Share', 'Book', 'Print']);
  noComplaints(phone);
});

test('a row that is held is dragged with the finger: the line moves before it is let go, and the toast names who crossed it', async () => {
  const { page } = phone;
  const before = await rowsOf(page);
  const lineAt = before.findIndex((row) => row.startsWith('line'));
  expect(lineAt).toBe(2);
  const touch = await hold(title(page, 'Book a bed'), 'Book a bed');
  const to = (await title(page, 'Call for help').boundingBox())!;
  await touch.move({ x: to.x + 60, y: to.y + 70 });
  await touch.move({ x: to.x + 60, y: to.y - 4 });
  await page.getByText('position 1 of 5').waitFor();
  await page.getByText('Drop to keep').waitFor();
  await touch.up();
  await expect.poll(() => titles(page)).toEqual(['Book', 'Call', 'Warn', 'Share', 'Print']);
  const told = 'TRL-4 above, TRL-1 below the 2.4 line';
  await toast(page, told).waitFor();
  await undoOf(page, told).tap();
  await expect.poll(() => titles(page)).toEqual(['Call', 'Warn', 'Share', 'Book', 'Print']);
  noComplaints(phone);
});

test('what a drag does in the tree and on the line has its menu and its button here too', async () => {
  const { page } = phone;
  await page.getByRole('button', { name: 'Fill (+2)' }).tap();
  await toast(page, 'TRL-3 and TRL-1 put in Release 2.4').waitFor();
  await openMenu(page, 'Share a position');
  await page.getByRole('menuitem', { name: 'Parent…' }).tap();
  await page.getByRole('option', { name: /Safer days out/ }).tap();
  await toast(page, 'TRL-2: under Safer days out').waitFor();
  await page.locator('[data-row]').getByText('Share a position').tap();
  const panel = page.getByRole('complementary', { name: 'Item' });
  await panel.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('menuitem', { name: 'To the top' }).tap();
  await panel.getByRole('button', { name: 'Close' }).tap();
  await expect.poll(() => titles(page)).toEqual(['Share', 'Call', 'Warn', 'Book', 'Print']);
  noComplaints(phone);
});
