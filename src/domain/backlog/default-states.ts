import type { State } from './state.ts';

/** The workflow that a new product starts with. Nothing of it is in the group triage: that comes with the queue that looks at it. */
export const DEFAULT_STATES: readonly Pick<State, 'name' | 'group' | 'place'>[] = [
  { name: 'Backlog', group: 'backlog', place: 0 },
  { name: 'Ready', group: 'ready', place: 0 },
  { name: 'In progress', group: 'in-progress', place: 0 },
  { name: 'In review', group: 'in-review', place: 0 },
  { name: 'Done', group: 'done', place: 0 },
  { name: 'Declined', group: 'declined', place: 0 },
];
