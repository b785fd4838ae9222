import {
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Location,
  type LocationLink,
  type Position,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { afterEach, describe, expect, it } from 'vitest';
import { sourceTextRequest, type SourceTextResult } from '../../server/src/protocol';
import { bib } from '../support/cited-brief';
import { capablePushClient, MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const brief = `${folder}/briefs/gate.md`;
const other = `${folder}/briefs/night.md`;
const library = `${folder}/references.bib`;
const frontMatter = '---\ntitle: Gate\nbibliography: ../references.bib\n---\n\n';
const text = `${frontMatter}In 2024 the gate handled 412,000 containers [@harbour2025]. Trucks come at night [see @ruiz2024, p. 3].[^a]\n\n[^a]: Compare @ruiz2024.\n`;
const otherText = `${frontMatter}@ruiz2024 counted trucks. The Harbour Office (2025) did not.\n`;

const files = {
  [brief]: text,
  [other]: otherText,
  [library]: bib,
  [`${folder}/sources/harbour2025.txt`]: 'Freight Through the North Gate\n\nIn 2024 the gate handled 412,000 containers, 18% more than in 2023.\n',
};

const capabilities = {
  ...capablePushClient,
  textDocument: { ...capablePushClient.textDocument, definition: { linkSupport: true }, completion: { completionItem: { labelDetailsSupport: true } } },
  workspace: { ...capablePushClient.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const], changeAnnotationSupport: {} } },
};

let client: LanguageClient | undefined;

const start = async (overrides: Readonly<Record<string, string>> = {}, options: Parameters<typeof startInMemory>[0] = {}): Promise<LanguageClient> => {
  client = await startInMemory({ capabilities, folderUris: [folder], ...options }, new MemoryDoor({ ...files, ...overrides }));
  return client;
};

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** Right behind the nth time that these words stand in the text. */
const behind = (whole: string, words: string, nth = 1): Position => {
  let at = -1;
  for (let i = 0; i < nth; i++) at = whole.indexOf(words, at + 1);
  const before = whole.slice(0, at + words.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};

const shown = (hover: Hover | null): string => (hover !== null && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '');

const places = (locations: readonly Location[]): readonly string[] => locations.map(({ uri, range }) => `${uri.slice(folder.length + 1)}:${String(range.start.line)}:${String(range.start.character)}`).sort();

/** Every file after an edit. */
const applied = (edit: WorkspaceEdit | null, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const changes = (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'textDocument' in change);
  return Object.fromEntries(
    changes.map(({ textDocument, edits }) => {
      const lines = (texts[textDocument.uri] ?? '').split('\n');
      for (const change of [...edits].sort((a, b) => ('newText' in a && 'newText' in b ? b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character : 0))) {
        if (!('newText' in change)) throw new Error('a snippet');
        const { start: from, end } = change.range;
        const line = lines[from.line] ?? '';
        lines[from.line] = line.slice(0, from.character) + change.newText + line.slice(end.character);
      }
      return [textDocument.uri, lines.join('\n')];
    }),
  );
};

describe('hover', () => {
  it('shows the reference, where its entry stands, and the passage', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const value = shown(await connected.hover(brief, behind(text, '@harbour')));
    expect(value).toContain('*Freight Through the North Gate*');
    expect(value).toContain('[../references.bib](<file:///papers/references.bib#L1>)');
    expect(value).toContain('[harbour2025.txt, line 3](<file:///papers/sources/harbour2025.txt#L3>)');
  });

  it('follows the style of the settings', async () => {
    const connected = await start({}, { settings: { citationStyle: 'chicago' } });
    await connected.openAndCheck(brief, text);
    expect(shown(await connected.hover(brief, behind(text, '@ruiz')))).toContain('and Ben Okoye. 2024.');
  });
});

describe('completion', () => {
  it('finds works by their words, and describes them when asked', async () => {
    const connected = await start();
    const typed = `${text}\nIt grew [@night`;
    await connected.openAndCheck(brief, typed);
    const list = (await connected.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: brief }, position: behind(typed, '[@night') })) as CompletionList;
    expect(list.items.map(({ label }) => label)).toEqual(['@ruiz2024']);
    const [item] = list.items as [CompletionItem];
    expect(item.documentation).toBeUndefined();
    const resolved = await connected.connection.sendRequest(CompletionResolveRequest.type, item);
    expect(JSON.stringify(resolved.documentation)).toContain('Journal of Roads');
  });

  it('is silent in prose and in code', async () => {
    const connected = await start();
    const typed = `${text}\nIt grew \n\n\`\`\`\n[@night\n\`\`\`\n`;
    await connected.openAndCheck(brief, typed);
    expect(await connected.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: brief }, position: behind(typed, 'It grew ') })).toBeNull();
    expect(await connected.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: brief }, position: behind(typed, '[@night') })).toBeNull();
  });
});

describe('definition, references and highlights', () => {
  it('lead to the entry in its file', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const [link] = (await connected.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri: brief }, position: behind(text, '@ruiz') })) as LocationLink[];
    expect(link?.targetUri).toBe(library);
    expect(link?.targetSelectionRange.start).toEqual({ line: 8, character: 9 });
  });

  it('are found in all briefs of the workspace, also those that are not open', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const params = { textDocument: { uri: brief }, position: behind(text, '@ruiz'), context: { includeDeclaration: true } };
    expect(places((await connected.connection.sendRequest(ReferencesRequest.type, params)) ?? [])).toEqual(['briefs/gate.md:5:81', 'briefs/gate.md:7:14', 'briefs/night.md:5:0', 'references.bib:8:9']);
  });

  it('are found from an entry of the bibliography', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    await connected.open(library, bib, { languageId: 'bibtex' });
    const params = { textDocument: { uri: library }, position: behind(bib, 'harbour2025'), context: { includeDeclaration: false } };
    expect(places((await connected.connection.sendRequest(ReferencesRequest.type, params)) ?? [])).toEqual(['briefs/gate.md:5:44', 'briefs/night.md:5:30']);
  });

  it('are marked in the brief', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const found = await connected.connection.sendRequest(DocumentHighlightRequest.type, { textDocument: { uri: brief }, position: behind(text, '[^a') });
    expect(found?.map(({ range }) => range.start.line)).toEqual([5, 7]);
  });
});

describe('rename', () => {
  it('offers the key alone', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    expect(await connected.connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri: brief }, position: behind(text, '@ruiz') })).toEqual({
      range: { start: { line: 5, character: 87 }, end: { line: 5, character: 95 } },
      placeholder: 'ruiz2024',
    });
    expect(await connected.connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri: brief }, position: behind(text, 'the ga') })).toBeNull();
  });

  it('changes the brief, the bibliography and the other briefs', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const edit = await connected.connection.sendRequest(RenameRequest.type, { textDocument: { uri: brief }, position: behind(text, '@ruiz'), newName: 'trucks' });
    expect(applied(edit, files)).toEqual({ [brief]: text.replaceAll('ruiz2024', 'trucks'), [library]: bib.replace('ruiz2024', 'trucks'), [other]: otherText.replace('ruiz2024', 'trucks') });
    expect(Object.values(edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation)).toEqual([false, true]);
  });

  it('takes the text of the source along', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const edit = await connected.connection.sendRequest(RenameRequest.type, { textDocument: { uri: brief }, position: behind(text, '@harbour'), newName: '@gate2025' });
    expect(edit?.documentChanges).toContainEqual(expect.objectContaining({ kind: 'rename', oldUri: `${folder}/sources/harbour2025.txt`, newUri: `${folder}/sources/gate2025.txt` }));
  });

  it('works from the bibliography', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    await connected.open(library, bib, { languageId: 'bibtex' });
    const edit = await connected.connection.sendRequest(RenameRequest.type, { textDocument: { uri: library }, position: behind(bib, '{ruiz'), newName: 'trucks' });
    expect(Object.keys(applied(edit, files)).sort()).toEqual([brief, other, library]);
  });

  it('refuses a name that is taken', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const request = connected.connection.sendRequest(RenameRequest.type, { textDocument: { uri: brief }, position: behind(text, '@ruiz'), newName: 'harbour2025' });
    await expect(request).rejects.toThrow('"harbour2025" is taken');
  });

  it('gives a note another label', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const edit = await connected.connection.sendRequest(RenameRequest.type, { textDocument: { uri: brief }, position: behind(text, '[^a'), newName: 'night' });
    expect(applied(edit, files)[brief]).toBe(text.replaceAll('[^a]', '[^night]'));
  });
});

describe('links', () => {
  it('lead from identifiers of the bibliography to their addresses', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    await connected.open(library, bib, { languageId: 'bibtex' });
    const links = await connected.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: library } });
    expect(links?.map(({ target }) => target)).toEqual(['https://doi.org/10.1234/roads.3']);
  });
});

describe('code actions', () => {
  it('offer the nearest key first', async () => {
    const connected = await start();
    const wrong = text.replace('@harbour2025', '@harbor2025');
    const [diagnostic] = (await connected.openAndCheck(brief, wrong)).filter(({ code }) => code === 'citation-key-undefined');
    if (diagnostic === undefined) throw new Error('no finding');
    const actions = await connected.codeActions(brief, diagnostic.range, { diagnostics: [diagnostic], only: ['quickfix'] });
    expect(actions[0]?.title).toBe('Change "harbor2025" to "harbour2025"');
  });

  it('offer another way to cite', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const at = behind(text, '@harbour');
    const actions = await connected.codeActions(brief, { start: at, end: at }, { diagnostics: [], only: ['refactor'] });
    expect(actions.map(({ title }) => title)).toEqual(['Cite by author and year: (Harbour Office, 2025)', 'Cite by author and year in the whole brief']);
  });
});

describe('the words of a source', () => {
  it('are given for a brief that cites it', async () => {
    const connected = await start();
    await connected.openAndCheck(brief, text);
    const { text: words } = await connected.connection.sendRequest<SourceTextResult>(sourceTextRequest, { brief, reference: 'harbour2025' });
    expect(words).toContain('412,000 containers');
    expect(await connected.connection.sendRequest(sourceTextRequest, { brief, reference: 'nobody' })).toEqual({ text: null });
    expect(await connected.connection.sendRequest(sourceTextRequest, null)).toEqual({ text: null });
  });
});
