import type { View } from '../collections.ts';
import type { Item } from './item.ts';
import { keyOf } from './item-key.ts';

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
  const words = wordsOf(filter.text);
  const types = oneOf<string>(filter.types);
  const states = oneOf(filter.states);
  const assignees = oneOf(filter.assignees);
  const releases = oneOf(filter.releases);
  const sprints = oneOf(filter.sprints);
  const tags = oneOf(filter.tags);
  return (item) =>
    types(item.type) &&
    states(item.state) &&
    assignees(item.assignee) &&
    releases(item.release) &&
    sprints(item.sprint) &&
    (item.tags.length === 0 ? tags(null) : filter.tags.length === 0 || item.tags.some(tags)) &&
    hasWords(view, item, words);
}

const oneOf = <T>(values: readonly T[]): ((value: T) => boolean) => {
  const wanted = new Set(values);
  return (value) => wanted.size === 0 || wanted.has(value);
};

/** The words of what was typed, as they are searched. */
export const wordsOf = (typed: string): string[] => fold(typed).split(/\s+/).filter(Boolean);

/** Whether an item's key or title has every word. */
export function hasWords(view: View, item: Item, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const key = fold(keyOf(view, item) ?? '');
  return words.every((word) => key.includes(word) || titleOf(item).includes(word));
}

/** A text as it is searched: without case and accents. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const titles = new WeakMap<Item, string>();

/** Titles are folded once: a record never changes. */
function titleOf(item: Item): string {
  let title = titles.get(item);
  if (title === undefined) titles.set(item, (title = fold(item.title)));
  return title;
}
