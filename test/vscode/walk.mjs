/**
 * A person's walk through the real workbench, on a copy of examples/: opens a brief, sees what is wrong and why, reads on, mends it,
 * and chooses a profile. Every stop leaves a picture in dist/screenshots/walk/.
 */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { withPage } from './browser.mjs';
import { projectFolder, withTemporaryFolder } from './paths.mjs';
import { runAlone } from './run-alone.mjs';
import { serverFolders, startServer, workbenchAddress } from './server.mjs';
import { visit } from './visit.mjs';

/** In the example: `## Timeline` with nothing under it. */
const emptySection = { rule: 'empty-section', message: '"Timeline" has nothing under it', line: '## Timeline', word: 'Timeline', fix: 'Delete the heading "Timeline"' };

/** In the example that cites by key: what the ministry's PDF says on its second page. */
const cited = { line: '[@healthministry2025]', key: 'healthministry2025', reference: 'Notifiable Diseases 2024', passage: 'against 7,900 cases in 2019', link: 'page 2' };
const wrongKey = { key: 'halam2023', right: 'hallam2023' };

const citationStops = [
  ['the other brief is opened, and one that cites by key', async (workbench) => {
    await workbench.openFromExplorer('briefs', 'clean-water.md');
    await workbench.tab('clean-water.md').waitFor();
    await workbench.openFromExplorer('briefs', 'well-caretakers.md');
    await workbench.line(cited.line).first().waitFor();
  }],
  ['the hover of a citation shows the reference and the passage of a PDF', async (workbench) => {
    const hover = await workbench.hover(cited.line, cited.key, cited.reference);
    for (const part of ['Ministry of Health of Orrin', cited.reference, 'references.bib', cited.passage, cited.link]) assert.ok(hover.includes(part), `no "${part}" in: ${hover}`);
  }],
  ['its link opens the words of the PDF at the page', async (workbench) => {
    await workbench.followLinkOfHover(cited.reference, cited.link);
    await workbench.tab('healthministry2025.pdf').waitFor();
    await workbench.line('2 Acute diarrhoea').waitFor();
    await workbench.line('page 2').waitFor();
  }],
  ['the hover of a quotation says what the source has', async (workbench) => {
    await workbench.closeTab();
    const hover = await workbench.hover('will rise again', 'will rise again', 'The source has other words');
    assert.ok(hover.includes('“will” here, “may” in the source'), hover);
  }],
  ['a wrong key is mended from the lamp', async (workbench) => {
    const fix = `Change "${wrongKey.key}" to "${wrongKey.right}"`;
    await workbench.openQuickFixes(wrongKey.key, wrongKey.key, fix);
    await workbench.takeQuickFix(fix);
    await workbench.line(`@${wrongKey.right}`).waitFor();
  }],
  ['works are offered after an @', async (workbench) => {
    await workbench.type(wrongKey.right, wrongKey.right, ' Pumps cost little [@unit');
    await workbench.suggestion('supplycosts2025').first().waitFor();
  }],
  ['one is taken', async (workbench) => {
    await workbench.takeSuggestion('supplycosts2025');
    await workbench.line('Pumps cost little [@supplycosts2025]').waitFor();
  }],
  ['a key is renamed in both briefs and in the bibliography', async (workbench) => {
    await workbench.rename(wrongKey.right, wrongKey.right, 'villages2023');
    await workbench.line('[@villages2023]').first().waitFor();
    await workbench.openFromExplorer('briefs', 'clean-water.md');
    await workbench.tab('clean-water.md').waitFor();
    await workbench.find('@villages2023');
    await workbench.openFromExplorer('briefs', 'references.bib');
    await workbench.line('@article{villages2023').waitFor();
  }],
];

const stops = [
  ['a brief is opened from the explorer', (workbench) => workbench.openFromExplorer('briefs', 'digital-literacy.md')],
  ['findings are underlined', (workbench) => workbench.squiggles().first().waitFor({ state: 'attached' })],
  ['the status item names profile and findings', async (workbench) => {
    assert.match(await workbench.statusText('brieflint.status', /\d/), /^Policy or issue brief · \d+$/);
  }],
  ['the Problems view lists them with their rules', async (workbench) => {
    await workbench.showProblems();
    await workbench.filterProblems(emptySection.message);
    assert.match(await workbench.problem(emptySection.message).innerText(), /brieflint\s+empty-section/);
  }],
  ['the hover says why and how', async (workbench) => {
    await workbench.goToProblem(emptySection.message);
    const hover = await workbench.hover(emptySection.line, emptySection.word);
    for (const part of [emptySection.message, 'Why:', 'How to mend it:', 'More about this rule']) assert.ok(hover.includes(part), `no "${part}" in: ${hover}`);
  }],
  ['the code of a finding opens the page of its rule', async (workbench) => {
    await workbench.followCodeOfProblem(emptySection.message, emptySection.rule);
    await workbench.renderedPage('Why it matters');
  }],
  ['a quick fix is offered', async (workbench) => {
    await workbench.closeTab();
    await workbench.openQuickFixes(emptySection.line, emptySection.word, emptySection.fix);
  }],
  ['it mends the text, and the finding is gone', async (workbench) => {
    await workbench.takeQuickFix(emptySection.fix);
    await workbench.problem(emptySection.message).waitFor({ state: 'detached' });
    await workbench.line(emptySection.line).waitFor({ state: 'detached' });
  }],
  ['a profile is chosen', async (workbench) => {
    await workbench.runCommand('Policy Brief: Choose Profile', 'Position or advocacy paper');
    await workbench.statusText('brieflint.status', /Position or advocacy paper · \d+/);
  }],
  ...citationStops,
];

export const walk = ({ editor, extensionsFolder }) =>
  withTemporaryFolder(async (root) => {
    const workspace = join(root, 'examples');
    cpSync(join(projectFolder, 'examples'), workspace, { recursive: true });
    const running = await startServer(editor.server, { ...serverFolders(join(root, 'server')), extensions: extensionsFolder });
    try {
      return await withPage(editor.chromium, async (page) => {
        page.setDefaultTimeout(20_000);
        await page.goto(workbenchAddress(running, workspace));
        return await visit(page, stops, 'walk');
      });
    } finally {
      await running.stop();
    }
  });

await runAlone(import.meta.url, walk);
