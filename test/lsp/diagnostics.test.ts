import { DiagnosticSeverity, DiagnosticTag, DocumentDiagnosticRequest } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { checkAsBriefNotification, statusNotification, type StatusParams } from '../../server/src/protocol';
import { capablePushClient, MemoryDoor, startInMemory } from '../support/language-client';

const folder = 'file:///papers';
const uri = `${folder}/brief.md`;
/** One finding: nothing stands under "Risks". */
const flawed = '## Costs\n\nThe scheme is cheap.\n\n## Risks\n\n## Next steps\n\nThe board decides.\n';
const only = ['empty-section'];

const rulesOf = (diagnostics: readonly { readonly code?: unknown }[]): readonly unknown[] => diagnostics.map(({ code }) => code).filter((code) => only.includes(String(code)) || String(code).includes('setting'));

describe('pushed diagnostics', () => {
  it('say what is wrong, where, since which version and where to read on', async () => {
    const client = await startInMemory();
    const pushed = client.diagnostics(uri, 7);
    await client.open(uri, flawed, { version: 7 });
    const { diagnostics, version } = await pushed;
    const diagnostic = diagnostics.find(({ code }) => code === 'empty-section');
    expect(version).toBe(7);
    expect(diagnostic).toMatchObject({
      source: 'brieflint',
      severity: DiagnosticSeverity.Warning,
      range: { start: { line: 4, character: 3 }, end: { line: 4, character: 8 } },
      codeDescription: { href: 'https://example.org/rules/empty-section.md' },
      data: { rule: 'empty-section', level: 'nothing' },
    });
    await client.stop();
  });

  it('fade what is superfluous', async () => {
    const client = await startInMemory();
    const diagnostics = await client.openAndCheck(uri, '<!-- brieflint-disable-next-line empty-section -- agreed -->\nText.\n');
    expect(diagnostics.find(({ code }) => code === 'unused-suppression')?.tags).toEqual([DiagnosticTag.Unnecessary]);
    await client.stop();
  });

  it('come once for a burst of typing, for the last version', async () => {
    const client = await startInMemory();
    await client.openAndCheck(uri, flawed);
    const last = client.diagnostics(uri, 4);
    await client.change(uri, 2, [{ range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, text: '\nOne' }]);
    await client.change(uri, 3, [{ range: { start: { line: 6, character: 3 }, end: { line: 6, character: 3 } }, text: ' risk' }]);
    await client.change(uri, 4, [{ range: { start: { line: 6, character: 8 }, end: { line: 6, character: 8 } }, text: ' is known.\n' }]);
    expect(rulesOf((await last).diagnostics)).toEqual([]);
    expect(client.published.map(({ version }) => version)).toEqual([1, 4]);
    await client.stop();
  });

  it('go when the document is closed', async () => {
    const client = await startInMemory();
    await client.openAndCheck(uri, flawed);
    const cleared = client.diagnostics(uri);
    await client.close(uri);
    expect((await cleared).diagnostics).toEqual([]);
    await client.stop();
  });

  it('count neither a byte-order mark nor carriage returns wrongly', async () => {
    const client = await startInMemory();
    const [plain, marked] = [await client.openAndCheck(uri, flawed), await client.openAndCheck(`${folder}/other.md`, `\ufeff${flawed.replace(/\n/g, '\r\n')}`)];
    const rangesOf = (diagnostics: typeof plain): unknown => diagnostics.filter(({ code }) => code === 'empty-section').map(({ range }) => range);
    expect(rangesOf(marked)).toEqual(rangesOf(plain));
    await client.stop();
  });

  it('say so when a document is too large', async () => {
    const client = await startInMemory();
    const diagnostics = await client.openAndCheck(uri, 'word '.repeat(200_001));
    expect(diagnostics).toMatchObject([{ severity: DiagnosticSeverity.Information, message: 'This document is larger than 1 MB (1.0 MB) and is not checked' }]);
    await client.stop();
  });
});

describe('pulled diagnostics', () => {
  const capabilities = { ...capablePushClient, textDocument: { ...capablePushClient.textDocument, diagnostic: {} }, workspace: { ...capablePushClient.workspace, diagnostics: { refreshSupport: true } } };

  it('come in full once, are unchanged until the text changes, and are not pushed as well', async () => {
    const client = await startInMemory({ capabilities });
    await client.open(uri, flawed);
    const pull = (previousResultId?: string): Promise<unknown> =>
      client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) });
    const first = await pull();
    expect(first).toMatchObject({ kind: 'full', items: expect.arrayContaining([expect.objectContaining({ code: 'empty-section' })]) as unknown });
    const { resultId } = first as { readonly resultId: string };
    expect(await pull(resultId)).toEqual({ kind: 'unchanged', resultId });
    await client.change(uri, 2, [{ text: `${flawed}\nMore.\n` }]);
    expect(await pull(resultId)).toMatchObject({ kind: 'full' });
    expect(client.published).toEqual([]);
    await client.stop();
  });

  it('are asked for again when settings change', async () => {
    const client = await startInMemory({ capabilities });
    await client.open(uri, flawed);
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    client.settings = { rules: { 'empty-section': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    const after = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    expect(rulesOf('items' in after ? after.items : [])).toEqual([]);
    await client.stop();
  });
});

describe('settings', () => {
  it('come from the editor, and take effect when they change', async () => {
    const client = await startInMemory({ settings: { rules: { 'empty-section': 'error' } } });
    const diagnostics = await client.openAndCheck(uri, flawed);
    expect(diagnostics.find(({ code }) => code === 'empty-section')?.severity).toBe(DiagnosticSeverity.Error);
    client.settings = { rules: { 'empty-section': 'off' } };
    const again = client.diagnostics(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(rulesOf((await again).diagnostics)).toEqual([]);
    await client.stop();
  });

  it('are sent along by clients that cannot be asked', async () => {
    const client = await startInMemory({ capabilities: {} });
    await client.openAndCheck(uri, flawed);
    const again = client.diagnostics(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { brieflint: { rules: { 'empty-section': 'off' } } } });
    expect(rulesOf((await again).diagnostics)).toEqual([]);
    await client.stop();
  });

  it('stand in the nearest file, up to the workspace folder and not above', async () => {
    const door = new MemoryDoor({ 'file:///papers/.brieflint.yml': 'rules: { empty-section: off }\n', 'file:///papers/a/.brieflint.yml': 'rules: { empty-section: hint }\n' });
    const client = await startInMemory({ folderUris: ['file:///papers/a', 'file:///papers/a/b'] }, door);
    const severityIn = async (document: string): Promise<unknown> => (await client.openAndCheck(document, flawed)).find(({ code }) => code === 'empty-section')?.severity;
    expect(await severityIn('file:///papers/a/brief.md')).toBe(DiagnosticSeverity.Hint);
    expect(await severityIn('file:///papers/a/b/brief.md')).toBe(DiagnosticSeverity.Warning);
    expect(await severityIn('file:///papers/brief.md')).toBeUndefined();
    await client.stop();
  });

  it('that nobody understands are marked in their file, until it is mended', async () => {
    const config = `${folder}/.brieflint.yml`;
    const door = new MemoryDoor({ [config]: 'profil: news\nrules: { empty-section: off }\n' });
    const client = await startInMemory({ folderUris: [folder] }, door);
    const faults = client.diagnostics(config);
    await client.openAndCheck(uri, flawed);
    expect((await faults).diagnostics).toMatchObject([{ code: 'bad-setting', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } } }]);
    door.files.set(config, 'profile: news\n');
    const [mended, again] = [client.diagnostics(config), client.diagnostics(uri)];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
    expect((await mended).diagnostics).toEqual([]);
    await again;
    expect(client.registrations).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
    await client.stop();
  });
});

describe('what is checked', () => {
  const statusOf = async (documentUri: string, languageId: string, door: MemoryDoor, ask = false): Promise<StatusParams> => {
    const client = await startInMemory({ folderUris: [folder], initializationOptions: { wantsStatus: true } }, door);
    const next = (): Promise<StatusParams> => new Promise((resolve) => client.connection.onNotification(statusNotification, resolve));
    const status = next();
    await client.open(documentUri, flawed, { languageId });
    const first = await status;
    const second = next();
    if (ask) await client.connection.sendNotification(checkAsBriefNotification, { uri: documentUri });
    const answer = ask ? await second : first;
    await client.stop();
    return answer;
  };

  it('the status counts findings and says what was left unchecked', async () => {
    const status = await statusOf(uri, 'markdown', new MemoryDoor());
    expect(status).toMatchObject({ uri, profile: null, whyNothing: null, unchecked: expect.arrayContaining(['no profile']) as unknown });
    expect(status.findings.warning).toBeGreaterThan(0);
  });

  it('plain text only when asked for', async () => {
    expect((await statusOf(`${folder}/notes.txt`, 'plaintext', new MemoryDoor())).whyNothing).toMatch(/plain text/);
    expect((await statusOf(`${folder}/notes.txt`, 'plaintext', new MemoryDoor(), true)).whyNothing).toBeNull();
    expect((await statusOf(`${folder}/notes.txt`, 'plaintext', new MemoryDoor({ [`${folder}/.brieflint.yml`]: 'include: "*.txt"\n' }))).whyNothing).toBeNull();
  });

  it('no source texts, and nothing that is excluded', async () => {
    expect((await statusOf(`${folder}/sources/report.md`, 'markdown', new MemoryDoor())).whyNothing).toMatch(/source texts/);
    expect((await statusOf(`${folder}/old/a.md`, 'markdown', new MemoryDoor({ [`${folder}/.brieflint.yml`]: 'exclude: old\n' }))).whyNothing).toMatch(/exclude/);
  });
});
