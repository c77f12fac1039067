import { z } from 'zod';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import type { Claim } from '../kernel/permission.ts';
import { criterionPlaces } from './criterion-places.ts';
import { criterionText } from './criterion.ts';

const onItem = (item: string): Claim[] => [{ may: 'edit-items', on: { in: 'item', id: item } }];
const onCriteria = (...ids: string[]): Claim[] => ids.map((id) => ({ may: 'edit-items', on: { in: 'criterion', id } }));

export const addCriteria = verb({
  name: 'addCriteria',
  does: 'Add acceptance criteria to an item, one a line.',
  route: ['POST', '/items/{item}/criteria'],
  input: z.strictObject({ item: ref('item'), texts: z.array(criterionText).min(1).max(200) }),
  needs: (_, { item }) => onItem(item),
  run(draft, { item, texts }, context) {
    const places = criterionPlaces(draft, item, { after: undefined, count: texts.length });
    texts.forEach((text, at) => draft.create('criterion', { id: context.newId(), item, text, done: false, place: places[at]! }));
  },
});

export const updateCriterion = verb({
  name: 'updateCriterion',
  does: 'Change what an acceptance criterion says, or whether it is met.',
  route: ['PATCH', '/criteria/{criterion}'],
  input: z.strictObject({ criterion: ref('criterion'), text: criterionText.optional(), done: z.boolean().optional() }),
  needs: (_, { criterion }) => onCriteria(criterion),
  run: (draft, { criterion, text, done }) =>
    draft.update('criterion', criterion, { ...(text === undefined ? {} : { text }), ...(done === undefined ? {} : { done }) }),
});

export const removeCriterion = verb({
  name: 'removeCriterion',
  does: 'Remove an acceptance criterion.',
  route: ['DELETE', '/criteria/{criterion}'],
  input: z.strictObject({ criterion: ref('criterion') }),
  needs: (_, { criterion }) => onCriteria(criterion),
  run: (draft, { criterion }) => draft.remove('criterion', criterion),
});

export const moveCriterion = verb({
  name: 'moveCriterion',
  does: 'Move an acceptance criterion under another one of its item, or to the top.',
  route: ['POST', '/criteria/{criterion}/move'],
  input: z.strictObject({ criterion: ref('criterion'), after: ref('criterion').nullable() }),
  needs: (_, { criterion, after }) => onCriteria(criterion, ...(after === null ? [] : [after])),
  blockers(view, { criterion, after }) {
    const isElsewhere = after !== null && view.get('criterion', after).item !== view.get('criterion', criterion).item;
    return isElsewhere ? [{ code: 'not-there', collection: 'criterion', id: after }] : [];
  },
  run(draft, { criterion, after }) {
    if (after === criterion) return;
    const { item } = draft.workspace.get('criterion', criterion);
    const [place] = criterionPlaces(draft, item, { after, count: 1, moving: criterion });
    draft.update('criterion', criterion, { place: place! });
  },
});
