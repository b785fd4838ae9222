/** Files of a house's profiles that a settings file names: read through the host, below the settings file or in its workspace, and never fetched. */
import { readYaml, type YamlFile } from '../config-file';
import { foldersAbove, type Host } from '../host';
import { findBorder, isWebAddress, resolveNamedPath } from '../named-paths';
import { isRecord } from '../setting-parsers';
import type { LocatedProblem, SettingsLayer } from '../settings';
import type { SourceFiles } from '../source-files';

/** What reading settings takes from the place where it is done. */
export interface ConfigReader {
  readonly host: Host;
  /** Tells where files really lie. */
  readonly links: Pick<SourceFiles, 'find' | 'resolveFolder'>;
  /** The workspace folder, or where the command was given. */
  readonly workspaceUri: string | undefined;
}

/** A file beside the settings file that belongs to it. */
export interface ConfigPart {
  readonly uri: string;
  /** Without a byte-order mark. */
  readonly text: string;
}

export interface LayerWithFiles {
  readonly layer: SettingsLayer;
  readonly parts: readonly ConfigPart[];
  /** All that were looked for, also those that are not there yet. */
  readonly lookedFor: readonly string[];
}

interface ReadFile extends ConfigPart {
  readonly kind: 'read';
  readonly yaml: YamlFile;
  /** Leads to the map: nothing, or "profiles". */
  readonly prefix: readonly string[];
  readonly definitions: Readonly<Record<string, unknown>>;
}

/** The layer with the definitions in place of the names of their files. A file that cannot be read is a problem at its name. */
export const withProfileFiles = async (layer: SettingsLayer, configUri: string, reader: ConfigReader): Promise<LayerWithFiles> => {
  const named = namesIn(layer.values['profiles']);
  if (named.length === 0) return { layer, parts: [], lookedFor: [] };
  const files: ReadFile[] = [];
  const problems: LocatedProblem[] = [...(layer.problems ?? [])];
  const lookedFor: string[] = [];
  const nowhere = { start: 0, end: 0 };
  for (const { name, path } of named) {
    const candidates = resolveNamedPath(name, foldersAbove(configUri).slice(0, 1));
    lookedFor.push(...candidates);
    const file = await readFile(name, candidates, configUri, reader);
    if (file.kind === 'read') files.push(file);
    else problems.push({ span: layer.valueSpanOf?.(path) ?? layer.spanOf?.(path) ?? nowhere, message: `No profiles are read from "${name}": ${file.reason}` });
  }
  problems.push(...files.flatMap(problemsOf), ...definedTwice(files));
  return { layer: composed(layer, files, problems), parts: files.map(({ uri, text }) => ({ uri, text })), lookedFor };
};

interface Named {
  readonly name: string;
  /** In the settings. */
  readonly path: readonly string[];
}

/** Nothing where profiles are written out, or are no texts; the parser judges those. */
const namesIn = (value: unknown): readonly Named[] => {
  if (typeof value === 'string') return [{ name: value, path: ['profiles'] }];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return [];
  return value.map((name, i) => ({ name, path: ['profiles', String(i)] }));
};

type FileOrReason = ReadFile | { readonly kind: 'unread'; readonly reason: string };

const readFile = async (name: string, candidates: readonly string[], configUri: string, { host, links, workspaceUri }: ConfigReader): Promise<FileOrReason> => {
  if (isWebAddress(name)) return { kind: 'unread', reason: 'it is an address, and nothing is fetched' };
  const border = await findBorder({ briefUri: configUri, configUri, rootUri: workspaceUri }, [], links);
  const allowed = candidates.filter(border.mayAsk);
  if (allowed.length === 0) return { kind: 'unread', reason: outside };
  for (const uri of allowed) {
    // Links exist on the disk alone; what is not there yet may still be open in the editor.
    const real = uri.startsWith('file:') ? await links.find(uri) : undefined;
    if (real !== undefined && !border.holds(real.uri)) return { kind: 'unread', reason: outside };
    const text = await host.readText(uri);
    if (text !== undefined) return toReadFile(uri, text.replace(/^\ufeff/, ''));
  }
  return { kind: 'unread', reason: 'it is not there or cannot be read' };
};

const outside = 'it lies outside the workspace';

const toReadFile = (uri: string, text: string): FileOrReason => {
  const yaml = readYaml(text);
  const { values } = yaml;
  const isWrapped = isRecord(values) && Object.keys(values).length === 1 && isRecord(values['profiles']);
  const definitions = isWrapped ? values['profiles'] : values;
  return { kind: 'read', uri, text, yaml, prefix: isWrapped ? ['profiles'] : [], definitions: isRecord(definitions) ? definitions : {} };
};

const problemsOf = ({ uri, yaml }: ReadFile): readonly LocatedProblem[] => {
  if (yaml.problems.length > 0) return yaml.problems.map((problem) => ({ ...problem, file: uri }));
  return yaml.isMap ? [] : [{ span: yaml.whole, message: 'This file holds no profiles; they are written as a name with the definition below it', file: uri }];
};

const definedTwice = (files: readonly ReadFile[]): readonly LocatedProblem[] =>
  files.flatMap(({ uri, yaml, prefix, definitions }, i) =>
    Object.keys(definitions)
      .filter((id) => files.slice(0, i).some((earlier) => Object.hasOwn(earlier.definitions, id)))
      .map((id) => ({ span: yaml.spanOf([...prefix, id]) ?? yaml.whole, message: `"${id}" is defined in another file too; this definition is taken`, file: uri })),
  );

/** Places of a profile are places in its file. */
const composed = (layer: SettingsLayer, files: readonly ReadFile[], problems: readonly LocatedProblem[]): SettingsLayer => {
  const fileOf = ([key, id]: readonly string[]): ReadFile | undefined => (key === 'profiles' && id !== undefined ? files.findLast(({ definitions }) => Object.hasOwn(definitions, id)) : undefined);
  return {
    ...layer,
    values: { ...layer.values, profiles: Object.fromEntries(files.flatMap(({ definitions }) => Object.entries(definitions))) },
    problems,
    spanOf: (path) => {
      const file = fileOf(path);
      return file === undefined ? (layer.spanOf?.(path) ?? null) : file.yaml.spanOf([...file.prefix, ...path.slice(1)]);
    },
    valueSpanOf: (path) => {
      const file = fileOf(path);
      return file === undefined ? (layer.valueSpanOf?.(path) ?? null) : file.yaml.valueSpanOf([...file.prefix, ...path.slice(1)]);
    },
    newKeyAt: (path) => {
      const file = fileOf(path);
      return file === undefined ? (layer.newKeyAt?.(path) ?? null) : file.yaml.newKeyAt([...file.prefix, ...path.slice(1)]);
    },
    fileOf: (path) => fileOf(path)?.uri ?? null,
  };
};
