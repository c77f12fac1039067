// `npm run check`: all that must hold before a change goes in. Every stage runs and prints its time; tests come last.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './prepare.mjs';

const STAGES = ['format:check', 'lint', 'typecheck', 'knip', 'build', 'bundle-size', 'test'];
const count = path.join(root, '.cache', 'test-count.txt');
rmSync(count, { force: true });

const failed = [];
const times = [];
for (const stage of STAGES) {
  console.log(`\n── ${stage}`);
  const start = performance.now();
  const done = spawnSync('npm', ['run', '--silent', stage], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  times.push(`${stage} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  console.log(`── ${times.at(-1)}`);
  if (done.status !== 0) failed.push(stage);
}

console.log(`\n${times.join(' · ')}`);
if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
console.log(existsSync(count) ? readFileSync(count, 'utf8').trim() : '0 passed, 1 failed');
process.exitCode = failed.length === 0 ? 0 : 1;
