import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await e2e.admin();
  await e2e.api(admin, 'POST /workspaces', { example: true });
  await admin.page.goto('/');
  await admin.page.getByText('Warn before the weather turns').first().waitFor();
});
afterAll(() => e2e.close());

/** What opens on demand is fetched in an idle moment after the first page. */
const fetchedAhead = ({ page }: Person) =>
  page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('PaletteLayer')));

test('the palette takes what is typed in the same breath as its key, finds items and makes one that is not there', async () => {
  const { page } = admin;
  await fetchedAhead(admin);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('offline peak');
  await page.getByRole('option', { name: /TRL-277 Offline search by place and peak/ }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/backlog?item=TRL-277');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('zebra crossing ahead');
  await page.keyboard.press('Enter');
  await page.getByText('Added at the top of the backlog').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('zebra crossing ahead').waitFor({ state: 'detached' });
  noComplaints(admin);
});

test('what is typed while a menu, picker or palette is still being fetched goes to it, and not to the page', async () => {
  const { page, complaints } = await e2e.person();
  await page.context().addCookies(await admin.context.cookies());
  await page.route(/PaletteLayer/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.goto('/example/TRL/backlog');
  await page.getByText('Warn before the weather turns').first().waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('offline pexk');
  for (const key of ['Backspace', 'Backspace']) await page.keyboard.press(key);
  await page.keyboard.type('ak');
  await page.getByRole('option', { name: /TRL-277 Offline search by place and peak/ }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('letters after G go to the places, and ? shows every key', async () => {
  const { page } = admin;
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL('**/releases');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL('**/roadmap');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.waitForURL('**/backlog');
  await page.goBack();
  await page.waitForURL('**/roadmap');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).getByText('Go to the backlog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.title()).toBe('Roadmap · TRL · Cutline');
  noComplaints(admin);
});

test('dark and light are chosen and kept', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  await page.reload();
  await page.getByRole('heading', { name: 'Roadmap' }).waitFor();
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'As the system' }).click();
  noComplaints(admin);
});

test('without a connection work goes on, the top bar says what waits, and it arrives once the server is back', async () => {
  const { page, context } = admin;
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByText('Warn before the weather turns').first().waitFor();
  await fetchedAhead(admin);
  await context.setOffline(true);
  await page.getByText('working offline').waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('made while offline');
  await page.keyboard.press('Enter');
  await page.getByText('working offline, 1 change waiting').waitFor();
  await expect.poll(() => page.getByText('made while offline').first().isVisible()).toBe(true);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByText('Nobody is surprised by the weather').waitFor(); // a page that was not open before
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.getByRole('heading', { name: 'Unplanned' }).waitFor();
  await expect.poll(() => page.getByText(/in, .* out a week/).count()).toBe(0); // what only the server knows
  await context.setOffline(false);
  await page.getByText('working offline').waitFor({ state: 'detached' });
  await page
    .getByText(/in, .* out a week/)
    .first()
    .waitFor();
  await expect
    .poll(
      async () =>
        (await e2e.api<{ data: { title: string }[] }>(admin, 'GET /workspaces/example/items?limit=500')).data.filter(
          ({ title }) => title === 'made while offline',
        ).length,
    )
    .toBe(1);
  noComplaints(admin);
});

test('a workspace or product that is not there, or not for one’s eyes, is told alike', async () => {
  const { page } = admin;
  for (const address of ['/nowhere', '/nowhere/TRL/backlog', '/example/NOPE/backlog', '/example/TRL/nothing-like-it']) {
    await page.goto(address);
    await page.getByText('There is nothing at this address, or it is not for you to see.').waitFor();
  }
  noComplaints(admin);
});

test('on a phone the places stand at the bottom, and the rest behind More', async () => {
  const phone = await e2e.person({ size: 'phone' });
  await phone.context.addCookies(await admin.context.cookies());
  const { page } = phone;
  await page.goto('/example/TRL/backlog');
  const bar = page.getByRole('navigation', { name: 'Places' });
  await bar.waitFor();
  await expect.poll(() => bar.locator('a, button').allTextContents()).toEqual(['Backlog', 'Roadmap', 'Search', 'My work', 'More']);
  await bar.getByRole('link', { name: 'Roadmap' }).tap();
  await page.waitForURL('**/roadmap');
  await page.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('link', { name: 'Members' }).tap();
  await page.waitForURL('**/-/members');
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  noComplaints(phone);
  await phone.context.close();
});

test('a file is brought into a product from its menu and from the palette', async () => {
  const { page } = admin;
  await page.goto('/example/TRL/backlog');
  await page.getByRole('button', { name: /switch product or workspace/ }).click();
  await page.getByRole('menuitem', { name: 'Import a file …' }).click();
  await page.getByText('to take it into Trailhead').waitFor();
  await page.goto('/example/TRL/releases');
  await page.getByText('Nobody is surprised by the weather').waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('import');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/example/TRL/import');
  noComplaints(admin);
});

test('a first move, made before all of the program has come, is said in full too', async () => {
  const { page, complaints } = await e2e.person();
  await page.context().addCookies(await admin.context.cookies());
  await page.route(/\/verbs-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto('/example/TRL/backlog');
  await page
    .getByRole('row', { name: /TRL-305/ })
    .getByRole('gridcell', { name: 'TRL-305' })
    .click();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await page.getByText('Moved TRL-305 to position 1').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Moved TRL-305 to position 1').waitFor();
  await expect.poll(async () => (await e2e.api<{ position: number }>(admin, 'GET /workspaces/example/items/TRL-305')).position).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('what is taken back by its key is said, is no longer offered, and can be done again', async () => {
  const { page } = admin;
  await page.goto('/example/TRL/backlog');
  const row = page.getByRole('row', { name: /TRL-305/ });
  await row.getByRole('gridcell', { name: 'TRL-305' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await page.getByText('Moved TRL-305 to position 1').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Moved TRL-305 to position 1').waitFor();
  await expect.poll(() => page.getByRole('log').getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByText('Undone:').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('row').nth(1).innerText()).toContain('TRL-305');
  await page.keyboard.press('Control+z');
  noComplaints(admin);
});
