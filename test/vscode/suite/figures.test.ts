import * as vscode from 'vscode';
import { assert, assertEqual, assertIncludes, eventually, openFile, waitForRule } from './support';

const text = `# Ferries

## Summary

In 2024, fares covered 38% of ferry running costs. Some 2.4 million passengers used the ferries in 2024.

## Costs

In 2024, fares covered 31% of ferry running costs.

## Passengers

The ferries carried 2,412,000 passengers in 2024.
`;

const openFigures = async (name: string): Promise<vscode.TextDocument> => {
  const document = await openFile(name, text);
  await waitForRule(document, 'inconsistent-figure');
  return document;
};

const placeOf = (document: vscode.TextDocument, words: string): vscode.Position => document.positionAt(document.getText().indexOf(words) + 1);

suite('Figures', () => {
  test('a hover says how a figure reads and what does not agree with it', async () => {
    const document = await openFigures('hover.md');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, '38%'));
    const shown = hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
    assertIncludes(shown, 'reads as 37.5 to 38.5%');
    assertIncludes(shown, 'Does not agree with');
  });

  test('references lead to the other mentions', async () => {
    const document = await openFigures('references.md');
    const locations = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, placeOf(document, '2.4 million'));
    assertEqual(locations.map(({ range }) => document.getText(range)).join(', '), '2.4 million, 2,412,000');
  });

  test('a new value is written in the form of each place', async () => {
    const document = await openFigures('rename.md');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, placeOf(document, '2,412,000'), '2,655,000');
    await vscode.workspace.applyEdit(edit);
    assertIncludes(document.getText(), 'Some 2.7 million passengers');
    assertIncludes(document.getText(), 'carried 2,655,000 passengers');
  });

  test('the view opens and can be filtered', async () => {
    await openFigures('view.md');
    await vscode.commands.executeCommand('brieflint.figures.focus');
    await vscode.commands.executeCommand('brieflint.figures.showConflicts');
    await vscode.commands.executeCommand('brieflint.figures.showAll');
    assert(true, 'nothing threw');
  });

  test('an unsaved change is compared with the file, and a choice leads to what was left behind', async () => {
    const document = await openFigures('compare.md');
    const editor = await vscode.window.showTextDocument(document);
    const start = text.indexOf('2,412,000');
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + '2,412,000'.length));
    await editor.edit((builder) => builder.replace(range, '2,655,000'));
    let isDone = false;
    void vscode.commands.executeCommand('brieflint.compareFiguresWithSaved').then(() => {
      isDone = true;
    });
    await eventually('a choice', async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone || undefined;
    });
    assertEqual(document.getText(vscode.window.activeTextEditor?.selection), '2.4 million');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
