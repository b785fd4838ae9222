import type { Passage, SourceText } from './source-text';
import { alignWords, type AlignedPair } from './align-words';
import { parseQuotation, type QuotationPart } from './quotation-parts';
import { rememberByText } from './remembered-by-text';
import { wordIndexOf, type Word, type WordIndex } from './source-words';
import { differencesOf, type Difference } from './quotation-differences';

export interface QuotationVerdict {
  readonly kind: 'verbatim' | 'differs' | 'not-found';
  /** Where it begins in the source; null if nowhere. */
  readonly passage: Passage | null;
  /** In order of the quotation; empty but for 'differs'. */
  readonly differences: readonly Difference[];
}

const notFound: QuotationVerdict = { kind: 'not-found', passage: null, differences: [] };

/** So much of a part's words must stand in the source in order for it to be the same words, changed. */
const leastAgreement = 0.75;

/** Where the words of a quotation stand in a source, and what was changed in them. Case, quotes, dashes and hyphens count for nothing. */
export const findQuotation = rememberByText((text: SourceText, quotation: string): QuotationVerdict => {
  const parts = parseQuotation(quotation);
  if (parts.length === 0) return notFound;
  const index = wordIndexOf(text);
  const found: FoundPart[] = [];
  for (const part of parts) {
    // What is left out was left out between: the next part stands behind this one.
    const place = findPart(index, part, found.at(-1)?.end ?? 0);
    if (!place) return notFound;
    found.push(place);
  }
  const differences = found.flatMap((place) => (place.pairs ? differencesOf(quotation, place.words, place.pairs, text, index) : []));
  const first = found[0];
  const passage = first ? (text.passages[index.passageAt(first.start)] ?? null) : null;
  return { kind: differences.length === 0 ? 'verbatim' : 'differs', passage, differences };
}, (quotation) => quotation);

interface FoundPart {
  /** Positions in the source. */
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** null: word for word. */
  readonly pairs: readonly AlignedPair[] | null;
}

function findPart(index: WordIndex, part: QuotationPart, after: number): FoundPart | undefined {
  const { words } = part;
  const exact = part.hasGaps ? undefined : findExact(index, words, after);
  if (exact !== undefined) return { start: exact, end: exact + words.length, words, pairs: null };
  let best: { readonly place: FoundPart; readonly cost: number } | undefined;
  for (const window of likelyWindows(index, part, after)) {
    const keys: string[] = [];
    for (let position = window.start; position < window.end; position++) keys.push(index.keyAt(position));
    const aligned = alignWords(part.keys, keys);
    if (!aligned || (best && best.cost <= aligned.cost) || !agrees(part, aligned.pairs)) continue;
    const pairs = aligned.pairs.map((pair) => ({ ...pair, theirStart: pair.theirStart + window.start, theirEnd: pair.theirEnd + window.start }));
    best = { place: { start: pairs[0]?.theirStart ?? window.start, end: pairs.at(-1)?.theirEnd ?? window.end, words, pairs }, cost: aligned.cost };
  }
  return best?.place;
}

/** The first place from `after` on where the words stand one after the other. */
function findExact(index: WordIndex, words: readonly Word[], after: number): number | undefined {
  const ids: number[] = [];
  for (const { key } of words) {
    const id = index.idOf(key);
    // Not at all in the source: no need to look.
    if (id === undefined) return undefined;
    ids.push(id);
  }
  let rarest = 0;
  for (const [i, id] of ids.entries()) if (index.positionsOf(id).length < index.positionsOf(ids[rarest] ?? id).length) rarest = i;
  let comparisons = 0;
  for (const position of index.positionsOf(ids[rarest] ?? 0)) {
    const start = position - rarest;
    if (start < after || start + ids.length > index.wordCount) continue;
    let same = 0;
    while (same < ids.length && index.idAt(start + same) === ids[same]) same += 1;
    if (same === ids.length) return start;
    comparisons += same + 1;
    if (comparisons > mostComparisons) return undefined;
  }
  return undefined;
}

/** Only a text that repeats one word without end comes near it. */
const mostComparisons = 5_000_000;

/** Words of a part that are looked up to find its place: the rarest ones. */
const mostAnchors = 24;
const mostAnchorPlaces = 20_000;
const mostWindows = 3;

/** Stretches of the source where many words of the part stand at the distances that they have in it. */
function likelyWindows(index: WordIndex, { keys }: QuotationPart, after: number): readonly { readonly start: number; readonly end: number }[] {
  const anchors = keys
    .flatMap((key, i) => {
      const id = key === null ? undefined : index.idOf(key);
      return id === undefined ? [] : [{ i, positions: index.positionsOf(id) }];
    })
    .sort((a, b) => a.positions.length - b.positions.length || a.i - b.i)
    .slice(0, mostAnchors);
  const width = Math.max(8, Math.ceil(keys.length / 4));
  const votes = new Map<number, number>();
  let places = 0;
  for (const { i, positions } of anchors) {
    places += positions.length;
    if (places > mostAnchorPlaces && votes.size > 0) break;
    for (const position of positions) {
      const bucket = Math.floor((position - i) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  }
  // A place near a bucket's edge may have its votes on both sides.
  const together = (bucket: number): number => (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0);
  return [...votes.keys()]
    .map((bucket) => ({ bucket, count: together(bucket) }))
    .sort((a, b) => b.count - a.count || a.bucket - b.bucket)
    .slice(0, mostWindows)
    .map(({ bucket }) => ({ start: Math.max(after, (bucket - 1) * width), end: Math.min(index.wordCount, (bucket + 3) * width + keys.length) }))
    .filter(({ start, end }) => start < end);
}

/** Enough of our words are there, and not too many of theirs between them. */
function agrees({ keys }: QuotationPart, pairs: readonly AlignedPair[]): boolean {
  const ours = keys.filter((key) => key !== null).length;
  let same = 0;
  let changed = 0;
  for (const pair of pairs) {
    if (pair.isGap) continue;
    if (pair.isSame) same += pair.ourEnd - pair.ourStart;
    else changed += Math.max(pair.ourEnd - pair.ourStart, pair.theirEnd - pair.theirStart);
  }
  const least = ours < 6 ? ours - 1 : Math.ceil(ours * leastAgreement);
  return ours >= 3 && same >= least && changed <= Math.max(1, ours * (1 - leastAgreement) * 1.5);
}

