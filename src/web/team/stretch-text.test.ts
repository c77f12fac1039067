import { expect, test } from 'vitest';
import { stretchText } from './stretch-text.ts';

test('days of another year name it once, where they end', () => {
  const today = '2026-03-02';
  expect(stretchText({ from: '2026-04-03', to: '2026-04-03' }, today)).toBe('3 Apr');
  expect(stretchText({ from: '2026-04-03', to: '2026-04-06' }, today)).toBe('3 Apr – 6 Apr');
  expect(stretchText({ from: '2027-12-25', to: '2027-12-26' }, today)).toBe('25 Dec – 26 Dec 2027');
  expect(stretchText({ from: '2026-12-28', to: '2027-01-10' }, today)).toBe('28 Dec – 10 Jan 2027');
});
