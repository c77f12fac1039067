import type { Day, Instant } from '../domain/kernel/day.ts';
import type { Fact } from '../domain/kernel/fact.ts';
import type { About } from '../domain/kernel/reading.ts';
import type { Dialect } from './dialect.ts';
import type { Asking, Engine } from './engine.ts';
import type { Row } from './steps.ts';

type Asked = Pick<Engine, 'ask' | 'dialect'>;

/** So many facts are read at once: few enough that nobody waits for them. */
const PIECE = 1000;
/** So many records are asked for at once. */
const RECORDS = 200;

/** Which facts, and those of which entries: after one and up to another. */
export interface FactsWanted {
  readonly follows: readonly { readonly in: string; readonly field: string }[];
  readonly after: number;
  readonly upTo: number;
  /** Of these records only; left out: of all. */
  readonly of?: readonly string[] | undefined;
}

/** The fields of which an index knows who ever had which value. */
const LOOKED_UP = ['sprint'];

/** The records that named one of these in a field at any time up to an entry. */
export async function everHeld(ask: Asking, workspace: string, { records, heldBy, upTo }: About & { readonly upTo: number }): Promise<string[]> {
  if (!LOOKED_UP.includes(heldBy.field)) throw new Error(`nothing knows who ever had a value in ${heldBy.field}`);
  // The index is of these fields only, and is found by a name that stands in the question itself.
  const sql = `select record from facts where workspace = ? and field = '${heldBy.field}' and to_value = ? and seq <= ? and collection = ?`;
  const held = new Set<string>();
  for (const record of records) for (const [id] of await ask(sql, [workspace, JSON.stringify(record), upTo, heldBy.in])) held.add(String(id));
  return [...held];
}

/** Facts of some fields, oldest first, in pieces between which others can get their turn. */
export async function* factsBetween(engine: Asked, workspace: string, wanted: FactsWanted): AsyncGenerator<Fact[]> {
  const { follows, after, upTo } = wanted;
  if (follows.length === 0) return;
  if (wanted.of !== undefined) {
    yield* factsAbout(engine, workspace, { ...wanted, of: wanted.of });
    return;
  }
  const sql = factsOfFields(follows.length);
  let last = { seq: after, n: AFTER_ALL };
  for (;;) {
    const params = follows.flatMap((follow) => [workspace, follow.in, follow.field, last.seq, last.n, upTo]);
    const facts = (await engine.ask(sql, params)).map(factOfRow);
    if (facts.length > 0) yield facts;
    if (facts.length < PIECE) return;
    last = facts.at(-1)!;
  }
}

/** Facts of some records. There are few enough that all of them are put in order here. */
async function* factsAbout(
  { ask, dialect }: Asked,
  workspace: string,
  { follows, after, upTo, of }: FactsWanted & { of: readonly string[] },
): AsyncGenerator<Fact[]> {
  const kinds = new Set(follows.map((follow) => `${follow.in} ${follow.field}`));
  const facts: Fact[] = [];
  for (let from = 0; from < of.length; from += RECORDS) {
    const some = of.slice(from, from + RECORDS);
    const rows = await ask(factsOfRecords(some.length, dialect), [workspace, ...some, after, upTo]);
    for (const fact of rows.map(factOfRow)) if (kinds.has(`${fact.in} ${fact.field}`)) facts.push(fact);
  }
  facts.sort((a, b) => a.seq - b.seq || a.n - b.n);
  for (let from = 0; from < facts.length; from += PIECE) yield facts.slice(from, from + PIECE);
}

/** Left to itself SQLite walks through all facts of the workspace: the index is named, and the facts come before their entries. */
const factsOfRecords = (count: number, dialect: Dialect): string =>
  `${SELECT} from facts f${dialect.foundBy('facts_record')} cross join entries e where e.workspace = f.workspace and e.seq = f.seq
    and f.workspace = ? and f.record in (${Array.from({ length: count }, () => '?').join(', ')}) and f.seq > ? and f.seq <= ?`;

/** Larger than every place among the facts of an entry. */
const AFTER_ALL = 2_147_483_647;

/**
 * The keys are merged from the index of each field and only the rows of one piece are looked up by them: asked for the fields in one
 * condition, a database reads every fact that there is, in the order of the log.
 */
function factsOfFields(count: number): string {
  const ofOne = `select workspace, seq, n from facts where workspace = ? and collection = ? and field = ? and (seq, n) > (?, ?) and seq <= ?`;
  const keys = `${Array.from({ length: count }, () => ofOne).join(' union all ')} order by seq, n limit ${PIECE}`;
  return `${SELECT}
    from (${keys}) k join facts f on f.workspace = k.workspace and f.seq = k.seq and f.n = k.n
    join entries e on e.workspace = k.workspace and e.seq = k.seq order by k.seq, k.n`;
}

const SELECT = 'select f.collection, f.record, f.field, f.from_value, f.to_value, f.seq, f.n, f.at, f.happened_on, e.actor';

function factOfRow(row: Row): Fact {
  const [collection, id, field, from, to, seq, n, at, happenedOn, by] = row as FactValues;
  return { in: collection, id, field, from: JSON.parse(from) as Fact['from'], to: JSON.parse(to) as Fact['to'], seq, n, at, by, happenedOn };
}

type FactValues = [string, string, string, string, string, number, number, Instant, Day | null, string | null];
