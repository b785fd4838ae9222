import { relative, sep } from 'node:path';

/** For files that nobody named: relative where the user spoke in relative paths, so that a report is the same on every machine. */
export const displayPath = (absolutePath: string, workingDirectory: string, { isGivenAbsolute }: { readonly isGivenAbsolute: boolean }): string =>
  (isGivenAbsolute ? absolutePath : relative(workingDirectory, absolutePath)).split(sep).join('/');
