import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { toast } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const AT = '/northwind/TRL';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  // A sprint of three weeks from Monday, 2 November; it is Sunday, 22 November, by the time one looks.
  e2e = await startE2e({ at: '2026-11-02T09:00:00Z' });
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    { verb: 'createTeam', input: { name: 'Trail crew', products: ['TRL'], pace: 8 } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.4', dueOn: '2026-12-18' } },
  ]);
  const team = (await recordsIn(e2e, admin, 'teams'))[0]!.id;
  await e2e.batch(admin, 'northwind', [{ verb: 'createSprint', input: { team, startOn: '2026-11-02', endOn: '2026-11-20' } }]);
  await e2e.moveTo('2026-11-22T09:00:00Z');
});
afterAll(() => e2e.close());

test('the last day of a sprint is the one near its first, and what was understood is said before it is sent', async () => {
  const { page } = admin;
  await page.goto(`${AT}/sprint`);
  await page.getByRole('button', { name: 'days 2 Nov – 20 Nov' }).click();
  const form = page.getByRole('dialog', { name: 'Days of the sprint' });
  const send = form.getByRole('button', { name: 'Set the days' });
  const stands = async () => (await send.boundingBox())!.y;
  const before = await stands();
  await form.getByLabel('Last day', { exact: true }).fill('10 Nov');
  await form.getByText('Tue, 10 Nov 2026').waitFor();
  expect(await stands()).toBe(before);
  await form.getByLabel('Last day', { exact: true }).fill('30 Oct');
  await form.getByText('Fri, 30 Oct 2026').waitFor();
  await send.click();
  await form.getByText('The date is before the start.').waitFor();
  expect(await stands()).toBe(before);
  await form.getByLabel('Last day', { exact: true }).fill('10 Nov 2027');
  await form.getByText('Wed, 10 Nov 2027').waitFor();
  await form.getByLabel('Last day', { exact: true }).fill('10 Nov');
  await send.click();
  await toast(page, '2 Nov – 10 Nov').waitFor();
  noComplaints(admin);
});

test('a release that would start after its date says so where the day is written', async () => {
  const { page } = admin;
  await page.goto(`${AT}/releases`);
  await page.getByRole('button', { name: /^2\.4/ }).click();
  await page.getByRole('button', { name: 'start none' }).click();
  await page.getByRole('textbox', { name: 'Start' }).fill('20 Dec');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Not after 18 Dec').waitFor();
  await page.getByRole('textbox', { name: 'Start' }).fill('10 Nov');
  await page.getByRole('dialog').getByText('Tue, 10 Nov 2026').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'start 10 Nov' }).waitFor();
  noComplaints(admin);
});
