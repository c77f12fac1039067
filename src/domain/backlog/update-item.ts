import { z } from 'zod';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { textSchema } from '../kernel/text.ts';
import { enterState } from './enter-state.ts';
import { claimsOnItems } from './item-claims.ts';
import { parentBlockers, standUnder } from './set-parent.ts';
import { elsewhere } from './set-state.ts';
import { claimsOfValues, plainValues, valueBlockers, writeValues } from './update-items.ts';
import { refusesWip } from './wip.ts';

/** The record's own PATCH: one item, with the rules of updateItems, setState and setParent. */
export const updateItem = verb({
  name: 'updateItem',
  does: 'Change one item: its title, plain values, state or parent.',
  route: ['PATCH', '/items/{item}'],
  input: z.strictObject({
    item: ref('item'),
    title: textSchema(500).optional(),
    ...plainValues,
    state: ref('state').optional(),
    parent: ref('item').nullable().optional(),
  }),
  needs: (view, { item, parent, state, ...values }) => [
    ...claimsOnItems(view, 'edit-items', parent ? [item, parent] : [item]),
    ...(state === undefined ? [] : [{ may: 'edit-items' as const, on: { in: 'state', id: state } }]),
    ...claimsOfValues(values),
  ],
  blockers(view, { item: id, parent, state, ...values }) {
    const item = view.get('item', id);
    return [
      ...(parent === undefined ? [] : parentBlockers(view, { ...item, type: values.type ?? item.type }, parent)),
      ...valueBlockers(view, [parent === undefined ? item : { ...item, parent }], values),
      ...(state === undefined ? [] : [...elsewhere(view, [id], view.get('state', state).product), ...refusesWip(view, [id], state)]),
    ];
  },
  run(draft, { item, parent, state, ...values }, context) {
    writeValues(draft, item, values);
    if (parent !== undefined) standUnder(draft, item, parent);
    if (state !== undefined) enterState(draft, item, { state: draft.workspace.get('state', state), context });
  },
});
