// `npm run bench`: every benchmark, each figure with its bar and the ratio to its baseline. `-- --quick` proves that they run; names choose some.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Bench, Row } from './row.ts';

const folder = path.dirname(fileURLToPath(import.meta.url));
const given = process.argv.slice(2);
const quick = given.includes('--quick');
const wanted = given.filter((word) => !word.startsWith('--'));
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .toSorted();
if (files.length === 0) throw new Error('there is no such benchmark');

let rows = 0;
let missed = 0;
for (const file of files) {
  const { bench } = (await import(pathToFileURL(path.join(folder, file)).href)) as { bench: Bench };
  const start = performance.now();
  const measured = await bench.run(quick);
  console.log(`\n${bench.name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  console.log(table(measured));
  rows += measured.length;
  missed += measured.filter((row) => isMissed(row)).length;
}
const verdict = quick ? 'quick: no figure is judged' : `${missed} short of their bar`;
console.log(`\n${rows} figures of ${files.length} benchmarks, ${verdict}`);

function isMissed({ measured, bar, more }: Row): boolean {
  if (quick || bar === null) return false;
  return more ? measured < bar : measured > bar;
}

function table(measured: readonly Row[]): string {
  const cells = measured.map((row) => [
    row.what,
    `${short(row.measured)} ${row.unit}`,
    row.bar === null ? '' : `${row.more ? '≥' : '≤'} ${short(row.bar)}${isMissed(row) ? '  short' : ''}`,
    row.against ? `× ${(row.measured / row.against.measured).toPrecision(2)} of ${row.against.what} (${short(row.against.measured)})` : '',
  ]);
  const all = [['figure', 'measured', 'bar', 'against'], ...cells];
  const widths = all[0]!.map((_, at) => Math.max(...all.map((line) => line[at]!.length)));
  return all.map((line) => `  ${line.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}`.trimEnd()).join('\n');
}

function short(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString('en') : String(Number(figure.toPrecision(3)));
}
