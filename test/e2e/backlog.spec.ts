import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { itemsOf, pointAt, rowOf, toast } from './list.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [{ verb: 'createProduct', input: { name: 'Huts', key: 'HUT' } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'createRelease', input: { product: 'TRL', name: '2.4' } }]);
  await admin.page.goto('/northwind/TRL/backlog');
  await admin.page.getByText('Everything you might build, best first.').waitFor();
});
afterAll(() => e2e.close());

/** Presses keys one after another and counts them. */
async function press(page: Page, ...keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}
const titles = async (page: Page) => page.locator('[data-row] [data-cell=title]').allTextContents();
async function shows(page: Page, ...keys: string[]): Promise<void> {
  await expect.poll(() => itemsOf(page)).toEqual(keys);
}

/** Puts a text where a paste would take it from, and pastes it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

test('C, a title and Enter add an item, and the next one can be written at once', async () => {
  const { page } = admin;
  await press(page, 'c');
  await page.keyboard.type('Warn before the weather turns');
  await press(page, 'Enter');
  await rowOf(page, 'TRL-1').getByText('Warn before the weather turns').waitFor();
  await page.keyboard.type('Share a live position');
  await press(page, 'Enter');
  await rowOf(page, 'TRL-2').waitFor();
  await press(page, 'Escape');
  await shows(page, 'TRL-1', 'TRL-2');
  noComplaints(admin);
});

test('twenty pasted lines are twenty items, undone at once', async () => {
  const { page } = admin;
  await paste(page, Array.from({ length: 20 }, (_, at) => `${at % 5 === 0 ? '- bug: ' : '- '}Pasted ${at + 1}`).join('\n'));
  await toast(page, 'Added 20 items').waitFor();
  await expect.poll(async () => (await itemsOf(page)).length).toBe(22);
  await expect.poll(async () => (await titles(page)).slice(2, 4)).toEqual(['Pasted 1', 'Pasted 2']);
  await press(page, 'Control+z');
  await shows(page, 'TRL-1', 'TRL-2');
  await press(page, 'Control+Shift+z');
  await expect.poll(async () => (await itemsOf(page)).length).toBe(22);
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});

test('three selected rows go to the top with one press, in their own order', async () => {
  const { page } = admin;
  await press(page, 'Home', ...Array<string>(5).fill('j'), 'Shift+ArrowDown', 'Shift+ArrowDown');
  await page.getByRole('toolbar', { name: '3 selected' }).waitFor();
  await press(page, 'x');
  await page.getByRole('toolbar', { name: '2 selected' }).waitFor();
  await press(page, 'x');
  await page.getByRole('toolbar', { name: '3 selected' }).waitFor();
  expect(await press(page, 'Alt+Shift+ArrowUp')).toBe(1);
  await expect.poll(async () => (await itemsOf(page)).slice(0, 4)).toEqual(['TRL-6', 'TRL-7', 'TRL-8', 'TRL-1']);
  await press(page, 'Control+z');
  await expect.poll(async () => (await itemsOf(page)).slice(0, 3)).toEqual(['TRL-1', 'TRL-2', 'TRL-3']);
  await press(page, 'Escape');
  noComplaints(admin);
});

test('E and a digit estimate, and the cursor goes on to the next row', async () => {
  const { page } = admin;
  await press(page, 'Home', 'e', '5', 'e', '3');
  await rowOf(page, 'TRL-1').getByRole('button', { name: 'Estimate: 5' }).waitFor();
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 3' }).waitFor();
  await expect.poll(() => page.locator('[data-cursor]').textContent()).toContain('TRL-3');
  noComplaints(admin);
});

test('on a slow machine too nothing is lost of what is typed ahead', async () => {
  const { page, context } = admin;
  const machine = await context.newCDPSession(page);
  await machine.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  for (const points of [8, 2, 1]) {
    await press(page, 'Home', 'e', String(points), 'e', String(points));
    await rowOf(page, 'TRL-1')
      .getByRole('button', { name: `Estimate: ${points}` })
      .waitFor();
    await rowOf(page, 'TRL-2')
      .getByRole('button', { name: `Estimate: ${points}` })
      .waitFor();
  }
  await machine.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  for (let steps = 0; steps < 6; steps++) await press(page, 'Control+z');
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 3' }).waitFor();
  noComplaints(admin);
});

test('keys typed ahead go to one picker after the other, also where none has come yet', async () => {
  const { page } = admin;
  let isHeldBack = true;
  await page.route(/assets\/(ItemPicker|ChoiceLayer|PopoverLayer)/, async (route) => {
    while (isHeldBack) await new Promise((resolve) => setTimeout(resolve, 20));
    await route.continue();
  });
  await page.reload();
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 3' }).waitFor();
  await press(page, 'Home');
  await page.locator('[data-cursor]').filter({ hasText: 'TRL-1' }).waitFor();
  await press(page, 'e', '8', 'e', '2');
  isHeldBack = false;
  await rowOf(page, 'TRL-1').getByRole('button', { name: 'Estimate: 8' }).waitFor();
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 2' }).waitFor();
  await page.unroute(/assets/);
  await press(page, 'Control+z', 'Control+z');
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 3' }).waitFor();
  noComplaints(admin);
});

test('state, assignee, tags and release are set by their keys', async () => {
  const { page } = admin;
  await press(page, 'Home', 's');
  await page.getByRole('option', { name: 'In progress' }).waitFor();
  await page.keyboard.type('in pro');
  await press(page, 'Enter');
  await rowOf(page, 'TRL-1').getByRole('button', { name: 'State: In progress' }).waitFor();
  await press(page, 'a');
  await page.getByRole('option', { name: /^Admin/ }).waitFor();
  await page.keyboard.type('adm');
  await press(page, 'Enter');
  await rowOf(page, 'TRL-1').getByRole('button', { name: 'Assignee: Admin' }).waitFor();
  await press(page, 'l');
  await page.getByPlaceholder('Find or write a tag').waitFor();
  await page.keyboard.type('safety');
  await press(page, 'Enter', 'Escape');
  await rowOf(page, 'TRL-1').getByText('safety').waitFor();
  await page.getByPlaceholder('Find or write a tag').waitFor({ state: 'detached' });
  let actions = await press(page, 'r');
  await page.getByRole('option', { name: /^2\.4/ }).waitFor();
  await page.getByRole('option', { name: /^2\.4/ }).click();
  actions += 1;
  expect(actions).toBeLessThanOrEqual(2);
  await toast(page, /^TRL-1: .*2\.4/).waitFor();
  await rowOf(page, 'TRL-1').getByText('2.4 has no date').waitFor();
  noComplaints(admin);
});

test('all that is selected is changed at once, and goes to any position by the menu', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-4');
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'e', '2');
  await toast(page, '3 items: 2 points').waitFor();
  for (const key of ['TRL-4', 'TRL-5', 'TRL-6']) await rowOf(page, key).getByRole('button', { name: 'Estimate: 2' }).waitFor();
  await press(page, '.');
  await page.getByRole('menuitem', { name: 'To position…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('10');
  await press(page, 'Enter');
  await expect.poll(async () => (await itemsOf(page)).slice(9, 12)).toEqual(['TRL-4', 'TRL-5', 'TRL-6']);
  await press(page, 'Control+z', 'Control+z');
  await expect.poll(async () => (await itemsOf(page)).slice(3, 6)).toEqual(['TRL-4', 'TRL-5', 'TRL-6']);
  await rowOf(page, 'TRL-5')
    .getByRole('button', { name: 'Estimate: none' })
    .or(rowOf(page, 'TRL-5').getByRole('button', { name: /Estimate: ~/ }))
    .waitFor();
  await press(page, 'Escape');
  noComplaints(admin);
});

test('Enter is for the button or link that has the focus, and for the row again once one goes through the rows', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-2');
  await page.getByRole('button', { name: 'Filter' }).focus();
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press(page, 'ArrowDown', 'Enter');
  await page.waitForURL(/item=TRL-/);
  await press(page, 'Escape');
  await page.getByRole('link', { name: /^Releases/ }).focus();
  await press(page, 'Enter');
  await page.waitForURL(/\/releases$/);
  await page.goBack();
  await rowOf(page, 'TRL-2').waitFor();
  noComplaints(admin);
});

test('what is parked or thrown away leaves the list and comes back to where it stood', async () => {
  const { page } = admin;
  await press(page, 'Home', 'ArrowDown', 'p');
  await toast(page, 'Parked TRL-2').waitFor();
  await rowOf(page, 'TRL-2').waitFor({ state: 'detached' });
  await pointAt(page, 'TRL-3');
  await press(page, 'Delete');
  await toast(page, 'Moved TRL-3 to the trash').waitFor();
  await page.getByRole('link', { name: /^Parked/ }).click();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await page.getByRole('link', { name: /^Trash/ }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('link', { name: 'Ranked' }).click();
  await expect.poll(async () => (await itemsOf(page)).slice(0, 4)).toEqual(['TRL-1', 'TRL-2', 'TRL-3', 'TRL-4']);
  noComplaints(admin);
});

test('undo and redo go back and forth through everything one did', async () => {
  const { page } = admin;
  await pointAt(page, 'TRL-1');
  await press(page, 'Alt+Shift+ArrowDown');
  await expect.poll(async () => (await itemsOf(page)).at(-1)).toBe('TRL-1');
  await pointAt(page, 'TRL-2');
  await press(page, 'e', '8');
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 8' }).waitFor();
  await press(page, 'Control+z');
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 3' }).waitFor();
  await press(page, 'Control+z');
  await expect.poll(async () => (await itemsOf(page))[0]).toBe('TRL-1');
  await press(page, 'Control+Shift+z', 'Control+Shift+z');
  await expect.poll(async () => (await itemsOf(page)).at(-1)).toBe('TRL-1');
  await rowOf(page, 'TRL-2').getByRole('button', { name: 'Estimate: 8' }).waitFor();
  await press(page, 'Control+z', 'Control+z');
  await expect.poll(async () => (await itemsOf(page))[0]).toBe('TRL-1');
  noComplaints(admin);
});

test('filters stand in the address: they outlive a reload, and Back takes them away', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page
    .getByRole('menuitem', { name: 'Type' })
    .or(page.getByRole('menuitemcheckbox', { name: 'Type' }))
    .click();
  await page.getByRole('option', { name: 'Bug' }).click();
  await page.keyboard.press('Escape');
  const bugs = ['TRL-3', 'TRL-8', 'TRL-13', 'TRL-18'];
  await shows(page, ...bugs);
  expect(new URL(page.url()).searchParams.get('type')).toBe('bug');
  await page.reload();
  await shows(page, ...bugs);
  await press(page, '/');
  await page.keyboard.type('pasted 16');
  await shows(page, 'TRL-18');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(async () => (await itemsOf(page)).length).toBe(22);
  await page.goBack();
  await shows(page, 'TRL-18');
  await page.goBack();
  await shows(page, ...bugs);
  await page.goBack();
  await expect.poll(async () => (await itemsOf(page)).length).toBe(22);
  expect(new URL(page.url()).search).toBe('');
  noComplaints(admin);
});

test('the tree shows what is part of what, and opens and closes by key', async () => {
  const { page } = admin;
  await e2e.batch(admin, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Safety on the trail', type: 'epic' }] } }]);
  await e2e.batch(admin, 'northwind', [{ verb: 'setParent', input: { items: ['TRL-1', 'TRL-2'], parent: 'TRL-23' } }]);
  await page.getByRole('link', { name: 'Tree' }).click();
  const tree = page.getByRole('treegrid');
  const epic = tree.getByRole('row').filter({ hasText: 'Safety on the trail' });
  await epic.getByText('0 of 2').waitFor();
  await expect.poll(() => epic.getAttribute('aria-expanded')).toBe('false');
  await press(page, 'Home', 'ArrowRight');
  await tree.getByRole('row', { expanded: true }).waitFor();
  await expect.poll(() => tree.locator('[aria-level="2"]').count()).toBe(2);
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'ArrowLeft');
  await expect.poll(() => tree.locator('[aria-level="2"]').count()).toBe(0);
  noComplaints(admin);
});

test('three thousand rows scroll without a blank, by wheel and by key', async () => {
  const { page } = admin;
  for (let piece = 0; piece < 3; piece += 1)
    await e2e.batch(admin, 'northwind', [
      { verb: 'createItems', input: { product: 'HUT', items: Array.from({ length: 1000 }, (_, at) => ({ title: `Row ${piece * 1000 + at + 1}` })) } },
    ]);
  await page.goto('/northwind/HUT/backlog');
  await expect.poll(async () => Number(await page.getByRole('grid', { name: 'Backlog' }).getAttribute('aria-rowcount'))).toBeGreaterThanOrEqual(3_000);
  // What is seen at once after each step, before the browser draws its next frame.
  const blanks = await page.getByRole('grid', { name: 'Backlog' }).evaluate(async (scroller) => {
    const found: number[] = [];
    const far = scroller.scrollHeight - scroller.clientHeight;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let step = 0; step <= 60; step += 1) {
      scroller.scrollTop = (far * step) / 60;
      await frame();
      const box = scroller.getBoundingClientRect();
      for (let y = box.top + 40; y < box.bottom - 60; y += 30) {
        const there = document.elementFromPoint(box.left + 200, y);
        if (!there?.closest('[data-row], [role=rowgroup] button')) found.push(scroller.scrollTop);
      }
    }
    return found;
  });
  expect(blanks).toEqual([]);
  await rowOf(page, 'HUT-3000').waitFor();
  await pointAt(page, 'HUT-3000');
  await press(page, 'Alt+Shift+ArrowUp');
  await toast(page, 'Moved HUT-3000 to position 1 of 3,000').waitFor();
  await press(page, 'Home');
  await expect.poll(async () => (await itemsOf(page)).slice(0, 2)).toEqual(['HUT-3000', 'HUT-1']);
  noComplaints(admin);
});
