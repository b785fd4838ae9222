/** What it is to be covered: the answer that a citation gives for a sentence. Which one does, coverage.ts says. */
import type { Citation } from '../../text/citation';
import type { Span } from '../../text/span';
import type { Sentence, SourceLineBlock } from '../brief';

/** Why a citation answers for a sentence. */
export type CoverageReason = 'sentence' | 'carried-on' | 'paragraph-end' | 'later-in-paragraph' | 'source-line' | 'evidence-follows' | 'lead-in' | 'heading' | 'anaphora' | 'instrument' | 'table';

export interface Coverage {
  readonly reason: CoverageReason;
  /** The sentence that shows the citation; null for a source line, a heading and a table's own citation. */
  readonly sentence: number | null;
  /** The first one there; null where the source is named in a form that is no citation. */
  readonly citation: Citation | null;
  /** The sentence, line or heading that shows the source. */
  readonly place: Span;
}

/** What a sentence shows answers for others too. */
export const coverOfSentence = (reason: CoverageReason, { index, span, citations }: Sentence): Coverage => ({ reason, sentence: index, citation: citations[0] ?? null, place: span });

export const coverOfLine = ({ citations, span }: SourceLineBlock): Coverage => ({ reason: 'source-line', sentence: null, citation: citations[0] ?? null, place: span });
