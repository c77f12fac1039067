import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { backlog } from '../../../test/builders/world.ts';
import { itemsByRank } from '../backlog/item.ts';
import type { Update } from './change.ts';

const rename = (id: string, [from, to]: readonly [string, string]): Update => ({ op: 'update', in: 'item', id, from: { title: from }, to: { title: to } });

test('a fork of a fork shows both, and each leaves what is under it as it was', () => {
  const { workspace, now } = backlog({ a: 1, b: 1 });
  const [a, b] = Array.from(workspace.list(itemsByRank, APP), ({ id }) => id) as [string, string];
  const stamp = { seq: 9, at: now };
  const fork = workspace.fork();
  fork.apply([rename(a, ['a', 'A'])], stamp);
  const second = fork.fork();
  second.apply([rename(b, ['b', 'B'])], stamp);
  const titles = [workspace, fork, second].map((one) => Array.from(one.list(itemsByRank, APP), ({ title }) => title).join(''));
  expect(titles).toEqual(['ab', 'Ab', 'AB']);
});

test('a fork is stale as soon as anything under it has changed, and says so whatever it is asked', () => {
  const { workspace, now } = backlog({ a: 1, b: 1 });
  const [a, b] = Array.from(workspace.list(itemsByRank, APP), ({ id }) => id) as [string, string];
  const second = workspace.fork().fork();
  second.apply([rename(b, ['b', 'B'])], { seq: 9, at: now });
  workspace.apply([rename(a, ['a', 'A'])], { seq: 9, at: now });
  for (const look of [() => second.find('item', b), () => second.list(itemsByRank, APP), () => [...second.all('item')]]) expect(look).toThrow('stale');
});
