/**
 * A second reader's labels beside what brieflint finds. Places are brieflint's own, facts overrule labels, and no label changes a finding: what
 * differs is shown to the author, who decides.
 */
import { shorten } from '../../lint/message-words';
import { findReviewFacts, type FactsInput, type ReviewFacts } from './review-facts';
import type { ReviewLabel, Verdict } from './review-label';
import type { ReviewSentence } from './review-parts';

export type ReviewOutcome =
  /** Both ask for a source, or neither does. */
  | 'agree'
  | 'only-reader-asks'
  | 'only-brieflint-asks'
  /** What stands in the brief speaks against the label. */
  | 'contradicted';

export const reviewOutcomes: readonly ReviewOutcome[] = ['only-reader-asks', 'only-brieflint-asks', 'contradicted', 'agree'];

export interface ReviewNote {
  readonly sentence: ReviewSentence;
  readonly outcome: ReviewOutcome;
  readonly label: ReviewLabel;
  /** The reader's, in its own words; may be empty. */
  readonly reason: string;
  /** What speaks against the label; null unless it is contradicted. */
  readonly fact: string | null;
  /** The rule that asks for a source here. */
  readonly rule: string | null;
}

/** A note for each sentence that was labelled, in order. */
export const compareReview = (input: FactsInput, sentences: readonly ReviewSentence[], verdictOf: (sentence: ReviewSentence) => Verdict | undefined): readonly ReviewNote[] => {
  const facts = findReviewFacts(input);
  return sentences.flatMap((sentence) => {
    const verdict = verdictOf(sentence);
    const known = facts[sentence.index];
    if (verdict === undefined || known === undefined) return [];
    const fact = findContradiction(verdict.label, known);
    return [{ sentence, outcome: fact === null ? outcomeOf(verdict.label, known) : 'contradicted', ...verdict, fact, rule: known.rule }];
  });
};

const outcomeOf = (label: ReviewLabel, { rule }: ReviewFacts): ReviewOutcome => {
  if (label === 'N') return rule === null ? 'only-reader-asks' : 'agree';
  return rule === null ? 'agree' : 'only-brieflint-asks';
};

const findContradiction = (label: ReviewLabel, { source, isUncertain, ownership, named, setAside, rule }: ReviewFacts): string | null => {
  switch (label) {
    case 'N':
      // Where brieflint itself asks, it does not trust the citation nearby either.
      if (rule !== null) return null;
      if (source !== null) return isUncertain ? `as brieflint reads it, ${source}` : source;
      if (ownership !== null) return ownership;
      return setAside === null ? null : `the author has set the question aside: "${shorten(setAside)}"`;
    case 'S':
      return source === null && named === null ? 'no citation stands in it or covers it' : null;
    case 'O':
    case 'A':
      // Either way nothing is owed; whose a sentence with a citation is, readers may see as they like.
      return null;
  }
};
