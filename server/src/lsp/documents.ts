import type { TextDocument } from 'vscode-languageserver-textdocument';
import { briefExtensions, extensionOf, isBriefName, largestBrief, tooLarge } from '../brief-files';
import { checkRead, readDocument, settingsFor, type CheckResult } from '../check';
import { emptyLibrary } from '../core/library/build-library';
import type { Brief } from '../core/model/brief';
import { FactCache } from '../core/model/fact-cache';
import { summarizeFigures, type FigureDifference, type OtherBrief } from '../core/workspace/figure-summary';
import { BibliographyLoader, type LoadedBibliographies } from '../library-files';
import { loadBibliographies, loadSourceTexts, nothingLoaded, sourceProblemsOf, toLibraryInputs, type LibraryRequest, type LoadedLibrary } from '../library-inputs';
import type { SourceFiles } from '../source-files';
import { SourceTextLoader, userPlacesOf, type LoadedSourceTexts } from '../source-texts';
import type { CheckedBibliography, CheckedBrief, CheckedDocument } from './checked-document';
import { createConverter } from './convert';
import { normalize, type FileTexts } from './file-texts';
import { readAgainAfter } from './kept-for-a-while';
import type { KnownBriefs } from './known-briefs';
import type { Host, LogLevel } from '../host';
import { defaultSettings } from '../settings';
import type { DocumentSettings, SettingsStore } from './settings-store';

export interface DocumentSource {
  readonly get: (uri: string) => TextDocument | undefined;
}

/** What documents take from the place where the server runs. */
export interface DocumentsDoor {
  readonly files: FileTexts;
  readonly sources: SourceFiles;
  readonly today: () => string;
  readonly now: () => number;
  readonly known: KnownBriefs;
  /** The client tells of changed files. */
  readonly isWatching: boolean;
}

interface Remembered {
  readonly text: string;
  readonly settings: DocumentSettings;
  readonly today: string;
  readonly loaded: LoadedLibrary;
  /** What decides which texts of sources are there to be loaded. */
  readonly sourcesKey: string;
  /** What other briefs say otherwise, as the check saw it. */
  readonly differences: string;
  readonly checked: CheckedDocument;
}

interface Beside {
  readonly differences: string;
  /** Those that say otherwise; undefined where none does. */
  readonly others: readonly OtherBrief[] | undefined;
}

interface RunningCheck extends Pick<Remembered, 'text' | 'settings' | 'today'> {
  readonly sourceChanges: number;
  readonly checked: Promise<CheckedDocument>;
}

/** A document as it was when its check began; an editor's own object changes under our hands. */
interface Snapshot extends Pick<TextDocument, 'uri' | 'languageId'> {
  /** null: it is not open. */
  readonly version: number | null;
  readonly text: string;
}

/** Findings of open documents: computed when somebody asks, kept until text or settings change. */
export class Documents {
  readonly #source: DocumentSource;
  readonly #settings: SettingsStore;
  readonly #host: Host;
  readonly #bibliographies: BibliographyLoader;
  readonly #sourceTexts: SourceTextLoader;
  /** Without somebody who tells of changes, files of sources are looked at again after a while. */
  readonly #isWatching: boolean;
  #lookAgainAt = Number.NEGATIVE_INFINITY;
  /** Counts the changes of source files. */
  #sourceChanges = 0;
  readonly #today: () => string;
  readonly #now: () => number;
  readonly #known: KnownBriefs;
  readonly #remembered = new Map<string, Remembered>();
  readonly #running = new Map<string, RunningCheck>();
  readonly #caches = new Map<string, FactCache>();
  /** Documents that are briefs because the user said so. */
  readonly #asBriefs = new Set<string>();
  /** What other briefs say otherwise of documents that are not open, as the last check of each saw it. */
  readonly #closedDifferences = new Map<string, string>();
  readonly #logged = new Set<string>();
  #resultCount = 0;

  constructor(source: DocumentSource, settings: SettingsStore, host: Host, { files, sources, today, now, known, isWatching }: DocumentsDoor) {
    this.#source = source;
    this.#settings = settings;
    this.#host = host;
    this.#bibliographies = new BibliographyLoader(files.host, sources);
    this.#sourceTexts = new SourceTextLoader(sources);
    this.#isWatching = isWatching;
    this.#today = today;
    this.#now = now;
    this.#known = known;
  }

  /** A file that may be the text of a source has changed, come or gone. */
  sourcesChanged(): void {
    this.#sourceChanges += 1;
  }

  checkAsBrief(uri: string): void {
    this.#asBriefs.add(uri);
    this.#remembered.delete(uri);
  }

  forget(uri: string): void {
    this.#remembered.delete(uri);
    this.#closedDifferences.delete(uri);
    this.#caches.delete(uri);
    this.#asBriefs.delete(uri);
  }

  /** At the version that is current when the answer comes; undefined for a document that is not open. */
  async check(uri: string): Promise<CheckedDocument | undefined> {
    if (this.#source.get(uri) === undefined) return undefined;
    const settings = await this.#settings.settingsFor(uri);
    const document = this.#source.get(uri);
    if (document === undefined) return undefined;
    const snapshot = { uri, languageId: document.languageId, version: document.version, text: document.getText() };
    const today = this.#today();
    this.#noticeTime();
    const known = this.#remembered.get(uri);
    const isSame = known?.text === snapshot.text && known.settings === settings && known.today === today;
    if (!isSame || !(await this.#isCurrent(known, settings))) return withVersion(await this.#checkOnce(snapshot, settings, today), snapshot.version);
    return known.checked.version === snapshot.version ? known.checked : this.#remember(uri, { ...known, checked: withVersion(known.checked, snapshot.version) });
  }

  /** After an edit a client asks for findings, links, actions and more at one time: all wait for one check. */
  async #checkOnce(snapshot: Snapshot, settings: DocumentSettings, today: string): Promise<CheckedDocument> {
    const { uri, text } = snapshot;
    const running = this.#running.get(uri);
    if (running?.text === text && running.settings === settings && running.today === today && running.sourceChanges === this.#sourceChanges) return running.checked;
    const checked = this.#check(snapshot, settings, today).then((remembered) => this.#remember(uri, remembered));
    const own = { text, settings, today, sourceChanges: this.#sourceChanges, checked };
    this.#running.set(uri, own);
    try {
      return await checked;
    } finally {
      if (this.#running.get(uri) === own) this.#running.delete(uri);
    }
  }

  /** A document that is not open, from its text. */
  async checkClosed(uri: string, text: string): Promise<CheckedDocument> {
    const settings = await this.#settings.settingsFor(uri);
    const languageId = closedLanguageOf(uri);
    const { checked, differences } = await this.#check({ uri, languageId, version: null, text }, settings, this.#today());
    this.#closedDifferences.set(uri, differences);
    return checked;
  }

  /** Of a document that is not open, by its name and the settings as they are now. */
  async isLeftOut(uri: string): Promise<boolean> {
    return this.#whyNothing({ uri, languageId: closedLanguageOf(uri) }, await this.#settings.settingsFor(uri)) !== null;
  }

  /** Open briefs that take references from a file, or may do so now that it is there. */
  briefsNaming(fileUri: string): readonly string[] {
    const wanted = normalize(fileUri);
    return [...this.#remembered].filter(([, { loaded }]) => loaded.bibliographies.unreadable.length > 0 || [...loaded.bibliographies.uris.values()].some((uri) => normalize(uri) === wanted)).map(([uri]) => uri);
  }

  #remember(uri: string, remembered: Remembered): CheckedDocument {
    if (this.#source.get(uri) !== undefined) this.#remembered.set(uri, remembered);
    return remembered.checked;
  }

  async #check(document: Snapshot, settings: DocumentSettings, today: string): Promise<Remembered> {
    const { uri, text } = document;
    const version = document.version ?? 0;
    const nothing = { uri, version, converter: createConverter(text), resultId: String(++this.#resultCount), brief: null, library: emptyLibrary, settings: defaultSettings, findings: [], silenced: [], bibliographies: [], sourceUris: new Map<string, string>(), unchecked: [], profile: null, likelyProfile: null, whyNothing: null, notice: null };
    const remembered = { text, settings, today, loaded: nothingLoaded, sourcesKey: '', differences: '' };
    const whyNothing = this.#whyNothing(document, settings);
    if (whyNothing !== null || text.length > largestBrief) this.#note(document, null);
    if (whyNothing !== null) return { ...remembered, checked: { ...nothing, whyNothing } };
    if (text.length > largestBrief) return { ...remembered, checked: { ...nothing, whyNothing: tooLarge(text.length), notice: `This document is ${tooLarge(text.length)} and is not checked` } };
    try {
      const read = readDocument({ text, layers: settings.layers, cache: this.#cacheOf(uri) });
      const request = requestFor(uri, read, settings);
      const bibliographies = await loadBibliographies(this.#bibliographies, request);
      const { sources, sourcesKey } = await this.#loadSources(request, bibliographies);
      const loaded: LoadedLibrary = { bibliographies, sources };
      const { differences, others } = this.#beside(uri, read.brief);
      const result = checkRead(read, { path: uri, today, library: toLibraryInputs(loaded), ...(others && { others }), log: (message) => this.#logOnce('error', message) });
      for (const { layer, key, message } of result.layerProblems) this.#logOnce('warn', `setting "${key}" (${layer}): ${message}`);
      const unchecked = [...new Set([...result.unchecked.map(({ reason }) => reason), ...sourceProblemsOf(loaded)])];
      const checked = { ...nothing, brief: result.brief, library: result.library, settings: result.settings, findings: result.findings, silenced: result.silenced, bibliographies: bibliographiesOf(result, bibliographies), sourceUris: sources.uris, unchecked, profile: result.profile?.id ?? null, likelyProfile: result.likelyProfile };
      this.#note(document, { ...checked, brief: result.brief });
      return { ...remembered, loaded, sourcesKey, differences, checked };
    } catch (error) {
      this.#host.log('error', `${uri} at version ${version} could not be checked: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { ...remembered, checked: { ...nothing, whyNothing: 'an internal error; the output channel says more' } };
    }
  }

  /** An older check that ends late says nothing of the brief as it is; nor does one of a brief that was opened or closed meanwhile. */
  #note({ uri, version }: Snapshot, brief: CheckedBrief | null): void {
    if ((this.#source.get(uri)?.version ?? null) !== version) return;
    try {
      if (brief === null) this.#known.forget([uri]);
      else this.#known.note(brief);
    } catch (error) {
      // The brief is checked all the same, and the others are as if it were not there.
      this.#logOnce('error', `${uri} cannot be held against other briefs: ${messageOf(error)}`);
      this.#known.forget([uri]);
    }
  }

  /** Does what a check rests on still hold, its text and settings apart? */
  async #isCurrent({ checked: { uri, brief }, loaded, sourcesKey, differences }: Remembered, settings: DocumentSettings): Promise<boolean> {
    if (brief === null) return true;
    if (differences !== this.#beside(uri, brief).differences) return false;
    const request = requestFor(uri, { brief, settings: settingsFor(brief, settings.layers).settings }, settings);
    const bibliographies = await loadBibliographies(this.#bibliographies, request);
    if (!areSameFiles(bibliographies, loaded.bibliographies)) return false;
    if (sourcesKey === this.#sourcesKeyOf(request)) return true;
    const { sources } = await this.#loadSources(request, bibliographies);
    return areSameTexts(sources, loaded.sources);
  }

  /** Open briefs of which others now say something else than when they were checked. */
  differingNow(): readonly string[] {
    return [...this.#remembered].filter(([uri, { checked, differences }]) => checked.brief !== null && differences !== this.#beside(uri, checked.brief).differences).map(([uri]) => uri);
  }

  /** Documents that are not open, were checked, and of which others now say something else. */
  closedDifferingNow(): readonly string[] {
    return [...this.#closedDifferences].filter(([uri, differences]) => this.#source.get(uri) === undefined && differences !== besideOf(this.#known.knownDifferencesOf(uri)).differences).map(([uri]) => uri);
  }

  /** What other briefs say of the figures of this one; they matter only where some says otherwise. */
  #beside(uri: string, brief: Brief): Beside {
    try {
      return besideOf(this.#known.differencesOf(uri, summarizeFigures(brief)));
    } catch (error) {
      this.#logOnce('error', `${uri} cannot be held against other briefs: ${messageOf(error)}`);
      return besideOf([]);
    }
  }

  /** What was loaded for the last version, where that cites the same works from the same files. */
  async #loadSources(request: LibraryRequest, bibliographies: LoadedBibliographies): Promise<{ readonly sources: LoadedSourceTexts; readonly sourcesKey: string }> {
    const sourcesKey = this.#sourcesKeyOf(request);
    const known = this.#remembered.get(request.briefUri);
    if (known?.sourcesKey === sourcesKey && areSameFiles(known.loaded.bibliographies, bibliographies)) return { sources: known.loaded.sources, sourcesKey };
    return { sources: await loadSourceTexts(this.#sourceTexts, request, bibliographies), sourcesKey };
  }

  #sourcesKeyOf({ read: { brief, settings }, layers }: LibraryRequest): string {
    const works = [...brief.citations, ...brief.footnotes.flatMap(({ citations }) => citations)].flatMap((citation) => citation.works);
    const cited = new Set(works.map(({ author, year, key, title }) => [author, year, key, title].join('\t')));
    return [this.#sourceChanges, JSON.stringify([settings.sources, userPlacesOf(layers)]), brief.references.map(({ text }) => text).join('\n'), ...cited].join('\n');
  }

  /** Whatever nobody tells of may have changed since. */
  #noticeTime(): void {
    if (this.#isWatching || this.#now() < this.#lookAgainAt) return;
    this.#lookAgainAt = this.#now() + readAgainAfter;
    this.#sourceChanges += 1;
  }

  #whyNothing({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>, { scope }: DocumentSettings): string | null {
    if (this.#asBriefs.has(uri)) return null;
    const isBrief = briefLanguages.has(languageId) || briefExtensions.some((extension) => extension === extensionOf(uri)) || scope.isIncluded(uri);
    if (!isBrief) return 'plain text is checked only after "Check this file as a brief", or where "include" in the settings names it';
    return scope.whyLeftOut(uri);
  }

  /** The same words at each keystroke would bury all others. */
  #logOnce(level: LogLevel, message: string): void {
    if (this.#logged.has(message)) return;
    this.#logged.add(message);
    this.#host.log(level, message);
  }

  #cacheOf(uri: string): FactCache {
    const cache = this.#caches.get(uri) ?? new FactCache();
    if (this.#source.get(uri) !== undefined) this.#caches.set(uri, cache);
    return cache;
  }
}

const besideOf = (found: readonly FigureDifference[]): Beside =>
  found.length === 0
    ? { differences: '', others: undefined }
    : {
        differences: JSON.stringify(found.map(({ own, other, brief: { address, name } }) => [own.key, other.key, address, name])),
        others: [...new Set(found.map(({ brief }) => brief))],
      };

const closedLanguageOf = (uri: string): string => (isBriefName(uri) ? 'markdown' : 'plaintext');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Editors do not agree on names. */
const briefLanguages: ReadonlySet<string> = new Set(['markdown', 'quarto', 'rmd', 'rmarkdown', 'pandoc']);

const bibliographiesOf = ({ library, fileFindings }: CheckResult, { uris }: LoadedBibliographies): readonly CheckedBibliography[] =>
  library.files.map(({ path: name, text }) => ({ name, uri: uris.get(name) ?? '', converter: createConverter(text), findings: fileFindings.filter(({ file }) => file === name) }));

const withVersion = (checked: CheckedDocument, version: number): CheckedDocument => (checked.version === version ? checked : { ...checked, version });

const requestFor = (uri: string, read: LibraryRequest['read'], { layers, config, rootUri }: DocumentSettings): LibraryRequest => ({ read, layers, briefUri: uri, configUri: config?.uri, rootUri });

/** The loader hands out the same object for a file as long as nothing in it changes. */
const areSameFiles = (a: LoadedBibliographies, b: LoadedBibliographies): boolean =>
  a.files.length === b.files.length && a.files.every((file, i) => file === b.files[i]) && a.unreadable.map(({ path }) => path).join('\n') === b.unreadable.map(({ path }) => path).join('\n');

/** So does the loader of source texts. */
const areSameTexts = (a: LoadedSourceTexts, b: LoadedSourceTexts): boolean =>
  a.texts.size === b.texts.size && [...a.texts].every(([id, text]) => b.texts.get(id) === text) && JSON.stringify(a.problems) === JSON.stringify(b.problems);
