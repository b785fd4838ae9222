/** Nobody types so fast that a file must be read twice within this time. */
export const readAgainAfter = 1_000;

interface Kept<Value> {
  readonly value: Promise<Value>;
  readonly until: number;
}

/** Answers that cost a look at the disk or a question to the client, each kept for a time in milliseconds. Failures are not kept. */
export class KeptForAWhile<Value> {
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept<Value>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get(key: string, milliseconds: number, make: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(key);
    if (known !== undefined && this.#now() < known.until) return known.value;
    const value = make();
    const own = { value, until: this.#now() + milliseconds };
    this.#kept.set(key, own);
    // A failure is told to those who asked.
    value.catch(() => {
      if (this.#kept.get(key) === own) this.#kept.delete(key);
    });
    return value;
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }
}
