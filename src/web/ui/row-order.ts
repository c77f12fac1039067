import type { RowPlace } from './use-row-drag.ts';

/** A row in a list whose order people make, with the group that it is in, where the list has groups. */
export interface OrderedRow {
  readonly id: string;
  readonly group?: string;
}

/** Where a row goes: under which other one (null: to the top), and in which group. */
export interface NewPlace {
  readonly after: string | null;
  readonly group: string | undefined;
}

/** Where a row goes that is dropped beside another one; undefined where it stands already. */
export function placeBeside(rows: readonly OrderedRow[], moved: string, { row, edge }: RowPlace): NewPlace | undefined {
  const rest = rows.filter(({ id }) => id !== moved);
  const at = rest.findIndex(({ id }) => id === row);
  const own = rows.findIndex(({ id }) => id === moved);
  if (at < 0 || own < 0) return undefined;
  const place = { after: rest[edge === 'below' ? at : at - 1]?.id ?? null, group: rest[at]!.group };
  const stays = place.after === (rows[own - 1]?.id ?? null) && place.group === rows[own]!.group;
  return stays ? undefined : place;
}

/** Where a row goes that moves one place up or down: at the end of its group into the next one; undefined at the end of all. */
export function placeStepped(rows: readonly OrderedRow[], moved: string, by: 1 | -1): NewPlace | undefined {
  const at = rows.findIndex(({ id }) => id === moved);
  const [own, neighbour] = [rows[at], rows[at + by]];
  if (!own || !neighbour) return undefined;
  if (neighbour.group !== own.group) return { after: rows[at - 1]?.id ?? null, group: neighbour.group };
  return placeBeside(rows, moved, { row: neighbour.id, edge: by === 1 ? 'below' : 'above' });
}
