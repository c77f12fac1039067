import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { today } from './list.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await e2e.admin();
  await e2e.api(admin, 'POST /workspaces', { name: 'Northwind' });
  await e2e.batch(admin, 'northwind', [{ verb: 'createProduct', input: { name: 'Trailhead', key: 'TRL' } }]);
});
afterAll(() => e2e.close());

test('charts tell how work flows, as drawings and as tables, and a dot opens its item', async () => {
  const { page } = admin;
  await page.goto('/northwind/TRL/charts');
  await page.getByText('How much is finished, how long it takes, and where it stands.').waitFor();
  const items = ['Warn of storms', 'Book a bed', 'Call for help'].map((title) => ({ title, estimate: { kind: 'points', value: 3 } }));
  await e2e.batch(admin, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items } }]);
  const { data: states } = await e2e.api<{ data: { id: string; group: string }[] }>(admin, 'GET /workspaces/northwind/states');
  const state = (wanted: string) => states.find(({ group }) => group === wanted)!.id;
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items: ['TRL-1', 'TRL-2'], state: state('in-progress') } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items: ['TRL-1'], state: state('done') } }]);

  const lastRow = (name: string) => page.getByRole('figure', { name }).getByRole('row').last().textContent();
  const flow = page.getByRole('figure', { name: 'Cumulative flow' });
  await flow.getByText('Done 1', { exact: true }).waitFor();
  // Done, in progress, backlog.
  expect(await flow.getByRole('row').nth(1).textContent()).toBe(`${today()}111`);
  expect(await lastRow('Cycle time')).toBe(`TRL-1 Warn of storms${today()}1`);
  expect(await lastRow('Age of work under way')).toBe(`TRL-2 Book a bed${today()}1`);
  await page.getByRole('figure', { name: 'Cycle time' }).getByText('85 %: 1 d', { exact: true }).waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeFaults(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('t');
  await page.getByRole('region', { name: 'Cumulative flow as a table' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('t');
  await page.getByRole('figure', { name: 'Age of work under way' }).locator('circle').click();
  await page.waitForURL(/backlog\?item=TRL-2/);
  expect(admin.complaints.splice(0)).toEqual([]);
});

test('on a phone the charts stand below each other, no wider than it', async () => {
  const phone = await e2e.person({ size: 'phone' });
  await phone.context.addCookies(await admin.context.cookies());
  await phone.page.goto('/northwind/TRL/charts');
  await phone.page.getByRole('figure', { name: 'Cycle time' }).waitFor();
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(phone.page)).toEqual([]);
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});
