import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

const HERE = 'https://cutline.example.org';

test('a path of this app is where one goes after signing in, with its query', () => {
  expect(ownPath('/northwind/TRL/backlog?item=TRL-7', HERE)).toBe('/northwind/TRL/backlog?item=TRL-7');
});

test.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  'northwind',
])('anything else leads to the start: %s', (wanted) => {
  expect(ownPath(wanted, HERE)).toBe('/');
});
