/**
 * How many tests passed and failed, from vitest's report and exit status. A file that could not be run, a skipped test, an error
 * outside of tests and a run without tests count as failures.
 */
export function verdict(report, status) {
  if (!report) return { passed: 0, failed: 1, reasons: ['The tests ended without a report.'] };
  const reasons = [];
  const passed = report.numPassedTests;
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'));
  const skipped = report.numPendingTests + report.numTodoTests;
  let failed = report.numFailedTests + unloaded.length + skipped;
  if (unloaded.length > 0) reasons.push(`Could not be run: ${unloaded.map((file) => file.name).join(', ')}`);
  if (skipped > 0) reasons.push(`${skipped} tests were skipped; none may be.`);
  if (failed === 0 && passed === 0) reasons.push('No test was run.');
  else if (failed === 0 && status !== 0) reasons.push('Something failed outside of the tests.');
  if (failed === 0 && (passed === 0 || status !== 0)) failed = 1;
  return { passed, failed, reasons };
}
