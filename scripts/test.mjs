// `npm test`: every test of every kind, and as the last line how many passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './prepare.mjs';
import { verdict } from './verdict.mjs';

const results = path.join(root, '.cache', 'test-results.json');
const count = path.join(root, '.cache', 'test-count.txt');
const failures = path.join(root, '.cache', 'test-failures.txt');
mkdirSync(path.dirname(results), { recursive: true });
rmSync(results, { force: true });
rmSync(count, { force: true });
rmSync(failures, { force: true });

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
const run = spawnSync(process.execPath, [vitest, 'run', ...reports, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });

const { passed, failed, reasons } = verdict(existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null, run.status);
for (const reason of reasons) console.log(reason);
if (reasons.length > 0) writeFileSync(failures, `${reasons.join('\n')}\n`);
writeFileSync(count, `${passed} passed, ${failed} failed\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
