import type { Host } from '../host';
import type { Lookup } from '../lookup/online-lookup';
import type { SourceFiles } from '../source-files';

/** What the server asks of the place where it runs: a process with a disk, or a web worker that must ask its client. */
export interface Door {
  readonly readText: Host['readText'];
  /** Files below a folder with one of these endings, ignored files left out. */
  readonly findFiles: (folderUri: string, extensions: readonly string[]) => Promise<readonly string[]>;
  /** For the texts of sources. */
  readonly sources: SourceFiles;
  /** Where the rule pages lie if the client does not say; ends in "/". */
  readonly docsBase: string | null;
  /** Called when the user, who has switched it on, first asks; missing where there is no network of our own. */
  readonly createLookup?: () => Lookup;
  /** YYYY-MM-DD. */
  readonly today: () => string;
  /** Milliseconds of a clock that only goes forward; nothing that users see depends on it. */
  readonly now: () => number;
}
