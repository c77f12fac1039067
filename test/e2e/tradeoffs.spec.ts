import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { boxToDrag, itemsOf, later, markOf, pointAt, rowOf, rowsOf, toast, today, undoOf, workingDays } from './list.ts';
import { emptyNorthwind, noComplaints, recordsIn } from './northwind.ts';

/** Ten points in ten working days: three, four and two fit; the five of the fourth row do not, and nothing jumps over it. */
const POINTS = [3, 4, 2, 5, 1];
const AS_IT_IS = ['HUT-1', 'HUT-2', 'HUT-3', 'line Release 2.4', 'HUT-4', 'HUT-5'];

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await emptyNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createProduct', input: { key: 'HUT', name: 'Hut booking' } },
    {
      verb: 'createItems',
      input: { product: 'HUT', items: POINTS.map((value, at) => ({ title: `Row ${at + 1}`, estimate: { kind: 'points', value } })) },
    },
    { verb: 'drawLine', input: { product: 'HUT', pace: 10, on: later(today(), 13), name: '2.4' } },
  ]);
  await admin.page.goto('/northwind/HUT/backlog');
  await admin.page.locator('[data-row]').getByText('Row 5').waitFor();
});
afterAll(() => e2e.close());

const strip = () => admin.page.locator('[data-trying]');

/** Asks why, and opens the question at its end. */
async function ask(key: string, question: string): Promise<void> {
  const { page } = admin;
  await pointAt(page, key);
  await page.keyboard.press('w');
  await page.getByRole('button', { name: question }).click();
}

/** What the server says of the rows: nothing that is only tried. */
async function onServer(): Promise<string[]> {
  const { rows } = await e2e.api<{ rows: { item: string; line: string | null }[] }>(admin, 'GET /workspaces/northwind/products/HUT/cutline');
  const data = await recordsIn(e2e, admin, 'items');
  return rows.map(({ item }) => data.find(({ id }) => id === item)!.key);
}

test('the question stays under the pointer while its answer comes, also where there is little room below', async () => {
  const { page } = admin;
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  await page.setViewportSize({ width: 1440, height: 500 });
  await pointAt(page, 'HUT-4');
  await page.keyboard.press('w');
  const question = page.getByRole('button', { name: 'What would it take?' });
  await question.waitFor();
  const stands = async () => Math.round((await question.boundingBox())!.y);
  await expect.poll(async () => (await stands()) === (await stands())).toBe(true);
  await question.hover();
  const before = await stands();
  await question.click();
  await page.getByRole('list', { name: 'What would it take?' }).getByRole('listitem').first().waitFor();
  expect(await stands()).toBe(before);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('what would it take is answered with ways that were tried, the cheapest first, each with what else it does', async () => {
  const { page } = admin;
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  await ask('HUT-4', 'What would it take?');
  const ways = page.getByRole('list', { name: 'What would it take?' }).getByRole('listitem');
  await ways.first().waitFor();
  const told = await ways.evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('span > span')].map((span) => span.textContent)));
  expect(told.map(([says]) => says).slice(0, 5)).toEqual([
    'Split it: 1 point now, the other 4 later',
    'Make it smaller: 1 instead of 5',
    'Swap it with HUT-2',
    'Move it up to position 2',
    'Hut booking does 14 in two weeks instead of 10',
  ]);
  expect(told.map(([, also]) => also).slice(0, 5)).toEqual([
    'nothing else changes sides',
    'nothing else changes sides',
    'HUT-2 falls below 2.4',
    'HUT-2 and HUT-3 fall below 2.4',
    'nothing else changes sides',
  ]);
  expect(told[5]![0]).toMatch(/^Move 2\.4 to \d+ \w+$/);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('one click tries one: the list shows it as it would be, nobody else does, and Esc leaves all as it was', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /^Swap it with HUT-2/ }).click();
  await strip().getByText('Swap HUT-4 with HUT-2').waitFor();
  await expect.poll(() => rowsOf(page)).toEqual(['HUT-1', 'HUT-4', 'HUT-3', 'line Release 2.4', 'HUT-2', 'HUT-5']);
  await expect.poll(() => strip().textContent()).toContain('HUT-2 falls below 2.4');
  expect(await onServer()).toEqual(['HUT-1', 'HUT-2', 'HUT-3', 'HUT-4', 'HUT-5']);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await strip().waitFor({ state: 'detached' });
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  noComplaints(admin);
});

test('Keep does it as one change, which Undo takes back', async () => {
  const { page } = admin;
  await ask('HUT-4', 'What would it take?');
  await page.getByRole('button', { name: /^Swap it with HUT-2/ }).click();
  await strip().getByRole('button', { name: 'Keep' }).click();
  await toast(page, 'Swap HUT-4 with HUT-2').waitFor();
  await strip().waitFor({ state: 'detached' });
  await expect.poll(onServer).toEqual(['HUT-1', 'HUT-4', 'HUT-3', 'HUT-2', 'HUT-5']);
  await undoOf(page, 'Swap HUT-4 with HUT-2').click();
  await expect.poll(onServer).toEqual(['HUT-1', 'HUT-2', 'HUT-3', 'HUT-4', 'HUT-5']);
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  noComplaints(admin);
});

test('what is done meanwhile leaves what is tried, and is done to what is really there', async () => {
  const { page } = admin;
  await ask('HUT-4', 'What would it take?');
  await page.getByRole('button', { name: /^Split it/ }).click();
  await rowOf(page, 'Row 4: the rest').waitFor();
  await expect.poll(async () => (await itemsOf(page)).length).toBe(5); // the rest has no number yet
  await pointAt(page, 'HUT-5');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await strip().waitFor({ state: 'detached' });
  await expect.poll(onServer).toEqual(['HUT-5', 'HUT-1', 'HUT-2', 'HUT-3', 'HUT-4']);
  await expect.poll(() => rowOf(page, 'Row 4: the rest').count()).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  noComplaints(admin);
});

test('what would push it out is answered for a row above the line, and can be tried too', async () => {
  const { page } = admin;
  await ask('HUT-3', 'What would push it out?');
  const first = page.getByRole('button', { name: /^HUT-4 goes above it/ });
  await first.waitFor();
  await page.getByText('HUT-2 grows from 4 to 6').waitFor();
  await first.press('Enter');
  await expect.poll(() => rowsOf(page)).toEqual(['HUT-1', 'HUT-2', 'line Release 2.4', 'HUT-4', 'HUT-3', 'HUT-5']);
  await strip().getByRole('button', { name: 'Leave' }).click();
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  noComplaints(admin);
});

/** The first day by which so many working days have gone by, worked out one by one; short, as it is said. */
function dayOf(days: number): string {
  let day = today();
  while (workingDays(today(), day) < days) day = later(day, 1);
  const year = day.slice(0, 4) === today().slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC', ...year }).format(new Date(`${day}T00:00:00Z`));
}
const pulled = () => admin.page.locator('[data-pulled]');

/** Takes the line and holds it over the lower half of a row. */
async function pullOver(key: string): Promise<void> {
  const { page } = admin;
  const from = await boxToDrag(page.locator('[data-row]:has([data-line])'));
  const to = (await rowOf(page, key).boundingBox())!;
  await page.mouse.move(from.x + 500, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 500, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + 500, to.y + to.height - 4, { steps: 6 });
  await pulled().waitFor();
}

test('the line is pulled: it says what it would take to stand there, Esc leaves it, and Set date puts it there', async () => {
  const { page } = admin;
  await pullOver('HUT-4');
  // Fourteen points: four more than the ten that there are, or fourteen working days.
  await pulled()
    .getByText(`needs 4 more points · needs until ${dayOf(14)}`)
    .waitFor();
  await pulled().getByText('HUT-4 comes above 2.4').waitFor();
  // While it is held there the rows show how they would stand; Esc leaves all as it was.
  await expect.poll(() => markOf(page, 'HUT-4')).toBe('Above a line, in no release');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  await expect.poll(() => markOf(page, 'HUT-4')).toBe('Below every line');
  await pullOver('HUT-4');
  await page.mouse.up();
  await pulled().getByRole('button', { name: 'Leave' }).click();
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  await pullOver('HUT-4');
  await page.mouse.up();
  expect(await axeFaults(page)).toEqual([]);
  await pulled().getByRole('button', { name: 'Set date' }).click();
  await toast(page, `2.4 is due on ${dayOf(14)}`).waitFor();
  await expect.poll(() => rowsOf(page)).toEqual(['HUT-1', 'HUT-2', 'HUT-3', 'HUT-4', 'line Release 2.4', 'HUT-5']);
  await undoOf(page, `2.4 is due on ${dayOf(14)}`).click();
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  noComplaints(admin);
});

test('the line is pulled by key and by the row’s menu too, down and up', async () => {
  const { page } = admin;
  await pointAt(page, 'HUT-5');
  await page.keyboard.press('Shift+l');
  await pulled()
    .getByText(`needs 5 more points · needs until ${dayOf(15)}`)
    .waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  await pointAt(page, 'HUT-1');
  await page.keyboard.press('.');
  await page.getByRole('menuitem', { name: 'Pull the line here' }).click();
  await pulled()
    .getByText(`7 points to spare · could be on ${dayOf(3)}`)
    .waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => rowsOf(page)).toEqual(['HUT-1', 'line Release 2.4', 'HUT-2', 'HUT-3', 'HUT-4', 'HUT-5']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  noComplaints(admin);
});

test('an item that is dragged over the line goes to the line, not to the top', async () => {
  const { page } = admin;
  const from = await boxToDrag(rowOf(page, 'HUT-5'));
  const line = (await page.locator('[data-row]:has([data-line])').boundingBox())!;
  await page.mouse.move(from.x + 4, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y - 20, { steps: 4 });
  await page.mouse.move(line.x + 40, line.y + line.height / 2, { steps: 6 });
  await page.getByText('position 4 of 5').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => rowsOf(page)).toEqual(AS_IT_IS);
  noComplaints(admin);
});

test('who may not change the plan is told the ways, and tries none', async () => {
  const stella = await e2e.colleague(admin, { workspace: 'northwind', name: 'Stella Reader', role: 'stakeholder' });
  await stella.page.goto('/northwind/HUT/backlog');
  await pointAt(stella.page, 'HUT-4');
  await stella.page.keyboard.press('w');
  await stella.page.getByRole('button', { name: 'What would it take?' }).click();
  await stella.page.getByText('Swap it with HUT-2').waitFor();
  await expect.poll(() => stella.page.getByRole('button', { name: /Try/ }).count()).toBe(0);
  noComplaints(stella);
});
