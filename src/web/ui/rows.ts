/** Rows in their order, read by place: a plain list is one. Others are made of rows with what was put in or left out, at a cost that follows only that. */
export interface Rows {
  readonly length: number;
  /** The row at a place counted from 0. */
  at(place: number): string | undefined;
  /** Where a row stands; -1: it is not here. */
  indexOf(id: string): number;
  slice(from?: number, to?: number): readonly string[];
}

/** A row that is put in before the row at a place. */
export interface PutIn {
  readonly at: number;
  readonly id: string;
}

/** A list that is asked for places more than once: what is needed for it is made at the first question. */
export function listed(ids: readonly string[]): Rows {
  let places: Map<string, number> | null = null;
  return {
    length: ids.length,
    at: (place) => (place < 0 ? undefined : ids[place]),
    indexOf: (id) => (places ??= new Map(ids.map((one, at) => [one, at]))).get(id) ?? -1,
    slice: (from, to) => ids.slice(from, to),
  };
}

/** Rows with others between them; `put` in the order of its places, which count the rows without them. */
export function withRows(rows: Rows, put: readonly PutIn[]): Rows {
  if (put.length === 0) return rows;
  const own = new Map(put.map(({ at, id }, n) => [id, at + n]));
  const length = rows.length + put.length;
  const at = (place: number) => {
    const before = countTo(put.length, (n) => put[n]!.at + n < place);
    const here = put[before];
    return here && here.at + before === place ? here.id : rows.at(place - before);
  };
  const indexOf = (id: string) => {
    const mine = own.get(id);
    if (mine !== undefined) return mine;
    const place = rows.indexOf(id);
    return place < 0 ? -1 : place + countTo(put.length, (n) => put[n]!.at <= place);
  };
  return { length, at, indexOf, slice: sliceOf(length, at) };
}

/** Rows without some of them. */
export function withoutRows(rows: Rows, gone: Iterable<string>): Rows {
  const places = Array.from(gone, (id) => rows.indexOf(id)).filter((place) => place >= 0);
  if (places.length === 0) return rows;
  places.sort((a, b) => a - b);
  const left = new Set(gone);
  const length = rows.length - places.length;
  // The n-th row that is gone stood after `places[n] - n` rows that stay.
  const at = (place: number) => (place < 0 ? undefined : rows.at(place + countTo(places.length, (n) => places[n]! - n <= place)));
  const indexOf = (id: string) => {
    const place = left.has(id) ? -1 : rows.indexOf(id);
    return place < 0 ? -1 : place - countTo(places.length, (n) => places[n]! < place);
  };
  return { length, at, indexOf, slice: sliceOf(length, at) };
}

const sliceOf =
  (length: number, at: (place: number) => string | undefined): Rows['slice'] =>
  (from = 0, to = length) =>
    Array.from({ length: Math.max(0, Math.min(length, to) - from) }, (_, n) => at(from + n)!);

/** How many of `length`, from the first on, a question is answered with yes. */
export function countTo(length: number, isStill: (at: number) => boolean): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isStill(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
