import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliveredWithin } from '../../src/domain/forecast/delivered-within.ts';
import { dayOfWorkingDay } from '../../src/domain/capacity/capacity.ts';
import { shortDay } from '../../src/web/ui/format-day.ts';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { boxToDrag, itemsOf, later, markOf, pointAt, rowOf, today, workingDays } from './list.ts';
import { recordsIn } from './northwind.ts';
import { bringSkiTours, deliversAfter, WEEKS } from './ski-tours.ts';

const OPEN = Array.from({ length: 16 }, () => 3);

const delivers = (days: number, confidence: number) => deliversAfter(WEEKS, days, confidence);
const likely = (amount: number, days: number) => {
  const totals = deliveredWithin({ past: WEEKS, ahead: [1], isCounted: false }, days, { trials: 10_000, seed: 1 });
  return `${Math.round((totals.filter((total) => Math.floor(total) >= amount).length / totals.length) * 100)} %`;
};

let e2e: E2e;
let admin: Person;
const days = workingDays(today(), later(today(), 28));
beforeAll(async () => {
  e2e = await startE2e();
  admin = await e2e.person();
  await bringSkiTours(admin, { firstLink: e2e.firstLink, on: today(), open: OPEN });
});
afterAll(() => e2e.close());

const pace = () => admin.page.getByRole('textbox', { name: 'How much per two weeks?' });
const line = () => admin.page.locator('[data-row]:has([data-line])');

/** The middle of the fortnights before the newest finished work: 6, 4 and 7, 5 and 8, 3 and 6. */
const MEDIAN = 10;

test('the ghost line is filled from the weeks that were delivered and says what fits by then; Enter draws it', async () => {
  const { page } = admin;
  await page.getByText(`${MEDIAN} points, median of your last 4 fortnights · ${delivers(days, 0.85)} points fit with 85 %`).waitFor();
  await expect.poll(() => pace().inputValue()).toBe(`${MEDIAN}`);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Called' }).press('Enter');
  await line().waitFor();
  const rows = Math.floor(delivers(days, 0.85) / 3);
  await line()
    .getByText(`${rows * 3} of ${delivers(days, 0.85)} points`)
    .first()
    .waitFor();
});

test('another pace than the delivered one counts until six weeks have followed; taken back, what was delivered counts', async () => {
  const { page } = admin;
  await page.keyboard.press('ControlOrMeta+z');
  await pace().fill('30');
  await pace().press('Enter');
  const capacity = Math.floor((30 * days) / 10);
  await line().getByText(` of ${capacity} points`).first().waitFor();
  await page
    .getByRole('button', { name: /Why\?$/ })
    .first()
    .click();
  await page.getByText(/^Counted with the pace that was set, not with what was delivered, until /).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await pace().press('Enter');
  await line()
    .getByText(` of ${delivers(days, 0.85)} points`)
    .first()
    .waitFor();
});

test('beside the rows in doubt stands how likely they are finished by the date', async () => {
  const { page } = admin;
  const inDoubt = OPEN.flatMap((points, at) => {
    const chance = likely((at + 1) * points, days);
    const share = Number.parseInt(chance, 10);
    return share > 10 && share < 90 ? [{ title: `Open ${at}`, says: `Next · ${chance}` }] : [];
  });
  expect(inDoubt.length).toBeGreaterThan(2);
  for (const { title, says } of inDoubt) {
    const row = page.locator('[data-row]').filter({ has: page.getByText(title, { exact: true }) });
    await expect.poll(() => row.locator('[data-chance]').textContent()).toBe(says);
  }
  await expect.poll(() => page.locator('[data-row]:has-text("Open 0") [data-chance]').count()).toBe(0);
});

/** The first day by which so many points are delivered so likely, in words; as the column writes it, without the year. */
function finished(amount: number, confidence: number): string {
  let day = 1;
  while (delivers(day, confidence) < amount) day++;
  return shortDay(dayOfWorkingDay(today(), day), today());
}
const inColumn = (amount: number) => finished(amount, 0.85).replace(/ \d{4}$/, '');
const row = (title: string) => admin.page.locator('[data-row]').filter({ has: admin.page.getByText(title, { exact: true }) });

test('each row tells by when it is finished with 85 %, and on hover how sure other days are and when all down to it is', async () => {
  const { page } = admin;
  for (const at of [0, 5, 15]) await expect.poll(() => row(`Open ${at}`).locator('[data-finish]').textContent()).toBe(inColumn(3 * (at + 1)));
  await row('Open 5').locator('[data-finish] [data-tip]').hover();
  const range = `Finished 50 % by ${finished(18, 0.5)}, 85 % by ${finished(18, 0.85)}, 95 % by ${finished(18, 0.95)}`;
  await page.getByText(`${range}. All down to here: 85 % by ${finished(18, 0.85)}`).waitFor();
});

test('a row moved up has its new day, worked out beside the page; the panel says the same and what it rests on', async () => {
  const { page } = admin;
  await row('Open 5').click();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => row('Open 5').locator('[data-finish="new"]').textContent()).toBe(inColumn(3));
  await expect.poll(() => row('Open 0').locator('[data-finish="new"]').textContent()).toBe(inColumn(6));
  const panel = page.getByRole('complementary', { name: 'Item' });
  if ((await panel.count()) === 0) await page.keyboard.press('Enter');
  await panel.getByText(`${finished(3, 0.85)} with 85 %`).waitFor();
  await panel.getByText(`50 % by ${finished(3, 0.5)}, 85 % by ${finished(3, 0.85)}, 95 % by ${finished(3, 0.95)}`).waitFor();
  await panel.getByText(/^100 % by .+, the date of Next$|^99 % by .+, the date of Next$/).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => row('Open 5').locator('[data-finish="new"]').textContent()).toBe(inColumn(18));
});

test('the API tells the same of an item, and when what it is in is finished', async () => {
  const product = 'GET /workspaces/northwind/products/SKI';
  const { rows } = await e2e.api<{ rows: { item: string; expected: { days: { with: number; day: string }[] } }[] }>(admin, `${product}/schedule`);
  const told = await e2e.api<{ days: { with: number; day: string }[]; why: null }>(admin, `GET /workspaces/northwind/items/${rows[5]!.item}/forecast`);
  expect(told.days.map(({ day }) => shortDay(day, today()))).toEqual([0.5, 0.85, 0.95].map((share) => finished(18, share)));
  expect(rows[5]!.expected.days).toEqual(told.days);
});

test('the charts say what is done by a day, and how the forecasts of the team did, where there were enough', async () => {
  const { page } = admin;
  const by = later(today(), 42);
  await page.goto(`/northwind/SKI/charts?by=${by}`);
  const section = page.getByRole('region', { name: 'Done by a day' });
  for (const share of [0.95, 0.85, 0.5]) {
    const rows = Math.min(OPEN.length, Math.floor(delivers(workingDays(today(), by), share) / 3));
    const told = section.locator(`[data-done-with="${share}"]`);
    await told.getByText(`${rows} items, ${3 * rows} points`).waitFor();
    // Keys are given in the order of the file: the open ones come after those that are done.
    await told.getByText(`All down to SKI-${19 + rows}`).waitFor();
  }
  await page.getByText(/^Too little data to say how forecasts of .+ did: 1 of 12 two weeks ahead\.$/).waitFor(); // eight weeks, less six before and two ahead
  expect(await axeFaults(page)).toEqual([]);
  await section.getByRole('textbox', { name: 'Done by' }).fill(later(today(), 14));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**by=${later(today(), 14)}`);
  const soon = Math.floor(delivers(workingDays(today(), later(today(), 14)), 0.85) / 3);
  await section
    .locator('[data-done-with="0.85"]')
    .getByText(`${soon} items, ${3 * soon} points`)
    .waitFor();
  await page.goto('/northwind/SKI/backlog');
});

test('while a row is dragged its release’s likelihood follows, greyed until it has; Esc leaves all as it was', async () => {
  const { page } = admin;
  const chances = () => page.locator('[data-row] [data-chance]');
  await chances().first().waitFor();
  const before = await chances().allTextContents();
  const box = (title: string) => boxToDrag(page.locator('[data-row]').filter({ has: page.getByText(title, { exact: true }) }));
  const last = await box(`Open ${OPEN.length - 1}`);
  const top = await box('Open 0');
  // Every look of a chance from the lift on is kept: it changes to the new one through the grey of the old.
  const seen = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const looks: string[] = [];
        const watch = new MutationObserver(() => {
          const look = [...document.querySelectorAll('[data-row] [data-chance]')].some((one) => (one as HTMLElement).dataset['chance'] === 'old')
            ? 'old'
            : 'new';
          if (looks.at(-1) !== look) looks.push(look);
          if (looks.includes('old') && look === 'new') resolve(looks);
        });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
  await page.mouse.move(last.x + 4, last.y + last.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + 4, last.y - 20, { steps: 4 });
  await page.mouse.move(top.x + 40, top.y + 4, { steps: 6 });
  await page.mouse.move(top.x + 42, top.y + 4, { steps: 2 });
  await page.getByText('Drop to keep · Esc leaves all as it was').waitFor();
  expect((await seen).slice(-2)).toEqual(['old', 'new']);
  // What is carried is told by its whole title, also beside its likelihood.
  const carried = page.locator('[data-lifted-row]').getByText(`Open ${OPEN.length - 1}`, { exact: true });
  expect(await carried.evaluate((title) => title.clientWidth > 0 && title.scrollWidth <= title.clientWidth)).toBe(true);
  // Three more points come before each of them: what was likely for one is now so for the one above it.
  await expect.poll(() => page.locator('[data-chance=old]').count()).toBe(0);
  expect(await chances().allTextContents()).not.toEqual([]);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => chances().allTextContents()).toEqual(before);
});

test('while the line is pulled the rows show how they would stand with the date that it needs, and how likely; Esc leaves all as it was', async () => {
  const { page } = admin;
  const chances = () => page.locator('[data-row] [data-chance=new]').allTextContents();
  await expect.poll(chances).not.toEqual([]);
  const before = await chances();
  const rows = await itemsOf(page);
  const last = rows.at(-1)!;
  await pointAt(page, last);
  const mark = await markOf(page, last);
  expect(mark).toBe('Below every line');
  await page.keyboard.press('Shift+l');
  await page
    .locator('[data-pulled]')
    .getByText(/needs until/)
    .waitFor();
  // With that date the line takes all down to the row, which is then as likely as the release wants to be.
  await expect.poll(() => markOf(page, last)).toBe('Above a line, in no release');
  const likelier = async () => Number(/(\d+) %/.exec((await rowOf(page, last).locator('[data-chance=new]').textContent()) ?? '')?.[1]);
  await expect.poll(likelier).toBeGreaterThanOrEqual(85);
  await page.keyboard.press('Escape');
  await expect.poll(() => markOf(page, last)).toBe(mark);
  await expect.poll(chances).toEqual(before);
});

test('the release says how likely it is and by which days it would be surer, and can be asked to be surer', async () => {
  const { page } = admin;
  await line().getByRole('button', { name: /^Fill/ }).click();
  const filled = Math.floor(delivers(days, 0.85) / 3) * 3;
  await line()
    .getByText(`· ${likely(filled, days)}`)
    .first()
    .waitFor();
  await line().getByRole('button', { name: 'Next' }).first().click();
  await page.getByText(`${likely(filled, days)} likely`).waitFor();
  await page.getByRole('button', { name: /sure to/ }).click();
  await page.getByRole('option', { name: '95 %' }).click();
  await line()
    .getByText(`of ${delivers(days, 0.95)} points`)
    .first()
    .waitFor();
  expect(await axeFaults(page)).toEqual([]);

  // The way from today to the end is a cone that ends on the first days by which so much is delivered so likely.
  await page.getByRole('link', { name: 'Progress' }).click();
  const ends = [0.5, 0.85, 0.95].map((share) => {
    let day = later(today(), 1);
    while (delivers(workingDays(today(), day), share) < filled) day = later(day, 1);
    return day;
  });
  const chart = page.getByRole('figure', { name: 'Burnup' });
  await chart.locator('[data-cone]').waitFor();
  await expect
    .poll(async () => (await chart.getByRole('row').allTextContents()).slice(1, 4))
    .toEqual([`${ends[2]}, 95 %${filled}`, `${ends[1]}, 85 %${filled}`, `${ends[0]}, 50 %${filled}`]);
  expect(await axeFaults(page)).toEqual([]);

  // Four weeks under way, and all that is in it came in since: the cone takes it that so much goes on coming in, and says so.
  const data = await recordsIn(e2e, admin, 'releases');
  await e2e.batch(admin, 'northwind', [
    { verb: 'updateRelease', input: { release: data.find(({ name }) => name === 'Next')!.id, startOn: later(today(), -28) } },
  ]);
  await page.reload();
  await page.getByText(`In 4 weeks since its start it grew by ${filled} points, ${filled / 4} a week.`).waitFor();
  const sure = () => chart.getByRole('row').nth(2).textContent();
  await expect.poll(sure).not.toBe(`${ends[1]}, 85 %${filled}`);
  await page.getByText(`without that by ${shortDay(ends[1]!, today())}.`).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await page.getByText(`The cone leaves that out: 85 % by ${shortDay(ends[1]!, today())};`).waitFor();
  await expect.poll(sure).toBe(`${ends[1]}, 85 %${filled}`);
  await page.getByRole('link', { name: /^Around/ }).click();
  await page
    .getByRole('region', { name: 'Capacity' })
    .getByText(`delivers ${delivers(days, 0.95)} by`)
    .waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(admin.complaints).toEqual([]);
});

test('what waits for another team is as likely on every screen: in the list, on its line, in its panel, on its release and in the API', async () => {
  const { page } = admin;
  const { data: teams } = await e2e.api<{ data: { id: string; name: string }[] }>(admin, 'GET /workspaces/northwind/teams');
  const { data: releases } = await e2e.api<{ data: { id: string; name: string }[] }>(admin, 'GET /workspaces/northwind/releases');
  const { data: items } = await e2e.api<{ data: { id: string; title: string }[] }>(admin, 'GET /workspaces/northwind/items');
  const next = releases.find(({ name }) => name === 'Next')!.id;
  const blocked = items.find(({ title }) => title === 'Open 2')!.id;
  expect(teams).toHaveLength(1);
  // A team of which only a pace is known, a point a day, has something to do first that takes it until two days before the date.
  const team = await e2e.api<{ id: string }>(admin, 'POST /workspaces/northwind/teams', { name: 'Zip lines', products: ['SKI'] });
  await e2e.batch(admin, 'northwind', [{ verb: 'updateTeam', input: { team: team.id, pace: 10 } }]);
  const estimate = { kind: 'points', value: days - 2 };
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'SKI', items: [{ title: 'Cable', type: 'story', team: team.id, estimate }], place: { to: 'top' } } },
  ]);
  const { data: now } = await e2e.api<{ data: { id: string; title: string }[] }>(admin, 'GET /workspaces/northwind/items');
  await e2e.api(admin, 'POST /workspaces/northwind/links', { type: 'blocks', from: now.find(({ title }) => title === 'Cable')!.id, to: blocked });
  await page.goto('/northwind/SKI/backlog');
  const told = await e2e.api<{ chance: number }>(admin, `GET /workspaces/northwind/items/${blocked}/forecast`);
  const release = await e2e.api<{ chance: number }>(admin, `GET /workspaces/northwind/releases/${next}/forecast`);
  const percent = (chance: number) => `${Math.round(chance * 100)} %`;
  expect(told.chance).toBeGreaterThan(0.1);
  expect(told.chance).toBeLessThan(0.9);
  expect(release.chance).toBeLessThanOrEqual(told.chance);
  await expect.poll(() => row('Open 2').locator('[data-chance=new]').textContent()).toBe(`Next · ${percent(told.chance)}`);
  await line()
    .first()
    .getByText(`· ${percent(release.chance)}`)
    .first()
    .waitFor();
  await row('Open 2').click();
  const panel = page.getByRole('complementary', { name: 'Item' });
  if ((await panel.count()) === 0) await page.keyboard.press('Enter');
  await panel.getByText(new RegExp(`^${percent(told.chance)} by .+, the date of Next$`)).waitFor();
  await page.keyboard.press('Escape');
  await line().first().getByRole('button', { name: 'Next' }).first().click();
  await page.getByText(`${percent(release.chance)} likely`).waitFor();
  expect(admin.complaints).toEqual([]);
});
