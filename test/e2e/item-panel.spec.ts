import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
const titles = ['Keep the last forecast', 'Warn before the weather turns', 'Share a live position'];
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items: titles.map((title) => ({ title })) } },
    { verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Safer days out', type: 'epic' }] } },
  ]);
  await admin.page.goto('/northwind/TRL/backlog');
});
afterAll(() => e2e.close());

const panel = ({ page }: Person) => page.getByRole('complementary', { name: 'Item' });
const fact = (person: Person, name: string) => panel(person).getByRole('button', { name: new RegExp(`^${name}: `) });
const says = (person: Person, name: string, value: string) =>
  panel(person)
    .getByRole('button', { name: `${name}: ${value}`, exact: true })
    .waitFor();
/** Chooses something for a fact by typing. */
async function choose(person: Person, name: string, typed: string): Promise<void> {
  await fact(person, name).click();
  await person.page.getByRole('combobox', { name }).pressSequentially(typed);
  await person.page.keyboard.press('Enter');
}
async function add(person: Person, what: string): Promise<void> {
  await panel(person).getByRole('button', { name: 'Tag, date, link' }).click();
  await person.page.getByRole('menuitem', { name: what, exact: true }).click();
}

test('an item is opened from its row, and its facts are chosen where they stand', async () => {
  const { page } = admin;
  await page.getByText('Warn before the weather turns').click();
  await page.waitForURL('**/backlog?item=TRL-2');
  await choose(admin, 'State', 'ready');
  await says(admin, 'State', 'Ready');
  await fact(admin, 'Estimate').click();
  await page.getByRole('combobox', { name: 'Estimate' }).press('5');
  await says(admin, 'Estimate', '5 points');
  await choose(admin, 'Assignee', 'me');
  await choose(admin, 'Parent', 'safer');
  await panel(admin).getByRole('link', { name: 'Safer days out' }).waitFor();
  await choose(admin, 'Release', 'Spring');
  await says(admin, 'Release', 'Spring');
  await add(admin, 'Tags…');
  await page.getByRole('combobox', { name: 'Tags' }).pressSequentially('safety');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'safety', selected: true }).waitFor();
  await page.keyboard.press('Escape');
  await add(admin, 'Due date…');
  await page.getByRole('textbox', { name: 'Due' }).pressSequentially('+2w');
  await page.keyboard.press('Enter');
  await fact(admin, 'Due').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('the title is edited in place, and an empty one is refused', async () => {
  const { page } = admin;
  await panel(admin)
    .getByRole('button', { name: /^Title: / })
    .click();
  const title = panel(admin).getByRole('textbox', { name: 'Title' });
  await title.fill('   ');
  await page.keyboard.press('Enter');
  await panel(admin).getByText('A title is needed').waitFor();
  await title.fill('Warn before the weather turns on a saved route');
  await page.keyboard.press('Enter');
  await page.getByRole('row').getByText('Warn before the weather turns on a saved route').waitFor();
  noComplaints(admin);
});

test('a link is found by key, and a circle of blockers is refused and named in place', async () => {
  const { page } = admin;
  await add(admin, 'Blocked by…');
  await page.getByRole('combobox', { name: 'Blocked by' }).pressSequentially('trl-1');
  await page.getByRole('option', { name: /TRL-1/ }).waitFor();
  await page.keyboard.press('Enter');
  await panel(admin).getByRole('list', { name: 'Blocked by' }).getByText('Keep the last forecast').waitFor();
  await add(admin, 'Blocks…');
  await page.getByRole('combobox', { name: 'Blocks' }).pressSequentially('keep the');
  await page.keyboard.press('Enter');
  await panel(admin).getByRole('alert').getByText('TRL-2 → TRL-1 → TRL-2').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await panel(admin).getByRole('button', { name: 'Dismiss' }).click();
  noComplaints(admin);
});

test('criteria are pasted, ticked off, moved and taken back', async () => {
  const { page } = admin;
  const list = panel(admin).getByRole('region', { name: 'Acceptance criteria' });
  const words = () =>
    list.getByRole('button', { name: /^Criterion: / }).evaluateAll((all) => all.flatMap((one) => (one.getAttribute('aria-haspopup') ? [] : [one.textContent])));
  await panel(admin).getByRole('textbox', { name: 'Add a criterion' }).focus();
  await page.evaluate(() => navigator.clipboard.writeText('- [ ] Given a route, when it storms, then one message\n2. Never twice a day\n* Works offline'));
  await page.keyboard.press('Control+V');
  await list.getByRole('checkbox', { name: 'Works offline' }).waitFor();
  await expect.poll(() => words()).toEqual(['Given a route, when it storms, then one message', 'Never twice a day', 'Works offline']);
  await expect.poll(() => list.locator('strong').allTextContents()).toEqual(['Given', 'when', 'then']);
  await list.getByRole('checkbox', { name: 'Never twice a day' }).click();
  await list.getByText('1 of 3').waitFor();
  await list.getByRole('button', { name: 'Criterion: Works offline' }).first().focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(words).toEqual(['Given a route, when it storms, then one message', 'Works offline', 'Never twice a day']);
  const entry = panel(admin).getByRole('listitem').filter({ hasText: 'put the criteria in another order' });
  await entry.hover();
  await entry.getByRole('button', { name: 'Take this change back' }).click();
  await expect.poll(words).toEqual(['Given a route, when it storms, then one message', 'Never twice a day', 'Works offline']);
  noComplaints(admin);
});

test('an unsaved description survives a reload, and who was slower sees both texts and loses none', async () => {
  const { page } = admin;
  await panel(admin).getByRole('button', { name: 'Describe it' }).click();
  const editor = () => panel(admin).getByRole('textbox', { name: 'Description' });
  await editor().fill('Mine, **first**.');
  await page.reload();
  await editor().waitFor();
  await expect.poll(() => editor().inputValue()).toBe('Mine, **first**.');
  await e2e.batch(admin, 'northwind', [{ verb: 'writeDescription', input: { item: 'TRL-2', base: null, text: 'Theirs.' } }]);
  await panel(admin).getByText('Somebody saved this text while you were writing.').waitFor();
  await expect.poll(() => panel(admin).getByLabel('Their text').inputValue()).toBe('Theirs.');
  await panel(admin).getByRole('button', { name: 'Add theirs below mine' }).click();
  await editor().press('Control+Enter');
  const read = panel(admin).getByRole('region', { name: 'Description' });
  await read.locator('strong').getByText('first').waitFor();
  await read.getByText('Theirs.').waitFor();
  await page.reload();
  await read.locator('strong').getByText('first').waitFor();
  noComplaints(admin);
});

test('the history says who did what, and declining asks why', async () => {
  const { page } = admin;
  await panel(admin)
    .getByRole('button', { name: /^\d+ earlier$/ })
    .click();
  for (const line of ['changed its description', 'added 3 criteria', 'put it in Spring', 'estimated it at 5 points', 'added it'])
    await panel(admin).getByText(line).first().waitFor();
  await choose(admin, 'State', 'declined');
  await page.getByRole('textbox', { name: 'Why not?' }).fill('Others do it better');
  await page.keyboard.press('Enter');
  await panel(admin).getByText('“Others do it better”').first().waitFor();
  await panel(admin).getByRole('button', { name: 'Reopen' }).click();
  await says(admin, 'State', 'Backlog');
  noComplaints(admin);
});

test('a long history goes on beyond what was loaded at first', async () => {
  const { page } = admin;
  for (let value = 0; value < 105; value++)
    await e2e.batch(admin, 'northwind', [{ verb: 'updateItem', input: { item: 'TRL-3', estimate: { kind: 'points', value: value % 2 ? 5 : 8 } } }]);
  await page.goto('/northwind/TRL/backlog?item=TRL-3');
  await panel(admin)
    .getByRole('button', { name: /^\d+ earlier$/ })
    .click();
  const made = panel(admin).getByText('added it');
  await expect.poll(() => made.count()).toBe(0);
  await panel(admin).getByRole('button', { name: 'Show older' }).click();
  await made.waitFor();
  await expect.poll(() => panel(admin).getByRole('button', { name: 'Show older' }).count()).toBe(0);
  await e2e.batch(admin, 'northwind', [{ verb: 'updateItem', input: { item: 'TRL-3', title: 'Share a position' } }]);
  await panel(admin).getByText('renamed it').first().waitFor();
  await made.waitFor();
  await page.goto('/northwind/TRL/backlog?item=TRL-2');
  noComplaints(admin);
});

test('who only reads sees everything and no way to change it; on a phone the panel is the screen', async () => {
  const sam = await e2e.colleague(admin, { workspace: 'northwind', name: 'Sam Stakeholder', role: 'stakeholder', size: 'phone' });
  await sam.page.goto('/northwind/TRL/backlog?item=TRL-2');
  await panel(sam).getByRole('heading', { name: 'Warn before the weather turns on a saved route' }).waitFor();
  await panel(sam).getByRole('checkbox', { name: 'Works offline' }).waitFor();
  await expect.poll(() => panel(sam).boundingBox()).toMatchObject({ x: 0, width: 390 });
  await panel(sam)
    .getByRole('button', { name: /^\d+ earlier$/ })
    .waitFor();
  const buttons = await panel(sam)
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
  expect(buttons).toEqual(['TRL-2', 'Previous item', 'Next item', 'More', 'Close', expect.stringMatching(/earlier$/)]);
  await panel(sam).getByRole('button', { name: 'More' }).click();
  await sam.page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
  await expect.poll(() => sam.page.getByRole('menuitem').allTextContents()).toEqual(['Copy key', 'Copy link']);
  expect(await axeFaults(sam.page)).toEqual([]);
  noComplaints(sam);
  await sam.context.close();
});
