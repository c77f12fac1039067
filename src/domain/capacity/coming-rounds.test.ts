import { expect, test } from 'vitest';
import { comingRounds } from './coming-rounds.ts';

const words = (team: Parameters<typeof comingRounds>[0], count = 2) => comingRounds(team, '2026-03-04', count).map(({ from, to }) => `${from} to ${to}`);

test('the rounds of a team follow each other from the one that is under way', () => {
  expect(words({ works: 'sprints', sprintWeeks: 2, sprintsFrom: null })).toEqual(['2026-03-02 to 2026-03-15', '2026-03-16 to 2026-03-29']);
  expect(words({ works: 'sprints', sprintWeeks: 3, sprintsFrom: '2026-01-08' })).toEqual(['2026-02-19 to 2026-03-11', '2026-03-12 to 2026-04-01']);
  expect(words({ works: 'sprints', sprintWeeks: 1, sprintsFrom: '2026-04-01' })).toEqual(['2026-03-04 to 2026-03-10', '2026-03-11 to 2026-03-17']);
  expect(words({ works: 'flow', sprintWeeks: 3, sprintsFrom: '2026-01-08' })).toEqual(['2026-03-02 to 2026-03-08', '2026-03-09 to 2026-03-15']);
});
