import * as vscode from 'vscode';
import { assert, assertIncludes, eventually, openFile, writeFile } from './support';

const bibliography = '@report{rents2024,\n  author = {{Housing Office}},\n  title = {Rent and "Income"},\n  year = {2024}\n}\n';
const text = '---\ntitle: Rents\nbibliography: preview.bib\n---\n\n> [!NOTE] Key takeaways\n> Rents rose [@rents2024], though [@rents2042] has it otherwise.\n\n::: {.key-messages}\nBuild.\n:::\n\n## Problem\n\nThe North Gate handled 52% of all freight in 2024.\n';

const render = async (document: vscode.TextDocument): Promise<string> => vscode.commands.executeCommand<string>('markdown.api.render', document);

/** The server is asked while the preview is drawn; what it says comes in the next drawing. */
const renderedWith = (document: vscode.TextDocument, part: string): Promise<string> =>
  eventually(`a preview with ${part}`, async () => {
    const html = await render(document);
    return html.includes(part) ? html : undefined;
  });

suite('Preview', () => {
  test('a callout and a fenced div are boxes with a title', async () => {
    const html = await render(await openFile('preview-boxes.md', text));
    assertIncludes(html, 'role="note" aria-label="Key takeaways"');
    assertIncludes(html, 'role="note" aria-label="Key messages"');
    assert(!html.includes('[!NOTE]') && !html.includes(':::'), 'the marks of the boxes are still there');
  });

  test('a citation has its reference, and one that leads nowhere says so', async () => {
    await writeFile('preview.bib', bibliography);
    const html = await renderedWith(await openFile('preview-citations.md', text), 'brieflint-citation');
    assertIncludes(html, '<span class="brieflint-citation" title="Housing Office (2024). Rent and &quot;Income&quot;.">[@rents2024]</span>');
    assertIncludes(html, 'class="brieflint-unresolved"');
  });

  test('claims are marked once that is switched on, and follow an edit', async () => {
    await writeFile('preview.bib', bibliography);
    const document = await openFile('preview-claims.md', text);
    await renderedWith(document, 'brieflint-citation');
    assert(!(await render(document)).includes('brieflint-unsourced'), 'claims are marked though nobody asked');
    await vscode.commands.executeCommand('brieflint.togglePreviewMarks');
    try {
      assertIncludes(await renderedWith(document, 'brieflint-unsourced'), '">The North Gate handled 52% of all freight in 2024.</span>');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().length), '\nThe South Gate handled 31% of all freight in 2024.\n');
      await vscode.workspace.applyEdit(edit);
      await renderedWith(document, '">The South Gate handled 31% of all freight in 2024.</span>');
    } finally {
      await vscode.commands.executeCommand('brieflint.hidePreviewMarks');
    }
    assert(!(await render(document)).includes('brieflint-unsourced'), 'claims are still marked');
  });
});
