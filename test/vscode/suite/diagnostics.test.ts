import * as vscode from 'vscode';
import { assert, assertEqual, assertIncludes, eventually, findingsOf, openFile, ruleOf, source, waitForRule, waitUntilGone } from './support';

const text = '# Water in the valley\n\n## Costs\n\n## Next steps\n\nThe board decides in May.\n';

suite('Findings', () => {
  test('a Markdown file starts the extension', async () => {
    await openFile('start.md', text);
    await eventually('the extension to be active', () => vscode.extensions.getExtension('brieflint.brieflint')?.isActive === true || undefined);
  });

  test('a finding has its place, severity, code and source', async () => {
    const document = await openFile('findings.md', text);
    const finding = await waitForRule(document, 'empty-section');
    assertEqual(document.getText(finding.range), 'Costs');
    assertEqual(finding.severity, vscode.DiagnosticSeverity.Warning);
    assertEqual(finding.source, source);
    assertIncludes(finding.message, '"Costs"');
  });

  test('the code leads to the page of the rule', async () => {
    const document = await openFile('code.md', text);
    const { code } = await waitForRule(document, 'empty-section');
    assert(typeof code === 'object', 'the code is no link');
    const page = await vscode.workspace.openTextDocument((code as { readonly target: vscode.Uri }).target); // Asserted in the line above.
    assertIncludes(page.getText(), '# empty-section');
    assertEqual(page.languageId, 'markdown');
    assertEqual(findingsOf(page).length, 0);
  });

  test('the hover says why and how', async () => {
    const document = await openFile('hover.md', text);
    const { range } = await waitForRule(document, 'empty-section');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, range.start);
    const shown = hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
    assertIncludes(shown, '*Why:*');
    assertIncludes(shown, '*How to mend it:*');
    assertIncludes(shown, 'command:brieflint.explainRule');
  });

  test('an edit takes a finding away and brings it back', async () => {
    const document = await openFile('edit.md', text);
    await waitForRule(document, 'empty-section');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(3, 0), '\nPipes cost EUR 4 million.\n');
    await vscode.workspace.applyEdit(edit);
    await waitUntilGone(document, 'empty-section');
    await vscode.commands.executeCommand('undo');
    await waitForRule(document, 'empty-section');
  });

  test('a new file that was never saved is checked', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await vscode.window.showTextDocument(document);
    await waitForRule(document, 'empty-section');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('each finding is reported once', async () => {
    const document = await openFile('once.md', text);
    await waitForRule(document, 'empty-section');
    assertEqual(findingsOf(document).filter((finding) => ruleOf(finding) === 'empty-section').length, 1);
  });
});
