import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { toast } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

const AT = '/northwind/TRL';
const API = '/workspaces/northwind';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e, { zone: 'Europe/Berlin' });
  await e2e.batch(admin, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items: [{ title: 'A' }, { title: 'B' }] } }]);
  await admin.page.goto(`${AT}/backlog`);
});
afterAll(() => e2e.close());

/** The states of a group, in their order. */
const named = (group: string) =>
  admin.page
    .getByRole('region', { name: group })
    .getByRole('listitem')
    .getByRole('button', { name: /^Name of the state/ })
    .allTextContents();

test('a product’s name, unit, size limit and time zone are changed where they stand', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /switch product or workspace/ }).click();
  await page.getByRole('menuitem', { name: 'Product settings …' }).click();
  await page.getByRole('heading', { name: 'Workflow' }).waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeFaults(page)).toEqual([]);
  }
  await page.getByText('Points', { exact: true }).click();
  await toast(page, 'Counted in points').waitFor();
  await page.getByRole('button', { name: 'none' }).first().click();
  await page.getByRole('textbox', { name: 'At most so many open items' }).fill('150');
  await page.keyboard.press('Enter');
  await toast(page, 'At most 150 open items').waitFor();
  await page.getByRole('button', { name: 'time zone Europe/Berlin' }).click();
  await page.keyboard.type('auckland');
  await page.keyboard.press('Enter');
  await toast(page, 'Time zone Pacific/Auckland').waitFor();
  await page.getByRole('button', { name: 'Name of the product: Trailhead' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Trails');
  await page.keyboard.press('Enter');
  await toast(page, 'Product renamed').waitFor();
  await expect
    .poll(() => e2e.api(admin, `GET ${API}/products/TRL`))
    .toMatchObject({ name: 'Trails', unit: 'points', sizeLimit: 150, zone: 'Pacific/Auckland' });
  noComplaints(admin);
});

test('steps of the workflow are added, renamed, moved and limited', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Add a state to In review' }).click();
  await page.keyboard.type('Trial');
  await page.keyboard.press('Enter');
  await toast(page, 'State Trial added').waitFor();
  const trial = page.getByRole('listitem').filter({ hasText: 'Trial' });
  await trial.getByRole('button', { name: 'More on Trial' }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect.poll(() => named('In review')).toEqual(['Trial', 'In review']);
  await trial.getByRole('button', { name: 'limit none' }).click();
  await page.getByRole('textbox', { name: 'Limit of Trial' }).fill('3');
  await page.keyboard.press('Enter');
  await toast(page, 'Trial: at most 3').waitFor();
  await trial.getByRole('button', { name: 'Name of the state: Trial' }).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('In review');
  await page.keyboard.press('Enter');
  await toast(page, /is there twice|is there already/).waitFor(); // the refusal says that the name is taken
  noComplaints(admin);
});

test('a step that is in use goes only when it is said where its items go, and the last of its kind never', async () => {
  const { page } = admin;
  const backlog = page.getByRole('region', { name: 'Backlog' }).getByRole('listitem');
  await backlog.getByText('2 items').waitFor();
  await page.getByRole('button', { name: 'Add a state to Backlog' }).click();
  await page.keyboard.type('Ideas');
  await page.keyboard.press('Enter');
  await toast(page, 'State Ideas added').waitFor();
  await page.getByRole('button', { name: 'More on Backlog' }).click();
  await page.getByRole('menuitem', { name: 'Remove …' }).click();
  await page.getByRole('option', { name: 'Ideas' }).click();
  await toast(page, 'State Backlog removed').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Ideas' }).getByText('2 items').waitFor();
  await page.getByRole('button', { name: 'More on Declined' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await toast(page, 'A product needs a state to start in and one to end in.').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => named('Backlog')).toEqual(['Backlog', 'Ideas']);
  noComplaints(admin);
});

test('who may not change the product reads its settings; on a phone they are no wider than it', async () => {
  const tom = await e2e.colleague(admin, { workspace: 'northwind', name: 'Tom Berg', role: 'team-member', size: 'phone' });
  await tom.page.goto(`${AT}/settings`);
  await tom.page.getByRole('heading', { name: 'Workflow' }).waitFor();
  await expect.poll(() => tom.page.getByRole('main').getByRole('button').count()).toBe(0);
  await expect.poll(() => tom.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(tom.page)).toEqual([]);
  expect(tom.complaints).toEqual([]);
  await tom.context.close();
});
