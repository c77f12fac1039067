/**
 * How many tests passed and failed, from vitest's report and exit status, and why: a line for each that failed. A file that could not be
 * run, a skipped test, an error outside of tests and a run without tests count as failures.
 */
export function verdict(report, status) {
  if (!report) return { passed: 0, failed: 1, reasons: ['The tests ended without a report.'] };
  const reasons = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status: came }) => came === 'failed')
      .map(({ fullName, failureMessages }) => `${name}: ${fullName}: ${failureMessages?.[0]?.slice(0, 2000) ?? ''}`),
  );
  const passed = report.numPassedTests;
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'));
  const skipped = report.numPendingTests + report.numTodoTests;
  let failed = report.numFailedTests + unloaded.length + skipped;
  if (unloaded.length > 0) reasons.push(...unloaded.map(({ name, message }) => `Could not be run: ${name}: ${message ?? ''}`));
  if (skipped > 0) reasons.push(`${skipped} tests were skipped; none may be.`);
  if (failed === 0 && passed === 0) reasons.push('No test was run.');
  else if (failed === 0 && status !== 0) reasons.push('Something failed outside of the tests.');
  if (failed === 0 && (passed === 0 || status !== 0)) failed = 1;
  return { passed, failed, reasons };
}
