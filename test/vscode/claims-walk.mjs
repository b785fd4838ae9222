/**
 * The claims of a brief in the real workbench: the list in the side bar, the author's answers from it and from the keyboard, and what
 * citations cover, shown in the text.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPage } from './browser.mjs';
import { withTemporaryFolder } from './paths.mjs';
import { runAlone } from './run-alone.mjs';
import { serverFolders, startServer, workbenchAddress } from './server.mjs';
import { visit } from './visit.mjs';

const brief = `---
title: Freight through the north gate
date: 2026-03-01
bibliography: references.bib
---

# Freight through the north gate

Road freight through the gate has more than doubled since 2015, and 63% of it moves at night.

## Problem

The gate handled 412,000 containers in 2024 [@harbour2025]. It handled 349,000 in 2023.

Noise complaints rose by 40%. Half of all complaints came from two streets. Both lie below the ramp [@ruiz2024].

The Harbour Act prohibits lorries above 40 tonnes and remains in force on most roads.

We counted 1,900 lorries a night in May.

Deaths on the ramp rose by 40% in two years.

## Recommendations

The council should move the ramp by 2028.
`;

const bibliography = `@report{harbour2025,
  author = {{Harbour Office}},
  title = {Road Freight Through the North Gate},
  year = {2025}
}

@article{ruiz2024,
  author = {Ruiz, Ana and Okoye, Ben},
  title = {Trucks at Night},
  journal = {Journal of Roads},
  year = {2024}
}
`;

const doubled = 'Road freight through the gate has more than doubled';
const act = 'The Harbour Act prohibits';

const stops = [
  ['a brief is opened', async (workbench) => {
    await workbench.openFromExplorer('briefs', 'freight.md');
    await workbench.statusText('brieflint.status', /\d/);
  }],
  ['its claims stand in a container of their own, by section', async (workbench) => {
    await workbench.openContainer('Policy Brief');
    // Its figures and recommendations stand in views below, with rows of the same words.
    await workbench.toggleView('Figures');
    await workbench.toggleView('Recommendations');
    await workbench.treeRow(doubled).waitFor();
    assert.match(await workbench.treeRow(doubled).getAttribute('aria-label'), /^Open: /);
    assert.match(await workbench.treeRow('The gate handled 412,000').innerText(), /covered by \[@harbour2025\]/);
    assert.match(await workbench.treeRow('Problem').innerText(), /\d open of \d/);
    assert.equal(await workbench.treeRow('The council should').count(), 0);
  }],
  ['a badge counts the open ones', async (workbench) => {
    assert.match(await workbench.badgeOf('Policy Brief'), /^\d+$/);
  }],
  ['a click goes there', async (workbench) => {
    await workbench.treeRow(act).click();
    await workbench.statusText('status.editor.selection', /Ln 17/);
  }],
  ['the editor has the answers in its menu, where something is asked', async (workbench) => {
    await workbench.openEditorMenu();
    await workbench.menuItem('Answer "Says Who?"').waitFor();
    await workbench.closeMenu();
  }],
  ['only open ones are shown', async (workbench) => {
    await workbench.viewAction('Show Open Claims Only');
    await workbench.treeRow('The gate handled 412,000').waitFor({ state: 'detached' });
  }],
  ['and all again', async (workbench) => {
    await workbench.viewAction('Show All Claims');
    await workbench.treeRow('The gate handled 412,000').waitFor();
  }],
  ['what citations cover is shown in the text', async (workbench) => {
    await workbench.runCommand('Policy Brief: Show What Citations Cover');
    const hover = await workbench.hover('Half of all complaints', 'complaints', 'Covered by');
    assert.match(hover, /Covered by \[@ruiz2024\]: /);
  }],
  ['its menu offers answers', async (workbench) => {
    await workbench.openMenuOf(act);
    await workbench.menuItem('Mark as Common Knowledge').waitFor();
  }],
  ['one is taken, and the claim is set aside', async (workbench) => {
    await workbench.menuItem('Mark as Common Knowledge').click();
    await workbench.line('-- common knowledge').waitFor();
    await workbench.treeRowSaying(act, 'common knowledge').waitFor();
  }],
  ['from the keyboard a citation is picked, the likely one first', async (workbench) => {
    await workbench.treeRow(doubled).click();
    await workbench.chord('Alt+B', 'c');
    await workbench.choice('Harbour Office (2025)').first().waitFor();
    assert.match(await workbench.choice('Harbour Office (2025)').first().innerText(), /in its title/);
  }],
  ['it is written as the brief cites', async (workbench) => {
    await workbench.takeChoice('Harbour Office (2025)');
    await workbench.line('[@harbour2025].').first().waitFor();
    await workbench.treeRowSaying(doubled, 'covered by [@harbour2025]').waitFor();
  }],
  ['own analysis is marked', async (workbench) => {
    await workbench.treeRow('Deaths on the ramp').click();
    await workbench.chord('Alt+B', 'o');
    await workbench.line('Deaths on the ramp rose by 40% in two years (own analysis).').waitFor();
    await workbench.treeRowSaying('Deaths on the ramp', 'own work').waitFor();
  }],
  ['all can be told apart in the dark', async (workbench) => {
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
    await workbench.theme('vs-dark').waitFor();
  }],
  ['what citations cover is hidden again', (workbench) => workbench.runCommand('Policy Brief: Hide What Citations Cover')],
];

export const walkClaims = ({ editor, extensionsFolder }) =>
  withTemporaryFolder(async (root) => {
    const workspace = join(root, 'workspace');
    mkdirSync(join(workspace, 'briefs'), { recursive: true });
    writeFileSync(join(workspace, 'briefs/freight.md'), brief);
    writeFileSync(join(workspace, 'briefs/references.bib'), bibliography);
    const running = await startServer(editor.server, { ...serverFolders(join(root, 'server')), extensions: extensionsFolder });
    try {
      return await withPage(editor.chromium, async (page) => {
        page.setDefaultTimeout(20_000);
        await page.goto(workbenchAddress(running, workspace));
        return await visit(page, stops, 'claims');
      });
    } finally {
      await running.stop();
    }
  });

await runAlone(import.meta.url, walkClaims);
