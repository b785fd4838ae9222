/** Finds and reads the bibliography files that a brief or its settings name. What they say is judged by the core. */
import type { UnreadableFile } from './core/library/library';
import { parseBibliography } from './core/library/parse-bibliography';
import type { Bibliography, BibliographyProblem, Reference } from './core/library/reference';
import type { Brief } from './core/model/brief';
import { spanOf, type Span } from './core/text/span';
import type { Host } from './host';
import { baseFoldersOf, findBorder, isElsewhere, isWebAddress, leadsOut, resolveNamedPath, type Border } from './named-paths';
import { resolveSettings, type SettingsLayer } from './settings';
import type { SourceFiles } from './source-files';

/** What a brief needs from outside, and the places where names are looked for, nearest first. */
export interface BibliographyRequest {
  readonly brief: Brief;
  /** Named in the settings; they count where front matter names none. */
  readonly settingPaths: readonly string[];
  /** Named in the user's own settings (editor, command line): these may lie anywhere. */
  readonly userPaths: readonly string[];
  readonly briefUri: string;
  readonly configUri: string | undefined;
  readonly rootUri: string | undefined;
}

export interface LoadedBibliographies {
  readonly files: readonly Bibliography[];
  readonly unreadable: readonly UnreadableFile[];
  /** Where each file of `files` lies, by its path as named. */
  readonly uris: ReadonlyMap<string, string>;
}

interface NamedFile {
  readonly path: string;
  /** In the brief; null: the settings name it. */
  readonly span: Span | null;
}

/** What the user alone has set. */
export const userBibliographiesOf = (layers: readonly SettingsLayer[]): readonly string[] => {
  const own = layers.filter(({ layer, values }) => (layer === 'editor' || layer === 'command-line') && Object.hasOwn(values, 'bibliography'));
  return own.length === 0 ? [] : resolveSettings(own).settings.bibliography;
};

type FoundText = { readonly kind: 'found'; readonly uri: string; readonly text: string } | { readonly kind: 'missing'; readonly reason: string };

/** Reads bibliographies and keeps what it made of them until their text changes. */
export class BibliographyLoader {
  readonly #host: Host;
  readonly #links: Pick<SourceFiles, 'find' | 'resolveFolder'>;
  /** By address and name, for references carry the name that the brief uses. */
  readonly #kept = new Map<string, KeptFile>();

  /** `links` tells where files really lie. */
  constructor(host: Host, links: Pick<SourceFiles, 'find' | 'resolveFolder'>) {
    this.#host = host;
    this.#links = links;
  }

  async load(request: BibliographyRequest): Promise<LoadedBibliographies> {
    const files: Bibliography[] = [];
    const unreadable: UnreadableFile[] = [];
    const uris = new Map<string, string>();
    const named = namedFiles(request);
    const border = named.length === 0 ? undefined : await findBorder(request, [], this.#links);
    for (const name of named) {
      if (border === undefined || uris.has(name.path)) continue;
      const found = await this.#find(name.path, request, border);
      if (found.kind === 'missing') {
        unreadable.push({ ...name, reason: found.reason });
      } else if (![...uris.values()].includes(found.uri)) {
        uris.set(name.path, found.uri);
        files.push(this.#parse(found.uri, name.path, found.text));
      }
    }
    return { files, unreadable, uris };
  }

  async #find(path: string, request: BibliographyRequest, border: Border): Promise<FoundText> {
    const isUsers = leadsOut(path) && request.userPaths.includes(path);
    const candidates = candidateUris(path, request);
    const asked = isUsers ? candidates : candidates.filter(border.mayAsk);
    let leadsOutside = asked.length === 0;
    for (const uri of asked) {
      if (!isUsers && !(await this.#liesWithin(uri, border))) {
        leadsOutside = true;
        continue;
      }
      const text = await this.#host.readText(uri);
      if (text !== undefined) return { kind: 'found', uri, text: text.replace(/^\ufeff/, '') };
    }
    return { kind: 'missing', reason: candidates.length > 0 && leadsOutside ? outside : whyUnread(path, request) };
  }

  /** Links exist on the disk alone; what is not there yet may still be open in the editor. */
  async #liesWithin(uri: string, border: Border): Promise<boolean> {
    if (!uri.startsWith('file:')) return true;
    const file = await this.#links.find(uri);
    return file === undefined || border.holds(file.uri);
  }

  #parse(uri: string, path: string, text: string): Bibliography {
    const key = `${path}\n${uri}`;
    const kept = this.#kept.get(key);
    if (kept?.text === text) return kept.bibliography;
    const next = withLastGood(text, parseBibliography(path, text), kept);
    this.#kept.set(key, next);
    return next.bibliography;
  }
}

/** Files that front matter names, else those of the settings. */
const namedFiles = ({ brief, settingPaths }: BibliographyRequest): readonly NamedFile[] => {
  const { bibliography, frontMatter } = brief.metadata;
  if (bibliography.length === 0) return settingPaths.map((path) => ({ path, span: null }));
  const span = frontMatter?.keySpans.get('bibliography') ?? null;
  return bibliography.map((path) => ({ path, span: span === null ? spanOf(0, 0) : placeOf(brief.text, span, path) }));
};

const placeOf = (text: string, span: Span, path: string): Span => {
  const at = text.slice(span.start, span.end).indexOf(path);
  return at < 0 ? span : spanOf(span.start + at, span.start + at + path.length);
};

const outside = 'lies outside the workspace, and is read only where your own settings name it';

const whyUnread = (path: string, request: BibliographyRequest): string => {
  if (isWebAddress(path)) return 'is an address, and nothing is fetched';
  return isElsewhere(path, baseFoldersOf(request)) ? 'is on another machine, and nothing is fetched' : 'is not there or cannot be read';
};

/** Pandoc allows the ending to be left out. */
const candidateUris = (path: string, request: BibliographyRequest): readonly string[] => {
  const folders = baseFoldersOf(request);
  const named = resolveNamedPath(path, folders);
  return /\.[A-Za-z0-9]{2,9}\s*$/.test(path) ? named : named.flatMap((uri) => [uri, `${uri}.bib`]);
};

interface KeptFile {
  readonly text: string;
  readonly bibliography: Bibliography;
  /** The last version in which nothing was newly broken. */
  readonly good: Bibliography;
}

/**
 * While somebody types in a bibliography or a program writes it, entries come and go. Those that a new fault has swallowed stand
 * until it is gone, at the place of the fault; the fault is told all the same.
 */
const withLastGood = (text: string, read: Bibliography, kept: KeptFile | undefined): KeptFile => {
  if (kept === undefined) return { text, bibliography: read, good: read };
  const { good } = kept;
  const fault = isEmptied(read, good) ? emptiedFile : newFault(read, good);
  if (fault === undefined) return { text, bibliography: read, good: read };
  const known = new Set(read.references.map(({ id }) => id));
  const lost = good.references.filter(({ id }) => !known.has(id)).map((reference) => atFault(reference, fault));
  const problems = read.problems.includes(fault) ? read.problems : [fault, ...read.problems];
  return { text, bibliography: { ...read, references: [...read.references, ...lost], problems }, good };
};

const emptiedFile: BibliographyProblem = { span: spanOf(0, 0), message: 'The file is empty; the entries that it had are still used', key: null };

const isEmptied = (read: Bibliography, good: Bibliography): boolean => read.text.trim() === '' && good.references.length > 0;

const newFault = (read: Bibliography, good: Bibliography): BibliographyProblem | undefined => {
  const known = new Set(good.problems.map(({ key, message }) => `${key ?? ''}\n${message}`));
  return read.problems.find(({ key, message }) => !known.has(`${key ?? ''}\n${message}`));
};

const atFault = (reference: Reference, { span }: BibliographyProblem): Reference => ({ ...reference, span, keySpan: null, fieldSpans: new Map() });
