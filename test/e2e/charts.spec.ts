import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { today } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
});
afterAll(() => e2e.close());

test('charts tell how work flows, as drawings and as tables, and a dot opens its item', async () => {
  const { page } = admin;
  await page.goto('/northwind/TRL/charts');
  await page.getByText('How much is finished, how long it takes, and where it stands.').waitFor();
  const items = ['Warn of storms', 'Book a bed', 'Call for help'].map((title) => ({ title, estimate: { kind: 'points', value: 3 } }));
  await e2e.batch(admin, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items } }]);
  const states = await recordsIn(e2e, admin, 'states');
  const state = (wanted: string) => states.find(({ group }) => group === wanted)!.id;
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items: ['TRL-1', 'TRL-2'], state: state('in-progress') } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items: ['TRL-1'], state: state('done') } }]);

  const lastRow = (name: string) => page.getByRole('figure', { name }).getByRole('row').last().textContent();
  const flow = page.getByRole('figure', { name: 'Cumulative flow' });
  await flow.getByText('Done 1', { exact: true }).waitFor();
  // Done, in progress, backlog.
  await expect.poll(() => flow.getByRole('row').nth(1).textContent()).toBe(`${today()}111`);
  await expect.poll(() => lastRow('Cycle time')).toBe(`TRL-1 Warn of storms${today()}1`);
  await expect.poll(() => lastRow('Age of work under way')).toBe(`TRL-2 Book a bed${today()}1`);
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
  noComplaints(admin);
});

test('on a phone the charts stand below each other, no wider than it', async () => {
  const phone = await e2e.person({ size: 'phone' });
  await phone.context.addCookies(await admin.context.cookies());
  await phone.page.goto('/northwind/TRL/charts');
  await phone.page.getByRole('figure', { name: 'Cycle time' }).waitFor();
  await expect.poll(() => phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(phone.page)).toEqual([]);
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});

describe('over three weeks', () => {
  let weeks: E2e;
  let ada: Person;
  const AT = '/northwind/TRL/charts';
  beforeAll(async () => {
    // Monday, 2 March.
    weeks = await startE2e({ at: '2026-03-02T09:00:00Z' });
    ada = await weeks.admin();
    await weeks.api(ada, 'POST /workspaces', { name: 'Northwind' });
    await weeks.batch(ada, 'northwind', [{ verb: 'createProduct', input: { name: 'Trailhead', key: 'TRL' } }]);
    const items = ['Warn of storms', 'Book a bed', 'Call for help', 'Show the height'].map((title) => ({ title, estimate: { kind: 'points', value: 3 } }));
    await weeks.batch(ada, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items } }]);
    const { data: states } = await weeks.api<{ data: { id: string; group: string }[] }>(ada, 'GET /workspaces/northwind/states');
    const goes = async (day: number, item: string, group: string) => {
      await weeks.moveTo(`2026-03-${String(day).padStart(2, '0')}T09:00:00Z`);
      await weeks.batch(ada, 'northwind', [{ verb: 'setState', input: { items: [item], state: states.find((one) => one.group === group)!.id } }]);
    };
    await goes(3, 'TRL-1', 'ready');
    await goes(4, 'TRL-2', 'in-progress');
    await goes(5, 'TRL-1', 'in-progress');
    await goes(6, 'TRL-2', 'done');
    await goes(10, 'TRL-1', 'done');
    await weeks.batch(ada, 'northwind', [{ verb: 'parkItems', input: { items: ['TRL-4'] } }]);
    await weeks.moveTo('2026-03-18T09:00:00Z');
  });
  afterAll(() => weeks.close());

  const figure = (name: string) => ada.page.getByRole('figure', { name, exact: true });
  const rows = (name: string) => figure(name).getByRole('row').allTextContents();
  const list = () => ada.page.getByRole('complementary', { name: 'Items' });
  const listed = () => list().getByRole('listitem').allTextContents();

  test('it is told how long what was finished stood in each state, and what came and left each week', async () => {
    await ada.page.goto(AT);
    await figure('Time in state').waitFor();
    // TRL-1: backlog 1, ready 2, in progress 5. TRL-2: backlog 2, in progress 2.
    await expect
      .poll(async () => (await rows('Time in state')).slice(1))
      .toEqual(['Backlog212', 'Readywaiting122', 'In progresswork225', 'All waitingwaiting202', 'All workwork225']);
    await expect.poll(async () => (await rows('Created against done')).slice(1)).toEqual(['2026-03-09001010-2', '2026-03-024010003']);
    await figure('Created against done').getByText('The backlog grew by 1 in 2 weeks.').waitFor();
    expect(await axeFaults(ada.page)).toEqual([]);
  });

  test('every figure opens its items by key, by press and in the table, and each leads to its item', async () => {
    const { page } = ada;
    await page.goto(AT);
    await figure('Throughput per week').getByRole('button', { name: 'Throughput per week: 9 Mar: Done 3' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await list().getByRole('heading', { name: 'Done in the week from 2 Mar' }).waitFor();
    await expect.poll(() => listed()).toEqual(['Book a bedTRL-26 Mar · 3 days · 3 points']);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await list().waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Throughput per week: 2 Mar: Done 3');

    await figure('Time in state').locator('svg').getByText('In progress', { exact: true }).click();
    await list().getByRole('heading', { name: 'Days in In progress' }).waitFor();
    await expect.poll(() => listed()).toEqual(['Warn of stormsTRL-15 days · done 10 Mar', 'Book a bedTRL-22 days · done 6 Mar']);
    await page.keyboard.press('Escape');
    await figure('Created against done').locator('svg rect').first().click();
    await list().getByRole('heading', { name: 'Came in the week from 2 Mar' }).waitFor();
    await expect.poll(() => listed()).toHaveLength(4);
    await page.keyboard.press('Escape');

    await page.keyboard.press('t');
    await figure('Cumulative flow')
      .getByRole('row', { name: /2026-03-09/ })
      .getByRole('button', { name: '1' })
      .last()
      .click();
    await list().getByRole('heading', { name: 'In progress at the end of 9 Mar' }).waitFor();
    await expect.poll(() => listed()).toEqual(['Warn of stormsTRL-1since 5 Mar · 5 days']);
    // The list stands in the address.
    await page.reload();
    await list()
      .getByRole('link', { name: /Warn of storms/ })
      .click();
    await page.waitForURL(/backlog\?item=TRL-1/);
    await page.goBack();
    await list().getByRole('heading', { name: 'In progress at the end of 9 Mar' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await figure('Created against done')
      .getByRole('row', { name: /2026-03-09/ })
      .getByRole('button')
      .last()
      .click();
    await list().getByRole('heading', { name: 'Parked in the week from 9 Mar' }).waitFor();
    await expect.poll(() => listed()).toEqual(['Show the heightTRL-4Parked · 10 Mar']);
    noComplaints(ada);
  });

  test('dots in one place open as a list, one alone opens its item', async () => {
    const { page } = ada;
    await weeks.batch(ada, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Twin one' }, { title: 'Twin two' }] } }]);
    const { data: states } = await weeks.api<{ data: { id: string; group: string }[] }>(ada, 'GET /workspaces/northwind/states');
    const begun = states.find(({ group }) => group === 'in-progress')!.id;
    await weeks.batch(ada, 'northwind', [{ verb: 'setState', input: { items: ['TRL-5', 'TRL-6'], state: begun } }]);
    await page.goto(AT);
    await figure('Age of work under way')
      .getByRole('button', { name: /^Age of work under way: 2 items: 1/ })
      .press('Enter');
    await list().getByRole('heading', { name: 'Under way since 18 Mar' }).waitFor();
    await expect.poll(() => listed()).toEqual(['Twin oneTRL-51 day', 'Twin twoTRL-61 day']);
    await page.keyboard.press('Escape');
    await figure('Cycle time').locator('circle').last().click();
    await page.waitForURL(/backlog\?item=TRL-1/);
  });

  test('new charts are saved as drawings and as CSV', async () => {
    const { page } = ada;
    await page.goto(AT);
    for (const [title, kind, begins] of [
      ['Time in state', 'SVG', '<svg'],
      ['Time in state', 'CSV', '"State","Counts as","Items","Half within","85 % within"\r\n"Backlog","","2","1","2"'],
      ['Created against done', 'PNG', '\uFFFDPNG'],
      ['Created against done', 'CSV', '"Week from","New","Back","Done","Declined","Parked","Trashed","Net"'],
    ] as const) {
      await page.getByRole('button', { name: `Save ${title}` }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: kind }).click()]);
      expect(await readFile(await file.path(), 'utf8'), `${title} ${kind}`).toContain(begins);
    }
  });

  test('on a phone a press on a bar opens its items over the whole screen', async () => {
    const phone = await weeks.person({ size: 'phone' });
    await phone.context.addCookies(await ada.context.cookies());
    await phone.page.goto(AT);
    await phone.page.getByRole('figure', { name: 'Throughput per week' }).locator('svg rect').last().tap();
    const items = phone.page.getByRole('complementary', { name: 'Items' });
    await items.getByRole('heading', { name: 'Done in the week from 9 Mar' }).waitFor();
    await expect.poll(async () => (await items.boundingBox())?.width).toBe(390);
    expect(await axeFaults(phone.page)).toEqual([]);
    await items.getByRole('button', { name: 'Close' }).tap();
    await items.waitFor({ state: 'detached' });
    expect(phone.complaints).toEqual([]);
    await phone.context.close();
  });
});
