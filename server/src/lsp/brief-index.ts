import type { CancellationToken } from 'vscode-languageserver';
import { briefExtensions, plainTextExtension } from '../brief-files';
import { asBrief, type CheckedBrief, type CheckedDocument } from './checked-document';
import type { Documents, DocumentSource } from './documents';
import type { Door } from './door';
import { normalize } from './file-texts';
import { readAgainAfter } from './kept-for-a-while';
import type { KnownBriefs } from './known-briefs';
import type { SettingsStore } from './settings-store';

/** Open documents that may be briefs. */
export interface BriefSource extends DocumentSource {
  readonly keys: () => readonly string[];
}

/** As on disk, "Rmd" has its capital; those who ask by exact ending need both. */
export const searchedExtensions = [...briefExtensions, 'Rmd', plainTextExtension];

/**
 * Which briefs of the workspace cite which works. Open ones are looked at each time; those on disk are read when somebody first asks,
 * and again when they have changed.
 */
export class BriefIndex {
  readonly #door: Door;
  readonly #source: BriefSource;
  readonly #settings: SettingsStore;
  readonly #documents: Documents;
  readonly #isWatching: boolean;
  readonly #known: KnownBriefs;
  /** Addresses as the door gives them, of what was read and has not changed since. */
  readonly #current = new Map<string, string>();
  #lookAgainAt = Number.NEGATIVE_INFINITY;

  constructor(door: Door, source: BriefSource, settings: SettingsStore, documents: Documents, known: KnownBriefs, isWatching: boolean) {
    this.#door = door;
    this.#source = source;
    this.#settings = settings;
    this.#documents = documents;
    this.#known = known;
    this.#isWatching = isWatching;
  }

  /** A brief changed on disk, or was closed. */
  forget(uri: string): void {
    this.#current.delete(normalize(uri));
  }

  /** A bibliography or the settings changed: anything may now lead elsewhere. */
  forgetAll(): void {
    this.#current.clear();
  }

  /** Briefs that cite one of these works, checked. */
  async briefsCiting(identities: readonly string[], token: CancellationToken): Promise<readonly CheckedBrief[]> {
    await this.#refresh(token);
    return this.#checkAll(this.#known.index.briefsCiting(identities), token);
  }

  /** Briefs that take references from a file, checked. */
  async briefsNaming(fileUri: string, token: CancellationToken): Promise<readonly CheckedBrief[]> {
    await this.#refresh(token);
    return this.#checkAll(this.#known.index.briefsNaming(normalize(fileUri)), token);
  }

  async #checkAll(keys: readonly string[], token: CancellationToken): Promise<readonly CheckedBrief[]> {
    const found: CheckedBrief[] = [];
    for (const key of keys) {
      if (token.isCancellationRequested) break;
      const checked = await this.#check(this.#current.get(key) ?? key);
      if (checked !== undefined) found.push(checked);
    }
    return found;
  }

  async #refresh(token: CancellationToken): Promise<void> {
    this.#noticeTime();
    const seen = new Set<string>();
    for (const uri of await this.#briefUris()) {
      // What was read before a cancellation is not read again, and is known.
      if (token.isCancellationRequested) return;
      const key = normalize(uri);
      seen.add(key);
      const isOpen = this.#source.get(uri) !== undefined;
      if (!isOpen && this.#current.has(key)) continue;
      // A check makes the brief known.
      const checked = await this.#check(uri);
      this.#current.set(key, uri);
      if (checked === undefined) this.#known.forget([uri]);
      if (!isOpen) await breathe();
    }
    this.#known.forget([...this.#known.index.summaries.keys()].filter((key) => !seen.has(key)));
  }

  /** Whatever nobody tells of may have changed since. */
  #noticeTime(): void {
    if (this.#isWatching || this.#door.now() < this.#lookAgainAt) return;
    this.#lookAgainAt = this.#door.now() + readAgainAfter;
    this.#current.clear();
  }

  /** Those that are open in the words of the editor. */
  async #briefUris(): Promise<readonly string[]> {
    const uris = new Map<string, string>();
    for (const folderUri of this.#settings.folderUris) for (const uri of await this.#door.findFiles(folderUri, searchedExtensions)) uris.set(normalize(uri), uri);
    for (const uri of this.#source.keys()) uris.set(normalize(uri), uri);
    return [...uris.values()].sort();
  }

  async #check(uri: string): Promise<CheckedBrief | undefined> {
    const checked = this.#source.get(uri) === undefined ? await this.#checkClosed(uri) : await this.#documents.check(uri);
    return checked && asBrief(checked);
  }

  async #checkClosed(uri: string): Promise<CheckedDocument | undefined> {
    const text = await this.#door.readText(uri);
    return text === undefined ? undefined : this.#documents.checkClosed(uri, text);
  }
}

/** Lets a cancellation through, which waits in the queue behind us. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
