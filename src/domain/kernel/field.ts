import type { Entity } from './change.ts';
import type { IndexOf } from './record-index.ts';

/** What a field of a record holds. From these descriptions come the tables, lists, filters, facts, import and export. */
export type Field =
  | (Kind<'text'> & { readonly max: number })
  | Kind<'choice'>
  | Kind<'number'>
  | Kind<'flag'>
  | Kind<'day'>
  | Kind<'instant'>
  /** A fractional key. Undone as a place, never as a key. */
  | Kind<'rank'>
  /** Small structured JSON, e.g. an estimate. */
  | Kind<'json'>
  /** A set of texts. Changed by members. */
  | Kind<'tags'>
  /** The id of the current version of a long text; the body is loaded on demand. */
  | Kind<'long-text'>
  /** The id of one other record; `by` is the index that finds the records with this field, where it is asked often. */
  | (Kind<'ref'> & { readonly to: string; readonly by?: IndexOf<never> })
  /** A set of ids of other records. */
  | (Kind<'refs'> & { readonly to: string });

interface Kind<K extends string> {
  readonly kind: K;
  /** In the product's words, as a column head or in history. */
  readonly label: string;
  /** Its changes are kept as facts, from which history readings are answered. */
  readonly history?: true;
  /** Never taken back by undo, e.g. a counter of numbers given. */
  readonly lasting?: true;
  /** Changes along with this other field and is taken back with it or not at all, e.g. the day of closing with the state. */
  readonly with?: string;
  /** A day on which something happens by itself: the database finds it over all workspaces. */
  readonly awaited?: true;
}

/** One kind of record that a workspace keeps. */
export interface Collection<R extends Entity = Entity> {
  readonly name: string;
  /** Plural and kebab-case, in routes: `key-results`. Null: it has no route of its own. */
  readonly resource: string | null;
  readonly fields: { readonly [F in Exclude<keyof R, keyof Entity> & string]: Field };
  /** Stays on the server: written to the log and the tables, and sent to nobody. */
  readonly serverOnly?: true;
}

export const fieldsOf = (collection: Collection): [string, Field][] => Object.entries(collection.fields);
