import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { itemsOf } from './list.ts';
import { emptyNorthwind, noComplaints } from './northwind.ts';

/** An epic with two stories, a story by itself, and two that were finished long ago; in two rounds. */
const CSV = [
  'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Created,Updated,Resolved,Custom field (Epic Link),Custom field (Epic Name),Sprint',
  'Storms,HUT-1,1,Epic,To Do,HUT,Huts,01/Feb/22 9:00 AM,01/Feb/22 9:00 AM,,,Storms,',
  'Warn of storms,HUT-2,2,Story,To Do,HUT,Huts,01/Feb/22 9:00 AM,01/Feb/22 9:00 AM,,HUT-1,,HUT Sprint 10',
  'Show the wind,HUT-3,3,Story,To Do,HUT,Huts,01/Feb/22 9:00 AM,01/Feb/22 9:00 AM,,HUT-1,,HUT Sprint 10',
  'Book a bed,HUT-4,4,Story,To Do,HUT,Huts,01/Feb/22 9:00 AM,01/Feb/22 9:00 AM,,,,',
  'Call for help,HUT-5,5,Story,Done,HUT,Huts,01/Feb/22 9:00 AM,03/Mar/22 9:00 AM,03/Mar/22 9:00 AM,,,HUT Sprint 9',
  'Find a hut,HUT-6,6,Story,Done,HUT,Huts,01/Feb/22 9:00 AM,07/Apr/22 9:00 AM,07/Apr/22 9:00 AM,,,HUT Sprint 9',
].join('\n');

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await emptyNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [{ verb: 'createProduct', input: { key: 'HUT', name: 'Huts' } }]);
  const { page } = admin;
  await page.goto('/northwind/HUT/import');
  await page.getByLabel('A file to import').setInputFiles({ name: 'huts.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
  await page.getByRole('button', { name: 'Import 6 items' }).click();
  await page.getByRole('button', { name: 'Go to the backlog' }).click();
});
afterAll(() => e2e.close());

test('how much is open is told alike: the rows of the list, and what is open beside them', async () => {
  const { page } = admin;
  await page.getByText('3 rows', { exact: true }).waitFor();
  expect(await itemsOf(page)).toHaveLength(3);
  await page.getByText('4 open (3 rows, 1 parent), 4 untouched for a year.').waitFor();
  noComplaints(admin);
});

test('charts that have nothing to draw yet say why, and where one begins', async () => {
  const { page } = admin;
  await page.goto('/northwind/HUT/charts');
  const missing = page.getByRole('region', { name: 'Not drawn yet' });
  await missing.getByText('Nothing was finished in the last 13 weeks; the last was on 7 Apr 2022.').waitFor();
  await missing.getByText('Nothing came or left in the last 12 whole weeks.').waitFor();
  await missing.getByText('Nothing is under way.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await missing.getByRole('link', { name: 'Name the team' }).click();
  await page.getByText('Who works together, and how long is a round?').waitFor();
  noComplaints(admin);
});

test('sprints that came with an import are found before there is a team and after', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: '2 imported sprints' }).click();
  expect(await page.getByRole('option').allTextContents()).toEqual(['HUT Sprint 10imported', 'HUT Sprint 9imported']);
  await page.getByRole('option', { name: 'HUT Sprint 9' }).click();
  await page.getByRole('heading', { name: 'HUT Sprint 9', level: 1 }).waitFor();
  await expect.poll(() => itemsOf(page, 'In HUT Sprint 9')).toEqual(['HUT-5', 'HUT-6']);
  expect(await page.getByRole('button', { name: 'Close…' }).count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await e2e.batch(admin, 'northwind', [{ verb: 'createTeam', input: { name: 'Huts', products: ['HUT'] } }]);
  await page.goto('/northwind/HUT/sprint');
  await page.getByRole('button', { name: 'Plan Sprint 1' }).click();
  await page.getByRole('button', { name: 'planned' }).click();
  await page.getByRole('option', { name: 'HUT Sprint 10' }).waitFor();
  await page.keyboard.press('Escape');
  noComplaints(admin);
});

test('why nothing can be filled in is said beside the button, on a phone too', async () => {
  const { page } = admin;
  await page.getByText('Say first how much the team does in two weeks.').waitFor();
  await page.getByLabel('How much in two weeks').fill('2');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fill to capacity (+2)' }).click();
  await page.getByText('The sprint is full. HUT-4 is next and needs 1.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  const phone = await e2e.person({ size: 'phone', theme: 'dark' });
  await phone.context.addCookies(await admin.context.cookies());
  await phone.page.goto('/northwind/HUT/sprint');
  await phone.page.getByText('The sprint is full. HUT-4 is next and needs 1.').waitFor();
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await phone.context.close();
  noComplaints(admin);
});
