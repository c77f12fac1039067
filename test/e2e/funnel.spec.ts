import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { later, toast, today, undoOf } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const points = { 'Keep the last forecast': 5, 'Warn before the weather turns': 3, 'Share a live position': 8, 'Offline search': null, 'Print a map': 2 };
  const items = Object.entries(points).map(([title, value]) => ({ title, estimate: value === null ? null : { kind: 'points', value } }));
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'createRelease', input: { product: 'TRL', name: 'Spring', dueOn: later(today(), 30) } },
    { verb: 'createRelease', input: { product: 'TRL', name: 'Summer', dueOn: later(today(), 90) } },
    { verb: 'updateProduct', input: { product: 'TRL', sizeLimit: 4 } },
  ]);
});
afterAll(() => e2e.close());

const head = ({ page }: Person, stage: string) => page.getByRole('region', { name: stage, exact: true });
const items = ({ page }: Person, stage: string) => page.getByRole('region', { name: `Items: ${stage}` });
const keysIn = (person: Person, stage: string) =>
  items(person, stage)
    .locator('[data-card]')
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['card']));

test('the backlogs stand side by side with how much is in each, and what is over the limit', async () => {
  const { page } = admin;
  await page.goto('/northwind/TRL/backlog');
  await page.getByText('Keep the last forecast').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.waitForURL('**/northwind/TRL/funnel');
  await head(admin, 'Unplanned').getByText('18 points, 1 without').waitFor();
  await head(admin, 'Unplanned').getByText('1 over the limit of 4').waitFor();
  await page.getByText('Clogs at unplanned: 5 in and 0 out in 4 weeks').waitFor();
  await expect.poll(() => keysIn(admin, 'Unplanned')).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4', 'TRL-5']);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('a card dragged to a stage is planned there, by its menu too, and undo takes it back', async () => {
  const { page } = admin;
  await page.locator('[data-card=TRL-2]').dragTo(items(admin, 'Next release'));
  await toast(page, 'TRL-2 is in Spring').waitFor();
  await expect.poll(() => keysIn(admin, 'Next release')).toEqual(['TRL-2']);
  await head(admin, 'Next release').getByText('3 points').waitFor();
  await page.getByRole('button', { name: 'Move TRL-3' }).click();
  await page.getByRole('menuitem', { name: 'Summer' }).click();
  await expect.poll(() => keysIn(admin, 'Later releases')).toEqual(['TRL-3']);
  await undoOf(page, 'TRL-3 is in Summer').click();
  await expect.poll(() => keysIn(admin, 'Unplanned')).toEqual(['TRL-1', 'TRL-3', 'TRL-4', 'TRL-5']);
  await page.locator('[data-card=TRL-2]').dragTo(items(admin, 'Unplanned'));
  await toast(page, 'TRL-2 is out of every plan').waitFor();
  await expect.poll(() => keysIn(admin, 'Next release')).toEqual([]);
  noComplaints(admin);
});

test('a card opens its item beside the funnel', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Share a live position' }).click();
  await page.waitForURL('**/funnel?item=TRL-3');
  await page.getByRole('complementary', { name: 'Item' }).getByRole('heading', { name: 'Share a live position' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('complementary', { name: 'Item' }).waitFor({ state: 'detached' });
  noComplaints(admin);
});

test('on a phone it is a list of its stages', async () => {
  const phone = await e2e.person({ size: 'phone', theme: 'dark' });
  await phone.context.addCookies(await admin.context.cookies());
  const { page } = phone;
  await page.goto('/northwind/TRL/funnel');
  await page.getByRole('list', { name: 'Stages' }).getByText('18 points, 1 without').waitFor();
  await expect
    .poll(() => page.getByRole('list', { name: 'Stages' }).getByRole('heading').allInnerTexts())
    .toEqual(['Unplanned', 'Later releases', 'Next release', 'Sprint', 'Done lately']);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(phone);
  await phone.context.close();
});

test('the funnel is looked at as it was on an earlier day, by slider and by keys, and what has changed since is named', async () => {
  await e2e.api(admin, 'POST /workspaces', { example: true });
  const { page } = admin;
  // The example's running sprint began on a Monday, five to eleven days ago. On the second Tuesday of the sprint two before it, two of its seven
  // items were left, with 8 and 3 points: TRL-48, done on the Wednesday, and TRL-49, done on the Thursday.
  const monday = later(today(), -5 - ((new Date(later(today(), -5)).getUTCDay() + 6) % 7));
  const tuesday = later(monday, -20);
  await page.goto(`/example/TRL/funnel?day=${tuesday}`);
  const sprint = head(admin, 'Sprint');
  await sprint.getByText('11 points').waitFor();
  await expect.poll(() => sprint.getByText('2', { exact: true }).count()).toBe(1);
  // In the four weeks up to then two sprints began, with seven items each, and 2 + 7 + 5 were done.
  await sprint.getByText('3.5 in, 3.5 out a week; 14 of 14 went on').waitFor();
  const since = page.getByRole('region', { name: 'Since then' });
  await since.getByRole('listitem').filter({ hasText: 'Sprint → done lately' }).getByText('TRL-48').waitFor();
  await expect
    .poll(() => since.getByRole('listitem').filter({ hasText: 'Sprint → done lately' }).innerText())
    .toMatch(/^2\s+Sprint → done lately\s+TRL-48\s+TRL-49$/);
  expect(await axeFaults(page)).toEqual([]);

  const slider = page.getByRole('slider', { name: 'Day' });
  await slider.press('ArrowRight');
  await page.waitForURL(`**/funnel?day=${later(tuesday, 1)}`);
  await sprint.getByText('3 points').waitFor();
  await slider.press('PageDown');
  await page.waitForURL(`**/funnel?day=${later(tuesday, -6)}`);
  const { x, y, width, height } = (await slider.boundingBox())!;
  await page.mouse.click(x + 2, y + height / 2);
  await expect.poll(async () => Number(await slider.inputValue())).toBeLessThan(10);
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(10);

  await since.getByRole('button').first().click();
  await page.getByRole('complementary', { name: 'Item' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await page.waitForURL((url) => !url.search.includes('day'));
  await items(admin, 'Sprint').waitFor();
  await page.keyboard.press('h');
  await page.waitForURL(`**/funnel?day=${later(today(), -7)}`);
  await page.keyboard.press('ArrowLeft'); // the slider has the focus
  await page.waitForURL(`**/funnel?day=${later(today(), -8)}`);
  noComplaints(admin);

  const phone = await e2e.person({ size: 'phone', theme: 'dark' });
  await phone.context.addCookies(await admin.context.cookies());
  await phone.page.goto(`/example/TRL/funnel?day=${tuesday}`);
  await head(phone, 'Sprint').getByText('11 points').waitFor();
  await expect.poll(() => phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(phone.page)).toEqual([]);
  noComplaints(phone);
  await phone.context.close();
});
