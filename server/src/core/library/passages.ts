import type { Quotation, Sentence } from '../model/brief';
import { createSpanIndex } from '../text/span-index';
import { findFigure } from './find-figure';
import { findQuotation } from './find-quotation';
import type { Passage, SourceText } from './source-text';
import { bestPassages, topicWords, weighTopic } from './word-overlap';

/** What a hover shows of a source: the passages behind a sentence. */
export interface PassageHit {
  readonly passage: Passage;
  /** The words of the sentence that led to it: a figure or quotation as written; null where only the topic is the same. */
  readonly reason: string | null;
}

const mostShown = 3;
/** Below this share of its words a passage has another topic. */
const leastTopic = 0.35;

/** Passages with the sentence's quotation or figures, best first; without any, those that share its rare words. At most three. */
export const passagesFor = (text: SourceText, sentence: Sentence): readonly PassageHit[] => {
  const words = topicOf(sentence);
  const hits: PassageHit[] = [];
  const add = (passage: Passage | null | undefined, reason: string | null): void => {
    if (passage && hits.length < mostShown && !hits.some((hit) => hit.passage === passage)) hits.push({ passage, reason });
  };
  for (const quotation of sentence.quotations.filter(isQuoted)) add(findQuotation(text, quotation.text).passage, quotation.text);
  const verdicts = figuresOf(sentence).map((quantity) => ({ quantity, verdict: findFigure(text, quantity, words) }));
  const borneOut = verdicts.filter(({ verdict }) => verdict.kind === 'found' || verdict.kind === 'rounded');
  // One passage for each figure before a second one for any.
  for (const { quantity, verdict } of borneOut) add(verdict.passages[0], quantity.text);
  for (const { quantity, verdict } of borneOut) for (const passage of verdict.passages.slice(1)) add(passage, quantity.text);
  if (hits.length > 0) return hits;
  for (const { passage, coverage } of bestPassages(text, weighTopic(text, words), mostShown)) if (coverage >= leastTopic) add(text.passages[passage], null);
  return hits;
};

/** Fewer words are a term, not somebody's words. */
const isQuoted = (quotation: Quotation): boolean => quotation.text.split(/\s+/).length >= 4;

/** Not the years and numbers of citations. */
const figuresOf = (sentence: Sentence): Sentence['quantities'] => {
  const places = createSpanIndex(sentence.citations);
  return sentence.quantities.filter(({ form, span }) => form !== 'year' && form !== 'date' && form !== 'ordinal' && !places.contains(span));
};

/** What a sentence is about: its words without those of its citations, figures' units and marks. */
export const topicOf = (sentence: Sentence): ReadonlySet<string> => topicWords(withoutCitations(sentence));

/** A space for each character of a citation; `sentence.text` keeps its length. */
export const withoutCitations = ({ text, citations, toSource }: Sentence): string => {
  if (citations.length === 0) return text;
  const places = createSpanIndex(citations);
  const units = Array.from({ length: text.length }, (_, i) => {
    const at = toSource(i);
    return places.meets({ start: at, end: at + 1 }) ? ' ' : (text[i] ?? '');
  });
  return units.join('');
};
