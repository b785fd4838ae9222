import * as vscode from 'vscode';
import { makePdf } from '../../support/make-pdf';
import { assert, assertEqual, assertIncludes, eventually, fileUri, openFile, waitForRule, waitUntilGone, writeFile } from './support';

const entry = (key: string): string => `@report{${key},\n  author = {{Harbour Office}},\n  title = {Freight Through Gate ${key}},\n  doi = {10.1234/${key}},\n  year = {2025}\n}\n`;

/** Files of its own for each test. */
const openBrief = async (name: string, body: string, key = `${name}2025`): Promise<vscode.TextDocument> => {
  await writeFile(`${name}.bib`, entry(key));
  return openFile(`cites-${name}.md`, `---\ntitle: Gate\nbibliography: ${name}.bib\n---\n\n${body}\n`);
};

const placeOf = (document: vscode.TextDocument, words: string): vscode.Position => document.positionAt(document.getText().indexOf(words) + words.length);

const hoverAt = (document: vscode.TextDocument, words: string): Promise<string> =>
  eventually('a hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, words));
    const text = hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
    return text === '' ? undefined : text;
  });

suite('Citations', () => {
  test('a hover shows the reference and the passage of its text', async () => {
    await writeFile('sources/hover2025.txt', 'In 2024 the gate handled 412,000 containers, 18% more than in 2023.\n');
    const document = await openBrief('hover', 'In 2024 the gate handled 412,000 containers [@hover2025].');
    const text = await hoverAt(document, '[@hover');
    assertIncludes(text, 'Freight Through Gate hover2025');
    // On a file system of its own, as in the web, the link runs our command.
    assert(/sources(?:\/|%2F)hover2025\.txt(?:#|%23)L1/.test(text), `no link in ${text}`);
    assertIncludes(text, 'line 1');
    assertIncludes(text, '18% more than in 2023');
  });

  test('a hover shows the page of a PDF, and its link the words on that page', async () => {
    const bytes = makePdf([[{ x: 72, y: 700, text: 'Contents' }], [{ x: 72, y: 700, text: 'In 2024 the gate handled 412,000 containers.' }]]);
    await vscode.workspace.fs.writeFile(fileUri('sources/paper2025.pdf'), bytes);
    const document = await openBrief('paper', 'In 2024 the gate handled 412,000 containers [@paper2025].');
    const text = await hoverAt(document, '[@paper');
    assertIncludes(text, 'paper2025.pdf, page 2');
    const argument = /command:brieflint\.openSourceText\?([^>]*brieflint-source[^>]*)>/.exec(text)?.[1] ?? '';
    const [address] = JSON.parse(decodeURIComponent(argument)) as readonly string[]; // What our own link holds.
    await vscode.commands.executeCommand('brieflint.openSourceText', address);
    const editor = await eventually('the words of the source', () => (vscode.window.activeTextEditor?.document.uri.scheme === 'brieflint-source' ? vscode.window.activeTextEditor : undefined));
    assertIncludes(editor.document.getText(editor.selection), '412,000 containers');
  });

  test('a link of a hover opens the source at its line', async () => {
    const uri = await writeFile('sources/opened2025.txt', 'First.\n\nIn 2024 the gate handled 412,000 containers.\n');
    await vscode.commands.executeCommand('brieflint.openSourceText', uri.with({ fragment: 'L3' }).toString());
    await eventually('the file in front', () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString() || undefined);
    assertEqual(vscode.window.activeTextEditor?.selection.active.line, 2);
    await vscode.commands.executeCommand('brieflint.openSourceText', 'https://example.org/');
    assertEqual(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  test('completion offers works and puts in a key', async () => {
    const document = await openBrief('complete', 'It grew [@gat');
    const list = await eventually('completions', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, placeOf(document, '[@gat'), '@', 1);
      return found.items.some(({ label }) => labelOf(label) === '@complete2025') ? found : undefined;
    });
    const item = list.items.find(({ label }) => labelOf(label) === '@complete2025');
    assertEqual(item?.detail, 'Freight Through Gate complete2025');
    assert(item?.documentation !== undefined, 'it was not resolved');
  });

  test('go to definition opens the entry', async () => {
    const document = await openBrief('define', 'It grew [@define2025].');
    const [target] = await eventually('a definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, placeOf(document, '[@def'));
      return found.length > 0 ? found : undefined;
    });
    const uri = target === undefined ? undefined : 'targetUri' in target ? target.targetUri : target.uri;
    assertEqual(uri?.toString(), fileUri('define.bib').toString());
  });

  test('references are found in other briefs', async () => {
    await openBrief('shared', 'It grew [@shared2025].');
    const document = await openFile('shares.md', '---\ntitle: Other\nbibliography: shared.bib\n---\n\n@shared2025 says so.\n');
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, placeOf(document, '@shared'));
    const names = new Set(found.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1)));
    assertEqual([...names].sort().join(), 'cites-shared.md,shared.bib,shares.md');
  });

  test('a rename changes brief and bibliography', async () => {
    const document = await openBrief('rename', 'It grew [@rename2025], says @rename2025.');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, placeOf(document, '[@rena'), 'gate2025');
    assert(await vscode.workspace.applyEdit(edit), 'the edit was refused');
    assertIncludes(document.getText(), 'It grew [@gate2025], says @gate2025.');
    const bibliography = await vscode.workspace.openTextDocument(fileUri('rename.bib'));
    assertIncludes(bibliography.getText(), '@report{gate2025,');
  });

  test('a wrong key is mended from the lamp', async () => {
    const document = await openBrief('wrong', 'It grew [@wrnog2025].');
    const { range } = await waitForRule(document, 'citation-key-undefined');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
    const fix = actions.find(({ title }) => title === 'Change "wrnog2025" to "wrong2025"');
    assert(fix?.edit !== undefined && (await vscode.workspace.applyEdit(fix.edit)), 'there is no such fix');
    await waitUntilGone(document, 'citation-key-undefined');
  });

  test('what is typed into an open bibliography counts before it is saved', async () => {
    const document = await openBrief('typed', 'It grew [@later2025].');
    await waitForRule(document, 'citation-key-undefined');
    const edit = new vscode.WorkspaceEdit();
    const bibliography = await vscode.workspace.openTextDocument(fileUri('typed.bib'));
    edit.insert(bibliography.uri, bibliography.positionAt(bibliography.getText().length), `\n${entry('later2025')}`);
    assert(await vscode.workspace.applyEdit(edit), 'the edit was refused');
    await waitUntilGone(document, 'citation-key-undefined');
  });

  test('an identifier in the bibliography is a link', async () => {
    await openBrief('link', 'It grew [@link2025].');
    const bibliography = await vscode.workspace.openTextDocument(fileUri('link.bib'));
    await vscode.window.showTextDocument(bibliography);
    await eventually('a link', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', bibliography.uri);
      return links.some(({ target }) => target?.toString() === 'https://doi.org/10.1234/link2025') || undefined;
    });
  });
});

const labelOf = (label: string | vscode.CompletionItemLabel): string => (typeof label === 'string' ? label : label.label);
