/** What is shown in the text on demand: sentences with what covers them, and those that nothing covers though somebody asks. */
import type { ClaimSection } from './claim-list';
import type { CoverageReach } from './coverage-words';
import type { Span } from '../text/span';

export interface CoveredSentence {
  readonly span: Span;
  readonly kind: CoverageReach | 'open';
  /** Plain words, one sentence. */
  readonly words: string;
}

export const listCoverage = (sections: readonly ClaimSection[]): readonly CoveredSentence[] =>
  sections
    .flatMap(({ claims }) => claims)
    .flatMap(({ span, state, reach, answer, asked }): CoveredSentence[] => {
      if (asked !== null) return state === 'open' ? [{ span, kind: 'open', words: asked.message }] : [];
      if (reach === null || answer === null) return [];
      return [{ span, kind: reach, words: capitalized(answer) }];
    });

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
