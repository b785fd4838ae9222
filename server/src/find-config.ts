import { parseConfig } from './config-file';
import { findConfigUri } from './host';
import { withProfileFiles, type ConfigPart, type ConfigReader } from './house-profiles/profile-files';
import type { SettingsLayer } from './settings';

/** A settings file as it was read. */
export interface FoundConfig {
  readonly uri: string;
  /** Without a byte-order mark. */
  readonly text: string;
  readonly layer: SettingsLayer;
  /** Files that it names and that hold settings too: profiles of the house. */
  readonly parts: readonly ConfigPart[];
  /** Their addresses, also of those that are not there yet. */
  readonly lookedFor: readonly string[];
}

/** The nearest settings file upwards from a document, not above `rootUri`; undefined if there is none. */
export const findConfig = async (reader: ConfigReader, documentUri: string, rootUri?: string): Promise<FoundConfig | undefined> => {
  const uri = await findConfigUri(reader.host, documentUri, rootUri);
  return uri === undefined ? undefined : readConfig(reader, uri);
};

export const readConfig = async (reader: ConfigReader, uri: string): Promise<FoundConfig | undefined> => {
  const text = await reader.host.readText(uri);
  if (text === undefined) return undefined;
  const { layer, parts, lookedFor } = await withProfileFiles(parseConfig(text).settings, uri, reader);
  return { uri, text: text.replace(/^\ufeff/, ''), layer, parts, lookedFor };
};
