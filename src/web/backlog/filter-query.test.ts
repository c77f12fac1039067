import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_WORDS as none, parseFilter, printFilter, toggled } from './filter-query.ts';

test('an address without a filter filters nothing, and prints nothing', () => {
  expect(parseFilter({ view: 'tree', item: 'APP-1' })).toEqual(none);
  expect(Object.values(printFilter(none)).every((value) => value === undefined)).toBe(true);
});

test('several values stand side by side, parted by commas', () => {
  expect(parseFilter({ q: 'map hut', state: 'Ready,In progress', assignee: 'me,none' })).toEqual({
    ...none,
    q: 'map hut',
    state: ['Ready', 'In progress'],
    assignee: ['me', 'none'],
  });
  expect(printFilter({ ...none, state: ['Ready', 'In progress'] }).state).toBe('Ready,In progress');
});

test('what is written by hand is taken as far as it says something', () => {
  expect(parseFilter({ state: ',,Ready,,Ready,', tag: ' ', q: 7 })).toEqual({ ...none, state: ['Ready'] });
});

test('every filter comes back from its address as it was, whatever its names hold', () => {
  const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '');
  const words = fc.uniqueArray(word, { maxLength: 4 });
  fc.assert(
    fc.property(fc.record({ q: fc.string(), state: words, assignee: words, tag: words, release: words, sprint: words, type: words }), (filter) => {
      expect(parseFilter(printFilter(filter))).toEqual(filter);
    }),
  );
});

test('a value is put in, and taken out again', () => {
  const on = toggled(none, 'tag', 'winter');
  expect(on.tag).toEqual(['winter']);
  expect(toggled(on, 'tag', 'winter')).toEqual(none);
});
