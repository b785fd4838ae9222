import { readFile, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { Host } from '../host';
import { decodeText } from './decode-text';
import { isFileSystemError } from './file-system-error';

/** Nothing that a brief or its settings could be. */
const largestFile = 20_000_000;

/** Files of the machine. */
export const createDiskHost = (log: Host['log']): Host => ({
  readText: async (uri) => {
    const parsed = URI.parse(uri);
    if (parsed.scheme !== 'file') return undefined;
    try {
      const status = await stat(parsed.fsPath);
      if (!status.isFile() || status.size > largestFile) return undefined;
      return decodeText(await readFile(parsed.fsPath)).text;
    } catch (error) {
      if (isFileSystemError(error)) return undefined;
      throw error;
    }
  },
  log,
});

/** Reads each file once: for a command that looks at many briefs and ends. */
export const rememberTexts = (host: Host): Host => {
  const texts = new Map<string, Promise<string | undefined>>();
  const readText = (uri: string): Promise<string | undefined> => {
    const known = texts.get(uri) ?? host.readText(uri);
    texts.set(uri, known);
    return known;
  };
  return { ...host, readText };
};
