import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { commandOf } from '../../../test/builders/commands.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import { inputFor } from '../../../test/builders/inputs.ts';
import type { World } from '../../../test/builders/world.ts';
import { collections, type Collections } from '../collections.ts';
import { model } from '../model.ts';
import { historyReadings, readings } from '../readings.ts';
import { ask, permitted, type Asker } from './ask.ts';
import { dayIn } from './day.ts';
import { factsOf } from './fact.ts';
import type { HistoryReading } from './reading.ts';
import { Refusal } from './refusal.ts';

/** A command that leaves everybody who they are, so that all can be asked. */
const drawn = (world: World, chance: Chance) => {
  for (;;) {
    const call = commandOf(world, chance);
    if (!/member/i.test(call.verb.name)) return call;
  }
};

function lived(seeds: readonly number[]): World {
  const world = furnished();
  for (const seed of seeds) {
    const chance = new Chance(seed);
    if (chance.often(0.1)) world.later(chance.whole(1, 9));
    unlessRefused(() => world.batch([drawn(world, chance)]));
  }
  return world;
}

function unlessRefused<T>(act: () => T): T | 'refused' {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
}

/** What the facts of records that somebody sees tell of the past. */
function toldOf(world: World, { reading, input, by }: { reading: HistoryReading<Collections, never, never, unknown>; input: unknown; by: Asker<Collections> }) {
  const resolved = permitted(reading, input, by);
  const kinds = new Set(reading.follows.map((one) => `${one.in} ${one.field}`));
  let state = reading.start(by.view, resolved);
  for (const fact of world.log.flatMap((entry) => factsOf(collections, entry)))
    if (kinds.has(`${fact.in} ${fact.field}`) && by.view.find(fact.in as keyof Collections, fact.id)) state = reading.step(state, fact) as never;
  return reading.answer(state, dayIn(reading.zone(by.view, resolved), world.now));
}

/** What a stakeholder is told of the plan is what everybody is told. */
const OF_THE_PLAN = ['cutline', 'ghostLine', 'funnel', 'roadmap', 'mismatches', 'board', 'releaseReport', 'releaseRisks', 'readiness', 'why', 'backlog'];

test('every reading answers whoever asks, in whatever became of a workspace, and a stakeholder the same of the plan as an admin', { timeout: 120_000 }, () => {
  let answered = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 50, size: 'max' }), fc.nat(), (seeds, seed) => {
      const world = lived(seeds);
      const askers = (['ada', 'tom', 'sam', 'gus'] as const).map((who): Asker<Collections> => ({ model, view: world.view(who), access: world.access(who)! }));
      for (const by of askers)
        for (const reading of historyReadings) {
          const input = inputFor(reading.input, { chance: new Chance(seed), view: by.view, product: APP });
          if (reading.input.safeParse(input).success && unlessRefused(() => toldOf(world, { reading, input, by })) !== 'refused') answered++;
        }
      for (const reading of readings) {
        const input = inputFor(reading.input, { chance: new Chance(seed), view: askers[3]!.view, product: APP });
        const parsed = reading.input.safeParse(input);
        if (!parsed.success) continue;
        const [admin, , stakeholder] = askers.map((by) =>
          JSON.stringify(unlessRefused(() => ask(reading, parsed.data, { ...by, asking: { now: world.now } })) ?? null),
        );
        if (OF_THE_PLAN.includes(reading.name)) expect([reading.name, stakeholder]).toEqual([reading.name, admin]);
        answered++;
      }
    }),
    { numRuns: 10 },
  );
  expect(answered).toBeGreaterThan(200);
});
