import type { Connection } from 'vscode-languageserver';
import { briefScope, type BriefScope } from '../brief-scope';
import { findConfig, type FoundConfig } from '../find-config';
import { folderOf } from '../brief-scope';
import type { Host } from '../host';
import { KeptForAWhile, readAgainAfter } from './kept-for-a-while';
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
  readonly #session: Session;
  readonly #settings: KeptForAWhile<DocumentSettings>;
  readonly #configs: KeptForAWhile<FoundConfig | undefined>;
  readonly #last = new Map<string, DocumentSettings>();
  #folderUris: readonly string[];
  /** For clients that send their settings along instead of answering for them. */
  #sentSettings: unknown = {};

  constructor(connection: Connection, host: Host, session: Session, now: () => number) {
    this.#connection = connection;
    this.#host = host;
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
    const layers = [toLayer('editor', editor), ...(config === undefined ? [] : [config.layer])];
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
    return this.#configs.get(folderOf(uri), this.#life, () => findConfig(this.#host, uri, rootUri));
  }
}

/** The layer of the settings file says what its text says, and the scope is made of the rest. */
const contentOf = ({ layers, config, rootUri }: DocumentSettings): string =>
  JSON.stringify([layers.filter((layer) => layer !== config?.layer).map(({ layer, values, problems }) => [layer, values, problems]), config?.uri, config?.text, rootUri]);
