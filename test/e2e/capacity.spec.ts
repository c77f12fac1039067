import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { later, markOf, pointAt, rowOf, toast, today, workingDays } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

/** Three stories, then two chores, which are technical debt, then a story: known by hand. */
const ITEMS = [
  ['Warn of storms', 5, 'story'],
  ['Book a bed', 5, 'story'],
  ['Tidy the build', 2, 'chore'],
  ['Update the maps library', 3, 'chore'],
  ['Share a live position', 3, 'story'],
  ['Call for help', 3, 'story'],
] as const;
/** Ten working days at 20 in two weeks, whatever day it is. */
const PACE = 20;
const DUE = later(today(), 13);
const WHOLE = Math.floor((PACE * workingDays(today(), DUE)) / 10);

let e2e: E2e;
let admin: Person;
let team: string;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createTeam', input: { name: 'Web', products: ['TRL'], pace: PACE } },
    { verb: 'createItems', input: { product: 'TRL', items: ITEMS.map(([title, value, type]) => ({ title, type, estimate: { kind: 'points', value } })) } },
    { verb: 'drawLine', input: { product: 'TRL', on: DUE, name: '2.4' } },
  ]);
  const data = await recordsIn(e2e, admin, 'teams');
  team = data[0]!.id;
});
afterAll(() => e2e.close());

const line = () => admin.page.locator('[data-row]:has([data-line])');

test('what a team keeps for technical debt and for unplanned work comes off its line, and each part says what it holds', async () => {
  const { page } = admin;
  await page.goto('/northwind/TRL/backlog');
  expect(WHOLE).toBe(20);
  await line().getByText('18 of 20 points').first().waitFor(); // 5 + 5 + 2 + 3 + 3, and the next has 3
  await e2e.batch(admin, 'northwind', [
    { verb: 'setShare', input: { team, category: 'technical-debt', percent: 20 } },
    { verb: 'setShare', input: { team, category: null, percent: 10 } },
  ]);
  // Of 20 points 4 are kept for technical debt and 2 for unplanned work: of the stories 5 + 5 + 3 fit into 14, of the chores 2 into 4.
  await line().getByText('13 of 14 points · Technical debt 2 of 4').first().waitFor();
  await expect.poll(() => markOf(page, 'TRL-3')).toBe('Above a line, in no release');
  await expect.poll(() => markOf(page, 'TRL-4')).toBe('Below every line');
  await rowOf(page, 'TRL-4').getByText('needs 3, room for 2').waitFor();

  await pointAt(page, 'TRL-4');
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: 'Why' });
  await why.getByText('What Web keeps for technical debt is full for 2.4: it needs 3, and there is room for 2.').waitFor();
  await why.getByText('all but the 20 % kept for technical debt').waitFor();
  await expect.poll(() => why.locator('dd').allTextContents()).toEqual(['20', '− 16', '− 2', '2', '3']);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await pointAt(page, 'TRL-6');
  await page.keyboard.press('w');
  await why.getByText('kept for unplanned work (10 %), technical debt (20 %)').waitFor();
  await expect.poll(() => why.locator('dd').allTextContents()).toEqual(['20', '− 6', '− 13', '1', '3']);
  await page.keyboard.press('Escape');
  noComplaints(admin);
});

test('an item is said to be of another category than its type says, in its panel and for all that are selected, and its line follows', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-4');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Item' });
  await panel.getByRole('button', { name: 'Tag, date, link' }).click();
  await page.getByRole('menuitem', { name: 'Category…' }).click();
  await page.getByRole('combobox', { name: 'Category' }).pressSequentially('infra');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Category: Infrastructure' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  // It draws on what all others share now: 5 + 5 + 3 of 14, and the story after it does not fit.
  await expect.poll(() => markOf(page, 'TRL-4')).toBe('Above a line, in no release');
  await expect.poll(() => markOf(page, 'TRL-5')).toBe('Below every line');
  await page.keyboard.press('Escape');
  await pointAt(page, 'TRL-4');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('toolbar', { name: '2 selected' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Category…' }).click();
  await page.getByRole('option', { name: /^Infrastructure.*1 of 2/ }).waitFor();
  await page.getByRole('option', { name: 'As its type' }).click();
  await toast(page, '2 items: category of its type').waitFor();
  await expect.poll(() => markOf(page, 'TRL-4')).toBe('Below every line');
  await page.keyboard.press('Escape');
  noComplaints(admin);
});

test('its sprint has the same parts, and filling it respects them', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [{ verb: 'createSprint', input: { team, startOn: today(), endOn: DUE } }]);
  await page.goto('/northwind/TRL/sprint');
  await page.getByText('other work 0 of 14 · Technical debt 0 of 4').waitFor();
  await page.getByRole('button', { name: 'Fill to capacity (+4)' }).click();
  await page.getByText('other work 13 of 14 · Technical debt 2 of 4').waitFor();
  await page.getByText('15 of 18 points').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/northwind/-/teams');
  await page.getByText('Of this, lines and sprints keep 10 % for unplanned work and 20 % for technical debt.').waitFor();
  noComplaints(admin);
});

test('what is in the running sprint is taken first, and ranked below the line it says so', async () => {
  const { page } = admin;
  const sprints = await recordsIn(e2e, admin, 'sprints');
  await e2e.batch(admin, 'northwind', [
    { verb: 'planInSprint', input: { items: ['TRL-1', 'TRL-2', 'TRL-3', 'TRL-5'], sprint: null } },
    { verb: 'planInSprint', input: { items: ['TRL-6'], sprint: sprints[0]!.id } },
    { verb: 'startSprint', input: { sprint: sprints[0]!.id } },
  ]);
  await page.goto('/northwind/TRL/backlog');
  // Of 14 points Call for help takes 3 first, then 5 and 5; Share a live position needs 3 of 1.
  await rowOf(page, 'TRL-6').getByText('in sprint, below the line').waitFor();
  await rowOf(page, 'TRL-5').getByText('needs 3, room for 1').waitFor();
  await expect.poll(() => markOf(page, 'TRL-6')).toBe('Above a line, in no release');
  await pointAt(page, 'TRL-6');
  await page.keyboard.press('w');
  await page.getByRole('dialog', { name: 'Why' }).getByText('It is in a running sprint, so 2.4 takes it first, whatever its rank.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  noComplaints(admin);
});

test('an item is estimated for another team in its panel; without room there it is passed over, and that team is named', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [{ verb: 'createTeam', input: { name: 'Zeta mobile', products: ['TRL'], pace: 4 } }]);
  await page.goto('/northwind/TRL/backlog?item=TRL-2');
  const panel = page.getByRole('complementary', { name: 'Item' });
  await panel.getByRole('button', { name: 'Tag, date, link' }).click();
  await page.getByRole('menuitem', { name: 'Estimate for another team…' }).click();
  await panel.getByRole('button', { name: 'Zeta mobile nothing' }).click();
  const box = page.getByRole('textbox', { name: 'Points for Zeta mobile' });
  await box.fill('5');
  await box.press('Enter');
  await panel.getByRole('button', { name: 'Zeta mobile 5' }).waitFor();
  await page.getByText('estimated it at 5 for Zeta mobile').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/northwind/TRL/backlog');
  await rowOf(page, 'TRL-2').getByText('needs 5 of Zeta mobile, room for 4').waitFor();
  await line().getByText('Web 11 of 14 · Web technical debt 2 of 4 · Zeta mobile 0 of 4').first().waitFor(); // 3 in the sprint, 5 and 3
  noComplaints(admin);
});

test('a number and Enter typed ahead of the field that they are for are set once it has come', async () => {
  const { page } = admin;
  let isHeldBack = true;
  await page.route(/assets\/PopoverLayer/, async (route) => {
    while (isHeldBack) await new Promise((resolve) => setTimeout(resolve, 20));
    await route.continue();
  });
  await page.goto('/northwind/-/teams');
  await page.getByRole('button', { name: 'a point is not said in hours' }).first().focus();
  for (const key of ['Enter', '7', 'Backspace', '8', 'Enter']) await page.keyboard.press(key);
  isHeldBack = false;
  await page.getByRole('button', { name: 'a point is 8 hours' }).waitFor();
  await page.getByRole('textbox', { name: 'Hours of a point for Web' }).waitFor({ state: 'detached' });
  await page.unroute(/assets/);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'a point is 8 hours' }).waitFor({ state: 'detached' });
  noComplaints(admin);
});

test('where there are no points a T-shirt size counts by the table in the settings, and hours by what a point is for the team', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [
    { verb: 'updateItem', input: { item: 'TRL-1', estimate: { kind: 'size', value: 'L' } } },
    { verb: 'updateItem', input: { item: 'TRL-5', estimate: { kind: 'hours', original: 12, remaining: 12, spent: null } } },
  ]);
  await page.goto('/northwind/TRL/settings');
  const sizes = page.getByRole('list', { name: 'T-shirt sizes in points' });
  await sizes.getByRole('button', { name: 'L 5', exact: true }).click();
  const points = page.getByRole('textbox', { name: 'Points of L', exact: true });
  await points.fill('6');
  await points.press('Enter');
  await sizes.getByRole('button', { name: 'L 6', exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/northwind/-/teams');
  await page.getByRole('button', { name: 'a point is not said in hours' }).first().click(); // Web, the first by name
  const hours = page.getByRole('textbox', { name: 'Hours of a point for Web' });
  await hours.fill('6');
  await hours.press('Enter');
  await page.getByRole('button', { name: 'a point is 6 hours' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/northwind/TRL/backlog?item=TRL-5');
  await page.getByRole('complementary', { name: 'Item' }).getByText('counts as 2', { exact: true }).waitFor();
  await page.goto('/northwind/TRL/backlog');
  await line().getByText('Web 11 of 14 ·').first().waitFor(); // 3 in the sprint, 6 and 2
  noComplaints(admin);
});
