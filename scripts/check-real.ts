// `npm run check:real`: what must hold on real exports, which lie beside the repository and are never part of it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { againChecks } from './real/again.ts';
import { forecastingChecks } from './real/forecasting.ts';
import { importingChecks } from './real/importing.ts';
import { readingChecks } from './real/reading.ts';
import type { RealCheck } from './real/real-check.ts';

const checks: readonly RealCheck[] = [...readingChecks, ...againChecks, ...importingChecks, ...forecastingChecks];

const folder = path.resolve(import.meta.dirname, '../../shared/data');
if (!existsSync(folder)) {
  console.log(`There are no real files at ${folder}, so nothing could be checked.`);
  process.exitCode = 1;
} else {
  let failed = 0;
  for (const { name, run } of checks) {
    const { lines, failures } = await run(folder);
    if (failures.length > 0) failed += 1;
    console.log(`\n${failures.length > 0 ? '✗' : '✓'} ${name}`);
    for (const line of lines) console.log(`  ${line}`);
    for (const failure of failures) console.log(`  FAILED: ${failure}`);
  }
  console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
