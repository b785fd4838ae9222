/** The only list of rules, by name. */
import type { Rule } from '../lint/rule';
import { acronymDefinedTwice } from './acronym-defined-twice';
import { acronymExpandedAgain } from './acronym-expanded-again';
import { acronymUndefined } from './acronym-undefined';
import { acronymUnused } from './acronym-unused';
import { ambiguousAuthorYear } from './ambiguous-author-year';
import { arithmeticMismatch } from './arithmetic-mismatch';
import { badSetting } from './bad-setting';
import { bareUrlSource } from './bare-url-source';
import { bibliographyUnreadable } from './bibliography-unreadable';
import { changeWithoutBaseline } from './change-without-baseline';
import { citationKeyUndefined } from './citation-key-undefined';
import { citationWithoutReference } from './citation-without-reference';
import { citationYearInFuture } from './citation-year-in-future';
import { conflictingSources } from './conflicting-sources';
import { countMismatch } from './count-mismatch';
import { currencyAmbiguous } from './currency-ambiguous';
import { currencyMismatch } from './currency-mismatch';
import { dateMismatch } from './date-mismatch';
import { disclosureMissing } from './disclosure-missing';
import { duplicateHeading } from './duplicate-heading';
import { duplicateReference } from './duplicate-reference';
import { emptySection } from './empty-section';
import { expiredSuppression } from './expired-suppression';
import { faqAnswerWithoutQuestion } from './faq-answer-without-question';
import { figureDiffersAcrossBriefs } from './figure-differs-across-briefs';
import { figureNotInSource } from './figure-not-in-source';
import { figureWithoutYear } from './figure-without-year';
import { footnoteUndefined } from './footnote-undefined';
import { footnoteUnused } from './footnote-unused';
import { impossibleValue } from './impossible-value';
import { incompleteAttribution } from './incomplete-attribution';
import { incompleteReference } from './incomplete-reference';
import { inconsistentFigure } from './inconsistent-figure';
import { instrumentYearNotCitation } from './instrument-year-not-citation';
import { lateRecommendation } from './late-recommendation';
import { lengthOutOfRange } from './length-out-of-range';
import { malformedCitation } from './malformed-citation';
import { missingMetadata } from './missing-metadata';
import { missingReferenceList } from './missing-reference-list';
import { missingRequiredSection } from './missing-required-section';
import { newerEditionAvailable } from './newer-edition-available';
import { numberFormat } from './number-format';
import { numberScaleMixed } from './number-scale-mixed';
import { numberedReferenceOutOfRange } from './numbered-reference-out-of-range';
import { optionIncomplete } from './option-incomplete';
import { orphanSourceLine } from './orphan-source-line';
import { ownAnalysisWithoutMethod } from './own-analysis-without-method';
import { percentVsPercentagePoint } from './percent-vs-percentage-point';
import { placeholderLeftIn } from './placeholder-left-in';
import { priceBasisMissing } from './price-basis-missing';
import { projectionWithoutBasis } from './projection-without-basis';
import { pseudoHeading } from './pseudo-heading';
import { puffery } from './puffery';
import { quotationNotInSource } from './quotation-not-in-source';
import { rankMismatch } from './rank-mismatch';
import { recommendationUnlinked } from './recommendation-unlinked';
import { recommendationWithoutActor } from './recommendation-without-actor';
import { recommendationWithoutCost } from './recommendation-without-cost';
import { recommendationWithoutDeadline } from './recommendation-without-deadline';
import { referenceYearMismatch } from './reference-year-mismatch';
import { relativeDate } from './relative-date';
import { scaleMismatch } from './scale-mismatch';
import { scenarioProbabilities } from './scenario-probabilities';
import { sectionOrder } from './section-order';
import { sharesDoNotSum } from './shares-do-not-sum';
import { sourceNamedTwoWays } from './source-named-two-ways';
import { staleSource } from './stale-source';
import { statusQuoOptionMissing } from './status-quo-option-missing';
import { summaryClaimNotInBody } from './summary-claim-not-in-body';
import { summaryFigureNotInBody } from './summary-figure-not-in-body';
import { summaryHardToRead } from './summary-hard-to-read';
import { summaryWithoutRecommendation } from './summary-without-recommendation';
import { suppressionWithoutReason } from './suppression-without-reason';
import { tableNotReferenced } from './table-not-referenced';
import { tableUnitOrYearMissing } from './table-unit-or-year-missing';
import { tableWithoutSource } from './table-without-source';
import { tableWithoutTitle } from './table-without-title';
import { totalMismatch } from './total-mismatch';
import { unattributedQuotation } from './unattributed-quotation';
import { uncitedReference } from './uncited-reference';
import { unitMismatch } from './unit-mismatch';
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
import { vagueRecommendation } from './vague-recommendation';

export const rules: readonly Rule[] = [
  acronymDefinedTwice,
  acronymExpandedAgain,
  acronymUndefined,
  acronymUnused,
  ambiguousAuthorYear,
  arithmeticMismatch,
  badSetting,
  bareUrlSource,
  bibliographyUnreadable,
  changeWithoutBaseline,
  citationKeyUndefined,
  citationWithoutReference,
  citationYearInFuture,
  conflictingSources,
  countMismatch,
  currencyAmbiguous,
  currencyMismatch,
  dateMismatch,
  disclosureMissing,
  duplicateHeading,
  duplicateReference,
  emptySection,
  expiredSuppression,
  faqAnswerWithoutQuestion,
  figureDiffersAcrossBriefs,
  figureNotInSource,
  figureWithoutYear,
  footnoteUndefined,
  footnoteUnused,
  impossibleValue,
  incompleteAttribution,
  incompleteReference,
  inconsistentFigure,
  instrumentYearNotCitation,
  lateRecommendation,
  lengthOutOfRange,
  malformedCitation,
  missingMetadata,
  missingReferenceList,
  missingRequiredSection,
  newerEditionAvailable,
  numberFormat,
  numberScaleMixed,
  numberedReferenceOutOfRange,
  optionIncomplete,
  orphanSourceLine,
  ownAnalysisWithoutMethod,
  percentVsPercentagePoint,
  placeholderLeftIn,
  priceBasisMissing,
  projectionWithoutBasis,
  pseudoHeading,
  puffery,
  quotationNotInSource,
  rankMismatch,
  recommendationUnlinked,
  recommendationWithoutActor,
  recommendationWithoutCost,
  recommendationWithoutDeadline,
  referenceYearMismatch,
  relativeDate,
  scaleMismatch,
  scenarioProbabilities,
  sectionOrder,
  sharesDoNotSum,
  sourceNamedTwoWays,
  staleSource,
  statusQuoOptionMissing,
  summaryClaimNotInBody,
  summaryFigureNotInBody,
  summaryHardToRead,
  summaryWithoutRecommendation,
  suppressionWithoutReason,
  tableNotReferenced,
  tableUnitOrYearMissing,
  tableWithoutSource,
  tableWithoutTitle,
  totalMismatch,
  unattributedQuotation,
  uncitedReference,
  unitMismatch,
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
  vagueRecommendation,
];

export const ruleNames: readonly string[] = rules.map(({ meta }) => meta.name);

export const findRule = (name: string): Rule | undefined => rules.find(({ meta }) => meta.name === name);
