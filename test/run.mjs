/**
 * npm test: builds, runs the Node suites, then the editor suites where an editor is found. With BRIEFLINT_REQUIRE_EDITOR=1 a missing
 * editor is a failure; with BRIEFLINT_DESKTOP=1 the suite runs in a desktop VS Code too. The last line is the sum of all.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInDesktop } from './vscode/electron.mjs';
import { findEditor } from './vscode/find-editor.mjs';
import { buildForProduction } from './vscode/package-extension.mjs';
import { projectFolder } from './vscode/paths.mjs';
import { withInstalledExtension } from './vscode/run-alone.mjs';
import { runSuite } from './vscode/run-suite.mjs';
import { runWeb } from './vscode/run-web.mjs';
import { walkReview } from './vscode/review-walk.mjs';
import { walkClaims } from './vscode/claims-walk.mjs';
import { walkFigures } from './vscode/figures-walk.mjs';
import { walkSections } from './vscode/sections-walk.mjs';
import { walk } from './vscode/walk.mjs';

const total = { passed: 0, failed: 0 };

/** A suite that throws counts as one failure. */
const run = async (name, suite) => {
  const start = performance.now();
  console.log(`\n${name}`);
  try {
    const { passed, failed } = await suite();
    total.passed += passed;
    total.failed += failed;
    console.log(`${name}: ${passed} passed, ${failed} failed (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    total.failed += 1;
    console.log(`${name}: ${error.stack}`);
  }
};

const runVitest = () => {
  const report = join(projectFolder, 'dist/test/vitest.json');
  const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs');
  mkdirSync(join(projectFolder, 'dist/test'), { recursive: true });
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] });
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot be loaded fails without a failed test.
  const failed = numFailedTests > 0 ? numFailedTests : numFailedTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
};

const runEditorSuites = async () => {
  const { editor, reason } = findEditor();
  if (editor === undefined) {
    console.log(`\neditor suites not run: ${reason}`);
    if (process.env.BRIEFLINT_REQUIRE_EDITOR === '1') total.failed += 1;
    return;
  }
  await withInstalledExtension(editor, async (context) => {
    await run('extension host', () => runSuite(context));
    await run('extension host of the web', () => runWeb(context));
    await run('walk through the workbench', () => walk(context));
    await run('claims in the workbench', () => walkClaims(context));
    await run('figures in the workbench', () => walkFigures(context));
    await run('sections in the workbench', () => walkSections(context));
    await run('second reading in the workbench', () => walkReview(context));
  });
};

const runDesktopSuite = async () => {
  await runInDesktop();
  return { passed: 1, failed: 0 };
};

buildForProduction();
await run('vitest', runVitest);
await runEditorSuites();
if (process.env.BRIEFLINT_DESKTOP === '1') await run('desktop VS Code', runDesktopSuite);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
