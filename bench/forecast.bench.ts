import { backTest, type History } from '../src/domain/forecast/back-test.ts';
import { finishing } from '../src/domain/forecast/finish.ts';
import { Random } from '../src/domain/forecast/random.ts';
import { toEnd } from '../src/domain/kernel/pausing.ts';
import { simulate } from '../src/domain/schedule/simulate.ts';
import type { WorkPlan } from '../src/domain/schedule/work-plan.ts';
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
    return [speed, ...schedules(quick ? 50 : 500), ...calibration(quick ? 2 : 8)];
  },
};

/** The whole computed schedule: what the worker does. */
function schedules(items: number): Row[] {
  const [alone, apart, linked] = [planOf(items, { teams: 1, links: 0 }), planOf(items, { teams: 4, links: 0 }), planOf(items, { teams: 4, links: items / 5 })];
  const [one, several, waiting] = [alone, apart, linked].map((plan) => median(() => toEnd(simulate(plan))));
  const against = { what: 'one team alone', measured: one! };
  const row = (what: string, measured: number, bar: number | null) => ({
    what: `10,000 trials × ${items} items, schedule of ${what}`,
    measured,
    unit: 'ms',
    bar,
  });
  return [
    row('one team', one!, null),
    { ...row('four teams apart', several!, null), against },
    { ...row(`four teams with ${items / 5} dependencies and limits`, waiting!, items < 500 ? null : 500), against },
    { ...row('the same with pasts not met before', median(fresh(linked!)), items < 500 ? null : 500), against },
    { ...row('the same with pasts of lengths not met before', median(longer(linked!)), items < 500 ? null : 500), against },
  ];
}

/** Works off a plan each time with pasts that are a week longer: what trials look like is drawn once for a length. */
function longer(plan: WorkPlan): () => unknown {
  let more = 0;
  return () => {
    more++;
    const past = (weeks: readonly number[]) => [...weeks, ...weeks.slice(0, more)];
    return toEnd(simulate({ ...plan, lanes: plan.lanes.map((lane) => ({ ...lane, outlook: { ...lane.outlook!, past: past(lane.outlook!.past) } })) }));
  };
}

/** Works off a plan each time with other pasts. */
function fresh(plan: WorkPlan): () => unknown {
  let more = 0;
  const grown = (past: readonly number[]) => past.map((amount) => amount + more / 1e6);
  return () => {
    more++;
    return toEnd(simulate({ ...plan, lanes: plan.lanes.map((lane) => ({ ...lane, outlook: { ...lane.outlook!, past: grown(lane.outlook!.past) } })) }));
  };
}

/** Rows of one to five points, by turns of the teams; each link goes from a row to one further down, mostly of another team. */
function planOf(items: number, { teams, links }: { teams: number; links: number }): WorkPlan {
  const random = new Random(7);
  const waitsFor = Array.from({ length: items }, (): number[] => []);
  for (let link = 0; link < links; link++) {
    const from = Math.floor(random.next() * (items - 20));
    waitsFor[from + 1 + Math.floor(random.next() * 19)]!.push(from);
  }
  return {
    product: 'product',
    today: '2026-03-02',
    lanes: Array.from({ length: teams }, (_, team) => {
      const past = PAST.map((amount, week) => ((amount + ((week + team) % 3)) * 3) / teams);
      return {
        team: `team-${team}`,
        keptFor: null,
        percent: 100,
        weeks: past.length,
        outlook: { past, isCounted: false, ahead: [] },
        pace: null,
        ahead: [1],
        slots: 3,
      };
    }),
    rows: waitsFor.map((waits, row) => ({
      id: `row-${row}`,
      lane: row % teams,
      size: 1 + Math.floor(random.next() * 5),
      isUnderWay: row < teams * 3,
      waitsFor: waits,
      from: 1,
      due: 60,
    })),
    byRank: waitsFor.map((_, row) => row),
    groups: Array.from({ length: items / 10 }, (_, group) => ({
      id: `epic-${group}`,
      rows: waitsFor.flatMap((_, row) => (row % (items / 10) === group ? [row] : [])),
      due: null,
    })),
  };
}

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
