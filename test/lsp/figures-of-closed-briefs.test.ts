/** What other briefs say goes by what lies on disk as soon as they are not open, and by nothing where they are gone or left out. */
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, ExecuteCommandRequest, FileChangeType, type Diagnostic } from 'vscode-languageserver';
import { afterEach, describe, expect, it } from 'vitest';
import { checkWorkspaceCommand } from '../../server/src/protocol';
import { capablePushClient, MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const brief = `${folder}/water.md`;
const other = `${folder}/schools.md`;
const config = `${folder}/.brieflint.yml`;
const water = '# Water in Kenya\n\nIn 2024, 412,000 rural households in Kenya had piped water.\n';
const schools = '# Schools in Kenya\n\nIn 2024, 398,000 rural households in Kenya had piped water.\n';
const agreeing = schools.replace('398,000', '412,000');

/** Files are read only when a test lets them be. */
class SlowDoor extends MemoryDoor {
  gate: Promise<void> = Promise.resolve();

  override readonly readText = async (uri: string): Promise<string | undefined> => {
    await this.gate;
    return this.files.get(uri);
  };
}

let client: LanguageClient | undefined;

const start = async (files: Readonly<Record<string, string>>): Promise<{ readonly running: LanguageClient; readonly door: SlowDoor }> => {
  const door = new SlowDoor(files);
  client = await startInMemory({ capabilities: capablePushClient, folderUris: [folder] }, door);
  return { running: client, door };
};

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const latest = (running: LanguageClient, uri: string): readonly Diagnostic[] =>
  (running.published.filter((each) => each.uri === uri).at(-1)?.diagnostics ?? []).filter(({ code }) => code === 'figure-differs-across-briefs');

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const eventually = async (running: LanguageClient, uri: string, count: number): Promise<void> => {
  for (let i = 0; i < 150 && latest(running, uri).length !== count; i++) await pause();
  expect(latest(running, uri)).toHaveLength(count);
};

const changed = (running: LanguageClient, uri: string, type: FileChangeType): Promise<void> =>
  running.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });

const checkAll = (running: LanguageClient): Promise<unknown> => running.connection.sendRequest(ExecuteCommandRequest.type, { command: checkWorkspaceCommand });

describe('a brief that is not open', () => {
  it('says nothing any more when it is deleted, also where it never was shown', async () => {
    const { running, door } = await start({ [brief]: water, [other]: schools });
    await running.open(brief, water);
    await running.open(other, schools);
    await eventually(running, brief, 1);
    // Closed, it is what lies on disk, and nothing of it is shown.
    await running.close(other);
    await pause();
    expect(latest(running, brief)).toHaveLength(1);
    door.files.delete(other);
    await changed(running, other, FileChangeType.Deleted);
    await eventually(running, brief, 0);
  });

  it('is read from disk when it is closed without being saved', async () => {
    const { running } = await start({ [brief]: water, [other]: schools });
    await running.open(brief, water);
    await running.open(other, agreeing);
    await pause();
    expect(latest(running, brief)).toHaveLength(0);
    await running.close(other);
    await eventually(running, brief, 1);
  });

  it('is gone when it was never saved', async () => {
    const { running } = await start({ [brief]: water });
    await running.open(brief, water);
    await running.open('untitled:Untitled-1', schools);
    await eventually(running, brief, 1);
    await running.close('untitled:Untitled-1');
    await eventually(running, brief, 0);
  });

  it('is not known from a check that ends after it was closed', async () => {
    const { running, door } = await start({ [brief]: water });
    await running.open(brief, water);
    let open = (): void => undefined;
    door.gate = new Promise((resolve) => (open = resolve));
    // The check waits for the bibliography, which is read while the brief is closed.
    await running.open(other, `---\nbibliography: refs.bib\n---\n\n${schools}`);
    await pause();
    await running.close(other);
    open();
    for (let i = 0; i < 20; i++) await pause();
    expect(latest(running, brief)).toHaveLength(0);
  });

  it('is not known where the settings leave it out, at once or later', async () => {
    const { running, door } = await start({ [brief]: water, [other]: schools });
    await checkAll(running);
    await running.open(brief, water);
    await eventually(running, brief, 1);
    door.files.set(config, 'exclude: [schools.md]\n');
    await changed(running, config, FileChangeType.Created);
    await eventually(running, brief, 0);
    await eventually(running, other, 0);
    expect(running.published.filter(({ uri }) => uri === other).at(-1)?.diagnostics).toEqual([]);
  });

  it('is not known where the settings of the editor leave it out, open or not', async () => {
    const { running } = await start({ [brief]: water, [other]: schools });
    await running.open(brief, water);
    await running.open(other, schools);
    await eventually(running, brief, 1);
    running.settings = { exclude: ['schools.md'] };
    await running.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
    await eventually(running, brief, 0);
  });

  it('loses its hint when the other brief changes, and has it again', async () => {
    const { running } = await start({ [brief]: water, [other]: schools });
    await checkAll(running);
    await eventually(running, brief, 1);
    await running.open(other, schools);
    await running.change(other, 2, [{ text: agreeing }]);
    await eventually(running, brief, 0);
    await running.change(other, 3, [{ text: schools.replace('398,000', '399,000') }]);
    await eventually(running, brief, 1);
    expect(latest(running, brief)[0]?.message).toContain('399,000');
  });
});
