/**
 * Where the paths lead that a brief, its settings or its bibliography name, and whether they may be followed: one answer for bibliographies
 * and texts of sources.
 *
 * A brief and what comes with it may be a stranger's. So nothing leads to another machine (on Windows asking whether "//host/share/x" exists
 * already signs in there), and nothing out of the workspace, be it by "../", by an absolute path or by a link, unless the user's own
 * settings name it. Both are judged by the words of the path before anything is asked of the disk, and links once more by where they lead.
 */
import { URI, Utils } from 'vscode-uri';
import { foldersAbove } from './host';
import type { SourceFiles } from './source-files';

export interface NamingPlaces {
  readonly briefUri: string;
  readonly configUri: string | undefined;
  /** The workspace folder, or where the command was given. */
  readonly rootUri: string | undefined;
}

/** Where relative names are looked for, nearest first: beside the brief, beside the settings file, in the workspace folder. */
export const baseFoldersOf = ({ briefUri, configUri, rootUri }: NamingPlaces): readonly string[] => {
  const folders = [foldersAbove(briefUri)[0], folderOfConfig(configUri), rootUri];
  return [...new Set(folders.flatMap((folder) => (folder === undefined ? [] : [folder.replace(/\/+$/, '')])))];
};

const folderOfConfig = (configUri: string | undefined): string | undefined => (configUri === undefined ? undefined : foldersAbove(configUri)[0]);

/** Out of the folder that it is told from, and said so. */
export const leadsOut = (path: string): boolean => /^\s*(?:[/\\]|[A-Za-z]:|file:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path);

/** "https://…", but not "file://…". */
export const isWebAddress = (path: string): boolean => /^\s*(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(path);

/** An absolute path or file address as it is, a relative one below each of the folders. Nothing for what lies on another machine than they do. */
export const resolveNamedPath = (path: string, folders: readonly string[]): readonly string[] => {
  const written = path.trim().replaceAll('\\', '/');
  if (written === '' || written.includes('\0') || isWebAddress(written)) return [];
  const absolute = toAbsolute(written);
  if (absolute === null) return folders.map((folder) => withoutDots(Utils.joinPath(URI.parse(folder), written)));
  const isNear = absolute.machine === '' || folders.some((folder) => isOnMachine(folder, absolute.machine));
  if (!isNear || absolute.path.includes('\0')) return [];
  return [withoutDots(URI.from({ scheme: 'file', authority: absolute.machine, path: singleSlash(absolute.path) }))];
};

/** Is it a file of another machine? */
export const isElsewhere = (path: string, folders: readonly string[]): boolean => {
  const absolute = toAbsolute(path.trim().replaceAll('\\', '/'));
  return absolute !== null && absolute.machine !== '' && !folders.some((folder) => isOnMachine(folder, absolute.machine));
};

interface AbsolutePath {
  /** "" for this one. */
  readonly machine: string;
  readonly path: string;
}

const toAbsolute = (written: string): AbsolutePath | null => {
  const address = /^file:\/\/([^?#]*)/i.exec(written);
  const path = address?.[1] === undefined ? written : decoded(`//${address[1]}`).replaceAll('\\', '/');
  const [, slashes, name, rest] = /^(\/+)([^/]*)(.*)$/s.exec(path) ?? [];
  if (slashes === undefined || name === undefined || rest === undefined) return /^[A-Za-z]:\//.test(path) ? { machine: '', path } : null;
  // "file:///a" has an empty name in front of its path; with one slash more, Windows takes "a" for a machine again.
  const isLocal = slashes.length === 1 || slashes.length === 3;
  return isLocal ? { machine: '', path: name + rest } : { machine: name, path: rest };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
};

const singleSlash = (path: string): string => `/${path.replace(/^\/+/, '')}`;

const isOnMachine = (folder: string, machine: string): boolean => {
  const { scheme, authority } = URI.parse(folder);
  return scheme === 'file' && authority.toLowerCase() === machine.toLowerCase();
};

/** The same address without "." and "..", and without empty parts. */
export const withoutDots = (uri: URI): string => {
  const parts: string[] = [];
  for (const part of uri.path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return uri.with({ path: `/${parts.join('/')}` }).toString();
};

/** The folders that may be read. */
export interface Border {
  /** By the words of an address alone. */
  readonly mayAsk: (uri: string) => boolean;
  /** By where a file really lies. */
  readonly holds: (realUri: string) => boolean;
}

/**
 * The workspace folder or, on the command line, the folder where the command was given, if the brief lies in it; the folder of the settings
 * file, for who puts one there tells what belongs together; where neither holds the brief, its own. Beside them what the user added.
 */
export const findBorder = async (places: NamingPlaces, userFolders: readonly string[], files: Pick<SourceFiles, 'resolveFolder'>): Promise<Border> => {
  const { briefUri, configUri, rootUri } = places;
  const [briefFolder] = foldersAbove(briefUri);
  // A brief that was never saved lies nowhere; it belongs to the workspace that it is written in.
  const isInRoot = rootUri !== undefined && (briefFolder === undefined || isWithin(briefUri, rootUri));
  const shared = [isInRoot ? rootUri : undefined, folderOfConfig(configUri)].filter((folder) => folder !== undefined);
  const own = briefFolder === undefined || shared.some((folder) => isWithin(briefUri, folder)) ? [] : [briefFolder];
  const folders = [...new Set([...shared, ...own, ...userFolders])];
  const real = await Promise.all(folders.map((folder) => files.resolveFolder(folder)));
  return {
    mayAsk: (uri) => [...folders, ...real].some((folder) => isWithin(uri, folder)),
    holds: (realUri) => real.some((folder) => isWithin(realUri, folder)),
  };
};

/** In the folder, or the folder itself. */
const isWithin = (uri: string, folderUri: string): boolean => {
  const folder = URI.parse(folderUri);
  const file = URI.parse(uri);
  if (file.scheme !== folder.scheme || file.authority.toLowerCase() !== folder.authority.toLowerCase()) return false;
  return `${comparable(file.path)}/`.startsWith(`${comparable(folder.path)}/`);
};

/** "/C:/a/" and "/c:/a" are one. */
const comparable = (path: string): string => path.replace(/\/+$/, '').replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
