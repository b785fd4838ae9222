/** The only list of rules, by name. */
import type { Rule } from '../lint/rule';
import { acronymUndefined } from './acronym-undefined';
import { ambiguousAuthorYear } from './ambiguous-author-year';
import { badSetting } from './bad-setting';
import { bareUrlSource } from './bare-url-source';
import { bibliographyUnreadable } from './bibliography-unreadable';
import { citationKeyUndefined } from './citation-key-undefined';
import { citationWithoutReference } from './citation-without-reference';
import { citationYearInFuture } from './citation-year-in-future';
import { conflictingSources } from './conflicting-sources';
import { currencyAmbiguous } from './currency-ambiguous';
import { duplicateHeading } from './duplicate-heading';
import { duplicateReference } from './duplicate-reference';
import { emptySection } from './empty-section';
import { expiredSuppression } from './expired-suppression';
import { faqAnswerWithoutQuestion } from './faq-answer-without-question';
import { figureNotInSource } from './figure-not-in-source';
import { footnoteUndefined } from './footnote-undefined';
import { footnoteUnused } from './footnote-unused';
import { incompleteReference } from './incomplete-reference';
import { instrumentYearNotCitation } from './instrument-year-not-citation';
import { lengthOutOfRange } from './length-out-of-range';
import { malformedCitation } from './malformed-citation';
import { missingMetadata } from './missing-metadata';
import { missingReferenceList } from './missing-reference-list';
import { missingRequiredSection } from './missing-required-section';
import { newerEditionAvailable } from './newer-edition-available';
import { numberedReferenceOutOfRange } from './numbered-reference-out-of-range';
import { orphanSourceLine } from './orphan-source-line';
import { percentVsPercentagePoint } from './percent-vs-percentage-point';
import { placeholderLeftIn } from './placeholder-left-in';
import { projectionWithoutBasis } from './projection-without-basis';
import { pseudoHeading } from './pseudo-heading';
import { quotationNotInSource } from './quotation-not-in-source';
import { recommendationWithoutActor } from './recommendation-without-actor';
import { recommendationWithoutCost } from './recommendation-without-cost';
import { recommendationWithoutDeadline } from './recommendation-without-deadline';
import { referenceYearMismatch } from './reference-year-mismatch';
import { relativeDate } from './relative-date';
import { scenarioProbabilities } from './scenario-probabilities';
import { sectionOrder } from './section-order';
import { sharesDoNotSum } from './shares-do-not-sum';
import { sourceNamedTwoWays } from './source-named-two-ways';
import { staleSource } from './stale-source';
import { summaryFigureNotInBody } from './summary-figure-not-in-body';
import { suppressionWithoutReason } from './suppression-without-reason';
import { tableUnitOrYearMissing } from './table-unit-or-year-missing';
import { tableWithoutSource } from './table-without-source';
import { tableWithoutTitle } from './table-without-title';
import { unattributedQuotation } from './unattributed-quotation';
import { uncitedReference } from './uncited-reference';
import { unnamedComparator } from './unnamed-comparator';
import { unsourcedCausalClaim } from './unsourced-causal-claim';
import { unsourcedComparison } from './unsourced-comparison';
import { unsourcedCondition } from './unsourced-condition';
import { unsourcedLegalClaim } from './unsourced-legal-claim';
import { unsourcedMagnitude } from './unsourced-magnitude';
import { unsourcedOfficialAction } from './unsourced-official-action';
import { unsourcedStatistic } from './unsourced-statistic';
import { unsourcedTrend } from './unsourced-trend';
import { unusedSuppression } from './unused-suppression';
import { vagueAttribution } from './vague-attribution';

export const rules: readonly Rule[] = [
  acronymUndefined,
  ambiguousAuthorYear,
  badSetting,
  bareUrlSource,
  bibliographyUnreadable,
  citationKeyUndefined,
  citationWithoutReference,
  citationYearInFuture,
  conflictingSources,
  currencyAmbiguous,
  duplicateHeading,
  duplicateReference,
  emptySection,
  expiredSuppression,
  faqAnswerWithoutQuestion,
  figureNotInSource,
  footnoteUndefined,
  footnoteUnused,
  incompleteReference,
  instrumentYearNotCitation,
  lengthOutOfRange,
  malformedCitation,
  missingMetadata,
  missingReferenceList,
  missingRequiredSection,
  newerEditionAvailable,
  numberedReferenceOutOfRange,
  orphanSourceLine,
  percentVsPercentagePoint,
  placeholderLeftIn,
  projectionWithoutBasis,
  pseudoHeading,
  quotationNotInSource,
  recommendationWithoutActor,
  recommendationWithoutCost,
  recommendationWithoutDeadline,
  referenceYearMismatch,
  relativeDate,
  scenarioProbabilities,
  sectionOrder,
  sharesDoNotSum,
  sourceNamedTwoWays,
  staleSource,
  summaryFigureNotInBody,
  suppressionWithoutReason,
  tableUnitOrYearMissing,
  tableWithoutSource,
  tableWithoutTitle,
  unattributedQuotation,
  uncitedReference,
  unnamedComparator,
  unsourcedCausalClaim,
  unsourcedComparison,
  unsourcedCondition,
  unsourcedLegalClaim,
  unsourcedMagnitude,
  unsourcedOfficialAction,
  unsourcedStatistic,
  unsourcedTrend,
  unusedSuppression,
  vagueAttribution,
];

export const ruleNames: readonly string[] = rules.map(({ meta }) => meta.name);

export const findRule = (name: string): Rule | undefined => rules.find(({ meta }) => meta.name === name);
