import { beforeAll, describe, expect, test } from 'vitest';
import { APP, CAST, WEB } from '../../test/builders/cast.ts';
import { castApp, type CastApp } from '../../test/cast-app.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { sampleOf } from '../../test/sample-input.ts';
import { dayIn, addDays, type Instant } from '../domain/kernel/day.ts';
import { historyReadings, readings } from '../domain/readings.ts';
import { decodeSnapshot, type Snapshot } from '../domain/sync/snapshot.ts';
import { namesIn } from './openapi/route-doc.ts';

const TODAY = dayIn('Europe/Berlin', new Date().toISOString() as Instant);

onBothDatabases((fresh) => {
  describe('a guest of one product, whose teams, sprints and dependencies reach into another', () => {
    let app: CastApp;
    /** Ids of what the guest may not learn of. */
    let hidden: string[];
    const seen: Record<string, string[]> = { product: [APP] };

    beforeAll(async () => {
      app = await castApp(await fresh());
      const made = async (path: string, body: unknown): Promise<string> => {
        const answer = await app.as('ada', 'POST', path, body);
        expect([path, answer.statusCode, answer.body]).toEqual([path, 201, answer.body]);
        return (answer.json() as { id: string }).id;
      };
      const done = async (method: 'POST' | 'PATCH', path: string, body?: unknown) => {
        const answer = await app.as('ada', method, path, body);
        expect([path, answer.statusCode < 300, answer.body]).toEqual([path, true, answer.body]);
      };
      const [one, two, three] = app.items.app as [string, string, string];
      const { web } = app.items;
      const epic = await made(`products/${WEB}/items`, { items: [{ title: 'Unseen epic', type: 'epic' }] });
      await done('PATCH', `items/${web}`, { title: 'Unseen item' });
      const shared = await made('teams', { name: 'Shared', products: [WEB], pace: 10 });
      const own = await made('teams', { name: 'Own', products: [APP], pace: 10 });
      const other = await made('teams', { name: 'Unseen team', products: [WEB], pace: 7 });
      const sprint = await made(`teams/${shared}/sprints`, { goal: 'Dry feet' });
      await done('PATCH', `teams/${shared}`, { products: [APP, WEB] });
      const ownSprint = await made(`teams/${own}/sprints`, { goal: 'Dry feet' });
      await done('PATCH', `items/${one}`, { team: shared });
      await done('PATCH', `items/${two}`, { team: shared });
      await done('PATCH', `items/${three}`, { team: own });
      await done('PATCH', `items/${web}`, { team: shared });
      await done('POST', 'plan-in-sprint', { items: [one, web], sprint });
      await done('POST', 'plan-in-sprint', { items: [three], sprint: ownSprint });
      await done('POST', `sprints/${sprint}/start`);
      await done('POST', `sprints/${ownSprint}/start`);
      const dueOn = addDays(TODAY, 28);
      const release = await made(`products/${APP}/releases`, { name: '2.4', goal: 'Dry feet', dueOn });
      const hiddenRelease = await made(`products/${WEB}/releases`, { name: 'Unseen release', goal: 'Unseen goal', dueOn });
      await done('POST', 'put-in-release', { items: [one, two, three], release });
      await done('POST', 'put-in-release', { items: [web], release: hiddenRelease });
      const milestone = await made(`products/${WEB}/milestones`, { name: 'Unseen milestone', on: dueOn });
      for (const link of [
        { type: 'blocks', from: web, to: two },
        { type: 'blocks', from: three, to: web },
        { type: 'relates', from: web, to: three },
      ])
        await done('POST', 'links', link);
      const impediment = await made(`teams/${shared}/impediments`, { title: 'Unseen impediment', item: web });
      hidden = [web, epic, other, hiddenRelease, milestone, impediment];
      const view = decodeSnapshot((await app.as('gus', 'GET', 'snapshot')).json<Snapshot>(), []) as Record<string, { id: string }[]>;
      for (const [name, records] of Object.entries(view)) if (Array.isArray(records)) seen[name] = records.map(({ id }) => id);
      Object.assign(seen, { item: app.items.app, release: [release], team: [shared, own], sprint: [ownSprint] });
    });

    const look = async (path: string) => {
      const answer = await app.as('gus', 'GET', path);
      expect([path, answer.statusCode, [200, 403, 404, 422].includes(answer.statusCode) ? '' : answer.body]).toEqual([path, answer.statusCode, '']);
      for (const secret of [...hidden, 'Unseen', 'WEB-']) {
        const at = answer.body.indexOf(secret);
        expect([path, at < 0 ? '' : answer.body.slice(Math.max(0, at - 200), at + 60)]).toEqual([path, '']);
      }
      return answer.statusCode;
    };

    test('is told of nothing there by any reading, of now or of the past, whatever it is asked of', async () => {
      const answered: string[] = [];
      for (const reading of [...readings, ...historyReadings])
        for (let n = 0; n < 3; n++) {
          const input = sampleOf(reading.input, (collection) => seen[collection]?.[n % seen[collection].length] ?? APP) as Record<string, unknown>;
          const named = namesIn(reading.route);
          const path = reading.route.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name]))).slice(1);
          const rest = Object.entries(input).filter(([name]) => !named.includes(name));
          const query = new URLSearchParams(rest.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
          if ((await look(`${path}?${query}`)) === 200) answered.push(reading.name);
        }
      const refused = [...readings, ...historyReadings].map(({ name }) => name).filter((name) => !answered.includes(name));
      const forecasts = ['releaseForecast', 'releaseCone', 'itemForecast', 'schedule', 'doneBy', 'calibration'];
      const ofTeams = ['capacity', 'shareDrift', 'sprintPlan', 'queue', 'teamFlow', 'velocity'];
      expect(refused.sort()).toEqual([...forecasts, ...ofTeams].sort());
    });

    test('nor by any list, record, history of a record, snapshot or stream', async () => {
      for (const { method, path, guard } of app.api.routes) {
        if (method !== 'GET' || guard !== 'member' || !path.startsWith('/api/v1/workspaces/{workspace}/')) continue;
        const rest = path.slice('/api/v1/workspaces/{workspace}/'.length);
        const kinds: Record<string, string> = { id: rest.split('/')[0]!.replace(/s$/, '') };
        for (const item of app.items.app)
          await look(rest.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'product' ? APP : (seen[kinds[name] ?? name]?.[0] ?? item))));
      }
      for (const item of app.items.app) await look(`changes?item=${item}&limit=500`);
      await look('changes?limit=500');
    });

    test('nor by how it is refused: what is hidden is not there', async () => {
      expect(CAST.gus.products).toEqual([APP]);
      for (const path of [
        `items/${hidden[0]}`,
        `teams/${hidden[2]}/velocity`,
        `releases/${hidden[3]}/history`,
        `products/${WEB}/flow`,
        `items/${hidden[0]}/why`,
      ])
        expect([path, (await app.as('gus', 'GET', path)).statusCode]).toEqual([path, 404]);
    });
  });
});
