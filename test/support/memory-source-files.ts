import type { SourceFiles } from '../../server/src/source-files';
import { readPdf } from '../../server/src/core/library/extract/pdf';

/** Source texts that never touch a disk. `links`: addresses that lead to others. What is read is counted. */
export const createMemorySourceFiles = (files: ReadonlyMap<string, string | Uint8Array>, links: Readonly<Record<string, string>> = {}): SourceFiles & { readonly reads: string[] } => {
  const reads: string[] = [];
  const real = (uri: string): string => links[uri] ?? new URL(uri).href;
  const bytesOf = (uri: string): Uint8Array | undefined => {
    const content = files.get(uri);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    reads,
    list: (folderUri) => Promise.resolve([...files.keys(), ...Object.keys(links)].filter((uri) => uri.slice(0, uri.lastIndexOf('/')) === real(folderUri)).map((uri) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)))),
    find: (uri) => {
      const bytes = bytesOf(real(uri));
      return Promise.resolve(bytes && { uri: real(uri), size: bytes.length, stamp: `${String(bytes.length)}-${String(bytes.at(-1))}` });
    },
    readBytes: (uri) => {
      reads.push(uri);
      return Promise.resolve(bytesOf(uri));
    },
    resolveFolder: (uri) => Promise.resolve(real(uri)),
    loadPdfReader: () => Promise.resolve(readPdf),
  };
};
