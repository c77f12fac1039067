import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plant, type Planted } from './planted.ts';
import { folderOf, ROOMS } from './rooms.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, at) => `export const n${at} = ${at};`).join('\n');
const promise = `declare function save(): Promise<void>;\n`;

/** A rule and a file that breaks it. */
const FAULTS: ReadonlyArray<readonly [rule: string, file: string, text: string]> = [
  ['no-floating-promises', 'src/db/floating.ts', `${promise}export function f(): void {\n  save();\n}\n`],
  ['no-misused-promises', 'src/db/misused.ts', `${promise}export const f = (list: string[]): void => list.forEach(async () => save());\n`],
  [
    'switch-exhaustiveness-check',
    'src/db/open-switch.ts',
    `export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 0;\n}\n`,
  ],
  ['max-lines', 'src/db/long.ts', lines(301)],
  ['max-lines', 'src/db/long.test.ts', lines(501)],
  ['max-params', 'src/db/params.ts', 'export const f = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n'],
  ['no-default-export', 'src/web/Default.tsx', 'export default function Page(): null {\n  return null;\n}\n'],
  ['no-explicit-any', 'src/db/any.ts', 'export const f = (a: any): void => void a;\n'],
  ['no-cycle', 'src/domain/one.ts', `import { two } from './two.ts';\nexport const one = (): number => two();\n`],
  ['no-restricted-properties', 'src/domain/clock.ts', 'export const now = (): number => Date.now();\n'],
  ['no-restricted-properties', 'src/domain/chance.ts', 'export const dice = (): number => Math.random();\n'],
  ['no-restricted-globals', 'src/domain/net.ts', `export const get = (): unknown => fetch('https://example.org');\n`],
  ['no-process-env', 'src/server/env.ts', `export const port = process.env['PORT'];\n`],
  ['no-warning-comments', 'src/db/later.ts', `// ${'TO'}${'DO'} later\nexport const a = 1;\n`],
  ['no-disabled-tests', 'src/db/off.test.ts', `import { test } from 'vitest';\ntest.skip('off', () => {});\n`],
  ['no-focused-tests', 'src/db/only.test.ts', `import { test } from 'vitest';\ntest.only('only', () => {});\n`],
];

const NOT_FAULTS = {
  'src/domain/two.ts': `import { one } from './one.ts';\nexport const two = (): number => one();\n`,
  'src/db/long-enough.ts': lines(300),
  'src/db/closed-switch.ts': `export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1;\n    case 'y':\n      return 2;\n  }\n}\n`,
};

const PACKAGES = ['zod', 'fractional-indexing', 'csv-parse', 'kysely', 'fastify', 'react'];
const rooms = Object.keys(ROOMS);
const doorway = (from: string, to: string): string => `${folderOf(from)}/part/to-${to}.ts`;
const parcel = (from: string, name: string): string => `${folderOf(from)}/package-${name}.ts`;
const doorways = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => [from, to] as const));
const parcels = rooms.flatMap((from) => PACKAGES.map((name) => [from, name] as const));

let planted: Planted;
let said: readonly string[];

beforeAll(() => {
  planted = plant(
    {
      ...Object.fromEntries(FAULTS.map(([, file, text]) => [file, text])),
      ...NOT_FAULTS,
      ...Object.fromEntries(
        doorways.map(([from, to]) => [doorway(from, to), `export * from '${path.posix.relative(`${folderOf(from)}/part`, folderOf(to))}/part/thing.ts';\n`]),
      ),
      ...Object.fromEntries(parcels.map(([from, name]) => [parcel(from, name), `export * from '${name}';\n`])),
      'src/web/ui/knows.ts': `export * from '../../domain/part/thing.ts';\n`,
      'tsconfig.json': `{ "extends": "./tsconfig.base.json", "compilerOptions": { "types": ["node"] }, "include": ["src", "seeds"] }`,
    },
    ['.oxlintrc.json', 'tsconfig.base.json'],
  );
  said = planted.run('oxlint/bin/oxlint', '--type-aware', '-f', 'unix').said.split('\n');
});
afterAll(() => planted.remove());

const complains = (file: string, rule: string): boolean => said.some((line) => line.startsWith(`${file}:`) && line.includes(`(${rule})`));

test.each(FAULTS)('the linter finds %s in %s', (rule, file) => {
  expect(complains(file, rule), said.filter((line) => line.startsWith(file)).join('\n')).toBe(true);
});

test('the linter is content with what is right', () => {
  const wrong = Object.keys(NOT_FAULTS).filter((file) => complains(file, 'max-lines') || complains(file, 'switch-exhaustiveness-check'));
  expect(wrong).toEqual([]);
});

test.each(doorways)('the linter lets %s import from %s exactly where the list of rooms does', (from, to) => {
  expect(complains(doorway(from, to), 'no-restricted-imports')).toBe(!ROOMS[from]?.knows.includes(to));
});

test.each(parcels)('the linter lets %s import %s exactly where the list of rooms does', (from, name) => {
  const packages = ROOMS[from]?.packages ?? { only: [] };
  const allowed = 'only' in packages ? packages.only.includes(name) : !packages.allBut.includes(name);
  expect(complains(parcel(from, name), 'no-restricted-imports')).toBe(!allowed);
});

test('the linter keeps the domain out of web/ui', () => {
  expect(complains('src/web/ui/knows.ts', 'no-restricted-imports')).toBe(true);
});
