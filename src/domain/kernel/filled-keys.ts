import { generateNKeysBetween } from 'fractional-indexing';
import { LONGEST_KEY } from './rank.ts';

/**
 * Fractional keys for a short list in its order: those that stand keep theirs, and the missing ones (null) get keys between them. Where no
 * short one fits, all get new ones: for lists that are small enough for that.
 */
export function filledKeys(known: readonly (string | null)[]): string[] {
  const keys = [...known];
  for (let start = 0; start < keys.length; start++) {
    if (keys[start] !== null) continue;
    const end = endOfGap(keys, start);
    const fresh = keysBetween(keys[start - 1] ?? null, keys[end] ?? null, end - start);
    if (fresh === null) return generateNKeysBetween(null, null, known.length);
    keys.splice(start, fresh.length, ...fresh);
    start = end;
  }
  return keys as string[]; // every gap is filled
}

/**
 * Keys for `count` more of a short list, under the one with an id (null: at the top), and the keys that those that stand there have then: the
 * ones that they had, but where no short one fits between.
 */
export function keysUnder(list: readonly { readonly id: string; readonly place: string }[], { after, count }: { after: string | null; count: number }) {
  const at = list.findIndex(({ id }) => id === after) + 1;
  const places = list.map(({ place }) => place);
  const keys = filledKeys([...places.slice(0, at), ...Array.from({ length: count }, () => null), ...places.slice(at)]);
  return { fresh: keys.slice(at, at + count), standing: [...keys.slice(0, at), ...keys.slice(at + count)] };
}

function endOfGap(keys: readonly (string | null)[], start: number): number {
  let end = start;
  while (end < keys.length && keys[end] === null) end++;
  return end;
}

/** Null where the neighbours have the same key, stand the wrong way round, or leave no room for short ones. */
function keysBetween(above: string | null, below: string | null, count: number): string[] | null {
  if (above !== null && below !== null && above >= below) return null;
  const keys = generateNKeysBetween(above, below, count);
  return keys.every(({ length }) => length <= LONGEST_KEY) ? keys : null;
}
