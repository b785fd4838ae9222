import type { Quotation, Sentence } from '../brief';
import { isFigure } from '../../text/figures';
import type { Quantity } from '../../text/quantity';
import { spanOf, type Span } from '../../text/span';
import { claimCues } from './cues';

/** The words of the `evidence` contract. */
export type ClaimKind = 'statistic' | 'magnitude' | 'comparison' | 'trend' | 'history' | 'law' | 'official-action' | 'cause' | 'condition' | 'generalisation' | 'view' | 'quotation' | 'forecast';

/** Words that show a kind of claim, and where they stand. */
export interface ClaimCue {
  readonly kind: ClaimKind;
  readonly text: string;
  readonly span: Span;
}

const kindsByCue: Readonly<Record<string, ClaimKind>> = {
  trend: 'trend',
  history: 'history',
  law: 'law',
  'official-action': 'official-action',
  intent: 'official-action',
  cause: 'cause',
  comparison: 'comparison',
  magnitude: 'magnitude',
  generalisation: 'generalisation',
  view: 'view',
  forecast: 'forecast',
  condition: 'condition',
  'obligation of others': 'law',
};

/** The more a kind pins a sentence down, the earlier it comes: the first names the finding. */
const byForce: readonly ClaimKind[] = ['quotation', 'statistic', 'forecast', 'history', 'trend', 'law', 'comparison', 'generalisation', 'official-action', 'cause', 'view', 'magnitude', 'condition'];

/** The kinds of claim that a sentence makes, the one that pins it down most first. `counts` has how often each class of cue occurs. */
export function findKinds(sentence: Sentence, counts: Readonly<Record<string, number>>): readonly ClaimKind[] {
  const kinds = new Set<ClaimKind>();
  if (sentence.quotations.some(isQuotation)) kinds.add('quotation');
  if (sentence.quantities.some(isStatistic)) kinds.add('statistic');
  for (const [name, kind] of Object.entries(kindsByCue)) if (counts[name] !== undefined) kinds.add(kind);
  return byForce.filter((kind) => kinds.has(kind));
}

/** The words that show a kind of claim, in order. Slower than finding the kinds: for those that are shown. */
export function findClaimCues(sentence: Sentence, kind: ClaimKind): readonly ClaimCue[] {
  if (kind === 'quotation') return sentence.quotations.filter(isQuotation).map(({ text, span }) => ({ kind, text, span }));
  if (kind === 'statistic') return sentence.quantities.filter(isStatistic).map(({ text, span }) => ({ kind, text, span }));
  const cues: ClaimCue[] = [];
  for (const { name, pattern } of claimCues) {
    if (kindsByCue[name] !== kind) continue;
    for (const match of sentence.text.matchAll(pattern)) cues.push({ kind, text: match[0].trim(), span: sourceSpan(sentence, match.index, match[0]) });
  }
  return cues.sort((a, b) => a.span.start - b.span.start);
}

const isQuotation = (quotation: Quotation): boolean => quotation.mark === 'double' && sixWords.test(quotation.text);

/** Looks no further, for each sentence of a long block asks for it. */
const sixWords = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}]+[^\p{L}\p{N}]+){5}[\p{L}\p{N}]/u;

/**
 * What the model takes for a statistic: a figure, but no index and no physical measure, and a count only with its scale in words ("2.4 million"). What it was trained
 * on stays as it was; rules look at all figures.
 */
const isStatistic = (quantity: Quantity): boolean => {
  const { form, scale } = quantity;
  if (form === 'index' || form === 'measure') return false;
  return isFigure(quantity) && (scale > 1 || (form !== 'count' && form !== 'number'));
};

const sourceSpan = (sentence: Sentence, index: number, words: string): Span => {
  const length = words.trimEnd().length;
  return spanOf(sentence.toSource(index), sentence.toSource(index + Math.max(1, length) - 1) + 1);
};
