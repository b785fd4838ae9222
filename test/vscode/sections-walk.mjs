/**
 * The sections of a brief in the real workbench: a new exam brief from its template, filled in blank by blank; sections deleted and moved,
 * and put back by quick fixes; its recommendations; its preview; and a kind of brief that the house has defined itself.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { withPage } from './browser.mjs';
import { withTemporaryFolder } from './paths.mjs';
import { runAlone } from './run-alone.mjs';
import { serverFolders, startServer, workbenchAddress } from './server.mjs';
import { visit } from './visit.mjs';

const houseSettings = `profiles:
  circle-note:
    extends: exam-brief
    name: Orlin Policy Circle note
    required:
      add: [who-gains]
    sections:
      who-gains: [Who gains and who pays]
`;

const title = 'Cold classrooms in Orlin';
const file = 'cold-classrooms-in-orlin.md';
const kind = 'Exam-preparation article (CSS, PMS)';

/** What the author types into the blanks of the template, in their order. */
const entries = [
  'Mara Velic, Orlin Policy Circle',
  // Summary
  '18,400 pupils in Orlin sat in classrooms below 16 °C in January 2025', 'Orlin Schools Office, 2025',
  '61 of the 143 school boilers in Orlin are older than 30 years', 'Orlin Schools Office, 2025',
  'each school pays for repairs from its yearly budget, and a new boiler costs four such budgets', 'Brandt and Osei, 2024',
  'the city council', 'set up a boiler fund', '31 March 2027',
  // Introduction
  'In January 2025 the heating of Orlin left 18,400 pupils in classrooms below 16 °C', 'Orlin Schools Office, 2025',
  'the council votes on the school budget on 14 May 2026', 'Orlin City Council, 2026',
  'The city council', 'its power over the capital budget', 'recommends', 'a fund that replaces the oldest boilers first',
  // Background
  '2009', 'the city owned and repaired all boilers', 'Brandt and Osei, 2024',
  'School Autonomy Act 2009', 'moved repairs to the budget of each school', 'Orlin City Council, 2009', 'who pays when a boiler has to be replaced',
  // Analysis
  'Small budgets buy small repairs', 'A school that cannot save from year to year patches its boiler, and its pupils sit in the cold', 'Brandt and Osei, 2024',
  'In 2024, schools with a boiler older than 30 years, 61 of 143, spent 11% of their budget on repairs, against 4% elsewhere', 'Brandt and Osei, 2024',
  'The figures do not cover private schools', 'The fund should pay for new boilers, not for repairs',
  // Implications
  'the council keeps the rule of 2009', 'schools with old boilers will go on closing in cold weeks', 'ten years of repairs cost them more than a new boiler', 'Brandt and Osei, 2024', 'days of school lost to failed heating',
  // Recommendations
  'The city council', 'set up a fund that replaces the 61 oldest boilers', '31 March 2027', 'EUR 7.3 million from the capital budget', 'no school day lost to failed heating in the winter of 2028',
  // Conclusion
  'Heating fails where each school pays for itself', 'the boiler fund', 'the city council', '31 March 2027',
  // References
  'Orlin Schools Office', '2025', 'Heating in the Schools of Orlin', 'Annual Report 12', 'https://schools.orlin.example/heating', '2 March 2026',
];

const moreReferences = `- Brandt, A. and Osei, K. (2024), *Who Pays for the Boiler?*, Institute of Public Works, https://publicworks.example/boiler (accessed 2 March 2026).
- Orlin City Council (2026), *Agenda of 14 May 2026*, https://council.orlin.example/agenda (accessed 2 March 2026).
- Orlin City Council (2009), *School Autonomy Act 2009*, Official Gazette 44, https://council.orlin.example/gazette/44 (accessed 2 March 2026).
`;

const whole = ['Summary', 'Introduction', 'Background', 'Analysis', 'Implications', 'Recommendations', 'Conclusion', 'References'];
const without = (...gone) => whole.filter((name) => !gone.includes(name));

const missing = (name, before) => `No section "${name}"; it belongs after "${before}"`;
const misplaced = '"Analysis" stands after "Implications" and belongs before it';
const moveBack = 'Move "Analysis" before "Implications"';

/** Through the disk, where the whole text stands; the editor draws only what is in view. */
const assertText = async (workbench, path, read, expected) => {
  await workbench.save();
  const found = () => read(readFileSync(path, 'utf8'));
  // The tab may say that all is saved a little before the disk has it.
  for (const start = performance.now(); performance.now() - start < 10_000 && !isDeepStrictEqual(found(), expected); ) await delay(50);
  assert.deepEqual(found(), expected);
};

const assertHeadings = (workbench, path, expected) => assertText(workbench, path, (text) => [...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name), expected);

const beginStops = (path) => [
  ['a new brief is begun: which kind', async (workbench) => {
    await workbench.container('Policy Brief').waitFor();
    await workbench.beginCommand('Policy Brief: New Policy Brief');
    await workbench.choice(kind).waitFor();
    assert.match(await workbench.choice(kind).innerText(), /Summary · Introduction · Background/);
    assert.match(await workbench.choice('Orlin Policy Circle note').innerText(), /circle-note/);
  }],
  ['with what title', async (workbench) => {
    await workbench.takeChoice(kind);
    await workbench.answerInput('title', title);
  }],
  ['in which folder', async (workbench) => {
    await workbench.choice('workspace').first().waitFor();
    assert.match(await workbench.choice('workspace').first().innerText(), /^workspace/);
  }],
  ['it opens with its sections and blanks', async (workbench) => {
    await workbench.takeChoice('workspace');
    await workbench.tab(file).waitFor();
    await workbench.line('## Introduction').waitFor();
    await workbench.statusText('brieflint.status', new RegExp(`${kind.slice(0, 10)}.* · \\d+`));
    await assertHeadings(workbench, path, whole);
  }],
  ['blanks are reported', async (workbench) => {
    await workbench.showProblems();
    await workbench.filterProblems('is a placeholder');
    await workbench.problem('"[insert the main cause]" is a placeholder').waitFor();
  }],
  ['they are filled in one after the other', async (workbench) => {
    await workbench.filterProblems('');
    await workbench.focusEditor();
    await workbench.fillBlanks(entries);
    await workbench.write(moreReferences);
    await assertText(workbench, path, (text) => text.match(/\[insert|Source, Year/gi), null);
    await assertHeadings(workbench, path, whole);
  }],
  ['and nothing is left to report', async (workbench) => {
    await workbench.noProblems();
    await workbench.statusText('brieflint.status', /article.*\D$/);
  }],
];

const sectionStops = (path) => [
  ['a section is deleted, and asked for where it belongs', async (workbench) => {
    await workbench.deleteLines('## Background', '## Analysis');
    await workbench.problem(missing('Background', 'Introduction')).waitFor();
    await assertHeadings(workbench, path, without('Background'));
    await workbench.goToProblem(missing('Background', 'Introduction'));
    await workbench.line('## Introduction').waitFor();
  }],
  ['a fix offers to put it back', (workbench) => workbench.openQuickFixes('## Introduction', 'Introduction', 'Add the section "Background"')],
  ['it is back at its place', async (workbench) => {
    await workbench.takeQuickFix('Add the section "Background"');
    await workbench.line('## Background').waitFor();
    await assertHeadings(workbench, path, whole);
    await workbench.problem(missing('Background', 'Introduction')).waitFor({ state: 'detached' });
  }],
  ['undone, it is whole again', async (workbench) => {
    await workbench.undo({ times: 2 });
    await workbench.noProblems();
    await assertHeadings(workbench, path, whole);
  }],
  ['two sections are deleted, and one step adds both', async (workbench) => {
    await workbench.deleteLines('## Background', '## Analysis');
    await workbench.deleteLines('## Implications', '## Recommendations');
    await workbench.problem(missing('Implications', 'Analysis')).waitFor();
    await assertHeadings(workbench, path, without('Background', 'Implications'));
    await workbench.find('## Analysis');
    await workbench.openQuickFixes('## Analysis', 'Analysis', 'Add all 2 missing sections');
  }],
  ['both are back at their places', async (workbench) => {
    await workbench.takeQuickFix('Add all 2 missing sections');
    await workbench.problem('"[insert condition]" is a placeholder').waitFor();
    await assertHeadings(workbench, path, whole);
    await workbench.undo({ times: 3 });
    await workbench.noProblems();
    await assertHeadings(workbench, path, whole);
  }],
  ['a section is moved to the wrong place', async (workbench) => {
    await workbench.cutLines('## Implications', '## Recommendations');
    await workbench.pasteAbove('## Analysis');
    await workbench.problem(misplaced).waitFor();
    await assertHeadings(workbench, path, ['Summary', 'Introduction', 'Background', 'Implications', 'Analysis', 'Recommendations', 'Conclusion', 'References']);
    await workbench.openQuickFixes('## Analysis', 'Analysis', moveBack);
  }],
  ['a fix moves it back', async (workbench) => {
    await workbench.takeQuickFix(moveBack);
    await workbench.problem(misplaced).waitFor({ state: 'detached' });
    await assertHeadings(workbench, path, whole);
    await workbench.noProblems();
  }],
];

const recommendationStops = [
  ['who does what by when stands in a view', async (workbench) => {
    await workbench.hideProblems();
    await workbench.openContainer('Policy Brief');
    await workbench.toggleView('Claims');
    await workbench.toggleView('Figures');
    await workbench.expandRow('set up a fund');
    for (const [part, words] of [['Who', 'The city council'], ['By when', '31 March 2027'], ['Cost', 'EUR 7.3 million'], ['Measure', 'no school day lost']]) {
      await workbench.treeRowSaying(part, words).first().waitFor();
    }
  }],
];

const callout = `> [!IMPORTANT] The ask in one line
> One fund, the 61 oldest boilers, by 31 March 2027 (Orlin Schools Office, 2025).

`;
const unsourced = 'In 2024, parents paid for heaters in 38% of the cold classrooms.';

const previewStops = [
  ['a box and a sentence are added', async (workbench) => {
    await workbench.writeAbove('## Introduction', callout);
    await workbench.writeAbove('## Analysis', `${unsourced}\n\n`);
    await workbench.squiggles().first().waitFor({ state: 'attached' });
  }],
  ['the preview shows the box and the reference of a citation', async (workbench) => {
    await workbench.runCommand('Markdown: Open Preview to the Side');
    const preview = workbench.preview();
    await preview.locator('.brieflint-callout-important', { hasText: 'The ask in one line' }).waitFor();
    const citation = preview.locator('.brieflint-citation', { hasText: 'Brandt and Osei, 2024' }).first();
    await citation.waitFor();
    assert.match(await citation.getAttribute('title'), /Who Pays for the Boiler/);
    await preview.getByText('The ask in one line').scrollIntoViewIfNeeded();
    assert.equal(await preview.locator('.brieflint-unsourced').count(), 0);
  }],
  ['marks are switched on', async (workbench) => {
    await workbench.runCommand('Policy Brief: Show Marks in Preview');
    const mark = workbench.preview().locator('.brieflint-unsourced');
    await mark.first().waitFor();
    assert.match(await mark.first().innerText(), /38%|parents/);
    await mark.first().scrollIntoViewIfNeeded();
  }],
  ['all of it in the dark', async (workbench) => {
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
    await workbench.theme('vs-dark').waitFor();
    await workbench.preview().locator('body.vscode-dark').waitFor();
  }],
  ['and the top of the page', async (workbench) => {
    await workbench.preview().getByRole('heading', { name: 'Summary' }).scrollIntoViewIfNeeded();
  }],
];

const houseStops = (path) => [
  ['the status item leads to another kind', async (workbench) => {
    await workbench.closeTab();
    await workbench.linkOfStatus('brieflint.status', 'Change the profile');
  }],
  ['among them the one that the house has defined', async (workbench) => {
    await (await workbench.linkOfStatus('brieflint.status', 'Change the profile')).click();
    await workbench.choice('Orlin Policy Circle note').waitFor();
    await workbench.choice('exam-brief (chosen now)').waitFor();
  }],
  ['it is chosen, and its own section is asked for', async (workbench) => {
    await workbench.takeChoice('Orlin Policy Circle note');
    await workbench.statusText('brieflint.status', /Orlin Policy Circle note/);
    await workbench.showProblems();
    await workbench.problem('No section "Who gains and who pays"').waitFor();
    await assertText(workbench, path, (text) => text.includes('\n  profile: circle-note\n'), true);
  }],
];

export const walkSections = ({ editor, extensionsFolder }) =>
  withTemporaryFolder(async (root) => {
    const workspace = join(root, 'workspace');
    mkdirSync(workspace, { recursive: true });
    writeFileSync(join(workspace, '.brieflint.yml'), houseSettings);
    const path = join(workspace, file);
    const stops = [...beginStops(path), ...sectionStops(path), ...recommendationStops, ...previewStops, ...houseStops(path)];
    const running = await startServer(editor.server, { ...serverFolders(join(root, 'server')), extensions: extensionsFolder });
    try {
      return await withPage(editor.chromium, async (page) => {
        page.setDefaultTimeout(20_000);
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.goto(workbenchAddress(running, workspace));
        return await visit(page, stops, 'sections');
      });
    } finally {
      await running.stop();
    }
  });

await runAlone(import.meta.url, walkSections);
