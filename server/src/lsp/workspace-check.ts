import type { CancellationToken, Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Finding } from '../core/lint/rule';
import type { Severity } from '../core/lint/severity';
import type { CheckWorkspaceResult } from '../protocol';
import { searchedExtensions, type BriefIndex } from './brief-index';
import type { CheckedDocument } from './checked-document';
import type { ClosedBriefs } from './closed-briefs';
import type { Documents, DocumentSource } from './documents';
import type { Door } from './door';
import type { FileTexts } from './file-texts';
import type { KnownBriefs } from './known-briefs';
import type { Lookups } from './look-up';
import type { Publisher } from './publisher';
import type { Reviews } from './reviews';
import type { Session } from './session';
import type { SettingsStore } from './settings-store';

export interface WorkspaceParts {
  readonly connection: Connection;
  readonly door: Door;
  readonly session: Session;
  readonly source: DocumentSource;
  readonly settings: SettingsStore;
  readonly files: FileTexts;
  readonly documents: Documents;
  readonly publisher: Publisher;
  readonly known: KnownBriefs;
  readonly closed: ClosedBriefs;
  readonly lookups: Lookups;
  readonly index: BriefIndex;
  readonly reviews: Reviews;
}

/** All briefs of all workspace folders, open or not, with progress; ends early when the user has had enough. */
export const checkWorkspace = async (parts: WorkspaceParts, token: CancellationToken, reporterOfRequest: WorkDoneProgressReporter | undefined): Promise<CheckWorkspaceResult> => {
  const progress = await startProgress(parts, reporterOfRequest);
  const isCancelled = (): boolean => token.isCancellationRequested || progress.isCancelled();
  const findingsByBrief = new Map<string, readonly Finding[]>();
  try {
    const uris = await findBriefUris(parts);
    for (const [i, uri] of uris.entries()) {
      if (isCancelled()) break;
      progress.report(Math.floor((100 * i) / uris.length), `${i + 1} of ${uris.length}: ${uri.slice(uri.lastIndexOf('/') + 1)}`);
      const checked = await checkOne(parts, uri);
      if (checked?.whyNothing !== null) continue;
      findingsByBrief.set(uri, checked.findings);
      await breathe();
    }
    // Now that all are known: those whose figures differ from another's once more.
    for (const uri of findingsByBrief.keys()) {
      if (isCancelled()) break;
      const checked = parts.known.knownDifferencesOf(uri).length > 0 ? await checkOne(parts, uri) : undefined;
      if (checked !== undefined) findingsByBrief.set(uri, checked.findings);
    }
  } finally {
    progress.done();
  }
  const findings: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const found of findingsByBrief.values()) for (const { severity } of found) findings[severity] += 1;
  return { files: findingsByBrief.size, findings, wasCancelled: isCancelled() };
};

const findBriefUris = async ({ settings, door }: WorkspaceParts): Promise<readonly string[]> => {
  const uris = new Set<string>();
  for (const folderUri of settings.folderUris) for (const uri of await door.findFiles(folderUri, searchedExtensions)) uris.add(uri);
  return [...uris].sort();
};

const checkOne = async ({ source, documents, door, publisher, settings }: WorkspaceParts, uri: string): Promise<CheckedDocument | undefined> => {
  if (source.get(uri) !== undefined) return documents.check(uri);
  const text = await door.readText(uri);
  if (text === undefined) return undefined;
  const checked = await documents.checkClosed(uri, text);
  if (checked.whyNothing === null || checked.notice !== null) publisher.publishClosed(checked);
  const { config } = await settings.settingsFor(uri);
  if (config !== undefined) publisher.publishConfig(config);
  return checked;
};

/** Lets a cancellation through, which waits in the queue behind us. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

interface Progress {
  readonly report: (percentage: number, message: string) => void;
  readonly done: () => void;
  readonly isCancelled: () => boolean;
}

const title = 'Checking briefs';

/** On the token that came with the request; else one that we ask for; else unseen. */
const startProgress = async ({ connection, session }: WorkspaceParts, reporter: WorkDoneProgressReporter | undefined): Promise<Progress> => {
  if (reporter !== undefined) {
    reporter.begin(title, 0, undefined, true);
    return { report: (percentage, message) => reporter.report(percentage, message), done: () => reporter.done(), isCancelled: () => false };
  }
  if (!session.features.createsProgress) return { report: () => undefined, done: () => undefined, isCancelled: () => false };
  const created = await connection.window.createWorkDoneProgress();
  created.begin(title, 0, undefined, true);
  return { report: (percentage, message) => created.report(percentage, message), done: () => created.done(), isCancelled: () => created.token.isCancellationRequested };
};
