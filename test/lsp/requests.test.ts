import { CodeActionKind, DocumentSymbolRequest, ErrorCodes, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { capablePushClient, connectInMemory, MemoryDoor, startInMemory } from '../support/language-client';

const uri = 'file:///papers/brief.md';
const flawed = '## Costs\n\nThe levy brings in XX% of the budget, and TODO more.\n';
const wholeLine = { start: { line: 2, character: 0 }, end: { line: 2, character: 50 } };

const isPlaceholder = ({ code }: Diagnostic): boolean => code === 'placeholder-left-in';

describe('hover', () => {
  it('says why a finding matters and how to mend it, over the words it is about', async () => {
    const client = await startInMemory();
    await client.openAndCheck(uri, flawed);
    const hover = await client.hover(uri, { line: 2, character: 20 });
    expect(hover?.range).toEqual({ start: { line: 2, character: 19 }, end: { line: 2, character: 22 } });
    const { value } = hover?.contents as { readonly value: string };
    expect(value).toContain('**Placeholder left in the text**');
    expect(value).toContain('[More about this rule](https://example.org/rules/placeholder-left-in.md)');
    expect(value).not.toContain('command:');
    await client.stop();
  });

  it('is silent elsewhere, and about documents that are not open', async () => {
    const client = await startInMemory();
    await client.openAndCheck(uri, flawed);
    expect(await client.hover(uri, { line: 1, character: 0 })).toBeNull();
    expect(await client.hover(uri, { line: 999, character: 999 })).toBeNull();
    expect(await client.hover('file:///papers/unknown.md', { line: 0, character: 0 })).toBeNull();
    await client.stop();
  });
});

describe('code actions', () => {
  it('answer every finding that is asked about', async () => {
    const client = await startInMemory();
    const diagnostics = (await client.openAndCheck(uri, flawed)).filter(isPlaceholder);
    const actions = await client.codeActions(uri, wholeLine, { diagnostics });
    expect(diagnostics).toHaveLength(2);
    for (const diagnostic of diagnostics) {
      const own = actions.filter((action) => action.diagnostics?.some(({ range }) => range.start.character === diagnostic.range.start.character)).map(({ title }) => title);
      expect(own).toEqual(['Ignore here with a reason', 'Ignore placeholder-left-in in this file', 'Explain placeholder-left-in: Placeholder left in the text']);
    }
    await client.stop();
  });

  it('keep to the kinds that are asked for', async () => {
    const client = await startInMemory();
    const diagnostics = await client.openAndCheck(uri, flawed);
    expect(await client.codeActions(uri, wholeLine, { diagnostics, only: [CodeActionKind.Refactor] })).toEqual([]);
    expect(await client.codeActions(uri, wholeLine, { diagnostics, only: [CodeActionKind.QuickFix] })).not.toEqual([]);
    await client.stop();
  });

  it('mend all that nobody can mind when asked for source.fixAll.brieflint', async () => {
    const client = await startInMemory();
    const text = 'The Harbour Safety Agency (HSA) counts ships.\n\nTraffic rose (HSA, 2024). Wrecks fell by XX% (Harbour Safety Agency,2023 ).\n';
    await client.openAndCheck(uri, text);
    const [action, ...others] = await client.codeActions(uri, wholeLine, { diagnostics: [], only: ['source.fixAll.brieflint'] });
    expect(others).toEqual([]);
    expect(applied(text, action)).toBe(text.replace('(Harbour Safety Agency,2023 )', '(HSA, 2023)'));
    await client.stop();
  });

  it('know a finding without the data that a client may have dropped, and no diagnostics of others', async () => {
    const client = await startInMemory();
    const diagnostics = (await client.openAndCheck(uri, flawed)).filter(isPlaceholder);
    const bare = diagnostics.map(({ range, message, source, code }): Diagnostic => ({ range, message, ...(source === undefined ? {} : { source }), ...(code === undefined ? {} : { code }) }));
    // Both are ignored by one comment, and each is explained.
    expect(await client.codeActions(uri, wholeLine, { diagnostics: bare })).toHaveLength(4);
    expect(await client.codeActions(uri, wholeLine, { diagnostics: bare.map((diagnostic) => ({ ...diagnostic, source: 'other' })) })).toEqual([]);
    await client.stop();
  });

  it('ignore a finding once a reason is given', async () => {
    const client = await startInMemory();
    const [first] = (await client.openAndCheck(uri, flawed)).filter(isPlaceholder);
    const actions = await client.codeActions(uri, wholeLine, { diagnostics: first === undefined ? [] : [first] });
    const mended = applied(flawed, actions.find(({ title }) => title === 'Ignore here with a reason'));
    expect(mended).toContain('<!-- brieflint-disable-next-line placeholder-left-in -- reason:  -->\nThe levy');
    const after = await client.openAndCheck('file:///papers/mended.md', mended.replace('reason:', 'reason: the share is not known yet'));
    expect(after.filter((diagnostic) => isPlaceholder(diagnostic) || String(diagnostic.code).includes('suppression'))).toEqual([]);
    await client.stop();
  });

  it('let the reason be typed over where the client knows snippets', async () => {
    const capabilities = { ...capablePushClient, workspace: { ...capablePushClient.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
    const client = await startInMemory({ capabilities });
    const diagnostics = (await client.openAndCheck(uri, flawed)).filter(isPlaceholder);
    const actions = await client.codeActions(uri, wholeLine, { diagnostics });
    expect(JSON.stringify(actions[0]?.edit)).toContain('"snippet":{"kind":"snippet","value":"<!-- brieflint-disable-next-line placeholder-left-in -- ${1:reason} -->\\n"}');
    await client.stop();
  });
});

/** The text after an action's edits. */
const applied = (text: string, action: CodeAction | undefined): string => {
  const [change] = action?.edit?.documentChanges ?? [];
  const edits = change !== undefined && 'edits' in change ? change.edits.flatMap((edit) => ('newText' in edit ? [edit] : [])) : [];
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits);
};

describe('document symbols', () => {
  it('hold what the editor does not find by itself', async () => {
    const client = await startInMemory();
    await client.open(uri, '# Levy\n\nText.\n\n**Key messages**\n\n- It is old.\n\nTable 1. Income by year\n\n| Year | Income (EUR) |\n| --- | --- |\n| 2024 | 3 |\n');
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    const names = JSON.stringify(symbols);
    expect(names).toContain('"Key messages"');
    expect(names).toContain('Income by year');
    expect(names).not.toContain('"Levy"');
    await client.stop();
  });
});

describe('a client that does not keep to the rules', () => {
  const codeOf = async (answer: Promise<unknown>): Promise<unknown> => {
    try {
      await answer;
      return 'no error';
    } catch (error) {
      return (error as { readonly code?: unknown }).code;
    }
  };

  it('is told to introduce itself first', async () => {
    const client = connectInMemory(new MemoryDoor());
    expect(await codeOf(client.hover(uri, { line: 0, character: 0 }))).toBe(ErrorCodes.ServerNotInitialized);
    await client.open(uri, flawed);
    await client.initialize();
    expect(await client.hover(uri, { line: 2, character: 20 })).not.toBeNull();
    await client.stop();
  });

  it('gets a clear error for nonsense, and the server lives on', async () => {
    const client = await startInMemory();
    const { connection } = client;
    for (const method of ['textDocument/hover', 'textDocument/codeAction', 'textDocument/documentSymbol', 'workspace/executeCommand']) {
      for (const params of [{}, { textDocument: 3 }, { textDocument: { uri } }, { textDocument: { uri }, position: { line: -1, character: 'x' }, context: [] }]) {
        if (method === 'textDocument/documentSymbol' && params.textDocument !== undefined && params.textDocument !== 3) continue;
        expect(await codeOf(connection.sendRequest(method, params))).toBe(ErrorCodes.InvalidParams);
      }
    }
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///nowhere.md', version: 3 }, contentChanges: [{ text: 'x' }] });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///nowhere.md' } });
    await connection.sendNotification('brieflint/checkAsBrief', { uri: 12 });
    expect(await codeOf(connection.sendRequest('workspace/executeCommand', { command: 'brieflint.nonsense' }))).toBe(ErrorCodes.InvalidParams);
    expect(await codeOf(connection.sendRequest('workspace/executeCommand', { command: 'brieflint.explainRule', arguments: ['empty-sections'] }))).toBe(ErrorCodes.InvalidParams);
    expect((await client.openAndCheck(uri, flawed)).filter(isPlaceholder)).toHaveLength(2);
    await client.stop();
  });

  it('refuses all that the server asks of it, and is served all the same', async () => {
    const client = connectInMemory(new MemoryDoor());
    for (const method of ['workspace/configuration', 'client/registerCapability', 'workspace/diagnostic/refresh', 'window/workDoneProgress/create']) {
      client.connection.onRequest(method, () => {
        throw new Error('no');
      });
    }
    await client.initialize();
    expect((await client.openAndCheck(uri, flawed)).filter(isPlaceholder)).toHaveLength(2);
    const again = client.diagnostics(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: 17 });
    expect((await again).diagnostics.filter(isPlaceholder)).toHaveLength(2);
    await client.stop();
  });
});
