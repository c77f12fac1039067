import type { ImportReport } from './import-api.ts';

/** What came of one file in several products: each problem of the file once, and everything that was kept. */
export function mergedReports(reports: readonly ImportReport[]): ImportReport {
  const problems = new Map(reports.flatMap((report) => report.problems).map((problem) => [`${problem.row} ${problem.column} ${problem.message}`, problem]));
  return {
    import: reports[0]?.import ?? null,
    isRunning: reports.some(({ isRunning }) => isRunning),
    isStopped: reports.some(({ isStopped }) => isStopped),
    problems: [...problems.values()],
    kept: reports.flatMap(({ kept }) => kept),
    changed: reports.flatMap(({ changed }) => changed),
  };
}
