import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { configFileName } from '../config-file';
import { profiles } from '../core/profiles/profiles';
import { isFileSystemError } from '../disk/file-system-error';
import { isForFiles, settingKeys, settingTable } from '../settings';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** Never overwrites: whoever has a settings file has put work into it. */
export const runInit = async ({ workingDirectory, log }: Terminal): Promise<void> => {
  try {
    await writeFile(join(workingDirectory, configFileName), buildConfigFile(), { encoding: 'utf8', flag: 'wx' });
  } catch (error) {
    if (isFileSystemError(error) && error.code === 'EEXIST') throw new UsageError(`${configFileName} is already here; it was left as it is`);
    if (isFileSystemError(error)) throw new UsageError(`${configFileName} cannot be written here: ${error.message}`);
    throw error;
  }
  log(`Wrote ${configFileName}. Open it, choose a profile, and run "brieflint check".`);
};

/** Every setting with what it is for, switched off by a comment mark, so that the file as it stands changes nothing. */
export const buildConfigFile = (): string => {
  const parts = settingKeys.filter((key) => settingTable[key].isUsed && isForFiles(key) && key !== 'rules').map((key) => `# ${settingTable[key].description}\n${commented(examples[key] ?? stringify({ [key]: settingTable[key].default }))}`);
  const paragraphs = [
    '# Settings of brieflint for the briefs in this folder and below.\n# Take the mark "#" away from a line to set it. Front matter of a brief goes before this file.',
    `# Kinds of brief:\n${profiles.map(({ id, name }) => `#   ${id.padEnd(22)} ${name}`).join('\n')}`,
    ...parts,
    `# ${settingTable.rules.description}\n# "brieflint rules" lists them, "brieflint explain NAME" says what one is for.\n${commented('rules:\n  unsourced-statistic: information\n')}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
};

const examples: Readonly<Record<string, string>> = {
  profile: 'profile: issue-brief\n',
  profiles: 'profiles:\n  house-brief:\n    extends: issue-brief\n    name: Our policy brief\n    words: 700 to 1500\n    required:\n      add: [disclosure]\n    sections:\n      problem:\n        headings: [What is at stake]\n',
  own: 'own: [Example Institute]\n',
  aliases: 'aliases:\n  - [Ministry of Finance, MoF]\n',
  currency: 'currency: USD\n',
  bibliography: 'bibliography: references.bib\n',
  include: 'include: ["drafts/*.txt"]\n',
  exclude: 'exclude: ["archive/**"]\n',
};

const commented = (yaml: string): string =>
  yaml
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');
