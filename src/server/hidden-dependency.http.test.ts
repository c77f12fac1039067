import { expect, test } from 'vitest';
import { APP } from '../../test/builders/cast.ts';
import { castApp } from '../../test/cast-app.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { dayIn, addDays, type Instant } from '../domain/kernel/day.ts';

onBothDatabases((fresh) => {
  test('what waits for an item of a product that the asker may not see says that it waits, and never for what', async () => {
    const app = await castApp(await fresh());
    const [item] = app.items.app;
    const dueOn = addDays(dayIn('Europe/Berlin', new Date().toISOString() as Instant), 21);
    const team = await app.as('ada', 'POST', 'teams', { name: 'Web', products: [APP], pace: 10 });
    expect(team.statusCode).toBe(201);
    const release = ((await app.as('ada', 'POST', `products/${APP}/releases`, { name: '2.4', goal: 'Dry feet', dueOn })).json() as { id: string }).id;
    await app.as('ada', 'POST', 'put-in-release', { items: [item], release });
    expect((await app.as('ada', 'POST', 'links', { type: 'blocks', from: app.items.web, to: item })).statusCode).toBe(201);

    // Who sees both products is told its name; a guest of the one is not.
    expect((await app.as('ada', 'GET', `releases/${release}/report`)).json()).toMatchObject({
      border: [{ item, blocker: app.items.web, why: 'other-product' }],
    });
    expect((await app.as('gus', 'GET', `releases/${release}/report`)).json()).toMatchObject({
      border: [{ item, blocker: null, why: 'other-product', release: null }],
    });
    expect((await app.as('gus', 'GET', `releases/${release}/risks`)).json()).toMatchObject({
      readiness: { ready: 0, of: 1 },
      risks: expect.arrayContaining([{ code: 'across-border', items: [item] }]) as unknown,
    });
    const { rows } = (await app.as('gus', 'GET', `products/${APP}/cutline`)).json() as {
      rows: { item: string; mark: string; reason: { code: string } | null }[];
    };
    expect(rows.find((row) => row.item === item)).toMatchObject({ mark: 'coral', reason: { code: 'held-by-hidden' } });

    const asked = ['report', 'risks', 'history'].map((what) => `releases/${release}/${what}`);
    const others = [
      `products/${APP}/cutline`,
      `products/${APP}/funnel`,
      `products/${APP}/funnel-history`,
      `products/${APP}/roadmap`,
      `items/${item}/why`,
      'links',
      'items',
    ];
    for (const path of [...asked, ...others]) {
      const answer = await app.as('gus', 'GET', path);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      for (const hidden of [app.items.web, 'Web one', 'WEB-']) expect([path, answer.body.includes(hidden)]).toEqual([path, false]);
    }
    for (const path of [`releases/${release}/forecast`, `releases/${release}/cone`]) expect((await app.as('gus', 'GET', path)).statusCode).toBe(403);
  });
});
