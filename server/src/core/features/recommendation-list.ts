/** What a list of a brief's recommendations shows: each with its parts, what is asked about those that it lacks, and where it comes from. */
import type { Finding } from '../lint/rule';
import type { Brief } from '../model/brief';
import { citationsByPlace } from '../model/by-place';
import { sliceOf, spanOf, type Span } from '../text/span';
import { recommendationMatrix, type RecommendationRow } from './recommendation-matrix';

export type RecommendationPartKind = 'who' | 'by-when' | 'cost' | 'measure';

export interface RecommendationPart {
  readonly kind: RecommendationPartKind;
  /** null: nothing says it. */
  readonly text: string | null;
  /** Where it is said; of what is not said, and of what stands in other words, the recommendation. */
  readonly span: Span;
  /** What a rule says of its lack; null where none asks. */
  readonly asked: string | null;
  /** That rule has a fix. */
  readonly isFixable: boolean;
}

export interface RecommendationSource {
  readonly span: Span;
  readonly text: string;
  /** The heading that it stands under; null for citations, and before the first heading. */
  readonly section: string | null;
  /** What it has in common with the recommendation; empty for citations. */
  readonly words: readonly string[];
}

export interface ListedRecommendation {
  readonly span: Span;
  readonly what: string;
  readonly parts: readonly RecommendationPart[];
  /** Citations in its own words. */
  readonly restsOn: readonly RecommendationSource[];
  /** Places of the analysis. */
  readonly carriedBy: readonly RecommendationSource[];
}

export const listRecommendations = (brief: Brief, findings: readonly Finding[]): readonly ListedRecommendation[] => {
  const asked = new Map(findings.filter(({ rule }) => rule.startsWith('recommendation-')).map((finding) => [`${finding.rule} ${String(finding.span.start)}`, finding] as const));
  return recommendationMatrix(brief).map((row) => ({
    span: row.span,
    what: row.what,
    parts: partsOf(row).map(([kind, text, rule]) => {
      const finding = text === null ? asked.get(`${rule ?? ''} ${String(row.span.start)}`) : undefined;
      return { kind, text, span: placeIn(brief, row, text), asked: finding?.message ?? null, isFixable: (finding?.fixes ?? []).length > 0 };
    }),
    restsOn: citationsByPlace(brief)
      .overlapping(row.reach)
      .map(({ span }) => ({ span, text: oneLine(sliceOf(brief.text, span)), section: null, words: [] })),
    carriedBy: row.carriedBy.map(({ span, section, text, words }) => ({ span, text: oneLine(text), section: brief.sections[section]?.heading?.text ?? null, words })),
  }));
};

const partsOf = ({ who, byWhen, cost, measure }: RecommendationRow): readonly (readonly [RecommendationPartKind, string | null, string | null])[] => [
  ['who', who, 'recommendation-without-actor'],
  ['by-when', byWhen, 'recommendation-without-deadline'],
  ['cost', cost, 'recommendation-without-cost'],
  ['measure', measure, null],
];

const placeIn = (brief: Brief, { span, reach }: RecommendationRow, text: string | null): Span => {
  const at = text === null ? -1 : sliceOf(brief.text, reach).indexOf(text);
  return text === null || at < 0 ? span : spanOf(reach.start + at, reach.start + at + text.length);
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
