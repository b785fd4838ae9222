import type { Verdict } from './review-label';

/** Some tens of long briefs. */
const mostKept = 10_000;

/**
 * What second readers said, by the words of the sentence and its heading: after an edit only what changed is asked again. What was used longest
 * ago goes first.
 */
export class KeptVerdicts {
  readonly #most: number;
  /** In the order of use. */
  readonly #kept = new Map<string, Verdict>();

  constructor(most = mostKept) {
    this.#most = most;
  }

  /** `reader`: which model said it. Another one may be of another mind. */
  find(reader: string, key: string): Verdict | undefined {
    const place = placeOf(reader, key);
    const verdict = this.#kept.get(place);
    if (verdict === undefined) return undefined;
    this.#kept.delete(place);
    this.#kept.set(place, verdict);
    return verdict;
  }

  keep(reader: string, key: string, verdict: Verdict): void {
    const place = placeOf(reader, key);
    this.#kept.delete(place);
    this.#kept.set(place, verdict);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
  }
}

const placeOf = (reader: string, key: string): string => `${reader}\n${key}`;
