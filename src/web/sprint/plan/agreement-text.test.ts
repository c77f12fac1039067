import { expect, test } from 'vitest';
import { agreementText } from './HoursLine.tsx';

test('how points and hours agree is one sentence, in the unit of the sprint', () => {
  expect(agreementText({ code: 'both-fit', points: 1, hours: 4.25 }, 'points')).toBe('Points and hours agree that it fits: 1 point and 4.3 hours are free.');
  expect(agreementText({ code: 'both-over', points: 2, hours: 1 }, 'items')).toBe('Items and hours agree that it is too much, by 2 items and 1 hour.');
  expect(agreementText({ code: 'hours-over', points: 0, hours: 7, daysOff: 2 }, 'points')).toBe(
    'It fits in points, with 0 points free, and is 7 hours too much for who is there: 2 days off.',
  );
  expect(agreementText({ code: 'points-over', points: 2, hours: 33 }, 'points')).toBe(
    'It fits in hours, with 33 free, and is 2 points more than the team has done in such a time.',
  );
  expect(agreementText({ code: 'no-people' }, 'points')).toBeNull();
});
