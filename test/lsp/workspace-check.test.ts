import { WorkDoneProgress } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { checkWorkspaceCommand, type CheckWorkspaceResult } from '../../server/src/protocol';
import { capablePushClient, MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const flawed = 'The levy brings in XX% of the budget.\n';

const files = {
  [`${folder}/a.md`]: flawed,
  [`${folder}/b.qmd`]: 'The levy is old.\n',
  [`${folder}/notes.txt`]: flawed,
  [`${folder}/sources/report.md`]: flawed,
};

const run = (client: LanguageClient, params: object = {}): Promise<CheckWorkspaceResult> => client.connection.sendRequest('workspace/executeCommand', { command: checkWorkspaceCommand, ...params });

describe('a check of the workspace', () => {
  it('reads every brief, open or not, and leaves out what is none', async () => {
    const client = await startInMemory({ folderUris: [folder] }, new MemoryDoor(files));
    const result = await run(client);
    expect(result).toMatchObject({ files: 2, wasCancelled: false });
    expect(result.findings.warning).toBe(1);
    const placeholders = client.published.filter(({ diagnostics }) => diagnostics.some(({ code }) => code === 'placeholder-left-in'));
    expect(placeholders.map(({ uri }) => uri)).toEqual([`${folder}/a.md`]);
    await client.stop();
  });

  it('follows files that change on disk afterwards', async () => {
    const door = new MemoryDoor(files);
    const client = await startInMemory({ folderUris: [folder] }, door);
    await run(client);
    door.files.set(`${folder}/a.md`, 'The levy is old.\n');
    const mended = client.diagnostics(`${folder}/a.md`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder}/a.md`, type: 2 }] });
    expect((await mended).diagnostics.filter(({ code }) => code === 'placeholder-left-in')).toEqual([]);
    await client.stop();
  });

  it('reports progress on the token of the request', async () => {
    const client = await startInMemory({ folderUris: [folder] }, new MemoryDoor(files));
    const kinds: string[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'token', ({ kind }) => void kinds.push(kind));
    await run(client, { workDoneToken: 'token' });
    expect(kinds[0]).toBe('begin');
    expect(kinds).toContain('report');
    expect(kinds.at(-1)).toBe('end');
    await client.stop();
  });

  it('stops when the user cancels', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${folder}/${String(i)}.md`, flawed]));
    const client = await startInMemory({ folderUris: [folder], capabilities: { ...capablePushClient, window: { workDoneProgress: true } } }, new MemoryDoor(many));
    client.connection.onRequest('window/workDoneProgress/create', ({ token }: { readonly token: string }) => {
      client.connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        if (kind === 'begin') void client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      });
      return null;
    });
    const result = await run(client);
    expect(result.wasCancelled).toBe(true);
    expect(result.files).toBeLessThan(200);
    await client.stop();
  });
});
