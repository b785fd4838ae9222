import shipped from './word-weights.json';

/**
 * What each common English word says of a sentence: whether texts with such words owe a source more often. Words of like use weigh alike, since the
 * weights were learned through word vectors (docs/decisions/0009); rare words count in full, the commonest hardly.
 */
export interface WordWeights {
  /** In order of how common they are, separated by blanks. */
  readonly words: string;
  /** For each word, in thousandths of log odds. */
  readonly weights: readonly number[];
}

/** A word as commonplace as this many others counts half. */
const halfRank = 100;

export const rarityOf = (rank: number): number => rank / (rank + halfRank);

/** The words of a sentence that can have a weight: runs of small Latin letters, as the vectors have them. */
export const plainWords = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

interface WordWeight {
  readonly rarity: number;
  readonly weight: number;
}

export function readWordWeights({ words, weights }: WordWeights): ReadonlyMap<string, WordWeight> {
  return new Map(words.split(' ').map((word, rank) => [word, { rarity: rarityOf(rank), weight: (weights[rank] ?? 0) / 1000 }]));
}

let shippedWeights: ReadonlyMap<string, WordWeight> | undefined;

/** The mean weight of a sentence's words, in log odds; 0 where none is known. */
export function weighWords(text: string): number {
  shippedWeights ??= readWordWeights(shipped);
  let sum = 0;
  let total = 0;
  for (const word of plainWords(text)) {
    const known = shippedWeights.get(word);
    if (known === undefined) continue;
    sum += known.rarity * known.weight;
    total += known.rarity;
  }
  return total > 0 ? sum / total : 0;
}
