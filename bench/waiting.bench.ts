import { cutLines } from '../src/domain/cutline/cut-line.ts';
import { toEnd } from '../src/domain/kernel/pausing.ts';
import { likelyFrom, workToLikely } from '../src/domain/schedule/likely-work.ts';
import { backlog, changeOf, count, NOW, p95, PRODUCT, row } from './cut-line.bench.ts';
import type { Bench, Row } from './row.ts';

/** The likelihoods of a product whose teams wait for each other, after each of some changes. */
export const bench: Bench = {
  name: 'waiting teams',
  run(quick) {
    const [few, many] = quick ? [500, 5_000] : [2_000, 100_000];
    tried(few); // warms up
    return Promise.resolve(waiting(many, few));
  },
};

/** Where four teams wait for each other the likelihoods come from trials: what the page makes ready for them, and what is done beside it. */
function waiting(many: number, few: number): Row[] {
  const [large, small] = [tried(many), tried(few)];
  const against = (measured: number) => ({ what: `at ${count(few)} items`, measured });
  return [
    row('four teams that wait for each other: what the page makes ready of their likelihoods, p95', large.ready, { bar: 16, against: against(small.ready) }),
    row('the likelihoods themselves, beside the page, p95', large.worked, { bar: 90, against: against(small.worked) }),
  ];
}

function tried(size: number): { ready: number; worked: number } {
  const workspace = backlog(size, { releases: 3, isWaiting: true });
  const forkAt = (n: number) => {
    const fork = workspace.fork();
    fork.apply([changeOf(workspace, n)], { seq: n + 1, at: NOW });
    return { fork, lines: cutLines(fork, PRODUCT, { now: NOW }) };
  };
  const work = ({ fork, lines }: ReturnType<typeof forkAt>) => workToLikely(fork, lines)!;
  const ready = p95(60, (n) => {
    const at = forkAt(n);
    return () => work(at);
  });
  const worked = p95(40, (n) => {
    const given = work(forkAt(n));
    return () => toEnd(likelyFrom(given));
  });
  return { ready, worked };
}
