import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { IPCMessageReader, IPCMessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { LanguageClient } from '../support/language-client';
import { projectFolder } from '../support/run-cli';

const uri = 'file:///papers/brief.md';

/** The built server as an editor starts it. */
const start = (args: readonly string[]): { readonly client: LanguageClient; readonly ended: Promise<number | null> } => {
  const child = spawn(process.execPath, [...args], { cwd: projectFolder, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { client: new LanguageClient(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)), ended };
};

describe.each([
  ['dist/server.js --stdio', [join('dist', 'server.js'), '--stdio']],
  ['brieflint lsp --stdio', [join('dist', 'cli.js'), 'lsp', '--stdio']],
])('%s', (_name, args) => {
  it('serves over standard input and output, links to the rule pages on disk, and ends when told', async () => {
    const { client, ended } = start(args);
    const { capabilities, serverInfo } = await client.initialize();
    expect(serverInfo?.name).toBe('brieflint');
    expect(capabilities.positionEncoding).toBe('utf-16');
    const diagnostics = await client.openAndCheck(uri, 'The levy brings in XX% of the budget.\n');
    const placeholder = diagnostics.find(({ code }) => code === 'placeholder-left-in');
    expect(placeholder?.codeDescription?.href).toMatch(/^file:\/\/.*\/docs\/rules\/placeholder-left-in\.md$/);
    await client.stop();
    expect(await ended).toBe(0);
  });
});

it('ends with the editor', async () => {
  const { client, ended } = start([join('dist', 'server.js'), '--stdio']);
  await client.initialize();
  client.connection.end();
  client.connection.dispose();
  expect(await ended).toBe(1);
});

it('serves over the pipe that VS Code opens for its servers', async () => {
  const child = fork(join(projectFolder, 'dist', 'server.js'), ['--node-ipc'], { execArgv: [] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const client = new LanguageClient(new IPCMessageReader(child), new IPCMessageWriter(child));
  await client.initialize();
  expect((await client.openAndCheck(uri, 'The levy brings in XX% of the budget.\n')).map(({ code }) => code)).toContain('placeholder-left-in');
  await client.stop();
  expect(await ended).toBe(0);
});
