import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { hold } from './finger.ts';
import { boxToDrag, toast } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const AT = '/northwind/TRL';
const API = '/workspaces/northwind';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = [5, 3, 8, 2].map((value, at) => ({ title: `Story ${at + 1}`, estimate: { kind: 'points', value } }));
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items: [...items, { title: 'Maps', type: 'epic' }] } },
    { verb: 'createTeam', input: { name: 'Trail crew', products: ['TRL'], pace: 20 } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.4' } },
  ]);
  const teams = await recordsIn(e2e, admin, 'teams');
  await e2e.batch(admin, 'northwind', [{ verb: 'createSprint', input: { team: teams[0]!.id } }]);
  const sprint = (await recordsIn(e2e, admin, 'sprints'))[0]!.id;
  await e2e.batch(admin, 'northwind', [
    { verb: 'planInSprint', input: { items: ['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4'], sprint } },
    { verb: 'setParent', input: { items: ['TRL-2'], parent: 'TRL-5' } },
    { verb: 'updateItems', input: { items: ['TRL-3'], type: 'bug', tags: ['maps', 'offline'] } },
  ]);
  await e2e.colleague(admin, { workspace: 'northwind', name: 'Tom Team', role: 'team-member' });
  const members = await recordsIn(e2e, admin, 'members');
  await e2e.batch(admin, 'northwind', [{ verb: 'addToTeam', input: { team: teams[0]!.id, member: members.find(({ name }) => name === 'Tom Team')!.id } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'addToTeam', input: { team: teams[0]!.id, member: members.find(({ name }) => name === 'Admin')!.id } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'startSprint', input: { sprint } }]);
});
afterAll(() => e2e.close());

const card = (page: Page, key: string): Locator => page.locator('li[data-row]').filter({ hasText: key });
const heads = (page: Page): Promise<string[]> => page.getByRole('region', { name: 'Board of Sprint 1' }).getByRole('heading').allTextContents();

async function byLanes(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^lanes/ }).click();
  await page.getByRole('option', { name }).click();
}

/** Drags a card to the free space at the end of a cell: the n-th of the columns, in a lane. */
async function dragTo(page: Page, key: string, { lane, column }: { lane: number; column: number }): Promise<void> {
  const columns = await page.locator('[data-row^="end:"]').count();
  const lanes = (await heads(page)).length || 1; // without lanes there is one without a head
  const onto = page.locator('[data-row^="end:"]').nth(lane * (columns / lanes) + column);
  const [from, to] = [await boxToDrag(card(page, key)), (await onto.boundingBox())!];
  await page.mouse.move(from.x + 8, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 28, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 12, { steps: 8 });
  await page.mouse.move(to.x + 42, to.y + 12, { steps: 2 });
  await page.mouse.up();
}

test('lanes are made by any field, which stands in the address; a card that is dragged to another lane becomes what it is of', async () => {
  const { page } = admin;
  await page.goto(`${AT}/sprint`);
  await page.getByRole('region', { name: 'Board of Sprint 1' }).waitFor();
  await byLanes(page, 'Epic');
  await expect.poll(() => heads(page)).toEqual(['TRL-5 Maps', 'Under nothing larger']);
  await dragTo(page, 'TRL-1', { lane: 0, column: 0 });
  await toast(page, /^TRL-1/).waitFor();
  await byLanes(page, 'Parent');
  await expect.poll(() => heads(page)).toEqual(['TRL-5 Maps', 'Under nothing larger']);
  await byLanes(page, 'Tags');
  await expect.poll(() => heads(page)).toEqual(['maps, offline', 'Without tags']);
  expect(await axeFaults(page)).toEqual([]);
  await dragTo(page, 'TRL-4', { lane: 0, column: 2 });
  await toast(page, 'TRL-4: In progress').waitFor();
  await byLanes(page, 'Type');
  await expect.poll(() => heads(page)).toEqual(['Stories', 'Bugs']);
  await byLanes(page, 'Category');
  await expect.poll(() => heads(page)).toEqual(['New features', 'Defects']);
  await byLanes(page, 'Estimate');
  await expect.poll(() => heads(page)).toEqual(['2 points', '3 points', '5 points', '8 points', 'Not estimated']);
  await dragTo(page, 'TRL-1', { lane: 3, column: 0 });
  await card(page, 'TRL-1').getByRole('button', { name: 'Estimate: 8' }).waitFor();
  await page.keyboard.press('Control+z');
  await byLanes(page, 'Due date');
  await expect.poll(() => heads(page)).toEqual(['Without a due date']);
  await byLanes(page, 'Release');
  await expect.poll(() => heads(page)).toEqual(['In no release']);
  await page.waitForURL(/lanes=release/);
  await card(page, 'TRL-1').click({ position: { x: 120, y: 8 } });
  await page.keyboard.press('r');
  await page.getByRole('option', { name: '2.4' }).click();
  await expect.poll(() => heads(page)).toEqual(['2.4', 'In no release']);
  await page.reload();
  await expect.poll(() => heads(page)).toEqual(['2.4', 'In no release']);
  const { data } = await e2e.api<{ data: { key: string; tags: string[]; parent: string | null }[] }>(admin, `GET ${API}/items?product=TRL&limit=20`);
  const item = (key: string) => data.find((one) => one.key === key)!;
  expect([item('TRL-4').tags, item('TRL-1').parent]).toEqual([['maps', 'offline'], item('TRL-2').parent]);
  await byLanes(page, 'No lanes');
  noComplaints(admin);
});

test('its columns are people: a card is given to somebody by drag and by key, and the lanes say how far it is', async () => {
  const { page } = admin;
  const columns = () => page.locator('[data-row-scroller] ul').evaluateAll((all) => [...new Set(all.map((list) => list.getAttribute('aria-label')))]);
  const of = (name: string) => page.getByRole('list', { name, exact: true });
  await page.goto(`${AT}/sprint`);
  await page.getByText('People', { exact: true }).click();
  await page.waitForURL(/columns=assignee/);
  await expect.poll(columns).toEqual(['Nobody', 'Admin', 'Tom Team']);
  await of('Nobody').getByText('TRL-1').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dragTo(page, 'TRL-1', { lane: 0, column: 2 });
  await toast(page, 'TRL-1: Tom Team').waitFor();
  await of('Tom Team').getByText('TRL-1').waitFor();
  await card(page, 'TRL-1').click({ position: { x: 120, y: 8 } });
  await page.keyboard.press('[');
  await toast(page, 'TRL-1: Admin').waitFor();
  await page.keyboard.press('[');
  await of('Nobody').getByText('TRL-1').waitFor();
  await byLanes(page, 'State');
  await expect.poll(() => heads(page)).toEqual(['Backlog', 'In progress']);
  await dragTo(page, 'TRL-1', { lane: 1, column: 2 });
  await of('Tom Team').nth(1).getByText('TRL-1').waitFor();
  const moved = async () => {
    const { assignee, stateGroup } = await e2e.api<{ assignee: string | null; stateGroup: string }>(admin, `GET ${API}/items/TRL-1`);
    return [assignee !== null, stateGroup];
  };
  await expect.poll(moved).toEqual([true, 'in-progress']);
  await page.keyboard.press('Control+z');
  await of('Nobody').first().getByText('TRL-1').waitFor();
  await byLanes(page, 'No lanes');
  await page.getByText('States', { exact: true }).click();
  noComplaints(admin);
});

test('a team says by key which columns its board has, and what stands in none of them is named at its end', async () => {
  const { page } = admin;
  const names = () => page.locator('[data-row-scroller] ul').evaluateAll((all) => all.map((list) => list.getAttribute('aria-label')));
  const usual = await names();
  const opener = page.getByRole('button', { name: 'Columns…' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Columns of the board' });
  await dialog.getByText('Every state has its column.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByLabel('Column 1', { exact: true }).fill('To do');
  await dialog.getByLabel('Ready stands in').selectOption({ label: 'To do' });
  await dialog.getByRole('button', { name: 'Take Ready away' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('In progress stands in').selectOption({ label: 'in no column' });
  await dialog.getByText('In no column: In progress. Cards that stand there are shown at the end of the board.').waitFor();
  await dialog.getByRole('button', { name: 'Take In progress away' }).click();
  await dialog.getByRole('button', { name: 'Set the columns' }).click();
  await toast(page, 'Columns set').waitFor();
  await expect.poll(names).toEqual(['To do', 'In review', 'Done', 'In no column: In progress']);
  await page.getByText('States', { exact: true }).click();
  await page.waitForURL(/columns=state/);
  await expect.poll(names).toEqual(usual);
  await page.getByText('Own', { exact: true }).click();
  await opener.click();
  await dialog.getByRole('button', { name: 'Back to the states' }).click();
  await expect.poll(names).toEqual(usual);
  noComplaints(admin);
});

test('a card is edited where it stands: its title by F2 or double click, its size and its person by a press', async () => {
  const { page } = admin;
  await card(page, 'TRL-2').click({ position: { x: 120, y: 8 } });
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Routes');
  await page.keyboard.press('Enter');
  await card(page, 'TRL-2').getByText('Routes').waitFor();
  await card(page, 'TRL-2')
    .getByRole('button', { name: /^Estimate/ })
    .click();
  await page.keyboard.press('8');
  await card(page, 'TRL-2').getByRole('button', { name: 'Estimate: 8' }).waitFor();
  await card(page, 'TRL-2')
    .getByRole('button', { name: /^Assignee/ })
    .click();
  await page.getByRole('option', { name: /Admin/ }).click();
  await card(page, 'TRL-2').getByRole('button', { name: 'Assignee: Admin' }).waitFor();
  noComplaints(admin);
});

test('on a phone a card that is held is dragged to another column with the finger, or asked for its menu', async () => {
  const phone = await e2e.person({ size: 'phone' });
  await phone.context.addCookies(await admin.context.cookies());
  const { page } = phone;
  await page.goto(`${AT}/sprint?columns=state`);
  await card(page, 'TRL-1').waitFor();
  const touch = await hold(card(page, 'TRL-1'), 'TRL-1');
  const ready = (await page.locator('[data-row^="end:"]').nth(1).boundingBox())!;
  await touch.move({ x: ready.x + 40, y: ready.y + 40 });
  await touch.move({ x: ready.x + 44, y: ready.y + 44 });
  const inReady = page.getByRole('list', { name: 'Ready', exact: true }).getByText('TRL-1');
  await inReady.waitFor(); // the board stands as after the drop
  await touch.up();
  await toast(page, 'TRL-1: Ready').waitFor();
  await inReady.waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await (await hold(card(page, 'TRL-2'), 'TRL-2')).up();
  await page.getByRole('menu', { name: 'Item' }).waitFor();
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});
