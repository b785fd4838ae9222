/** The VS Code server: workbench and remote extension host, with folders of its own. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** No pop-ups, no network, no chat pane: a workbench that shows the brief and what we say of it. */
const settings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
};

/** Where a server keeps its things: `{ root, data, extensions }` below `root`. */
export const serverFolders = (root) => ({ root, data: join(root, 'data'), extensions: join(root, 'extensions') });

export const installExtension = (server, folders, vsix) => {
  const args = [server.main, '--user-data-dir', folders.data, '--extensions-dir', folders.extensions, '--install-extension', vsix];
  execFileSync(server.node, args, { stdio: ['ignore', 'ignore', 'inherit'], env: cleanEnvironment() });
};

/** `{ port, address, authority, stop, log }` once it listens. */
export const startServer = async (server, folders, { port = 0 } = {}) => {
  writeSettings(folders);
  // Without the smoke-test driver a built VS Code silently ignores the development extension and the tests in the address.
  const args = [
    server.main, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms',
    '--enable-smoke-test-driver', '--telemetry-level', 'off', '--server-data-dir', folders.root, '--user-data-dir', folders.data,
    '--extensions-dir', folders.extensions,
  ];
  // A process group of its own, so that its extension hosts end with it.
  const process_ = spawn(server.node, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: cleanEnvironment() });
  const listening = await untilItListens(process_);
  return { ...listening, stop: () => stopGroup(process_) };
};

const writeSettings = (folders) => {
  for (const level of ['Machine', 'User']) {
    mkdirSync(join(folders.data, level), { recursive: true });
    writeFileSync(join(folders.data, level, 'settings.json'), JSON.stringify(settings, null, 2));
  }
};

/** Neither npm's nor a surrounding VS Code's variables; no extension gallery. */
const cleanEnvironment = () => {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_)/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
};

const untilItListens = (process_) =>
  new Promise((resolve, reject) => {
    let log = '';
    const timeout = setTimeout(() => reject(new Error(`the VS Code server did not start:\n${log}`)), 60_000);
    const read = (chunk) => {
      log += chunk;
      const port = /listening on (\d+)/.exec(log)?.[1];
      if (port === undefined) return;
      clearTimeout(timeout);
      resolve({ port: Number(port), authority: `127.0.0.1:${port}`, address: `http://127.0.0.1:${port}/`, log: () => log });
    };
    process_.stdout.on('data', read);
    process_.stderr.on('data', read);
    process_.once('exit', (code) => reject(new Error(`the VS Code server ended with ${code}:\n${log}`)));
  });

const stopGroup = async (process_) => {
  if (process_.exitCode !== null || process_.signalCode !== null) return;
  const ended = once(process_, 'exit');
  process.kill(-process_.pid, 'SIGTERM');
  await Promise.race([ended, delay(3000)]);
  killGroup(process_.pid);
};

/** What the server left behind, if anything. */
const killGroup = (groupId) => {
  try {
    process.kill(-groupId, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

/** The address of the workbench on `folder`; `payload` is VS Code's own name for what it reads from there. */
export const workbenchAddress = (running, folder, payload = []) => {
  const url = new URL(running.address);
  url.searchParams.set('folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
};

export const remoteUri = (running, path) => `vscode-remote://${running.authority}${path}`;
