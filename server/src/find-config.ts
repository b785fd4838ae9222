import { parseConfig } from './config-file';
import { findConfigUri, type Host } from './host';
import type { SettingsLayer } from './settings';

/** A settings file as it was read. */
export interface FoundConfig {
  readonly uri: string;
  /** Without a byte-order mark. */
  readonly text: string;
  readonly layer: SettingsLayer;
}

/** The nearest settings file upwards from a document; undefined if there is none. */
export const findConfig = async (host: Host, documentUri: string, rootUri?: string): Promise<FoundConfig | undefined> => {
  const uri = await findConfigUri(host, documentUri, rootUri);
  return uri === undefined ? undefined : readConfig(host, uri);
};

export const readConfig = async (host: Host, uri: string): Promise<FoundConfig | undefined> => {
  const text = await host.readText(uri);
  if (text === undefined) return undefined;
  return { uri, text: text.replace(/^\ufeff/, ''), layer: parseConfig(text).settings };
};
