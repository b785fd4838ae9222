import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { rememberLoading, toPdfReader, type SourceFiles } from '../source-files';
import { isFileSystemError } from './file-system-error';

/** Files of the machine. `bundleFolder` is where the bundle lies: the one with the PDF reader is beside it. */
export const createDiskSourceFiles = (bundleFolder: string): SourceFiles => ({
  list: async (folderUri) =>
    (await onDisk(folderUri, async (path) => {
      const entries = await readdir(path, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name).sort();
    })) ?? [],
  find: (uri) =>
    onDisk(uri, async (path) => {
      const real = await realpath(path);
      const status = await stat(real);
      return status.isFile() ? { uri: URI.file(real).toString(), size: status.size, stamp: `${status.mtimeMs}-${status.size}` } : undefined;
    }),
  readBytes: (uri) => onDisk(uri, async (path) => new Uint8Array(await readFile(path))),
  resolveFolder: async (folderUri) => (await onDisk(folderUri, async (path) => URI.file(await realpath(path)).toString())) ?? folderUri,
  // eslint-disable-next-line @typescript-eslint/require-await -- a worker must ask its client first, so that the port is asynchronous.
  loadPdfReader: rememberLoading(async () => toPdfReader(createRequire(join(bundleFolder, 'server.js'))('./pdf.js'))),
});

/** undefined where the disk has no answer. */
const onDisk = async <T>(uri: string, ask: (path: string) => Promise<T>): Promise<T | undefined> => {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return undefined;
  try {
    return await ask(parsed.fsPath);
  } catch (error) {
    if (isFileSystemError(error)) return undefined;
    throw error;
  }
};
