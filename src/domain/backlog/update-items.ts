import { z } from 'zod';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { estimateSchema } from '../estimation/estimate.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { daySchema } from '../kernel/day.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { textSchema } from '../kernel/text.ts';
import { CATEGORIES } from './category.ts';
import { claimsOnItems } from './item-claims.ts';
import { isLarger, ITEM_TYPES, type ItemType } from './item-type.ts';
import { childrenOf, type Item } from './item.ts';
import { itemsSchema } from './items-schema.ts';
import { tagsSchema } from './tags.ts';

/** Plain fields of an item; what is left out stays as it is. */
export const plainValues = {
  type: z.enum(ITEM_TYPES).optional(),
  /** Null: that of its type. */
  category: z.enum(CATEGORIES).nullable().optional(),
  estimate: estimateSchema.nullable().optional(),
  assignee: ref('member').nullable().optional(),
  team: ref('team').nullable().optional(),
  dueOn: daySchema.nullable().optional(),
  /** All of them; `addTags` and `removeTags` leave the others as they are. */
  tags: tagsSchema.optional(),
  addTags: tagsSchema.optional(),
  removeTags: tagsSchema.optional(),
};
const plainSchema = z.strictObject(plainValues);
export type PlainValues = z.infer<typeof plainSchema> & { readonly title?: string | undefined };

export const updateItems = verb({
  name: 'updateItems',
  does: 'Give one or many items other values: type, category, estimate, assignee, team, due date or tags; one of them also another title.',
  route: ['POST', '/update-items'],
  input: z
    .strictObject({ items: itemsSchema, title: textSchema(500).optional(), ...plainValues })
    .refine(({ items, title }) => title === undefined || items.length === 1, { path: ['title'], message: 'only one item at a time gets a title' }),
  needs: (view, { items, ...values }) => [...claimsOnItems(view, 'edit-items', items), ...claimsOfValues(values)],
  blockers: (view, { items, ...values }) => {
    const named = items.map((id) => view.get('item', id));
    return valueBlockers(view, named, values);
  },
  run(draft, { items, ...values }) {
    for (const id of items) writeValues(draft, id, values);
  },
});

/** What the named values themselves ask for: to read what they point at. */
export const claimsOfValues = ({ team }: PlainValues): Claim[] => (team ? [{ may: 'read', on: { in: 'team', id: team } }] : []);

/** Why items can't have these values: a type that would not fit above or below. */
export function valueBlockers(view: View, items: readonly Item[], { type }: PlainValues): Blocker[] {
  const also = new Set(items.map(({ id }) => id));
  return type === undefined ? [] : items.flatMap((item) => typeBlockers(view, item, { type, also }));
}

/** A parent stays larger than its children; those in `also` get the same type, so that they never fit. */
function typeBlockers(view: View, { id, parent }: Item, { type, also }: { type: ItemType; also: ReadonlySet<string> }): Blocker[] {
  const typeOf = (other: { id: string; type: ItemType }) => (also.has(other.id) ? type : other.type);
  const above = parent === null ? undefined : view.get('item', parent);
  if (above && !isLarger(typeOf(above), type)) return [{ code: 'parent-not-larger', parent: above.id, child: type }];
  const small = [...view.list(childrenOf, id)].find((child) => !isLarger(type, typeOf(child)));
  return small ? [{ code: 'parent-not-larger', parent: id, child: typeOf(small) }] : [];
}

/** Writes what was given and leaves the rest as it is. */
export function writeValues(draft: WorkspaceDraft, id: string, { tags, addTags = [], removeTags = [], ...values }: PlainValues): void {
  const now = draft.workspace.get('item', id).tags;
  const leaving = new Set(removeTags);
  const wanted = [...new Set([...(tags ?? now).filter((tag) => !leaving.has(tag)), ...addTags])].sort(byCodeUnit);
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  draft.update('item', id, { ...given, tags: wanted });
}
