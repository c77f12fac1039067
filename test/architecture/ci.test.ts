import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { plant } from './planted.ts';

/** Runs `.ci/run` with an `npm` that fails at `fails` and whose check leaves `count` behind. */
function ci({ count, fails }: { count?: string; fails?: string }): { readonly status: number | null; readonly lines: readonly string[] } {
  const npm = `#!/usr/bin/env bash
mkdir -p .cache
[ "$*" = 'run check' ] && ${count === undefined ? 'true' : `echo '${count}' > .cache/test-count.txt`}
[ "$*" != '${fails ?? ''}' ]
`;
  const place = plant({ 'bin/npm': npm, '.cache/test-count.txt': '99 passed, 0 failed\n' }, ['.ci/run']);
  onTestFinished(() => place.remove());
  chmodSync(path.join(place.home, 'bin/npm'), 0o755);
  const PATH = `${path.join(place.home, 'bin')}:${process.env['PATH']}`;
  const done = spawnSync('bash', ['.ci/run'], { cwd: place.home, encoding: 'utf8', env: { ...process.env, PATH } });
  return { status: done.status, lines: done.stdout.trimEnd().split('\n') };
}

test('continuous integration passes when all stages and tests do, and repeats the count as its last line', () => {
  const { status, lines } = ci({ count: '12 passed, 0 failed' });
  expect(status).toBe(0);
  expect(lines.at(-1)).toBe('12 passed, 0 failed');
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^== npm run check: \d+ s$/)]));
});

test.each(['ci', 'run check', 'run bench -- --quick'])('continuous integration fails when `npm %s` does', (fails) => {
  expect(ci({ count: '12 passed, 0 failed', fails }).status).not.toBe(0);
});

test('continuous integration fails when a test failed, when none ran, and when the count is of an earlier run', () => {
  for (const count of ['12 passed, 1 failed', '0 passed, 0 failed', 'nonsense', undefined]) {
    const { status, lines } = ci(count === undefined ? {} : { count });
    expect(status, count).not.toBe(0);
    expect(lines.at(-1)).toBe(count ?? '0 passed, 1 failed');
  }
});
