/** The server as a process: over standard input and output, or over the pipe that VS Code opens for its servers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { createConnection, type Connection } from 'vscode-languageserver/node';
import { extensionOf } from '../brief-files';
import { createDiskHost } from '../disk/disk-host';
import { createDiskSourceFiles } from '../disk/disk-source-files';
import { walkFolder } from '../disk/walk-folder';
import { isFileSystemError } from '../disk/file-system-error';
import { localDate } from '../local-date';
import { createOnlineLookup } from '../lookup/online-lookup';
import type { SourceFiles } from '../source-files';
import { createClientFiles } from './client-files';
import { createClientSourceFiles } from './client-source-files';
import type { Door } from './door';
import { serve } from './server';

/** `bundleFolder` is where the bundle lies: the rule pages are found from there. */
export const serveStdio = (bundleFolder: string): void => serveOnDisk(createConnection(process.stdin, process.stdout), bundleFolder);

/** Standard input and output, a pipe or a socket, as the arguments of the process say. */
export const serveAsArgued = (bundleFolder: string): void => serveOnDisk(createConnection(), bundleFolder);

const serveOnDisk = (connection: Connection, bundleFolder: string): void => serve(connection, createDiskDoor(connection, bundleFolder));

export const createDiskDoor = (connection: Connection, bundleFolder: string): Door => {
  const disk = createDiskHost((_level, message) => connection.console.warn(message));
  const client = createClientFiles(connection);
  const diskSources = createDiskSourceFiles(bundleFolder);
  return {
    // A remote or virtual folder is no folder of ours; our own client can read it.
    readText: (uri) => (uri.startsWith('file:') ? disk.readText(uri) : client.readText(uri)),
    findFiles: (folderUri, extensions) => (folderUri.startsWith('file:') ? findOnDisk(folderUri, extensions) : client.findFiles(folderUri, extensions)),
    sources: joinSourceFiles(diskSources, createClientSourceFiles(connection, diskSources.loadPdfReader)),
    docsBase: findDocsBase(bundleFolder),
    createLookup: createOnlineLookup,
    today: () => localDate(new Date()),
    now: () => performance.now(),
  };
};

const joinSourceFiles = (disk: SourceFiles, client: SourceFiles): SourceFiles => {
  const of = (uri: string): SourceFiles => (uri.startsWith('file:') ? disk : client);
  return {
    list: (uri) => of(uri).list(uri),
    find: (uri) => of(uri).find(uri),
    readBytes: (uri) => of(uri).readBytes(uri),
    resolveFolder: (uri) => of(uri).resolveFolder(uri),
    loadPdfReader: disk.loadPdfReader,
  };
};

const findOnDisk = async (folderUri: string, extensions: readonly string[]): Promise<readonly string[]> => {
  const wanted = new Set(extensions.map((extension) => extension.toLowerCase()));
  try {
    const paths = await walkFolder(URI.parse(folderUri).fsPath);
    return paths.filter((path) => wanted.has(extensionOf(path))).map((path) => URI.file(path).toString());
  } catch (error) {
    if (isFileSystemError(error)) return [];
    throw error;
  }
};

const findDocsBase = (bundleFolder: string): string | null => {
  const folder = join(bundleFolder, '..', 'docs', 'rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : null;
};
