import { resultMarker, testMarker } from '../markers.mjs';

/** Loads the tests, runs them, and tells the runner outside. Rejects when a test fails: VS Code makes an exit code of that. */
export const runMocha = async (mocha: Mocha): Promise<void> => {
  // Loaded only now, for they call `suite` and `test`, which mocha has just made.
  await import('./diagnostics.test');
  await import('./fixes.test');
  await import('./settings.test');
  await import('./commands.test');
  await import('./citations.test');
  await import('./claims.test');
  await import('./figures.test');
  await import('./recommendations.test');
  await import('./preview.test');
  const result = await new Promise<Result>((resolve) => {
    const counts = { passed: 0, failed: 0 };
    const runner = mocha.run(() => resolve(counts));
    runner.on('pass', (test) => {
      counts.passed += 1;
      console.log(`${testMarker}  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test, error: unknown) => {
      counts.failed += 1;
      console.log(`${testMarker}  FAILED ${test.fullTitle()}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
  });
  console.log(resultMarker + JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
};

interface Result {
  readonly passed: number;
  readonly failed: number;
}
