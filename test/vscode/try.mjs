/** Opens a real VS Code on `examples/` with the extension as it would be published: a desktop one, else the server of the tests. */
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { findDesktop, findServer } from './find-editor.mjs';
import { buildForProduction } from './package-extension.mjs';
import { projectFolder, withTemporaryFolder } from './paths.mjs';
import { withInstalledExtension } from './run-alone.mjs';
import { serverFolders, startServer, workbenchAddress } from './server.mjs';

const examples = join(projectFolder, 'examples');

const openDesktop = (program) => {
  buildForProduction();
  console.log(`opening ${program} on examples/`);
  const { status, error } = spawnSync(program, ['--new-window', `--extensionDevelopmentPath=${projectFolder}`, examples], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error !== undefined) throw error;
  process.exitCode = status ?? 1;
};

const serveUntilInterrupted = (server) =>
  withInstalledExtension({ server }, ({ extensionsFolder }) =>
    withTemporaryFolder(async (root) => {
      const workspace = join(root, 'examples');
      cpSync(examples, workspace, { recursive: true });
      const running = await startServer(server, { ...serverFolders(join(root, 'server')), extensions: extensionsFolder }, { port: Number(process.env.PORT ?? 0) });
      console.log(`\nVS Code with brieflint, on a copy of examples/:\n\n  ${workbenchAddress(running, workspace)}\n\nCtrl+C ends it.`);
      await untilInterrupted();
      await running.stop();
    }),
  );

const untilInterrupted = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });

const desktop = findDesktop();
const server = findServer();
if (desktop !== undefined) {
  openDesktop(desktop);
} else if (server !== undefined) {
  await serveUntilInterrupted(server);
} else {
  console.log('No desktop VS Code (`code`) and no VS Code server found. `npm run install-editor` installs a server (Linux, 800 MB).');
  process.exitCode = 1;
}
