import { categoryOf, type Category } from '../backlog/category.ts';
import { itemsInRelease, type Item } from '../backlog/item.ts';
import { groupOf } from '../backlog/open.ts';
import type { View } from '../collections.ts';

/** What readers of the notes are told of, in this order. What is done for the team itself, technical debt and infrastructure, is not in them. */
const HEADINGS: readonly (readonly [Category, string])[] = [
  ['new-feature', 'New'],
  ['market-opportunity', 'For new markets'],
  ['enhancement', 'Better'],
  ['ui-enhancement', 'Easier to use'],
  ['defect', 'Fixed'],
];

/**
 * The notes of a release as far as they write themselves: what is done in it, in Markdown, grouped by category, best first. What is done is
 * told once: a feature stands for the stories below it, unless it is internal itself, and no task is named.
 */
export function draftNotes(view: View, release: string): string {
  const { name, goal } = view.get('release', release);
  const told = [...view.list(itemsInRelease, release)].filter((item) => isTold(view, item));
  const groups = HEADINGS.flatMap(([category, heading]) => {
    const lines = told.filter((item) => categoryOf(item) === category).map(({ title }) => `- ${escaped(title)}`);
    return lines.length === 0 ? [] : [[`## ${heading}`, lines.join('\n')].join('\n\n')];
  });
  return `${[`# ${escaped(name)}`, ...(goal === '' ? [] : [escaped(goal)]), ...groups].join('\n\n')}\n`;
}

function isTold(view: View, item: Item): boolean {
  if (item.type === 'task' || !isDoneIn(view, item, item.release)) return false;
  return !hasToldAbove(view, item);
}

/** Whether a feature or epic above it is done in the same release too, and told. */
function hasToldAbove(view: View, item: Item): boolean {
  for (let above = parentOf(view, item); above; above = parentOf(view, above)) if (isDoneIn(view, above, item.release) && isForReaders(above)) return true;
  return false;
}

const isForReaders = (item: Item): boolean => HEADINGS.some(([category]) => category === categoryOf(item));

const parentOf = (view: View, { parent }: Item): Item | undefined => (parent === null ? undefined : view.find('item', parent));

const isDoneIn = (view: View, item: Item, release: string | null): boolean =>
  item.release === release && item.trashedAt === null && groupOf(view, item) === 'done';

/** A title as it is written, whatever Markdown would make of it. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>|~]/g, String.raw`\$&`).replace(/^(\d*)([#.)+-]\s)/, String.raw`$1\$2`);
