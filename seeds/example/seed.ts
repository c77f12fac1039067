import type { View } from '../../src/domain/collections.ts';
import { byCodeUnit } from '../../src/domain/kernel/change.ts';
import { dayIn, type Day, type Instant } from '../../src/domain/kernel/day.ts';
import { productsByKey } from '../../src/domain/product/product.ts';
import type { NamedCall } from '../../src/domain/verbs.ts';
import { exampleFile, exampleProduct, exampleRows, exampleStates } from './example.ts';
import { planOf, type Deed } from './plan.ts';
import { soFar } from './so-far.ts';
import { sprintsOf } from './sprints.ts';

/** When and by whom something was done, where that was not now and not by whoever looks round. */
export interface Told {
  readonly by?: string | undefined;
  readonly happened?: { readonly on: Day; readonly at: Instant } | undefined;
}

/** The workspace that is to be filled, seen from outside: what seeds need and no more. */
export interface Seeding {
  /** Does several things as one change, in the name of the first admin unless told otherwise. */
  readonly run: (calls: readonly NamedCall[], told?: Told) => Promise<void>;
  readonly look: <T>(look: (view: View) => T) => Promise<T>;
  readonly now: Instant;
  /** IANA name of the zone whose day is the product's. */
  readonly zone: string;
}

/** Rows of one change, as an import takes them. */
const AT_ONCE = 500;

/** Tells the example's story through the verbs, as if somebody had brought the backlog and told what was done on it since. */
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
  const deeds = [...planOf(today), ...sprintsOf(today)].sort((a, b) => byCodeUnit(a.on, b.on));
  for (const deed of deeds) await does(deed);

  async function does({ on, by, calls: callsOf }: Deed): Promise<void> {
    const { calls, member } = await look((view) => {
      const so = soFar(view, product);
      return { calls: callsOf(so), member: by === undefined ? undefined : so.member(by) };
    });
    if (calls.length > 0) await run(calls, { by: member, ...(on === today ? {} : { happened: { on, at: `${on}T10:00:00.000Z` } }) });
  }
}

function* parts<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}
