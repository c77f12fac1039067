import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await e2e.admin();
});
afterAll(() => e2e.close());

test('the first link leads to a name for the workspace and three doors, with and without light, and works once', async () => {
  const { page } = admin;
  await page.getByRole('heading', { name: 'Name your workspace' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/start');
  for (const door of ['Bring your backlog', 'Paste or type a list', 'Look round the example'])
    await expect.poll(() => page.getByRole('button', { name: door }).isVisible()).toBe(true);
  for (const tool of ['Jira', 'Linear', 'Azure DevOps', 'Trello']) await expect.poll(() => page.getByText(tool, { exact: true }).isVisible()).toBe(true);
  expect(await axeFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });

  const late = await e2e.person();
  await late.page.goto(e2e.firstLink);
  await late.page.getByText('This link no longer lets anybody in.').waitFor();
  expect(await axeFaults(late.page)).toEqual([]);
  await late.context.close();
  await page.goto(e2e.firstLink); // who is in already goes on
  await page.getByRole('heading', { name: 'Name your workspace' }).waitFor();
  noComplaints(admin);
});

test('a list that is pasted becomes a product and its backlog, best first', async () => {
  const { page } = admin;
  await page.getByLabel('Name of the workspace').fill('Northwind');
  await page.getByRole('button', { name: 'Paste or type a list' }).click();
  await page.keyboard.insertText('Warn before the weather turns\n- bug: Compass drifts\n3. Share a live position\n\n   \n');
  await page.getByLabel('Product', { exact: true }).fill('Trailhead');
  await expect.poll(() => page.getByLabel('Key').inputValue()).toBe('TRA');
  await page.getByLabel('Key').fill('trl');
  await page.getByLabel('Product goal (optional)').fill('Fewer call-outs by a third');
  await page.getByRole('button', { name: 'Add 3 items' }).click();
  await page.waitForURL('**/northwind/TRL/backlog');
  await page.getByText('TRL-3').waitFor();
  await expect.poll(() => page.getByText(/^TRL-\d$/).allTextContents()).toEqual(['TRL-1', 'TRL-2', 'TRL-3']);
  await expect.poll(() => page.getByText('Fewer call-outs by a third').isVisible()).toBe(true);
  await expect.poll(() => page.title()).toContain('Backlog');
  noComplaints(admin);
});

test('three steps stand above the backlog; ten items do the first, and they can be hidden and brought back', async () => {
  const { page } = admin;
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect.poll(() => steps.getByText('3 items').isVisible()).toBe(true);
  await expect.poll(() => steps.locator('[aria-current=step]').textContent()).toContain('Backlog in');
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items: Array.from({ length: 7 }, (_, n) => ({ title: `Further ${n}` })) } },
  ]);
  await steps.getByText('10 items').waitFor();
  await expect.poll(() => steps.locator('[aria-current=step]').textContent()).toContain('Draw the line');
  await steps.getByRole('button', { name: 'Hide' }).click();
  await steps.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await steps.waitFor();
  noComplaints(admin);
});

test('a file that is dropped says product and key, and is handed on to be looked into', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /switch product or workspace/ }).click();
  await page.getByRole('menuitem', { name: 'New product …' }).click();
  await page.getByRole('heading', { name: 'A new product in Northwind' }).waitFor();
  await page.getByLabel('A file with your backlog').setInputFiles({
    name: 'hut-booking export 2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Summary,Issue key,Issue Type,Status\nBook a bed,HUT-1,Story,To Do\nPay a deposit,HUT-2,Story,To Do\n'),
  });
  await page.getByRole('button', { name: 'Look into the file' }).waitFor();
  await expect.poll(() => page.getByLabel('Product', { exact: true }).inputValue()).toBe('Hut booking');
  await expect.poll(() => page.getByLabel('Key').inputValue()).toBe('HUT');
  await page.getByRole('button', { name: 'Look into the file' }).click();
  await page.waitForURL('**/northwind/HUT/import');
  await page.getByText('hut-booking export 2026.csv').first().waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Import .* items?/);
  noComplaints(admin);
});

test('the example is a workspace of its own with a line across it, and goes in one step when its name is typed', async () => {
  const { page } = admin;
  await page.goto('/start');
  await page.getByRole('button', { name: 'Look round the example' }).click();
  await page.waitForURL('**/example/TRL/backlog');
  await page.getByText('Warn before the weather turns on a saved route').waitFor();
  await page.getByText('Release 2.4').first().waitFor();
  await expect.poll(() => page.getByRole('region', { name: 'First steps' }).count()).toBe(0);

  await page.getByRole('button', { name: /switch product or workspace/ }).click();
  await page.getByRole('menuitem', { name: 'Northwind' }).waitFor();
  await page.getByRole('menuitem', { name: 'Remove the example …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove the example' });
  await expect.poll(() => dialog.getByRole('button', { name: 'Remove' }).getAttribute('aria-disabled')).toBe('true');
  await dialog.getByLabel('Type Example to remove it').fill('example');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await page.waitForURL('**/northwind/**');
  await page.goto('/example/TRL/backlog');
  await page.getByText('There is nothing at this address').waitFor();
  noComplaints(admin);
});

test('the first admin sets a password, signs out of a browser that then keeps nothing, and comes back to where they were', async () => {
  const { page } = admin;
  await page.goto('/northwind/TRL/backlog');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const before = page.getByRole('dialog', { name: 'Before you sign out' });
  await before.getByText('Without a password you can’t come back').waitFor();
  await before.getByRole('button', { name: 'Set a password' }).click();
  const account = page.getByRole('dialog', { name: 'Account' });
  await account.getByLabel('Name').fill('Lena Moritz');
  await account.getByLabel('E-mail').fill('lena@northwind.example');
  await account.getByLabel('Password').fill('short');
  await account.getByRole('button', { name: 'Save' }).click();
  await account.getByText('At least 10 characters').waitFor();
  await account.getByLabel('Password').fill(PASSWORD);
  await account.getByRole('button', { name: 'Save' }).click();
  await account.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Account of Lena Moritz' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('cutline.session'))).toBeNull();

  await page.goto('/northwind/TRL/backlog?view=tree');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('E-mail').fill('lena@northwind.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('E-mail and password do not go together.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/northwind/TRL/backlog?view=tree');
  noComplaints(admin);
});

test('a token is shown once, works, and no longer works once it is revoked', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'API tokens' }).click();
  await page.getByLabel('What is it for?').fill('Nightly report');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const secret = await page.getByRole('textbox', { name: 'Token Nightly report' }).inputValue();
  const ask = () => fetch(`${e2e.url}/api/v1/workspaces/northwind/products`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await ask()).status).toBe(200);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'API tokens' }).click();
  await page.getByText('Nightly report').waitFor();
  await expect.poll(() => page.getByRole('textbox', { name: 'Token Nightly report' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Revoke Nightly report' }).click();
  await page.getByText('Nightly report').waitFor({ state: 'detached' });
  expect((await ask()).status).toBe(401);
  noComplaints(admin);
});

test('the first page can be used on a phone', async () => {
  const { page } = admin;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/start');
  await page.getByRole('button', { name: 'Paste or type a list' }).click();
  await page.getByRole('button', { name: 'Begin with an empty backlog' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
});
