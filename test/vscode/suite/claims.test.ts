import * as vscode from 'vscode';
import { assert, assertEqual, assertIncludes, eventually, openFile, waitForRule, waitUntilGone, writeFile } from './support';

const rule = 'unsourced-statistic';
const claim = 'Rent takes 52% of the income of young families.';

const openClaim = async (name: string, text = `# Rents\n\n${claim}\n`): Promise<vscode.TextDocument> => {
  const document = await openFile(name, text);
  const { range } = await waitForRule(document, rule);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(range.start, range.start);
  return document;
};

suite('Claims', () => {
  test('the statement at the cursor is marked as own analysis, and the finding goes', async () => {
    const document = await openClaim('own.md');
    await vscode.commands.executeCommand('brieflint.markOwnAnalysis');
    await waitUntilGone(document, rule);
    assertEqual(document.getText(), '# Rents\n\nRent takes 52% of the income of young families (own analysis).\n');
  });

  test('common knowledge is a comment with that reason', async () => {
    const document = await openClaim('common.md');
    await vscode.commands.executeCommand('brieflint.markCommonKnowledge');
    await waitUntilGone(document, rule);
    assertIncludes(document.getText(), `<!-- brieflint-disable-next-line ${rule} -- common knowledge -->\n${claim}`);
  });

  test('a work is picked, the likely one first', async () => {
    await writeFile('rents.bib', '@report{first2020,\n  author = {{Port Office}},\n  title = {Cranes},\n  year = {2020}\n}\n\n@report{rents2024,\n  author = {{Housing Office}},\n  title = {Rent and Income of Young Families},\n  year = {2024}\n}\n');
    const document = await openClaim('cite.md', `---\ntitle: Rents\nbibliography: rents.bib\n---\n\n${claim}\n`);
    const done = vscode.commands.executeCommand('brieflint.insertCitation');
    await acceptFirstChoice(done);
    await waitUntilGone(document, rule);
    assertIncludes(document.getText(), 'young families [@rents2024].');
  });

  test('the lamp leads to the same', async () => {
    const document = await openClaim('lamp.md');
    const { range } = await waitForRule(document, rule);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
    const action = actions.find(({ title }) => title === 'Insert citation…');
    assertEqual(action?.command?.command, 'brieflint.insertCitation');
    // Without a bibliography there is the stub alone.
    const done = vscode.commands.executeCommand('brieflint.insertCitation', ...((action?.command?.arguments ?? []) as unknown[])); // VS Code types them `any`.
    await acceptFirstChoice(done);
    await waitForRule(document, 'placeholder-left-in');
    assertIncludes(document.getText(), '([Source, year])');
  });

  test('an answer from a list that is no longer current writes nothing', async () => {
    const document = await openClaim('stale.md');
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: claim.length } };
    const node = { kind: 'claim', uri: document.uri, version: document.version - 1, claim: { range, text: claim, state: 'open', kinds: [], cues: [], answer: null, asked: null } };
    await vscode.commands.executeCommand('brieflint.markOwnAnalysis', node);
    assertEqual(document.getText(), `# Rents\n\n${claim}\n`);
    await vscode.commands.executeCommand('brieflint.markOwnAnalysis', { ...node, version: document.version });
    await waitUntilGone(document, rule);
    assertIncludes(document.getText(), '(own analysis)');
  });

  test('coverage can be shown and hidden, and the view opened', async () => {
    await openClaim('coverage.md');
    await vscode.commands.executeCommand('brieflint.toggleCoverage');
    await vscode.commands.executeCommand('brieflint.toggleCoverage');
    await vscode.commands.executeCommand('brieflint.toggleCoverage');
    await vscode.commands.executeCommand('brieflint.hideCoverage');
    await vscode.commands.executeCommand('brieflint.claims.focus');
    await vscode.commands.executeCommand('brieflint.claims.showOpen');
    await vscode.commands.executeCommand('brieflint.claims.showClaims');
    assert(true, 'nothing threw');
  });
});

/** Nobody tells when the list is there: pressed until something came of it. */
const acceptFirstChoice = async (done: Thenable<unknown>): Promise<void> => {
  let isDone = false;
  void done.then(() => {
    isDone = true;
  });
  await eventually('a choice', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone || undefined;
  });
};
