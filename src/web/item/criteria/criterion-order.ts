import type { RowPlace } from '../../ui/use-row-drag.ts';

/** Under which criterion a dropped one goes; null is the top, undefined where it stands already. */
export function placeAfter(ids: readonly string[], moved: string, { row, edge }: RowPlace): string | null | undefined {
  const rest = ids.filter((id) => id !== moved);
  const at = row === moved ? ids.indexOf(moved) : rest.indexOf(row) + (edge === 'below' ? 1 : 0);
  return at === ids.indexOf(moved) || at < 0 ? undefined : (rest[at - 1] ?? null);
}

/** Under which criterion one goes that moves one place up or down; undefined at the end of the list. */
export function stepped(ids: readonly string[], moved: string, by: 1 | -1): string | null | undefined {
  const to = ids.indexOf(moved) + by;
  if (to < 0 || to >= ids.length) return undefined;
  return ids.filter((id) => id !== moved)[to - 1] ?? null;
}
