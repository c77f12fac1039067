import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepLastBuild } from '../../scripts/keep-last-build.mjs';

test('beside a build stays the one before it, for who still has that open, and none that is older', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cutline-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'assets'));
  const build = (...files: string[]) => {
    for (const file of files) writeFileSync(path.join(folder, file), '');
    keepLastBuild(folder, files);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(js|html)$/.test(file))
      .toSorted();
  };
  writeFileSync(path.join(folder, 'assets', 'unknown.js'), '');
  expect(build('index.html', 'assets/a-1.js', 'assets/b-1.js')).toEqual(['assets/a-1.js', 'assets/b-1.js', 'index.html']);
  expect(build('index.html', 'assets/a-2.js', 'assets/b-1.js')).toEqual(['assets/a-1.js', 'assets/a-2.js', 'assets/b-1.js', 'index.html']);
  expect(build('index.html', 'assets/a-3.js')).toEqual(['assets/a-2.js', 'assets/a-3.js', 'assets/b-1.js', 'index.html']);
});
