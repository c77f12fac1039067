/** What a state means, in the order of the flow. */
export const STATE_GROUPS = ['triage', 'backlog', 'ready', 'in-progress', 'in-review', 'done', 'declined'] as const;
export type StateGroup = (typeof STATE_GROUPS)[number];

/** Whether what is in such a state is under way. */
export const isBegunGroup = (group: StateGroup | null): boolean => group === 'in-progress' || group === 'in-review';

/** Whether what is in such a state is in the backlog: accepted, and not finished with. Null: it is in none. */
export const isBacklogGroup = (group: StateGroup | null): boolean => group !== null && group !== 'triage' && !isClosedGroup(group);

/** Whether what is in such a state is finished with. */
export const isClosedGroup = (group: StateGroup): boolean => group === 'done' || group === 'declined';
