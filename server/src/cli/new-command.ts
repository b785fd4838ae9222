import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buildTemplate, hasTemplate } from '../core/profiles/brief-template';
import { findProfile } from '../core/profiles/profiles';
import { isFileSystemError } from '../disk/file-system-error';
import { parseProfileId } from './profile-option';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface NewOptions {
  readonly title?: string;
  readonly author?: string;
  readonly today?: string;
}

/** Prints the new brief, or writes it to a file that is not there yet. */
export const runNew = async (id: string, file: string | undefined, options: NewOptions, { workingDirectory, today, out, log }: Terminal): Promise<void> => {
  const profile = findProfile(parseProfileId(id));
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
