import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { itemsOf, later, markOf, pointAt, rowOf, today } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const BACKLOG = '/northwind/TRL/backlog';

let e2e: E2e;
let admin: Person;
let lena: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const points = (value: number) => ({ kind: 'points', value });
  await e2e.batch(admin, 'northwind', [
    {
      verb: 'createItems',
      input: {
        product: 'TRL',
        items: [
          { title: 'Warn before the weather turns', estimate: points(5) },
          { title: 'Share a live position', estimate: points(8) },
          { title: 'Call for help', estimate: points(3) },
          { title: 'Say when one is late', estimate: points(5) },
          { title: 'Book a bed', estimate: points(8) },
        ],
      },
    },
    { verb: 'drawLine', input: { product: 'TRL', pace: 10, on: later(today(), 28), name: '2.4' } },
  ]);
  lena = await e2e.colleague(admin, { workspace: 'northwind', name: 'Lena Moritz', role: 'product-manager' });
  for (const { page } of [admin, lena]) {
    await page.goto(BACKLOG);
    await rowOf(page, 'TRL-1').waitFor();
    // What opens on demand is fetched in an idle moment after the first page.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('PaletteLayer')));
  }
});
afterAll(() => e2e.close());

const line = (page: Page) => page.locator('[data-row]:has([data-line])');

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** All that a person sees of the list: the order, and each row whole. */
/** The rows as they are shown, but for the days by which they are finished: those come a moment later. */
const seen = async (page: Page) => ({ order: await itemsOf(page), rows: (await page.locator('[data-row]').evaluateAll(textsOf)).toSorted() });
const textsOf = (rows: Element[]) =>
  rows.map((row) => {
    const copy = row.cloneNode(true) as Element; // a copy of an element is one
    copy.querySelector('[data-finish]')?.remove();
    return copy.textContent ?? '';
  });
async function sameOnBoth(): Promise<void> {
  await expect.poll(async () => JSON.stringify(await seen(lena.page)) === JSON.stringify(await seen(admin.page))).toBe(true);
}

test('what one does is on the other’s screen without loading the page again', async () => {
  await pointAt(admin.page, 'TRL-1');
  await press(admin.page, 'Alt+Shift+ArrowDown');
  await expect.poll(() => itemsOf(lena.page)).toEqual(['TRL-2', 'TRL-3', 'TRL-4', 'TRL-5', 'TRL-1']);
  await pointAt(lena.page, 'TRL-3');
  await press(lena.page, 'e', '8');
  await rowOf(admin.page, 'TRL-3').getByRole('button', { name: 'Estimate: 8' }).waitFor();
  await press(admin.page, 'c');
  await admin.page.keyboard.type('Find the nearest spring');
  await press(admin.page, 'Enter', 'Escape');
  await rowOf(lena.page, 'TRL-6').getByText('Find the nearest spring').waitFor();
  await sameOnBoth();
  noComplaints(admin, lena);
});

test('who is offline works on, sees how much waits, and afterwards both have the same, nothing twice', async () => {
  const { page, context } = lena;
  await context.setOffline(true);
  await page.getByText('working offline').waitFor();
  await pointAt(page, 'TRL-5');
  await press(page, 'Alt+Shift+ArrowUp', 'e', '5');
  await press(page, 'c');
  await page.keyboard.type('Written on the train');
  await press(page, 'Enter', 'Escape');
  await page.getByText('working offline, 3 changes waiting').waitFor();
  await pointAt(admin.page, 'TRL-2');
  await press(admin.page, 'Alt+Shift+ArrowDown', 'e', '2');
  await rowOf(admin.page, 'TRL-2').getByRole('button', { name: 'Estimate: 2' }).waitFor();
  await page.waitForTimeout(1_000); // a stream that is still open would bring it by then
  await expect.poll(() => rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 2' }).count()).toBe(0);
  await context.setOffline(false);
  await page.getByText('working offline').waitFor({ state: 'detached' });
  await rowOf(admin.page, 'Written on the train').waitFor();
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 2' }).waitFor();
  await sameOnBoth();
  await expect.poll(async () => (await itemsOf(page)).toSorted()).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4', 'TRL-5', 'TRL-6', 'TRL-7']);
  const { data } = await e2e.api<{ data: { title: string }[] }>(admin, 'GET /workspaces/northwind/items?limit=500');
  expect(data.filter(({ title }) => title === 'Written on the train')).toHaveLength(1);
  noComplaints(admin, lena);
});

test.each(['SIGTERM', 'SIGKILL'] as const)('after the server was restarted by %s both go on where they were', async (how) => {
  const before = await seen(admin.page);
  await e2e.restart(how);
  await admin.page.getByText('working offline').waitFor({ state: 'detached' });
  await expect.poll(() => seen(admin.page)).toEqual(before);
  const points = how === 'SIGTERM' ? '1' : '0';
  await pointAt(admin.page, 'TRL-4');
  await press(admin.page, 'e', points);
  await rowOf(lena.page, 'TRL-4')
    .getByRole('button', { name: `Estimate: ${points}` })
    .waitFor();
  await sameOnBoth();
  noComplaints(admin, lena);
});

test('what was built on a refused change is not saved with it, the rest is, and it can be let go', async () => {
  const { page, context } = lena;
  await context.setOffline(true);
  await page.getByText('working offline').waitFor();
  await pointAt(page, 'TRL-3');
  await press(page, 'r');
  await page.getByRole('option', { name: /^2\.4/ }).waitFor();
  await page.keyboard.type('3.0');
  await page.getByRole('option', { name: /3\.0/ }).click();
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  await pointAt(page, 'TRL-3');
  await press(page, 'e', '3');
  await page.getByText('working offline, 3 changes waiting').waitFor();
  await rowOf(page, 'TRL-3').getByText('3.0 has no date').waitFor();

  const members = await recordsIn(e2e, admin, 'members');
  const { id } = members.find(({ name }) => name === 'Lena Moritz')!;
  await e2e.batch(admin, 'northwind', [{ verb: 'updateMember', input: { member: id, role: 'team-member' } }]);
  await context.setOffline(false);
  await page.getByRole('button', { name: '2 not saved' }).click();
  const dialog = page.getByRole('dialog', { name: 'Not saved' });
  await dialog.getByText('It was built on another change that was not saved.').waitFor();
  await dialog.getByRole('button', { name: 'Let go' }).first().click();
  await dialog.getByRole('button', { name: 'Let go' }).first().click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('button', { name: /not saved/ }).count()).toBe(0);
  await rowOf(admin.page, 'TRL-3').getByRole('button', { name: 'Estimate: 3' }).waitFor();
  await rowOf(page, 'TRL-3').getByText('3.0 has no date').waitFor({ state: 'detached' });
  await expect.poll(async () => (await recordsIn(e2e, admin, 'releases')).map(({ name }) => name)).toEqual(['2.4']);
  noComplaints(admin, lena);
});

test('a stakeholder lands on the roadmap and reads; nothing that edits is drawn, and nothing that edits is let through', async () => {
  const ines = await e2e.colleague(admin, { workspace: 'northwind', name: 'Ines Falk', role: 'stakeholder' });
  const { page } = ines;
  await page.waitForURL('**/northwind/TRL/roadmap');
  await page.getByRole('heading', { name: 'Roadmap' }).waitFor();
  await page.getByText('2.4').first().waitFor();
  const places = page.getByRole('navigation').getByRole('link');
  await expect.poll(async () => (await places.allTextContents()).map((text) => text.replace(/\d+$/, ''))).toEqual(['Backlog', 'Releases', 'Roadmap']);
  await expect.poll(() => page.getByRole('slider').count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: /a date$/ }).count()).toBe(0);

  await places.filter({ hasText: 'Releases' }).click();
  await page.getByRole('button', { name: /^2\.4/ }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'New release' }).count()).toBe(0);
  await page.getByRole('button', { name: /^2\.4/ }).click();
  await page.getByText('Release goal').waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^(date|start|lead|Fill|Take out|Release goal)/ }).count()).toBe(0);

  await page.getByRole('link', { name: 'Backlog', exact: true }).click();
  await rowOf(page, 'TRL-1').waitFor();
  await line(page).waitFor();
  for (const name of [/^New item/, /^Fill/, /^Take out/, /^State:/, /^Assignee:/, /^Estimate:/])
    await expect.poll(() => page.getByRole('button', { name }).count(), { message: String(name) }).toBe(0);
  await expect.poll(() => page.locator('.lucide-grip-vertical').count()).toBe(0);
  await expect.poll(() => markOf(page, 'TRL-1')).not.toBe('');
  const before = await seen(page);
  await pointAt(page, 'TRL-1');
  await press(page, 'c', 's', 'a', 'r', 'l', 'e', '5', 'p', 'Delete', 'F2', 'Alt+ArrowUp', 'Alt+Shift+ArrowUp');
  await page.keyboard.type('typed');
  await expect.poll(() => page.getByRole('listbox').count()).toBe(0);
  await expect.poll(() => page.getByRole('textbox').count()).toBe(0);
  await press(page, '.');
  const entries = await page.getByRole('menuitem').allTextContents();
  expect(entries.filter((entry) => !/^(Open|Copy)/.test(entry))).toEqual([]);
  await press(page, 'Escape');
  await expect.poll(() => seen(page)).toEqual(before);

  const call = (route: `${'POST' | 'PATCH'} /${string}`, body: unknown) =>
    e2e.api(ines, route, body).then(
      () => 'done',
      (error: Error) => /: (\d{3}) /.exec(error.message)?.[1],
    );
  expect(await call('POST /workspaces/northwind/batch', { calls: [{ verb: 'trashItems', input: { items: ['TRL-1'] } }] })).toBe('403');
  expect(await call('PATCH /workspaces/northwind/items/TRL-1', { title: 'Mine' })).toBe('403');
  expect(await call('POST /workspaces/northwind/products', { name: 'Mine', key: 'MINE' })).toBe('403');
  noComplaints(ines);
  await ines.context.close();
});
