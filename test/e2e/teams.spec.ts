import { afterAll, beforeAll, expect, test } from 'vitest';
import { startE2e, type E2e, type Person } from './app.ts';
import { axeFaults } from './axe.ts';
import { toast } from './list.ts';
import { foundNorthwind, noComplaints, recordsIn } from './northwind.ts';

let e2e: E2e;
let admin: Person;
/** Monday of the week after the next, so that all days lie ahead. */
const monday = dayAfter(mondayOf(new Date()), 14);

beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
});
afterAll(() => e2e.close());

function mondayOf(now: Date): string {
  return dayAfter(now.toISOString().slice(0, 10), -((now.getUTCDay() + 6) % 7));
}
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The cells of the n-th coming round, from 0. */
const cells = async ({ page }: Person, at: number) =>
  (await page.locator('tbody tr').nth(at).locator('td').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());

/** Sets a number behind a chip. */
async function setNumber({ page }: Person, [chip, field]: [string, string], value: string): Promise<void> {
  await page.getByRole('button', { name: chip }).click();
  const box = page.getByRole('textbox', { name: field });
  await box.fill(value);
  await box.press('Enter');
  await box.waitFor({ state: 'detached' });
}

test('a team is named, gets people, days off and a calendar, and its capacity follows', async () => {
  const { page } = admin;
  await e2e.colleague(admin, { workspace: 'northwind', name: 'Jonas Okafor', role: 'team-member' }).then(({ context }) => context.close());
  await page.goto('/northwind/TRL/backlog');
  await page.getByRole('link', { name: 'Teams' }).click();
  await page.getByText('Who works together, and how long is a round?').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await page.keyboard.press('c');
  await page.getByLabel('Name').fill('Trail crew');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Trail crew' }).waitFor();
  await expect.poll(() => cells(admin, 1)).toEqual(['10', '–', '–', '–', '–']);

  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('option', { name: 'Jonas Okafor' }).click();
  await setNumber(admin, ['100 %', 'Share of Jonas Okafor'], '80');
  await setNumber(admin, ['pace not said', 'Pace of Trail crew in two weeks'], '20');
  // 10 days at 80 % are 8 days of people, and 48 hours at 6 a day
  await expect.poll(() => cells(admin, 1)).toEqual(['10', '8', '48', '20 points', '20 points']);

  await page.getByRole('button', { name: 'Bring a calendar' }).click();
  const plain = (day: string) => day.replaceAll('-', '');
  const events = [`SUMMARY:Trail day\r\nDTSTART;VALUE=DATE:${plain(monday)}`, `SUMMARY:Standup\r\nDTSTART:${plain(monday)}T090000Z`];
  const calendar = ['BEGIN:VCALENDAR', ...events.map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT`), 'END:VCALENDAR'].join('\r\n');
  await page.getByLabel('A calendar with holidays').setInputFiles({ name: 'free.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendar) });
  await page.getByText('1 not taken').click();
  await page.getByText('Standup: it is a matter of hours').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add 1 holiday' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Trail day' }).waitFor();
  await expect.poll(() => cells(admin, 1)).toEqual(['9', '7.2', '43.2', '18 points', '18 points']);

  await page.getByRole('button', { name: 'no days off' }).click();
  await page.getByRole('textbox', { name: 'First day' }).fill(dayAfter(monday, 1));
  await page.getByRole('textbox', { name: 'Last day' }).fill(dayAfter(monday, 2));
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '2 days off' }).waitFor();
  // 7 of 9 working days at 80 %: 5.6; a usual fortnight of 8 brings 20
  await expect.poll(() => cells(admin, 1)).toEqual(['9', '5.6', '33.6', '18 points', '14 points 4 fewer: 2 days off']);
  expect(await axeFaults(page)).toEqual([]);

  const { id } = (await recordsIn(e2e, admin, 'teams'))[0]!;
  const answer = await e2e.api<{ workingDays: number; hours: number }>(
    admin,
    `GET /workspaces/northwind/teams/${id}/capacity?from=${monday}&to=${dayAfter(monday, 13)}`,
  );
  expect(answer).toMatchObject({ workingDays: 9, personDays: 5.6, hours: 33.6, amount: { source: 'pace', byDays: 18, byPeople: 14 } });
  noComplaints(admin);
});

test('its time zone is chosen where it stands, and rounds of more than four weeks are pointed out', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /time zone/ }).click();
  await page.keyboard.type('auckland');
  await page.keyboard.press('Enter');
  await toast(page, 'Time zone Pacific/Auckland').waitFor();
  await page.keyboard.press('Control+z');
  await setNumber(admin, ['sprint 2 weeks', 'Sprint length of Trail crew'], '5');
  await page.getByText('longer than four weeks is unusual').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await setNumber(admin, ['sprint 5 weeks', 'Sprint length of Trail crew'], '4');
  await page.getByText('longer than four weeks is unusual').waitFor({ state: 'detached' });
  await setNumber(admin, ['sprint 4 weeks', 'Sprint length of Trail crew'], '2');
  noComplaints(admin);
});

test('working days, works and shares are changed where they stand, and taken back by the toast', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Friday' }).click();
  await expect.poll(async () => (await cells(admin, 2))[0]).toBe('8');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(async () => (await cells(admin, 2))[0]).toBe('10');

  await setNumber(admin, ['nothing', 'Kept for unplanned work by Trail crew'], '15');
  await page.getByRole('button', { name: '15 %' }).waitFor();
  await page.getByRole('button', { name: 'Another kind of work' }).click();
  await page.getByRole('option', { name: 'Technical debt' }).click();
  await page.getByRole('button', { name: 'nothing' }).click();
  const box = page.getByRole('textbox', { name: 'Kept for technical debt by Trail crew' });
  await box.fill('90');
  await box.press('Enter');
  await page.getByText('would come to 105 %').waitFor();

  await page.getByText('In flow').click();
  await page.getByRole('heading', { name: 'Capacity of the coming weeks' }).waitFor();
  await setNumber(admin, ['WIP limit', 'WIP limit of Trail crew'], '3');
  await page.getByRole('button', { name: 'WIP limit 3' }).waitFor();
  noComplaints(admin);
});

test('a member sees it and sets only the own days off, on a phone too; a stakeholder has no such place', async () => {
  const tom = await e2e.colleague(admin, { workspace: 'northwind', name: 'Tom Berg', role: 'team-member', size: 'phone' });
  await admin.page.getByRole('button', { name: 'Add a person' }).click();
  await admin.page.getByRole('option', { name: 'Tom Berg' }).click();
  await tom.page.goto('/northwind/-/teams');
  await tom.page.getByRole('button', { name: 'no days off' }).waitFor();
  await expect.poll(() => tom.page.getByRole('button', { name: 'Add a person' }).count()).toBe(0);
  await expect.poll(() => tom.page.getByRole('button', { name: '2 days off' }).count()).toBe(0);
  const box = await tom.page.getByRole('region', { name: 'Trail crew' }).boundingBox();
  expect(box!.x + box!.width).toBeLessThanOrEqual(390);
  expect(await axeFaults(tom.page)).toEqual([]);
  await tom.page.getByRole('button', { name: 'no days off' }).click();
  await tom.page.getByRole('textbox', { name: 'First day' }).fill(dayAfter(monday, 3));
  await tom.page.getByRole('button', { name: 'Add', exact: true }).click();
  await tom.page.getByRole('button', { name: '1 day off' }).waitFor();
  noComplaints(tom);
  await tom.context.close();

  const sam = await e2e.colleague(admin, { workspace: 'northwind', name: 'Sam Sales', role: 'stakeholder' });
  await sam.page.getByRole('link', { name: 'Releases' }).waitFor();
  await expect.poll(() => sam.page.getByRole('link', { name: 'Teams' }).count()).toBe(0);
  await sam.page.goto('/northwind/-/teams');
  await sam.page.getByText('Teams are for those who work in them.').waitFor();
  noComplaints(sam);
  await sam.context.close();
});
