import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { toast, undoOf } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

const AT = '/northwind/TRL';

let e2e: E2e;
let admin: Person;
let release: string;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  const items = [5, 3, 8].map((value, at) => ({ title: `Story ${at + 1}`, estimate: { kind: 'points', value } }));
  await e2e.batch(admin, 'northwind', [
    { verb: 'createItems', input: { product: 'TRL', items } },
    { verb: 'createTeam', input: { name: 'Trail crew', products: ['TRL'], pace: 8 } },
    { verb: 'createRelease', input: { product: 'TRL', name: '2.4' } },
  ]);
  release = (await recordsIn(e2e, admin, 'releases'))[0]!.id;
});
afterAll(() => e2e.close());

/** What the keys go to, by its kind and its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return `${at?.tagName.toLowerCase()} ${at === document.body ? '' : (at?.getAttribute('aria-label') ?? at?.textContent)}`;
  });

/** Presses a button as who has no mouse does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

test('a sprint is planned, filled, started and closed by keys alone, and each time the keys go on where the next thing is', async () => {
  const { page } = admin;
  await page.goto(`${AT}/sprint`);
  await press(page, 'Plan Sprint 1');
  await expect.poll(() => focused(page)).toBe('h1 Sprint 1');

  await press(page, 'Fill to capacity (+2)');
  await toast(page, '2 items: in Sprint 1').waitFor();
  await undoOf(page, '2 items: in Sprint 1').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('button Fill to capacity (+2)'); // where one was before one went to the toast
  await page.keyboard.press('Enter');
  await toast(page, '2 items: in Sprint 1').waitFor();

  await press(page, 'Start');
  await page.getByRole('region', { name: 'Board of Sprint 1' }).waitFor();
  await expect.poll(() => focused(page)).toBe('h1 Sprint 1');

  await press(page, 'Close…');
  await page.getByRole('dialog').getByText('2 unfinished').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true); // the sheet has the keys
  for (let presses = 0; (await focused(page)) !== 'button Close the sprint' && presses < 12; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Review' }).waitFor();
  await expect.poll(() => focused(page)).toBe('h1 Sprint 1');

  await press(page, 'closed');
  await page.getByRole('option', { name: /^Sprint 2/ }).waitFor();
  await page.keyboard.type('Sprint 2');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('h1 Sprint 2');
  noComplaints(admin);
});

test('notes that are saved, or left as they were, give the keys to what opens them again', async () => {
  const { page } = admin;
  await press(page, 'planned');
  await page.getByRole('option', { name: /^Sprint 1/ }).waitFor();
  await page.keyboard.type('Sprint 1');
  await page.keyboard.press('Enter');
  await press(page, 'Write the review');
  await page.getByRole('textbox', { name: 'Review' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('button Write the review');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Review' }).waitFor();
  await page.keyboard.type('Calm weeks.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => focused(page)).toBe('button Edit the review');

  await page.goto(`${AT}/releases/${release}?view=notes`);
  await press(page, 'Edit');
  await expect.poll(() => focused(page)).toBe('textarea Release notes');
  await page.keyboard.type('Storms.');
  await press(page, 'Save');
  await expect.poll(() => focused(page)).toBe('button Edit');
  noComplaints(admin);
});

test('a release that was shipped, opened again or cancelled by keys has them in its head', async () => {
  const { page } = admin;
  await page.goto(`${AT}/releases/${release}`);
  await press(page, 'Ship');
  await page.getByRole('dialog', { name: 'Ship 2.4' }).waitFor();
  await press(page, 'Ship 2.4');
  await toast(page, 'Shipped 2.4').waitFor();
  await expect.poll(() => focused(page)).toBe('h1 2.4');
  await press(page, 'Open again');
  await toast(page, '2.4 is open again').waitFor();
  await expect.poll(() => focused(page)).toBe('h1 2.4');
  await press(page, 'More');
  await page.getByRole('menuitem', { name: /^Cancel the release/ }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Cancel 2.4' }).waitFor();
  await press(page, 'Cancel 2.4');
  await toast(page, 'Cancelled 2.4').waitFor();
  await expect.poll(() => focused(page)).toBe('h1 2.4');
  noComplaints(admin);
});
