/** The mocha suite in the extension host of Node, with the packaged .vsix installed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withPage } from './browser.mjs';
import { runMochaInPage } from './mocha-in-page.mjs';
import { projectFolder, withTemporaryFolder } from './paths.mjs';
import { runAlone } from './run-alone.mjs';
import { remoteUri, serverFolders, startServer, workbenchAddress } from './server.mjs';

export const runSuite = ({ editor, extensionsFolder }) =>
  withTemporaryFolder(async (root) => {
    const workspace = join(root, 'workspace');
    mkdirSync(workspace);
    const running = await startServer(editor.server, { ...serverFolders(join(root, 'server')), extensions: extensionsFolder });
    try {
      const address = workbenchAddress(running, workspace, [
        ['extensionDevelopmentPath', remoteUri(running, join(projectFolder, 'test/vscode/testbed'))],
        ['extensionTestsPath', remoteUri(running, join(projectFolder, 'dist/test/suite.js'))],
      ]);
      return await withPage(editor.chromium, (page) => runMochaInPage(page, address));
    } finally {
      await running.stop();
    }
  });

await runAlone(import.meta.url, runSuite);
