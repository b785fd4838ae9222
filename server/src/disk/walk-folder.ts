import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isFileSystemError } from './file-system-error';
import { parseIgnoreRules, type IgnoreRules } from './ignore-rules';

interface IgnoreFile {
  readonly folder: string;
  readonly ignores: IgnoreRules;
}

/**
 * The files below a folder, sorted, without what nobody means: `.gitignore`d files, `node_modules`, names with a leading dot. Links to files are
 * followed; links to folders are not, for they may lead in a circle.
 */
export const walkFolder = async (folder: string): Promise<readonly string[]> => {
  const found: string[] = [];
  await walk(folder, await ignoreFilesAbove(folder), found);
  return found;
};

const walk = async (folder: string, above: readonly IgnoreFile[], found: string[]): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.some(({ name }) => name === '.gitignore') ? await readIgnoreFile(folder) : undefined;
  const ignoreFiles = own === undefined ? above : [...above, own];
  // By code units: the same order on every machine, whatever its language.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (isIgnored(path, entry.isDirectory(), ignoreFiles)) continue;
    if (entry.isDirectory()) await walk(path, ignoreFiles, found);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path)))) found.push(path);
  }
};

/** The nearest file that speaks of a path decides. */
const isIgnored = (path: string, isFolder: boolean, ignoreFiles: readonly IgnoreFile[]): boolean => {
  for (const { folder, ignores } of [...ignoreFiles].reverse()) {
    const decision = ignores(relative(folder, path).split(sep).join('/'), isFolder);
    if (decision !== undefined) return decision;
  }
  return false;
};

/** Those of the folders above, up to the root of the repository, count too. Outside a repository there is nothing to look for. */
const ignoreFilesAbove = async (folder: string): Promise<readonly IgnoreFile[]> => {
  const files: IgnoreFile[] = [];
  let current = folder;
  while (!(await exists(join(current, '.git')))) {
    const parent = dirname(current);
    if (parent === current) return [];
    current = parent;
    const file = await readIgnoreFile(current);
    if (file !== undefined) files.unshift(file);
  }
  return files;
};

const readIgnoreFile = async (folder: string): Promise<IgnoreFile | undefined> => {
  const path = join(folder, '.gitignore');
  if (!(await leadsToFile(path))) return undefined;
  return { folder, ignores: parseIgnoreRules(await readFile(path, 'utf8')) };
};

const exists = async (path: string): Promise<boolean> => (await findStatus(path)) !== undefined;

const leadsToFile = async (path: string): Promise<boolean> => (await findStatus(path))?.isFile() === true;

const findStatus = async (path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> => {
  try {
    return await stat(path);
  } catch (error) {
    if (isFileSystemError(error)) return undefined;
    throw error;
  }
};
