import type { Brief } from '../model/brief';
import type { Coverage, CoverageReason } from '../model/claims/cover';
import { shorten } from '../lint/message-words';
import { sliceOf } from '../text/span';

/** How near the source stands: in the sentence, in the sentences around it, or further off. */
export type CoverageReach = 'cited' | 'nearby' | 'wider';

export const reachOf = (reason: CoverageReason): CoverageReach => {
  switch (reason) {
    case 'sentence':
      return 'cited';
    case 'carried-on':
    case 'anaphora':
    case 'paragraph-end':
    case 'later-in-paragraph':
    case 'evidence-follows':
      return 'nearby';
    case 'lead-in':
    case 'heading':
    case 'table':
    case 'source-line':
    case 'instrument':
      return 'wider';
  }
};

/** "covered by (Harbour Office, 2025): closes the paragraph". */
export const coverageWords = (brief: Brief, coverage: Coverage): string => `covered by ${sourceWords(brief, coverage)}: ${reasonWords[coverage.reason]}`;

const reasonWords: Readonly<Record<CoverageReason, string>> = {
  sentence: 'stands in this sentence',
  'carried-on': 'stands in the sentence that this one goes on from',
  anaphora: 'stands before this sentence, which speaks of the same thing',
  'paragraph-end': 'closes the paragraph',
  'later-in-paragraph': 'stands later in the paragraph',
  'evidence-follows': 'stands with the evidence that follows at once',
  'lead-in': 'stands in the line that leads to this list',
  heading: 'stands in the heading of this list',
  table: 'stands in the table',
  'source-line': 'is the source line of this part',
  instrument: 'stands where the law or document that this is about comes first',
};

/** The citation as written; of a link its words, for its address would hide them. A source in another form is quoted. */
const sourceWords = ({ text }: Brief, { citation, place }: Coverage): string => {
  if (citation === null) return `"${shorten(sliceOf(text, place))}"`;
  if (citation.style !== 'link') return shorten(sliceOf(text, citation.span), 80);
  const [work] = citation.works;
  const words = (work?.title ?? work?.author ?? '').trim();
  return words === '' ? 'a link' : `the link "${shorten(words)}"`;
};
