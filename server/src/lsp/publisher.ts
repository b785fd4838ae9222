import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import { checkConfig, findProfileOf, inOwnFile } from '../check';
import { readConfig, type FoundConfig } from '../find-config';
import { statusNotification, type StatusParams } from '../protocol';
import type { CheckedBibliography, CheckedDocument } from './checked-document';
import { createConverter, diagnosticSource, toDiagnostic, type RelatedTexts } from './convert';
import type { Documents, DocumentSource } from './documents';
import { inBackground } from './in-background';
import type { KnownBriefs } from './known-briefs';
import { normalize } from './file-texts';
import { folderUriOf, type Session } from './session';
import { toLikelyItem } from './profile-requests';
import type { SettingsStore } from './settings-store';

/** Typing pauses shorter than this are typing. */
const quietMilliseconds = 150;

/** Brings findings to the client: after a short quiet, with their version, and only while that version is current. */
export class Publisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #source: DocumentSource;
  readonly #documents: Documents;
  readonly #settings: SettingsStore;
  readonly #known: KnownBriefs;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Files that are not open and have diagnostics at the client. */
  readonly #closed = new Set<string>();
  readonly #publishedConfigs = new Map<string, FoundConfig>();
  /** Diagnostics in bibliography files, by file and by the brief that they come from. */
  readonly #bibliographies = new Map<string, Map<string, Diagnostic[]>>();
  /** Opened, and nothing said about them yet: these do not wait for a pause. */
  readonly #opening = new Set<string>();

  constructor(connection: Connection, session: Session, source: DocumentSource, documents: Documents, settings: SettingsStore, known: KnownBriefs) {
    this.#connection = connection;
    this.#session = session;
    this.#source = source;
    this.#documents = documents;
    this.#settings = settings;
    this.#known = known;
  }

  open(uri: string): void {
    if (this.#closed.delete(uri) && this.#session.features.pullsDiagnostics) this.#send(uri, []);
    this.#opening.add(uri);
    this.#schedule(uri, 0);
  }

  change(uri: string): void {
    this.#schedule(uri, this.#opening.has(uri) ? 0 : quietMilliseconds);
  }

  close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#opening.delete(uri);
    if (!this.#session.features.pullsDiagnostics) this.#send(uri, []);
    this.#publishBibliographies(uri, []);
  }

  /** After a change of settings: all open documents again, and the client is asked to pull again. */
  refresh(uris: readonly string[]): void {
    for (const uri of uris) this.#schedule(uri, 0);
    const { pullsDiagnostics, refreshesDiagnostics } = this.#session.features;
    if (pullsDiagnostics && refreshesDiagnostics) inBackground(this.#connection, 'asking to pull diagnostics', this.#connection.languages.diagnostics.refresh());
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** A file that is not open, as a check of the workspace found it. */
  publishClosed(checked: CheckedDocument): void {
    this.#closed.add(checked.uri);
    this.#send(checked.uri, this.diagnosticsOf(checked));
    this.#publishBibliographies(checked.uri, checked.bibliographies);
  }

  isPublishedClosed(uri: string): boolean {
    return this.#closed.has(uri);
  }

  clearClosed(uri: string): void {
    if (!this.#closed.delete(uri)) return;
    this.#send(uri, []);
    this.#publishBibliographies(uri, []);
  }

  publishConfig(config: FoundConfig): void {
    if (this.#publishedConfigs.get(config.uri) === config) return;
    const last = this.#publishedConfigs.get(config.uri);
    const isFirst = last === undefined;
    this.#publishedConfigs.set(config.uri, config);
    const findings = checkConfig(config.layer);
    for (const part of [config, ...config.parts]) {
      const converter = createConverter(part.text);
      const own = findings.filter(({ file = config.uri }) => file === part.uri).map(inOwnFile);
      if (!isFirst || own.length > 0) this.#send(part.uri, own.map((finding) => toDiagnostic(part.uri, converter, finding, this.#session.docsBase)));
    }
    for (const { uri } of partsOf(last)) if (!config.parts.some((part) => part.uri === uri)) this.#send(uri, []);
  }

  /** After a change, also where no open brief asks for it. */
  async recheckConfig(uri: string): Promise<void> {
    const config = await readConfig(this.#settings.readerFor(folderUriOf(this.#settings.folderUris, uri)), uri);
    if (config === undefined) this.clearConfig(uri);
    else this.publishConfig(config);
  }

  clearConfig(uri: string): void {
    for (const part of partsOf(this.#publishedConfigs.get(uri))) this.#send(part.uri, []);
    if (this.#publishedConfigs.delete(uri)) this.#send(uri, []);
  }

  /** Settings files that were met and take profiles from a file. */
  configsNaming(uri: string): readonly string[] {
    return [...this.#publishedConfigs.values()].filter(({ lookedFor }) => lookedFor.some((other) => normalize(other) === normalize(uri))).map((config) => config.uri);
  }

  diagnosticsOf({ uri, findings, converter, notice, bibliographies }: CheckedDocument): Diagnostic[] {
    if (notice !== null) return [{ range: converter.toRange({ start: 0, end: 0 }), severity: DiagnosticSeverity.Information, source: diagnosticSource, message: notice }];
    return findings.map((finding) => toDiagnostic(uri, converter, finding, this.#session.docsBase, this.#relatedTexts(bibliographies)));
  }

  #relatedTexts(bibliographies: readonly CheckedBibliography[]): RelatedTexts {
    return { texts: bibliographies, placeOf: (figure) => this.#known.placeOf(figure) };
  }

  /** What briefs say of a bibliography file is shown in that file, each remark once. */
  #publishBibliographies(briefUri: string, bibliographies: readonly CheckedBibliography[]): void {
    const touched = new Set([...this.#bibliographies].filter(([, byBrief]) => byBrief.delete(briefUri)).map(([uri]) => uri));
    for (const { uri, converter, findings } of bibliographies) {
      if (findings.length === 0) continue;
      const byBrief = this.#bibliographies.get(uri) ?? new Map<string, Diagnostic[]>();
      this.#bibliographies.set(uri, byBrief.set(briefUri, findings.map((finding) => toDiagnostic(uri, converter, finding, this.#session.docsBase, this.#relatedTexts(bibliographies)))));
      touched.add(uri);
    }
    for (const uri of touched) {
      const distinct = new Map([...(this.#bibliographies.get(uri)?.values() ?? [])].flat().map((diagnostic) => [JSON.stringify([diagnostic.range, diagnostic.code, diagnostic.message]), diagnostic]));
      if (distinct.size === 0) this.#bibliographies.delete(uri);
      this.#send(uri, [...distinct.values()]);
    }
  }

  #schedule(uri: string, milliseconds: number): void {
    clearTimeout(this.#timers.get(uri));
    const timer = setTimeout(() => {
      this.#timers.delete(uri);
      inBackground(this.#connection, `checking ${uri}`, this.#publish(uri));
    }, milliseconds);
    this.#timers.set(uri, timer);
  }

  async #publish(uri: string): Promise<void> {
    const checked = await this.#documents.check(uri);
    // A newer version has its own turn.
    if (checked === undefined || this.#source.get(uri)?.version !== checked.version) return;
    this.#opening.delete(uri);
    if (!this.#session.features.pullsDiagnostics) this.#send(uri, this.diagnosticsOf(checked), checked.version);
    this.#publishBibliographies(uri, checked.bibliographies);
    const { config } = await this.#settings.settingsFor(uri);
    if (config !== undefined) this.publishConfig(config);
    if (this.#session.wantsStatus) await this.#connection.sendNotification(statusNotification, statusOf(checked));
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    const params = { uri, diagnostics, ...(version === undefined ? {} : { version }) };
    inBackground(this.#connection, `sending diagnostics of ${uri}`, this.#connection.sendDiagnostics(params));
  }
}

const partsOf = (config: FoundConfig | undefined): FoundConfig['parts'] => config?.parts ?? [];

const statusOf = (document: CheckedDocument): StatusParams => {
  const { uri, profile, settings, likelyProfile, findings, unchecked, whyNothing } = document;
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return { uri, profile, profileName: findProfileOf(settings)?.name ?? null, likelyProfile: toLikelyItem(likelyProfile), findings: counts, unchecked, whyNothing };
};
