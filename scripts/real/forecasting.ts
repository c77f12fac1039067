import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { backTest, type Calibration, type History } from '../../src/domain/forecast/back-test.ts';
import type { RealCheck, RealFinding } from './real-check.ts';

type Line = Readonly<Record<string, string>>;

/** By how much the share of outcomes within a range may miss what the range says, on the file that the method was tuned on. */
const BARS = new Map([
  [0.85, 0.05],
  [0.95, 0.03],
]);

/** How the forecast would have done on real histories: it must be calibrated on the teams' days, and is told for the others, untouched. */
export const forecastingChecks: readonly RealCheck[] = [
  { name: 'forecasts of seven teams two, four and eight weeks ahead, at every start', run: (folder) => judged(folder) },
  { name: 'forecasts by the same method on other histories', run: others },
];

async function judged(folder: string): Promise<RealFinding> {
  const found = [2, 4, 8].map(on(histories(await lines(folder, 'throughput/daily-teams.csv'), dailyTeam), 1000));
  const failures = found.flatMap(({ weeks, ranges }) =>
    ranges
      .filter(({ share, within }) => Math.abs(within - share) > (BARS.get(share) ?? 1))
      .map(({ share, within }) => `${weeks} weeks ahead ${percent(within)} lie within ${percent(share)}`),
  );
  return { lines: found.map(words), failures };
}

async function others(folder: string): Promise<RealFinding> {
  const days = async (file: string, dayOf: (line: Line) => readonly [string, string | undefined]): Promise<Calibration[]> =>
    [2, 4, 8].map(on(perDay(await lines(folder, file), dayOf)));
  const sprints = async (file: string): Promise<Calibration[]> => [1, 2, 4].map(on(histories(await lines(folder, file), sprintOfBoard, 1)));
  const all: readonly (readonly [string, readonly Calibration[]])[] = [
    ['agile-project-0', await days('throughput/agile-project-0.csv', ({ project, finished_date: day }) => [project!, day])],
    ['tfs-workitems', await days('throughput/tfs-workitems.csv', ({ done }) => ['all', done])],
    ['status-dates', await days('changelog/status-dates.csv', ({ Project, Done }) => [Project!, Done])],
    ['apache sprints', await sprints('sprints/apache_iteration_80.csv')],
    ['jira sprints', await sprints('sprints/jira_iteration_80.csv')],
    ['spring sprints', await sprints('sprints/spring_iteration_80.csv')],
  ];
  const silent = all.filter(([, found]) => found.every(({ forecasts }) => forecasts === 0)).map(([name]) => `${name}: nothing could be forecast`);
  return { lines: all.flatMap(([name, found]) => [name, ...found.map((one) => `  ${words(one)}`)]), failures: silent };
}

const on =
  (given: readonly History[], trials = 300) =>
  (weeks: number): Calibration =>
    backTest(given, { weeks, isCounted: true }, { trials, seed: 1 });

function histories(read: readonly Line[], amountOf: (line: Line) => readonly [of: string, at: string, amount: number], aWeek = 7): History[] {
  const of = new Map<string, [at: string, amount: number][]>();
  for (const [name, at, amount] of read.map(amountOf)) if (Number.isFinite(amount)) of.set(name, [...(of.get(name) ?? []), [at, amount]]);
  return Array.from(of.values(), (amounts) => ({ amounts: amounts.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, amount]) => amount), aWeek }));
}

const dailyTeam = ({ date_day: day, throughput, team }: Line) => [team!, day!, Number(throughput)] as const;
const sprintOfBoard = ({ boardid, sprintid, no_issuedone: done }: Line) => [boardid!, sprintid!.padStart(9, '0'), Number(done)] as const;

/** Finished items counted on each day from the first to the last. */
function perDay(read: readonly Line[], dayOf: (line: Line) => readonly [of: string, day: string | undefined]): History[] {
  const of = new Map<string, number[]>();
  for (const [name, day] of read.map(dayOf)) if (day) of.set(name, [...(of.get(name) ?? []), Math.floor(Date.parse(day.slice(0, 10)) / 86_400_000)]);
  return Array.from(of.values(), (days) => {
    const first = days.reduce((a, b) => Math.min(a, b));
    const amounts = Array.from({ length: days.reduce((a, b) => Math.max(a, b)) - first + 1 }, () => 0);
    for (const day of days) amounts[day - first]! += 1;
    return { amounts, aWeek: 7 };
  });
}

async function lines(folder: string, file: string): Promise<readonly Line[]> {
  // One of the files is no UTF-8; what matters here are digits.
  return parse(await readFile(path.join(folder, file), 'latin1'), { columns: true, bom: true, relax_column_count: true }) as Line[];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const words = ({ weeks, forecasts, ranges }: Calibration): string =>
  `${weeks} ahead, ${forecasts} forecasts: ${ranges.map(({ share, within, width }) => `${percent(within)} within ${share * 100} % (mean width ${width.toFixed(1)})`).join(', ')}`;
