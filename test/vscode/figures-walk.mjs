/** The figures of a brief in the real workbench: hover, and the list in the side bar. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPage } from './browser.mjs';
import { withTemporaryFolder } from './paths.mjs';
import { runAlone } from './run-alone.mjs';
import { serverFolders, startServer, workbenchAddress } from './server.mjs';
import { visit } from './visit.mjs';

const brief = `# Ferries for the outer islands

## Summary

In 2024, fares covered 38% of ferry running costs (Harbour Office, 2025). The ferries carried 2.4 million passengers in 2024.

## Costs

In 2024, fares covered 31% of ferry running costs (Harbour Office, 2025). They had covered 44% in 2019.

## Passengers

The ferries carried 2,412,000 passengers in 2024 (Harbour Office, 2025).

Table 1. Passengers by route, 2024

| Route | Passengers |
| --- | --- |
| North | 1,206,000 |
| South | 804,000 |
| Mail boats | 402,000 |
| Total | 2,412,000 |

## References

Harbour Office (2025). Ferries in 2024.
`;

const stops = [
  ['a brief is opened', async (workbench) => {
    await workbench.openFromExplorer('briefs', 'ferries.md');
    await workbench.statusText('brieflint.status', /\d/);
  }],
  ['a figure says how it reads, and what does not agree', async (workbench) => {
    const hover = await workbench.hover('fares covered 38%', '38', 'reads as');
    assert.match(hover, /37\.5 to 38\.5%/);
    assert.match(hover, /Does not agree with/);
  }],
  ['a cell says its share of the total', async (workbench) => {
    assert.match(await workbench.hover('| South', '804,000', 'of 2,412,000'), /33\.3% of 2,412,000/);
  }],
  ['figures stand in the container, conflicts first', async (workbench) => {
    await workbench.openContainer('Policy Brief');
    const row = workbench.treeRowSaying('38%', '· Summary');
    await row.waitFor();
    assert.match(await row.getAttribute('aria-label'), /^Conflict: 38%/);
    await workbench.treeRow('Passengers — Table 1').waitFor();
  }],
  ['a badge counts the conflicts', async (workbench) => {
    assert.equal(await workbench.badgeOf('Policy Brief'), '1');
  }],
  ['a click goes there', async (workbench) => {
    await workbench.treeRowSaying('31%', '· Costs').click();
    await workbench.statusText('status.editor.selection', /Ln 9/);
  }],
  ['only conflicts are shown', async (workbench) => {
    await workbench.viewAction('Show Conflicting Figures Only');
    await workbench.treeRow('Passengers — Table 1').waitFor({ state: 'detached' });
    await workbench.treeRowSaying('38%', '· Summary').waitFor();
  }],
];

export const walkFigures = ({ editor, extensionsFolder }) =>
  withTemporaryFolder(async (root) => {
    const workspace = join(root, 'workspace');
    mkdirSync(join(workspace, 'briefs'), { recursive: true });
    writeFileSync(join(workspace, 'briefs/ferries.md'), brief);
    const running = await startServer(editor.server, { ...serverFolders(join(root, 'server')), extensions: extensionsFolder });
    try {
      return await withPage(editor.chromium, async (page) => {
        page.setDefaultTimeout(20_000);
        await page.goto(workbenchAddress(running, workspace));
        return await visit(page, stops, 'figures');
      });
    } finally {
      await running.stop();
    }
  });

await runAlone(import.meta.url, walkFigures);
