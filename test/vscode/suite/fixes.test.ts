import * as vscode from 'vscode';
import { assert, assertEqual, assertIncludes, openFile, waitForRule, waitUntilGone } from './support';

const text = '# Water in the valley\n\n## Costs\n\n## Next steps\n\nThe board decides in May.\n';

const actionsAt = async (document: vscode.TextDocument, range: vscode.Range, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind.value);

const apply = async (actions: readonly vscode.CodeAction[], title: string): Promise<void> => {
  const action = actions.find((candidate) => candidate.title.startsWith(title));
  if (action?.edit === undefined) throw new Error(`no edit for "${title}" among ${actions.map((candidate) => candidate.title).join(', ')}`);
  assert(await vscode.workspace.applyEdit(action.edit), 'the edit was refused');
};

suite('Fixes', () => {
  test('a quick fix mends the text and the finding goes', async () => {
    const document = await openFile('quick-fix.md', text);
    const { range } = await waitForRule(document, 'empty-section');
    await apply(await actionsAt(document, range, vscode.CodeActionKind.QuickFix), 'Delete the heading "Costs"');
    await waitUntilGone(document, 'empty-section');
    assertEqual(document.getText(), '# Water in the valley\n\n## Next steps\n\nThe board decides in May.\n');
  });

  test('fix all leaves suggestions alone', async () => {
    const document = await openFile('fix-all.md', text);
    const { range } = await waitForRule(document, 'empty-section');
    const actions = await actionsAt(document, range, vscode.CodeActionKind.SourceFixAll);
    assertEqual(actions.map(({ title }) => title).join(), '');
  });

  test('a finding is ignored with a reason', async () => {
    const document = await openFile('ignore.md', text);
    const { range } = await waitForRule(document, 'empty-section');
    await apply(await actionsAt(document, range, vscode.CodeActionKind.QuickFix), 'Ignore here with a reason');
    await waitUntilGone(document, 'empty-section');
    assertIncludes(document.getText(), '<!-- brieflint-disable-next-line empty-section -- reason');
  });

  test('the command ignores the finding at the cursor', async () => {
    const document = await openFile('ignore-command.md', text);
    const { range } = await waitForRule(document, 'empty-section');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('brieflint.ignoreFinding');
    await waitUntilGone(document, 'empty-section');
    assertIncludes(document.getText(), '<!-- brieflint-disable-next-line empty-section -- reason');
  });
});
