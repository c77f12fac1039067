import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { dragTo, itemsOf, pointAt, rowOf, rowsOf, toast } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

const AT = '/northwind/TRL';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = (count: number) => Array.from({ length: count }, (_, at) => ({ title: `Story ${at + 1}` }));
  await e2e.batch(admin, 'northwind', [{ verb: 'createProduct', input: { name: 'Huts', key: 'HUT' } }]);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items: items(4) } },
    { verb: 'createItems', input: { product: 'HUT', items: items(3) } },
    { verb: 'createTeam', input: { name: 'Field', products: ['TRL', 'HUT'], works: 'flow' } },
  ]);
  await admin.page.goto(`${AT}/backlog`);
});
afterAll(() => e2e.close());

const waiting = (page: Page): Promise<string[]> => itemsOf(page, 'Waiting');
const underWay = (page: Page): Promise<string[]> => itemsOf(page, 'Under way');

test('the place of a team in flow shows its one queue over its products, and a limit draws the line of what is pulled next', async () => {
  const { page } = admin;
  await page.getByRole('grid', { name: 'Backlog' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: 'Field' }).waitFor();
  const queue = await waiting(page);
  expect(queue.filter((key) => key.startsWith('TRL'))).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4']);
  expect(queue.filter((key) => key.startsWith('HUT'))).toEqual(['HUT-1', 'HUT-2', 'HUT-3']);
  await page.getByText('0 under way').waitFor();
  await page.getByRole('button', { name: 'limit none' }).click();
  await page.getByRole('textbox', { name: 'WIP limit of Field' }).fill('3');
  await page.keyboard.press('Enter');
  await page.getByText('Next: 3 until the limit of 3').waitFor();
  await expect.poll(() => rowsOf(page, 'Waiting')).toHaveLength(8);
  await expect.poll(async () => (await rowsOf(page, 'Waiting'))[3]).toMatch(/^line/);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('what is begun, by key, by press and by mouse, moves the line; what is put back waits at its rank', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-1');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => underWay(page)).toEqual(['TRL-1']);
  await page.getByText('1 of 3 under way').waitFor();
  await page.getByText('Next: 2 until the limit of 3').waitFor();
  await rowOf(page, 'HUT-1').getByRole('button', { name: 'Begin' }).click();
  await expect.poll(() => underWay(page).then((all) => all.toSorted())).toEqual(['HUT-1', 'TRL-1']);
  await dragTo(rowOf(page, 'TRL-2'), rowOf(page, 'TRL-1'), async () => {
    await page.getByText('3 of 3 under way').waitFor({ state: 'hidden' }); // the bar says what is, not what would be
    await page.getByText('The limit of 3 is reached: finish something first').waitFor();
  });
  await page.getByText('3 of 3 under way').waitFor();
  await pointAt(page, 'TRL-2');
  await page.keyboard.press('ArrowLeft');
  await toast(page, 'TRL-2: back in the queue').waitFor();
  await expect.poll(async () => (await waiting(page)).filter((key) => key.startsWith('TRL'))).toEqual(['TRL-2', 'TRL-3', 'TRL-4']);
  noComplaints(admin);
});

test('the queue is merged by hand as far as each product’s rank lets it, and says what does not', async () => {
  const { page } = admin;
  const before = await waiting(page);
  await pointAt(page, 'HUT-2');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => waiting(page)).toEqual(['HUT-2', ...before.filter((key) => key !== 'HUT-2')]);
  await pointAt(page, 'TRL-3');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await toast(page, 'TRL-2 ranks above TRL-3 in its product, so it can’t stand below it here.').waitFor();
  await expect.poll(async () => (await waiting(page))[0]).toBe('HUT-2');
  await page.keyboard.press('Control+z');
  await expect.poll(() => waiting(page)).toEqual(before);
  await page.goto(`${AT}/backlog`);
  await expect.poll(() => itemsOf(page)).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4']);
  noComplaints(admin);
});

test('its board has what is pulled next and what is under way, and a card that is taken along is begun', async () => {
  const { page } = admin;
  await page.goto(`${AT}/sprint`);
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByRole('region', { name: 'Board of Field' }).waitFor();
  const column = (name: string): Promise<string[]> =>
    page.getByRole('list', { name, exact: true }).evaluate((list) => Array.from(list.children, (card) => /[A-Z]+-\d+/.exec(card.textContent ?? '')?.[0] ?? ''));
  await expect.poll(() => column('In progress')).toEqual(expect.arrayContaining(['HUT-1', 'TRL-1']));
  const next = [...(await column('To do')), ...(await column('Ready'))];
  expect(next).toHaveLength(1); // one until the limit
  await page
    .locator('li[data-row]')
    .filter({ hasText: next[0]! })
    .click({ position: { x: 120, y: 8 } });
  while (!(await column('In progress')).includes(next[0]!)) {
    await page.keyboard.press(']');
    await toast(page, new RegExp(`^${next[0]}:`))
      .first()
      .waitFor();
  }
  await page.getByText('3 of 3 under way').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});
