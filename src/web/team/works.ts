import type { TeamWorks } from '../../domain/team/team.ts';

/** How a team works, in words. */
export const WORKS: readonly { readonly id: TeamWorks; readonly label: string }[] = [
  { id: 'sprints', label: 'In sprints' },
  { id: 'flow', label: 'In flow' },
];

/** Days of the week, Monday is 1. */
export const WEEKDAYS: readonly { readonly day: number; readonly short: string; readonly name: string }[] = [
  { day: 1, short: 'Mo', name: 'Monday' },
  { day: 2, short: 'Tu', name: 'Tuesday' },
  { day: 3, short: 'We', name: 'Wednesday' },
  { day: 4, short: 'Th', name: 'Thursday' },
  { day: 5, short: 'Fr', name: 'Friday' },
  { day: 6, short: 'Sa', name: 'Saturday' },
  { day: 7, short: 'Su', name: 'Sunday' },
];
