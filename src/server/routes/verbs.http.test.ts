import { expect, test } from 'vitest';
import { castApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';
import { newMutation } from '../../../test/new-mutation.ts';
import { APP, CAST } from '../../../test/builders/cast.ts';

onBothDatabases((fresh) => {
  test('items are made by their route, found by key, and moved by number, key and place', async () => {
    const app = await castApp(await fresh());
    const made = await app.as('pia', 'POST', 'products/APP/items', {
      items: [{ title: 'Lantern 🏮 שלום', estimate: { kind: 'points', value: 5 } }],
      place: { to: 'top' },
    });
    expect(made.statusCode).toBe(201);
    const outcome = made.json();
    expect(outcome).toMatchObject({ outcome: 'applied', data: [{ key: 'APP-4', title: 'Lantern 🏮 שלום', position: 1, stateGroup: 'backlog', product: APP }] });
    expect(made.headers.location).toBe(`/api/v1/workspaces/northwind/items/${outcome.id}`);
    const moved = await app.as('pia', 'POST', 'products/app/move-items', { items: ['app-4'], place: { after: 'APP-2' } });
    expect(moved.json()).toMatchObject({ outcome: 'applied', seq: outcome.seq + 1, data: [{ key: 'APP-4', position: 3 }] });
    const again = await app.as('pia', 'POST', 'products/app/move-items', { items: ['app-4'], place: { after: 'APP-2' } });
    expect(again.json()).toMatchObject({ outcome: 'nothing-to-do', seq: outcome.seq + 1 });
    const one = await app.as('sam', 'GET', 'items/APP-4');
    expect(one.json()).toMatchObject({
      id: outcome.id,
      title: 'Lantern 🏮 שלום',
      estimate: { kind: 'points', value: 5 },
      description: null,
      criteria: [],
      blockedBy: [],
    });
  });

  test('who takes their own role away is told that it was done, and is out', async () => {
    const app = await castApp(await fresh());
    expect((await app.as('ada', 'PATCH', `members/${CAST.pia.id}`, { role: 'admin' })).statusCode).toBe(200);
    const left = await app.as('ada', 'PATCH', `members/${CAST.ada.id}`, { role: null });
    expect(left.statusCode, left.body).toBe(200);
    expect(left.json()).toMatchObject({ outcome: 'applied', data: [] });
    expect((await app.as('ada', 'GET', 'items/APP-1')).statusCode).toBe(404);
  });

  test('the same Idempotency-Key with the same body gives the same answer, with another body 422', async () => {
    const app = await castApp(await fresh());
    const authorization = `Bearer ${await app.token('pia')}`;
    for (const key of [newMutation(), 'my own words']) {
      const post = (title: string) =>
        app.ask({
          method: 'POST',
          url: '/api/v1/workspaces/northwind/products/APP/items',
          headers: { authorization, 'idempotency-key': key },
          payload: { items: [{ title }] },
        });
      const first = (await post('Once')).json();
      expect((await post('Once')).json()).toEqual(first);
      const other = await post('Twice');
      expect(other.statusCode).toBe(422);
      expect(other.json().errors[0].path).toBe('Idempotency-Key');
    }
    const titles = (await app.as('pia', 'GET', 'items?product=APP')).json().data.map(({ title }: { title: string }) => title);
    expect(titles.filter((title: string) => title === 'Once')).toHaveLength(2);
  });

  test('a change is taken only at the version that the caller has seen', async () => {
    const app = await castApp(await fresh());
    const { headers } = await app.as(
      'ada',
      'GET',
      `members/${(await app.as('ada', 'GET', 'me-not')).statusCode === 404 ? '00000000-0000-7000-8000-0000000000a3' : ''}`,
    );
    const authorization = `Bearer ${await app.token('ada')}`;
    const patch = (name: string, tag: string) =>
      app.ask({
        method: 'PATCH',
        url: `/api/v1/workspaces/northwind/members/${CAST.tom.id}`,
        headers: { authorization, 'if-match': tag },
        payload: { name },
      });
    expect((await patch('Tom the first', String(headers.etag))).statusCode).toBe(200);
    const stale = await patch('Tom the second', String(headers.etag));
    expect(stale.statusCode).toBe(412);
    expect(stale.json()).toMatchObject({ type: 'stale', status: 412 });
    expect((await patch('Tom the third', String(stale.headers.etag))).statusCode).toBe(200);
    expect((await patch('Tom the fourth', '7')).statusCode).toBe(400);
  });

  test('a batch is one entry: all of it or nothing', async () => {
    const app = await castApp(await fresh());
    const before = (await app.as('pia', 'GET', 'items')).json().data.length;
    const good = { verb: 'createItems', input: { product: 'APP', items: [{ title: 'Four' }] } };
    const refused = await app.as('pia', 'POST', 'batch', {
      calls: [good, { verb: 'moveItems', input: { product: 'APP', items: ['WEB-1'], place: { to: 'top' } } }],
    });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ type: 'other-product', refusals: [{ code: 'other-product', item: app.items.web }] });
    expect((await app.as('pia', 'GET', 'items')).json().data).toHaveLength(before);
    const done = await app.as('pia', 'POST', 'batch', {
      calls: [good, { verb: 'moveItems', input: { product: 'APP', items: ['APP-4'], place: { to: 'top' } } }],
      reason: 'Tidying',
    });
    expect(done.json()).toMatchObject({ outcome: 'applied', kept: [] });
    const { data } = (await app.as('pia', 'GET', `changes?since=${done.json().seq - 1}`)).json();
    expect(data).toMatchObject([{ verb: 'batch', reason: 'Tidying' }]);
  });

  test('all faults of all calls of a batch are said at once', async () => {
    const app = await castApp(await fresh());
    const answer = await app.as('pia', 'POST', 'batch', {
      calls: [
        { verb: 'flyAway', input: {} },
        { verb: 'moveItems', input: { product: 'APP', items: [], place: { to: 'up' } } },
      ],
    });
    expect(answer.statusCode).toBe(422);
    expect(
      answer
        .json()
        .errors.map(({ path }: { path: string }) => path)
        .toSorted(),
    ).toEqual(['calls.0.verb', 'calls.1.input.items', 'calls.1.input.place.to']);
  });

  test('an entry is taken back by its seq', async () => {
    const app = await castApp(await fresh());
    const { seq } = (await app.as('pia', 'POST', 'products/APP/move-items', { items: ['APP-3'], place: { to: 'top' } })).json();
    const undone = await app.as('pia', 'POST', `changes/${seq}/undo`);
    expect(undone.json()).toMatchObject({ outcome: 'applied', kept: [] });
    expect((await app.as('pia', 'GET', 'items/APP-3')).json().position).toBe(3);
    expect((await app.as('pia', 'POST', `changes/${seq}/undo`)).json()).toMatchObject({ type: 'nothing-to-undo', status: 409 });
    expect((await app.as('pia', 'POST', 'changes/9999/undo')).statusCode).toBe(404);
    expect((await app.as('pia', 'POST', 'changes/NaN/undo')).statusCode).toBe(422);
  });
});
