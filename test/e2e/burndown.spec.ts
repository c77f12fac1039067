import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { tableOf as rows, today } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const AT = '/northwind/TRL';

let e2e: E2e;
let admin: Person;
let team: string;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = [5, 3, 8, 2].map((value, at) => ({ title: `Story ${at + 1}`, estimate: { kind: 'points', value } }));
  // Every day is a working day, so that the even pace is the same whichever day it is.
  const week = [1, 2, 3, 4, 5, 6, 7];
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'createTeam', input: { name: 'Trail crew', products: ['TRL'], pace: 20, workingDays: week, sprintWeeks: 1 } },
  ]);
  const teams = await recordsIn(e2e, admin, 'teams');
  team = teams[0]!.id;
  await plan('TRL-1', 'TRL-2', 'TRL-3');
});
afterAll(() => e2e.close());

const sprints = () => recordsIn(e2e, admin, 'sprints');
const sprintIn = async (state: string): Promise<string> => (await sprints()).find((sprint) => sprint.state === state)!.id;

/** Plans the next sprint with these and starts it. */
async function plan(...items: string[]): Promise<void> {
  if (!(await sprints()).some(({ state }) => state === 'planned')) await e2e.batch(admin, 'northwind', [{ verb: 'createSprint', input: { team } }]);
  const sprint = await sprintIn('planned');
  await e2e.batch(admin, 'northwind', [{ verb: 'planInSprint', input: { items, sprint } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'startSprint', input: { sprint } }]);
}

async function finish(...items: string[]): Promise<void> {
  const states = await recordsIn(e2e, admin, 'states');
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items, state: states.find(({ group }) => group === 'done')!.id } }]);
}

test('the burndown shows what is left beside an even pace, and follows what colleagues do; what it is counted in stands in the address', async () => {
  const { page } = admin;
  await page.goto(`${AT}/sprint`);
  await page.getByRole('link', { name: 'Burndown' }).click();
  await page.getByRole('figure', { name: 'Burndown' }).waitFor();
  // 16 points over seven days.
  await expect.poll(() => rows(page, 'Burndown')).toHaveLength(8);
  await expect
    .poll(async () => (await rows(page, 'Burndown')).slice(0, 3))
    .toEqual(['Start 16 16 16', `${today()} 16 13.714 16`, expect.stringMatching(/ 11\.429$/)]);
  await page.getByText(/^Nothing came in or went out/).waitFor();
  await finish('TRL-1');
  await expect.poll(async () => (await rows(page, 'Burndown'))[1]).toBe(`${today()} 16 13.714 11`);
  await e2e.batch(admin, 'northwind', [{ verb: 'planInSprint', input: { items: ['TRL-4'], sprint: await sprintIn('active') } }]);
  await expect.poll(async () => (await rows(page, 'Burndown'))[1]).toBe(`${today()} 18 13.714 13`);
  await page.getByRole('button', { name: /TRL-4.*added .* by Admin · \+2 points/ }).waitFor();
  await page.getByText('Items', { exact: true }).click();
  await page.waitForURL(/unit=items/);
  await expect.poll(async () => (await rows(page, 'Burndown')).slice(0, 2)).toEqual(['Start 3 3 3', `${today()} 4 2.571 3`]);
  await page.getByText('Hours', { exact: true }).click();
  await page.getByText('Nothing in it is estimated in hours.').waitFor();
  await page.goto(`${AT}/sprint?view=burndown`);
  await page.getByRole('figure', { name: 'Burndown' }).waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeFaults(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('t');
  await page.getByRole('region', { name: 'Burndown as a table' }).waitFor();
  await page.keyboard.press('t');
  noComplaints(admin);
});

test('the charts have the burndown of the sprint under way, and the velocity of those that are closed with its range; a bar opens its sprint', async () => {
  const { page } = admin;
  await page.goto(`${AT}/charts`);
  await page.getByRole('figure', { name: 'Burndown of Sprint 1' }).waitFor();
  await expect.poll(() => page.getByRole('figure', { name: 'Velocity' }).count()).toBe(0);
  await e2e.batch(admin, 'northwind', [{ verb: 'closeSprint', input: { sprint: await sprintIn('active') } }]);
  await expect.poll(() => rows(page, 'Velocity')).toEqual(['Sprint 1 16 5']);
  const second = await sprintIn('planned');
  await e2e.batch(admin, 'northwind', [{ verb: 'startSprint', input: { sprint: second } }]);
  await finish('TRL-2', 'TRL-3');
  await e2e.batch(admin, 'northwind', [{ verb: 'closeSprint', input: { sprint: second } }]);
  await expect.poll(() => rows(page, 'Velocity')).toEqual(['Sprint 1 16 5', 'Sprint 2 13 11']);
  const drawn = page.getByRole('figure', { name: 'Velocity' });
  await drawn.getByText('median 8', { exact: true }).waitFor();
  await expect.poll(() => drawn.getByText(/^Velocity: /).textContent()).toBe('Velocity: median 8 of the last 2 sprints, from 5 to 11 points.');
  expect(await axeFaults(page)).toEqual([]);
  await drawn.locator('svg g.cursor-pointer').first().click();
  await page.getByRole('heading', { name: 'Sprint 1' }).waitFor();
  noComplaints(admin);
});

test('on a phone the burndown is no wider than it', async () => {
  const phone = await e2e.person({ size: 'phone' });
  await phone.context.addCookies(await admin.context.cookies());
  const closed = (await sprints()).find(({ name }) => name === 'Sprint 1')!.id;
  await phone.page.goto(`${AT}/sprint?view=burndown&sprint=${closed}`);
  await phone.page.getByRole('figure', { name: 'Burndown' }).waitFor();
  await expect.poll(() => phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(phone.page)).toEqual([]);
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});
