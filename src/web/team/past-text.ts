import type { Amount } from '../../domain/capacity/team-capacity.ts';

const ROUNDS = { velocity: 'closed sprint', fortnights: 'fortnight', weeks: 'week' } as const;

/** What an amount is the median of: `the last 6 closed sprints`. */
export function pastText({ source, rounds }: Pick<Amount, 'source' | 'rounds'>): string {
  if (source === 'pace') return 'the pace that somebody said';
  return rounds === 1 ? `the last ${ROUNDS[source]}` : `the last ${rounds} ${ROUNDS[source]}s`;
}
