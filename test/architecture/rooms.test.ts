import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cycles, importedFrom, importsIn, root, sourceFiles, type Import } from './imports.ts';
import { folderOf, ROOMS } from './rooms.ts';

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const roomOf = (file: string): string => Object.keys(ROOMS).find((room) => file.startsWith(`${folderOf(room)}/`)) ?? 'no room';
const files = ['src', 'seeds']
  .filter((folder) => existsSync(path.join(root, folder)))
  .flatMap((folder) => sourceFiles(path.join(root, folder)).map((file) => `${folder}/${file}`));
const all = importsIn(root, files);
const own = all.filter(({ file }) => !isTest(file));

test('the sources were read: no boundary is kept by a check that saw nothing', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(own.length).toBeGreaterThan(20);
  expect(files.filter((file) => roomOf(file) === 'no room')).toEqual([]);
});

test('every statement that imports is found, whatever its form', () => {
  const text = `
    import { a } from './a.ts';
    import type { B } from '../b/b.ts';
    import {
      c,
      type D,
    } from "c";
    import './styles.css';
    export { e } from './e.ts';
    export * from './f.ts';
    // import { no } from './commented.ts';
    const g = await import('./g.ts');
    new Worker(new URL('./h.worker.ts', import.meta.url));`;
  expect(importedFrom(text).toSorted()).toEqual(['../b/b.ts', './a.ts', './e.ts', './f.ts', './g.ts', './h.worker.ts', './styles.css', 'c']);
});

test('a room imports only from the rooms that it may know', () => {
  const wrong = own.filter(({ file, target }) => {
    if (target === null) return false;
    const [from, to] = [roomOf(file), roomOf(target)];
    return from !== to && !ROOMS[from]?.knows.includes(to);
  });
  expect(wrong.map(spoken)).toEqual([]);
});

test('a room imports only the packages that it may', () => {
  const wrong = own.filter(({ file, from, target }) => {
    if (target !== null) return false;
    const packages = ROOMS[roomOf(file)]?.packages ?? { only: [] };
    const name = packageOf(from);
    return 'only' in packages ? !packages.only.includes(name) : packages.allBut.includes(name);
  });
  expect(wrong.map(spoken)).toEqual([]);
});

test('every relative import names a file that exists, with its ending', () => {
  const wrong = all.filter(({ target }) => target !== null && !existsSync(path.join(root, target.replace(/\?.*$/, ''))));
  expect(wrong.map(spoken)).toEqual([]);
});

test('in the domain the kernel is at the bottom', () => {
  const wrong = own.filter(({ file, target }) => file.startsWith('src/domain/kernel/') && target !== null && !target.startsWith('src/domain/kernel/'));
  expect(wrong.map(spoken)).toEqual([]);
});

test('in the domain no file and no capability comes back to itself', () => {
  const inside = own.filter(({ file, target }) => file.startsWith('src/domain/') && target?.startsWith('src/domain/'));
  expect(cycles(graph(inside, (file) => file))).toEqual([]);
  const capability = (file: string): string => path.posix.dirname(file);
  // Files that lie in no capability (the list of collections) name them all and are named by their verbs.
  const between = inside.filter(({ file, target }) => capability(file) !== 'src/domain' && capability(target ?? '') !== 'src/domain');
  expect(cycles(graph(between, capability))).toEqual([]);
});

test('a cycle is found and named', () => {
  const edges = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c'])],
    ['c', new Set(['b'])],
  ]);
  expect(cycles(edges)).toEqual([['b', 'c', 'b']]);
});

test('no file is a drawer for things without a name, and none is a barrel', () => {
  const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|types|common|shared|misc|index)(\/|\.tsx?$)/.test(file));
  expect(drawers).toEqual([]);
});

function graph(imports: readonly Import[], group: (file: string) => string): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    const [from, to] = [group(file), group(target ?? '')];
    if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
  }
  return edges;
}

function packageOf(from: string): string {
  const [scope, name] = from.split('/');
  if (from.startsWith('node:')) return from;
  return from.startsWith('@') ? `${scope}/${name}` : (scope ?? from);
}

function spoken({ file, from }: Import): string {
  return `${file} imports ${from}`;
}
