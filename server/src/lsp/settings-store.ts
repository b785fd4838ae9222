import type { Connection } from 'vscode-languageserver';
import { briefScope, type BriefScope } from '../brief-scope';
import { findConfig, type FoundConfig } from '../find-config';
import { folderOf } from '../brief-scope';
import type { Host } from '../host';
import { normalize } from './file-texts';
import type { ConfigReader } from '../house-profiles/profile-files';
import { KeptForAWhile, readAgainAfter } from './kept-for-a-while';
import { isRecord } from '../setting-parsers';
import { toLayer, type SettingsLayer } from '../settings';
import { folderUriOf, type Session } from './session';

/** What is set for one document before its own front matter. The same object until something changes. */
export interface DocumentSettings {
  readonly layers: readonly SettingsLayer[];
  readonly config: FoundConfig | undefined;
  readonly scope: BriefScope;
  /** The workspace folder that the document lies in. */
  readonly rootUri: string | undefined;
}

const section = 'brieflint';

/**
 * Editor settings and settings files, read when first asked for and forgotten when they change. Where nobody tells us of changed files, they are
 * read again after a while; what reads the same stays the same object, so that nothing is checked anew for it.
 */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #links: ConfigReader['links'];
  readonly #session: Session;
  readonly #settings: KeptForAWhile<DocumentSettings>;
  readonly #configs: KeptForAWhile<FoundConfig | undefined>;
  readonly #last = new Map<string, DocumentSettings>();
  /** Files of profiles that settings files have named. */
  readonly #parts = new Set<string>();
  #folderUris: readonly string[];
  /** For clients that send their settings along instead of answering for them. */
  #sentSettings: unknown = {};

  constructor(connection: Connection, host: Host, session: Session, { links, now }: { readonly links: ConfigReader['links']; readonly now: () => number }) {
    this.#connection = connection;
    this.#host = host;
    this.#links = links;
    this.#session = session;
    this.#folderUris = session.folderUris;
    this.#settings = new KeptForAWhile(now);
    this.#configs = new KeptForAWhile(now);
  }

  get folderUris(): readonly string[] {
    return this.#folderUris;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.#folderUris = [...this.#folderUris.filter((uri) => !removed.includes(uri)), ...added];
    this.forget();
  }

  changeEditorSettings(sent: unknown): void {
    this.#sentSettings = typeof sent === 'object' && sent !== null && section in sent ? (sent as Readonly<Record<string, unknown>>)[section] : sent;
    this.forget();
  }

  forget(): void {
    this.#settings.clear();
    this.#configs.clear();
  }

  forgetDocument(uri: string): void {
    this.#settings.forget(uri);
    this.#last.delete(uri);
  }

  settingsFor(uri: string): Promise<DocumentSettings> {
    return this.#settings.get(uri, this.#life, () => this.#readAgain(uri));
  }

  get #life(): number {
    return this.#session.features.registersFileWatchers ? Number.POSITIVE_INFINITY : readAgainAfter;
  }

  async #readAgain(uri: string): Promise<DocumentSettings> {
    const settings = await this.#read(uri);
    const last = this.#last.get(uri);
    if (last !== undefined && contentOf(last) === contentOf(settings)) return last;
    this.#last.set(uri, settings);
    return settings;
  }

  async #read(uri: string): Promise<DocumentSettings> {
    const rootUri = folderUriOf(this.#folderUris, uri);
    const [editor, config] = await Promise.all([this.#readEditorSettings(uri), this.#findConfig(uri, rootUri)]);
    const layers = [toLayer('editor', withoutClientKeys(editor)), ...(config === undefined ? [] : [config.layer])];
    return { layers, config, scope: briefScope(layers, config, rootUri), rootUri };
  }

  async #readEditorSettings(uri: string): Promise<unknown> {
    if (!this.#session.features.answersConfiguration) return this.#sentSettings;
    try {
      const answer: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section });
      return answer;
    } catch (error) {
      this.#host.log('warn', `The editor does not answer for its settings, defaults hold: ${error instanceof Error ? error.message : String(error)}`);
      return {};
    }
  }

  #findConfig(uri: string, rootUri: string | undefined): Promise<FoundConfig | undefined> {
    return this.#configs.get(folderOf(uri), this.#life, () => findConfig(this.readerFor(rootUri), uri, rootUri).then((config) => this.#note(config)));
  }

  /** For settings files of a workspace folder. */
  readerFor(workspaceUri: string | undefined): ConfigReader {
    return { host: this.#host, links: this.#links, workspaceUri };
  }

  /** Does a settings file that was met take profiles of the house from this file, or would it if the file were there? */
  readsFrom(uri: string): boolean {
    return this.#parts.has(normalize(uri));
  }

  #note(config: FoundConfig | undefined): FoundConfig | undefined {
    for (const uri of config?.lookedFor ?? []) this.#parts.add(normalize(uri));
    return config;
  }
}

/** What stands under `brieflint` for the extension alone: it is no setting of ours, and nothing is checked anew for it. */
const clientKeys: ReadonlySet<string> = new Set(['preview', 'trace']);

const withoutClientKeys = (settings: unknown): unknown => (isRecord(settings) ? Object.fromEntries(Object.entries(settings).filter(([key]) => !clientKeys.has(key))) : settings);

/** The layer of the settings file says what its text says, and the scope is made of the rest. */
const contentOf = ({ layers, config, rootUri }: DocumentSettings): string =>
  JSON.stringify([layers.filter((layer) => layer !== config?.layer).map(({ layer, values, problems }) => [layer, values, problems]), config?.uri, config?.text, config?.parts, config?.layer.problems, rootUri]);
