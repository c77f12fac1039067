import { NEW_RELEASE } from '../domain/release/release.ts';
import { importedSprint } from '../domain/sprint/sprint.ts';
import { USUAL_TEAM } from '../domain/team/team.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { APP, CAST, fixedId, stateId, type Name } from '../../test/builders/cast.ts';
import { makeAny } from '../../test/builders/edit.ts';
import { castApp, type CastApp } from '../../test/cast-app.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { newMutation } from '../../test/new-mutation.ts';
import { placesIn, sampleOf, withAt, type Path } from '../../test/sample-input.ts';
import { refsIn } from '../domain/kernel/ref.ts';
import type { Claim, May } from '../domain/kernel/permission.ts';
import { historyReadings, readings } from '../domain/readings.ts';
import { decodeSnapshot, type Snapshot } from '../domain/sync/snapshot.ts';
import { verbs } from '../domain/verbs.ts';
import { namesIn } from './openapi/route-doc.ts';

const fixed = (n: number): string => `00000000-0000-7000-8000-0000000f000${n}`;

/** One record of every collection that verbs name, in APP. */
const NAMED: Readonly<Record<string, string>> = {
  product: APP,
  releaseStep: fixedId(0xf91),
  state: stateId(APP, 1),
  member: CAST.tom.id,
  team: fixed(1),
  release: fixed(2),
  membership: fixedId(0xf71),
  holiday: fixedId(0xf72),
  timeOff: fixedId(0xf73),
  readyCheck: fixedId(0xf81),
  criterion: fixed(3),
  link: fixed(4),
  import: fixed(5),
  sprint: fixed(6),
  impediment: fixed(60),
  milestone: fixed(61),
  dateLine: fixed(64),
  retroAction: fixed(62),
  boardColumn: fixed(63),
};

const TEAM_MEMBER: readonly May[] = ['read', 'comment', 'edit-items'];

onBothDatabases((fresh) => {
  let app: CastApp;
  const refTo = (collection: string): string => (collection === 'item' ? app.items.app[0]! : NAMED[collection]!);

  beforeAll(async () => {
    app = await castApp(await fresh());
    const [from, to] = app.items.app;
    const made = {
      team: { id: fixed(1), name: 'Web', products: [APP], pace: 10, zone: 'UTC', ...USUAL_TEAM },
      release: { id: fixed(2), product: APP, name: '2.4', goal: '', startOn: null, dueOn: null, ...NEW_RELEASE },
      membership: { id: fixedId(0xf71), team: fixed(1), member: CAST.nia.id, share: 50, hoursPerDay: 6 },
      holiday: { id: fixedId(0xf72), team: fixed(1), name: 'Easter', from: '2026-04-03', to: '2026-04-06' },
      timeOff: { id: fixedId(0xf73), member: CAST.nia.id, from: '2026-03-05', to: '2026-03-06' },
      releaseStep: {
        id: fixedId(0xf91),
        product: APP,
        release: fixed(2),
        phase: 'Launch',
        text: 'Tell support',
        person: null,
        days: null,
        done: false,
        place: 'a0',
      },
      readyCheck: { id: fixedId(0xf81), product: APP, type: null, kind: 'own', words: 'Design is agreed', most: null, place: 0 },
      criterion: { id: fixed(3), item: to, text: 'It works', done: false, place: 'a0' },
      link: { id: fixed(4), type: 'blocks', from, to },
      import: {
        id: fixed(5),
        product: APP,
        file: 'a.csv',
        hash: '0'.repeat(64),
        state: 'running',
        startedAt: '2026-03-01T00:00:00.000Z',
        rows: 1,
        done: 0,
        made: 0,
        updated: 0,
        unchanged: 0,
        skipped: 0,
      },
      sprint: importedSprint({ id: fixed(6), product: APP, name: 'S1' }),
      boardColumn: { id: fixed(63), team: fixed(1), name: 'Doing', groups: ['in-progress'], states: [], place: 0 },
      retroAction: { id: fixed(62), sprint: fixed(6), text: 'Try maps on the trail', item: null, place: 0 },
      dateLine: { id: fixed(64), product: APP, on: '2026-05-05', name: 'Trade fair' },
      milestone: { id: fixed(61), product: APP, release: fixed(2), name: 'Fair', on: '2026-05-04', kind: 'external' },
      impediment: { id: fixed(60), team: fixed(1), item: null, title: 'No map tiles', owner: null, raisedOn: '2026-03-02', resolvedOn: null, resolution: '' },
    };
    const calls = Object.entries(made).map(([name, record]) => ({ verb: makeAny as never, input: { in: name, record } }));
    await app.host.run({ mutation: newMutation(), actor: null, calls, access: null });
  });

  const head = () => app.host.read((_view, seq) => seq);

  /** The call as a request. */
  function requestOf(route: string, input: Readonly<Record<string, unknown>>): { path: string; rest: Record<string, unknown> } {
    const inPath = namesIn(route);
    const path = `/api/v1/workspaces/northwind${route}`.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
    return { path, rest: Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name))) };
  }

  describe.each(verbs.map((verb) => [verb.name, verb] as const))('the verb %s', (_name, verb) => {
    const [method, route] = verb.route;
    const sample = () => sampleOf(verb.input, refTo) as Record<string, unknown>;
    const call = (who: Name | 'stranger', input: Record<string, unknown>) => {
      const { path, rest } = requestOf(route, input);
      return app.as(who, method, path, rest);
    };

    test('is refused to stakeholders and guests, is not there for strangers, and nothing is written', async () => {
      const before = await head();
      for (const who of ['sam', 'gus'] as const) expect([403, 404], who).toContain((await call(who, sample())).statusCode);
      expect((await call('stranger', sample())).statusCode).toBe(404);
      expect((await call('nia', sample())).statusCode).toBe(404);
      const { path, rest } = requestOf(route, sample());
      expect((await app.ask({ method, url: path, payload: rest })).statusCode).toBe(401);
      expect(await head()).toBe(before);
    });

    test('is refused to a team member exactly where it needs more than theirs', async () => {
      const input = verb.input.parse(sample()) as never;
      if (verb.name === 'undoEntry') return;
      const claims: readonly Claim[] = await app.host.read((view) =>
        verb.needs(view, input, { actor: CAST.tom.id, now: '2026-03-02T00:00:00.000Z', newId: () => fixed(9), givesNumbers: true, entry: () => undefined }),
      );
      expect(claims.length).toBeGreaterThan(0);
      const isTheirs = claims.every(({ may }) => TEAM_MEMBER.includes(may));
      const { statusCode } = await call('tom', sample());
      if (isTheirs) expect(statusCode).not.toBe(403);
      else expect(statusCode).toBe(403);
    });

    test('finds no record of another workspace, wherever it is named, and none that a guest may not see', async () => {
      const before = await head();
      for (const place of refPlaces(verb.input, sample())) {
        for (const [who, id] of [
          ['ada', app.elsewhere.item],
          ['ada', app.elsewhere.product],
          ['gus', app.items.web],
        ] as const) {
          const answer = await call(who, withAt(sample(), place, id) as Record<string, unknown>);
          expect(answer.statusCode, `${who}: ${place.join('.')}: ${answer.body}`).toBe(404);
          expect(answer.body).not.toMatch(/Secret|Web one/);
        }
      }
      expect(await head()).toBe(before);
    });
  });

  test.each([...readings, ...historyReadings].map((reading) => [reading.name, reading] as const))(
    'the reading %s is answered to who sees what it names, and to nobody else',
    async (_name, reading) => {
      const sample = sampleOf(reading.input, refTo) as Record<string, unknown>;
      const ask = (who: Name | 'stranger' | null, input: Record<string, unknown>) => {
        const { path, rest } = requestOf(reading.route, input);
        const query = new URLSearchParams(
          Object.entries(rest).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as [string, string]),
        );
        const url = `${path}?${query}`;
        return who === null ? app.ask({ url }) : app.as(who, 'GET', url);
      };
      for (const who of ['ada', 'pia', 'tom'] as const) expect((await ask(who, sample)).statusCode, who).toBe(200);
      expect((await ask(null, sample)).statusCode).toBe(401);
      expect((await ask('stranger', sample)).statusCode).toBe(404);
      expect((await ask('nia', sample)).statusCode).toBe(404);
      for (const place of refPlaces(reading.input, sample)) {
        expect((await ask('ada', withAt(sample, place, app.elsewhere.product) as Record<string, unknown>)).statusCode).toBe(404);
        expect((await ask('gus', withAt(sample, place, app.items.web) as Record<string, unknown>)).statusCode).toBe(404);
      }
    },
  );

  test('every route of a workspace asks who one is, and is not there for a stranger', async () => {
    const guarded = app.api.routes.filter(({ guard }) => guard === 'member');
    expect(guarded.length).toBeGreaterThan(verbs.length + readings.length + 20);
    for (const { method, path } of guarded) {
      const url = path.replace('{workspace}', 'northwind').replaceAll(/\{\w+\}/g, app.items.app[0]!);
      expect((await app.ask({ method, url })).statusCode, `${method} ${path}`).toBe(401);
      expect((await app.as('stranger', method, url)).statusCode, `${method} ${path}`).toBe(404);
      expect((await app.as('nia', method, url)).statusCode, `${method} ${path}`).toBe(404);
    }
  });

  test('a guest is told that a hidden item blocks one of theirs, and its id nowhere', async () => {
    const [blocked] = app.items.app;
    const made = await app.as('ada', 'POST', 'links', { type: 'blocks', from: app.items.web, to: blocked });
    expect(made.statusCode).toBe(201);
    const { id: link } = made.json<{ id: string }>();
    await app.as('ada', 'POST', 'links', { type: 'relates', from: app.items.web, to: blocked });
    expect((await app.as('gus', 'GET', `items/${blocked}`)).json()).toMatchObject({ blockedBy: [link] });
    expect((await app.as('gus', 'GET', 'links')).json()).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ id: link, from: link, to: blocked })]),
    });
    for (const path of ['links', 'items', 'changes?limit=500', `changes?item=${blocked}`, 'products/APP/cutline', `items/${blocked}/why`]) {
      const answer = await app.as('gus', 'GET', path);
      expect(answer.statusCode, path).toBe(200);
      expect(answer.body, path).not.toContain(app.items.web);
    }
    const shown = JSON.stringify(decodeSnapshot((await app.as('gus', 'GET', 'snapshot')).json<Snapshot>(), []));
    expect(shown).toContain(link);
    expect(shown).not.toContain(app.items.web);
  });

  test('every other route is for whoever is signed in, but for signing in', async () => {
    const others = app.api.routes.filter(({ guard }) => guard !== 'member');
    expect(others.filter(({ guard }) => guard === 'anybody').map(({ id }) => id)).toEqual(['sign-in', 'get-invitation', 'take-up-invitation']);
    for (const { method, path, guard } of others) if (guard === 'signed-in') expect((await app.ask({ method, url: path })).statusCode, path).toBe(401);
  });

  test('a route that is not in the reference does not exist', async () => {
    for (const url of [
      '/api/v1/users',
      '/api/auth/sign-up/email',
      '/api/auth/get-session',
      '/api/v1/workspaces',
      '/api/v1/workspaces/northwind/source-records',
    ]) {
      expect((await app.as('ada', 'GET', url)).statusCode, url).toBe(404);
    }
  });

  test('a token does no more than its role, whatever its member may', async () => {
    const authorization = `Bearer ${await app.token('ada', 'team-member')}`;
    const move = await app.ask({
      method: 'POST',
      url: '/api/v1/workspaces/northwind/products/APP/move-items',
      headers: { authorization },
      payload: { items: ['APP-3'], place: { to: 'top' } },
    });
    expect(move.statusCode).toBe(403);
    const more = await app.ask({
      method: 'POST',
      url: '/api/v1/workspaces/northwind/tokens',
      headers: { authorization },
      payload: { name: 'More', role: 'admin' },
    });
    expect(more.statusCode).toBe(403);
    const asGuest = await app.ask({ url: '/api/v1/workspaces/northwind/items', headers: { authorization: `Bearer ${await app.token('ada', 'guest')}` } });
    expect(asGuest.json().data).toEqual([]);
    // A scope is not only for reading: each method of one path is asked for itself.
    const reader = `Bearer ${await app.token('ada', 'stakeholder')}`;
    expect((await app.ask({ url: `/api/v1/workspaces/northwind/members/${CAST.tom.id}`, headers: { authorization: reader } })).statusCode).toBe(200);
    expect(
      (
        await app.ask({
          method: 'PATCH',
          url: `/api/v1/workspaces/northwind/members/${CAST.tom.id}`,
          headers: { authorization: reader },
          payload: { name: 'Other' },
        })
      ).statusCode,
    ).toBe(403);
  });
});

/** Where references stand in an input. */
function refPlaces(schema: Parameters<typeof refsIn>[0], sample: unknown): Path[] {
  const ids = new Set(refsIn(schema, sample).map(({ id }) => id));
  return placesIn(sample).filter((place) => ids.has(place.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], sample) as string));
}
