/** Keeps what was read by key, as much as the latest documents need. */
export interface ContentMemory<Value> {
  /** So many keys will be asked for in this draft. */
  readonly expect: (count: number) => void;
  /** What was read, if it still fits; else it is read anew. */
  readonly get: (key: string, read: () => Value, fits?: (value: Value) => boolean) => Value;
}

const fewest = 500;

/**
 * Old keys go when new ones fill what a draft and a quarter need: a keystroke adds a key or two, so a document of any length stays whole, and memory grows
 * with the longest one alone.
 */
export const createContentMemory = <Value>(): ContentMemory<Value> => {
  let current = new Map<string, { readonly value: Value }>();
  let previous = new Map<string, { readonly value: Value }>();
  let most = fewest;
  return {
    expect: (count) => {
      most = fewest + Math.ceil(count * 1.25);
    },
    get: (key, read, fits = () => true) => {
      const known = current.get(key);
      if (known && fits(known.value)) return known.value;
      const earlier = previous.get(key);
      const kept = earlier && fits(earlier.value) ? earlier : { value: read() };
      if (current.size >= most) {
        previous = current;
        current = new Map();
      }
      current.set(key, kept);
      return kept.value;
    },
  };
};
