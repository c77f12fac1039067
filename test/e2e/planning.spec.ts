import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { dragTo, itemsOf, later, pointAt, rowOf, toast } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const AT = '/northwind/TRL';
/** Twenty of one to three points: 3, 1, 2, 3, 1, … */
const POINTS = Array.from({ length: 20 }, (_, at) => [3, 1, 2][at % 3]!);

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = POINTS.map((value, at) => ({ title: `Story ${at + 1}`, estimate: { kind: 'points', value } }));
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'createTeam', input: { name: 'Web', products: ['TRL'], pace: 32 } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.4' } },
  ]);
  const first = async (of: string): Promise<string> => (await e2e.api<{ data: { id: string }[] }>(admin, `GET /workspaces/northwind/${of}`)).data[0]!.id;
  const team = await first('teams');
  const inRelease = POINTS.map((_, at) => `TRL-${at + 1}`).filter((key) => key !== 'TRL-2');
  await e2e.batch(admin, 'northwind', [
    { verb: 'putInRelease', input: { items: inRelease, release: await first('releases') } },
    { verb: 'addToTeam', input: { team, member: await first('members') } },
    { verb: 'createSprint', input: { team, name: 'Sprint 1' } },
  ]);
  await admin.page.goto(`${AT}/sprint`);
  await admin.page.getByRole('grid', { name: 'To choose from' }).waitFor();
});
afterAll(() => e2e.close());

const left = (page: Page): Promise<string[]> => itemsOf(page, 'To choose from');
const right = (page: Page): Promise<string[]> => itemsOf(page, 'In Sprint 1');
const load = (page: Page): Locator => page.getByRole('status').filter({ hasText: /points$/ });

test('a sprint of fifteen items is planned from the release in three actions, and the address keeps the choice', async () => {
  const { page } = admin;
  let actions = 0;
  const press = async (what: Locator) => {
    actions += 1;
    await what.click();
  };
  await expect.poll(async () => (await left(page)).slice(0, 3)).toEqual(['TRL-1', 'TRL-2', 'TRL-3']);
  await press(page.getByRole('button', { name: 'from Product backlog' }));
  await press(page.getByRole('option', { name: '2.4' }));
  await press(page.getByRole('button', { name: 'Fill to capacity (+15)' })); // 5 + 4 × 6 + 3 of 32; the next has 1
  await expect.poll(() => load(page).textContent()).toBe('32 of 32 points');
  await expect.poll(() => right(page)).toEqual(['TRL-1', ...Array.from({ length: 14 }, (_, at) => `TRL-${at + 3}`)]);
  expect(actions).toBeLessThanOrEqual(3);
  await page.reload();
  await expect.poll(() => left(page)).toEqual(['TRL-17', 'TRL-18', 'TRL-19', 'TRL-20']);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('rows are dragged into the sprint and out of it; load and lists stand as after the drop before it, and Esc leaves all as it was', async () => {
  const { page } = admin;
  await dragTo(rowOf(page, 'TRL-3'), rowOf(page, 'TRL-17'), async () => {
    await expect.poll(() => load(page).textContent()).toBe('30 of 32 points');
    await expect.poll(() => left(page)).toEqual(['TRL-3', 'TRL-17', 'TRL-18', 'TRL-19', 'TRL-20']);
    await page.keyboard.press('Escape');
  });
  await expect.poll(() => load(page).textContent()).toBe('32 of 32 points');
  await expect.poll(async () => (await right(page)).slice(0, 2)).toEqual(['TRL-1', 'TRL-3']);

  await dragTo(rowOf(page, 'TRL-3'), rowOf(page, 'TRL-18')); // wherever it is dropped, it stands at its rank
  await toast(page, 'TRL-3: out of Sprint 1').waitFor();
  await expect.poll(() => left(page)).toEqual(['TRL-3', 'TRL-17', 'TRL-18', 'TRL-19', 'TRL-20']);
  await expect.poll(() => load(page).textContent()).toBe('30 of 32 points');

  await dragTo(rowOf(page, 'TRL-18'), rowOf(page, 'TRL-1'));
  await toast(page, 'TRL-18: in Sprint 1').waitFor();
  await expect.poll(async () => (await right(page)).slice(0, 2)).toEqual(['TRL-18', 'TRL-1']); // where it was dropped
  await expect.poll(() => load(page).textContent()).toBe('32 of 32 points');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await right(page))[0]).toBe('TRL-1');
  noComplaints(admin);
});

test('everybody’s load stands against their part of the capacity, and candidates show how ready they are', async () => {
  const { page } = admin;
  const people = page.getByRole('list', { name: 'Load by person' });
  await people.getByText('Admin').waitFor();
  await rowOf(page, 'TRL-1')
    .getByRole('button', { name: /^Assignee/ })
    .click();
  await page.getByRole('option', { name: /Admin/ }).click();
  await expect.poll(() => people.getByRole('listitem').first().textContent()).toMatch(/^Admin3 of 32/);
  await expect.poll(() => people.getByRole('listitem').nth(1).textContent()).toMatch(/^Nobody yet27/);
  await rowOf(page, 'TRL-20')
    .getByRole('img', { name: /checks of ready/ })
    .waitFor();
  noComplaints(admin);
});

test('a card is broken down into tasks by key, with hours edited in place, and points and hours stand side by side', async () => {
  const { page } = admin;
  const hours = page.getByRole('status').filter({ hasText: /hours$/ });
  await expect.poll(() => hours.textContent()).toBe('0 of 60 hours'); // ten days of six hours
  await pointAt(page, 'TRL-1');
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Add a task' }).waitFor();
  await page.keyboard.type('Draw it');
  await page.keyboard.press('Enter');
  await rowOf(page, 'Draw it').waitFor();
  await page.keyboard.type('Build it');
  await page.keyboard.press('Enter');
  await rowOf(page, 'Build it').waitFor();
  await page.keyboard.press('Escape');
  await pointAt(page, 'TRL-1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  await page.keyboard.type('8');
  await page.keyboard.press('Tab'); // what is left is all of it until somebody says so
  await expect.poll(() => hours.textContent()).toBe('8 of 60 hours');
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2.5');
  await page.keyboard.press('Tab'); // on to the next task
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect.poll(() => hours.textContent()).toBe('12 of 60 hours');
  const fields = page.locator('input[data-hours]');
  await expect.poll(() => fields.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual(['8', '5', '2.5', '7', '7', '']);
  await rowOf(page, 'TRL-1').getByText('2 tasks, 12 h').waitFor();
  await page.getByText('By hours 48 are free so far, and 13 cards have none yet.').waitFor();
  const people = page.getByRole('list', { name: 'Load by person' });
  await expect.poll(() => people.getByRole('listitem').first().textContent()).toMatch(/^Admin3 of 32.*12 of 60 h$/); // a task that nobody has is its card's
  expect(await axeFaults(page)).toEqual([]);
  await fields.nth(4).fill('no number');
  await page.keyboard.press('Escape');
  await expect.poll(() => fields.nth(4).inputValue()).toBe('7');
  await pointAt(page, 'TRL-1');
  await page.keyboard.press('ArrowLeft'); // hides the tasks, and takes nothing out
  await expect.poll(() => fields.count()).toBe(0);
  await rowOf(page, 'TRL-1').getByText('2 tasks, 12 h').waitFor();
  noComplaints(admin);
});

test('one row after the other goes into the sprint and out of it by key: the cursor stays on its side, at the next one', async () => {
  const { page } = admin;
  const inSprint = (key: string) =>
    page
      .getByRole('region', { name: 'In Sprint 1' })
      .locator('[data-row]')
      .filter({ has: page.getByText(key, { exact: true }) });
  const [first, second, third] = (await left(page)) as [string, string, string];
  await pointAt(page, first);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await inSprint(first).waitFor();
  await inSprint(second).waitFor();
  await expect.poll(async () => (await left(page))[0]).toBe(third);
  for (const key of [first, second]) {
    await pointAt(page, key);
    await page.keyboard.press('ArrowLeft');
    await inSprint(key).waitFor({ state: 'detached' });
  }
  noComplaints(admin);
});

test('a team that cards need besides their own stands with its load against its capacity, and is named where it is full', async () => {
  const { page } = admin;
  const { data: items } = await e2e.api<{ data: { id: string; sprint: string | null }[] }>(admin, 'GET /workspaces/northwind/items?product=TRL&limit=50');
  const card = items.find(({ sprint }) => sprint !== null)!.id;
  await e2e.batch(admin, 'northwind', [{ verb: 'createTeam', input: { name: 'Zeta', products: ['TRL'], pace: 5 } }]);
  const { data: teams } = await e2e.api<{ data: { id: string; name: string }[] }>(admin, 'GET /workspaces/northwind/teams');
  const zeta = teams.find(({ name }) => name === 'Zeta')!.id;
  const needs = (points: number) => e2e.batch(admin, 'northwind', [{ verb: 'setTeamEstimate', input: { item: card, team: zeta, points } }]);
  await needs(2);
  const others = page.getByRole('list', { name: 'Other teams' });
  await others.getByText(/^2 of \d points$/).waitFor();
  await others.getByText('2 of it for this sprint').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await needs(8);
  await page.getByText(/^Zeta full: \d points too much with what is needed here$/).waitFor();
  await needs(0);
  await others.waitFor({ state: 'detached' });
  noComplaints(admin);
});

test('what is unusual is said, and the sprint is started all the same, in one action', async () => {
  const { page } = admin;
  for (const key of ['TRL-17', 'TRL-18', 'TRL-19', 'TRL-20']) {
    await pointAt(page, key);
    await page.keyboard.press('ArrowRight');
  }
  const warnings = page.getByRole('list', { name: 'Worth a second look' }).getByRole('listitem');
  await expect.poll(() => warnings.allTextContents()).toEqual(['no sprint goal', '5 points more than fit']); // 30 + 1 + 2 + 3 + 1
  const last = page.getByRole('textbox', { name: 'Last day' });
  const setDays = async (end: string) => {
    await page.getByRole('button', { name: /^days/ }).click();
    await last.fill(end);
    await last.press('Enter');
    await last.waitFor({ state: 'detached' });
  };
  const sprint = (await recordsIn(e2e, admin, 'sprints'))[0]!;
  await setDays(later(sprint.startOn, 28));
  await expect.poll(() => warnings.allTextContents()).toContain('29 days is an unusual length');
  expect(await axeFaults(page)).toEqual([]);
  await setDays(later(sprint.startOn, 27));
  await expect.poll(() => warnings.allTextContents()).not.toContain('29 days is an unusual length');
  await page.getByRole('button', { name: /Write the sprint goal/ }).waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await toast(page, 'Sprint 1 is under way').waitFor();
  noComplaints(admin);
});
