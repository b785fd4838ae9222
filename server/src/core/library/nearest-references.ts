import { distance } from 'fastest-levenshtein';
import type { Reference } from './reference';

/** At most so many are offered. */
const mostNearest = 3;
/** Names are near when at least so much of the longer one agrees. */
const leastSimilarity = 0.7;
/** Names that share the most pairs of letters are compared in full; the others cannot be nearer. */
const mostCompared = 24;

interface Entry {
  readonly name: string;
  readonly reference: Reference;
}

/** Finds references whose key or author is spelt nearly like a wanted one. A name is compared with a handful of others, however long the list. */
export class NearestReferences {
  readonly #entries: Entry[] = [];
  readonly #byPair = new Map<string, number[]>();
  readonly #found = new Map<string, readonly Reference[]>();

  constructor(references: readonly Reference[], namesOf: (reference: Reference) => readonly string[]) {
    for (const reference of references) for (const name of namesOf(reference)) this.#add({ name: name.toLowerCase(), reference });
  }

  /** Best first. */
  find(wanted: string): readonly Reference[] {
    const name = wanted.toLowerCase();
    const known = this.#found.get(name) ?? this.#search(name);
    this.#found.set(name, known);
    return known;
  }

  #add(entry: Entry): void {
    const index = this.#entries.push(entry) - 1;
    for (const pair of pairsOf(entry.name)) {
      const list = this.#byPair.get(pair);
      if (list) list.push(index);
      else this.#byPair.set(pair, [index]);
    }
  }

  #search(name: string): readonly Reference[] {
    const candidates = this.#likely(name)
      .map((entry) => ({ ...entry, similarity: similarityOf(name, entry.name) }))
      .filter(({ similarity }) => similarity >= leastSimilarity)
      .sort((a, b) => b.similarity - a.similarity || (a.reference.id < b.reference.id ? -1 : 1));
    return [...new Set(candidates.map(({ reference }) => reference))].slice(0, mostNearest);
  }

  /** Those that share the most pairs. Pairs that every other name has ("20", "er") tell nothing and are passed over where others are left. */
  #likely(name: string): readonly Entry[] {
    const shared = new Uint8Array(this.#entries.length);
    const touched: number[] = [];
    for (const list of this.#listsOf(name)) {
      for (const index of list) {
        const before = shared[index] ?? 0;
        if (before === 0) touched.push(index);
        if (before < 255) shared[index] = before + 1;
      }
    }
    return touched
      .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
      .slice(0, mostCompared)
      .flatMap((index) => this.#entries[index] ?? []);
  }

  #listsOf(name: string): readonly (readonly number[])[] {
    const lists = [...pairsOf(name)].flatMap((pair) => [this.#byPair.get(pair) ?? []]).filter((list) => list.length > 0);
    const telling = lists.filter((list) => list.length <= Math.max(mostCompared, this.#entries.length / 10));
    return telling.length >= 3 ? telling : lists;
  }
}

/** Neighbouring letters, with the ends marked; each once. */
const pairsOf = (name: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  const marked = `^${name}$`;
  for (let i = 0; i + 2 <= marked.length; i++) pairs.add(marked.slice(i, i + 2));
  return pairs;
};

const similarityOf = (a: string, b: string): number => {
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || longer > 200 || Math.abs(a.length - b.length) > longer * (1 - leastSimilarity)) return 0;
  return 1 - distance(a, b) / longer;
};
