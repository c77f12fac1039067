import { rankedRows } from '../src/domain/backlog/open.ts';
import type { Item } from '../src/domain/backlog/item.ts';
import type { Collections } from '../src/domain/collections.ts';
import { cutLines } from '../src/domain/cutline/cut-line.ts';
import type { Workspace } from '../src/domain/kernel/workspace.ts';
import { waysOut } from '../src/domain/tradeoffs/what-pushes-out.ts';
import { waysIn } from '../src/domain/tradeoffs/what-it-takes.ts';
import { backlog, count, NOW, PRODUCT } from './cut-line.bench.ts';
import type { Bench, Row } from './row.ts';

/** What would it take, and what would push it out, asked for rows around the lines. It is worked out in slices: the longest is what a browser waits for. */
export const bench: Bench = {
  name: 'tradeoffs',
  run(quick) {
    const [few, many] = quick ? [500, 5_000] : [2_000, 100_000];
    asked(backlog(few, { releases: 3 })); // warms up
    const small = asked(backlog(few, { releases: 3 }));
    const large = asked(backlog(many, { releases: 3 }));
    const rows: Row[] = [
      row(`what would it take at ${count(many)} items, one row, p95`, large.takes.all, { few, measured: small.takes.all, bar: 100 }),
      row('its longest slice between two pauses, p95', large.takes.slice, { few, measured: small.takes.slice, bar: 25 }),
      row(`what would push it out at ${count(many)} items, one row, p95`, large.out.all, { few, measured: small.out.all, bar: 100 }),
      row('its longest slice between two pauses, p95', large.out.slice, { few, measured: small.out.slice, bar: 25 }),
    ];
    return Promise.resolve(rows);
  },
};

const row = (what: string, measured: number, { few, measured: small, bar }: { few: number; measured: number; bar: number }): Row => ({
  what,
  measured,
  unit: 'ms',
  bar,
  against: { what: `at ${count(few)} items`, measured: small },
});

interface Took {
  readonly all: number;
  readonly slice: number;
}

function asked(workspace: Workspace<Collections>): { takes: Took; out: Took } {
  const plan = { view: workspace, lines: cutLines(workspace, PRODUCT, { now: NOW }) };
  const { takenBy } = plan.lines;
  const near = Array.from({ length: 200 }, (_, at) => workspace.list(rankedRows, PRODUCT).at(at)!).filter(Boolean);
  const isIn = ({ id }: Item) => takenBy[id] !== undefined;
  const takes = near.filter((item) => !isIn(item)).map((item) => timed(waysIn(plan, item, { now: NOW })));
  const out = near.filter(isIn).map((item) => timed(waysOut(plan, item, { now: NOW })));
  return { takes: p95(takes), out: p95(out) };
}

function timed(question: Generator<void, unknown>): Took {
  let [all, slice] = [0, 0];
  for (let isDone = false; !isDone;) {
    const start = performance.now();
    isDone = question.next().done === true;
    const took = performance.now() - start;
    all += took;
    slice = Math.max(slice, took);
  }
  return { all, slice };
}

const p95 = (took: readonly Took[]): Took => ({ all: at95(took.map(({ all }) => all)), slice: at95(took.map(({ slice }) => slice)) });
const at95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
