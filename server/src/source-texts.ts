/**
 * Finds the texts of the works that a brief cites, and reads them.
 *
 * Where it looks, in this order: the file that `sources:` gives for the key; `sources/<key>.*` beside the brief, the settings file or at the
 * workspace root (`sources` being the folders of the settings), or `sources/<author><year>.*`; the `file` of the entry.
 *
 * Where paths may lead is told in `named-paths.ts`. What the user's own settings (editor, command line) name by an absolute path or with
 * "../" may lie outside: such a folder with all that really is in it, or such a file.
 */
import { URI, Utils } from 'vscode-uri';
import { buildLibrary } from './core/library/build-library';
import { largestSourceFile } from './core/library/extract/limits';
import { formatOf, readSourceText, sourceFormats, withoutText } from './core/library/extract/read-source-text';
import { ownReferences } from './core/library/own-references';
import type { Bibliography, Reference } from './core/library/reference';
import type { SourceText } from './core/library/source-text';
import type { Brief } from './core/model/brief';
import { foldersAbove } from './host';
import { hashBytes, KeptTexts } from './kept-texts';
import { baseFoldersOf, findBorder, leadsOut, resolveNamedPath, type Border } from './named-paths';
import type { SourcePlaces } from './setting-parsers';
import { resolveSettings, type SettingsLayer } from './settings';
import type { FoundFile, SourceFiles } from './source-files';

export interface SourceRequest {
  readonly brief: Brief;
  readonly files: readonly Bibliography[];
  /** Where each of `files` lies, by its path as named. */
  readonly fileUris: ReadonlyMap<string, string>;
  /** The setting `sources`, from all places. */
  readonly places: SourcePlaces;
  /** The same from the user's own settings alone (editor, command line): these may lead anywhere. */
  readonly userPlaces: SourcePlaces;
  readonly briefUri: string;
  readonly configUri: string | undefined;
  readonly rootUri: string | undefined;
}

export interface SourceProblem {
  /** Id of the reference. */
  readonly id: string;
  /** As named. */
  readonly path: string;
  readonly reason: string;
}

export interface LoadedSourceTexts {
  /** By reference id, of cited works alone; also those that could not be read, which say why. */
  readonly texts: ReadonlyMap<string, SourceText>;
  /** Where each text lies, by reference id. */
  readonly uris: ReadonlyMap<string, string>;
  readonly problems: readonly SourceProblem[];
}

export const noSourcePlaces: SourcePlaces = { folders: [], files: {} };

/** What the user alone has set. A client that knows which workspaces are trusted sends no settings of others. */
export const userPlacesOf = (layers: readonly SettingsLayer[]): SourcePlaces => {
  const own = layers.filter(({ layer, values }) => (layer === 'editor' || layer === 'command-line') && Object.hasOwn(values, 'sources'));
  return own.length === 0 ? noSourcePlaces : resolveSettings(own).settings.sources;
};

const outside = 'lies outside the workspace, and is read only where your own settings name it under "sources"';

/** Reads each text once, and again only when its file has changed. */
export class SourceTextLoader {
  readonly #files: SourceFiles;
  readonly #kept: KeptTexts;
  /** What was read at an address, and when. */
  readonly #keyByUri = new Map<string, { readonly stamp: string; readonly key: string }>();

  constructor(files: SourceFiles, kept = new KeptTexts()) {
    this.#files = files;
    this.#kept = kept;
  }

  async load(request: SourceRequest): Promise<LoadedSourceTexts> {
    const texts = new Map<string, SourceText>();
    const uris = new Map<string, string>();
    const problems: SourceProblem[] = [];
    const userFolders = request.userPlaces.folders.filter(leadsOut).flatMap((folder) => resolveNamedPath(folder, baseFoldersOf(request)));
    const border = await findBorder(request, userFolders, this.#files);
    const listed = await this.#listFolders(request, border);
    for (const reference of citedReferences(request, (candidate) => candidatesOf(request, listed, candidate).length > 0)) {
      const found = await this.#readFirst(candidatesOf(request, listed, reference), border, (path, reason) => problems.push({ id: reference.id, path, reason }));
      if (!found) continue;
      texts.set(reference.id, found.text);
      uris.set(reference.id, found.uri);
    }
    return { texts, uris, problems };
  }

  /** The first text with words in it, else the first that says why it has none. */
  async #readFirst(candidates: readonly Candidate[], border: Border, report: (path: string, reason: string) => void): Promise<FoundText | undefined> {
    let unreadable: FoundText | undefined;
    for (const { path, uris, isUsers, isExplicit } of candidates) {
      const asked = isUsers ? uris : uris.filter(border.mayAsk);
      let isThere = false;
      for (const uri of asked) {
        const file = await this.#files.find(uri);
        if (!file) continue;
        isThere = true;
        if (!isUsers && !border.holds(file.uri)) {
          report(path, outside);
          continue;
        }
        const found = { text: await this.#read(path, file), uri };
        if (found.text.passages.length > 0) return found;
        unreadable ??= found;
      }
      if (uris.length > 0 && asked.length === 0) report(path, outside);
      else if (isExplicit && !isThere) report(path, uris.length > 0 ? 'is not there' : 'is not on this machine, and nothing is fetched');
    }
    return unreadable;
  }

  async #read(path: string, file: FoundFile): Promise<SourceText> {
    const format = formatOf(path) ?? 'text';
    if (file.size > largestSourceFile) return withoutText(path, format, `larger than ${largestSourceFile / 1_000_000} MB`);
    const before = this.#keyByUri.get(file.uri);
    const known = before?.stamp === file.stamp ? this.#kept.get(before.key) : undefined;
    if (known) return withPath(known, path);
    const bytes = await this.#files.readBytes(file.uri);
    if (!bytes) return withoutText(path, format, 'cannot be read');
    const key = `${format}-${hashBytes(bytes)}`;
    this.#keyByUri.set(file.uri, { stamp: file.stamp, key });
    const same = this.#kept.get(key);
    if (same) return withPath(same, path);
    const text = await readSourceText(path, bytes, format === 'pdf' ? await this.#files.loadPdfReader() : null);
    this.#kept.set(key, text);
    return text;
  }

  async #listFolders(request: SourceRequest, border: Border): Promise<readonly ListedFolder[]> {
    const listed: ListedFolder[] = [];
    for (const folder of request.places.folders) {
      const uris = resolveNamedPath(folder, baseFoldersOf(request)).filter(border.mayAsk);
      for (const uri of uris) listed.push({ uri, path: folder, namesByStem: byStem(await this.#files.list(uri)) });
    }
    return listed;
  }
}

interface FoundText {
  readonly text: SourceText;
  readonly uri: string;
}

/** The same passages, so that what was made of them holds. */
const withPath = (text: SourceText, path: string): SourceText => (text.path === path ? text : { ...text, path });

interface ListedFolder {
  readonly uri: string;
  readonly path: string;
  /** Names of files that can be read, by their `plainName` without the ending; plain forms first. */
  readonly namesByStem: ReadonlyMap<string, readonly string[]>;
}

interface Candidate {
  /** As named, for messages. */
  readonly path: string;
  /** Where it may lie. */
  readonly uris: readonly string[];
  /** The user allows it wherever it lies. */
  readonly isUsers: boolean;
  /** Somebody named this very file, so that its absence is worth a word. */
  readonly isExplicit: boolean;
}

function candidatesOf(request: SourceRequest, listed: readonly ListedFolder[], reference: Reference): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const mapped = Object.hasOwn(request.places.files, reference.id) ? request.places.files[reference.id] : undefined;
  if (mapped !== undefined) {
    const isUsers = request.userPlaces.files[reference.id] === mapped && leadsOut(mapped);
    candidates.push({ path: mapped, uris: resolveNamedPath(mapped, baseFoldersOf(request)), isUsers, isExplicit: true });
  }
  for (const folder of listed) {
    for (const name of namesFor(folder, reference)) {
      candidates.push({ path: `${folder.path.replace(/\/+$/, '')}/${name}`, uris: [Utils.joinPath(URI.parse(folder.uri), name).toString()], isUsers: false, isExplicit: false });
    }
  }
  if (reference.file !== null && formatOf(reference.file) !== undefined) {
    const ownFolder = reference.path === null ? undefined : foldersAbove(request.fileUris.get(reference.path) ?? '')[0];
    const folders = [...new Set([...(ownFolder === undefined ? [] : [ownFolder]), ...baseFoldersOf(request)])];
    candidates.push({ path: reference.file, uris: resolveNamedPath(reference.file, folders), isUsers: false, isExplicit: false });
  }
  return candidates;
}

/** "wb2025.pdf" for the key "wb2025"; "World Bank 2025.pdf" for a work that has no key, or whose file has no better name. */
function namesFor({ namesByStem }: ListedFolder, reference: Reference): readonly string[] {
  const byKey = namesByStem.get(plainName(reference.id)) ?? [];
  // Of two keys that differ only in signs, each gets the file that is written like it.
  const exact = byKey.filter((name) => stemOf(name).toLowerCase() === reference.id.toLowerCase());
  const author = reference.authors[0]?.family;
  const byName = author === undefined || reference.year === null ? [] : (namesByStem.get(plainName(`${author}${reference.year}${reference.yearSuffix ?? ''}`)) ?? []);
  return [exact, byKey, byName].find((names) => names.length > 0) ?? [];
}

const stemOf = (name: string): string => name.slice(0, name.lastIndexOf('.'));

/** Keys have signs that names of files may not have ("doi:10.1/x"): only letters and digits are compared. */
const plainName = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function byStem(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const order = [...sourceFormats.keys()];
  const rankOf = (name: string): number => order.indexOf(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
  const found = new Map<string, string[]>();
  for (const name of names.filter((candidate) => formatOf(candidate) !== undefined).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))) {
    const stem = plainName(stemOf(name));
    if (stem !== '') found.set(stem, [...(found.get(stem) ?? []), name]);
  }
  return found;
}

/** Reading a whole library of papers for one brief would take minutes: only what it cites counts. */
function citedReferences(request: SourceRequest, hasCandidates: (reference: Reference) => boolean): readonly Reference[] {
  const own = ownReferences(request.brief);
  if (![...request.files.flatMap(({ references }) => references), ...own].some(hasCandidates)) return [];
  const library = buildLibrary(request.brief, { files: request.files, unreadable: [], texts: new Map() }, own);
  return library.references.filter((reference) => hasCandidates(reference) && library.usesOf(reference).length > 0);
}
