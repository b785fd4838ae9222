/** Whether settings take a file for a brief. Named files are always checked on the command line; this is for what is found, and for editors. */
import { liesInSourcesFolder, matchesAnyGlob } from './brief-files';
import type { FoundConfig } from './find-config';
import { resolveSettings, type SettingsLayer } from './settings';

export interface BriefScope {
  /** Why a file is left out; null where it is not. */
  readonly whyLeftOut: (uri: string) => string | null;
  /** Plain text that `include:` names. */
  readonly isIncluded: (uri: string) => boolean;
}

/** Globs of a settings file count from its folder, those of an editor from the workspace folder (`rootUri`). */
export const briefScope = (layers: readonly SettingsLayer[], config: FoundConfig | undefined, rootUri: string | undefined): BriefScope => {
  const { exclude, include, sources } = resolveSettings(layers).settings;
  const baseOf = (key: 'exclude' | 'include'): string | undefined => (config !== undefined && key in config.layer.values ? folderOf(config.uri) : rootUri);
  return {
    whyLeftOut: (uri) => {
      if (matchesAnyGlob(exclude, pathBelow(baseOf('exclude'), uri))) return 'left out by "exclude" in the settings';
      if (liesInSourcesFolder(sources.folders, pathBelow(rootUri, uri))) return 'lies in a folder of source texts, which are evidence and no briefs';
      return null;
    },
    isIncluded: (uri) => matchesAnyGlob(include, pathBelow(baseOf('include'), uri)),
  };
};

export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** Files outside the base are known by their name alone. */
const pathBelow = (baseUri: string | undefined, uri: string): string => {
  const base = baseUri?.replace(/\/+$/, '');
  const path = base !== undefined && uri.startsWith(`${base}/`) ? uri.slice(base.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
};
