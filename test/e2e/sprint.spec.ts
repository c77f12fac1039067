import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { dragTo, itemsOf, pointAt, rowOf, toast } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

const AT = '/northwind/TRL';
const POINTS = [5, 3, 8, 2, 3, 5, 1];

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = POINTS.map((value, at) => ({ title: `Story ${at + 1}`, estimate: { kind: 'points', value } }));
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.4' } },
  ]);
  await admin.page.goto(`${AT}/backlog`);
});
afterAll(() => e2e.close());

const left = (page: Page): Promise<string[]> => itemsOf(page, 'To choose from');
const right = (page: Page, sprint = 'Sprint 1'): Promise<string[]> => itemsOf(page, `In ${sprint}`);
const load = (page: Page): Locator => page.getByRole('status').filter({ hasText: /points$/ });

test('the team is named where the sprint is missing, and its first sprint is planned with that', async () => {
  const { page } = admin;
  await page.getByRole('grid', { name: 'Backlog' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByText('Who works together, and how long is a round?').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('Team', { exact: true }).fill('Trail crew');
  await page.getByLabel('Done in two weeks').fill('20');
  await page.getByRole('button', { name: 'Name the team' }).click();
  await page.getByRole('heading', { name: 'Sprint 1' }).waitFor();
  await expect.poll(() => left(page)).toEqual(POINTS.map((_, at) => `TRL-${at + 1}`));
  noComplaints(admin);
});

test('filling takes the rank until the first that does not fit, the load follows, and what is taken out stands where it stood', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Fill to capacity (+4)' }).click(); // 5 + 3 + 8 + 2 of 20; the next has 3
  await expect.poll(() => right(page)).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4']);
  await expect.poll(() => load(page).textContent()).toBe('18 of 20 points');
  await pointAt(page, 'TRL-3');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => load(page).textContent()).toBe('10 of 20 points');
  await expect.poll(() => left(page)).toEqual(['TRL-3', 'TRL-5', 'TRL-6', 'TRL-7']);
  await pointAt(page, 'TRL-7');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => right(page)).toEqual(['TRL-1', 'TRL-2', 'TRL-4', 'TRL-7']);
  await rowOf(page, 'TRL-6').getByRole('button', { name: 'Into Sprint 1' }).click();
  await expect.poll(() => right(page)).toEqual(['TRL-1', 'TRL-2', 'TRL-4', 'TRL-6', 'TRL-7']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => right(page)).toEqual(['TRL-1', 'TRL-2', 'TRL-4', 'TRL-7']);
  noComplaints(admin);
});

test('the team orders its sprint as it likes, by key and by mouse, and the backlog keeps its order', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-7');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => right(page)).toEqual(['TRL-7', 'TRL-1', 'TRL-2', 'TRL-4']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => right(page)).toEqual(['TRL-1', 'TRL-7', 'TRL-2', 'TRL-4']);
  await dragTo(rowOf(page, 'TRL-4'), rowOf(page, 'TRL-1'));
  await expect.poll(() => right(page)).toEqual(['TRL-4', 'TRL-1', 'TRL-7', 'TRL-2']);
  await page.goto(`${AT}/backlog`);
  await expect.poll(() => itemsOf(page)).toEqual(POINTS.map((_, at) => `TRL-${at + 1}`));
  noComplaints(admin);
});

test('a row of the backlog goes into a sprint by its key, and into the next one, which is made with that', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-5');
  await page.keyboard.press('n');
  await page.getByRole('option', { name: /^New: Sprint 2/ }).click();
  await toast(page, 'TRL-5: in Sprint 2').waitFor();
  await pointAt(page, 'TRL-6');
  await page.keyboard.press('n');
  await page.getByRole('option', { name: /^Sprint 1/ }).click();
  await toast(page, 'TRL-6: in Sprint 1').waitFor();
  noComplaints(admin);
});

test('a sprint has a goal and is started in two actions; the next one is not while it is under way', async () => {
  const { page } = admin;
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: /Write the sprint goal/ }).click();
  await page.keyboard.type('Tours load offline');
  await page.keyboard.press('Enter');
  await toast(page, 'Sprint goal saved').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await toast(page, 'Sprint 1 is under way').waitFor();
  await page.getByRole('button', { name: 'under way' }).click();
  await page.getByRole('option', { name: /^Sprint 2/ }).click();
  await page.getByRole('heading', { name: 'Sprint 2' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Start', exact: true }).getAttribute('aria-disabled')).toBe('true');
  noComplaints(admin);
});

const column = async (page: Page, name: string): Promise<string[]> =>
  page.getByRole('list', { name, exact: true }).evaluate((list) => Array.from(list.children, (card) => /[A-Z]+-\d+/.exec(card.textContent ?? '')?.[0] ?? ''));
const card = (page: Page, key: string): Locator => page.locator('li[data-row]').filter({ hasText: key });

test('the board has the sprint’s cards in its order; they go to another column by mouse, by key and by menu, and what is done counts', async () => {
  const { page } = admin;
  await page.goto(`${AT}/sprint`);
  await page.getByRole('region', { name: 'Board of Sprint 1' }).waitFor();
  await expect.poll(() => column(page, 'Backlog')).toEqual(['TRL-4', 'TRL-1', 'TRL-6', 'TRL-7', 'TRL-2']);
  expect(await axeFaults(page)).toEqual([]);
  await dragTo(card(page, 'TRL-2'), card(page, 'TRL-1'));
  await expect.poll(() => column(page, 'Backlog')).toEqual(['TRL-4', 'TRL-2', 'TRL-1', 'TRL-6', 'TRL-7']);
  await dragTo(card(page, 'TRL-1'), page.locator('[data-row^="end:"]').nth(2));
  await expect.poll(() => column(page, 'In progress')).toEqual(['TRL-1']);
  await card(page, 'TRL-4').click({ position: { x: 120, y: 8 } });
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect.poll(() => column(page, 'In progress')).toEqual(['TRL-4', 'TRL-1']); // where the sprint's order has it
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => column(page, 'In progress')).toEqual(['TRL-1', 'TRL-4']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => column(page, 'In progress')).toEqual(['TRL-4', 'TRL-1']);
  await card(page, 'TRL-7')
    .getByRole('button', { name: /^State/ })
    .click();
  await page.getByRole('option', { name: 'Done' }).click();
  await expect.poll(() => column(page, 'Done')).toEqual(['TRL-7']);
  noComplaints(admin);
});

test('a limit that stops lets nothing more into its column, and says so', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'In progress: 2. Set a limit' }).click();
  await page.getByLabel('At most').fill('2');
  await page.getByText('Stop what is more').click();
  await page.getByRole('button', { name: 'Set the limit' }).click();
  await page.getByRole('button', { name: 'In progress: 2 of 2. Set a limit' }).waitFor();
  await dragTo(card(page, 'TRL-6'), card(page, 'TRL-4'));
  await toast(page, 'In progress takes at most 2. Finish something first.').waitFor();
  await expect.poll(() => column(page, 'In progress')).toEqual(['TRL-4', 'TRL-1']);
  noComplaints(admin);
});

test('lanes are people: a card that is dragged to somebody is theirs', async () => {
  const { page } = admin;
  await card(page, 'TRL-4').click({ position: { x: 120, y: 8 } });
  await page.keyboard.press('a');
  await page.getByRole('option', { name: /Admin/ }).click();
  await page.getByRole('button', { name: 'lanes none' }).click();
  await page.getByRole('option', { name: 'People' }).click();
  await page.getByRole('heading', { name: 'Nobody' }).waitFor();
  const first = page.locator('[data-row^="end:"]').first();
  await dragTo(card(page, 'TRL-6'), first);
  await expect
    .poll(() =>
      card(page, 'TRL-6')
        .getByRole('button', { name: /^Assignee/ })
        .getAttribute('aria-label'),
    )
    .toBe('Assignee: Admin');
  noComplaints(admin);
});

test('the daily shows what moved, who has what and what remains; an impediment is raised, given to somebody and resolved', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Daily' }).click();
  await page.getByText('15 of 16 points').waitFor(); // 5 + 3 + 2 + 5 + 1, of which the 1 is done
  const since = page.getByRole('region', { name: /^Since/ });
  await since.getByRole('button', { name: /TRL-7 .*Done today/ }).waitFor();
  const who = page.getByRole('region', { name: 'Who has what' });
  await who.getByRole('heading', { name: 'Admin' }).waitFor();
  await expect
    .poll(() => who.getByRole('button').evaluateAll((all) => all.map((one) => /[A-Z]+-\d+/.exec(one.textContent ?? '')?.[0])))
    .toEqual(['TRL-4', 'TRL-1']);
  const inTheWay = page.getByRole('region', { name: 'In the way' });
  await inTheWay.getByText('Nothing is in the way.').waitFor();
  await inTheWay.getByLabel('Raise an impediment').fill('No map tiles');
  await page.keyboard.press('Enter');
  await inTheWay.getByText('since today').waitFor();
  await inTheWay.getByRole('button', { name: 'nobody sees to it' }).click();
  await page.getByRole('option', { name: 'Admin' }).click();
  await inTheWay.getByRole('button', { name: 'Admin' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await inTheWay.getByRole('button', { name: 'Resolve' }).click();
  await page.getByLabel('How did it go away?').fill('A second server');
  await page.keyboard.press('Enter');
  await inTheWay.getByText('Nothing is in the way.').waitFor();
  noComplaints(admin);
});

test('closing says what is unfinished and sends each where it shall go, undone as one', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Close…' }).click();
  await page.getByText('1 done, 4 unfinished. Where do they go?').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('TRL-2 goes to').selectOption({ label: 'Backlog' });
  await page.getByRole('button', { name: 'Close the sprint' }).click();
  await page.getByRole('heading', { name: /^Began with/ }).waitFor();
  await page.getByRole('button', { name: 'closed' }).click();
  await page.getByRole('option', { name: /^Sprint 2/ }).click();
  await page.getByRole('heading', { name: 'Sprint 2' }).waitFor();
  await expect.poll(() => right(page, 'Sprint 2')).toEqual(['TRL-1', 'TRL-4', 'TRL-5', 'TRL-6']); // at their rank's places beside TRL-5
  await expect.poll(() => left(page)).toEqual(['TRL-2', 'TRL-3']);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'planned' }).click();
  await page.getByRole('option', { name: /^Sprint 1.*under way/ }).click();
  await page.getByRole('heading', { name: 'Sprint 1' }).waitFor();
  noComplaints(admin);
});

test('the page of a closed sprint shows what it began with, what came and went, and what was done', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await rowOf(page, 'TRL-3').getByRole('button', { name: 'Into Sprint 1' }).click();
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Out of Sprint 1' }).click();
  await page.getByRole('button', { name: 'Close…' }).click();
  await page.getByRole('button', { name: 'Close the sprint' }).click();
  const part = async (name: string): Promise<string[]> => {
    const region = page.getByRole('region', { name: new RegExp(`^${name}`) });
    return [
      (await region.getByRole('heading').textContent()) ?? '',
      ...(await region.getByRole('button').evaluateAll((all) => all.map((one) => /[A-Z]+-\d+/.exec(one.textContent ?? '')?.[0] ?? ''))),
    ];
  };
  await page.getByRole('heading', { name: /^Began with/ }).waitFor();
  const [committed, ...items] = await part('Began with');
  expect([committed, items.toSorted()]).toEqual(['Began with5 items, 16 points', ['TRL-1', 'TRL-2', 'TRL-4', 'TRL-6', 'TRL-7']]);
  await expect.poll(() => part('Added later')).toEqual(['Added later1 item, 8 points', 'TRL-3']);
  await expect.poll(() => part('Taken out')).toEqual(['Taken out1 item, 3 points', 'TRL-2']);
  await expect.poll(() => part('Done')).toEqual(['Done1 item, 1 point', 'TRL-7']);
  const [left, ...leftItems] = await part('Not done');
  expect([left, leftItems.toSorted()]).toEqual(['Not done4 items, 20 points', ['TRL-1', 'TRL-3', 'TRL-4', 'TRL-6']]);
  await page
    .getByRole('region', { name: /^Not done/ })
    .getByText(/^now in /)
    .first()
    .waitFor();
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});
