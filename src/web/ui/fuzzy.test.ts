import { expect, test } from 'vitest';
import { fuzzyFilter, fuzzyScore } from './fuzzy.ts';

const commands = ['Move to the top', 'Open the roadmap', 'New item', 'Put in a release', 'Ship release 2.4'];
const find = (typed: string) => fuzzyFilter(typed, commands, (text) => text);

test('nothing typed keeps all in their order', () => {
  expect(find(' ')).toEqual(commands);
});

test('the start of the text comes before the start of a word, and that before the middle of one', () => {
  expect(find('re')).toEqual(['Put in a release', 'Ship release 2.4']);
  expect(find('new')[0]).toBe('New item');
  expect(fuzzyScore('op', 'Open')).toBeGreaterThan(fuzzyScore('op', 'Move to the op')!);
  expect(fuzzyScore('op', 'To operate')).toBeGreaterThan(fuzzyScore('op', 'Stop')!);
});

test('words may stand in any order, and all must be found', () => {
  expect(find('release ship')).toEqual(['Ship release 2.4']);
  expect(find('release moon')).toEqual([]);
});

test('letters in order find what was typed in haste', () => {
  expect(find('rdmp')).toEqual(['Open the roadmap']);
});

test('accents and case do not matter', () => {
  expect(fuzzyScore('uber', 'Über die Alpen')).not.toBeNull();
});
