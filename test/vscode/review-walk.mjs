/**
 * A second reading in the real workbench, by a language model that an extension of the tests registers: consent, remarks in the text, the
 * report, and after an edit only what changed.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPage } from './browser.mjs';
import { projectFolder, withTemporaryFolder } from './paths.mjs';
import { runAlone } from './run-alone.mjs';
import { remoteUri, serverFolders, startServer, workbenchAddress } from './server.mjs';
import { visit } from './visit.mjs';

const brief = `# Ferries for the outer islands

## Background

The islands lost a third of their school pupils (Census Office, 2024).

We asked 32 skippers in May. The pier is a joy

## Recommendations

The ministry should publish the contract.
`;

const command = 'Policy Brief: Review Claims with a Language Model';
const remark = 'A language model would ask for a source: "polly says N"';

const stops = [
  ['a brief is opened and the model is there', async (workbench) => {
    await workbench.openFromExplorer('briefs', 'ferries.md');
    await workbench.statusText('reader', /Parrot: 0 requests, 0 sentences/);
    await workbench.statusText('brieflint.status', /Brief/);
  }],
  ['before anything is sent, a dialog says what and to whom', async (workbench) => {
    await workbench.runCommand(command);
    const words = await workbench.dialog();
    for (const part of ['Send sentences of ferries.md to Parrot (brieflint-test)?', '4 sentences in 2 requests', 'Nothing in the brief is changed']) assert.ok(words.includes(part), `no "${part}" in: ${words}`);
  }],
  ['who cancels sends nothing', async (workbench) => {
    await workbench.answerDialog('Cancel');
    await workbench.statusText('reader', /Parrot: 0 requests, 0 sentences/);
  }],
  ['who agrees has it read', async (workbench) => {
    await workbench.runCommand(command);
    await workbench.answerDialog('Send');
    await workbench.statusText('reader', /Parrot: 2 requests, 4 sentences/);
  }],
  ['a report lists it', async (workbench) => {
    await workbench.answerNotification('4 sentences read, 3 agreed on: 1 difference.', 'Show Report');
    await workbench.renderedPage('The model asks for a source, brieflint does not');
  }],
  ['the Problems view does too, under a name of its own', async (workbench) => {
    await workbench.showProblems();
    await workbench.problem(remark).waitFor();
    assert.match(await workbench.problem(remark).innerText(), /brieflint review/);
  }],
  ['a remark goes when its sentence changes', async (workbench) => {
    await workbench.closeTab();
    await workbench.line('The pier is a joy').first().waitFor();
    await workbench.type('The pier is a joy', 'joy', ' to all.');
    await workbench.problem(remark).waitFor({ state: 'detached' });
  }],
  ['again, only what changed is asked', async (workbench) => {
    await workbench.runCommand(command);
    assert.match(await workbench.dialog(), /1 sentence in 1 request,/);
    await workbench.answerDialog('Always in This Workspace');
    await workbench.statusText('reader', /Parrot: 3 requests, 5 sentences/);
  }],
  ['who agreed for good is not asked again', async (workbench) => {
    await workbench.type('The ministry should publish the contract.', 'publish', ' It should sell the old boats.');
    await workbench.runCommand(command);
    await workbench.statusText('reader', /Parrot: 4 requests, 6 sentences/);
  }],
  ['and can take that back', async (workbench) => {
    await workbench.runCommand('Policy Brief: Ask Again Before a Language Model Reads a Brief');
    await workbench.type('It should sell the old boats.', 'sell', ' We sold ours.');
    await workbench.runCommand(command);
    assert.match(await workbench.dialog(), /1 sentence in 1 request/);
    await workbench.answerDialog('Cancel');
  }],
];

export const walkReview = ({ editor, extensionsFolder }) =>
  withTemporaryFolder(async (root) => {
    const workspace = join(root, 'workspace');
    mkdirSync(join(workspace, 'briefs'), { recursive: true });
    writeFileSync(join(workspace, 'briefs/ferries.md'), brief);
    const running = await startServer(editor.server, { ...serverFolders(join(root, 'server')), extensions: extensionsFolder });
    try {
      const address = workbenchAddress(running, workspace, [['extensionDevelopmentPath', remoteUri(running, join(projectFolder, 'test/vscode/second-reader'))]]);
      return await withPage(editor.chromium, async (page) => {
        page.setDefaultTimeout(20_000);
        await page.goto(address);
        return await visit(page, stops, 'review');
      });
    } finally {
      await running.stop();
    }
  });

await runAlone(import.meta.url, walkReview);
