import { baseValuePattern, basisPattern, forecastPattern, futurePattern, horizonPattern, ruledPattern, scenarioBasisPattern, targetPattern } from '../lint/cues/forecast';
import { newsAttribution } from '../lint/cues/news-attribution';
import { isFigure } from '../text/figures';
import { findCue, findCues, textOffset } from '../lint/find-cues';
import { findNamedAttribution } from '../lint/named-attributions';
import { findNamedSource } from '../lint/named-source';
import { isOwnStatement, presentsOwnResults } from '../lint/own-results';
import { defineRule } from '../lint/rule';
import { apparatusKeys, recommendationKeys, standsIn } from '../lint/sections';
import type { Brief, Sentence } from '../model/brief';
import { coverageOf } from '../model/claims/claims-of';
import { rememberByBrief } from '../model/remember-by-brief';
import { sentencesWhere } from '../model/sentences-where';
import type { SectionKey } from '../profiles/section-keys';
import { sliceOf } from '../text/span';
import type { Quantity } from '../text/quantity';

export const projectionWithoutBasis = defineRule({
  meta: {
    name: 'projection-without-basis',
    group: 'claims',
    title: 'Figure about the future without a basis',
    levels: { unsupported: 'warning', 'no-base-value': 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A figure about the future ("by 2030", "is projected to") with neither a source nor an assumption or method; at the level `no-base-value`, one with a source that does not say where the figure stands today.',
      why: 'Without its basis a projection is a wish, and without today\'s value nobody sees how far it is to go.',
      how: 'Say who projected it and on what assumption, and give the value that it starts from: "15% by 2030, up from 9% in 2024 (Ministry of Finance, 2026)".',
      limits: [
        'Targets that are named as targets are left out, as are recommendations and options.',
        'What a rule sets for later ("the tax credit will rise to EUR 2,000") is no projection, and neither is what holds until a year.',
        'In documents that report their own model or survey, projections of the authors are not judged.',
        'Whether the year lies in the future is told from the date of the brief, else from the latest year that it cites.',
      ],
      authority: 'IPCC guidance on uncertainties, UK Statistics Authority',
      flagged: [{ text: 'Solar power will supply 40% of demand by 2035.' }],
      clean: [{ text: 'Solar power will supply 40% of demand by 2035, up from 12% in 2024 (Energy Agency, 2025).' }],
    },
  },
  *check({ brief, own, profile }) {
    const isOwnWork = presentsOwnResults(brief, own);
    const now = latestPastYear(brief);
    for (const sentence of lookingAhead(brief)) {
      if (!isAssertion(brief, sentence) || isOwnStatement(sentence, own)) continue;
      const figure = findProjectedFigure(sentence, now);
      if (figure === undefined || targetPattern.test(sentence.text) || isRuled(sentence, figure)) continue;
      const isSourced = coverageOf(brief, own, sentence) !== null || findNamedSource(sentence.text) !== undefined || findNamedAttribution(brief, sentence) !== undefined;
      if (isSourced) {
        if (isLevel(sentence) && !hasBaseValue(brief, sentence, figure)) yield { span: figure.span, level: 'no-base-value', message: `"${figure.text}" ${timeOf(sentence)}is given without the value that it starts from` };
        continue;
      }
      if (profile?.mode === 'news' && newsAttribution.test(sentence.text)) continue;
      if (isOwnWork || basisPattern.test(sentence.text) || hasScenarioBasis(brief, sentence)) continue;
      yield { span: figure.span, level: 'unsupported', message: `"${figure.text}" ${timeOf(sentence)}has neither a source nor a basis` };
    }
  },
});

const proposed: ReadonlySet<SectionKey> = new Set([...recommendationKeys, ...apparatusKeys, 'options', 'objectives', 'exam-use', 'proposal', 'proposals', 'implementation', 'next-steps', 'timeline', 'financial']);

const isAssertion = (brief: Brief, sentence: Sentence): boolean =>
  sentence.container !== 'quote' && sentence.container !== 'footnote' && !sentence.isQuestion && !standsIn(brief, sentence.section, proposed);

/** Sentences with a figure that may lie ahead. */
const lookingAhead = sentencesWhere((sentence) => {
  if (sentence.container === 'quote' || sentence.container === 'footnote' || sentence.isQuestion || !sentence.quantities.some(isFigure)) return false;
  if (/^\s*(?:if|suppose|imagine|were|for example|for instance|e\.g\.)\b/i.test(sentence.text)) return false;
  return findCue(sentence, forecastPattern) !== undefined || findCue(sentence, horizonPattern) !== undefined;
});

/** The figure that a forecast is about: after a word of forecasting, or in a sentence whose horizon lies ahead. */
function findProjectedFigure(sentence: Sentence, now: number | null): Quantity | undefined {
  const figures = sentence.quantities.filter(isFigure);
  if (figures.length === 0) return undefined;
  const forecast = findCue(sentence, forecastPattern);
  if (forecast !== undefined) return hasPastTense(sentence) && !/project|forecast|expect|predict/i.test(forecast.text) ? undefined : figures.find((figure) => figure.span.start > forecast.span.start);
  if (hasPastTense(sentence)) return undefined;
  const speaksOfFuture = findCue(sentence, futurePattern) !== undefined;
  const horizon = [...findCues(sentence, horizonPattern)].find((cue) => speaksOfFuture || (now !== null && Number(cue.groups[0]) > now));
  return horizon === undefined ? undefined : figures[0];
}

/** "The fine will rise to EUR 500". */
const isRuled = (sentence: Sentence, figure: Quantity): boolean => {
  const index = textOffset(sentence, figure.span.start);
  return ruledPattern.test(sentence.text.slice(Math.max(0, index - 140), index));
};

/** "By 2030, ministers agreed …" tells of the past, "had risen to 5% by 2019" too. */
const hasPastTense = (sentence: Sentence): boolean => /\b(?:was|were|had|did|rose|fell|grew|reached|agreed|announced|approved|adopted|passed|set|increased|decreased|declined|dropped|stood|signed|established|introduced)\b/i.test(sentence.text);

/** Shares and amounts have a value today; growth does not need one. */
const isLevel = (sentence: Sentence): boolean => /\b(?:account(?:s|ing)? for|amount(?:s|ing)? to|contribut(?:e|es|ing)|exceed(?:s|ing)?|make(?:s)? up|reach(?:es|ing)?|(?:rise|grow|fall|climb|drop|increase|decrease)(?:s|ing)? to|stand(?:s)? at|suppl(?:y|ies)|surpass|total|be worth|at)\b/i.test(sentence.text);

function hasBaseValue(brief: Brief, sentence: Sentence, figure: Quantity): boolean {
  if (baseValuePattern.test(sentence.text)) return true;
  const paragraph = brief.sentences.slice(Math.max(0, sentence.index - 1), sentence.index + 2).filter((other) => other.block === sentence.block);
  return paragraph.flatMap((other) => other.quantities).some((other) => other !== figure && other.dimension === figure.dimension && isFigure(other));
}

const hasScenarioBasis = (brief: Brief, sentence: Sentence): boolean => scenariosWithBasis(brief).has(sentence.section);

const scenariosWithBasis = rememberByBrief((brief) => {
  const scenarios = brief.sections.filter(({ inheritedKeys, bodySpan }) => inheritedKeys.includes('scenarios') && scenarioBasisPattern.test(sliceOf(brief.text, bodySpan)));
  return new Set(scenarios.map(({ index }) => index));
});

const timeOf = (sentence: Sentence): string => {
  const horizon = findCue(sentence, horizonPattern)?.text;
  return horizon === undefined ? '' : `${horizon.charAt(0).toLowerCase()}${horizon.slice(1)} `;
};

/** The year that the brief speaks from: its date, else the latest year that it cites. */
function latestPastYear(brief: Brief): number | null {
  if (brief.metadata.date !== null) return Number(brief.metadata.date.value.slice(0, 4));
  const years = brief.citations.flatMap((citation) => citation.works.flatMap((work) => (/^20\d{2}/.test(work.year ?? '') ? [Number(work.year?.slice(0, 4))] : [])));
  return years.length === 0 ? null : Math.max(...years);
}
