import { DocumentHighlightRequest, ExecuteCommandRequest, PrepareRenameRequest, ReferencesRequest, RenameRequest, type Diagnostic, type Hover, type Location, type Position, type WorkspaceEdit } from 'vscode-languageserver';
import { afterEach, describe, expect, it } from 'vitest';
import { checkWorkspaceCommand, compareFiguresRequest, figuresRequest, type CompareFiguresResult, type FiguresResult } from '../../server/src/protocol';
import { capablePushClient, MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const brief = `${folder}/ferries.md`;
const text = `# Ferries

## Summary

In 2024, fares covered 38% of ferry running costs. Some 2.4 million passengers used the ferries in 2024.

## Costs

In 2024, fares covered 31% of ferry running costs [@harbour2025].

## Passengers

The ferries carried 2,412,000 passengers in 2024.
`;

let client: LanguageClient | undefined;

const start = async (files: Readonly<Record<string, string>> = {}): Promise<LanguageClient> => {
  client = await startInMemory({ capabilities: capablePushClient, folderUris: [folder] }, new MemoryDoor({ [brief]: text, ...files }));
  return client;
};

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const placeOf = (words: string, whole = text): Position => {
  const before = whole.slice(0, whole.indexOf(words) + 1).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};

const openBrief = async (): Promise<LanguageClient> => {
  const opened = await start();
  await opened.open(brief, text);
  return opened;
};

const shown = (hover: Hover | null): string => (hover !== null && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '');

describe('a figure in an editor', () => {
  it('has a hover, joined with why it is marked', async () => {
    const { connection } = await openBrief();
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri: brief }, position: placeOf('38%') });
    expect(shown(hover)).toContain('reads as 37.5 to 38.5%');
    expect(shown(hover)).toMatch(/Does not agree with:\*\*\n\n- \[31%\]\(<file:\/\/\/papers\/ferries\.md#L9%2C24>\) in “Costs”/);
    expect(shown(hover)).toContain('---');
    expect(hover?.range).toEqual({ start: { line: 4, character: 23 }, end: { line: 4, character: 26 } });
  });

  it('leaves a citation its hover', async () => {
    const { connection } = await openBrief();
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri: brief }, position: placeOf('harbour2025') });
    expect(shown(hover)).not.toContain('reads as');
  });

  it('leads to its other places', async () => {
    const { connection } = await openBrief();
    const locations = await connection.sendRequest(ReferencesRequest.type, { textDocument: { uri: brief }, position: placeOf('2.4 million'), context: { includeDeclaration: true } });
    expect(((locations ?? []) as readonly Location[]).map(({ range }) => range.start)).toEqual([{ line: 4, character: 56 }, { line: 12, character: 20 }]);
    const highlights = await connection.sendRequest(DocumentHighlightRequest.type, { textDocument: { uri: brief }, position: placeOf('2,412,000') });
    expect(highlights).toHaveLength(2);
    expect(await connection.sendRequest(DocumentHighlightRequest.type, { textDocument: { uri: brief }, position: placeOf('2024') })).toEqual([]);
  });

  it('is renamed in the form of each place', async () => {
    const { connection } = await openBrief();
    const params = { textDocument: { uri: brief }, position: placeOf('2,412,000') };
    expect(await connection.sendRequest(PrepareRenameRequest.type, params)).toEqual({ range: { start: { line: 12, character: 20 }, end: { line: 12, character: 29 } }, placeholder: '2,412,000' });
    const edit: WorkspaceEdit | null = await connection.sendRequest(RenameRequest.type, { ...params, newName: '2,655,000' });
    const [change] = edit?.documentChanges ?? [];
    expect(change !== undefined && 'edits' in change ? change.edits.map((one) => ('newText' in one ? one.newText : '')) : []).toEqual(['2.7 million', '2,655,000']);
    await expect(connection.sendRequest(RenameRequest.type, { ...params, newName: 'many' })).rejects.toThrow('“many” is not a figure');
    expect(await connection.sendRequest(PrepareRenameRequest.type, { ...params, position: placeOf('2024') })).toBeNull();
  });

  it('stands in the ledger', async () => {
    const { connection } = await openBrief();
    const result = await connection.sendRequest<FiguresResult>(figuresRequest, { uri: brief });
    expect(result.brief?.conflicts).toBe(1);
    expect(result.brief?.measures[0]?.figures.map(({ written, place, source }) => [written, place, source])).toEqual([['38%', 'Summary', null], ['31%', 'Costs', '[@harbour2025]']]);
    expect(await connection.sendRequest(figuresRequest, { uri: `${folder}/none.md` })).toEqual({ brief: null });
    expect(await connection.sendRequest(figuresRequest, null)).toEqual({ brief: null });
  });

  it('is compared with an earlier text', async () => {
    const { connection } = await openBrief();
    const before = text.replace('2,412,000', '2,120,000').replace('2.4 million', '2.1 million');
    const { changes } = await connection.sendRequest<CompareFiguresResult>(compareFiguresRequest, { uri: brief, before });
    expect(changes?.map((change) => [change.before, change.after.written, change.leftBehind.length])).toEqual([['2.1 million', '2.4 million', 0], ['2,120,000', '2,412,000', 0]]);
    const partly = await connection.sendRequest<CompareFiguresResult>(compareFiguresRequest, { uri: brief, before: text.replace('38%', '31%') });
    expect(partly.changes).toMatchObject([{ before: '31%', after: { written: '38%' }, leftBehind: [{ written: '31%', place: 'Costs' }] }]);
    expect(await connection.sendRequest(compareFiguresRequest, { uri: brief })).toEqual({ changes: null });
  });
});

describe('figures of several briefs', () => {
  const rule = 'figure-differs-across-briefs';
  const other = `${folder}/schools.md`;
  const water = '# Water in Kenya\n\nIn 2024, 412,000 rural households in Kenya had piped water.\n';
  const schools = '# Schools in Kenya\n\nIn 2024, 398,000 rural households in Kenya had piped water.\n';
  const differing = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => diagnostics.filter(({ code }) => code === rule);
  const eventually = async (isSo: () => boolean): Promise<void> => {
    for (let i = 0; i < 100 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isSo()).toBe(true);
  };
  const latest = (running: LanguageClient, uri: string): readonly Diagnostic[] => differing(running.published.filter((each) => each.uri === uri).at(-1)?.diagnostics ?? []);

  it('are held against each other while both are open, and the other place follows', async () => {
    const running = await start();
    await running.open(brief, water);
    await running.open(other, schools);
    await eventually(() => latest(running, brief).length === 1 && latest(running, other).length === 1);
    expect(latest(running, brief)).toMatchObject([{ message: '412,000 here, 398,000 in "Schools in Kenya"', relatedInformation: [{ location: { uri: other, range: { start: { line: 2, character: 9 } } } }] }]);
    const count = running.published.filter(({ uri }) => uri === brief).length;
    // Words that change no summary cause no work elsewhere.
    await running.change(other, 2, [{ text: schools.replace('Schools in Kenya\n', 'Schools in Kenya\n\nMore is to come.\n') }]);
    await eventually(() => running.published.some(({ uri, version }) => uri === other && version === 2));
    expect(running.published.filter(({ uri }) => uri === brief).length).toBe(count);
    await running.change(other, 3, [{ text: schools.replace('398,000', '412,000') }]);
    await eventually(() => latest(running, brief).length === 0 && latest(running, other).length === 0);
  });

  it('are all known after a check of the workspace', async () => {
    const running = await start({ [brief]: water, [other]: schools });
    const result: unknown = await running.connection.sendRequest(ExecuteCommandRequest.type, { command: checkWorkspaceCommand });
    expect(result).toMatchObject({ files: 2 });
    expect(latest(running, brief)).toHaveLength(1);
    expect(latest(running, other)).toHaveLength(1);
  });
});
