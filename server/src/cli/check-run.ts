import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { createDiskHost, rememberTexts } from '../disk/disk-host';
import { findConfig, readConfig, type FoundConfig } from '../find-config';
import type { Host } from '../host';
import { BibliographyLoader } from '../library-files';
import { toLayer, type SettingsLayer } from '../settings';
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
  const given = typeof options.config === 'string' ? await readGivenConfig(host, options.config, terminal) : undefined;
  const configFor = async (uri: string): Promise<FoundConfig | undefined> => {
    if (options.config === false) return undefined;
    const config = given ?? (await findConfig(host, uri));
    if (config !== undefined) configs.set(config.uri, config);
    return config;
  };
  const values = {
    ...(options.profile === undefined ? {} : { profile: parseProfileId(options.profile) }),
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

const readGivenConfig = async (host: Host, path: string, { workingDirectory }: Terminal): Promise<FoundConfig> => {
  const config = await readConfig(host, URI.file(resolve(workingDirectory, path)).toString());
  if (config === undefined) throw new UsageError(`the settings file "${path}" cannot be read`);
  return config;
};
