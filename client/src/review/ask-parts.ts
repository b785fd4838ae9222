/** How the parts of a text are asked about; the language model and the checker stand behind it. */
export interface Asking<Part> {
  readonly isCancelled: () => boolean;
  readonly begin: (part: Part, index: number) => void;
  /** The model's answer. */
  readonly ask: (part: Part) => Promise<string>;
  /** To the checker. */
  readonly handIn: (part: Part, answer: string) => Promise<void>;
}

/** Who failed, and with what. */
export interface Trouble {
  readonly who: 'model' | 'checker';
  readonly error: unknown;
}

/** undefined when all was asked, or when the user stopped it. What was answered until then stands. */
export const askParts = async <Part>(parts: readonly Part[], { isCancelled, begin, ask, handIn }: Asking<Part>): Promise<Trouble | undefined> => {
  for (const [index, part] of parts.entries()) {
    if (isCancelled()) return undefined;
    begin(part, index);
    let who: Trouble['who'] = 'model';
    try {
      const answer = await ask(part);
      who = 'checker';
      await handIn(part, answer);
    } catch (error) {
      return isCancelled() ? undefined : { who, error };
    }
  }
  return undefined;
};

export interface Reading {
  /** After about so many characters, `stop` is called. */
  readonly longest: number;
  readonly stop: () => void;
  readonly isStopped: () => boolean;
}

/** Pieces of an answer put together. Once it is stopped, no more is waited for: a provider may not heed that. */
export const readUpTo = async (pieces: AsyncIterable<string>, { longest, stop, isStopped }: Reading): Promise<string> => {
  let answer = '';
  for await (const piece of pieces) {
    answer += piece;
    if (answer.length > longest) stop();
    if (isStopped()) break;
  }
  return answer;
};

/** Runs a task unless one of that name runs already; then undefined. */
export class OneAtATime {
  readonly #running = new Set<string>();

  async run<Result>(name: string, task: () => Promise<Result>): Promise<{ readonly result: Result } | undefined> {
    if (this.#running.has(name)) return undefined;
    this.#running.add(name);
    try {
      return { result: await task() };
    } finally {
      this.#running.delete(name);
    }
  }
}
