import { expect, test } from 'vitest';
import { castApp, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';
import type { FlowHistory } from '../../domain/flow/flow-history.ts';
import { dayIn, type Instant } from '../../domain/kernel/day.ts';
import type { ReleaseHistory } from '../../domain/release/release-history.ts';
import type { Burndown } from '../../domain/sprint/burndown.ts';

/** Where it is tomorrow first and where it is yesterday last: at any time it is another day in one of them than in London. */
const ZONES = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];

async function done<T>(app: CastApp, ...asking: Parameters<CastApp['as']>): Promise<T> {
  const answer = await app.as(...asking);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json() as T;
}

onBothDatabases((fresh) => {
  test.each(ZONES)('in %s a history ends on the day that it is there, whether or not anything happened on it', async (zone) => {
    const app = await castApp(await fresh());
    const [one] = app.items.app;
    const { id: team } = await done<{ id: string }>(app, 'ada', 'POST', 'teams', { name: 'Web', products: ['APP'], pace: 10, zone });
    const { id: sprint } = await done<{ id: string }>(app, 'ada', 'POST', `teams/${team}/sprints`, {});
    await done(app, 'ada', 'PATCH', 'products/APP', { zone });
    const { id: release } = await done<{ id: string }>(app, 'ada', 'POST', 'products/APP/releases', { name: '2.4' });
    await done(app, 'ada', 'POST', 'put-in-release', { items: [one], release });
    await done(app, 'ada', 'POST', 'plan-in-sprint', { items: [one], sprint });
    await done(app, 'ada', 'POST', `sprints/${sprint}/start`, {});
    const today = () => dayIn(zone, new Date().toISOString() as Instant);
    for (const who of ['ada', 'sam'] as const) {
      const before = today();
      const flow = await done<FlowHistory>(app, who, 'GET', 'products/APP/flow');
      const burndown = await done<Burndown>(app, who, 'GET', `sprints/${sprint}/burndown`);
      const history = await done<ReleaseHistory>(app, who, 'GET', `releases/${release}/history`);
      if (before !== today()) continue; // midnight there
      expect([flow.day, flow.days.at(-1)!.day]).toEqual([before, before]);
      expect(burndown.days.map(({ day }) => day)).toEqual([before]);
      expect(history.days.map(({ day }) => day)).toEqual([before]);
    }
  });
});
