import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const AT = '/northwind/TRL';
const CARDS = Array.from({ length: 18 }, (_, at) => `TRL-${at + 1}`);

let e2e: E2e;
let admin: Person;
let state: (wanted: string) => string;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = CARDS.map((_, at) => ({
    title: `Show the ${at + 1}. of all routes over the ridge and what the weather is like there`,
    estimate: { kind: 'points', value: 2 },
  }));
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'createTeam', input: { name: 'Trail crew', products: ['TRL'], pace: 40, workingDays: [1, 2, 3, 4, 5, 6, 7] } },
  ]);
  const teams = await recordsIn(e2e, admin, 'teams');
  await e2e.batch(admin, 'northwind', [{ verb: 'createSprint', input: { team: teams[0]!.id, goal: 'Hikers know what comes' } }]);
  const sprint = (await recordsIn(e2e, admin, 'sprints'))[0]!.id;
  await e2e.batch(admin, 'northwind', [{ verb: 'planInSprint', input: { items: CARDS, sprint } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'startSprint', input: { sprint } }]);
  const states = await recordsIn(e2e, admin, 'states');
  state = (wanted) => states.find(({ group }) => group === wanted)!.id;
  const members = await recordsIn(e2e, admin, 'members');
  await e2e.batch(admin, 'northwind', [
    { verb: 'setState', input: { items: CARDS.slice(0, 6), state: state('in-progress') } },
    { verb: 'setState', input: { items: CARDS.slice(6, 8), state: state('in-review') } },
    { verb: 'setState', input: { items: CARDS.slice(8, 11), state: state('done') } },
    { verb: 'updateItems', input: { items: CARDS.slice(0, 3), assignee: members[0]!.id } },
    ...['The tile server is slow', 'Nobody has the keys of the hut'].map((title) => ({ verb: 'raiseImpediment', input: { team: teams[0]!.id, title } })),
  ]);
});
afterAll(() => e2e.close());

const lines = (page: Page, name: RegExp): Promise<string[]> =>
  page
    .getByRole('region', { name })
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => `${/TRL-\d+/.exec(one.textContent ?? '')?.[0]} ${one.lastElementChild?.textContent}`));

test('the daily holds what was under way against today, and says what an even pace would have left', async () => {
  const { page } = admin;
  await page.goto(`${AT}/sprint?view=daily`);
  await page.getByText('30 of 36 points', { exact: false }).waitFor(); // three of eighteen are done
  await page.getByText(/an even pace would have 33\.4 left tonight/).waitFor(); // 36 over fourteen days
  await page.getByRole('heading', { name: /^Under way on .* and today/ }).waitFor();
  const plan = await lines(page, /^Under way/);
  expect(plan.toSorted()).toEqual(
    CARDS.slice(0, 8)
      .map((key) => `${key} begun since`)
      .toSorted(),
  );
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('on a wall screen the daily is large, needs no scrolling and follows what colleagues do', async () => {
  const { page } = admin;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: 'On a wall screen' }).click();
  await page.waitForURL(/wall=on/);
  const wall = page.getByRole('main', { name: 'Daily of Sprint 1 on a wall screen' });
  await wall.getByText('Hikers know what comes').waitFor();
  await wall.getByRole('figure', { name: 'Burndown' }).waitFor();
  const hidden = await wall.evaluate(
    (main) =>
      [main, ...main.querySelectorAll('div')].filter(
        (one) => one.clientHeight > 1 && one.scrollHeight > one.clientHeight + 2 && getComputedStyle(one).overflowY === 'hidden',
      ).length,
  );
  expect(hidden).toBe(0);
  // As a browser draws it: 13 px of the usual page are more than 20 here.
  const height = await wall
    .getByRole('button', { name: /TRL-1 / })
    .first()
    .evaluate((line) => line.getBoundingClientRect().height);
  expect(height).toBeGreaterThan(48);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeFaults(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items: ['TRL-1'], state: state('done') } }]);
  await wall.getByText('28 of 36 points').waitFor();
  await wall
    .getByRole('region', { name: /^Since/ })
    .getByRole('button', { name: /TRL-1 .*Done today/ })
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'On a wall screen' }).waitFor();
  noComplaints(admin);
});
