/** What we ask of the world. Each door has one: files of the machine, files that the editor hands over, or texts in a test. */
import { configFileName } from './config-file';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Host {
  /** undefined: not there, or not readable. */
  readonly readText: (uri: string) => Promise<string | undefined>;
  readonly log: (level: LogLevel, message: string) => void;
}

/** The nearest settings file upwards from the document, not above `rootUri`; undefined if there is none, or if the document lies in no folder. */
export const findConfigUri = async (host: Host, documentUri: string, rootUri?: string): Promise<string | undefined> => {
  for (const folder of foldersAbove(documentUri, rootUri)) {
    const uri = `${folder}/${configFileName}`;
    if ((await host.readText(uri)) !== undefined) return uri;
  }
  return undefined;
};

/** From the document's own folder up to the root, without closing slashes. `untitled:` and the like have no folders. */
export const foldersAbove = (documentUri: string, rootUri?: string): readonly string[] => {
  // File systems in memory have no authority: `memfs:/briefs/a.md`.
  const scheme = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?(?=\/)/i.exec(documentUri)?.[0];
  if (scheme === undefined) return [];
  const root = rootUri?.replace(/\/+$/, '');
  const path = documentUri.replace(/[?#].*$/s, '');
  const folders: string[] = [];
  let end = path.lastIndexOf('/');
  while (end >= scheme.length) {
    const folder = path.slice(0, end);
    folders.push(folder);
    if (folder === root) break;
    end = path.lastIndexOf('/', end - 1);
  }
  return folders;
};
