import { z } from 'zod';
import { STATE_GROUPS } from '../backlog/state-group.ts';
import { verb } from '../collections.ts';
import { byCodeUnit } from '../kernel/change.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { textSchema } from '../kernel/text.ts';
import { columnsOfTeam } from './board-column.ts';

const column = z.strictObject({
  /** One that is there already; left out: a new one. */
  id: ref('boardColumn').optional(),
  name: textSchema(60),
  groups: z.array(z.enum(STATE_GROUPS)).max(STATE_GROUPS.length).default([]),
  states: z.array(ref('state')).max(200).default([]),
});

export const setBoardColumns = verb({
  name: 'setBoardColumns',
  does: 'Say which columns a team’s board has, from the left: each with its name and the states or groups of states that it takes. With none, the states themselves are the columns.',
  route: ['POST', '/teams/{team}/board-columns'],
  input: z.strictObject({ team: ref('team'), columns: z.array(column).max(30) }),
  needs: (_, { team, columns }) => [
    { may: 'plan-sprints', on: { in: 'team', id: team } },
    ...columns.flatMap(({ id }): Claim[] => (id === undefined ? [] : [{ may: 'read', on: { in: 'boardColumn', id } }])),
    ...columns.flatMap(({ states }) => states.map((id): Claim => ({ may: 'read', on: { in: 'state', id } }))),
  ],
  blockers(view, { team, columns }) {
    const { products } = view.get('team', team);
    const foreign = columns.flatMap(({ states }) => states.filter((id) => !products.includes(view.get('state', id).product)));
    const others = columns.flatMap(({ id }) => (id === undefined || view.get('boardColumn', id).team === team ? [] : [id]));
    return [
      ...foreign.map((id): Blocker => ({ code: 'not-there', collection: 'state', id })),
      ...others.map((id): Blocker => ({ code: 'not-there', collection: 'boardColumn', id })),
      ...(isTwice(columns.flatMap(({ states }) => states)) ? [{ code: 'same-twice', what: 'A state' } as const] : []),
      ...(isTwice(columns.flatMap(({ groups }) => groups)) ? [{ code: 'same-twice', what: 'A group of states' } as const] : []),
      ...(isTwice(columns.flatMap(({ id }) => id ?? [])) ? [{ code: 'same-twice', what: 'A column' } as const] : []),
    ];
  },
  run(draft, { team, columns }, context) {
    const kept = new Set(columns.map(({ id }) => id));
    const gone = Array.from(draft.workspace.list(columnsOfTeam, team)).filter(({ id }) => !kept.has(id));
    for (const { id } of gone) draft.remove('boardColumn', id);
    columns.forEach(({ id, name, groups, states }, place) => {
      const values = { team, name, groups: STATE_GROUPS.filter((group) => groups.includes(group)), states: [...states].sort(byCodeUnit), place };
      if (id === undefined) draft.create('boardColumn', { id: context.newId(), ...values });
      else draft.update('boardColumn', id, values);
    });
  },
});

const isTwice = (all: readonly string[]): boolean => new Set(all).size < all.length;
