import { expect, test } from 'vitest';
import { castApp, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';
import type { Burndown } from '../../domain/sprint/burndown.ts';
import type { SprintThen } from '../../domain/sprint/sprint-then.ts';
import type { Velocity } from '../../domain/sprint/velocity.ts';

async function done<T>(app: CastApp, ...asking: Parameters<CastApp['as']>): Promise<T> {
  const answer = await app.as(...asking);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json() as T;
}

/** A team's sprint with the first two items of APP, and how it is asked for. */
async function underWay(app: CastApp) {
  const [one = '', two = ''] = app.items.app;
  await done(app, 'pia', 'POST', 'teams', { name: 'Trail crew', products: ['APP'], pace: 10 });
  const { data: teams } = await done<{ data: { id: string; name: string }[] }>(app, 'pia', 'GET', 'teams');
  const team = teams.find(({ name }) => name === 'Trail crew')!.id;
  await done(app, 'pia', 'POST', `teams/${team}/sprints`, {});
  const { data: sprints } = await done<{ data: { id: string; team: string }[] }>(app, 'pia', 'GET', 'sprints');
  const sprint = sprints.find((other) => other.team === team)!.id;
  for (const [id, value] of [
    [one, 3],
    [two, 5],
  ] as const)
    await done(app, 'pia', 'PATCH', `items/${id}`, { estimate: { kind: 'points', value } });
  const { data: states } = await done<{ data: { id: string; group: string; product: string }[] }>(app, 'pia', 'GET', 'states?product=APP');
  return { one, two, team, sprint, finished: states.find(({ group }) => group === 'done')!.id };
}

onBothDatabases((fresh) => {
  test('a burndown follows what is done and what comes in with a past of its own; a velocity what was done at the end', async () => {
    const app = await castApp(await fresh());
    const { one, two, team, sprint, finished } = await underWay(app);
    const burndown = async () => {
      const kept = await done<Burndown>(app, 'pia', 'GET', `sprints/${sprint}/burndown`);
      expect(kept).toEqual(await done<Burndown>(app, 'sam', 'GET', `sprints/${sprint}/burndown`)); // a stakeholder's is made from the beginning each time
      return kept;
    };
    const today = async () => {
      const { days } = await burndown();
      const { left, scope } = days.at(-1)!;
      return `${left.points} of ${scope.points}`;
    };
    expect((await burndown()).startedOn).toBeNull();
    await done(app, 'pia', 'POST', 'plan-in-sprint', { items: [one], sprint });
    await done(app, 'pia', 'POST', `sprints/${sprint}/start`, {});
    expect(await today()).toBe('3 of 3');
    // Its points were given before it came into the sprint.
    await done(app, 'pia', 'POST', 'plan-in-sprint', { items: [two], sprint });
    expect(await today()).toBe('8 of 8');
    await done(app, 'pia', 'POST', 'set-state', { items: [one], state: finished });
    expect(await today()).toBe('5 of 8');
    await done(app, 'pia', 'POST', 'plan-in-sprint', { items: [two], sprint: null });
    expect(await today()).toBe('0 of 3');
    await done(app, 'pia', 'PATCH', `items/${two}`, { estimate: { kind: 'points', value: 8 } }); // no longer a matter of the sprint
    expect(await today()).toBe('0 of 3');
    expect((await burndown()).changes.map(({ kind, more }) => [kind, more.points])).toEqual([
      ['removed', -5],
      ['added', 5],
    ]);

    const ofTeam = () => done<Velocity>(app, 'pia', 'GET', `teams/${team}/velocity`);
    expect(await ofTeam()).toEqual({ sprints: [], range: null });
    await done(app, 'pia', 'POST', `sprints/${sprint}/close`, {});
    await done(app, 'pia', 'PATCH', `items/${one}`, { estimate: { kind: 'points', value: 13 } });
    const then = await done<SprintThen>(app, 'pia', 'GET', `sprints/${sprint}/last-moment`);
    expect(then.cards).toEqual([{ item: one, state: finished, assignee: null, estimate: { kind: 'points', value: 3 } }]);
    expect((await ofTeam()).sprints).toMatchObject([{ sprint, committed: { points: 3 }, done: { points: 3, items: 1 } }]);
  });
});
