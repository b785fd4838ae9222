import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { createDiskHost, rememberTexts } from '../disk/disk-host';
import { findConfig, readConfig, type FoundConfig } from '../find-config';
import type { OwnProfiles } from '../house-profiles/parse-own-profiles';
import type { ConfigReader } from '../house-profiles/profile-files';
import { BibliographyLoader } from '../library-files';
import { resolveSettings, toLayer, type SettingsLayer } from '../settings';
import { SourceTextLoader } from '../source-texts';
import { parseProfileId } from './profile-option';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface RunOptions {
  /** false: `--no-config`. */
  readonly config?: string | boolean;
  readonly profile?: string;
  readonly fix?: boolean;
  readonly today?: string;
  readonly lookup?: boolean;
  /** Paths that the command is about: the settings nearest to them know profiles of the house. */
  readonly near?: readonly string[];
}

/** What holds for all files of one command. */
export interface CheckRun {
  readonly today: string;
  readonly fixes: boolean;
  readonly commandLine: SettingsLayer;
  readonly configFor: (uri: string) => Promise<FoundConfig | undefined>;
  /** Settings files that were met, by address. */
  readonly configs: ReadonlyMap<string, FoundConfig>;
  readonly bibliographies: BibliographyLoader;
  readonly sourceTexts: SourceTextLoader;
  readonly workingDirectory: string;
}

export const startRun = async (options: RunOptions, terminal: Terminal): Promise<CheckRun> => {
  const host = rememberTexts(createDiskHost((_level, message) => terminal.log(message)));
  const configs = new Map<string, FoundConfig>();
  const workspaceUri = URI.file(terminal.workingDirectory).toString();
  const reader: ConfigReader = { host, links: terminal.sources, workspaceUri };
  const given = typeof options.config === 'string' ? await readGivenConfig(reader, options.config, terminal) : undefined;
  const find = async (uri: string): Promise<FoundConfig | undefined> => (options.config === false ? undefined : (given ?? findConfig(reader, uri)));
  const configFor = async (uri: string): Promise<FoundConfig | undefined> => {
    const config = await find(uri);
    if (config !== undefined) configs.set(config.uri, config);
    return config;
  };
  const values = {
    ...(options.profile === undefined ? {} : { profile: await findProfileId(options.profile, options.near ?? [], find, terminal) }),
    ...(options.lookup === true ? { lookup: 'on' } : {}),
  };
  return {
    today: options.today ?? terminal.today,
    fixes: options.fix === true,
    commandLine: toLayer('command-line', values),
    configFor,
    configs,
    bibliographies: new BibliographyLoader(host, terminal.sources),
    sourceTexts: new SourceTextLoader(terminal.sources),
    workingDirectory: terminal.workingDirectory,
  };
};

/** Shipped, or defined in the settings nearest to the working folder or to one of the paths. */
export const findProfileId = async (id: string, near: readonly string[], configFor: CheckRun['configFor'], terminal: Terminal): Promise<string> => parseProfileId(id, await ownProfilesNear(near, configFor, terminal));

export const ownProfilesNear = async (near: readonly string[], configFor: CheckRun['configFor'], { workingDirectory }: Terminal): Promise<OwnProfiles> => {
  const places = [resolve(workingDirectory, 'brief.md'), ...near.flatMap((path) => [resolve(workingDirectory, path), resolve(workingDirectory, path, 'brief.md')])];
  const configs = await Promise.all(places.map((path) => configFor(URI.file(path).toString())));
  return resolveSettings(configs.flatMap((config) => config?.layer ?? [])).settings.profiles;
};

const readGivenConfig = async (reader: ConfigReader, path: string, { workingDirectory }: Terminal): Promise<FoundConfig> => {
  const config = await readConfig(reader, URI.file(resolve(workingDirectory, path)).toString());
  if (config === undefined) throw new UsageError(`the settings file "${path}" cannot be read`);
  return config;
};
