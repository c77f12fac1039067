import type { Category } from '../../../domain/backlog/category.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import type { View } from '../../../domain/collections.ts';
import type { Estimate } from '../../../domain/estimation/estimate.ts';
import { byCodeUnit, type Fields, type Update } from '../../../domain/kernel/change.ts';
import { nameIn } from '../../app/name-in.ts';
import { shortDay } from '../../ui/format-day.ts';
import { categoryOfOneInText } from '../category-of-one.ts';
import { estimateWords } from '../pickers/estimate-choices.ts';

type Words = (to: never, from: never, name: (collection: string, id: string) => string) => string;

/** What a change of each field is called. Fields that follow from others have no words of their own. */
const FIELD_WORDS: { readonly [F in keyof Item]?: Words } = {
  title: (to: string) => `renamed it to “${to}”`,
  type: (to: string) => `made it ${to === 'epic' ? 'an' : 'a'} ${to}`,
  category: (to: Category | null) => (to === null ? 'made its category that of its type' : `made its category ${categoryOfOneInText(to)}`),
  state: (to: string, _, name) => `moved it to ${name('state', to)}`,
  rank: (to: string, from: string) => (byCodeUnit(to, from) < 0 ? 'moved it up' : 'moved it down'),
  parent: (to: string | null, from: string | null, name) =>
    to === null ? `took it out from under ${name('item', from!)}` : `put it under ${name('item', to)}`,
  estimate: (to: Estimate | null, from: Estimate | null) =>
    to === null ? 'took its estimate away' : `estimated it at ${estimateWords(to)}${from === null ? '' : ` instead of ${estimateWords(from)}`}`,
  assignee: (to: string | null, from: string | null, name) => (to === null ? `took it from ${name('member', from!)}` : `gave it to ${name('member', to)}`),
  team: (to: string | null, from: string | null, name) => (to === null ? `took it from ${name('team', from!)}` : `gave it to ${name('team', to)}`),
  release: (to: string | null, from: string | null, name) => (to === null ? `took it out of ${name('release', from!)}` : `put it in ${name('release', to)}`),
  sprint: (to: string | null, from: string | null, name) => (to === null ? `took it out of ${name('sprint', from!)}` : `put it in ${name('sprint', to)}`),
  description: (to: string | null, from: string | null) =>
    to === null ? 'took its description away' : from === null ? 'described it' : 'changed its description',
  dueOn: (to: string | null) => (to === null ? 'took its due date away' : `set its due date to ${day(to)}`),
  promisedOn: (to: string | null) => (to === null ? 'took its promise back' : `promised it for ${day(to)}`),
  parkedAt: (to: string | null) => (to === null ? 'brought it back' : 'parked it'),
  trashedAt: (to: string | null) => (to === null ? 'restored it' : 'moved it to the trash'),
  declineReason: (to: string) => `declined it: “${to}”`,
};

/** What a change of an item's own fields is called, part by part. */
export function itemWords(view: View, change: Update): string[] {
  const { from, to } = change;
  const name = nameIn(view);
  const fields = Object.keys(FIELD_WORDS).filter((field) => field in to && !isSaidElsewhere(field, to));
  const words = fields.map((field) => (FIELD_WORDS[field as keyof Item] as (...values: unknown[]) => string)(to[field], from[field], name)); // the field picks its values
  const parked = typeof to['returnOn'] === 'string' ? ` until ${day(to['returnOn'])}` : '';
  return [...words.map((word) => (word === 'parked it' ? `${word}${parked}` : word)), ...tagWords(change)];
}

/** A reason tells of the state, and taking one away tells nothing. */
function isSaidElsewhere(field: string, to: Fields): boolean {
  return (field === 'state' && typeof to['declineReason'] === 'string') || (field === 'declineReason' && to[field] === null);
}

function tagWords({ sets }: Update): string[] {
  const { add = [], remove = [] } = sets?.['tags'] ?? {};
  const list = (tags: readonly string[]) => `the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`;
  return [...(add.length > 0 ? [`added ${list(add)}`] : []), ...(remove.length > 0 ? [`removed ${list(remove)}`] : [])];
}

/** With its year: history goes back. */
const day = (value: string): string => shortDay(value, '');
