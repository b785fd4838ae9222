import type { SourceText } from './core/library/source-text';

/** Characters of all texts that are kept; those in use by open briefs stay as long as they are. About 120 MB at worst. */
export const mostKeptCharacters = 60_000_000;

interface KeptText {
  readonly text: SourceText;
  readonly length: number;
}

/** Texts by the hash of their content; what was asked for longest ago goes first. */
export class KeptTexts {
  readonly #most: number;
  /** In the order of use. */
  readonly #kept = new Map<string, KeptText>();
  #length = 0;

  constructor(most = mostKeptCharacters) {
    this.#most = most;
  }

  get(key: string): SourceText | undefined {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.text;
  }

  set(key: string, text: SourceText): void {
    const length = text.passages.reduce((sum, passage) => sum + passage.text.length, 0);
    this.#length += length - (this.#kept.get(key)?.length ?? 0);
    this.#kept.delete(key);
    this.#kept.set(key, { text, length });
    for (const [oldest, { length: freed }] of this.#kept) {
      if (this.#length <= this.#most) break;
      this.#kept.delete(oldest);
      this.#length -= freed;
    }
  }
}

/** 53 bits (cyrb53) and the length: not against forgers, who could only mix up their own sources. */
export const hashBytes = (bytes: Uint8Array): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const byte of bytes) {
    high = Math.imul(high ^ byte, 2_654_435_761);
    low = Math.imul(low ^ byte, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return `${(4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)}-${bytes.length}`;
};
