import { expect, test } from 'vitest';
import type { MeasuredPaceAnswer } from '../../domain/capacity/measured-pace.ts';
import { castApp, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';

const row = (source: string, resolvedOn: string | null) => ({
  source,
  key: null,
  title: source,
  cells: {},
  state: resolvedOn === null ? 'To do' : 'Done',
  estimate: { kind: 'points', value: 3 },
  createdOn: '2026-01-01',
  resolvedOn,
});

/** Takes rows in that were done on days before they came here. */
async function takeIn(app: CastApp, rows: readonly ReturnType<typeof row>[]): Promise<number> {
  const states = [
    { name: 'To do', group: 'backlog' },
    { name: 'Done', group: 'done' },
  ];
  await app.as('pia', 'POST', 'products/APP/imports', { file: 'a.csv', hash: '0'.repeat(64), rows: rows.length, states, highestNumber: 0 });
  const { data } = (await app.as('pia', 'GET', 'imports')).json();
  const answer = await app.as('pia', 'POST', `imports/${data.at(-1).id}/rows`, { rows });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().seq;
}

async function paceOf(app: CastApp): Promise<MeasuredPaceAnswer> {
  const [kept, fresh] = [await app.as('pia', 'GET', 'products/APP/measured-pace'), await app.as('sam', 'GET', 'products/APP/measured-pace')];
  expect(kept.statusCode, kept.body).toBe(200);
  expect(kept.json()).toEqual(fresh.json()); // a stakeholder's is made from the beginning each time
  return kept.json();
}

onBothDatabases((fresh) => {
  test('the measured pace follows what is finished, opened again and taken back after it was asked for', async () => {
    const app = await castApp(await fresh());
    expect((await paceOf(app)).items.why).toBe('nothing-finished');
    await takeIn(app, [row('a', '2026-01-05'), row('b', '2026-01-20'), row('c', '2026-02-03'), row('d', '2026-02-16'), row('e', null)]);
    const { points, items } = await paceOf(app);
    expect([points.pace, items.pace]).toEqual([3, 1]);
    const { data } = (await app.as('pia', 'GET', 'items?product=APP&limit=100')).json() as { data: { id: string; title: string; state: string }[] };
    const item = (title: string) => data.find((one) => one.title === title)!;
    await app.as('pia', 'PATCH', `items/${item('b').id}`, { estimate: { kind: 'points', value: 8 } });
    expect((await paceOf(app)).points.fortnights.map(({ amount }) => amount)).toEqual([3, 8, 3]);
    const opened = await app.as('pia', 'POST', 'set-state', { items: [item('b').id], state: item('e').state });
    expect(opened.statusCode, opened.body).toBe(200);
    expect((await paceOf(app)).items.fortnights.map(({ amount }) => amount)).toEqual([1, 0, 1]);
    const later = await takeIn(app, [row('f', '2026-03-02')]);
    expect((await paceOf(app)).items.fortnights.map(({ amount }) => amount)).toEqual([1, 0, 1, 1]);
    const undone = await app.as('pia', 'POST', `changes/${later}/undo`, {});
    expect(undone.statusCode, undone.body).toBe(200);
    expect((await paceOf(app)).items.fortnights.map(({ amount }) => amount)).toEqual([1, 0, 1]);
  });

  test('the measured pace begins again when a state comes to mean something else', async () => {
    const app = await castApp(await fresh());
    await takeIn(app, [row('a', '2026-01-05'), row('b', '2026-01-20'), row('c', '2026-02-03'), row('d', '2026-02-16')]);
    expect((await paceOf(app)).items.pace).toBe(1);
    const { data } = (await app.as('pia', 'GET', 'items?product=APP&limit=100')).json() as { data: { title: string; state: string }[] };
    const { state } = data.find(({ title }) => title === 'a')!;
    await app.as('pia', 'POST', 'products/APP/states', { name: 'Shipped', group: 'done' });
    const answer = await app.as('pia', 'PATCH', `states/${state}`, { group: 'in-progress' });
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await paceOf(app)).items.why).toBe('nothing-finished');
  });

  test('who asks at once gets the same answer', async () => {
    const app = await castApp(await fresh());
    await takeIn(app, [row('a', '2026-01-05'), row('b', '2026-01-20'), row('c', '2026-02-03'), row('d', '2026-02-16')]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.as('pia', 'GET', 'products/APP/measured-pace')));
    for (const answer of answers) expect(answer.json().points.pace).toBe(3);
  });
});
