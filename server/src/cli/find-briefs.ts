import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { extensionOf, isBriefName, plainTextExtension } from '../brief-files';
import { briefScope } from '../brief-scope';
import { nearestOf } from '../core/text/nearest';
import { isFileSystemError } from '../disk/file-system-error';
import type { FoundConfig } from '../find-config';
import { UsageError } from './usage-error';
import { walkFolder } from '../disk/walk-folder';

export interface FoundBrief {
  /** As given or found, with "/". */
  readonly path: string;
  readonly absolutePath: string;
  readonly uri: string;
}

export interface FoundBriefs {
  /** By path, each file once. */
  readonly briefs: readonly FoundBrief[];
  /** Folders, as given, in which there was nothing to check. */
  readonly emptyFolders: readonly string[];
}

/** A file that is named is a brief whatever its ending; a folder gives those that look like one and that the settings do not leave out. */
export const findBriefs = async (paths: readonly string[], workingDirectory: string, configFor: (uri: string) => Promise<FoundConfig | undefined>): Promise<FoundBriefs> => {
  const found = new Map<string, FoundBrief>();
  const emptyFolders: string[] = [];
  for (const path of paths) {
    const absolutePath = resolve(workingDirectory, path);
    const isFolder = (await statusOf(path, absolutePath)).isDirectory();
    const briefs = isFolder ? await briefsInFolder(path, absolutePath, configFor) : [toBrief(path, absolutePath)];
    if (briefs.length === 0) emptyFolders.push(path);
    for (const brief of briefs) if (!found.has(brief.absolutePath)) found.set(brief.absolutePath, brief);
  }
  const briefs = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { briefs, emptyFolders };
};

export const toBrief = (path: string, absolutePath: string): FoundBrief => ({ path: path.split(sep).join('/'), absolutePath, uri: URI.file(absolutePath).toString() });

const briefsInFolder = async (folder: string, absoluteFolder: string, configFor: (uri: string) => Promise<FoundConfig | undefined>): Promise<readonly FoundBrief[]> => {
  const rootUri = URI.file(absoluteFolder).toString();
  const briefs: FoundBrief[] = [];
  for (const absolutePath of await walkFolder(absoluteFolder)) {
    const isPlainText = extensionOf(absolutePath) === plainTextExtension;
    if (!isBriefName(absolutePath) && !isPlainText) continue;
    const brief = toBrief(pathBelow(folder, absoluteFolder, absolutePath), absolutePath);
    const config = await configFor(brief.uri);
    const scope = briefScope(config === undefined ? [] : [config.layer], config, rootUri);
    if (scope.whyLeftOut(brief.uri) === null && (!isPlainText || scope.isIncluded(brief.uri))) briefs.push(brief);
  }
  return briefs;
};

/** As the user would write it: below "." without a dot, below "./briefs" with one. */
const pathBelow = (folder: string, absoluteFolder: string, absolutePath: string): string => {
  const below = relative(absoluteFolder, absolutePath);
  const given = folder.replace(/[/\\]+$/, '');
  if (given === '.') return below;
  return given === '' ? absolutePath : `${given}/${below}`;
};

const statusOf = async (path: string, absolutePath: string): Promise<Awaited<ReturnType<typeof stat>>> => {
  try {
    return await stat(absolutePath);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw new UsageError(`${path} cannot be read: ${error.message}`);
    const nearest = await nearestName(absolutePath);
    throw new UsageError(`there is no file or folder "${path}"${nearest === null ? '' : `, the nearest is "${nearest}"`}`);
  }
};

const nearestName = async (absolutePath: string): Promise<string | null> => {
  try {
    return nearestOf(basename(absolutePath), await readdir(dirname(absolutePath)));
  } catch (error) {
    if (isFileSystemError(error)) return null;
    throw error;
  }
};
