import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { itemsOf, rowOf, toast } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const AT = '/northwind/TRL';
const API = '/workspaces/northwind';

let e2e: E2e;
let admin: Person;
let sprint: string;
let team: string;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = [5, 3, 8, 2, 1].map((value, at) => ({ title: `Story ${at + 1}`, estimate: { kind: 'points', value } }));
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'createTeam', input: { name: 'Trail crew', products: ['TRL'], pace: 20 } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.4' } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.5' } },
  ]);
  team = (await recordsIn(e2e, admin, 'teams'))[0]!.id;
  await e2e.batch(admin, 'northwind', [{ verb: 'createSprint', input: { team } }]);
  sprint = (await recordsIn(e2e, admin, 'sprints'))[0]!.id;
  const release = (await recordsIn(e2e, admin, 'releases')).find(({ name }) => name === '2.4')!.id;
  await e2e.batch(admin, 'northwind', [
    { verb: 'putInRelease', input: { items: ['TRL-2', 'TRL-3'], release } },
    { verb: 'planInSprint', input: { items: ['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4', 'TRL-5'], sprint } },
  ]);
  await e2e.batch(admin, 'northwind', [{ verb: 'startSprint', input: { sprint } }]);
  const states = await recordsIn(e2e, admin, 'states');
  const state = (wanted: string) => states.find(({ group }) => group === wanted)!.id;
  await e2e.batch(admin, 'northwind', [
    { verb: 'setState', input: { items: ['TRL-1'], state: state('done') } },
    { verb: 'setState', input: { items: ['TRL-3'], state: state('in-progress') } },
  ]);
});
afterAll(() => e2e.close());

interface Placed {
  readonly key: string;
  readonly sprint: string | null;
  readonly release: string | null;
}

/** Where the first five items are: `TRL-1 Sprint 1 2.4`. */
async function placed(): Promise<string[]> {
  const { data: items } = await e2e.api<{ data: Placed[] }>(admin, `GET ${API}/items?product=TRL&limit=50`);
  const names = new Map<string, string>();
  for (const resource of ['sprints', 'releases'])
    for (const { id, name } of (await e2e.api<{ data: { id: string; name: string }[] }>(admin, `GET ${API}/${resource}`)).data) names.set(id, name);
  const name = (id: string | null) => (id === null ? '-' : names.get(id));
  return items
    .map((item) => `${item.key} ${name(item.sprint)} ${name(item.release)}`)
    .toSorted()
    .slice(0, 5);
}

const OPEN = ['TRL-1 Sprint 1 -', 'TRL-2 Sprint 1 2.4', 'TRL-3 Sprint 1 2.4', 'TRL-4 Sprint 1 -', 'TRL-5 Sprint 1 -'];

test('the plan of a running sprint marks what was added, and what is in the way is said when it closes', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Came late' }] } },
    { verb: 'raiseImpediment', input: { team, title: 'No map tiles' } },
  ]);
  await e2e.batch(admin, 'northwind', [{ verb: 'planInSprint', input: { items: ['TRL-6'], sprint } }]);
  await page.goto(`${AT}/sprint?view=plan`);
  await rowOf(page, 'TRL-6')
    .getByText(/^added \d/)
    .waitFor();
  expect(
    await rowOf(page, 'TRL-1')
      .getByText(/^added/)
      .count(),
  ).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Close Sprint 1' });
  await sheet.getByText('One thing is still in the way, and stays so:').waitFor();
  await sheet.getByText('No map tiles').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await e2e.batch(admin, 'northwind', [{ verb: 'trashItems', input: { items: ['TRL-6'] } }]);
  noComplaints(admin);
});

async function close(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close…' }).click();
  await page.getByText('1 done, 4 unfinished. Where do they go? Done: 5 of 19 points that it began with.').waitFor();
  await page.getByLabel('TRL-2 goes to').selectOption({ label: '2.4, where it is' });
  await page.getByLabel('TRL-3 goes to').selectOption({ label: 'Backlog' });
  await page.getByLabel('TRL-4 goes to').selectOption({ label: '2.5' });
}

test('each unfinished item goes to the next sprint, to a release or to the backlog, in one change that is taken back in one', async () => {
  const { page } = admin;
  await page.goto(`${AT}/sprint`);
  await expect.poll(() => placed()).toEqual(OPEN);
  await close(page);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close the sprint' }).click();
  await page.getByText('5 points done').waitFor();
  await expect.poll(placed).toEqual(['TRL-1 Sprint 1 -', 'TRL-2 - 2.4', 'TRL-3 - -', 'TRL-4 - 2.5', 'TRL-5 Sprint 2 -']);
  await page.keyboard.press('Control+z');
  await expect.poll(placed).toEqual(OPEN);
  await close(page);
  await page.getByRole('button', { name: 'Close the sprint' }).click();
  await page.getByText('5 points done').waitFor();
  noComplaints(admin);
});

test('the review and the retrospective are written where the sprint is told, and an action becomes an item with one press', async () => {
  const { page } = admin;
  await page
    .getByRole('region', { name: /^In the way/ })
    .getByText(/^since .+, still in the way$/)
    .waitFor();
  await page.getByRole('button', { name: 'Write the review' }).click();
  await page.getByRole('textbox', { name: 'Review' }).fill('Shown to **eight** hikers');
  await page.keyboard.press('Control+Enter');
  await toast(page, 'Review saved').waitFor();
  await page.getByRole('strong').filter({ hasText: 'eight' }).waitFor();
  await page.getByRole('button', { name: 'Write the retrospective' }).click();
  await page.getByRole('textbox', { name: 'Retrospective' }).fill('Calm weeks.');
  await page.reload(); // what was not saved opens again
  await expect.poll(() => page.getByRole('textbox', { name: 'Retrospective' }).inputValue()).toBe('Calm weeks.');
  await page.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'Retrospective saved').waitFor();
  const actions = page.getByRole('region', { name: 'Actions' });
  await actions.getByLabel('Write down an action').fill('Review on the same day');
  await page.keyboard.press('Enter');
  await actions.getByRole('button', { name: 'Make an item' }).click();
  await actions.getByRole('button', { name: /TRL-7.*Review on the same day.*in the backlog/ }).click();
  const panel = page.getByRole('article', { name: 'Review on the same day' });
  await panel.getByRole('link', { name: 'the retrospective of Sprint 1' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto(`${AT}/backlog`);
  await expect.poll(() => itemsOf(page)).toContain('TRL-7');
  noComplaints(admin);
});

test('a closed sprint is opened as it was: board, burndown and figures of its last moment, whatever happened since', async () => {
  const { page } = admin;
  const states = await recordsIn(e2e, admin, 'states');
  const done = states.find(({ group }) => group === 'done')!.id;
  await e2e.batch(admin, 'northwind', [
    { verb: 'setState', input: { items: ['TRL-2', 'TRL-3', 'TRL-5'], state: done } },
    { verb: 'updateItems', input: { items: ['TRL-1'], estimate: { kind: 'points', value: 13 } } },
  ]);
  await page.goto(`${AT}/sprint?sprint=${sprint}`);
  await page.getByText('5 points done').waitFor();
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  const board = page.getByRole('region', { name: 'Board of Sprint 1 as it was' });
  const column = async (name: string) =>
    (await board.getByRole('region', { name, exact: true }).getByRole('button').allTextContents()).map((text) => /TRL-\d+/.exec(text)![0]);
  await board.waitFor();
  await expect.poll(() => column('Backlog')).toEqual(['TRL-2', 'TRL-4', 'TRL-5']);
  await expect.poll(async () => [await column('In progress'), await column('Done')]).toEqual([['TRL-3'], ['TRL-1']]);
  await board.getByRole('button', { name: /TRL-1/ }).getByText('5', { exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Burndown' }).click();
  await page.getByRole('figure', { name: 'Burndown' }).getByText('Left 14', { exact: true }).waitFor();
  await page.getByRole('figure', { name: 'Velocity' }).getByText('median 5', { exact: true }).waitFor();
  noComplaints(admin);
});
