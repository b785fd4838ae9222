/** The same suite in a desktop VS Code, through @vscode/test-electron: the one that is installed, else it downloads one. */
import { runTests } from '@vscode/test-electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findDesktopExecutable } from './find-editor.mjs';
import { buildForProduction } from './package-extension.mjs';
import { isMain, projectFolder, withTemporaryFolder } from './paths.mjs';

/** Rejects when a test fails. The tests print their own lines. */
export const runInDesktop = () =>
  withTemporaryFolder(async (root) => {
    const workspace = join(root, 'workspace');
    mkdirSync(workspace);
    const installed = findDesktopExecutable();
    await runTests({
      ...(installed === undefined ? {} : { vscodeExecutablePath: installed }),
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: join(projectFolder, 'dist/test/suite.js'),
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', `--user-data-dir=${join(root, 'data')}`],
    });
  });

if (isMain(import.meta.url)) {
  buildForProduction();
  await runInDesktop();
}
