import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Host } from '../../db/host.ts';
import type { Collections } from '../../domain/collections.ts';
import { permitted } from '../../domain/kernel/ask.ts';
import { same } from '../../domain/kernel/change.ts';
import { dayIn, type Instant } from '../../domain/kernel/day.ts';
import type { Fact } from '../../domain/kernel/fact.ts';
import type { HistoryReading } from '../../domain/kernel/reading.ts';
import { model } from '../../domain/model.ts';
import type { Standing } from '../edge/standing.ts';
import { KeptFolds, type Fold } from './kept-folds.ts';

type History = HistoryReading<Collections, never, never, unknown>;

const keptOf = new WeakMap<Host, KeptFolds>();

/**
 * Answers a history reading for somebody. Who sees the whole shares one fold, which is kept and stepped from the facts that are new; for
 * others it is made of the facts of those records that they see now.
 */
export async function answerFromFacts(reading: History, input: unknown, at: Standing): Promise<unknown> {
  const { fresh, seq, isWhole, key, about, zone } = await at.look((view, head, access) => {
    const resolved = permitted(reading, input, { model, view, access });
    const fold: Fold = { goesBy: reading.goesBy(view, resolved), state: reading.start(view, resolved), seq: 0, of: undefined };
    const key = `${reading.name} ${JSON.stringify(resolved)}`;
    return { fresh: fold, seq: head, isWhole: access.whole, key, about: reading.about?.(view, resolved), zone: reading.zone(view, resolved) };
  });
  fresh.of = about && [...about.records, ...(await at.host.everHeld({ ...about, upTo: seq }))];
  const answer = ({ state }: Fold) => reading.answer(state, dayIn(zone, new Date().toISOString() as Instant)) ?? null;
  if (!isWhole) return answer(await advance(reading, fresh, { host: at.host, upTo: seq, seen: (facts) => seenBy(at, facts) }));
  let kept = keptOf.get(at.host);
  if (!kept) keptOf.set(at.host, (kept = new KeptFolds()));
  return kept.use(key, async (known) => {
    const goesOn = known !== undefined && same(known.goesBy, fresh.goesBy) && isOfSame(known, fresh);
    const fold = await advance(reading, goesOn ? known : fresh, { host: at.host, upTo: seq, seen: async (facts) => facts });
    return { fold, answer: answer(fold) };
  });
}

/** What came in since has a past that the fold has not seen: it begins again. Nothing ever comes out. */
const isOfSame = (known: Fold, fresh: Fold): boolean => known.of?.length === fresh.of?.length;

/** Takes in the facts of newer entries, in slices between which others get their turn. */
async function advance(
  { follows, step }: History,
  fold: Fold,
  { host, upTo, seen }: { host: Host; upTo: number; seen: (facts: readonly Fact[]) => Promise<readonly Fact[]> },
): Promise<Fold> {
  if (fold.seq >= upTo) return fold;
  for await (const facts of host.facts({ follows, after: fold.seq, upTo, of: fold.of })) {
    for (const fact of await seen(facts)) fold.state = step(fold.state, fact) as never;
    await othersTurn();
  }
  fold.seq = upTo;
  return fold;
}

const seenBy = (at: Standing, facts: readonly Fact[]): Promise<readonly Fact[]> =>
  at.look((view) => facts.filter((fact) => view.find(fact.in as keyof Collections, fact.id) !== undefined));
