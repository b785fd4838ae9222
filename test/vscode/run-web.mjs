/** The same suite in the extension host of the web: a worker, without Node, on a file system in memory. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withPage } from './browser.mjs';
import { runMochaInPage } from './mocha-in-page.mjs';
import { projectFolder } from './paths.mjs';
import { runAlone } from './run-alone.mjs';
import { startWebHost } from './web-host.mjs';

export const runWeb = async ({ editor, extensionsFolder }) => {
  const installed = readdirSync(extensionsFolder).find((name) => name.startsWith('brieflint.brieflint-'));
  const host = await startWebHost({
    editor: editor.web,
    brieflint: join(extensionsFolder, installed),
    testbed: join(projectFolder, 'test/vscode/testbed'),
    tests: join(projectFolder, 'dist/test'),
  });
  try {
    return await withPage(editor.chromium, (page) => runMochaInPage(page, host.address));
  } finally {
    await host.stop();
  }
};

await runAlone(import.meta.url, runWeb);
