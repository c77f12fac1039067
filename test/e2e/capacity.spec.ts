import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { later, markOf, pointAt, rowOf, today, workingDays } from './list.ts';

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
  admin = await e2e.admin();
  await e2e.api(admin, 'POST /workspaces', { name: 'Northwind' });
  await e2e.batch(admin, 'northwind', [{ verb: 'createProduct', input: { name: 'Trailhead', key: 'TRL' } }]);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createTeam', input: { name: 'Web', products: ['TRL'], pace: PACE } },
    { verb: 'createItems', input: { product: 'TRL', items: ITEMS.map(([title, value, type]) => ({ title, type, estimate: { kind: 'points', value } })) } },
    { verb: 'drawLine', input: { product: 'TRL', on: DUE, name: '2.4' } },
  ]);
  const { data } = await e2e.api<{ data: { id: string }[] }>(admin, 'GET /workspaces/northwind/teams');
  team = data[0]!.id;
});
afterAll(() => e2e.close());

const onlyNewMessages = (person: Person) => expect(person.complaints.splice(0)).toEqual([]);
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
  expect(await markOf(page, 'TRL-3')).toBe('Above a line, in no release');
  expect(await markOf(page, 'TRL-4')).toBe('Below every line');
  await rowOf(page, 'TRL-4').getByText('needs 3, room for 2').waitFor();

  await pointAt(page, 'TRL-4');
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: 'Why' });
  await why.getByText('What Web keeps for technical debt is full for 2.4: it needs 3, and there is room for 2.').waitFor();
  await why.getByText('all but the 20 % kept for technical debt').waitFor();
  expect(await why.locator('dd').allTextContents()).toEqual(['20', '− 16', '− 2', '2', '3']);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await pointAt(page, 'TRL-6');
  await page.keyboard.press('w');
  await why.getByText('kept for unplanned work (10 %), technical debt (20 %)').waitFor();
  expect(await why.locator('dd').allTextContents()).toEqual(['20', '− 6', '− 13', '1', '3']);
  await page.keyboard.press('Escape');
  onlyNewMessages(admin);
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
  onlyNewMessages(admin);
});
