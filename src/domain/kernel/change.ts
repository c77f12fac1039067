import type { Day, Instant } from './day.ts';

/** Anything a workspace keeps. `version` and `touchedAt` are stamped by the entry that last touched it, never written by a verb. */
export interface Entity {
  readonly id: string;
  /** The seq of the last entry that changed it; 0 before the server has written one. */
  readonly version?: number;
  /** When somebody last touched it, also where that was before it came here; keys re-spread by the kernel and being put aside are no touch. */
  readonly touchedAt?: Instant;
}

/** What a field may hold: plain JSON, empty is null, a set is a sorted list of strings. */
export type Value = string | number | boolean | null | readonly string[] | { readonly [name: string]: Value };
export type Fields = Readonly<Record<string, Value>>;

/** Members that a set gained and lost. Two people who add to one set do not overwrite each other. */
export interface SetChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Between which two records a ranked one stood before the change, so that undo finds a place and not a key. */
export interface Place {
  readonly above: string | null;
  readonly below: string | null;
}

interface Happened {
  /** The day on which it happened, where that was before it came here. */
  readonly happenedOn?: Day;
  /** Only in what is sent to those who do not see the whole: the record's own stamps, which the part that they see does not tell. */
  readonly stamp?: Pick<Entity, 'version' | 'touchedAt'>;
}

export interface Create extends Happened {
  readonly op: 'create';
  readonly in: string;
  readonly record: Entity;
}

export interface Remove extends Happened {
  readonly op: 'remove';
  readonly in: string;
  readonly record: Entity;
}

export interface Update extends Happened {
  readonly op: 'update';
  readonly in: string;
  readonly id: string;
  readonly from: Fields;
  readonly to: Fields;
  readonly sets?: Readonly<Record<string, SetChange>>;
  readonly place?: Place;
  /** The kernel gave a neighbour a shorter rank key in the same place: not history, not a touch, not undone, not told. */
  readonly respread?: true;
  /** The record was only put aside: nobody worked on it, so this is no touch, and neither is taking it back. */
  readonly aside?: true;
}

/** One record made, changed or removed. Holds enough to be undone; several of them, in order, are one log entry. */
export type Change = Create | Remove | Update;

/** The record that a change is about. */
export const idOf = (change: Change): string => (change.op === 'update' ? change.id : change.record.id);

/** Whether two field values are the same, by structure. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => name in b && same((a as Fields)[name], (b as Fields)[name]));
}

/** The members of a set after a change, sorted by code unit so that the order is the same everywhere. */
export function changeSet(members: readonly string[], { add, remove }: SetChange): readonly string[] {
  const leaving = new Set(remove);
  return [...new Set([...members.filter((member) => !leaving.has(member)), ...add])].sort(byCodeUnit);
}

/** The order of strings in Cutline: by code unit, never by locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
