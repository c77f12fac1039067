import { expect, test } from 'vitest';
import { APP, CAST } from '../../../test/builders/cast.ts';
import { castApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';

interface Page {
  readonly data: readonly { readonly id: string; readonly key?: string; readonly title?: string }[];
  readonly next: string | null;
}

onBothDatabases((fresh) => {
  test('a list is paged by a cursor, in rank order for one product, without losing or repeating a record', async () => {
    const app = await castApp(await fresh());
    await app.as('pia', 'POST', 'products/APP/items', { items: Array.from({ length: 20 }, (_, at) => ({ title: `More ${at}` })) });
    for (const filter of ['product=APP&', '']) {
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: Page = (await app.as('pia', 'GET', `items?${filter}limit=7${next === '' ? '' : `&cursor=${next}`}`)).json();
        expect(page.data.length).toBeLessThanOrEqual(7);
        seen.push(...page.data.map(({ key }) => key!));
        // What is put at the top meanwhile was passed already; it moves nobody else.
        if (seen.length === 7 && filter !== '') await app.as('pia', 'POST', 'products/APP/items', { items: [{ title: 'At the top' }], place: { to: 'top' } });
        ({ next } = page);
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe(filter === '' ? 25 : 23);
      if (filter !== '') expect(seen.slice(0, 4)).toEqual(['APP-1', 'APP-2', 'APP-3', 'APP-4']);
    }
  });

  test('a list is narrowed by what its records refer to; a name that is not there is a 404', async () => {
    const app = await castApp(await fresh());
    const titles = async (query: string) => ((await app.as('tom', 'GET', `items?${query}`)).json() as Page).data.map(({ title }) => title);
    expect(await titles('product=WEB')).toEqual(['Web one']);
    expect(await titles('product=APP&type=story')).toEqual(['One', 'Two', 'Three']);
    expect(await titles('product=APP&type=bug')).toEqual([]);
    expect((await app.as('tom', 'GET', 'items?product=NOPE')).statusCode).toBe(404);
  });

  test.each(['limit=0', 'limit=501', 'limit=NaN', 'limit=1e308', 'colour=red', 'cursor=nonsense', 'product=a%00b'])(
    'a list asked with %s is a 422 that names it',
    async (query) => {
      const app = await castApp(await fresh());
      const answer = await app.as('tom', 'GET', `items?${query}`);
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors[0].path).toBe(query.split('=')[0]);
    },
  );

  test('a record is asked for again only when it has changed', async () => {
    const app = await castApp(await fresh());
    const authorization = `Bearer ${await app.token('tom')}`;
    const url = '/api/v1/workspaces/northwind/items/APP-1';
    const first = await app.ask({ url, headers: { authorization } });
    expect((await app.ask({ url, headers: { authorization, 'if-none-match': String(first.headers.etag) } })).statusCode).toBe(304);
    await app.as('pia', 'POST', 'products/APP/move-items', { items: ['APP-1'], place: { to: 'bottom' } });
    expect((await app.ask({ url, headers: { authorization, 'if-none-match': String(first.headers.etag) } })).statusCode).toBe(200);
  });

  test('an item is sent again when what is shown of it has changed by a neighbour, and may still be changed at its own version', async () => {
    const app = await castApp(await fresh());
    const authorization = `Bearer ${await app.token('pia')}`;
    const url = '/api/v1/workspaces/northwind/items/APP-3';
    const first = await app.ask({ url, headers: { authorization } });
    const tag = String(first.headers.etag);
    const again = () => app.ask({ url, headers: { authorization, 'if-none-match': tag } });
    await app.as('pia', 'POST', 'products/APP/move-items', { items: ['APP-1'], place: { to: 'bottom' } });
    expect((await again()).json()).toMatchObject({ position: 2, version: first.json().version });
    await app.as('pia', 'POST', 'products/APP/move-items', { items: ['APP-1'], place: { to: 'top' } });
    expect((await again()).statusCode).toBe(304);
    await app.as('pia', 'POST', 'links', { type: 'blocks', from: 'APP-1', to: 'APP-3' });
    expect((await again()).json()).toMatchObject({ blockedBy: [app.items.app[0]] });
    const patch = (title: string) => app.ask({ method: 'PATCH', url, headers: { authorization, 'if-match': tag }, payload: { title } });
    expect((await patch('Three and more')).statusCode).toBe(200);
    expect((await patch('Three and less')).statusCode).toBe(412);
  });

  test.each(['constructor=null', 'toString=null', '__proto__=1'])(
    'a name that every object has, as in %s, is an unknown field like any other',
    async (query) => {
      const app = await castApp(await fresh());
      for (const path of ['items', 'products/APP/backlog', 'changes', 'search?text=a'])
        expect((await app.as('tom', 'GET', `${path}${path.includes('?') ? '&' : '?'}${query}`)).statusCode).toBe(422);
    },
  );

  test('people are listed without their accounts, and for a stakeholder without their addresses', async () => {
    const app = await castApp(await fresh());
    const all = (await app.as('tom', 'GET', 'members')).json().data as Record<string, unknown>[];
    expect(all.find(({ id }) => id === CAST.ada.id)).toMatchObject({ name: 'Ada Admin', email: 'ada@northwind.example', role: 'admin' });
    expect(all.every((member) => !('account' in member))).toBe(true);
    const seen = (await app.as('sam', 'GET', 'members')).json().data as Record<string, unknown>[];
    expect(seen.every(({ email }) => email === null)).toBe(true);
  });

  test('a guest sees the products that they are named in and nothing of others, also after a change', async () => {
    const app = await castApp(await fresh());
    const look = async () => ((await app.as('gus', 'GET', 'items')).json() as Page).data.map(({ title }) => title);
    expect(await look()).toEqual(['One', 'Two', 'Three']);
    await app.as('pia', 'POST', 'products/APP/items', { items: [{ title: 'Four' }] });
    await app.as('pia', 'POST', 'products/WEB/items', { items: [{ title: 'Web two' }] });
    expect(new Set(await look())).toEqual(new Set(['Four', 'One', 'Three', 'Two']));
    expect((await app.as('gus', 'GET', `items/${app.items.web}`)).statusCode).toBe(404);
    expect((await app.as('gus', 'GET', 'items?product=WEB')).statusCode).toBe(404);
    expect((await app.as('gus', 'GET', 'products')).json().data.map(({ id }: { id: string }) => id)).toEqual([APP]);
  });

  test('the log is read forwards from an entry, and an item’s history backwards', async () => {
    const app = await castApp(await fresh());
    const { seq } = (await app.as('pia', 'POST', 'products/APP/move-items', { items: ['APP-3'], place: { to: 'top' } })).json();
    await app.as('pia', 'POST', 'products/APP/items', { items: [{ title: 'Four' }] });
    const forwards = (await app.as('tom', 'GET', `changes?since=${seq - 1}&limit=1`)).json();
    expect(forwards).toMatchObject({ data: [{ seq, verb: 'moveItems', actor: CAST.pia.id }], next: String(seq) });
    expect((await app.as('tom', 'GET', `changes?since=${seq}`)).json()).toMatchObject({ data: [{ seq: seq + 1 }], next: null });
    const history = (await app.as('tom', 'GET', 'changes?item=APP-3')).json();
    expect(history.data.map(({ verb }: { verb: string }) => verb)).toEqual(['moveItems', 'createItems']);
    expect((await app.as('tom', 'GET', `changes?item=APP-3&before=${seq}`)).json().data).toHaveLength(1);
    expect((await app.as('gus', 'GET', `changes?item=${app.items.web}`)).statusCode).toBe(404);
  });

  test('the log tells a guest and a stakeholder no more than their lists do', async () => {
    const app = await castApp(await fresh());
    await app.as('pia', 'POST', 'products/WEB/items', { items: [{ title: 'Hidden from Gus' }] });
    const guest = (await app.as('gus', 'GET', 'changes?limit=500')).body;
    expect(guest).not.toContain('Hidden from Gus');
    expect(guest).not.toContain('Web one');
    for (const who of ['gus', 'sam'] as const) expect((await app.as(who, 'GET', 'changes?limit=500')).body).not.toMatch(/northwind\.example|account-/);
    expect((await app.as('tom', 'GET', 'changes?limit=500')).body).not.toContain('account-');
  });
});
