import { CodeActionKind, CompletionRequest, DidChangeWatchedFilesNotification, type CompletionList, type Diagnostic } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { profilesRequest, statusNotification, type ProfilesResult, type StatusParams } from '../../server/src/protocol';
import { MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const uri = `${folder}/ferry.md`;
const configUri = `${folder}/.brieflint.yml`;
const profilesUri = `${folder}/house/profiles.yml`;

const brief = '# Night ferries\n\n## Summary\n\nThe Ports Authority should run a ferry at nine by May 2027.\n\n## How change happens\n\nNurses return home.\n\n## Recommendations\n\n- The Ports Authority should run a ferry at nine by May 2027.\n';

const files = {
  [configUri]: 'profile: forum-note\nprofiles: house/profiles.yml\n',
  [profilesUri]: 'forum-note:\n  name: Forum note\n  required: [summary, theory-of-change, recommendations]\n  sections: { theory-of-change: [How change happens] }\n',
};

const start = (door: MemoryDoor): Promise<LanguageClient> => startInMemory({ folderUris: [folder], initializationOptions: { wantsStatus: true } }, door);

const rulesOf = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code);

describe('profiles of the house', () => {
  it('hold for the briefs of the folder, until their file changes', async () => {
    const door = new MemoryDoor(files);
    const client = await start(door);
    expect(rulesOf(await client.openAndCheck(uri, brief))).not.toContain('missing-required-section');
    door.files.set(profilesUri, files[profilesUri].replace('[summary,', '[summary, glossary,'));
    const next = client.diagnostics(uri);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: profilesUri, type: 2 }] });
    expect(rulesOf((await next).diagnostics)).toContain('missing-required-section');
    await client.stop();
  });

  it('are reported on in their own file', async () => {
    const client = await start(new MemoryDoor({ ...files, [profilesUri]: files[profilesUri].replace('recommendations]', 'recomendations]') }));
    const remarks = client.diagnostics(profilesUri);
    await client.openAndCheck(uri, brief);
    expect((await remarks).diagnostics.map(({ message, range }) => [message, range.start])).toEqual([['"recomendations" is no section; did you mean "recommendations"?', { line: 2, character: 40 }]]);
    await client.stop();
  });

  it('are there to be chosen, for a file that need not be there', async () => {
    const client = await start(new MemoryDoor(files));
    const { own, likely } = await client.connection.sendRequest<ProfilesResult>(profilesRequest, { uri: `${folder}/new.md` });
    expect(own.map(({ id, name }) => [id, name])).toEqual([['forum-note', 'Forum note']]);
    expect(likely).toBeNull();
    await client.stop();
  });

  it('are told with their name', async () => {
    const client = await start(new MemoryDoor(files));
    const status = new Promise<StatusParams>((resolve) => client.connection.onNotification(statusNotification, resolve));
    await client.openAndCheck(uri, brief);
    expect(await status).toMatchObject({ profile: 'forum-note', profileName: 'Forum note', likelyProfile: null });
    await client.stop();
  });
});

describe('a brief without a profile', () => {
  it('is told what it looks like, and that none is set', async () => {
    const client = await start(new MemoryDoor({ ...files, [configUri]: 'profiles: house/profiles.yml\n' }));
    const status = new Promise<StatusParams>((resolve) => client.connection.onNotification(statusNotification, resolve));
    await client.openAndCheck(uri, brief);
    const likely = { id: 'forum-note', name: 'Forum note', reasons: 'summary, theory of change, recommendations' };
    expect(await status).toMatchObject({ profile: null, likelyProfile: likely, unchecked: expect.arrayContaining(['no profile']) as unknown });
    expect((await client.connection.sendRequest<ProfilesResult>(profilesRequest, { uri })).likely).toEqual(likely);
    await client.stop();
  });
});

describe('a settings file that is open', () => {
  const text = 'profile: forum-noet\nprofiles:\n  forum-note:\n    required: [summary]\n';

  it('is completed and explained', async () => {
    const client = await start(new MemoryDoor());
    await client.open(configUri, text, { languageId: 'yaml' });
    const list = (await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: configUri }, position: { line: 0, character: 9 } })) as CompletionList | null;
    expect(list?.items[0]).toMatchObject({ label: 'forum-note', textEdit: { range: { start: { line: 0, character: 9 }, end: { line: 0, character: 19 } }, newText: 'forum-note' } });
    expect(await client.hover(configUri, { line: 3, character: 6 })).toMatchObject({ contents: { value: expect.stringContaining('Sections that must be there') as unknown }, range: { start: { line: 3, character: 4 } } });
    expect(await client.hover(configUri, { line: 2, character: 50 })).toBeNull();
    await client.stop();
  });

  it('is mended', async () => {
    const client = await start(new MemoryDoor());
    const diagnostics = client.diagnostics(configUri);
    await client.open(configUri, text, { languageId: 'yaml' });
    const found = (await diagnostics).diagnostics;
    expect(found.map(({ message }) => message)).toEqual(['"forum-noet" is not known, the nearest is "forum-note"']);
    const actions = await client.codeActions(configUri, found[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, { diagnostics: found });
    expect(actions).toMatchObject([{ title: 'Change to "forum-note"', kind: CodeActionKind.QuickFix, edit: { changes: { [configUri]: [{ newText: 'forum-note' }] } } }]);
    await client.stop();
  });
});
