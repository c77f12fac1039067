import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { boxToDrag, later, markOf, pointAt, rowOf, rowsOf, toast, today, undoOf, workingDays } from './list.ts';
import { noComplaints, recordsIn } from './northwind.ts';

/** What `files/hut-booking.csv` holds: the points of its open rows, best first, and what was finished in the six fortnights before the newest day. */
const FIRST_ROW = 15;
const POINTS = [5, 3, 3, 2, 3, 2, 2, 5, 3, 5, 8, 3, 5, 3, 2, 8, 5, 3, 5, 2];
const FORTNIGHTS = [8 + 3, 8 + 2, 5 + 5, 8 + 2, 5 + 3, 8 + 5];
const PACE = 10;
const KEYS = POINTS.map((_, at) => `HUT-${FIRST_ROW + at}`);

/** What was finished is a year older, too long ago to forecast from: the line counts with the pace. */
const doneLongAgo = (file: string) => file.replace(/^.*,Done,.*$/gm, (row) => row.replaceAll('/26 ', '/25 '));

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await e2e.person();
});
afterAll(() => e2e.close());

const line = (page: Page) => page.locator('[data-row]:has([data-line])');
/** The keys above the line and below it, as they stand in the list. */
async function sides(page: Page): Promise<{ above: string[]; below: string[] }> {
  const rows = await rowsOf(page);
  const at = rows.indexOf('line Next');
  return { above: rows.slice(0, at), below: rows.slice(at + 1) };
}

/** Who fits, going down the rank until the first that does not: worked out by hand, not by the product. */
function fitting(keys: readonly string[], capacity: number): { above: string[]; used: number } {
  const above: string[] = [];
  let used = 0;
  for (const key of keys) {
    const points = POINTS[KEYS.indexOf(key)]!;
    if (used + points > capacity) break;
    used += points;
    above.push(key);
  }
  return { above, used };
}

let capacity: number;
let date: string;

test('from the first link to a line across one’s own backlog is at most 12 actions and under five minutes', async () => {
  const { page } = admin;
  const began = performance.now();
  let actions = 0;
  const act = async (done: Promise<unknown>) => {
    actions += 1;
    await done;
  };
  await act(page.goto(e2e.firstLink));
  await act(page.getByLabel('Name of the workspace').fill('Northwind'));
  const dropped = await page.evaluateHandle(
    (text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'hut-booking.csv', { type: 'text/csv' }));
      return files;
    },
    doneLongAgo(readFileSync(new URL('files/hut-booking.csv', import.meta.url), 'utf8')),
  );
  await act(page.getByText('Bring your backlog').dispatchEvent('drop', { dataTransfer: dropped }));
  await act(page.getByRole('button', { name: 'Look into the file' }).click());
  await page.getByText('A Jira export of 34 rows').waitFor();
  await act(page.getByRole('button', { name: 'Import 34 items' }).click());
  await act(page.getByRole('button', { name: 'Go to the backlog' }).click());
  const pace = page.getByRole('textbox', { name: 'How much per two weeks?' });
  await page.getByText(`${PACE} points, median of your last ${FORTNIGHTS.length} fortnights`).waitFor();
  expect(FORTNIGHTS.toSorted((a, b) => a - b).slice(2, 4)).toEqual([PACE, PACE]);
  await expect.poll(() => pace.inputValue()).toBe(String(PACE));
  await expect.poll(() => page.getByRole('textbox', { name: 'Called' }).inputValue()).toBe('Next');
  expect(await axeFaults(page)).toEqual([]);
  await act(pace.click());
  await act(page.keyboard.press('Enter'));
  await line(page).waitFor();
  expect(actions).toBeLessThanOrEqual(12);
  expect(performance.now() - began).toBeLessThan(5 * 60_000);
  noComplaints(admin);
});

test('the line stands where pace times working days is used up, and says so', async () => {
  const { page } = admin;
  date = later(today(), 28);
  capacity = Math.floor((PACE * workingDays(today(), later(today(), 28))) / 10);
  const { above, used } = fitting(KEYS, capacity);
  await expect.poll(() => sides(page)).toEqual({ above, below: KEYS.slice(above.length) });
  await expect.poll(() => line(page).textContent()).toContain(`${used} of ${capacity} points`);
  await expect.poll(() => markOf(page, above[0]!)).toBe('Above a line, in no release');
  await expect.poll(() => markOf(page, KEYS.at(-1)!)).toBe('Below every line');
  const read = await e2e.api<{ lines: { date: string; teams: { capacity: number; used: number }[] }[] }>(
    admin,
    'GET /workspaces/northwind/products/HUT/cutline',
  );
  expect(read.lines).toMatchObject([{ date, teams: [{ capacity, used }] }]);
  noComplaints(admin);
});

test('of a hollow mark W opens the why, whose first step puts it in by Enter; Undo takes it out', async () => {
  const { page } = admin;
  const [first = ''] = (await sides(page)).above;
  await pointAt(page, first);
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: 'Why' });
  await why.getByRole('button', { name: 'Put in Next' }).waitFor();
  await page.keyboard.press('Enter');
  await why.waitFor({ state: 'detached' });
  await expect.poll(() => markOf(page, first)).toBe('In a release, above its line');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => markOf(page, first)).toBe('Above a line, in no release');
  noComplaints(admin);
});

test('Fill puts the hollow ones in with one press, and Undo takes them out', async () => {
  const { page } = admin;
  const { above } = await sides(page);
  const fill = line(page).getByRole('button', { name: `Fill (+${above.length})` });
  await fill.hover();
  await expect.poll(() => page.locator('[data-row] > .outline-2').count()).toBe(above.length);
  await fill.click();
  const told = `${above.slice(0, 3).join(', ')} and ${above.length - 3} more put in Next`;
  await toast(page, told).waitFor();
  for (const key of above) await expect.poll(() => markOf(page, key)).toBe('In a release, above its line');
  await expect.poll(() => fill.count()).toBe(0);
  await undoOf(page, told).click();
  await fill.waitFor();
  await expect.poll(() => markOf(page, above[0]!)).toBe('Above a line, in no release');
  await fill.click();
  await fill.waitFor({ state: 'detached' });
  noComplaints(admin);
});

test('what the line does not take is coral, and Take out lets it go', async () => {
  const { page } = admin;
  const last = KEYS.at(-1)!;
  await pointAt(page, last);
  await page.keyboard.press('r');
  await page.getByRole('option', { name: /^Next/ }).click();
  await line(page).getByRole('button', { name: 'Take out (1)' }).waitFor();
  await expect.poll(() => markOf(page, last)).toBe('In a release whose line does not take it');
  await line(page).getByRole('button', { name: 'Take out (1)' }).click();
  await toast(page, `${last} taken out of Next`).waitFor();
  await expect.poll(() => markOf(page, last)).toBe('Below every line');
  noComplaints(admin);
});

test('W says why, with the sum behind it and a step that changes it', async () => {
  const { page } = admin;
  const { above, below } = await sides(page);
  const first = below[0]!;
  const { used } = fitting(KEYS, capacity);
  await pointAt(page, first);
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: 'Why' });
  await why.getByText(`it needs 5, and there is room for ${capacity - used}`).waitFor();
  await expect
    .poll(() => why.locator('dt').first().textContent())
    .toMatch(new RegExp(`^${PACE} points per two weeks × ${workingDays(today(), later(today(), 28))} working days ÷ 10`));
  await expect.poll(() => why.locator('dd').allTextContents()).toEqual([String(capacity), `− ${used}`, String(capacity - used), '5']);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });
  await rowOf(page, above[0]!)
    .getByRole('button', { name: /Why\?$/ })
    .click();
  await why.getByText('It is in Next and fits above its line.').waitFor();
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });
  noComplaints(admin);
});

test('a row ranked over the line moves the line, the toast says who crossed it, and Undo brings all back', async () => {
  const { page } = admin;
  const before = await sides(page);
  const lastAbove = before.above.at(-1)!;
  const firstBelow = before.below[0]!;
  const moved = KEYS.map((key) => (key === lastAbove ? firstBelow : key === firstBelow ? lastAbove : key));
  const { above } = fitting(moved, capacity);
  await pointAt(page, firstBelow);
  await page.keyboard.press('Alt+ArrowUp');
  await toast(page, `${lastAbove} below the Next line`).waitFor();
  await expect.poll(() => sides(page)).toEqual({ above, below: moved.slice(above.length) });
  await undoOf(page, `${lastAbove} below the Next line`).click();
  await expect.poll(() => sides(page)).toEqual(before);
  noComplaints(admin);
});

test('while a row is dragged the line moves before the drop, Esc leaves all as it was, and the drop keeps it', async () => {
  const { page } = admin;
  const before = await sides(page);
  const firstBelow = before.below[0]!;
  const target = before.above[0]!;
  const moved = [firstBelow, ...KEYS.filter((key) => key !== firstBelow)];
  const { above } = fitting(moved, capacity);
  const ripple = page.getByText('Drop to keep · Esc leaves all as it was');
  const lift = async () => {
    const from = await boxToDrag(rowOf(page, firstBelow));
    const to = (await rowOf(page, target).boundingBox())!;
    await page.mouse.move(from.x + 4, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 4, from.y - 20, { steps: 4 });
    await page.mouse.move(to.x + 40, to.y + 4, { steps: 6 });
    await page.mouse.move(to.x + 42, to.y + 4, { steps: 2 });
    await ripple.waitFor();
    await page.getByText(`position 1 of ${KEYS.length}`).waitFor();
  };
  await lift();
  await expect.poll(async () => (await sides(page)).above.length).toBe(above.length);
  await page.getByText('Below Next:').waitFor();
  await page.keyboard.press('Escape');
  await ripple.waitFor({ state: 'detached' });
  await page.mouse.up();
  await expect.poll(() => sides(page)).toEqual(before);
  await lift();
  await page.mouse.up();
  const fallen = before.above.filter((key) => !above.includes(key));
  await toast(page, `${firstBelow} above, ${fallen[0]!}${fallen.length > 1 ? ` and ${fallen.length - 1} more` : ''} below the Next line`).waitFor();
  await expect.poll(() => sides(page)).toEqual({ above, below: moved.slice(above.length) });
  await page.keyboard.press('Control+z');
  await expect.poll(() => sides(page)).toEqual(before);
  noComplaints(admin);
});

test('a blocker holds a row, a nearer date moves the line up, and with them gone it stands where it stood', async () => {
  const { page } = admin;
  const before = await sides(page);
  const blocked = before.above[0]!;
  const blocker = before.below[0]!;
  await e2e.batch(admin, 'northwind', [{ verb: 'createLink', input: { type: 'blocks', from: blocker, to: blocked } }]);
  await rowOf(page, blocked).getByText(`held: blocked by ${blocker}`).waitFor();
  await expect.poll(() => markOf(page, blocked)).toBe('In a release whose line does not take it');
  await expect.poll(async () => (await sides(page)).above).toEqual([blocked, ...fitting(KEYS.slice(1), capacity).above]);
  const { data: links } = await e2e.api<{ data: { id: string }[] }>(admin, 'GET /workspaces/northwind/links');
  await e2e.api(admin, `DELETE /workspaces/northwind/links/${links[0]!.id}`);
  await expect.poll(() => sides(page)).toEqual(before);

  const release = (dueOn: string) => e2e.batch(admin, 'northwind', [{ verb: 'updateRelease', input: { release: id, dueOn } }]);
  const releases = await recordsIn(e2e, admin, 'releases');
  const { id } = releases[0]!;
  const nearer = later(today(), 14);
  await release(nearer);
  const { above } = fitting(KEYS, Math.floor((PACE * workingDays(today(), nearer)) / 10));
  await expect.poll(() => sides(page)).toEqual({ above, below: KEYS.slice(above.length) });
  await release(date);
  await expect.poll(() => sides(page)).toEqual(before);
  noComplaints(admin);
});

test('an estimate, a guess and the team’s pace move the line while one looks at it', async () => {
  const { page } = admin;
  const before = await sides(page);
  const first = before.above[0]!;
  await pointAt(page, first);
  await page.keyboard.press('e');
  await page.keyboard.press('8');
  const larger = POINTS.with(0, 8);
  const fit = (points: readonly number[], room: number) => {
    const sums = points.map((_, at) => points.slice(0, at + 1).reduce((sum, value) => sum + value));
    const over = sums.findIndex((sum) => sum > room);
    return { above: KEYS.slice(0, over), used: sums[over - 1] ?? 0 };
  };
  const grown = fit(larger, capacity);
  await expect.poll(() => sides(page)).toEqual({ above: grown.above, below: KEYS.slice(grown.above.length) });
  await expect.poll(() => line(page).textContent()).toContain(`${grown.used} of ${capacity} points`);
  await page.keyboard.press('Control+z');
  await expect.poll(() => sides(page)).toEqual(before);

  await e2e.batch(admin, 'northwind', [{ verb: 'updateItems', input: { items: [first], estimate: null } }]);
  await line(page).filter({ hasText: '1 guessed' }).waitFor();
  await rowOf(page, first)
    .getByRole('button', { name: /^Estimate: ~\d/ })
    .waitFor();
  await e2e.batch(admin, 'northwind', [{ verb: 'updateItems', input: { items: [first], estimate: { kind: 'points', value: POINTS[0]! } } }]);
  await expect.poll(() => sides(page)).toEqual(before);

  const teams = await recordsIn(e2e, admin, 'teams');
  const pace = (value: number) => e2e.batch(admin, 'northwind', [{ verb: 'updateTeam', input: { team: teams[0]!.id, pace: value } }]);
  await pace(PACE + 5);
  const { above } = fitting(KEYS, Math.floor(((PACE + 5) * workingDays(today(), later(today(), 28))) / 10));
  expect(above.length).toBeGreaterThan(before.above.length);
  await expect.poll(() => sides(page)).toEqual({ above, below: KEYS.slice(above.length) });
  await pace(PACE);
  await expect.poll(() => sides(page)).toEqual(before);
  noComplaints(admin);
});

test('a filter hides rows and never moves the line', async () => {
  const { page } = admin;
  const before = await sides(page);
  await page.keyboard.press('/');
  await page.keyboard.type('the');
  await line(page)
    .filter({ hasText: /\(\+\d+ hidden above\)/ })
    .waitFor();
  const shown = await sides(page);
  expect(before.above).toEqual(expect.arrayContaining(shown.above));
  await expect.poll(() => line(page).textContent()).toContain(`(+${before.above.length - shown.above.length} hidden above)`);
  await page.keyboard.press('Escape');
  await expect.poll(() => sides(page)).toEqual(before);
  noComplaints(admin);
});

test('a line that is drawn far below what is seen is brought into view', async () => {
  const { page } = admin;
  const items = Array.from({ length: 80 }, (_, at) => ({ title: `Tour ${at + 1}`, estimate: { kind: 'points', value: 1 } }));
  await e2e.batch(admin, 'northwind', [{ verb: 'createProduct', input: { key: 'LONG', name: 'Long list' } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'createItems', input: { product: 'LONG', items } }]);
  await page.goto('/northwind/LONG/backlog');
  await page.getByRole('textbox', { name: 'How much per two weeks?' }).fill('30');
  await page.getByRole('textbox', { name: 'Called' }).press('Enter');
  await line(page).getByText('60 of 60 points').first().waitFor(); // of a long list only what is seen is in the page
  expect(await rowOf(page, 'LONG-60').isVisible()).toBe(true);
  expect(await rowOf(page, 'LONG-1').count()).toBe(0);
  noComplaints(admin);
});
