import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { stringify } from 'yaml';
import { checkDocument } from '../check';
import { decodeText } from '../disk/decode-text';
import { isFileSystemError } from '../disk/file-system-error';
import { writeDefinition } from '../house-profiles/write-definition';
import { startRun, type RunOptions } from './check-run';
import { displayPath } from './display-path';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export type PrintConfigOptions = Pick<RunOptions, 'config' | 'profile'>;

/** As YAML, so that parts can be copied into a settings file. */
export const runPrintConfig = async (file: string | undefined, options: PrintConfigOptions, terminal: Terminal): Promise<void> => {
  const { workingDirectory } = terminal;
  const absolutePath = resolve(workingDirectory, file ?? 'brief.md');
  const text = file === undefined ? '' : await readBrief(file, absolutePath);
  const run = await startRun({ ...options, near: file === undefined ? [] : [file] }, terminal);
  const config = await run.configFor(URI.file(absolutePath).toString());
  const layers = config === undefined ? [run.commandLine] : [config.layer, run.commandLine];
  const { settings, brief } = checkDocument({ text, layers, today: run.today, log: terminal.log });
  const places = [
    config === undefined ? 'no .brieflint.yml' : displayPath(URI.parse(config.uri).fsPath, workingDirectory, { isGivenAbsolute: false }),
    ...(brief.metadata.frontMatter === null ? [] : [`front matter of ${file ?? ''}`]),
    ...(options.profile === undefined ? [] : ['command line']),
  ];
  terminal.out(`# Settings for ${file ?? 'briefs in this folder'}, from: ${places.join(', ')}\n${stringify({ ...settings, profiles: Object.fromEntries(Object.values(settings.profiles).map((profile) => [profile.id, writeDefinition(profile)])) }, { aliasDuplicateObjects: false })}`);
};

const readBrief = async (path: string, absolutePath: string): Promise<string> => {
  try {
    return decodeText(await readFile(absolutePath)).text;
  } catch (error) {
    if (isFileSystemError(error)) throw new UsageError(`${path} cannot be read: ${error.message}`);
    throw error;
  }
};
