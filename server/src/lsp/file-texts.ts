import { URI } from 'vscode-uri';
import type { Host } from '../host';
import { KeptForAWhile } from './kept-for-a-while';

/**
 * Texts of files that briefs read at each check, kept until somebody says that a file has changed, or for as long as `lifeOf` says, in
 * milliseconds: for ever where the client would say so, not at all where the text comes from the editor itself.
 */
export class FileTexts {
  readonly #host: Host;
  readonly #lifeOf: (uri: string) => number;
  readonly #texts: KeptForAWhile<string | undefined>;

  constructor(host: Host, lifeOf: (uri: string) => number, now: () => number) {
    this.#host = host;
    this.#lifeOf = lifeOf;
    this.#texts = new KeptForAWhile(now);
  }

  get host(): Host {
    return { readText: (uri) => this.#read(uri), log: this.#host.log };
  }

  forget(uri: string): void {
    this.#texts.forget(normalize(uri));
  }

  #read(uri: string): Promise<string | undefined> {
    const life = this.#lifeOf(uri);
    return life === 0 ? this.#host.readText(uri) : this.#texts.get(normalize(uri), life, () => this.#host.readText(uri));
  }
}

/** Clients do not agree on what is escaped in an address. */
export const normalize = (uri: string): string => URI.parse(uri).toString();
