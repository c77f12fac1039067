import { collections, type Collections } from '../../src/domain/collections.ts';
import type { Day } from '../../src/domain/kernel/day.ts';
import { factsOf } from '../../src/domain/kernel/fact.ts';
import type { HistoryReading } from '../../src/domain/kernel/reading.ts';
import type { World } from './world.ts';

/** A history reading's answer from the log of a world, made of the facts that the server would give it. */
export function folded<I, S, A>(world: World, reading: HistoryReading<Collections, I, S, A>, { input, day }: { input: I; day: Day }): A {
  const kinds = new Set(reading.follows.map((one) => `${one.in} ${one.field}`));
  const facts = world.log.flatMap((entry) => factsOf(collections, entry));
  const about = reading.about?.(world.workspace, input);
  const isHeld = ({ in: collection, field, to }: (typeof facts)[number]) =>
    collection === about?.heldBy.in && field === about.heldBy.field && about.records.some((record) => record === to);
  const of = about && new Set([...about.records, ...facts.filter(isHeld).map(({ id }) => id)]);
  let state = reading.start(world.workspace, input);
  for (const fact of facts) if (kinds.has(`${fact.in} ${fact.field}`) && (of?.has(fact.id) ?? true)) state = reading.step(state, fact);
  return reading.answer(state, day);
}
