import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { itemsOf } from './list.ts';
import { emptyNorthwind, noComplaints } from './northwind.ts';

const FILES = path.join(import.meta.dirname, 'files');

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await emptyNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createProduct', input: { key: 'HUT', name: 'Hut booking' } },
    { verb: 'createProduct', input: { key: 'WEB', name: 'Website' } },
  ]);
});
afterAll(() => e2e.close());

async function give(name: string, buffer: Buffer, product = 'HUT'): Promise<void> {
  await admin.page.goto(`/northwind/${product}/import`);
  await admin.page.getByLabel('A file to import').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** What stands in a product's backlog, by key. */
async function backlog(product: string): Promise<Record<string, { title: string; estimate: { value: number } | null }>> {
  const { data } = await e2e.api<{ data: { key: string; title: string; estimate: { value: number } | null }[] }>(
    admin,
    `GET /workspaces/northwind/items?product=${product}&limit=500`,
  );
  return Object.fromEntries(data.map((item) => [item.key, item]));
}

test('a Jira export is looked over, a state is mapped otherwise, and it becomes the backlog with its keys', async () => {
  const { page } = admin;
  const csv = await readFile(path.join(FILES, 'hut-booking.csv'));
  await give('hut-booking.csv', csv);
  await page.getByText('A Jira export of').waitFor();
  const take = page.getByRole('button', { name: /^Import [1-9]\d* items$/ });
  await take.waitFor();
  const said = Number(/\d+/.exec((await take.textContent()) ?? '')![0]);
  await page.getByRole('table').filter({ hasText: 'HUT-' }).first().waitFor();
  for (const part of ['States', 'Columns']) {
    const one = page.locator('details').filter({ has: page.locator('summary', { hasText: part }) });
    if ((await one.getAttribute('open')) === null) await one.locator('summary').click();
  }
  await expect.poll(() => page.getByLabel('Summary becomes').inputValue()).toBe('title');
  await page.getByLabel('To Do means').selectOption('ready');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^Import [1-9]\d* items$/ }).click();
  await page.getByText('hut-booking.csv is in.').waitFor();
  await page.getByText(`${said} made, 0 changed`).waitFor();
  await page.getByRole('button', { name: 'Go to the backlog' }).click();
  await page.waitForURL('**/northwind/HUT/backlog');
  await page.getByText('HUT-22').first().waitFor();
  await expect.poll(async () => (await itemsOf(page)).length).toBeGreaterThan(3);
  expect(Object.keys(await backlog('HUT'))).toHaveLength(said);
  await expect.poll(async () => (await backlog('HUT'))['HUT-22']).toMatchObject({ title: 'Waiting list for full nights', estimate: { value: 5 } });
  noComplaints(admin);
});

test('the changed file again takes only what has changed, and what was edited here stays and is named', async () => {
  const { page } = admin;
  const before = await backlog('HUT');
  const item = await e2e.api<{ id: string }>(admin, 'GET /workspaces/northwind/items/HUT-22');
  await e2e.batch(admin, 'northwind', [{ verb: 'updateItem', input: { item: item.id, title: 'Ours stays' } }]);
  const csv = (await readFile(path.join(FILES, 'hut-booking.csv'), 'utf8'))
    .replace('Waiting list for full nights', 'Theirs')
    .replace('Cancel without a call', 'Cancel by one tap');
  await give('hut-booking.csv', Buffer.from(csv));
  await page.getByText('0 would be made, 2 changed').waitFor();
  await page.getByRole('button', { name: 'Import 2 items' }).click();
  await page.getByText('0 made, 1 changed').waitFor();
  await page.getByText('Changed as in the file: 1').click();
  await page.getByText(/Cancel by one tap: title$/).waitFor();
  await page.getByText('Edited here and left as it is: 1').waitFor();
  const after = await backlog('HUT');
  expect(after['HUT-22']!.title).toBe('Ours stays');
  expect(after['HUT-6']!.title).toBe('Cancel by one tap');
  expect(Object.keys(after)).toEqual(Object.keys(before));
  noComplaints(admin);
});

test('a table with semicolons in Windows-1252 is mapped by hand', async () => {
  const { page } = admin;
  const rows = ['Was;Wie viel;Wohin', 'Hütten am Weg zeigen;3;Übersicht', 'Süße Träume wünschen;5;Kür', 'Größe der Betten;8;Kür'];
  await give('wünsche.csv', Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1'), 'WEB');
  await page.getByLabel('Was becomes').waitFor();
  await expect.poll(() => page.getByLabel('Encoding').inputValue()).toBe('windows-1252');
  await expect.poll(() => page.getByLabel('Separator').inputValue()).toBe(';');
  await page.getByLabel('Was becomes').selectOption('title');
  await page.getByLabel('Wie viel becomes').selectOption('estimate');
  await page.getByRole('button', { name: 'Import 3 items' }).click();
  await page.getByText('3 made, 0 changed').waitFor();
  expect(Object.values(await backlog('WEB')).map(({ title, estimate }) => [title, estimate?.value])).toEqual([
    ['Hütten am Weg zeigen', 3],
    ['Süße Träume wünschen', 5],
    ['Größe der Betten', 8],
  ]);
  noComplaints(admin);
});

test('a file of several projects says which product each becomes, and what came into each', async () => {
  const { page } = admin;
  const rows = ['Issue key,Summary,Issue Type,Status', 'ONE-1,First of one,Story,To Do', 'TWO-1,First of two,Story,To Do', 'TWO-2,Second of two,Story,To Do'];
  await give('many.csv', Buffer.from(`${rows.join('\n')}\n`), 'WEB');
  await page.getByLabel('Its 2 projects become').selectOption('one product each');
  await page.getByText('Website gets none of them and stays as it is.').waitFor();
  await page.getByRole('button', { name: 'Import 3 items' }).click();
  await page.getByText('3 made, 0 changed, 0 as they were, in 2 products:').waitFor();
  await expect.poll(() => page.getByRole('region', { name: 'Import of many.csv' }).getByRole('link').allInnerTexts()).toEqual(['TWO\n2', 'ONE\n1']);
  expect(Object.keys(await backlog('TWO'))).toEqual(['TWO-1', 'TWO-2']);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('It was taken back.').waitFor();
  await expect.poll(() => backlog('TWO')).toEqual({});
  noComplaints(admin);
});

test('an empty product takes the first of several projects, again too; dates with the month by name are shown as they are read', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [{ verb: 'createProduct', input: { key: 'DOOR', name: 'Door' } }]);
  const rows = [
    'Issue key,Summary,Issue Type,Status,Created,Outward issue link (Blocks)',
    'LAMP-1,Light,Story,To Do,20/Jul/23 3:25 PM,CAVE-1',
    'LAMP-2,Shade,Story,To Do,20/Jul/23 3:26 PM,',
    'CAVE-1,Dark,Story,To Do,21/Jul/23 3:25 PM,',
  ];
  for (const [label, result] of [
    ['Import 3 items', '3 made, 0 changed, 0 as they were, in 2 products:'],
    ['Import 1 item', '0 made, 1 changed, 2 as they were, in 2 products:'],
  ] as const) {
    const text = `${rows.join('\n')}\n`;
    await give('two.csv', Buffer.from(label === 'Import 1 item' ? text.replace('Shade', 'Shadow') : text), 'DOOR');
    await page.getByText('Created: 20/Jul/23 3:25 PM is 20 Jul 2023').waitFor();
    await page.getByLabel('Its 2 projects become').selectOption('one product each');
    await page.getByText('Door takes LAMP.').waitFor();
    await page.getByRole('button', { name: label, exact: true }).click();
    await page.getByText(result).waitFor();
  }
  expect(Object.values(await backlog('DOOR')).map(({ title }) => title)).toEqual(['Light', 'Shadow']);
  expect(Object.keys(await backlog('CAVE'))).toEqual(['CAVE-1']);
  const { data } = await e2e.api<{ data: readonly unknown[] }>(admin, 'GET /workspaces/northwind/links');
  expect(data).toHaveLength(1);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('what an import has brought can be taken back', async () => {
  const { page } = admin;
  await give('more.csv', Buffer.from('Title,Status\nOne more,Waiting\nAnother,Waiting\n'), 'WEB');
  await page.getByRole('button', { name: 'Import 2 items' }).click();
  await page.getByText('2 made, 0 changed').waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('It was taken back').waitFor();
  expect(Object.keys(await backlog('WEB'))).toHaveLength(3);
  noComplaints(admin);
});

test('a picture and a broken quote are said to be so in a sentence, with their place', async () => {
  const { page } = admin;
  await give('plan.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]));
  await page.getByText('plan.csv can’t be read.').waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await give('broken.csv', Buffer.from('Title,Status\nOne,Ready\n"Two,Ready\nThree,Ready\n'));
  await page
    .getByText(/[Rr]ow 3/)
    .first()
    .waitFor();
  const before = Object.keys(await backlog('HUT'));
  await page.getByRole('button', { name: 'Take the other 2' }).waitFor();
  await page.getByRole('button', { name: 'Take nothing' }).click();
  await page.getByRole('button', { name: 'Take the other 2' }).waitFor({ state: 'detached' });
  expect(Object.keys(await backlog('HUT'))).toEqual(before);
  noComplaints(admin);
});
