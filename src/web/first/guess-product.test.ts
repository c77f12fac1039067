import { expect, test } from 'vitest';
import { guessFromFile, keyOfName } from './guess-product.ts';

const NONE = new Set<string>();

test('the key is the one that most rows of the file carry, the name the words of the file’s name', () => {
  const head = 'Summary,Issue key,Parent\nOne,TRL-1,\nTwo,TRL-2,OPS-9\nThree,TRL-3,\n';
  expect(guessFromFile('trailhead-app_export 2026-11-21.csv', { head, instead: 'Northwind', taken: NONE })).toEqual({ name: 'Trailhead app', key: 'TRL' });
});

test('a project named in the file gives the name, unless it is only its key again', () => {
  const guess = (project: string) =>
    guessFromFile('export-7.csv', { head: `Summary,Issue key,Project key,Project name\nA,TRL-1,TRL,${project}\n`, instead: 'Northwind', taken: NONE });
  expect(guess('Trailhead for hikers')).toEqual({ name: 'Trailhead for hikers', key: 'TRL' });
  expect(guess('TRL')).toEqual({ name: 'Northwind', key: 'TRL' });
});

test('a file of many projects has no key of its own', () => {
  const head = 'Key,Summary\nONE-1 ,a\nTWO-1 ,b\nTWO-2 ,c\nSIX-1 ,d\n';
  expect(guessFromFile('old-server.csv', { head, instead: '', taken: NONE }).key).toBe('OS');
});

test('a file whose name says nothing takes the workspace’s name', () => {
  expect(guessFromFile('Jira export (3).csv', { head: 'Title\nA\n', instead: 'Northwind', taken: NONE })).toEqual({ name: 'Northwind', key: 'NOR' });
});

test('words that look like a key inside a sentence are none', () => {
  expect(guessFromFile('wallet.csv', { head: 'Title\nUse UTF-8 and SHA-256 here\nUTF-8 again, please\n', instead: '', taken: NONE }).key).toBe('WAL');
});

test('a key that another product has is not proposed', () => {
  const head = 'Key\n"TRL-1",\n';
  expect(guessFromFile('trail.csv', { head, instead: '', taken: new Set(['TRL', 'TRA']) }).key).toBe('TRA2');
});

test.each([
  ['Trailhead', 'TRA'],
  ['Trail App for Hikers', 'TAFH'],
  ['Ärger & Söhne', 'AS'],
  ['山小屋', 'APP'],
  ['7 seas', 'APP'],
  ['X', 'APP'],
])('a key of a name can always be used: %s becomes %s', (name, key) => {
  expect(keyOfName(name, NONE)).toBe(key);
});
