import { itemsByNumber } from '../../src/domain/backlog/item.ts';
import type { View } from '../../src/domain/collections.ts';
import { dayIn, type Instant } from '../../src/domain/kernel/day.ts';
import { membersByName } from '../../src/domain/member/member.ts';
import { productsByKey } from '../../src/domain/product/product.ts';
import { releasesByDate } from '../../src/domain/release/release.ts';
import type { NamedCall } from '../../src/domain/verbs.ts';
import { exampleFile, examplePlan, examplePeople, exampleProduct, exampleRows, exampleStates, type SoFar } from './example.ts';

/** The workspace that is to be filled, seen from outside: what seeds need and no more. */
export interface Seeding {
  /** Does several things as one change, in the name of the first admin. */
  readonly run: (calls: readonly NamedCall[]) => Promise<void>;
  readonly look: <T>(look: (view: View) => T) => Promise<T>;
  readonly now: Instant;
  /** IANA name of the zone whose day is the product's. */
  readonly zone: string;
}

/** Rows of one change, as an import takes them. */
const AT_ONCE = 500;

/** Tells the example's story through the verbs, as if somebody had brought the backlog and planned on it today. */
export async function seedExample({ run, look, now, zone }: Seeding): Promise<void> {
  const today = dayIn(zone, now);
  const { rows, relations } = exampleRows(today);
  await run([{ verb: 'createProduct', input: { ...exampleProduct, zone } }]);
  const product = await look((view) => view.list(productsByKey, 'all').at(0)!.id);
  await run([{ verb: 'startImport', input: { product, ...exampleFile, rows: rows.length, states: [...exampleStates], highestNumber: 0 } }]);
  const file = await look((view) => [...view.all('import')][0]!.id);
  for (const part of parts(rows)) await run([{ verb: 'importRows', input: { import: file, rows: part } }]);
  for (const part of parts(relations)) await run([{ verb: 'importRelations', input: { import: file, relations: part } }]);
  await run([{ verb: 'endImport', input: { import: file, as: 'done', skipped: 0 } }]);
  await run(examplePeople(await look((view) => soFar(view, product))));
  for (const call of examplePlan(today, await look((view) => soFar(view, product)))) await run([call]);
}

function soFar(view: View, product: string): SoFar {
  const releases = new Map(Array.from(view.list(releasesByDate, product), ({ id, name }) => [name, id]));
  const members = new Map(Array.from(view.list(membersByName, 'all'), ({ id, name }) => [name, id]));
  const numbers = new Map(Array.from(view.list(itemsByNumber, product), ({ number, id }) => [number!, id]));
  return { product, item: named(numbers), release: named(releases), member: named(members) };
}

const named =
  <K>(known: ReadonlyMap<K, string>) =>
  (name: K): string => {
    const id = known.get(name);
    if (id === undefined) throw new Error(`the example has no ${String(name)}`);
    return id;
  };

function* parts<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}
