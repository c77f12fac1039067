import type { Day, Instant } from '../domain/kernel/day.ts';
import type { Fact } from '../domain/kernel/fact.ts';
import type { Asking } from './engine.ts';
import type { Row } from './steps.ts';

const PIECE = 5000;

/** Facts of some fields up to an entry, oldest first, in pieces so that memory stays bounded. */
export async function* factsBetween(
  ask: Asking,
  { workspace, follows, upTo }: { workspace: string; follows: readonly { readonly in: string; readonly field: string }[]; upTo: number },
): AsyncGenerator<Fact> {
  if (follows.length === 0) return;
  const wanted = follows.map(() => '(collection = ? and field = ?)').join(' or ');
  const sql = `select collection, record, field, from_value, to_value, seq, n, at, happened_on from facts
    where workspace = ? and (${wanted}) and (seq, n) > (?, ?) and seq <= ? order by seq, n limit ${PIECE}`;
  const names = follows.flatMap((follow) => [follow.in, follow.field]);
  let last = { seq: 0, n: -1 };
  for (;;) {
    const rows = await ask(sql, [workspace, ...names, last.seq, last.n, upTo]);
    for (const row of rows) {
      const fact = factOfRow(row);
      last = fact;
      yield fact;
    }
    if (rows.length < PIECE) return;
  }
}

function factOfRow(row: Row): Fact {
  const [collection, id, field, from, to, seq, n, at, happenedOn] = row as [string, string, string, string, string, number, number, Instant, Day | null];
  return { in: collection, id, field, from: JSON.parse(from) as Fact['from'], to: JSON.parse(to) as Fact['to'], seq, n, at, happenedOn };
}
