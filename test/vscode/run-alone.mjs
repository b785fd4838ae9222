import { join } from 'node:path';
import { findEditor } from './find-editor.mjs';
import { packageExtension, vsixFile } from './package-extension.mjs';
import { isMain, withTemporaryFolder } from './paths.mjs';
import { installExtension, serverFolders } from './server.mjs';

/** Runs `use` with `{ editor, extensionsFolder }`: the editor found, and a folder of extensions with the packaged .vsix in it. */
export const withInstalledExtension = (editor, use) =>
  withTemporaryFolder((root) => {
    const folders = serverFolders(join(root, 'install'));
    packageExtension();
    installExtension(editor.server, folders, vsixFile);
    return use({ editor, extensionsFolder: folders.extensions });
  });

/** Lets an editor suite be started by itself: `node test/vscode/walk.mjs`. */
export const runAlone = async (url, runSuite) => {
  if (!isMain(url)) return;
  const { editor, reason } = findEditor();
  if (editor === undefined) throw new Error(reason);
  const { passed, failed } = await withInstalledExtension(editor, runSuite);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};
