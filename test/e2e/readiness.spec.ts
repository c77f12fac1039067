import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { rowOf, toast } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
const titles = [
  'Keep the last forecast',
  'Warn before the weather turns',
  'Share a live position',
  'Offline search',
  'Print a map',
  'Sync a watch',
  'Old idea',
];
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items: titles.map((title) => ({ title })) } },
    { verb: 'addCriteria', input: { item: 'TRL-7', texts: ['It is as it was'] } },
  ]);
  await admin.page.goto('/northwind/TRL/backlog');
});
afterAll(() => e2e.close());

const ring = (words: string) => rowOf(admin.page, words).locator('[data-cell=readiness] [role=img]');
const says = async (words: string) => (await ring(words).getAttribute('aria-label')) ?? '';
const bar = (words: string) => admin.page.getByRole('button', { name: words });
const panel = () => admin.page.getByRole('complementary', { name: 'Item' });

test('each row says how many checks of ready it passes and what is missing, and grows ready with what it gets', async () => {
  const { page } = admin;
  await ring('TRL-1').waitFor();
  await expect
    .poll(() => says('TRL-1'))
    .toBe('Next up and not ready: 1 of 5 checks of ready. Missing: estimate, at most 13 points, description, acceptance criteria');
  await bar('next up: 20, 7 not ready').waitFor();
  await page.getByText('Keep the last forecast').click();
  await panel().getByRole('region', { name: 'Ready' }).getByText('1 of 5').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.keyboard.press('5');
  await expect.poll(() => says('TRL-1')).toContain('3 of 5 checks of ready. Missing: description, acceptance criteria');
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('how many rows are next up is set in place: those after them are not marked, and far down what is worked out is', async () => {
  const { page } = admin;
  await bar('next up: 20').click();
  const field = page.getByRole('textbox', { name: 'Rows that are next up' });
  await field.fill('2');
  await bar('next up: 2, 2 not ready').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => says('TRL-3')).toBe('1 of 5 checks of ready. Missing: estimate, at most 13 points, description, acceptance criteria');
  await expect.poll(() => says('TRL-2')).toContain('Next up and not ready');
  await expect.poll(() => says('TRL-7')).toBe('Far down, and worked out already: one line is enough here');
  noComplaints(admin);
});

test('a team says in its own words what ready means, and ticks it in the item', async () => {
  const { page } = admin;
  await bar('next up: 2').click();
  await page.getByRole('button', { name: 'What ready means' }).click();
  const dialog = page.getByRole('dialog', { name: 'Definition of ready' });
  await dialog.getByText('These are the usual checks.').waitFor();
  await dialog.getByRole('textbox', { name: 'A check of your own' }).fill('Design is agreed');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove: Design is agreed' }).waitFor();
  await dialog.getByRole('button', { name: 'Remove: At most 13 points' }).click();
  await toast(page, 'No longer asked: At most 13 points').waitFor();
  await dialog.getByRole('button', { name: 'Move up: Design is agreed' }).click();
  await expect.poll(() => dialog.getByRole('list', { name: 'Checks' }).getByRole('listitem').last().innerText()).toContain('No open blocker');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Warn before the weather turns').click();
  await panel().getByRole('checkbox', { name: 'Design is agreed' }).check();
  await panel().getByRole('region', { name: 'Ready' }).getByText('2 of 5').waitFor();
  await panel().getByText('ticked off “Design is agreed”').waitFor();
  await expect.poll(() => says('TRL-2')).toContain('2 of 5 checks of ready. Missing: estimate, description, acceptance criteria');
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('a product that has its own definition again has the usual one when its last check goes', async () => {
  const { page } = admin;
  await panel().getByRole('button', { name: 'Change what ready means' }).click();
  const dialog = page.getByRole('dialog', { name: 'Definition of ready' });
  const removers = dialog.getByRole('button', { name: /^Remove: / });
  for (let left = await removers.count(); left > 0; left -= 1) {
    await removers.first().click();
    await expect.poll(() => removers.count()).toBe(left - 1);
  }
  await dialog.getByText('These are the usual checks.').waitFor();
  await dialog.getByRole('button', { name: 'Make them ours' }).click();
  await expect.poll(() => removers.count()).toBe(6);
  noComplaints(admin);
});
