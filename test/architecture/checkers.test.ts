import { expect, onTestFinished, test } from 'vitest';
import { firstScreen } from '../../scripts/bundle-size.mjs';
import { verdict } from '../../scripts/verdict.mjs';
import { plant, type Planted } from './planted.ts';

function planted(files: Readonly<Record<string, string>>, copied: readonly string[]): Planted {
  const place = plant(files, copied);
  onTestFinished(() => place.remove());
  return place;
}

test('the type checker finds a clock of the browser, a global of Node and an unchecked index in the domain', () => {
  const { status, said } = planted(
    {
      'src/domain/timer.ts': 'setTimeout(() => undefined, 1);\n',
      'src/domain/page.ts': `document.title = '';\n`,
      'src/domain/path.ts': 'export const home = process.cwd();\n',
      'src/domain/first.ts': 'export const first = (list: readonly string[]): string => list[0];\n',
      'src/domain/empty.ts': 'export const a: { b?: string } = { b: undefined };\n',
      'src/domain/right.ts': 'export const a = 1;\n',
    },
    ['tsconfig.base.json', 'src/domain/tsconfig.json'],
  ).run('typescript/bin/tsc', '-b', 'src/domain');
  expect(status).not.toBe(0);
  const files = new Set(Array.from(said.matchAll(/src\/domain\/([a-z]+)\.ts/g), (match) => match[1]));
  expect(files).toEqual(new Set(['empty', 'first', 'page', 'path', 'timer']));
});

test('the type checker of the whole repository includes every room', () => {
  const { status, said } = planted(
    {
      'src/domain/a.ts': 'export const a: string = 1;\n',
      'src/domain/a.test.ts': 'export const a: string = 1;\n',
      'src/io/b.ts': 'export const a: string = 1;\n',
      'src/db/c.ts': 'export const a: string = 1;\n',
      'src/server/d.ts': 'export const a: string = 1;\n',
      'src/cli/e.ts': 'export const a: string = 1;\n',
      'src/web/F.tsx': 'export const a: string = 1;\n',
      'src/web/F.test.tsx': 'export const a: string = 1;\n',
      'test/e2e/g.spec.ts': 'export const a: string = 1;\n',
      'bench/h.ts': 'export const a: string = 1;\n',
    },
    [
      'tsconfig.json',
      'tsconfig.base.json',
      'tsconfig.node.json',
      'tsconfig.tests.json',
      'src/domain/tsconfig.json',
      'src/io/tsconfig.json',
      'src/web/tsconfig.json',
    ],
  ).run('typescript/bin/tsc', '-b');
  expect(status).not.toBe(0);
  expect(said.match(/error TS2322/g)).toHaveLength(10);
});

test('the formatter finds a file that is formatted otherwise', () => {
  const place = planted({ 'src/wide.ts': 'export const a = "double";\n', 'src/right.ts': `export const a = 'single';\n` }, ['.oxfmtrc.json']);
  const { status, said } = place.run('oxfmt/bin/oxfmt', '--check', '.');
  expect(status).not.toBe(0);
  expect(said).toContain('wide.ts');
  expect(said).not.toContain('right.ts');
});

test('the search for unused code finds a file, an export and a dependency that nobody uses', () => {
  const place = planted(
    {
      'package.json': JSON.stringify({ name: 'planted', type: 'module', dependencies: { zod: '*' } }),
      'src/server/main.ts': `import { used } from './part.ts';\nused();\n`,
      'src/server/part.ts': 'export const used = (): void => {};\nexport const unusedExport = 1;\n',
      'src/server/unused-file.ts': 'export const a = 1;\n',
    },
    ['knip.json', 'tsconfig.base.json'],
  );
  const { status, said } = place.run('knip/bin/knip.js');
  expect(status).not.toBe(0);
  for (const fault of ['unusedExport', 'unused-file.ts', 'zod']) expect(said).toContain(fault);
});

test('the first screen counts the entry, all that it imports at once and their styles, but nothing that it loads later', () => {
  const manifest = {
    'index.html': { file: 'index.js', isEntry: true, imports: ['_shared.js'], dynamicImports: ['later.tsx', 'list.tsx'], css: ['index.css'] },
    '_shared.js': { file: 'shared.js', imports: ['_deep.js'] },
    '_deep.js': { file: 'deep.js' },
    'later.tsx': { file: 'later.js', isDynamicEntry: true },
    'list.tsx': { file: 'list.js', isDynamicEntry: true, css: ['list.css'] },
  };
  const names = (also: string[]): readonly string[] => firstScreen(manifest, () => 1, also).map(({ file }) => file);
  expect(names([]).toSorted()).toEqual(['deep.js', 'index.css', 'index.js', 'shared.js']);
  expect(names(['list.tsx'])).toContain('list.css');
  expect(names(['within-the-entry.tsx'])).toEqual(names([]));
  expect(() => firstScreen({}, () => 1, [])).toThrow('no entry');
});

test('a run of tests passes only when something passed and nothing failed, was skipped or broke outside of a test', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  const unloaded = { name: 'a.test.ts', status: 'failed', assertionResults: [] };
  const count = (given: object | null, status: number | null): string => {
    const { passed, failed } = verdict(given, status);
    return `${passed} passed, ${failed} failed`;
  };
  expect(count(report, 0)).toBe('3 passed, 0 failed');
  expect(count({ ...report, numFailedTests: 2 }, 1)).toBe('3 passed, 2 failed');
  expect(count({ ...report, numPendingTests: 1 }, 0)).toBe('3 passed, 1 failed');
  expect(count({ ...report, testResults: [unloaded] }, 1)).toBe('3 passed, 1 failed');
  expect(count(report, 1)).toBe('3 passed, 1 failed');
  expect(count({ ...report, numPassedTests: 0 }, 0)).toBe('0 passed, 1 failed');
  expect(count(null, 1)).toBe('0 passed, 1 failed');
  const assertionResults = [{ status: 'failed', fullName: 'a row moves', failureMessages: ['expected 1 to be 2'] }, { status: 'passed' }];
  expect(verdict({ ...report, numFailedTests: 1, testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults }] }, 1).reasons).toEqual([
    'b.test.ts: a row moves: expected 1 to be 2',
  ]);
});
