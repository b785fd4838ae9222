import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type Connection } from 'vscode-languageserver';
import { configFileName } from '../config-file';
import type { Session } from './session';

export type WatchedKind = 'config' | 'bibliography' | 'source' | 'brief';

const patterns: Readonly<Record<WatchedKind, string>> = {
  config: `**/${configFileName}`,
  bibliography: '**/*.{bib,bibtex,biblatex,ris,json,yaml,yml}',
  source: '**/*.{pdf,docx,html,htm,csv}',
  brief: '**/*.{md,markdown,qmd,Rmd,rmd,txt}',
};

/** A settings file. */
export const isConfig = (uri: string): boolean => uri.endsWith(`/${configFileName}`);

export const watchedKindOf = (uri: string): WatchedKind => {
  if (isConfig(uri)) return 'config';
  if (/\.(?:bib|bibtex|biblatex|ris|json|ya?ml)$/i.test(uri)) return 'bibliography';
  return /\.(?:pdf|docx|html?|csv)$/i.test(uri) ? 'source' : 'brief';
};

/** Asks the client to tell us of changes, as far as it can. */
export const registerWatchers = async (connection: Connection, { features }: Session): Promise<void> => {
  if (features.registersConfigurationChanges) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'brieflint' });
  if (!features.registersFileWatchers) return;
  const watchers = Object.values(patterns).map((globPattern) => ({ globPattern }));
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
};
