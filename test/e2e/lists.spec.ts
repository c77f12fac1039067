import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { boxToDrag, pointAt, rowOf, rowsOf, toast } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Safer days out', type: 'epic' }] } },
    {
      verb: 'createItems',
      input: { product: 'TRL', items: [{ title: 'Storm warning', parent: 'TRL-1', tags: ['safety'], estimate: { kind: 'points', value: 5 } }] },
    },
    { verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Compass drifts', type: 'bug', tags: ['android'] }, { title: 'Ask a guide' }] } },
  ]);
  await admin.page.goto('/northwind/TRL/backlog');
});
afterAll(() => e2e.close());

/** Pastes on the list, as a person does. */
async function paste({ page }: Person, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

test('a pasted list becomes items under the cursor at once, a long one after a look, and both are taken back as one', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-3');
  await paste(admin, '- [ ] bug: Map is blank\n2. Share a route\n\n* Offline search');
  await toast(page, 'Added 3 items').waitFor();
  await rowOf(page, 'TRL-7').waitFor();
  await expect.poll(() => rowsOf(page)).toEqual(expect.arrayContaining(['TRL-2', 'TRL-3', 'TRL-5', 'TRL-6', 'TRL-7', 'TRL-4']));
  await paste(admin, Array.from({ length: 60 }, (_, at) => `Idea ${at + 1}`).join('\n'));
  const dialog = page.getByRole('dialog', { name: 'Add 60 items' });
  await dialog.getByText('and 48 more.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add 60 items' }).click();
  await toast(page, 'Added 60 items').waitFor();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => rowOf(page, 'Idea').count()).toBe(0);
  await rowOf(page, 'Offline search').waitFor();
  noComplaints(admin);
});

test('C writes the next item directly below the row of the cursor, says at which position, and goes on below it', async () => {
  const { page } = admin;
  const shown = async () => (await rowsOf(page)).filter((row) => row.startsWith('TRL'));
  const before = await shown();
  await pointAt(page, 'TRL-2');
  await page.keyboard.press('c');
  const field = page.getByLabel(/^Title of the new item, position 2 of \d+$/);
  await field.waitFor();
  const places = await Promise.all([rowOf(page, 'TRL-2').boundingBox(), field.boundingBox(), rowOf(page, 'TRL-3').boundingBox()]);
  expect(places.map((place) => place!.y).toSorted((a, b) => a - b)).toEqual(places.map((place) => place!.y));
  await page.keyboard.type('Between the two');
  await page.keyboard.press('Enter');
  await toast(page, /^Added “Between the two” at position 2 of \d+$/).waitFor();
  await page.getByLabel(/^Title of the new item, position 3 of \d+$/).waitFor();
  await page.keyboard.type('And one more');
  await page.keyboard.press('Enter');
  await toast(page, /^Added “And one more” at position 3 of \d+$/).waitFor();
  await page.keyboard.press('Escape');
  const rows = await Promise.all(['Between the two', 'And one more', 'TRL-3'].map((words) => rowOf(page, words).getAttribute('aria-rowindex')));
  expect(rows.map(Number).toSorted((a, b) => a - b)).toEqual(rows.map(Number));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(shown).toEqual(before);
  noComplaints(admin);
});

test('what is selected is changed at once, also to a position that is written down', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-6');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: '2 selected' });
  await bar.getByRole('button', { name: 'Tags' }).click();
  await page.getByRole('combobox', { name: 'Tags' }).pressSequentially('safety');
  await page.keyboard.press('Enter');
  await toast(page, '2 items: tag safety').waitFor();
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'To position…' }).click();
  await page.getByRole('textbox', { name: /^Position/ }).fill('1');
  await page.keyboard.press('Enter');
  await toast(page, '2 items: position 1').waitFor();
  await expect.poll(async () => (await rowsOf(page)).filter((row) => row.startsWith('TRL')).slice(0, 2)).toEqual(['TRL-6', 'TRL-7']);
  expect(await axeFaults(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Select nothing' }).click();
  noComplaints(admin);
});

/** Takes a row with the mouse and holds it over the upper or lower half of another one. */
async function dragOver({ page }: Person, words: string, to: { over: string; half: 'upper' | 'lower' }): Promise<void> {
  const from = await boxToDrag(rowOf(page, words));
  await page.mouse.move(from.x + 4, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y + from.height / 2 + 12, { steps: 4 });
  const target = (await rowOf(page, to.over).boundingBox())!;
  const y = target.y + (to.half === 'upper' ? 4 : target.height - 4);
  await page.mouse.move(target.x + 40, y, { steps: 6 });
  await page.mouse.move(target.x + 42, y, { steps: 2 });
}

test('rows that are selected are dragged together by mouse and keep their order; Esc leaves them where they stood', async () => {
  const { page } = admin;
  const shown = async () => (await rowsOf(page)).filter((row) => row.startsWith('TRL'));
  const before = await shown();
  expect(before).toEqual(['TRL-6', 'TRL-7', 'TRL-2', 'TRL-3', 'TRL-5', 'TRL-4']);
  await pointAt(page, 'TRL-2');
  await page.keyboard.press('x');
  await pointAt(page, 'TRL-5');
  await page.keyboard.press('x');
  await page.getByRole('toolbar', { name: '2 selected' }).waitFor();
  await dragOver(admin, 'TRL-5', { over: 'TRL-6', half: 'upper' });
  await page.getByText('position 1 of 6').waitFor();
  await page.getByText('2 items').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('position 1 of 6').waitFor({ state: 'detached' });
  await page.mouse.up();
  await expect.poll(() => shown()).toEqual(before);
  await dragOver(admin, 'TRL-5', { over: 'TRL-6', half: 'upper' });
  await page.getByText('position 1 of 6').waitFor();
  await page.mouse.up();
  await expect.poll(shown).toEqual(['TRL-2', 'TRL-5', 'TRL-6', 'TRL-7', 'TRL-3', 'TRL-4']);
  await page.keyboard.press('Control+z');
  await expect.poll(shown).toEqual(before);
  await page.getByRole('button', { name: 'Select nothing' }).click();
  noComplaints(admin);
});

test('dropped between two rows of a filtered list, an item stands directly under the upper one in the whole', async () => {
  const { page } = admin;
  const shown = async () => (await rowsOf(page)).filter((row) => row.startsWith('TRL'));
  const place = (item: string, to: object) => e2e.batch(admin, 'northwind', [{ verb: 'moveItems', input: { product: 'TRL', items: [item], place: to } }]);
  await place('TRL-7', { to: 'bottom' });
  await page.goto('/northwind/TRL/backlog?tag=safety');
  await expect.poll(shown).toEqual(['TRL-6', 'TRL-2', 'TRL-7']);
  await dragOver(admin, 'TRL-6', { over: 'TRL-7', half: 'upper' });
  await page.getByText('position 2 of 6').waitFor();
  await page.mouse.up();
  await expect.poll(shown).toEqual(['TRL-2', 'TRL-6', 'TRL-7']);
  await page.goto('/northwind/TRL/backlog');
  await expect.poll(shown).toEqual(['TRL-2', 'TRL-6', 'TRL-3', 'TRL-5', 'TRL-4', 'TRL-7']);
  await place('TRL-6', { to: 'top' });
  await place('TRL-7', { after: 'TRL-6' });
  await expect.poll(shown).toEqual(['TRL-6', 'TRL-7', 'TRL-2', 'TRL-3', 'TRL-5', 'TRL-4']);
  noComplaints(admin);
});

test('filters stand in the address: a colleague’s link, back and reload show the same rows', async () => {
  const { page } = admin;
  await page.keyboard.press('/');
  await page.keyboard.type('s');
  await page.keyboard.press('Enter');
  const filter = page.getByRole('group', { name: 'Filter' });
  await filter.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tag', exact: true }).click();
  await page.getByRole('combobox', { name: 'Tag' }).pressSequentially('safety');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/backlog?q=s&tag=safety');
  const shown = async () => (await rowsOf(page)).filter((row) => row.startsWith('TRL'));
  await expect.poll(() => shown()).toEqual(['TRL-6', 'TRL-7', 'TRL-2']);
  expect(await axeFaults(page)).toEqual([]);
  await page.reload();
  await rowOf(page, 'TRL-2').waitFor();
  await expect.poll(() => shown()).toEqual(['TRL-6', 'TRL-7', 'TRL-2']);
  await filter.getByRole('button', { name: 'Remove tag safety' }).click();
  await expect.poll(shown).toContain('TRL-3');
  await page.goBack();
  await expect.poll(shown).toEqual(['TRL-6', 'TRL-7', 'TRL-2']);
  await filter.getByRole('button', { name: 'Clear' }).click();
  await page.waitForURL('**/backlog');
  noComplaints(admin);
});

test('the tree shows what is part of what and what it adds up to; keys open it and change parents', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Tree' }).click();
  const tree = page.getByRole('treegrid', { name: 'Backlog as a tree' });
  const epic = tree.getByRole('row').filter({ hasText: 'Safer days out' });
  await epic.getByText('5 points').waitFor();
  await expect.poll(async () => [await epic.getAttribute('aria-level'), await epic.getAttribute('aria-expanded')]).toEqual(['1', 'false']);
  await epic.getByText('TRL-1').click();
  await page.keyboard.press('ArrowRight');
  const story = tree.getByRole('row').filter({ hasText: 'Storm warning' });
  await expect.poll(() => story.getAttribute('aria-level')).toBe('2');
  await tree.getByRole('row').filter({ hasText: 'Compass drifts' }).getByText('TRL-3').click();
  await page.keyboard.press(']');
  await toast(page, 'TRL-3: under TRL-1').waitFor();
  await epic.getByText('0 of 2').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('[');
  await toast(page, 'TRL-3: without a parent').waitFor();
  await epic.getByText('0 of 1').waitFor();
  await dragOver(admin, 'TRL-3', { over: 'TRL-2', half: 'lower' });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await epic.getByText('0 of 1').waitFor();
  await dragOver(admin, 'TRL-3', { over: 'TRL-2', half: 'lower' });
  await page.mouse.up();
  await epic.getByText('0 of 2').waitFor();
  await expect.poll(() => tree.getByRole('row').filter({ hasText: 'Compass drifts' }).getAttribute('aria-level')).toBe('2');
  await page.keyboard.press('Control+z');
  await epic.getByText('0 of 1').waitFor();
  noComplaints(admin);
});

test('what is parked waits under its tag, what is in the trash for a month, and both come back', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Ranked' }).click();
  await pointAt(page, 'TRL-3');
  await page.keyboard.press('.');
  await page.getByRole('menuitem', { name: 'Park until…' }).click();
  await page.getByRole('textbox', { name: 'Back on' }).fill('+4w');
  await page.keyboard.press('Enter');
  await toast(page, /^TRL-3: parked until/).waitFor();
  await pointAt(page, 'TRL-4');
  await page.keyboard.press('Delete');
  await page.getByRole('link', { name: /^Parked/ }).click();
  const parked = page.getByRole('grid', { name: 'Parked' });
  await parked.getByText('android').first().waitFor();
  await parked
    .getByText(/^back /)
    .first()
    .waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await toast(page, 'TRL-3: back in the backlog').waitFor();
  await page.getByRole('link', { name: /^Trash/ }).click();
  await page.getByRole('grid', { name: 'Trash' }).getByText('30 days left', { exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Restore' }).click();
  await toast(page, 'TRL-4: restored').waitFor();
  await page.getByRole('link', { name: 'Ranked' }).click();
  await rowOf(page, 'TRL-4').waitFor();
  await expect.poll(async () => (await rowsOf(page)).filter((row) => row.startsWith('TRL'))).toEqual(['TRL-6', 'TRL-7', 'TRL-2', 'TRL-3', 'TRL-5', 'TRL-4']);
  noComplaints(admin);
});

test('when everything is parked, the empty backlog says so and leads there; taken back, all stands as before', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [
    { verb: 'createProduct', input: { key: 'OLD', name: 'Old plans' } },
    { verb: 'createItems', input: { product: 'OLD', items: [{ title: 'Postcards' }, { title: 'Paper maps' }] } },
  ]);
  await page.goto('/northwind/OLD/backlog');
  await pointAt(page, 'OLD-1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('p');
  await page.getByText(/Nothing is open now; \d+ items are parked\.$/).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Look at what is parked' }).click();
  await page.getByRole('grid', { name: 'Parked' }).getByText('Paper maps').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('link', { name: 'Ranked' }).click();
  await rowOf(page, 'OLD-2').waitFor();
  noComplaints(admin);
});
