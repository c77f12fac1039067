import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { itemsOf, later, pointAt, rowOf, tableOf, toast, today, workingDays } from './list.ts';
import { noComplaints, recordsIn } from './northwind.ts';
import { bringSkiTours, deliversAfter, WEEKS } from './ski-tours.ts';

// From a file to notes: one product's work over four weeks. What every page says is worked out here once more, by hand.

/** A Monday. */
const MONDAY = later(today(), 8 - (new Date(`${today()}T00:00:00Z`).getUTCDay() || 7));
const DUE = later(MONDAY, 25);
const day = (days: number) => later(MONDAY, days);

/** Points of the open items, best first. */
const OPEN = [5, 3, 2, 8, 1, 3, 5, 2, 3, 3, 5, 1, 2, 8, 3, 5];
/** The keys of the open items, `SKI-20` the first of them. */
const key = (at: number) => `SKI-${at + 20}`;
/** In rank order once the sixth has gone to the top. */
const RANKED = [5, 0, 1, 2, 3, 4, ...Array.from({ length: 10 }, (_, at) => at + 6)];

const delivers = (past: readonly number[], days: number) => deliversAfter(past, days, 0.85);

/** What of a rank fits a capacity: nothing smaller jumps over the first that does not. */
function fitting(rank: readonly number[], capacity: number): number[] {
  let used = 0;
  const end = rank.findIndex((at) => (used += OPEN[at]!) > capacity);
  return rank.slice(0, end < 0 ? undefined : end);
}
const pointsOf = (items: readonly number[]) => items.reduce((all, at) => all + OPEN[at]!, 0);

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e({ at: `${MONDAY}T09:00:00Z` });
  admin = await e2e.person();
});
afterAll(() => e2e.close());

const AT = '/northwind/SKI';
const line = (): Locator => admin.page.locator('[data-row]:has([data-line])');

/** The morning of a day, on a page that knows of it. */
async function morning(days: number, path = '/sprint'): Promise<Page> {
  const { page } = admin;
  await e2e.moveTo(`${day(days)}T09:00:00Z`);
  await page.goto(`${AT}${path}`);
  return page;
}

const API = '/workspaces/northwind';

/** Gives an item a state by the menu of its card; the server has it before the day ends. */
async function setState(item: string, state: string): Promise<void> {
  await admin.page
    .locator('li[data-row]')
    .filter({ hasText: item })
    .getByRole('button', { name: /^State/ })
    .click();
  await admin.page.getByRole('option', { name: state, exact: true }).click();
  const states = await recordsIn(e2e, admin, 'states');
  const stateNow = async () => {
    const { state: id } = await e2e.api<{ state: string }>(admin, `GET ${API}/items/${item}`);
    return states.find((one) => one.id === id)?.name;
  };
  await expect.poll(stateNow).toBe(state);
}

/** The impediments that the server has: what is in the way, and since when, till when. */
const impediments = async () =>
  (await e2e.api<{ data: { title: string; raisedOn: string; resolvedOn: string | null }[] }>(admin, `GET ${API}/impediments`)).data;

test('a file becomes the backlog, and one item goes to the top', async () => {
  const { page } = admin;
  await bringSkiTours(admin, { firstLink: e2e.firstLink, on: MONDAY, open: OPEN });
  await rowOf(page, key(5)).waitFor();
  await pointAt(page, key(5));
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => itemsOf(page)).toEqual(RANKED.map(key));
  noComplaints(admin);
});

test('the line falls where what is likely delivered by the date ends, and the release is filled to it', async () => {
  const { page } = admin;
  const capacity = delivers(WEEKS, workingDays(MONDAY, DUE));
  const taken = fitting(RANKED, capacity);
  await page.getByRole('textbox', { name: 'By when?' }).fill(DUE);
  await page.getByRole('textbox', { name: 'Called' }).press('Enter');
  await line()
    .getByText(`${pointsOf(taken)} of ${capacity} points`)
    .first()
    .waitFor();
  await line()
    .getByRole('button', { name: `Fill (+${taken.length})` })
    .click();
  await toast(page, /put in Next/)
    .first()
    .waitFor();
  noComplaints(admin);
});

test('the sprint is planned from the release and started', async () => {
  const page = await morning(0);
  await page.getByRole('button', { name: 'Plan Sprint 1' }).click();
  await page.getByRole('button', { name: /^Fill to capacity/ }).click();
  // 10 points is the median of the fortnights 6, 11, 13 and 9 before the newest finished work; 3 + 5 fit, the next has 3.
  await expect.poll(() => itemsOf(page, 'In Sprint 1')).toEqual([key(5), key(0)]);
  await rowOf(page, key(2)).getByRole('button', { name: 'Into Sprint 1' }).click();
  await page.getByText('10 of 10 points').first().waitFor();
  await page.getByRole('button', { name: /Write the sprint goal/ }).click();
  await page.keyboard.type('Tours load offline');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await toast(page, 'Sprint 1 is under way').waitFor();
  await expect.poll(async () => (await recordsIn(e2e, admin, 'sprints'))[0]?.state).toBe('active');
  noComplaints(admin);
});

test('cards move from day to day, an impediment comes and goes, and scope is added', async () => {
  await morning(0);
  await setState(key(5), 'In progress');

  let page = await morning(1);
  await setState(key(5), 'Done');
  await page.getByRole('link', { name: 'Daily' }).click();
  const inTheWay = page.getByRole('region', { name: 'In the way' });
  await inTheWay.getByLabel('Raise an impediment').fill('No map tiles');
  await page.keyboard.press('Enter');
  await inTheWay.getByText('since today').waitFor();
  await expect.poll(impediments).toMatchObject([{ title: 'No map tiles', raisedOn: day(1), resolvedOn: null }]);

  page = await morning(2, '/backlog');
  await pointAt(page, key(4));
  await page.keyboard.press('n');
  await page.getByRole('option', { name: /^Sprint 1/ }).click();
  await toast(page, `${key(4)}: in Sprint 1`).waitFor();
  await expect.poll(async () => (await e2e.api<{ sprint: string | null }>(admin, `GET ${API}/items/${key(4)}`)).sprint).not.toBeNull();

  page = await morning(3, '/sprint?view=daily');
  await page.getByText('8 of 11 points').waitFor(); // 10 and 1 that was added, of which 3 are done
  await inTheWay.getByText('2 days').waitFor();
  await inTheWay.getByRole('button', { name: 'Resolve' }).click();
  await page.getByLabel('How did it go away?').fill('A second server');
  await page.keyboard.press('Enter');
  await inTheWay.getByText('Nothing is in the way.').waitFor();
  await expect.poll(impediments).toMatchObject([{ raisedOn: day(1), resolvedOn: day(3) }]);
  await page.goto(`${AT}/sprint`);
  await setState(key(0), 'Done');

  await morning(10);
  await setState(key(4), 'Done');
  noComplaints(admin);
});

/** Day by day: points in the sprint, the even pace over its ten working days, and what is left. */
const BURNDOWN = [
  'Start 10 10 10',
  `${day(0)} 10 9 10`,
  `${day(1)} 10 8 7`,
  `${day(2)} 11 7 8`,
  `${day(3)} 11 6 3`,
  `${day(4)} 11 5 3`,
  `${day(5)} 11 5 3`,
  `${day(6)} 11 5 3`,
  `${day(7)} 11 4 3`,
  `${day(8)} 11 3 3`,
  `${day(9)} 11 2 3`,
  `${day(10)} 11 1 2`,
  `${day(11)} 11 0 2`,
];

test('the burndown tells each day, and closing sends on what is unfinished', async () => {
  const page = await morning(11, '/sprint?view=burndown');
  await page.getByRole('figure', { name: 'Burndown' }).waitFor();
  await expect.poll(async () => (await tableOf(page, 'Burndown')).slice(0, BURNDOWN.length)).toEqual(BURNDOWN);
  await page.getByRole('button', { name: new RegExp(`${key(4)}.*added .* by Admin · \\+1 point`) }).waitFor();
  await page.getByRole('button', { name: 'Close…' }).click();
  await page.getByText('3 done, 1 unfinished. Where do they go?').waitFor();
  await page.getByRole('button', { name: 'Close the sprint' }).click();
  for (const part of [/^Began with ?3 items, 10 points/, /^Added later ?1 item, 1 point/, /^Done ?3 items, 9 points/]) {
    await page.getByRole('heading', { name: part }).waitFor();
  }
  await page.getByRole('link', { name: 'Charts' }).click();
  await expect.poll(() => tableOf(page, 'Velocity')).toEqual(['Sprint 1 10 9']);
  noComplaints(admin);
});

test('two weeks on the forecast has moved with what was delivered, and so has the line', async () => {
  const page = await morning(14, '/backlog');
  const left = RANKED.filter((at) => ![5, 0, 4].includes(at));
  const capacity = delivers([...WEEKS, 8, 1], workingDays(day(14), DUE));
  const taken = fitting(left, capacity);
  await expect.poll(() => itemsOf(page)).toEqual(left.map(key));
  await line()
    .getByText(`${pointsOf(taken)} of ${capacity} points`)
    .first()
    .waitFor();
  noComplaints(admin);
});

test('the release is shipped with what is done in its notes, and what is not goes back to the backlog', async () => {
  const page = await morning(25, '/releases');
  const released = fitting(RANKED, delivers(WEEKS, workingDays(MONDAY, DUE)));
  await page.getByRole('button', { name: /^Next/ }).click();
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Ship Next' });
  await sheet.getByText(`${released.filter((at) => ![5, 0].includes(at)).length} items are unfinished`).waitFor(); // the third that is done was in no release
  await expect.poll(() => sheet.getByRole('textbox', { name: 'Release notes' }).inputValue()).toBe('# Next\n\n## New\n\n- Open 5\n- Open 0\n');
  await sheet.getByRole('button', { name: 'Ship Next' }).click();
  await toast(page, 'Shipped Next').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('textbox', { name: 'How much per two weeks?' }).waitFor();
  await expect.poll(() => line().count()).toBe(0);
  noComplaints(admin);
});
