import * as vscode from 'vscode';
import { assert, assertEqual, assertIncludes, openFile, waitForRule } from './support';

const text = `# Buses

## Findings

Buses run late because Mill Road is full of parked cars (Transport Office, 2025).

## Recommendations

- Ban parked cars from Mill Road by May 2027.
`;

suite('Recommendations', () => {
  test('the view opens', async () => {
    await waitForRule(await openFile('recommendations-view.md', text), 'recommendation-without-actor');
    await vscode.commands.executeCommand('brieflint.recommendations.focus');
    assert(true, 'nothing threw');
  });

  test('a hover shows the row and leads to what carries it', async () => {
    const document = await openFile('recommendations-hover.md', text);
    await waitForRule(document, 'recommendation-without-actor');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(text.indexOf('Ban') + 1));
    const shown = hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
    assertIncludes(shown, '**By when** by May 2027');
    assertIncludes(shown, 'Carried by:');
  });

  test('what is missing is filled in where it is missing', async () => {
    const document = await openFile('recommendations-fill.md', text);
    await waitForRule(document, 'recommendation-without-actor');
    const place = document.positionAt(text.indexOf('Ban'));
    const range = { start: { line: place.line, character: place.character }, end: { line: place.line, character: place.character + 3 } };
    await vscode.commands.executeCommand('brieflint.recommendations.fillIn', { kind: 'part', uri: document.uri, part: { kind: 'who', text: null, range, asked: 'nobody', isFixable: true } });
    assertEqual(vscode.window.activeTextEditor?.document.uri.toString() ?? '', document.uri.toString());
    assertEqual(document.offsetAt(vscode.window.activeTextEditor?.selection.active ?? new vscode.Position(0, 0)), text.indexOf('Ban'));
    await vscode.commands.executeCommand('hideCodeActionWidget');
    await vscode.commands.executeCommand('brieflint.recommendations.fillIn', 'anything');
  });
});
