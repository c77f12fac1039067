import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { foundNorthwind } from './northwind.ts';

let e2e: E2e;
let admin: Person;

beforeAll(async () => {
  e2e = await startE2e({ at: '2026-03-02T09:00:00Z' });
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Compass drifts' }, { title: 'Emergency card' }] } }]);
});
afterAll(() => e2e.close());

async function isFocused(name: string): Promise<void> {
  await expect.poll(() => admin.page.getByRole('textbox', { name }).evaluate((field) => field === document.activeElement)).toBe(true);
}

test('a line is not drawn with a number or a day that cannot be read, and both say so beneath without pushing anything aside', async () => {
  const { page } = admin;
  await page.goto('/northwind/TRL/backlog');
  const pace = page.getByRole('textbox', { name: 'How much per two weeks?' });
  const when = page.getByRole('textbox', { name: 'By when?' });
  await pace.waitFor();
  const places = async () => [await pace.boundingBox(), await when.boundingBox()];
  const before = await places();

  await pace.fill('-5');
  await page.getByText('Write a number').waitFor();
  await expect.poll(() => places()).toEqual(before);
  await page.getByRole('button', { name: 'Draw the line' }).click();
  await isFocused('How much per two weeks?');

  await pace.fill('20');
  await when.fill('someday');
  await page.getByRole('button', { name: 'Draw the line' }).click();
  await page.getByText('Write a day like 12 Mar').waitFor();
  await expect.poll(() => places()).toEqual(before);
  await when.fill('1 Jan 2020');
  await pace.press('Enter');
  await page.getByText('Not before 2 Mar').waitFor();
  await isFocused('By when?');

  await when.fill('27 Mar');
  await when.press('Enter');
  await page.getByText('The line of Next is drawn').waitFor();
  await page.getByText('27 Mar', { exact: false }).first().waitFor();
});

test('a release is not made without the date that was meant', async () => {
  const { page } = admin;
  await page.goto('/northwind/TRL/releases');
  await page.getByRole('banner').getByRole('button', { name: 'New release' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('2.5');
  await page.getByRole('textbox', { name: 'Date' }).fill('12 Marvh');
  await page.getByRole('button', { name: 'Make release' }).click();
  await page.getByText('Write a day like 12 Mar').waitFor();
  await isFocused('Date');
  await page.getByRole('textbox', { name: 'Date' }).fill('24 Apr');
  await page.keyboard.press('Enter');
  await page.getByText('Release 2.5 made').waitFor();
  await page.getByRole('button', { name: 'date 24 Apr' }).waitFor();

  await page.getByRole('button', { name: 'Release goal: What is this release for?' }).click(); // an empty goal is asked for in place
  await page.keyboard.type('Nobody waits for a rescue');
  await page.keyboard.press('Enter');
  await page.getByText('Release goal saved').waitFor();
});

test('a number behind a chip stays open until it can be read, and so do the days of a sprint and a limit on the board', async () => {
  const { page } = admin;
  await page.goto('/northwind/-/teams');
  await page.getByRole('button', { name: 'pace 20 in two weeks' }).click();
  const pace = page.getByRole('textbox', { name: /^Pace of/ });
  await pace.fill('-5');
  await pace.press('Enter');
  await page.getByText('Write a number').waitFor();
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await isFocused('Pace of Trailhead in two weeks');
  await pace.fill('24');
  await pace.press('Enter');
  await page.getByRole('button', { name: 'pace 24 in two weeks' }).waitFor();

  await page.goto('/northwind/TRL/sprint');
  await page.getByRole('button', { name: 'Plan Sprint 1' }).click();
  await page.getByRole('button', { name: /^days/ }).click();
  await page.getByRole('textbox', { name: 'Last day' }).fill('someday');
  await page.getByRole('button', { name: 'Set the days' }).click();
  await page.getByText('Write a day like 12 Mar').waitFor();
  await page.getByRole('textbox', { name: 'Last day' }).fill('20 Mar');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^days.*20 Mar/ }).waitFor();

  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByRole('button', { name: 'In progress: 0. Set a limit' }).click();
  await page.getByRole('textbox', { name: 'At most' }).fill('0');
  await page.keyboard.press('Enter');
  await page.getByText('Write a number from 1').waitFor();
  await page.getByRole('textbox', { name: 'At most' }).fill('3');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'In progress: 0 of 3. Set a limit' }).waitFor();
  expect(admin.complaints).toEqual([]);
});
