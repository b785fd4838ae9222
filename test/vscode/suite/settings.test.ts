import * as vscode from 'vscode';
import { deleteFile, eventually, openFile, ruleOf, waitForRule, waitUntilGone, writeFile } from './support';

const text = '# Water in the valley\n\n## Costs\n\n## Next steps\n\nThe board decides in May.\n';

const setRules = async (value: Record<string, string> | undefined): Promise<void> =>
  vscode.workspace.getConfiguration('brieflint').update('rules', value, vscode.ConfigurationTarget.Workspace);

suite('Settings', () => {
  test('a setting of the editor takes effect at once', async () => {
    const document = await openFile('editor-setting.md', text);
    await waitForRule(document, 'empty-section');
    await setRules({ 'empty-section': 'off' });
    await waitUntilGone(document, 'empty-section');
    await setRules(undefined);
    await waitForRule(document, 'empty-section');
  });

  test('a change of .brieflint.yml is seen', async () => {
    const document = await openFile('config-file.md', text);
    await waitForRule(document, 'empty-section');
    await writeFile('.brieflint.yml', 'rules:\n  empty-section: off\n');
    await waitUntilGone(document, 'empty-section');
    await deleteFile('.brieflint.yml');
    await waitForRule(document, 'empty-section');
  });

  test('a bad value in .brieflint.yml is a finding in that file', async () => {
    const document = await openFile('beside-config.md', text);
    const config = await writeFile('.brieflint.yml', 'profile: isue-brief\n');
    await eventually('a finding in the settings file', () => vscode.languages.getDiagnostics(config).find((finding) => ruleOf(finding) === 'bad-setting'));
    await deleteFile('.brieflint.yml');
    await waitForRule(document, 'empty-section');
  });

  test('a profile in the front matter asks for its sections', async () => {
    const document = await openFile('profile.md', `---\nbrieflint:\n  profile: issue-brief\n---\n\n${text}`);
    await waitForRule(document, 'missing-required-section');
  });
});
