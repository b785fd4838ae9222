import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { buildTemplate, hasTemplate } from '../core/profiles/brief-template';
import { isFileSystemError } from '../disk/file-system-error';
import { createDiskHost } from '../disk/disk-host';
import { findConfig } from '../find-config';
import { findProfileIn } from '../house-profiles/find-profile';
import { ownProfilesNear } from './check-run';
import { parseProfileId } from './profile-option';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface NewOptions {
  readonly title?: string;
  readonly author?: string;
  readonly today?: string;
}

/** Prints the new brief, or writes it to a file that is not there yet. */
export const runNew = async (id: string, file: string | undefined, options: NewOptions, terminal: Terminal): Promise<void> => {
  const { workingDirectory, today, out, log } = terminal;
  const host = createDiskHost((_level, message) => log(message));
  const reader = { host, links: terminal.sources, workspaceUri: URI.file(workingDirectory).toString() };
  const own = await ownProfilesNear(file === undefined ? [] : [file], (uri) => findConfig(reader, uri), terminal);
  const profile = findProfileIn(parseProfileId(id, own), own);
  if (profile === undefined || !hasTemplate(profile)) throw new UsageError(`there is no template for "${id}", which has no sections of its own`);
  const { title, author } = options;
  const text = buildTemplate(profile, { ...(title !== undefined && { title }), ...(author !== undefined && { author }), date: options.today ?? today });
  if (file === undefined) {
    out(text);
    return;
  }
  try {
    await writeFile(resolve(workingDirectory, file), text, { encoding: 'utf8', flag: 'wx' });
  } catch (error) {
    if (isFileSystemError(error) && error.code === 'EEXIST') throw new UsageError(`${file} is already there; it was left as it is`);
    if (isFileSystemError(error)) throw new UsageError(`${file} cannot be written: ${error.message}`);
    throw error;
  }
  log(`Wrote ${file}. Fill in what stands in square brackets, and run "brieflint check ${file}".`);
};
