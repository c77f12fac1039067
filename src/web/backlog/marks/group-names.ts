import type { StateGroup } from '../../../domain/backlog/state-group.ts';

/** What the groups of states are called. */
export const GROUP_NAMES: Readonly<Record<StateGroup, string>> = {
  triage: 'Triage',
  backlog: 'Backlog',
  ready: 'Ready',
  'in-progress': 'In progress',
  'in-review': 'In review',
  done: 'Done',
  declined: 'Declined',
};
