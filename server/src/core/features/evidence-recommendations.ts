import type { Span } from '../text/span';
import type { Brief } from '../model/brief';
import { citationFinder, type EvidenceCitation } from './evidence-citations';
import { recommendationMatrix } from './recommendation-matrix';

/** What is not said is null. */
export interface EvidenceRecommendation extends Span {
  readonly who: string | null;
  readonly what: string;
  readonly byWhen: string | null;
  readonly cost: string | null;
  /** How one will see that it was done. */
  readonly measure: string | null;
  /** Citations in its own words, by index; null where there are none. */
  readonly restsOn: readonly number[] | null;
  /** Places of the analysis that speak of the same, at most three, in order of the text. */
  readonly carriedBy: readonly EvidenceCarryingPlace[];
}

export interface EvidenceCarryingPlace extends Span {
  readonly text: string;
  /** Its heading; null before the first. */
  readonly section: string | null;
  /** What it has in common with the recommendation, as written there. */
  readonly words: readonly string[];
}

export const recommendationLedger = (brief: Brief, citations: readonly EvidenceCitation[]): readonly EvidenceRecommendation[] => {
  const findCitations = citationFinder(citations);
  return recommendationMatrix(brief).map(({ span, reach, who, what, byWhen, cost, measure, carriedBy }) => {
    const restsOn = findCitations(reach);
    return {
      start: span.start,
      end: span.end,
      who,
      what,
      byWhen,
      cost,
      measure,
      restsOn: restsOn.length === 0 ? null : restsOn,
      carriedBy: carriedBy.map((place) => ({
        start: place.span.start,
        end: place.span.end,
        text: place.text.replace(/\s+/g, ' ').trim(),
        section: brief.sections[place.section]?.heading?.text ?? null,
        words: place.words,
      })),
    };
  });
};
