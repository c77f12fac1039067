import { expect, test } from 'vitest';
import { CAST } from '../../../test/builders/cast.ts';
import { castApp, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';
import type { ReleaseHistory } from '../../domain/release/release-history.ts';

async function done(app: CastApp, ...asking: Parameters<CastApp['as']>): Promise<void> {
  const answer = await app.as(...asking);
  expect(answer.statusCode, answer.body).toBe(200);
}

onBothDatabases((fresh) => {
  test('the history of a release follows what comes in, is done and goes out, and says by whom', async () => {
    const app = await castApp(await fresh());
    const [one = '', two = ''] = app.items.app;
    expect((await app.as('pia', 'POST', 'products/APP/releases', { name: '2.4', state: 'active' })).statusCode).toBe(201);
    const { data } = (await app.as('pia', 'GET', 'releases')).json() as { data: { id: string; name: string }[] };
    const release = data.find(({ name }) => name === '2.4')!.id;
    const history = async () => {
      const [kept, fromFacts] = [await app.as('pia', 'GET', `releases/${release}/history`), await app.as('sam', 'GET', `releases/${release}/history`)];
      expect(kept.statusCode, kept.body).toBe(200);
      expect(kept.json()).toEqual(fromFacts.json()); // a stakeholder's is made from the beginning each time
      return kept.json() as ReleaseHistory;
    };
    expect((await history()).days).toEqual([]);
    for (const id of [one, two]) await done(app, 'pia', 'PATCH', `items/${id}`, { estimate: { kind: 'points', value: 3 } });
    await done(app, 'pia', 'POST', 'put-in-release', { items: [one, two], release });
    await done(app, 'ada', 'POST', 'put-in-release', { items: [two], release: null });
    const { days, changes } = await history();
    expect(days.map(({ scope, done: finished }) => [scope, finished])).toEqual([
      [
        { points: 3, items: 1 },
        { points: 0, items: 0 },
      ],
    ]);
    expect(changes.map(({ item, kind, by }) => [item, kind, by])).toEqual(
      expect.arrayContaining([
        [two, 'removed', CAST.ada.id],
        [two, 'added', CAST.pia.id],
        [one, 'added', CAST.pia.id],
      ]),
    );
  });
});
