import { expect, test } from 'vitest';
import { seedExample } from '../../seeds/example/seed.ts';
import { founding } from '../../test/builders/founding.ts';
import { CAST } from '../../test/builders/cast.ts';
import { collections, type Collections } from '../domain/collections.ts';
import { pointsOf } from '../domain/estimation/estimate.ts';
import { cutline } from '../domain/cutline/cutline.ts';
import { funnelFlow } from '../domain/funnel/flow.ts';
import { addDays, type Day, type Instant } from '../domain/kernel/day.ts';
import type { Entry } from '../domain/kernel/entry.ts';
import { factsOf } from '../domain/kernel/fact.ts';
import { idFrom } from '../domain/kernel/ids.ts';
import { perform } from '../domain/kernel/perform.ts';
import type { HistoryReading } from '../domain/kernel/reading.ts';
import type { Workspace } from '../domain/kernel/workspace.ts';
import { emptyWorkspace, model } from '../domain/model.ts';
import { myWorkOf } from '../domain/mywork/my-work.ts';
import { productsByKey } from '../domain/product/product.ts';
import { releaseHistory } from '../domain/release/release-history.ts';
import { releasesByDate } from '../domain/release/release.ts';
import { sprintStory } from '../domain/sprint/sprint-story.ts';
import { sprintsOfTeam } from '../domain/sprint/sprint.ts';
import { teamsByName } from '../domain/team/team.ts';
import { verbs } from '../domain/verbs.ts';

const ADMIN = CAST.ada.id;

interface Told {
  readonly workspace: Workspace<Collections>;
  readonly log: readonly Entry[];
  readonly product: string;
  readonly now: Instant;
}

/** The example as it is when it is made on a day, in memory. */
async function exampleOn(day: Day): Promise<Told> {
  const now: Instant = `${day}T12:00:00.000Z`;
  const workspace = emptyWorkspace();
  const people = founding().filter((change) => change.in === 'workspace' || ('record' in change && change.record.id === ADMIN));
  workspace.apply(people, { seq: 1, at: now });
  const log: Entry[] = [];
  await seedExample({
    now,
    zone: 'Europe/Berlin',
    look: (look) => Promise.resolve(look(workspace)),
    run(calls, { by = ADMIN, happened } = {}) {
      const seq = log.length + 2;
      let ids = 0;
      const context = {
        actor: by,
        now: happened?.at ?? now,
        newId: () => idFrom(`0195a000-0000-7000-8000-${String(seq).padStart(12, '0')}`, ++ids),
        givesNumbers: true,
        entry: () => undefined,
      };
      const checked = calls.map(({ verb: name, input }) => {
        const verb = verbs.find((one) => one.name === name)!;
        return { verb, input: verb.input.parse(input) };
      });
      const { changes, claims } = perform(checked, { model, workspace, context, stamp: { seq, at: now }, access: null, happenedOn: happened?.on });
      const verb = calls.map((call) => call.verb).join(' ');
      log.push({ seq, at: now, actor: by, verb, mutation: String(seq), act: null, reason: null, model: model.version, claims, changes });
      return Promise.resolve();
    },
  });
  return { workspace, log, now, product: workspace.list(productsByKey, 'all').at(0)!.id };
}

function history<I, S, A>({ workspace, log }: Told, reading: HistoryReading<Collections, I, S, A>, { input, day }: { input: I; day: Day }): A {
  const kinds = new Set(reading.follows.map((one) => `${one.in} ${one.field}`));
  let state = reading.start(workspace, input);
  for (const entry of log) for (const fact of factsOf(collections, entry)) if (kinds.has(`${fact.in} ${fact.field}`)) state = reading.step(state, fact);
  return reading.answer(state, day);
}

const MONDAY: Day = '2026-03-02';

test.each(Array.from({ length: 7 }, (_, n) => addDays(MONDAY, n)))('made on %s, the line of the example stands where its picture has it', async (day) => {
  const told = await exampleOn(day);
  const { workspace, product, now } = told;
  const { lines, rows } = cutline.of(workspace, { product, limit: 100, after: undefined }, { now });
  const [line] = lines;
  expect(workspace.get('release', line!.release).name).toBe('2.4');
  expect(workspace.get('item', line!.after!).title).toBe('Avalanche bulletin on winter routes');
  const [team] = line!.teams;
  // What came into the running sprint from far below is taken too, and stands where it stood.
  const inSprint = rows.filter(({ reason }) => reason?.code === 'in-sprint').map(({ item }) => workspace.get('item', item).estimate);
  const above = inSprint.reduce((used, estimate) => used - pointsOf(estimate)!, team!.used);
  expect(above).toBeGreaterThanOrEqual(31);
  expect(above).toBeLessThanOrEqual(34);
  expect(team!.capacity).toBeGreaterThanOrEqual(team!.used);
  expect(team!.capacity).toBeLessThanOrEqual(42);
});

test('the example has five sprints: four that delivered about the same, and one that runs and has moved', async () => {
  const told = await exampleOn(addDays(MONDAY, 4));
  const { workspace } = told;
  const day = addDays(MONDAY, 4);
  const team = workspace.list(teamsByName, 'all').at(0)!;
  const sprints = Array.from(workspace.list(sprintsOfTeam, team.id));
  expect(sprints.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed', 'closed', 'active']);
  const stories = sprints.map(({ id }) => history(told, sprintStory, { input: { sprint: id }, day }));
  expect(stories.slice(0, 4).map(({ points }) => points)).toEqual([
    { committed: 31, added: 0, removed: 0, done: 31, left: 0 },
    { committed: 37, added: 0, removed: 0, done: 37, left: 0 },
    { committed: 33, added: 0, removed: 0, done: 33, left: 0 },
    { committed: 37, added: 0, removed: 0, done: 37, left: 0 },
  ]);
  // On a Friday of its second week: 249, 246, 321, 252, 259, 256 and 266 are done; 321, 256 and 266 came in later.
  expect(stories[4]!.points).toEqual({ committed: 32, added: 8, removed: 0, done: 22, left: 18 });
  expect(sprints[4]!.startOn! <= addDays(day, -5)).toBe(true);
});

test('release 2.4 of the example has a past with changes of its scope, 2.3 went out with notes, and every place has something in it', async () => {
  const day = addDays(MONDAY, 4);
  const told = await exampleOn(day);
  const { workspace, product, now } = told;
  const releases = new Map(Array.from(workspace.list(releasesByDate, product), (one) => [one.name, one]));
  expect(Object.fromEntries([...releases].map(([name, { state }]) => [name, state]))).toEqual({
    '2.1': 'shipped',
    '2.2': 'shipped',
    '2.3': 'shipped',
    '2.4': 'active',
    '2.5': 'planned',
    '2.6': 'planned',
  });
  expect(releases.get('2.3')!.notes).not.toBeNull();
  const release = history(told, releaseHistory, { input: { release: releases.get('2.4')!.id }, day });
  // It began with the 37 points of the sprint then and 32 more; 305, 310 and 321 came later, and what there was room for.
  expect(release.days[0]).toEqual({ day: release.startedOn, scope: { points: 69, items: 15 }, done: { points: 0, items: 0 } });
  expect(release.added).toEqual({ items: 5, points: 13 });
  expect(release.days.at(-1)!.done.points).toBe(37 + 22);
  const flow = history(told, funnelFlow, { input: { product }, day });
  expect(flow.stages.every(({ came }) => came > 0)).toBe(true);
  const work = myWorkOf(workspace, ADMIN, { now });
  expect([work.now, work.due, work.next, work.blocked, work.waitsForOthers].map((some) => some.length)).toEqual([1, 1, 1, 1, 1]);
  expect([...workspace.all('impediment')].filter(({ resolvedOn }) => resolvedOn !== null)).toHaveLength(1);
  expect([...workspace.all('milestone')]).toHaveLength(3);
  expect([...workspace.all('releaseStep')].map(({ done }) => done)).toEqual([true, true, false, false, false, false, false]);
  for (const collection of ['membership', 'holiday', 'timeOff', 'readyTick'] as const) expect([...workspace.all(collection)].length).toBeGreaterThan(0);
});

test('what the example tells of earlier days stands on those days', async () => {
  const { log, now } = await exampleOn(MONDAY);
  const started = log.filter(({ verb }) => verb.includes('startSprint'));
  expect(started).toHaveLength(5);
  for (const { at, changes } of started) {
    expect(at).toBe(now);
    for (const change of changes) expect(change.happenedOn! < MONDAY).toBe(true);
  }
});
