import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { pointAt, rowOf, rowsOf, toast, undoOf } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

// A Monday; the team does one point a working day.
const NOW = '2026-11-16T09:00:00.000Z';
const POINTS = [5, 8, 3, 5, 8, 2];
const BACKLOG = '/northwind/TRL/backlog';

let e2e: E2e;
let admin: Person;
let lena: Person;
let sara: Person;
beforeAll(async () => {
  e2e = await startE2e({ at: NOW });
  admin = await foundNorthwind(e2e);
  const items = POINTS.map((value, at) => ({ title: `Step ${at + 1}`, estimate: { kind: 'points', value } }));
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'drawLine', input: { product: 'TRL', pace: 10, on: '2026-12-11', name: '2.4' } },
  ]);
  const { id } = await e2e.api<{ id: string }>(admin, 'POST /workspaces/northwind/products/TRL/releases', { name: '3.0' });
  await e2e.batch(admin, 'northwind', [{ verb: 'putInRelease', input: { items: ['TRL-2'], release: id } }]);
  lena = await e2e.colleague(admin, { workspace: 'northwind', name: 'Lena Moritz', role: 'product-manager' });
  sara = await e2e.colleague(admin, { workspace: 'northwind', name: 'Sara Quinn', role: 'stakeholder' });
  for (const { page } of [admin, lena, sara]) {
    await page.goto(BACKLOG);
    await rowOf(page, 'TRL-1').waitFor();
    await page.getByRole('button', { name: 'date lines' }).waitFor();
  }
});
afterAll(() => e2e.close());

const dateLine = (page: Page, on: string) => page.locator(`[data-row="date:${on}"]`);
const lines = (page: Page): Promise<string[]> =>
  page
    .locator('[data-date-line]')
    .allInnerTexts()
    .then((all) => all.map((text) => text.replaceAll('\n', ' ')));

test('by keyboard: a key, the day, Enter, and the dotted line stands where the team gets by then; Undo takes it away', async () => {
  const { page } = admin;
  // The release passes over TRL-2, which is in another one: 5 + 3 + 5 of 20. By 27 November there are ten points, and TRL-2 is the next.
  const before = ['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4', 'line Release 2.4', 'TRL-5', 'TRL-6'];
  await expect.poll(() => rowsOf(page)).toEqual(before);
  await page.keyboard.press('Shift+D');
  await page.getByRole('textbox', { name: 'Day' }).waitFor();
  await page.keyboard.type('27 Nov');
  await page.keyboard.press('Enter');
  await dateLine(page, '2026-11-27').waitFor();
  await expect.poll(() => rowsOf(page)).toEqual(before.toSpliced(1, 0, 'date:2026-11-27'));
  await expect.poll(() => lines(page)).toEqual(['27 Nov 5 points']);
  await undoOf(page, 'The line of 27 Nov is drawn').click();
  await expect.poll(() => rowsOf(page)).toEqual(before);
  noComplaints(admin);
});

test('by pointer, with a name; a colleague sees it at once, gives it another day by its tab, and who only reads is offered nothing', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'date lines' }).click();
  await page.getByRole('textbox', { name: 'Day' }).fill('27 Nov');
  await page.getByRole('textbox', { name: 'Name' }).fill('Trade fair');
  await page.getByRole('button', { name: 'Draw the line' }).click();
  for (const one of [page, lena.page, sara.page]) await expect.poll(() => lines(one)).toEqual(['Trade fair 5 points · 27 Nov']);

  await dateLine(lena.page, '2026-11-27').getByRole('button', { name: 'Trade fair' }).click();
  await lena.page.getByRole('textbox', { name: 'Day' }).fill('11 Dec');
  await lena.page.getByRole('button', { name: 'Save' }).click();
  for (const one of [page, lena.page, sara.page]) await expect.poll(() => lines(one)).toEqual(['Trade fair 16 points · 11 Dec']); // 5 + 8 + 3 of 20
  await expect.poll(() => rowsOf(page)).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'date:2026-12-11', 'TRL-4', 'line Release 2.4', 'TRL-5', 'TRL-6']);
  await expect.poll(() => dateLine(sara.page, '2026-12-11').getByRole('button').count()).toBe(0);
  await sara.page.getByRole('button', { name: 'date lines' }).click();
  await sara.page.getByRole('checkbox', { name: 'Ends of quarters' }).waitFor();
  await expect.poll(() => sara.page.getByRole('button', { name: 'Draw the line' }).count()).toBe(0);
  expect(await axeFaults(sara.page)).toEqual([]);
  await sara.page.keyboard.press('Escape');
  noComplaints(admin, lena, sara);
});

test('a day that has passed, and one that has a line, are refused in a sentence', async () => {
  const { page } = admin;
  await page.keyboard.press('Shift+D');
  const day = page.getByRole('textbox', { name: 'Day' });
  await day.fill('2026-11-15');
  await page.keyboard.press('Enter');
  await page.getByText('2026-11-15 has passed. Choose today or a later day.').waitFor();
  await day.fill('11 Dec');
  await page.keyboard.press('Enter');
  await page.getByText('A line is drawn on Friday, 11 December 2026 already: Trade fair. Change that one.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await day.waitFor({ state: 'detached' });
  noComplaints(admin);
});

test('it follows the rank, a filter says what it hides above, and the tree has none', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-5');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => lines(page)).toEqual(['Trade fair 13 points · 11 Dec']); // 8 + 5; 8 more are 21 of 20
  await undoOf(page, 'TRL-5').first().click();
  await expect.poll(() => lines(page)).toEqual(['Trade fair 16 points · 11 Dec']);
  await page.goto(`${BACKLOG}?q=Step 3`);
  await expect.poll(() => lines(page)).toEqual(['Trade fair 16 points · 11 Dec (+2 hidden above)']);
  await page.goto(`${BACKLOG}?view=tree&quarters=shown`);
  await rowOf(page, 'TRL-1').waitFor();
  await expect.poll(() => page.locator('[data-date-line]').count()).toBe(0);
  noComplaints(admin);
});

test('the ends of quarters are shown by a key, stay in the address, and one with a line of its own is drawn once', async () => {
  const { page } = admin;
  await page.goto(BACKLOG);
  await expect.poll(() => lines(page)).toHaveLength(1);
  await page.keyboard.press('Shift+Q');
  const shown = [
    'Trade fair 16 points · 11 Dec',
    'Q4 2026 31 points · 31 Dec',
    'Q1 2027 31 points · 31 Mar 2027',
    'Q2 2027 31 points · 30 Jun 2027',
    'Q3 2027 31 points · 30 Sept 2027',
  ];
  await expect.poll(() => lines(page)).toEqual(shown); // by the end of the year there are 34 working days for all of 31 points
  await expect.poll(async () => (await rowsOf(page)).slice(-4)).toEqual(['date:2026-12-31', 'date:2027-03-31', 'date:2027-06-30', 'date:2027-09-30']);
  expect(new URL(page.url()).search).toBe('?quarters=shown');
  await lena.page.goto(page.url());
  await expect.poll(() => lines(lena.page)).toEqual(shown);
  await e2e.api(lena, 'POST /workspaces/northwind/products/TRL/date-lines', { on: '2026-12-31', name: 'Year’s end' });
  await expect.poll(() => lines(page)).toEqual(shown.with(1, 'Year’s end 31 points · 31 Dec'));

  const read = await e2e.api<{ lines: { on: string; name: string; taken: string[] }[] }>(
    sara,
    'GET /workspaces/northwind/products/TRL/date-lines?on=2026-11-27',
  );
  expect(read.lines).toMatchObject([{ on: '2026-11-27', name: '', teams: [{ used: 5, capacity: 10 }] }]);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('quarters');
  await page.getByRole('option', { name: /ends of quarters/ }).click();
  await expect.poll(() => lines(page)).toEqual(['Trade fair 16 points · 11 Dec', 'Year’s end 31 points · 31 Dec']);
  expect(new URL(page.url()).search).toBe('');
  noComplaints(admin, lena);
});

test('on a phone a line is erased by its tab and comes back by Undo', async () => {
  const phone = await e2e.person({ size: 'phone', theme: 'dark' });
  await phone.context.addCookies(await admin.context.cookies());
  const { page } = phone;
  await page.goto(BACKLOG);
  await dateLine(page, '2026-12-11').getByRole('button', { name: 'Trade fair' }).tap();
  await page.getByRole('textbox', { name: 'Day' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Erase' }).tap();
  for (const one of [page, lena.page]) await expect.poll(() => dateLine(one, '2026-12-11').count()).toBe(0);
  await toast(page, 'The line of Trade fair erased').waitFor();
  await undoOf(page, 'The line of Trade fair erased').tap();
  for (const one of [page, lena.page]) await dateLine(one, '2026-12-11').waitFor();
  await page.getByRole('button', { name: 'date lines' }).tap();
  await page.getByRole('list', { name: 'Date lines ahead' }).getByText('Trade fair').waitFor();
  noComplaints(phone, lena);
  await phone.context.close();
});

test('once its day has passed it is drawn no more, and stands where it can be erased or given another day', async () => {
  await e2e.moveTo('2026-12-14T09:00:00.000Z');
  const { page } = admin;
  await page.goto(BACKLOG);
  await expect.poll(() => lines(page)).toHaveLength(1);
  await page.keyboard.press('Shift+D');
  const passed = page.getByRole('region', { name: 'Passed' });
  await passed.getByText('Trade fair').waitFor();
  await passed.getByRole('button', { name: 'Change Trade fair' }).click();
  await page.getByRole('textbox', { name: 'Day' }).fill('18 Dec');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await lines(page))[0]).toBe('Trade fair 5 points · 18 Dec');
  await page.getByRole('button', { name: 'Erase Year’s end' }).click();
  await expect.poll(() => lines(page)).toHaveLength(1);
  noComplaints(admin);
});

test('a line that falls far below what is seen is brought into view, and so it is from the list of them', async () => {
  const { page } = admin;
  const items = Array.from({ length: 60 }, (_, at) => ({ title: `Later ${at + 1}`, estimate: { kind: 'points', value: 1 } }));
  await e2e.batch(lena, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items } }]);
  await page.goto(BACKLOG);
  await expect.poll(() => lines(page)).toHaveLength(1);
  await page.keyboard.press('Shift+D');
  await page.getByRole('textbox', { name: 'Day' }).fill('2027-06-30');
  await page.keyboard.press('Enter');
  await dateLine(page, '2027-06-30').waitFor(); // of a long list only what is seen is in the page
  await expect.poll(() => rowOf(page, 'TRL-1').count()).toBe(0);
  await page.keyboard.press('Shift+D');
  await page.getByRole('list', { name: 'Date lines ahead' }).getByRole('button', { name: 'Trade fair', exact: true }).click();
  await dateLine(page, '2026-12-18').waitFor();
  noComplaints(admin);
});
