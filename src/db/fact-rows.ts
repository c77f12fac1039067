import type { Day, Instant } from '../domain/kernel/day.ts';
import type { Fact } from '../domain/kernel/fact.ts';
import type { Asking } from './engine.ts';
import type { Row } from './steps.ts';

/** So many facts are read at once: few enough that nobody waits for them. */
const PIECE = 1000;

/** Which facts, and those of which entries: after one and up to another. */
export interface FactsWanted {
  readonly follows: readonly { readonly in: string; readonly field: string }[];
  readonly after: number;
  readonly upTo: number;
}

/** Facts of some fields, oldest first, in pieces between which others can get their turn. */
export async function* factsBetween(ask: Asking, workspace: string, { follows, after, upTo }: FactsWanted): AsyncGenerator<Fact[]> {
  if (follows.length === 0) return;
  const sql = factsOfFields(follows.length);
  let last = { seq: after, n: AFTER_ALL };
  for (;;) {
    const params = follows.flatMap((follow) => [workspace, follow.in, follow.field, last.seq, last.n, upTo]);
    const facts = (await ask(sql, params)).map(factOfRow);
    if (facts.length > 0) yield facts;
    if (facts.length < PIECE) return;
    last = facts.at(-1)!;
  }
}

/** Larger than every place among the facts of an entry. */
const AFTER_ALL = 2_147_483_647;

/**
 * The keys are merged from the index of each field and only the rows of one piece are looked up by them: asked for the fields in one
 * condition, a database reads every fact that there is, in the order of the log.
 */
function factsOfFields(count: number): string {
  const ofOne = `select workspace, seq, n from facts where workspace = ? and collection = ? and field = ? and (seq, n) > (?, ?) and seq <= ?`;
  const keys = `${Array.from({ length: count }, () => ofOne).join(' union all ')} order by seq, n limit ${PIECE}`;
  return `select f.collection, f.record, f.field, f.from_value, f.to_value, f.seq, f.n, f.at, f.happened_on, e.actor
    from (${keys}) k join facts f on f.workspace = k.workspace and f.seq = k.seq and f.n = k.n
    join entries e on e.workspace = k.workspace and e.seq = k.seq order by k.seq, k.n`;
}

function factOfRow(row: Row): Fact {
  const [collection, id, field, from, to, seq, n, at, happenedOn, by] = row as FactValues;
  return { in: collection, id, field, from: JSON.parse(from) as Fact['from'], to: JSON.parse(to) as Fact['to'], seq, n, at, by, happenedOn };
}

type FactValues = [string, string, string, string, string, number, number, Instant, Day | null, string | null];
