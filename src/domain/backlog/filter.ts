import type { View } from '../collections.ts';
import type { Item } from './item.ts';

/** Which items are wanted: of each field one of the values named, of the text every word. A field without values wants all. */
export interface ItemFilter {
  /** Words of the key or the title. */
  readonly text: string;
  readonly types: readonly string[];
  readonly states: readonly string[];
  /** Members; null: those without one. Likewise with releases, sprints and tags. */
  readonly assignees: readonly (string | null)[];
  readonly releases: readonly (string | null)[];
  readonly sprints: readonly (string | null)[];
  readonly tags: readonly (string | null)[];
}

export const ALL_ITEMS: ItemFilter = { text: '', types: [], states: [], assignees: [], releases: [], sprints: [], tags: [] };

/** Whether a filter hides anything at all. */
export const isFiltering = ({ text, ...fields }: ItemFilter): boolean => text.trim() !== '' || Object.values(fields).some((values) => values.length > 0);

/** A question to be asked of many items: whether the filter wants one. */
export function matcherOf(view: View, filter: ItemFilter): (item: Item) => boolean {
  const asked: ((item: Item) => boolean)[] = [];
  const ask = <T>(values: readonly T[], isOne: (item: Item, wanted: ReadonlySet<T>) => boolean) => {
    const wanted = new Set(values);
    if (wanted.size > 0) asked.push((item) => isOne(item, wanted));
  };
  ask(filter.types, ({ type }, types) => types.has(type));
  ask(filter.states, ({ state }, states) => states.has(state));
  ask(filter.assignees, ({ assignee }, assignees) => assignees.has(assignee));
  ask(filter.releases, ({ release }, releases) => releases.has(release));
  ask(filter.sprints, ({ sprint }, sprints) => sprints.has(sprint));
  ask(filter.tags, ({ tags }, wanted) => (tags.length === 0 ? wanted.has(null) : tags.some((tag) => wanted.has(tag))));
  const words = wordsOf(filter.text);
  if (words.length > 0) asked.push(wordMatcher(view, words));
  return (item) => asked.every((isWanted) => isWanted(item));
}

/** The words of what was typed, as they are searched. */
export const wordsOf = (typed: string): string[] => fold(typed).split(/\s+/).filter(Boolean);

/** A question to be asked of many items: whether the key or the title of one has every word. */
export function wordMatcher(view: View, words: readonly string[]): (item: Item) => boolean {
  const products = new Map<string, string>();
  const keyOf = ({ product, number }: Item): string => {
    if (number === null) return '';
    let key = products.get(product);
    if (key === undefined) products.set(product, (key = `${fold(view.get('product', product).key)}-`));
    return key + number;
  };
  return (item) => {
    const title = titleOf(item);
    return words.every((word) => title.includes(word) || keyOf(item).includes(word));
  };
}

/** A text as it is searched: without case and accents. */
export const fold = (text: string): string => (isPlain(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();

/** Most texts have nothing to be taken apart, and to see that is quicker than to try. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

const titles = new WeakMap<Item, string>();

/** Titles are folded once: a record never changes. */
function titleOf(item: Item): string {
  let title = titles.get(item);
  if (title === undefined) titles.set(item, (title = fold(item.title)));
  return title;
}
