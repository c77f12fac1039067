import { z } from 'zod';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { CHANGES_PER_ENTRY } from '../kernel/entry.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { foldName, textSchema } from '../kernel/text.ts';
import type { Context } from '../kernel/verb.ts';
import { closeOrOpen, enterState } from './enter-state.ts';
import { itemsInState } from './item.ts';
import { STATE_GROUPS, type StateGroup } from './state-group.ts';
import { NO_WIP_LIMIT, type State, statesOf } from './state.ts';
import { missingGroup } from './state-rules.ts';

const nameSchema = textSchema(60);
const placeSchema = z.int().min(0).max(999);

export const createState = verb({
  name: 'createState',
  does: 'Add a step to a product’s workflow.',
  route: ['POST', '/products/{product}/states'],
  input: z.strictObject({ product: ref('product'), name: nameSchema, group: z.enum(STATE_GROUPS), place: placeSchema.optional() }),
  needs: (_, { product }) => [{ may: 'edit-product', on: { in: 'product', id: product } }],
  blockers: (view, { product, name }) => nameTaken(view, { id: '', product, name }),
  run(draft, { product, name, group, place }, context) {
    const at = place ?? draft.workspace.list(statesOf, product).length;
    draft.create('state', { id: context.newId(), product, name, group, place: at, ...NO_WIP_LIMIT });
  },
});

export const updateState = verb({
  name: 'updateState',
  does: 'Change a step of a workflow: its name, its place, how much may be in it, or what it means. Items in it close or open with it.',
  route: ['PATCH', '/states/{state}'],
  input: z.strictObject({
    state: ref('state'),
    name: nameSchema.optional(),
    group: z.enum(STATE_GROUPS).optional(),
    place: placeSchema.optional(),
    /** At most so many items of a team in it at once; null: no limit. */
    wipLimit: z.int().min(1).max(1000).nullable().optional(),
    /** Whether the limit stops, or only warns. */
    isWipStrict: z.boolean().optional(),
  }),
  needs: (_, { state }) => [{ may: 'edit-product', on: { in: 'state', id: state } }],
  blockers(view, { state: id, name, group }) {
    const state = view.get('state', id);
    return [
      ...(name === undefined ? [] : nameTaken(view, { ...state, name })),
      ...(group === undefined || group === state.group ? [] : [...leavesNone(view, state, group), ...tooMany(view, id)]),
    ];
  },
  run(draft, { state, name, group, place, wipLimit, isWipStrict }, context) {
    draft.update('state', state, {
      ...(wipLimit === undefined ? {} : { wipLimit }),
      ...(isWipStrict === undefined ? {} : { isWipStrict }),
      ...(name === undefined ? {} : { name }),
      ...(group === undefined ? {} : { group }),
      ...(place === undefined ? {} : { place }),
    });
    if (group !== undefined) for (const item of itemsIn(draft, state)) closeOrOpen(draft, item, { group, context });
  },
});

export const removeState = verb({
  name: 'removeState',
  does: 'Remove a step from a workflow; items that are in it go to another one, and the columns of boards that name it do without it.',
  route: ['POST', '/states/{state}/remove'],
  input: z.strictObject({ state: ref('state'), replacement: ref('state').nullable().default(null) }),
  needs: (_, { state, replacement }) => [state, ...(replacement === null ? [] : [replacement])].map((id) => ({ may: 'edit-product', on: { in: 'state', id } })),
  blockers(view, { state: id, replacement }) {
    const state = view.get('state', id);
    const items = view.list(itemsInState, id).length;
    if (items > 0 && replacement === null) return [{ code: 'state-in-use', state: id, items }];
    const other = replacement === null ? undefined : view.get('state', replacement);
    if (other && (other.id === id || other.product !== state.product)) return [{ code: 'not-there', collection: 'state', id: other.id }];
    return [...leavesNone(view, state, null), ...tooMany(view, id)];
  },
  run(draft, { state, replacement }, context) {
    if (replacement !== null) moveAll(draft, { from: state, to: replacement, context });
    for (const { id, states } of draft.workspace.all('boardColumn'))
      if (states.includes(state)) draft.update('boardColumn', id, { states: states.filter((one) => one !== state) });
    draft.remove('state', state);
  },
});

function moveAll(draft: WorkspaceDraft, { from, to, context }: { from: string; to: string; context: Context }): void {
  const state = draft.workspace.get('state', to);
  for (const item of itemsIn(draft, from)) enterState(draft, item, { state, context });
}

const itemsIn = (draft: WorkspaceDraft, state: string): string[] => Array.from(draft.workspace.list(itemsInState, state), ({ id }) => id);

function nameTaken(view: View, { id, product, name }: Pick<State, 'id' | 'product' | 'name'>): Blocker[] {
  const twin = [...view.list(statesOf, product)].find((other) => other.id !== id && foldName(other.name) === foldName(name));
  return twin ? [{ code: 'same-twice', what: `The state “${twin.name}”` }] : [];
}

/** A workflow needs a state to start in, one to end in and one to decline into. `becomes`: its group from now on; null: it goes. */
function leavesNone(view: View, state: State, becomes: StateGroup | null): Blocker[] {
  const after = Array.from(view.list(statesOf, state.product)).flatMap(({ id, group }) => (id !== state.id ? [group] : becomes === null ? [] : [becomes]));
  return missingGroup(after) === state.group ? [{ code: 'last-in-group', state: state.id }] : [];
}

function tooMany(view: View, state: string): Blocker[] {
  const isTooMuch = view.list(itemsInState, state).length >= CHANGES_PER_ENTRY;
  return isTooMuch ? [{ code: 'too-many', what: 'Items in a state that changes', most: CHANGES_PER_ENTRY - 1 }] : [];
}
