import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOfWorkingDay } from '../../src/domain/capacity/capacity.ts';
import { weekdaysBetween, type Day } from '../../src/domain/kernel/day.ts';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { itemsOf, later, rowsOf, toast, today } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

const AT = '/northwind/TRL';
const PACE = 20;
/** A date that is not near today, so that days before and after it are days of the future too. */
const DUE = later(today(), 42);
const DUE_LATER = later(today(), 98);
/** The epic's last row comes after four of 13 points, at two a day. */
const EPIC_ENDS = dayOfWorkingDay(today() as Day, 26);

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const item = (title: string, points: number) => ({ title, estimate: { kind: 'points', value: points } });
  await e2e.batch(admin, 'northwind', [
    {
      verb: 'createItems',
      input: {
        product: 'TRL',
        items: [
          { title: 'Safety on the trail', type: 'epic' },
          { title: 'Huts and beds', type: 'epic' },
          item('Warn before the weather turns', 13),
          item('Share a live position', 13),
          item('Call for help', 13),
          item('Say when one is late', 13),
          item('Book a bed', 21),
        ],
      },
    },
  ]);
  await e2e.batch(admin, 'northwind', [
    { verb: 'setParent', input: { items: ['TRL-3', 'TRL-4', 'TRL-6'], parent: 'TRL-1' } },
    { verb: 'setParent', input: { items: ['TRL-7'], parent: 'TRL-2' } },
    { verb: 'drawLine', input: { product: 'TRL', pace: PACE, on: DUE, name: '2.4' } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.5', dueOn: DUE_LATER } },
    { verb: 'createRelease', input: { product: 'TRL', name: 'Some day' } },
  ]);
  await admin.page.goto(`${AT}/releases`);
});
afterAll(() => e2e.close());

const lane = (page: Page, name: string): Locator => page.getByRole('region', { name: 'Timeline' }).getByRole('region', { name, exact: true });
const bar = (page: Page, name: string): Locator => page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').filter({ hasText: name });
const end = (page: Page, name: string): Locator => page.getByRole('slider', { name: `End of ${name}` });
/** A day as a person reads it: `12 March 2027`. */
const told = (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const release = async (name: string) =>
  (
    await e2e.api<{ data: { id: string; name: string; dueOn: string | null; goal: string; lead: string | null }[] }>(
      admin,
      'GET /workspaces/northwind/releases',
    )
  ).data.find((one) => one.name === name)!;

test('a release’s goal, date and lead are edited in place, and its backlog stands in rank order with its own line', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /^2\.4/ }).click();
  await page.getByText('What goes out together, and the goal that it serves.').waitFor();
  await page.getByRole('button', { name: 'Fill from the top of the backlog (+4)' }).click();
  await expect.poll(() => itemsOf(page, 'Backlog of 2.4')).toEqual(['TRL-3', 'TRL-4', 'TRL-5', 'TRL-6']);
  await page.keyboard.press('Control+z');
  await page.getByText('What goes out together, and the goal that it serves.').waitFor();
  await page.getByRole('button', { name: /^Release goal/ }).dblclick();
  await page.keyboard.type('Nobody is surprised by the weather');
  await page.keyboard.press('Enter');
  await toast(page, 'Release goal saved').waitFor();
  await page.getByRole('button', { name: /^lead/ }).click();
  await page.getByRole('option', { name: /^Admin/ }).click();
  await toast(page, 'Admin leads 2.4').waitFor();
  await page.getByRole('button', { name: /^date/ }).click();
  await page.getByRole('textbox', { name: 'Date that is promised' }).fill(later(DUE, 7));
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await release('2.4')).dueOn).toBe(later(DUE, 7));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await release('2.4')).dueOn).toBe(DUE);
  await expect.poll(() => release('2.4')).toMatchObject({ goal: 'Nobody is surprised by the weather' });
  await e2e.batch(admin, 'northwind', [{ verb: 'putInRelease', input: { items: ['TRL-7', 'TRL-4', 'TRL-3'], release: (await release('2.4')).id } }]);
  await expect.poll(() => itemsOf(page, 'Backlog of 2.4')).toEqual(['TRL-3', 'TRL-4', 'TRL-7']);
  await expect.poll(() => rowsOf(page, 'Backlog of 2.4')).toEqual(['TRL-3', 'TRL-4', 'line Release 2.4', 'TRL-7']);
  noComplaints(admin);
});

test('the roadmap stands by quarter and by month with today on it, and what has no date is in a lane of its own', async () => {
  const { page } = admin;
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByText('today', { exact: true }).waitFor();
  const year = Number(today().slice(0, 4));
  const month = Number(today().slice(5, 7));
  await page.getByText(`Q${Math.ceil(month / 3)} ${year}`, { exact: true }).waitFor();
  await page.getByText('Month', { exact: true }).click();
  await page.waitForURL('**/roadmap?scale=month');
  const monthName = new Date(`${today()}T00:00:00Z`).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
  await page.getByText(`${monthName} ${year}`, { exact: true }).waitFor();
  await page.reload();
  await page.getByText(`${monthName} ${year}`, { exact: true }).waitFor();
  await page.getByText('Quarter', { exact: true }).click();
  await lane(page, 'Without dates').getByText('Some day').waitFor();
  await lane(page, 'Epics').getByText('Huts and beds').waitFor();
  await lane(page, 'Releases').getByText('2.4').waitFor();
  await lane(page, 'Epics').getByText('Safety on the trail').waitFor();
  noComplaints(admin);
});

test('an epic’s end is the day by which its last open row is finished until it is promised, and given back to the plan by unpinning', async () => {
  const { page } = admin;
  const epic = end(page, 'Safety on the trail');
  await expect.poll(() => epic.getAttribute('aria-valuetext')).toBe(told(EPIC_ENDS));
  await epic.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect.poll(() => epic.getAttribute('aria-valuetext')).toBe(told(EPIC_ENDS));
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Promise .+\?$/ });
  await dialog.waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await toast(page, /^Safety on the trail: promised/).waitFor();
  await bar(page, 'Safety on the trail')
    .getByText(/^the plan says/)
    .waitFor();
  await expect.poll(() => epic.getAttribute('aria-valuetext')).toBe(told(later(EPIC_ENDS, -7)));
  await page.getByRole('button', { name: 'Give Safety on the trail back to the plan' }).click();
  await expect.poll(() => epic.getAttribute('aria-valuetext')).toBe(told(EPIC_ENDS));
  await expect.poll(() => page.getByRole('button', { name: 'Give Safety on the trail back to the plan' }).count()).toBe(0);
  noComplaints(admin);
});

test('the end of a release’s bar is its date: moved, it moves the line in the backlog', async () => {
  const { page } = admin;
  const capacityOf = async () => {
    const { lines } = await e2e.api<{ lines: { teams: { capacity: number }[] }[] }>(admin, 'GET /workspaces/northwind/products/TRL/cutline');
    return lines[0]!.teams[0]!.capacity;
  };
  const before = await capacityOf();
  await end(page, '2.4').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Enter');
  await toast(page, /^2\.4: promised/).waitFor();
  await expect.poll(async () => (await release('2.4')).dueOn).toBe(later(DUE, -14));
  // Two weeks less are one pace less.
  await expect.poll(() => capacityOf()).toBe(before - PACE);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  const tab = page.locator('[data-row]:has([data-line])').filter({ hasText: 'Release 2.4' });
  await tab.filter({ hasText: `of ${before - PACE} points` }).waitFor();
  await page.keyboard.press('Control+z');
  await tab.filter({ hasText: `of ${before} points` }).waitFor();
  // Nothing is left for 2.5: its line stands with the one before it, not at the top.
  await expect.poll(async () => (await rowsOf(page)).slice(0, 6)).toEqual(['TRL-3', 'TRL-4', 'TRL-5', 'TRL-6', 'line Release 2.4', 'line Release 2.5']);
  noComplaints(admin);
});

test('an entry without a date is given one beside it', async () => {
  const { page } = admin;
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('button', { name: 'Give Some day a date' }).click();
  await page.getByRole('textbox', { name: 'Promised for' }).fill('+10w');
  await page.keyboard.press('Enter');
  await lane(page, 'Releases').getByText('Some day').waitFor();
  await page.keyboard.press('Control+z');
  await lane(page, 'Without dates').getByText('Some day').waitFor();
  noComplaints(admin);
});

/** Presses on the end of a bar and pulls it by so many days, without letting go. */
async function pull(page: Page, name: string, days: number): Promise<void> {
  const { x, y, width, height } = (await end(page, name).boundingBox())!;
  const from = { x: x + width / 2, y: y + height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + Math.sign(days) * 9, from.y, { steps: 3 });
  await page.mouse.move(from.x + days * PX_PER_DAY, from.y, { steps: 5 });
}
/** How wide a day is where the roadmap stands by quarter. */
const PX_PER_DAY = 2.6;

test('the end of a release’s bar is dragged by mouse: Esc leaves all as it was, letting go changes the date and moves the line', async () => {
  const { page } = admin;
  const capacity = async () =>
    (await e2e.api<{ lines: { teams: { capacity: number }[] }[] }>(admin, 'GET /workspaces/northwind/products/TRL/cutline')).lines[0]!.teams[0]!.capacity;
  const before = await capacity();
  await pull(page, '2.4', -14);
  await expect.poll(() => end(page, '2.4').getAttribute('aria-valuetext')).toBe(told(later(DUE, -14)));
  await page.keyboard.press('Escape');
  await expect.poll(() => end(page, '2.4').getAttribute('aria-valuetext')).toBe(told(DUE));
  await page.mouse.move(700, 700);
  await page.mouse.up();
  await expect.poll(() => end(page, '2.4').getAttribute('aria-valuetext')).toBe(told(DUE));
  await expect.poll(async () => (await release('2.4')).dueOn).toBe(DUE);
  expect(page.url()).toContain('/roadmap');

  await pull(page, '2.4', -14);
  await page.mouse.up();
  await expect.poll(async () => (await release('2.4')).dueOn).toBe(later(DUE, -14));
  await expect.poll(() => capacity()).toBe(before - PACE);
  // Its last row no longer fits: 2.5 takes it, which is begun after this date.
  const secondStarts = weekdaysBetween(today() as Day, later(DUE, -14) as Day) + 1;
  await expect.poll(() => end(page, 'Safety on the trail').getAttribute('aria-valuetext')).toBe(told(dayOfWorkingDay(today() as Day, secondStarts + 6)));
  await page.keyboard.press('Control+z');
  await expect.poll(() => end(page, '2.4').getAttribute('aria-valuetext')).toBe(told(DUE));
  await expect.poll(capacity).toBe(before);
  noComplaints(admin);
});

test('the end of an epic’s bar is dragged by mouse: it is asked whether that is a promise, and nothing is until it is said', async () => {
  const { page } = admin;
  const epic = end(page, 'Safety on the trail');
  const item = () => e2e.api<{ promisedOn: string | null }>(admin, 'GET /workspaces/northwind/items/TRL-1');
  await expect.poll(() => epic.getAttribute('aria-valuetext')).toBe(told(EPIC_ENDS));
  await pull(page, 'Safety on the trail', 21);
  await expect.poll(() => epic.getAttribute('aria-valuetext')).toBe(told(later(EPIC_ENDS, 21)));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => epic.getAttribute('aria-valuetext')).toBe(told(EPIC_ENDS));
  const dialog = page.getByRole('dialog', { name: /^Promise .+\?$/ });
  await expect.poll(() => dialog.count()).toBe(0);

  await pull(page, 'Safety on the trail', 21);
  await page.mouse.up();
  await dialog.getByRole('button', { name: 'Leave it to the plan' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => [await epic.getAttribute('aria-valuetext'), (await item()).promisedOn]).toEqual([told(EPIC_ENDS), null]);

  await pull(page, 'Safety on the trail', 21);
  await page.mouse.up();
  await dialog.getByRole('button', { name: /^Promise / }).click();
  await toast(page, /^Safety on the trail: promised/).waitFor();
  await expect.poll(async () => (await item()).promisedOn).toBe(later(EPIC_ENDS, 21));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await item()).promisedOn).toBeNull();
  await expect.poll(() => epic.getAttribute('aria-valuetext')).toBe(told(EPIC_ENDS));
  noComplaints(admin);
});

test('on paper stands the roadmap alone', async () => {
  const { page } = admin;
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.getByRole('main').isVisible()).toBe(true);
  await expect.poll(() => page.getByRole('navigation').first().isVisible()).toBe(false);
  await expect.poll(() => page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  await expect.poll(() => bar(page, 'Safety on the trail').isVisible()).toBe(true);
  expect(await page.getByRole('main').screenshot()).not.toHaveLength(0);
  await page.emulateMedia({ media: 'screen' });
  noComplaints(admin);
});

test('on a phone it is a list of now, next and later', async () => {
  const phone = await e2e.person({ size: 'phone' });
  await phone.context.addCookies(await admin.context.cookies());
  const { page } = phone;
  await page.goto(`${AT}/roadmap`);
  await page.getByRole('region', { name: 'Now' }).getByText('2.4').waitFor();
  await page.getByRole('region', { name: 'Next' }).getByText('2.5').waitFor();
  await page.getByRole('region', { name: 'Later' }).getByText('Some day').waitFor();
  // Days that stand fast are in it too: one of a release leads to its page.
  await e2e.batch(admin, 'northwind', [
    { verb: 'createMilestone', input: { product: 'TRL', release: (await release('2.4')).id, name: 'Guides try it', on: later(today(), 3), kind: 'external' } },
    { verb: 'createMilestone', input: { product: 'TRL', name: 'Fair', on: later(today(), 200), kind: 'launch' } },
  ]);
  await page.getByRole('region', { name: 'Later' }).getByText('Fair').waitFor();
  await page
    .getByRole('region', { name: 'Next' })
    .getByRole('link', { name: /Guides try it/ })
    .tap();
  await page.getByRole('region', { name: 'Milestones' }).getByText('Guides try it').waitFor();
  await page.goto(`${AT}/roadmap`);
  await page.getByRole('region', { name: 'Next' }).getByText('Guides try it').waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(page)).toEqual([]);

  // Nothing is dragged here: a release's date is set on its page, an epic's promise in its panel.
  await page.getByRole('region', { name: 'Now' }).getByText('2.4').tap();
  await page.getByRole('button', { name: /^date/ }).tap();
  await page.getByRole('textbox', { name: 'Date that is promised' }).fill(later(DUE, -7));
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await release('2.4')).dueOn).toBe(later(DUE, -7));
  await e2e.batch(admin, 'northwind', [{ verb: 'updateRelease', input: { release: (await release('2.4')).id, dueOn: DUE } }]);
  await page.goto(`${AT}/roadmap`);
  await page.getByText('Safety on the trail').tap();
  const promisedOn = async () => (await e2e.api<{ promisedOn: string | null }>(admin, 'GET /workspaces/northwind/items/TRL-1')).promisedOn;
  await page.getByRole('button', { name: 'Tag, date, link' }).tap();
  await page.getByRole('menuitem', { name: 'Promised date…' }).tap();
  await page.getByRole('textbox', { name: 'Promised' }).fill(later(DUE, 14));
  await page.keyboard.press('Enter');
  await expect.poll(promisedOn).toBe(later(DUE, 14));
  await page.getByRole('button', { name: /^Promised: / }).tap();
  await page.getByRole('textbox', { name: 'Promised' }).fill('');
  await page.keyboard.press('Enter');
  await expect.poll(promisedOn).toBeNull();
  noComplaints(phone);
  await phone.context.close();
});

test('no page has anything that a checker of accessibility finds, in light and in dark', async () => {
  const { page } = admin;
  const { id } = await release('2.4');
  const faults: Record<string, readonly string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['backlog', 'backlog?view=tree', 'backlog?item=TRL-3', 'releases', `releases/${id}`, 'roadmap', '-/members']) {
      await page.goto(path.startsWith('-') ? `/northwind/${path}` : `${AT}/${path}`);
      await page
        .getByRole('main')
        .getByText(/TRL-3|2\.4|Safety|Admin/)
        .first()
        .waitFor();
      if (path.includes('item=')) await page.getByRole('complementary', { name: 'Item' }).getByText('Warn before the weather turns').first().waitFor();
      const found = await axeFaults(page);
      if (found.length > 0) faults[`${path}, ${colorScheme}`] = found;
    }
    const stranger = await e2e.person({ theme: colorScheme });
    await stranger.page.goto('/sign-in');
    await stranger.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    const found = await axeFaults(stranger.page);
    if (found.length > 0) faults[`sign-in, ${colorScheme}`] = found;
    await stranger.context.close();
  }
  expect(faults).toEqual({});
  await page.emulateMedia({ colorScheme: 'light' });
  noComplaints(admin);
});
