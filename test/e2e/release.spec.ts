import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { itemsOf, later, pointAt, rowsOf, toast, today } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

const AT = '/northwind/TRL';
const DUE = later(today(), 42);

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly shippedOn: string | null;
}

let e2e: E2e;
let admin: Person;
let done: string;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const item = (title: string, points: number, type = 'story') => ({ title, type, estimate: { kind: 'points', value: points } });
  const items = [
    item('Warn of storms', 3),
    item('Crash at dusk', 2, 'bug'),
    item('Tidy the build', 1, 'chore'),
    item('Book a bed', 5),
    item('Call for help', 8),
  ];
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'drawLine', input: { product: 'TRL', pace: 20, on: DUE, name: '2.4' } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.5', dueOn: later(DUE, 42) } },
  ]);
  const { id } = await release('2.4');
  const states = await e2e.api<{ data: { id: string; group: string }[] }>(admin, 'GET /workspaces/northwind/states');
  done = states.data.find(({ group }) => group === 'done')!.id;
  await e2e.batch(admin, 'northwind', [{ verb: 'putInRelease', input: { items: ['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4'], release: id } }]);
  await admin.page.goto(`${AT}/releases/${id}`);
});
afterAll(() => e2e.close());

const releases = async () => (await e2e.api<{ data: Kept[] }>(admin, 'GET /workspaces/northwind/releases')).data;
const release = async (name: string) => (await releases()).find((one) => one.name === name)!;
const releaseOf = async (key: string) => {
  const { release: id } = await e2e.api<{ release: string | null }>(admin, `GET /workspaces/northwind/items/${key}`);
  return (await releases()).find((one) => one.id === id)?.name ?? null;
};

test('a release’s line counts what stands on its page, it is renamed in its title, and its head leads back', async () => {
  const { page } = admin;
  // Call for help, 8 points, is in no release: the backlog's line takes it, this page does not show it.
  await expect.poll(async () => (await rowsOf(page, 'Backlog of 2.4')).at(-1)).toContain('2.4');
  await page.getByText(/^11 of \d+ points/).waitFor();
  await page.getByRole('button', { name: 'Name: 2.4' }).dblclick();
  await page.keyboard.type('2.4 Weather');
  await page.keyboard.press('Enter');
  await toast(page, 'The release is called 2.4 Weather').waitFor();
  await expect.poll(async () => (await releases()).map(({ name }) => name)).toContain('2.4 Weather');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Name: 2.4' }).waitFor();
  await page.getByRole('link', { name: 'All releases' }).click();
  await page
    .getByRole('button', { name: /^2\.4/ })
    .getByText(/^11 of \d+ points above its line/)
    .waitFor();
  await page.getByRole('button', { name: /^2\.4/ }).click();
  await expect.poll(() => itemsOf(page, 'Backlog of 2.4')).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4']);
  noComplaints(admin);
});

test('by key a row goes up step by step, and the cursor stays with it', async () => {
  const { page } = admin;
  const rows = () => itemsOf(page, 'Backlog of 2.4');
  await pointAt(page, 'TRL-4');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(rows).toEqual(['TRL-1', 'TRL-2', 'TRL-4', 'TRL-3']);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(rows).toEqual(['TRL-1', 'TRL-4', 'TRL-2', 'TRL-3']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(rows).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4']);
  noComplaints(admin);
});

test('its progress is drawn from its start, in points and in items, as charts and as tables, and what came in and went out is listed', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Start' }).click();
  await expect.poll(async () => (await release('2.4')).state).toBe('active');
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items: ['TRL-1'], state: done } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'putInRelease', input: { items: ['TRL-5'], release: (await release('2.4')).id } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'putInRelease', input: { items: ['TRL-3'], release: null } }]);
  await page.getByRole('link', { name: 'Progress' }).click();
  // 3 + 2 + 1 + 5 points were there at the start; 8 came in and 1 went out; 3 are done.
  const chart = page.getByRole('figure', { name: 'Burnup' });
  await chart.getByText('Scope 18', { exact: true }).waitFor();
  await expect.poll(() => chart.getByRole('row').last().textContent()).toBe(`${today()}183`);
  await expect.poll(() => page.getByRole('figure', { name: 'Burndown' }).getByRole('row').last().textContent()).toBe(`${today()}15`);
  const scope = page.getByRole('region', { name: 'Scope changes' });
  await scope.getByText(/1 item \(8 points\) added, 1 item \(1 point\) removed/).waitFor();
  await expect
    .poll(() => scope.getByRole('listitem').allTextContents())
    .toEqual([
      expect.stringMatching(/^TRL-3Tidy the buildremoved .+ by Admin · −1 point$/),
      expect.stringMatching(/^TRL-5Call for helpadded .+ by Admin · \+8 points$/),
    ]);
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole('radio', { name: 'Items' }).check();
  await chart.getByText('Scope 4', { exact: true }).waitFor();
  await page.keyboard.press('t');
  await page.getByRole('region', { name: 'Burnup as a table' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('t');

  for (const [kind, begins] of [
    ['SVG', '<svg'],
    ['PNG', '\u{fffd}PNG'],
    ['CSV', '\uFEFF"Day","Scope","Done"\r\n'],
  ] as const) {
    await page.getByRole('button', { name: 'Save Burnup' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: kind }).click()]);
    expect(file.suggestedFilename()).toBe(`2.4-Burnup.${kind.toLowerCase()}`);
    expect((await readFile(await file.path(), 'utf8')).slice(0, begins.length), kind).toBe(begins);
  }

  // The chart follows what happens.
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items: ['TRL-2'], state: done } }]);
  await chart.getByText('Done 2', { exact: true }).waitFor();
  await e2e.batch(admin, 'northwind', [
    { verb: 'putInRelease', input: { items: ['TRL-5'], release: null } },
    { verb: 'putInRelease', input: { items: ['TRL-3'], release: (await release('2.4')).id } },
    { verb: 'setState', input: { items: ['TRL-3'], state: done } },
  ]);
  await page
    .getByRole('link', { name: /^Backlog/ })
    .last()
    .click();
  noComplaints(admin);
});

test('an item goes to another release by drag and by menu on the page of all releases, and each time the scope changes', async () => {
  const { page } = admin;
  const { id } = await release('2.4');
  await page.goto(`${AT}/releases`);
  await page.getByRole('button', { name: 'What is in 2.4' }).click();
  const row = page.locator('[data-carried=TRL-4]');
  await row.dragTo(page.locator('[data-release="2.5"]'));
  await toast(page, 'TRL-4 is in 2.5').waitFor();
  await expect.poll(() => releaseOf('TRL-4')).toBe('2.5');
  await page.getByRole('button', { name: 'What is in 2.5' }).click();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('list', { name: 'Open in 2.5' }).getByRole('button', { name: 'Move TRL-4' }).click();
  await page.getByRole('menuitem', { name: '2.4' }).click();
  await expect.poll(() => releaseOf('TRL-4')).toBe('2.4');
  await row.dragTo(page.locator('[data-out-of-release]'));
  await toast(page, 'TRL-4 is in no release').waitFor();
  await expect.poll(() => releaseOf('TRL-4')).toBeNull();
  await page.keyboard.press('Control+z');
  await expect.poll(() => releaseOf('TRL-4')).toBe('2.4');
  const { changes } = await e2e.api<{ changes: { item: string; kind: string }[] }>(admin, `GET /workspaces/northwind/releases/${id}/history`);
  const item = await e2e.api<{ id: string }>(admin, 'GET /workspaces/northwind/items/TRL-4');
  // Out to 2.5 and in again, out of every release and in again, the newest first.
  expect(changes.filter((change) => change.item === item.id).map(({ kind }) => kind)).toEqual(['added', 'removed', 'added', 'removed']);
  await page.getByRole('button', { name: /^2\.4/ }).click();
  await expect.poll(() => itemsOf(page, 'Backlog of 2.4')).toContain('TRL-4');
  noComplaints(admin);
});

test('milestones are set on its page and marked on the roadmap, and what it waits for outside it is listed', async () => {
  const { page } = admin;
  const bed = (await release('2.5')).id;
  await e2e.batch(admin, 'northwind', [
    { verb: 'putInRelease', input: { items: ['TRL-5'], release: bed } },
    { verb: 'createLink', input: { type: 'blocks', from: 'TRL-5', to: 'TRL-4' } },
  ]);
  await page.getByRole('link', { name: /^Around/ }).click();
  // What can be computed against it is listed, and a risk names its items, which open from there.
  const risks = page.getByRole('region', { name: 'Risks' });
  await risks.getByText('One item waits for work outside it').waitFor();
  await page
    .getByRole('region', { name: 'Readiness' })
    .getByText(/open items can be begun/)
    .waitFor();
  await risks.getByRole('button', { name: 'TRL-4' }).first().click();
  await page.getByRole('complementary', { name: 'Item' }).waitFor();
  await page.keyboard.press('Escape');
  const waiting = page.getByRole('region', { name: 'Waiting for others' });
  await expect.poll(() => waiting.getByRole('listitem').allTextContents()).toEqual(['TRL-4Book a bedwaits forTRL-5Call for helpin 2.5, which is later']);

  // With a second team there is a choice of who works on it, and what each can do by its date stands for itself.
  await e2e.batch(admin, 'northwind', [{ verb: 'createTeam', input: { name: 'Mobile', products: ['TRL'] } }]);
  await page.getByRole('button', { name: /^teams/ }).click();
  await page.getByRole('option', { name: 'Mobile' }).click();
  await page.keyboard.press('Escape');
  const capacity = page.getByRole('region', { name: 'Capacity' });
  await expect.poll(() => capacity.getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(/^Mobile\s+nobody has said how much it delivers$/)]);
  await page.getByRole('button', { name: /^teams/ }).click();
  await page.getByRole('option', { name: 'All teams of the product' }).click();
  await expect.poll(() => capacity.getByRole('listitem').count()).toBe(2);

  const milestones = page.getByRole('region', { name: 'Milestones' });
  await milestones.getByRole('button', { name: 'Milestone' }).click();
  await milestones.getByRole('textbox', { name: 'Name' }).fill('Outdoor fair');
  await milestones.getByLabel('Kind').selectOption({ label: 'Launch' });
  await milestones.getByRole('button', { name: 'Save' }).click();
  await milestones.getByRole('listitem').getByText('Outdoor fair').waitFor();
  await milestones.getByRole('button', { name: 'Change Outdoor fair' }).click();
  await milestones.getByRole('textbox', { name: 'Name' }).fill('Great outdoor fair');
  await milestones.getByRole('button', { name: 'Save' }).click();
  await milestones.getByRole('listitem').getByText('Great outdoor fair').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await page.goto(`${AT}/roadmap`);
  const lane = page.getByRole('region', { name: 'Timeline' }).getByRole('region', { name: 'Milestones' });
  expect(
    await lane
      .getByTitle(/^Great outdoor fair: /)
      .getByRole('img')
      .getAttribute('aria-label'),
  ).toBe('Launch');
  expect(await axeFaults(page)).toEqual([]);
  await lane.getByRole('link', { name: 'Great outdoor fair' }).click();
  await milestones.getByRole('button', { name: 'Remove Great outdoor fair' }).click();
  await milestones.getByText('Days that stand fast: a fair, a freeze, a launch.').waitFor();
  await e2e.batch(admin, 'northwind', [{ verb: 'putInRelease', input: { items: ['TRL-5'], release: null } }]);
  await page
    .getByRole('link', { name: /^Backlog/ })
    .last()
    .click();
  noComplaints(admin);
});

test('shipping asks where the unfinished goes, drafts the notes, and is taken back as one', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [{ verb: 'setState', input: { items: ['TRL-1', 'TRL-2', 'TRL-3'], state: done } }]);
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Ship 2.4' });
  await sheet.getByText('One item is unfinished').waitFor();
  await sheet.getByLabel('TRL-4 goes to').selectOption({ label: '2.5' });
  const notes = sheet.getByRole('textbox', { name: 'Release notes' });
  await expect.poll(() => notes.inputValue()).toBe('# 2.4\n\n## New\n\n- Warn of storms\n\n## Fixed\n\n- Crash at dusk\n');
  await notes.fill('# 2.4\n\nStay **dry**.\n');
  await sheet.getByRole('tab', { name: 'Preview' }).click();
  await expect.poll(() => sheet.locator('strong').textContent()).toBe('dry');
  expect(await axeFaults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Ship 2.4' }).click();
  await toast(page, 'Shipped 2.4').waitFor();
  await expect.poll(async () => (await release('2.4')).state).toBe('shipped');
  await expect.poll(async () => [(await release('2.4')).shippedOn, await releaseOf('TRL-4'), await releaseOf('TRL-1')]).toEqual([today(), '2.5', '2.4']);

  await page.getByRole('link', { name: 'Notes' }).click();
  await page.getByRole('main').getByText('Stay dry.').waitFor();
  await page.getByRole('button', { name: 'Copy' }).click();
  await toast(page, 'Copied the notes').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('# 2.4\n\nStay **dry**.\n');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download .md' }).click()]);
  expect([file.suggestedFilename(), await readFile(await file.path(), 'utf8')]).toEqual(['2.4-notes.md', '# 2.4\n\nStay **dry**.\n']);

  await page
    .getByRole('link', { name: /^Backlog/ })
    .last()
    .click();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => [(await release('2.4')).state, await releaseOf('TRL-4')]).toEqual(['active', '2.4']);
  noComplaints(admin);
});

test('a release is cancelled and opened again; what left it stays where it went', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Cancel the release…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Cancel 2.4' });
  await sheet.getByLabel('All go to').selectOption({ label: '2.5' });
  await sheet.getByRole('button', { name: 'Cancel 2.4' }).click();
  await expect.poll(async () => [(await release('2.4')).state, await releaseOf('TRL-4')]).toEqual(['cancelled', '2.5']);
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect.poll(async () => [(await release('2.4')).state, await releaseOf('TRL-4')]).toEqual(['planned', '2.5']);
  noComplaints(admin);
});

test('on a phone every look at a release is in sight', async () => {
  const { page, context } = await e2e.person({ size: 'phone' });
  await context.addCookies(await admin.context.cookies());
  await page.goto(`${AT}/releases/${(await release('2.4')).id}`);
  const looks = page.getByRole('navigation', { name: /^Views of/ }).getByRole('link');
  await looks.first().waitFor();
  for (const look of await looks.all()) {
    const { x, width } = (await look.boundingBox())!;
    expect([x >= 0, x + width <= 390], (await look.textContent()) ?? '').toEqual([true, true]);
  }
  await context.close();
});

test('notes are edited on a phone, and nothing there is wider than it', async () => {
  const phone = await e2e.person({ size: 'phone', theme: 'dark' });
  await phone.context.addCookies(await admin.context.cookies());
  const { page } = phone;
  await page.goto(`${AT}/releases/${(await release('2.4')).id}?view=notes`);
  await page.getByRole('button', { name: 'Edit' }).tap();
  await page.getByRole('textbox', { name: 'Release notes' }).fill('Soon.');
  await page.getByRole('button', { name: 'Save' }).tap();
  await page.getByRole('main').getByText('Soon.').waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(`${AT}/releases/${(await release('2.4')).id}?view=progress`);
  await page.getByRole('figure', { name: 'Burnup' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(phone);
  await phone.context.close();
});

test('notes are published as a page that anybody with the link reads, until it is taken away', async () => {
  const { page } = admin;
  await page.goto(`${AT}/releases/${(await release('2.4')).id}?view=notes`);
  await page.getByRole('button', { name: 'Publish a page…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish the notes of 2.4' });
  await dialog.getByRole('button', { name: 'Publish' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByText(/^Published on .+: anybody with the link can read these notes\.$/).waitFor();

  for (const look of [{ size: 'desk' }, { size: 'phone', theme: 'dark' }] as const) {
    const anybody = await e2e.person(look);
    await anybody.page.goto(link);
    await anybody.page.getByText('Soon.').waitFor();
    await expect.poll(() => anybody.page.title()).toBe('2.4');
    await expect.poll(() => anybody.page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.size === 'phone' ? 390 : 1440);
    expect(await anybody.context.cookies()).toEqual([]);
    expect(await axeFaults(anybody.page)).toEqual([]);
    noComplaints(anybody);
    await anybody.context.close();
  }

  await page.getByRole('button', { name: 'Stop publishing' }).click();
  await toast(page, 'The notes of 2.4 are no longer published').waitFor();
  await page.getByRole('button', { name: 'Publish a page…' }).waitFor();
  const late = await e2e.person();
  const answer = await late.page.goto(link);
  expect(answer?.status()).toBe(404);
  await late.page.getByRole('heading', { name: 'Nothing is here' }).waitFor();
  await late.context.close();
  noComplaints(admin);
});

test('an empty release without a date asks for one, and then for what shall be in it', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [{ verb: 'createRelease', input: { product: 'TRL', name: '2.9' } }]);
  await page.goto(`${AT}/releases/${(await release('2.9')).id}`);
  await page.getByRole('button', { name: 'Set date' }).click();
  await page.getByText('Write a day').waitFor();
  await page.getByRole('textbox', { name: 'By when? A date says how much fits' }).fill(later(today(), 14));
  await page.keyboard.press('Enter');
  await toast(page, /^2\.9: /).waitFor();
  await page.getByRole('button', { name: 'Choose from the backlog' }).click();
  await page.waitForURL(`**${AT}/backlog`);
  noComplaints(admin);
});

test('more than three open releases are pointed out where they stand side by side and on each of them, until there are fewer', async () => {
  const { page } = admin;
  const open = async () => (await releases()).filter(({ state }) => state === 'planned' || state === 'active');
  while ((await open()).length < 3)
    await e2e.batch(admin, 'northwind', [{ verb: 'createRelease', input: { product: 'TRL', name: `Later ${(await releases()).length}` } }]);
  const warning = page.getByRole('list', { name: 'Worth a second look' }).getByText('4 releases are open: one next and one or two later ones are usual.');
  await page.goto(`${AT}/releases`);
  await page.getByRole('heading', { name: 'Open 3' }).waitFor();
  expect(await warning.count()).toBe(0);
  await page.keyboard.press('c');
  await page.getByLabel('Name').fill('One too many');
  await page.keyboard.press('Enter');
  await warning.waitFor();
  await page.getByRole('link', { name: 'All releases' }).click();
  await warning.waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await warning.waitFor({ state: 'detached' });
  noComplaints(admin);
});

test('a release that runs for longer than three months, or brings nothing new, says so on its page and is made all the same', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [
    { verb: 'createRelease', input: { product: 'TRL', name: 'The long one', startOn: today(), dueOn: later(today(), 93) } },
    { verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Tidy the tests', type: 'chore' }] } },
  ]);
  const { data: items } = await e2e.api<{ data: { id: string; title: string }[] }>(admin, 'GET /workspaces/northwind/items?product=TRL&limit=50');
  const { id } = await release('The long one');
  await e2e.batch(admin, 'northwind', [{ verb: 'putInRelease', input: { items: [items.find(({ title }) => title === 'Tidy the tests')!.id], release: id } }]);
  await page.goto(`${AT}/releases/${id}`);
  const warnings = page.getByRole('list', { name: 'Worth a second look' });
  await warnings.getByText('It runs for 93 days: releases of up to three months are usual.').waitFor();
  await warnings.getByText('Its one item brings nothing new to anybody.').waitFor();
  noComplaints(admin);
});
