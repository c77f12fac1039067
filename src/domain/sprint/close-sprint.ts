import { z } from 'zod';
import { childrenOf, type Item } from '../backlog/item.ts';
import { isInBacklog } from '../backlog/open.ts';
import { claimsOnItems } from '../backlog/item-claims.ts';
import { verb, type View } from '../collections.ts';
import { CHANGES_PER_ENTRY } from '../kernel/entry.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { doneOf, unfinishedOf } from './cards.ts';
import { makeSprint } from './create-sprint.ts';
import { putIntoSprint } from './plan-in-sprint.ts';
import { nextSprint, refusesClosed } from './sprint-rules.ts';

/** Where what is unfinished goes when a sprint closes. */
export const UNFINISHED_GO = ['next-sprint', 'backlog'] as const;
export type UnfinishedGo = (typeof UNFINISHED_GO)[number];

export const closeSprint = verb({
  name: 'closeSprint',
  does: 'Close a sprint. What is unfinished goes to the team’s next sprint, which is made if there is none, or back to its release and the backlog.',
  route: ['POST', '/sprints/{sprint}/close'],
  input: z.strictObject({
    sprint: ref('sprint'),
    unfinished: z.enum(UNFINISHED_GO).default('next-sprint'),
    /** Unfinished items that go the other way. */
    except: z.array(ref('item')).max(CHANGES_PER_ENTRY).default([]),
  }),
  needs: (view, { sprint, except }) => [{ may: 'plan-sprints', on: { in: 'sprint', id: sprint } }, ...claimsOnItems(view, 'edit-items', except)],
  blockers(view, { sprint: id, except }) {
    const sprint = view.get('sprint', id);
    const closed = refusesClosed(sprint);
    if (closed.length > 0) return closed;
    if (sprint.state === 'planned') return [{ code: 'sprint-not-started', sprint: id }];
    const unfinished = new Set(unfinishedOf(view, id).map((item) => item.id));
    return except.filter((item) => !unfinished.has(item)).map((item): Blocker => ({ code: 'not-in-sprint', item, sprint: id }));
  },
  run(draft, { sprint: id, unfinished, except }, context) {
    const view = draft.workspace;
    const team = view.get('team', view.get('sprint', id).team!); // one without a team is refused
    const others = new Set(except);
    const goes = new Map(unfinishedOf(view, id).map((item) => [item, goesTo(view, item, { unfinished, isOther: others.has(item.id) })]));
    const done = doneOf(view, id);
    draft.update('sprint', id, { state: 'closed', closedAt: context.now, donePoints: done.points, doneItems: done.items });
    const going = (where: UnfinishedGo) => [...goes].flatMap(([item, to]) => (to === where ? [item, ...openTasksOf(view, item)] : []));
    putIntoSprint(draft, going('backlog'), null);
    const on = going('next-sprint');
    if (on.length > 0) putIntoSprint(draft, on, nextSprint(view, team.id)?.id ?? makeSprint(draft, team, { given: {}, context }));
  },
});

/** What is parked goes back whatever is said: nobody works on it next. */
function goesTo(view: View, item: Item, { unfinished, isOther }: { unfinished: UnfinishedGo; isOther: boolean }): UnfinishedGo {
  if (!isInBacklog(view, item)) return 'backlog';
  return (unfinished === 'next-sprint') !== isOther ? 'next-sprint' : 'backlog';
}

/** Its tasks that are still to do; those that are done were done in the sprint that closes. */
const openTasksOf = (view: View, { id, sprint }: Item): Item[] =>
  Array.from(view.list(childrenOf, id)).filter((task) => task.type === 'task' && task.sprint === sprint && isInBacklog(view, task));
