import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { castApp, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';
import type { Item } from '../../domain/backlog/item.ts';
import type { ImportRun } from '../../domain/import/import-run.ts';
import type { Mapping } from '../../io/mapping.ts';
import type { Problem } from '../../io/problem.ts';

interface Brought {
  readonly file: string;
  readonly recognition: { readonly isReadable: boolean; readonly mapping: Mapping; readonly problems: readonly Problem[] };
}

async function bring(app: CastApp, body: string | Buffer): Promise<Brought> {
  const headers = { authorization: `Bearer ${await app.token('pia')}`, 'content-type': 'application/octet-stream' };
  const answer = await app.ask({ method: 'POST', url: '/api/v1/workspaces/northwind/import-files?name=plan.csv', headers, payload: body });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<Brought>();
}
const asked = ({ recognition }: Brought) => ({ mapping: { ...recognition.mapping, projects: [] }, product: 'APP' });

async function preview(app: CastApp, brought: Brought): Promise<{ counts: Record<string, number>; problems: readonly Problem[] }> {
  return (await app.as('pia', 'POST', `import-files/${brought.file}/preview`, asked(brought))).json();
}

async function taken(app: CastApp, brought: Brought): Promise<{ import: ImportRun; problems: readonly Problem[] }> {
  const begun = await app.as('pia', 'POST', `import-files/${brought.file}/import`, asked(brought));
  expect(begun.statusCode, begun.body).toBe(202);
  const [{ id }] = begun.json<{ data: [{ id: string }] }>().data;
  for (;;) {
    const report = (await app.as('pia', 'GET', `imports/${id}/report`)).json<{ isRunning: boolean; import: ImportRun; problems: Problem[] }>();
    if (!report.isRunning) return report;
    await pause(20);
  }
}
const itemsOf = (app: CastApp): Promise<Item[]> => app.host.read((view) => [...view.all('item')]);

/** One fault of each kind, each in a row of its own; the rows without one are those that come in whole. */
const FAULTY = [
  'ID,Title,Type,Parent,Due,Description',
  '1,Whole,Epic,,2026-04-01,As it is',
  '2,No such day,Story,1,2026-02-30,',
  '3,Round,Feature,4,,',
  '4,and round,Feature,3,,',
  '5,Under a task,Story,6,,',
  '6,A task,Task,,,',
  '7,With a n\u0000ul,Story,1,,and a b\u0007ell',
  '8,=HYPERLINK("http://x.example"),Story,1,,+1 @SUM(A1) -2',
  '9,Too,wide,1,2026-04-01,a,b',
  '10,,Story,1,,without a title',
  '11,"never closed,Story,1,,',
  '12,Whole too,Story,1,2026-04-02,',
].join('\n');

/** What is to be said of it, by row. */
const SAID: readonly (readonly [number, string, string | null, Problem['loses']])[] = [
  [3, 'date-does-not-exist', 'Due', 'cell'],
  [4, 'parent-not-larger', 'Parent', 'cell'],
  [5, 'parent-cycle', 'Parent', 'cell'],
  [6, 'parent-not-larger', 'Parent', 'cell'],
  [8, 'characters-removed', 'Title', 'nothing'],
  [8, 'characters-removed', 'Description', 'nothing'],
  [9, 'quote-stray', 'Title', 'nothing'],
  [10, 'row-too-wide', null, 'row'],
  [11, 'title-missing', 'Title', 'row'],
  [12, 'quote-not-closed', 'Title', 'row'],
];
const said = (problems: readonly Problem[]) =>
  problems.flatMap(({ row, code, column, loses }) => (row === null ? [] : [[row, code, column, loses] as const])).toSorted((a, b) => a[0] - b[0]);

onBothDatabases((fresh) => {
  test('every fault of a file is named with its row and column before anything is taken; then everything else is, or nothing', async () => {
    const app = await castApp(await fresh());
    const before = await itemsOf(app);
    const brought = await bring(app, FAULTY);
    const look = await preview(app, brought);
    expect(said(look.problems)).toEqual(SAID);
    for (const { row, column, message } of look.problems) {
      if (row !== null) expect(message).toContain(`Row ${row}`);
      if (row !== null && column !== null) expect(message.toLowerCase()).toContain(column.toLowerCase());
    }
    expect(look.counts).toMatchObject({ make: 9, skipped: 3 });
    expect(await itemsOf(app), 'nothing was taken by looking').toEqual(before);

    const report = await taken(app, brought);
    expect(said(report.problems)).toEqual(SAID);
    expect(report.import).toMatchObject({ made: 9, skipped: 3 });
    const made = (await itemsOf(app)).filter(({ id }) => !before.some((item) => item.id === id));
    const by = (title: string) => made.find((item) => item.title === title)!;
    expect(made.map(({ title }) => title).toSorted()).toEqual(
      ['=HYPERLINK("http://x.example")', 'A task', 'No such day', 'Round', 'Under a task', 'Whole', 'Whole too', 'With a nul', 'and round'].toSorted(),
    );
    expect(by('No such day')).toMatchObject({ dueOn: null, parent: by('Whole').id });
    for (const title of ['Round', 'and round', 'Under a task']) expect(by(title).parent, title).toBeNull();
    const text = await app.host.text(by('=HYPERLINK("http://x.example")').description!);
    expect(text!.body, 'what starts like a formula is text').toBe('+1 @SUM(A1) -2');
    await app.http.close();
  });

  test('UTF-16 in both orders and Windows-1252 come in as they were written, the one without a mark with a word of warning', async () => {
    const app = await castApp(await fresh());
    const rows = (name: string) => `Title,Status\r\nGrüße aus ${name} “für” 5 €,Ready\r\n`;
    const little = Buffer.from(`\ufeff${rows('LE')}`, 'utf16le');
    const latin = Buffer.from(rows('1252').replace('“', '\u0093').replace('”', '\u0094').replace('€', '\u0080'), 'latin1');
    const files = { 'utf-16le': little, 'utf-16be': Buffer.from(`\ufeff${rows('BE')}`, 'utf16le').swap16(), 'windows-1252': latin };
    for (const [encoding, bytes] of Object.entries(files)) {
      const brought = await bring(app, bytes);
      expect(brought.recognition).toMatchObject({ isReadable: true, mapping: { encoding } });
      expect(brought.recognition.problems.map(({ code }) => code)).toEqual(encoding === 'windows-1252' ? ['encoding-guessed'] : []);
      expect((await taken(app, brought)).import).toMatchObject({ made: 1 });
    }
    const titles = (await itemsOf(app)).map(({ title }) => title).filter((title) => title.startsWith('Gr'));
    expect(titles.toSorted()).toEqual(['1252', 'BE', 'LE'].map((name) => `Grüße aus ${name} “für” 5 €`));
    await app.http.close();
  });
});
