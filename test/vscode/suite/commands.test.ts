import * as vscode from 'vscode';
import type { CheckWorkspaceResult } from '../../../server/src/protocol';
import { assert, assertEqual, assertIncludes, eventually, findingsOf, openFile, ruleOf, waitForRule, writeFile } from './support';

const text = '# Water in the valley\n\n## Costs\n\n## Next steps\n\nThe board decides in May.\n';

suite('Commands', () => {
  test('plain text is checked after the command, not before', async () => {
    const document = await openFile('plain.txt', text);
    await waitForRule(await openFile('beside.md', text), 'empty-section');
    assertEqual(findingsOf(document).length, 0);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('brieflint.checkAsBrief');
    await waitForRule(document, 'empty-section');
  });

  test('findings come back after a restart of the server', async () => {
    const document = await openFile('restart.md', text);
    await waitForRule(document, 'empty-section');
    await vscode.commands.executeCommand('brieflint.restartServer');
    await waitForRule(document, 'empty-section');
  });

  test('files that are not open are checked with the workspace', async () => {
    const uri = await writeFile('closed.md', text);
    const result = await vscode.commands.executeCommand<CheckWorkspaceResult>('brieflint.checkWorkspace');
    assert(result.files > 0, 'no file was checked');
    assert(!result.wasCancelled, 'it was cancelled');
    await eventually('findings of the closed file', () => vscode.languages.getDiagnostics(uri).find((finding) => ruleOf(finding) === 'empty-section'));
  });

  test('the page of a rule opens for the finding at the cursor', async () => {
    const document = await openFile('explain.md', text);
    const { range } = await waitForRule(document, 'empty-section');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('brieflint.explainFinding');
    await eventually('a tab with the page', () => tabLabels().some((label) => label.includes('empty-section')) || undefined);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('without a language model a review says so and marks nothing', async () => {
    const document = await openFile('review.md', text);
    await waitForRule(document, 'empty-section');
    await vscode.commands.executeCommand('brieflint.reviewClaims');
    assertEqual(vscode.languages.getDiagnostics(document.uri).some((finding) => finding.source === 'brieflint review'), false);
  });

  test('a new brief is written from its template, with the first blank selected', async () => {
    const profile = 'options-memo';
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString();
    await vscode.commands.executeCommand('brieflint.newBrief', { profile, title: 'Which buses to buy', folder });
    const editor = vscode.window.activeTextEditor;
    assert(editor !== undefined, 'no editor is open');
    if (editor === undefined) return;
    assert(editor.document.uri.path.endsWith('/which-buses-to-buy.md'), `the file is ${editor.document.uri.path}`);
    assertIncludes(editor.document.getText(), 'title: "Which buses to buy"');
    assertIncludes(editor.document.getText(), `profile: ${profile}`);
    assertEqual(editor.document.getText(editor.selection), '[Insert name and institution]');
    await waitForRule(editor.document, 'placeholder-left-in');
    await vscode.commands.executeCommand('brieflint.newBrief', { profile, title: 'Which buses to buy', folder });
    assert(vscode.window.activeTextEditor?.document.uri.path.endsWith('/which-buses-to-buy-2.md') === true, 'the second brief has no name of its own');
  });

  test('a snippet is offered in a brief, and put in with its first stop selected', async () => {
    const document = await openFile('snippet.md', '');
    const editor = await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: 'Recommendation' });
    await eventually('the snippet', () => document.getText().startsWith('1. **[Insert who]** should') || undefined);
    assertEqual(document.getText(editor.selection), '[Insert who]');
  });

  test('every command of the manifest exists', async () => {
    const manifest = vscode.extensions.getExtension('brieflint.brieflint')?.packageJSON as Manifest | undefined; // VS Code types it `any`.
    const existing = await vscode.commands.getCommands(true);
    const declared = manifest?.contributes.commands.map(({ command }) => command) ?? [];
    assert(declared.length > 0, 'no commands are declared');
    assertEqual(declared.filter((command) => !existing.includes(command)).join(), '');
  });
});

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const tabLabels = (): readonly string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
