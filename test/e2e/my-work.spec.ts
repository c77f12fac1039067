import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { itemsOf, later, pointAt, rowOf, toast, today } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const titles = ['Keep the last forecast', 'Warn before the weather turns', 'Share a live position', 'Offline search', 'Print a map'];
  await e2e.batch(admin, 'northwind', [
    { verb: 'createProduct', input: { key: 'WEB', name: 'Website' } },
    { verb: 'createItems', input: { product: 'TRL', items: titles.map((title) => ({ title })) } },
    { verb: 'createItems', input: { product: 'WEB', items: [{ title: 'A page about the app' }] } },
  ]);
});
afterAll(() => e2e.close());

/** The rows as they are read, headings too. */
const read = async ({ page }: Person) =>
  (await page.getByRole('grid', { name: 'My work' }).getByRole('row').allInnerTexts()).map((row) => row.split('\n').filter(Boolean).join(' '));

async function giveToMe(): Promise<void> {
  const members = await recordsIn(e2e, admin, 'members');
  const assignee = members[0]!.id;
  const states = await recordsIn(e2e, admin, 'states');
  const products = await recordsIn(e2e, admin, 'products');
  const inProgress = states.find(({ name, product }) => name === 'In progress' && product === products.find(({ key }) => key === 'TRL')!.id)!.id;
  await e2e.batch(admin, 'northwind', [
    { verb: 'updateItems', input: { items: ['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4', 'WEB-1'], assignee } },
    { verb: 'setState', input: { items: ['TRL-3'], state: inProgress } },
    { verb: 'updateItems', input: { items: ['TRL-4'], dueOn: later(today(), 2) } },
    { verb: 'createLink', input: { type: 'blocks', from: 'TRL-5', to: 'TRL-2' } },
  ]);
}

test('who has nothing is told that nothing waits', async () => {
  const { page } = admin;
  await page.goto('/northwind/TRL/backlog');
  await page.getByRole('link', { name: 'My work' }).click();
  await page.waitForURL('**/northwind/-/my-work');
  await page.getByText('Nothing waits for you.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('what I have stands by what is to be done with it, over all products, as soon as it is mine', async () => {
  await giveToMe();
  await rowOf(admin.page, 'WEB-1').waitFor();
  await expect
    .poll(async () => (await read(admin)).map((row) => /^(Now|Due|Next|Blocked|[A-Z]+-\d+)/.exec(row)?.[0]))
    .toEqual(['Now', 'TRL-3', 'Due', 'TRL-4', 'Next', 'TRL-1', 'WEB-1', 'Blocked', 'TRL-2']);
  await rowOf(admin.page, 'TRL-2').getByText('waits for TRL-5').last().waitFor();
  expect(await axeFaults(admin.page)).toEqual([]);
  noComplaints(admin);
});

test('what waits for work of somebody else waits on others, and it is said on whom', async () => {
  const { page } = admin;
  await page.getByRole('grid', { name: 'My work' }).getByText('Blocked', { exact: true }).waitFor();
  const { member } = await e2e.api<{ member: string }>(admin, 'POST /workspaces/northwind/invitations', { name: 'Pia Sommer', role: 'team-member' });
  await e2e.batch(admin, 'northwind', [{ verb: 'updateItems', input: { items: ['TRL-5'], assignee: member } }]);
  await page.getByRole('grid', { name: 'My work' }).getByText('Waiting on others', { exact: true }).waitFor();
  await page.getByText('waits for TRL-5 (Pia Sommer)').last().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await e2e.batch(admin, 'northwind', [{ verb: 'updateItems', input: { items: ['TRL-5'], assignee: null } }]);
  await page.getByRole('grid', { name: 'My work' }).getByText('Blocked', { exact: true }).waitFor();
  noComplaints(admin);
});

test('the keys of lists change the row under the cursor, which goes where it belongs then', async () => {
  const { page } = admin;
  await pointAt(page, 'WEB-1');
  await page.keyboard.press('s');
  await page.getByRole('combobox', { name: 'State' }).pressSequentially('In pro');
  await page.keyboard.press('Enter');
  await expect.poll(() => itemsOf(page, 'My work')).toEqual(['TRL-3', 'WEB-1', 'TRL-4', 'TRL-1', 'TRL-2']);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/-/my-work?item=TRL-4');
  await page.getByRole('complementary', { name: 'Item' }).getByRole('heading', { name: 'Offline search' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('complementary', { name: 'Item' }).waitFor({ state: 'detached' });
  await page.keyboard.press('p');
  await toast(page, 'Parked TRL-4').waitFor();
  await rowOf(page, 'TRL-4').waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.waitForURL('**/northwind/TRL/backlog');
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.waitForURL('**/-/my-work');
  noComplaints(admin);
});

test('on a phone it is one tap away, with the reason in a second line', async () => {
  const phone = await e2e.person({ size: 'phone', theme: 'dark' });
  await phone.context.addCookies(await admin.context.cookies());
  const { page } = phone;
  await page.goto('/northwind/TRL/backlog');
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'My work' }).tap();
  await rowOf(page, 'Warn before the weather turns').getByText('waits for TRL-5').first().waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(phone);
  await phone.context.close();
});
