import { byCodeUnit } from '../kernel/change.ts';

/** Lists made into one. */
export interface Merged {
  readonly order: readonly string[];
  /** The keys that count. */
  readonly keys: ReadonlyMap<string, string>;
  /** What stands by a key, its own or that of what it stands above. */
  readonly settled: ReadonlySet<string>;
}

/**
 * One order over several lists that breaks none of theirs. What a hand gave a key stands by it, with what is above it in its own list and has
 * none; below that the rest in turn: the first of each list, the second of each. Where keys go against their own list, because that was
 * ordered anew since, as many as can stay count and the others do not: what moved stands where its list has it, beside what did not.
 */
export function mergeLists(lists: readonly (readonly string[])[], keyOf: (id: string) => string | null): Merged {
  const keys = new Map(lists.flatMap((list) => keptKeys(list, keyOf)));
  const heads: Head[] = [];
  const rest: { id: string; turn: number; list: number }[] = [];
  for (const [list, ids] of lists.entries()) {
    let start = 0;
    for (const [at, id] of ids.entries()) {
      const key = keys.get(id);
      if (key === undefined) continue;
      heads.push({ key, list, ids: ids.slice(start, at + 1) });
      start = at + 1;
    }
    rest.push(...ids.slice(start).map((id, at) => ({ id, turn: start + at, list })));
  }
  heads.sort((a, b) => byCodeUnit(a.key, b.key) || a.list - b.list); // a stable sort: the same key twice in a list keeps its order
  rest.sort((a, b) => a.turn - b.turn || a.list - b.list);
  const settled = heads.flatMap(({ ids }) => ids);
  return { order: [...settled, ...rest.map(({ id }) => id)], keys, settled: new Set(settled) };
}

/** Something with a key, the last of what stands by it. */
interface Head {
  readonly key: string;
  readonly list: number;
  readonly ids: readonly string[];
}

/** The longest run of keys that go up with the list, by patience sorting: n × log n steps for a list of n. */
function keptKeys(list: readonly string[], keyOf: (id: string) => string | null): [string, string][] {
  const keyed = list.flatMap((id) => {
    const key = keyOf(id);
    return key === null ? [] : [{ id, key }];
  });
  const before: number[] = [];
  const ends: number[] = []; // of the runs of each length, the place of the one that ends lowest
  for (const [at, { key }] of keyed.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keyed[ends[middle]!]!.key <= key) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = at;
  }
  const run: [string, string][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) run.push([keyed[at]!.id, keyed[at]!.key]);
  return run.reverse();
}
