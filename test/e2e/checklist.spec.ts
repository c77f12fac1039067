import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortDay } from '../../src/web/ui/format-day.ts';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { later, toast, today } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const AT = '/northwind/TRL';
const DUE = later(today(), 10);

let e2e: E2e;
let admin: Person;
let release: string;
let next: string;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createRelease', input: { product: 'TRL', name: '2.4', dueOn: DUE } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.5' } },
  ]);
  const data = await recordsIn(e2e, admin, 'releases');
  [release, next] = ['2.4', '2.5'].map((name) => data.find((one) => one.name === name)!.id) as [string, string];
  await admin.page.goto(`${AT}/releases/${release}?view=checklist`);
});
afterAll(() => e2e.close());

const phase = (name: string) => admin.page.getByRole('region', { name, exact: true });
const stepsIn = (name: string) =>
  phase(name)
    .getByRole('button', { name: /^Step: / })
    .filter({ hasNot: admin.page.locator('svg') });
const texts = async (name: string) => (await stepsIn(name).allTextContents()).filter((text) => text !== '');

test('an empty checklist says what it is for, and starts from the template in one press, which Undo takes back', async () => {
  const { page } = admin;
  await page.getByText('What has to be done for it besides the code: docs, legal, pricing, training.').waitFor();
  await page.getByRole('button', { name: 'Start from the template: 7 steps' }).click();
  await toast(page, '7 steps for 2.4').waitFor();
  await expect.poll(() => texts('Launch')).toEqual(['Say when it goes out to those who must know', 'Tell customers what is new']);
  // The date is in ten days: what was to be done three and four weeks before it is overdue, and that is a risk.
  await page.getByText('0 of 7 done · 3 overdue').waitFor();
  await page
    .getByRole('link', { name: /^Checklist/ })
    .getByText('7')
    .waitFor();
  await page.getByRole('link', { name: /^Around/ }).click();
  await page.getByText('Steps of its checklist are overdue').waitFor();
  await page.goBack();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Start from the template: 7 steps' }).waitFor();
  noComplaints(admin);
});

test('phases and steps are written, ticked off, given a day and somebody, moved and taken out where they stand', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Write the first step' }).click();
  await page.getByRole('textbox', { name: 'Add a step to Prepare' }).pressSequentially('Docs');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Legal');
  await page.keyboard.press('Enter');
  await expect.poll(() => texts('Prepare')).toEqual(['Docs', 'Legal']);
  await page.getByRole('textbox', { name: 'Add a phase' }).fill('Launch');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Add a step to Launch' }).pressSequentially('Ring the bell');
  await page.keyboard.press('Enter');
  await expect.poll(() => texts('Launch')).toEqual(['Ring the bell']);

  // Alt with an arrow goes from one phase into the next, and back.
  await phase('Prepare').getByRole('checkbox', { name: 'Legal' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => texts('Launch')).toEqual(['Legal', 'Ring the bell']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts('Prepare')).toEqual(['Docs', 'Legal']);

  await phase('Prepare').getByRole('checkbox', { name: 'Docs' }).check();
  await phase('Prepare').getByText('1 of 2').waitFor();
  const due = later(DUE, -7);
  await phase('Launch').getByRole('button', { name: 'any time' }).click();
  await page.getByRole('textbox', { name: 'Due' }).fill(due);
  await page.keyboard.press('Enter');
  await phase('Launch')
    .getByRole('button', { name: shortDay(due, today()) })
    .waitFor();
  await phase('Launch').getByRole('button', { name: 'nobody' }).click();
  await page.getByRole('option', { name: 'Admin' }).click();
  await phase('Launch').getByRole('button', { name: 'Admin' }).waitFor();

  // The day of a step moves with the date of the release.
  await e2e.batch(admin, 'northwind', [{ verb: 'updateRelease', input: { release, dueOn: later(DUE, 7) } }]);
  await phase('Launch')
    .getByRole('button', { name: shortDay(DUE, today()) })
    .waitFor();

  await stepsIn('Prepare').filter({ hasText: 'Legal' }).click();
  await page.getByRole('textbox', { name: 'Step', exact: true }).fill('Legal: privacy');
  await page.keyboard.press('Enter');
  await expect.poll(() => texts('Prepare')).toEqual(['Docs', 'Legal: privacy']);
  await phase('Prepare').getByRole('button', { name: 'Phase: Prepare' }).dblclick();
  await page.keyboard.type('Before');
  await page.keyboard.press('Enter');
  await expect.poll(() => texts('Before')).toEqual(['Docs', 'Legal: privacy']);
  noComplaints(admin);
});

test('a checklist is kept as the template, and another release without a date starts from it', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'What can be done with the checklist' }).click();
  await page.getByRole('menuitem', { name: 'Keep it as the template of Trailhead' }).click();
  await toast(page, 'Other releases can start from this checklist').waitFor();
  await page.goto(`${AT}/releases/${next}?view=checklist`);
  await page.getByRole('button', { name: 'Start from the template: 3 steps' }).click();
  await phase('Launch').getByRole('button', { name: '1 week before the date' }).waitFor();
  await page.getByText('0 of 3 done').waitFor();
  // Who only works on it ticks off, and plans nothing; on a phone too.
  const member = await e2e.colleague(admin, { workspace: 'northwind', name: 'Tom', role: 'team-member' });
  await member.page.setViewportSize({ width: 390, height: 844 });
  await member.page.goto(`${AT}/releases/${next}?view=checklist`);
  await member.page.getByRole('listitem').filter({ hasText: 'Docs' }).locator('label').click();
  await page.getByText('1 of 3 done').waitFor();
  await expect.poll(() => member.page.getByRole('textbox', { name: /^Add/ }).count()).toBe(0);
  await expect.poll(() => member.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(member.page)).toEqual([]);
  noComplaints(admin);
  noComplaints(member);
});

test('shipping says what of the checklist is not done', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  await page.getByRole('dialog').getByText('2 steps of its checklist are not done yet. They stay on it.').waitFor();
  await page.keyboard.press('Escape');
  noComplaints(admin);
});
