import type { StateGroup } from '../../domain/backlog/state-group.ts';

/** What stands in the groups of states. */
export const GROUP_MEANS: Readonly<Record<StateGroup, string>> = {
  triage: 'waits to be accepted',
  backlog: 'might be built',
  ready: 'can be started',
  'in-progress': 'somebody works on it',
  'in-review': 'is looked over',
  done: 'is delivered',
  declined: 'will not be built',
};
