import { backTest, type History } from '../src/domain/forecast/back-test.ts';
import { finishing } from '../src/domain/forecast/finish.ts';
import { Random } from '../src/domain/forecast/random.ts';
import type { Bench, Row } from './row.ts';

/** A team that finishes about ten items a week. */
const PAST = [9, 11, 8, 12, 10, 7, 13, 10, 9, 11];

/** The forecast of a backlog, and how far forecasts of made-up drifting teams held what they said. */
export const bench: Bench = {
  name: 'forecast',
  async run(quick) {
    const trials = quick ? 1000 : 10_000;
    const rows = Array.from({ length: 500 }, () => 1);
    const forecast = (count: number) => () => finishing({ past: PAST, isCounted: true, ahead: [] }, rows, { trials: count, seed: 1 });
    const one = median(forecast(trials / 10));
    const speed: Row = {
      what: `${trials.toLocaleString('en')} trials × 500 items, one team by throughput`,
      measured: median(forecast(trials)),
      unit: 'ms',
      bar: quick ? null : 50,
      against: { what: `${(trials / 10).toLocaleString('en')} trials`, measured: one },
    };
    return [speed, ...calibration(quick ? 2 : 8)];
  },
};

function calibration(teams: number): Row[] {
  const histories = Array.from({ length: teams }, (_, team) => drifting(team + 1));
  return [2, 4, 8].flatMap((weeks) =>
    backTest(histories, { weeks, isCounted: true }, { trials: 300, seed: 1 }).ranges.map(({ share, within, width }): Row => ({
      what: `${weeks} weeks ahead, outcomes within the ${share * 100} % range (mean width ${width.toFixed(1)})`,
      measured: within * 100,
      unit: '%',
      bar: null,
    })),
  );
}

/** Items finished each day by a team whose level drifts. */
function drifting(seed: number): History {
  const random = new Random(seed);
  let level = Math.log(2 + random.next() * 8);
  const amounts = Array.from({ length: 400 }, (_, day) => {
    if (day % 7 === 0) level = 0.98 * level + 0.2 * random.normal();
    let count = 0;
    for (let left = Math.exp(level) / 5; day % 7 < 5 && left > 0; left--) if (random.next() < left) count++;
    return count;
  });
  return { amounts, aWeek: 7 };
}

function median(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[3]!;
}
