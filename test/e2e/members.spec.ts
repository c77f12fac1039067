import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { foundNorthwind, noComplaints } from './northwind.ts';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Warn before the weather turns' }] } }]);
  await admin.page.goto('/northwind/-/members');
});
afterAll(() => e2e.close());

const row = ({ page }: Person, name: string) => page.getByRole('listitem').filter({ hasText: name });

/** Invites by the page and gives the link that it shows. */
async function inviteByPage({ page }: Person, name: string, email = ''): Promise<string> {
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a colleague' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  return link;
}

test('a colleague is invited by a link that is shown once, joins with a name and a password, and is seen to', async () => {
  const link = await inviteByPage(admin, 'Jonas', 'jonas@northwind.example');
  await row(admin, 'Jonas').getByText('invited, the link works until').waitFor();
  expect(await axeFaults(admin.page)).toEqual([]);

  const jonas = await e2e.person();
  await jonas.page.goto(link);
  await jonas.page.getByRole('heading', { name: 'Join Northwind' }).waitFor();
  expect(await axeFaults(jonas.page)).toEqual([]);
  await jonas.page.getByLabel('Your name').fill('Jonas Okafor');
  await jonas.page.getByLabel('Choose a password').fill('short');
  await jonas.page.getByRole('button', { name: 'Join Northwind' }).click();
  await jonas.page.getByText('At least 10 characters').waitFor();
  await jonas.page.getByLabel('Choose a password').fill(PASSWORD);
  await jonas.page.getByRole('button', { name: 'Join Northwind' }).click();
  await jonas.page.waitForURL('**/northwind/TRL/backlog');
  await jonas.page.getByText('Warn before the weather turns').waitFor();
  await row(admin, 'Jonas Okafor').waitFor(); // the name that he chose, without loading the page again

  await jonas.page.goto(link);
  await jonas.page.getByText('This invitation is used or has expired').waitFor();
  noComplaints(jonas);
  noComplaints(admin);
  await jonas.context.close();
});

test('an invitation may go without an e-mail: who joins says it', async () => {
  const link = await inviteByPage(admin, 'Aiko Kimura');
  const aiko = await e2e.person();
  await aiko.page.goto(link);
  await aiko.page.getByLabel('Choose a password').fill(PASSWORD);
  await aiko.page.getByRole('button', { name: 'Join Northwind' }).click();
  await aiko.page.getByText('You sign in with it.').waitFor();
  await aiko.page.getByLabel('E-mail').fill('jonas@northwind.example');
  await aiko.page.getByRole('button', { name: 'Join Northwind' }).click();
  await aiko.page.getByText('There is an account with this e-mail').first().waitFor();
  await aiko.page.goto(link);
  await aiko.page.getByLabel('E-mail').fill('aiko@northwind.example');
  await aiko.page.getByLabel('Choose a password').fill(PASSWORD);
  await aiko.page.getByRole('button', { name: 'Join Northwind' }).click();
  await aiko.page.waitForURL('**/northwind/TRL/backlog');
  await row(admin, 'Aiko Kimura').getByText('aiko@northwind.example').waitFor();
  noComplaints(aiko);
  await aiko.context.close();
});

test('a role is changed by keyboard alone, acts at once in the other browser, and is taken back by the toast', async () => {
  const ruth = await e2e.colleague(admin, { workspace: 'northwind', name: 'Ruth Sandoval', role: 'team-member' });
  await ruth.page
    .getByRole('button', { name: /^New item/ })
    .first()
    .waitFor();
  const { page } = admin;
  await page.getByRole('button', { name: 'Role of Ruth Sandoval: Team member' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Stakeholder' }).waitFor();
  await page.keyboard.type('St');
  await page.keyboard.press('Enter');
  await page.getByText('Ruth Sandoval is a stakeholder now').waitFor();
  await ruth.page
    .getByRole('button', { name: /^New item/ })
    .first()
    .waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await ruth.page
    .getByRole('button', { name: /^New item/ })
    .first()
    .waitFor();
  noComplaints(admin);
  noComplaints(ruth);
  await ruth.context.close();
});

test('a stakeholder lands on the roadmap, sees Roadmap, Releases and Backlog to read, and nothing to edit', async () => {
  const sam = await e2e.colleague(admin, { workspace: 'northwind', name: 'Sam Vance', role: 'stakeholder' });
  const { page } = sam;
  await page.waitForURL('**/northwind/TRL/roadmap');
  const places = page.getByRole('navigation', { name: 'Main' });
  await places.getByRole('link', { name: 'Roadmap' }).waitFor();
  await expect.poll(() => places.getByRole('link').allTextContents()).toEqual(['Backlog', 'Releases', 'Roadmap']);
  await expect.poll(() => page.getByRole('button', { name: /^New (item|release)/ }).count()).toBe(0);
  await places.getByRole('link', { name: 'Backlog' }).click();
  await page.getByText('Warn before the weather turns').waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^New item/ }).count()).toBe(0);
  await expect.poll(() => page.getByRole('region', { name: 'First steps' }).count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await places.getByRole('link', { name: 'Releases' }).click();
  await page.waitForURL('**/releases');
  await expect.poll(() => page.getByRole('button', { name: /^New release/ }).count()).toBe(0);

  await page.goto('/northwind/-/members');
  await page.getByText('Sam Vance').first().waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^(Invite|Role of|More for)/ }).count()).toBe(0);
  await expect.poll(() => page.getByText('has not signed in yet').count()).toBe(0); // who has is for those to know who invite
  noComplaints(sam);
  await sam.context.close();
});

test('who is removed loses the workspace at once and is invited again from among the named', async () => {
  const tom = await e2e.colleague(admin, { workspace: 'northwind', name: 'Tom Berg', role: 'team-member' });
  const { page } = admin;
  await page.getByRole('button', { name: 'More for Tom Berg' }).click();
  await page.getByRole('menuitem', { name: 'Remove from the workspace' }).click();
  await page.getByText('Tom Berg can no longer sign in').waitFor();
  await tom.page.getByText('There is nothing at this address, or it is not for you to see.').waitFor();
  await expect.poll(() => tom.page.getByText('Warn before the weather turns').count()).toBe(0);
  await page.getByRole('heading', { name: /^Can’t sign in/ }).waitFor();
  await page.getByRole('button', { name: 'Give Tom Berg a role' }).click();
  await page.getByRole('menuitem', { name: 'Team member' }).click();
  await page.getByRole('button', { name: 'Role of Tom Berg: Team member' }).waitFor();
  await tom.page.goto('/');
  await tom.page.waitForURL('**/northwind/TRL/backlog');
  noComplaints(admin);
  await tom.context.close();
});

test('the last admin stays one, and the page says why', async () => {
  const { page } = admin;
  const role = page.getByRole('button', { name: 'Role of Admin: Admin' });
  await expect.poll(() => role.getAttribute('aria-disabled')).toBe('true');
  await role.hover();
  await page.getByText('A workspace needs an admin. Make somebody else one first.').waitFor();
  await page.getByRole('button', { name: 'More for Admin' }).click();
  await expect.poll(() => page.getByRole('menuitem', { name: /^Leave the workspace/ }).getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Escape');
  noComplaints(admin);
});

test('members can be seen to on a phone', async () => {
  const { page } = admin;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.getByText('Jonas Okafor').first().waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('dialog', { name: 'Invite a colleague' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  noComplaints(admin);
});
