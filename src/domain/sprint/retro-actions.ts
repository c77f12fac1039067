import { z } from 'zod';
import { createItems } from '../backlog/create-items.ts';
import { verb, type View } from '../collections.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import { textSchema } from '../kernel/text.ts';
import { retroActionsOf } from './retro-action.ts';

/** The actions of a sprint are its team's, like its plan. */
const onAction = (view: View, action: string): Claim[] => [
  { may: 'read', on: { in: 'retroAction', id: action } },
  { may: 'plan-sprints', on: { in: 'sprint', id: view.get('retroAction', action).sprint } },
];

export const addRetroAction = verb({
  name: 'addRetroAction',
  does: 'Write down what a team means to do otherwise, in the retrospective of a sprint.',
  route: ['POST', '/sprints/{sprint}/retro-actions'],
  input: z.strictObject({ sprint: ref('sprint'), text: textSchema(500) }),
  needs: (_, { sprint }) => [{ may: 'plan-sprints', on: { in: 'sprint', id: sprint } }],
  run(draft, { sprint, text }, context) {
    const last = Array.from(draft.workspace.list(retroActionsOf, sprint)).at(-1);
    draft.create('retroAction', { id: context.newId(), sprint, text, item: null, place: last === undefined ? 0 : last.place + 1 });
  },
});

export const updateRetroAction = verb({
  name: 'updateRetroAction',
  does: 'Say in other words what a team means to do otherwise.',
  route: ['PATCH', '/retro-actions/{retroAction}'],
  input: z.strictObject({ retroAction: ref('retroAction'), text: textSchema(500) }),
  needs: (view, { retroAction }) => onAction(view, retroAction),
  run: (draft, { retroAction, text }) => draft.update('retroAction', retroAction, { text }),
});

export const removeRetroAction = verb({
  name: 'removeRetroAction',
  does: 'Take an action out of a retrospective. What it became in the backlog stays there.',
  route: ['DELETE', '/retro-actions/{retroAction}'],
  input: z.strictObject({ retroAction: ref('retroAction') }),
  needs: (view, { retroAction }) => onAction(view, retroAction),
  run: (draft, { retroAction }) => draft.remove('retroAction', retroAction),
});

export const makeItemOfAction = verb({
  name: 'makeItemOfAction',
  does: 'Make an item at the end of the backlog of what a team means to do otherwise. The action names it from then on; made once, nothing is made again.',
  route: ['POST', '/retro-actions/{retroAction}/item'],
  input: z.strictObject({ retroAction: ref('retroAction') }),
  needs: (view, { retroAction }) => {
    const { sprint } = view.get('retroAction', retroAction);
    return [...onAction(view, retroAction), { may: 'edit-items', on: { in: 'product', id: view.get('sprint', sprint).product } }];
  },
  run(draft, { retroAction }, context) {
    const { sprint, text, item } = draft.workspace.get('retroAction', retroAction);
    if (item !== null) return;
    const { product, team } = draft.workspace.get('sprint', sprint);
    const id = context.newId(); // the first one that the item takes, too
    const ids = [id];
    const input = createItems.input.parse({ product, items: [{ title: text, type: 'chore', team }] });
    createItems.run(draft, input, { ...context, newId: () => ids.shift() ?? context.newId() });
    draft.update('retroAction', retroAction, { item: id });
  },
});
