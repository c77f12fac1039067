import { expect, test } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { APP } from '../../../test/builders/cast.ts';
import { csvOf } from '../../../test/builders/file-of.ts';
import { appOver, castApp, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';
import type { Name } from '../../../test/builders/cast.ts';
import type { ImportRun } from '../../domain/import/import-run.ts';
import type { Mapping } from '../../io/mapping.ts';

type Table = readonly (readonly string[])[];
const HEAD = [
  'Summary',
  'Issue key',
  'Issue id',
  'Issue Type',
  'Status',
  'Project key',
  'Project name',
  'Created',
  'Resolved',
  'Custom field (Story Points)',
  'Parent id',
];
/** Rows as a Jira export has them: an epic and its stories. */
const jira = (count: number, { project = 'HUT', points = '3' } = {}): Table => [
  HEAD,
  ...Array.from({ length: count }, (_, at) => {
    const n = at + 1;
    const isEpic = n === 1;
    const isDone = n % 3 === 0;
    const id = String(10_000 + n + (project === 'HUT' ? 0 : 50_000));
    return [
      `Row ${project} ${n}`,
      `${project}-${n}`,
      id,
      isEpic ? 'Epic' : 'Story',
      isDone ? 'Done' : 'To Do',
      project,
      `Project ${project}`,
      '2026-01-05 09:00',
      isDone ? '2026-02-05 09:00' : '',
      isEpic ? '' : points,
      isEpic ? '' : String(10_001 + (project === 'HUT' ? 0 : 50_000)),
    ];
  }),
];

interface Brought {
  readonly file: string;
  readonly recognition: {
    readonly isReadable: boolean;
    readonly mapping: Mapping;
    readonly problems: readonly { code: string; message: string; row: number | null }[];
    readonly records: number;
  };
}
interface Report {
  readonly import: ImportRun | null;
  readonly isRunning: boolean;
  readonly isStopped: boolean;
  readonly problems: readonly { code: string; row: number | null; message: string }[];
  readonly kept: readonly unknown[];
  readonly changed: readonly { id: string; fields: readonly string[] }[];
}

async function bring(app: CastApp, body: string | Buffer, { who = 'pia' as Name | 'stranger', type = 'application/octet-stream' } = {}) {
  const headers = { authorization: `Bearer ${await app.token(who)}`, 'content-type': type };
  return app.ask({ method: 'POST', url: '/api/v1/workspaces/northwind/import-files?name=export.csv', headers, payload: body });
}
async function brought(app: CastApp, table: Table): Promise<Brought> {
  const answer = await bring(app, csvOf(table));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<Brought>();
}
const into = (mapping: Mapping, key = 'APP', name = 'Trailhead'): Mapping => ({
  ...mapping,
  projects: mapping.projects.map((project) => ({ ...project, product: { key, name } })),
});
async function begin(app: CastApp, { file, recognition }: Brought, mapping = into(recognition.mapping)): Promise<string[]> {
  const answer = await app.as('pia', 'POST', `import-files/${file}/import`, { mapping, product: 'APP' });
  expect(answer.statusCode, answer.body).toBe(202);
  return answer.json<{ data: { id: string }[] }>().data.map(({ id }) => id);
}
const reportOf = async (app: CastApp, run: string) => (await app.as('pia', 'GET', `imports/${run}/report`)).json<Report>();
async function ended(app: CastApp, run: string): Promise<Report> {
  for (let tries = 0; tries < 600; tries++) {
    const report = await reportOf(app, run);
    if (!report.isRunning) return report;
    await pause(20);
  }
  throw new Error('the import did not end');
}
const titles = (app: Pick<CastApp, 'host'>) =>
  app.host.read((view) =>
    [...view.all('item')]
      .filter(({ title }) => title.startsWith('Row'))
      .map(({ title, rank, number, parent, state }) => ({
        title,
        rank,
        number,
        parent: parent && view.get('item', parent).title,
        state: view.get('state', state).name,
      }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1)),
  );

onBothDatabases((fresh) => {
  test('a file is brought, looked over, taken in and reported; again it changes nothing, and a changed cell changes its item', async () => {
    const app = await castApp(await fresh());
    const file = await brought(app, [...jira(30), ['', 'HUT-99', '10099', 'Story', 'To Do', 'HUT', 'Project HUT', '', '', '', '']]);
    expect(file.recognition).toMatchObject({ isReadable: true, records: 31, mapping: { format: 'jira' } });
    const preview = await app.as('pia', 'POST', `import-files/${file.file}/preview`, { mapping: into(file.recognition.mapping), product: 'APP' });
    expect(preview.json()).toMatchObject({ counts: { make: 30, change: 0, keep: 0, skipped: 1 }, products: [{ key: 'APP', rows: 30 }] });
    expect((await titles(app)).length).toBe(0);
    const [run] = await begin(app, file);
    const report = await ended(app, run!);
    expect(report.import).toMatchObject({ state: 'done', rows: 30, done: 30, made: 30, updated: 0, skipped: 1 });
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'title-missing', row: 32 }));
    const before = await titles(app);
    expect(before).toHaveLength(30);
    expect(before[1]).toMatchObject({ title: 'Row HUT 2', parent: 'Row HUT 1', state: 'To Do' });

    expect(report.changed).toEqual([]);

    const same = await begin(app, await brought(app, jira(30)));
    const asBefore = await ended(app, same[0]!);
    expect([asBefore.import, asBefore.changed]).toMatchObject([{ made: 0, updated: 0, unchanged: 30 }, []]);
    const other = await begin(app, await brought(app, jira(31, { points: '8' })));
    const changed = await ended(app, other[0]!);
    expect(changed.import).toMatchObject({ made: 1, updated: 29, unchanged: 1 });
    expect(changed.changed).toHaveLength(29);
    expect(new Set(changed.changed.map(({ fields }) => fields.join()))).toEqual(new Set(['estimate']));
    expect((await titles(app)).slice(0, 30)).toEqual(before);
    await app.http.close();
  });

  test('product managers may import, others may not, and each sees only files of their own', async () => {
    const app = await castApp(await fresh());
    for (const who of ['tom', 'sam', 'gus'] as const) expect((await bring(app, csvOf(jira(3)), { who })).statusCode, who).toBe(403);
    expect((await bring(app, csvOf(jira(3)), { who: 'stranger' })).statusCode).toBe(404);
    const { file, recognition } = await brought(app, jira(3));
    const body = { mapping: into(recognition.mapping), product: 'APP' };
    for (const act of ['preview', 'import']) expect((await app.as('ada', 'POST', `import-files/${file}/${act}`, body)).statusCode, act).toBe(404);
    expect((await app.as('ada', 'POST', `import-files/${file}/recognise`, {})).statusCode).toBe(404);
    const [run] = await begin(app, { file, recognition });
    await ended(app, run!);
    expect((await app.as('tom', 'GET', `imports/${run}/report`)).statusCode).toBe(403);
    for (const act of ['take-back', 'continue']) expect((await app.as('tom', 'POST', `imports/${run}/${act}`)).statusCode, act).toBe(403);
    expect((await app.as('pia', 'GET', 'imports/00000000-0000-7000-8000-00000000dead/report')).statusCode).toBe(404);
    await app.http.close();
  });

  test('what is no table is said to be none, with a sentence, and nothing is taken', async () => {
    const app = await castApp(await fresh());
    const files: Record<string, [string | Buffer, string]> = {
      empty: ['\n', 'file-empty'],
      picture: [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'not-a-table'],
      zip: [Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), 'not-a-table'],
      json: ['{"issues": [{"title": "One"}]}', 'not-a-table'],
    };
    for (const [name, [bytes, code]] of Object.entries(files)) {
      const answer = await bring(app, bytes);
      expect(answer.statusCode, `${name}: ${answer.body}`).toBe(201);
      expect(answer.json<Brought>().recognition, name).toMatchObject({ isReadable: false, problems: [{ code }] });
    }
    expect((await bring(app, 'a', { type: 'text/csv' })).statusCode).toBe(415);
    await app.http.close();
  });

  test('a file that is too large is refused with a sentence that says to split it, and nothing of it is kept', async () => {
    const app = await castApp(await fresh(), { mostImportBytes: 1_000_000 });
    const large = await bring(app, Buffer.alloc(1_500_000, 'x,y\n'));
    expect(large.json()).toMatchObject({ status: 413, type: 'too-large', detail: expect.stringContaining('Split it') });
    expect(await app.store.db.selectFrom('import_chunks').select('n').execute()).toEqual([]);
    const fits = await bring(app, `Summary\n${'x\n'.repeat(200_001)}`);
    expect(
      fits
        .json<Brought>()
        .recognition.problems.map(({ message }) => message)
        .join(' '),
    ).toMatch(/200,000.*[Ss]plit/);
    await app.http.close();
  });

  test('several projects go into one product, or each into its own; a key that none can have stops all', async () => {
    const app = await castApp(await fresh());
    const table = [...jira(6), ...jira(4, { project: 'LODGE' }).slice(1)];
    const file = await brought(app, table);
    const each = {
      ...file.recognition.mapping,
      projects: file.recognition.mapping.projects.map((project) => ({ ...project, product: { key: project.key!, name: project.name! } })),
    };
    const wrong = { ...each, projects: each.projects.map((project, at) => (at === 1 ? { ...project, product: { key: '9-', name: 'x' } } : project)) };
    expect((await app.as('pia', 'POST', `import-files/${file.file}/import`, { mapping: wrong, product: 'APP' })).statusCode).toBe(422);
    expect((await titles(app)).length).toBe(0);
    const runs = await begin(app, file, each);
    expect(runs).toHaveLength(2);
    for (const run of runs) await ended(app, run);
    const keys = await app.host.read((view) =>
      [...view.all('item')]
        .filter(({ title }) => title.startsWith('Row'))
        .map(({ product, number, title }) => `${view.get('product', product).key}-${number} ${title}`),
    );
    expect(keys.toSorted()[0]).toBe('HUT-1 Row HUT 1');
    expect(keys).toContain('LODGE-4 Row LODGE 4');

    for (const run of runs) expect((await app.as('pia', 'POST', `imports/${run}/take-back`)).json()).toEqual({ kept: [] });
    expect((await titles(app)).length).toBe(0);
    const one = await begin(app, await brought(app, table));
    expect(one).toHaveLength(1);
    expect((await ended(app, one[0]!)).import).toMatchObject({ product: APP, made: 10 });
    await app.http.close();
  });

  test('links lead from one product of a file into another; a parent there becomes a link and is said; taken back nothing of it is left', async () => {
    const app = await castApp(await fresh());
    const [head, epic, story] = jira(2);
    const [, lodgeEpic, lodgeStory] = jira(2, { project: 'LODGE' });
    const table = [
      [...head!, 'Outward issue link (Blocks)'],
      [...epic!, ''],
      [...story!, 'LODGE-2'],
      [...lodgeEpic!, 'HUT-1'],
      [...lodgeStory!.slice(0, -1), '10001', ''],
    ];
    const file = await brought(app, table);
    const each = {
      ...file.recognition.mapping,
      projects: file.recognition.mapping.projects.map((project) => ({ ...project, product: { key: project.key!, name: project.name! } })),
    };
    const runs = await begin(app, file, each);
    const [report] = await Promise.all(runs.map((run) => ended(app, run)));
    const links = () =>
      app.host.read((view) =>
        [...view.all('link')].map(({ type, from, to }) => `${view.get('item', from).title} ${type} ${view.get('item', to).title}`).toSorted(),
      );
    expect(await links()).toEqual(['Row HUT 2 blocks Row LODGE 2', 'Row LODGE 1 blocks Row HUT 1', 'Row LODGE 2 relates Row HUT 1']);
    expect(report!.problems).toContainEqual(expect.objectContaining({ code: 'parent-in-other-product', row: 5 }));

    for (const run of runs) expect((await app.as('pia', 'POST', `imports/${run}/take-back`)).json()).toEqual({ kept: [] });
    expect([await links(), await titles(app)]).toEqual([[], []]);
    await app.http.close();
  });

  test('one that is cancelled while it runs is taken back whole, and others work on meanwhile', async () => {
    const app = await castApp(await fresh());
    const before = await app.host.read((view) =>
      (['item', 'state', 'alias', 'sourceRecord', 'import', 'member'] as const).map((name) => [...view.all(name)].length),
    );
    const [run] = await begin(app, await brought(app, jira(1500)));
    const ours = await app.as('ada', 'POST', 'products/APP/items', { items: [{ title: 'In between' }] });
    expect(ours.statusCode, ours.body).toBe(201);
    expect((await app.as('pia', 'POST', `imports/${run}/take-back`)).json()).toEqual({ kept: [] });
    const [items, ...rest] = before;
    expect(
      await app.host.read((view) => (['item', 'state', 'alias', 'sourceRecord', 'import', 'member'] as const).map((name) => [...view.all(name)].length)),
    ).toEqual([items! + 1, ...rest]);
    expect(await reportOf(app, run!)).toMatchObject({ import: null, isRunning: false, isStopped: false });
    await app.http.close();
  });

  test('one that a stop of the server cut off says at which row, and going on gives what an uninterrupted one gives', async () => {
    const data = await fresh();
    const app = await castApp(data);
    const [run] = await begin(app, await brought(app, jira(700)));
    const token = await app.token('pia');
    while ((await app.host.read((view) => view.get('import', run!).done)) === 0) await pause(1);
    await app.http.close();
    await app.store.close();

    const store = await data.open();
    const again = { ...(await appOver(store)), host: await store.host(app.workspace) };
    const headers = { authorization: `Bearer ${token}` };
    const ask = (method: 'GET' | 'POST', path: string) => again.http.inject({ method, url: `/api/v1/workspaces/northwind/imports/${run}/${path}`, headers });
    const report = (await ask('GET', 'report')).json<Report>();
    expect(report.isStopped).toBe(true);
    expect(report.import!.done).toBeLessThan(700);
    expect(report.import!.done % 50).toBe(0);
    expect((await ask('POST', 'continue')).statusCode).toBe(200);
    for (let tries = 0; (await ask('GET', 'report')).json<Report>().isRunning && tries < 600; tries++) await pause(20);
    expect((await ask('GET', 'report')).json<Report>().import).toMatchObject({ state: 'done', done: 700, made: 700 });

    const straight = await castApp(await fresh());
    const [other] = await begin(straight, await brought(straight, jira(700)));
    await ended(straight, other!);
    expect(await titles(again)).toEqual(await titles(straight));
    await again.http.close();
    await straight.http.close();
  });
});
