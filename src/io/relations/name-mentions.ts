import type { DraftItem } from '../rows/draft-item.ts';
import { each, type Step } from '../steps.ts';

/** Texts mention people by the tool's ids; what the columns of people say of these ids is put in their place. */
export function* nameMentions(drafts: readonly DraftItem[]): Generator<Step, void> {
  const names = new Map<string, string>();
  yield* each(drafts, ({ item: { assignee, reporter } }) => {
    for (const person of [assignee, reporter]) if (person?.id) names.set(person.id, person.name);
  });
  if (names.size === 0) return;
  yield* each(drafts, ({ item }) => {
    if (item.description?.includes('@'))
      item.description = item.description.replace(/(?<![\w.])@([\w:.-]{3,}[\w])/g, (whole, id: string) => (names.has(id) ? `@${names.get(id)}` : whole));
  });
}
