import { forecastPattern, targetPattern } from '../lint/cues/forecast';
import { newsAttribution } from '../lint/cues/news-attribution';
import { vaguePhrasePattern, vagueSubjectPattern } from '../lint/cues/reporting';
import { endOfStatement } from '../lint/end-of-statement';
import { isFigure } from '../text/figures';
import { findCue, textOffset } from '../lint/find-cues';
import { isImperative } from '../lint/imperatives';
import { findNamedSource } from '../lint/named-source';
import { isOwnStatement, isPlainlyOwn, presentsOwnResults } from '../lint/own-results';
import { findPlaceholders } from '../lint/placeholders';
import { defineRule } from '../lint/rule';
import { apparatusKeys, backgroundKeys, proposalKeys, standsIn, summaryKeys } from '../lint/sections';
import { claimLevels } from '../lint/unsourced-claims';
import type { Brief, Sentence } from '../model/brief';
import { claimsOf } from '../model/claims/claims-of';
import { rememberByBrief } from '../model/remember-by-brief';
import { isSameRun } from '../model/runs';
import type { SectionKey } from '../profiles/section-keys';
import { containsSpan } from '../text/span';
import type { Quantity } from '../text/quantity';

export const unsourcedStatistic = defineRule({
  meta: {
    name: 'unsourced-statistic',
    group: 'claims',
    title: 'Statistic without a source',
    levels: claimLevels,
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A share, a sum of money, a multiple or a large count that is stated as a fact about the world, with no source in the sentence and none that plainly covers it.',
      why: '"Says who?" is the first question to a figure, and a figure without an answer is the first to be struck out.',
      how: 'Add the source: "(Bureau of Statistics, 2024)", a footnote, a link, or "according to …". Say "we estimate" where the figure is your own.',
      limits: [
        'A citation later in the paragraph counts for the sentences before it.',
        'A figure in a sentence that reads as the author\'s own finding, a derivation or a definition is shown as a hint.',
        'In a document that reports its own results hardly any figure is reported: only its background sections are read.',
        'A figure of three digits or more that stands in a table or in a sentence with a source as well is left out, and so are sentences that go on about a table of the brief.',
        'Recommendations, options, scenarios, targets, conditions, examples and figures of a proposal are left out.',
        'Summaries are left out: their figures are looked for in the body by summary-figure-not-in-body.',
      ],
      authority: 'OECD Style Guide; Wikipedia on verifiability; House of Commons Library: "Says who?"',
      flagged: [{ text: 'Rent takes 52% of the income of young families.' }],
      clean: [{ text: 'Rent takes 52% of the income of young families (Bureau of Statistics, 2024).' }],
    },
  },
  *check({ brief, own, profile }) {
    const isReport = presentsOwnResults(brief, own);
    const restated = sourcedFigures(brief);
    // Paragraphs in which somebody says "we".
    const voiced = new Set(isReport ? brief.sentences.filter((sentence) => isOwnStatement(sentence, own)).map(({ block }) => block) : []);
    for (const claim of claimsOf(brief, own)) {
      const sentence = brief.sentences[claim.sentence];
      if (sentence === undefined || claim.coverage !== null) continue;
      const figure = findStatistic(sentence, restated);
      if (figure === undefined || !isFactual(brief, sentence, figure) || isPlainlyOwn(sentence, own) || (isReport && isOwnStatement(sentence, own))) continue;
      if (isReport && !(standsIn(brief, sentence.section, backgroundKeys) && !voiced.has(sentence.block))) continue;
      if (findNamedSource(sentence.text) !== undefined) continue;
      // A source that is still to be filled in is reported as what it is: a placeholder.
      if (findPlaceholders(sentence.text).length > 0) continue;
      if (profile?.mode === 'news' && newsAttribution.test(sentence.text)) continue;
      yield {
        span: figure.span,
        level: levelOfFigure(figure, claim.probability, { isReport }),
        message: `"${figure.text}" has no source`,
        probability: withGuards(claim.probability),
        fixes: [{ title: 'Add "([Source, year])"', safe: false, edits: [{ span: endOfStatement(brief, sentence.span), newText: ' ([Source, year])' }] }],
      };
    }
  },
});

/** The share of unsourced claims among all sentences of policy texts: below it the model speaks against one. */
const ordinary = 0.07;

/** Plain shares and sums are sure, unless the sentence reads as the author's own or as nobody's claim. */
function levelOfFigure(figure: Quantity, probability: number, { isReport }: { readonly isReport: boolean }): keyof typeof claimLevels {
  if (probability < ordinary) return 'possible';
  return !isReport && isStrong(figure) ? 'sure' : 'likely';
}

/**
 * The model tells of any sentence, and most of those that owe nothing are gone by now. Of the figures left in labelled texts that the model gave 0.12 to 0.6, six in
 * ten owed a source: 1.2 in log odds on top.
 */
function withGuards(probability: number): number {
  const odds = (probability / Math.max(1e-9, 1 - probability)) * Math.exp(1.2);
  return Math.round((odds / (1 + odds)) * 100) / 100;
}

/** Figures of tables and of sentences with a source: who gives one again need not cite it again. Short ones may be another thing by chance. */
function sourcedFigures(brief: Brief): ReadonlySet<string> {
  const cited = brief.sentences.filter((sentence) => sentence.citations.length > 0).flatMap((sentence) => sentence.quantities);
  const tabled = brief.tables.flatMap((table) => [table.head, ...table.rows].flatMap((row) => row.flatMap((cell) => cell.quantities)));
  return new Set([...cited, ...tabled].filter(isUnmistakable).map(identityOf));
}

const identityOf = (quantity: Quantity): string => `${quantity.form === 'number' || quantity.form === 'count' ? 'count' : (quantity.unit ?? quantity.form)} ${String(quantity.value)}`;

const isUnmistakable = (quantity: Quantity): boolean => quantity.value !== null && String(quantity.value).replace(/[.,]/g, '').replace(/0+$/, '').length >= 3;

const silent: ReadonlySet<SectionKey> = new Set([...proposalKeys, ...apparatusKeys, ...summaryKeys, 'faq', 'case', 'legal']);

function isFactual(brief: Brief, sentence: Sentence, figure: Quantity): boolean {
  if (sentence.container === 'quote' || sentence.container === 'footnote' || sentence.isQuestion || standsIn(brief, sentence.section, silent)) return false;
  // A lead-in is answered for by its list.
  if (/:\s*$/.test(sentence.text)) return false;
  if (targetPattern.test(sentence.text) || hypothetical.test(sentence.text) || example.test(sentence.text) || derived.test(sentence.text) || definition.test(sentence.text)) return false;
  if (possible.test(sentence.text.slice(0, textOffset(sentence, figure.span.start))) || continuesOwnWords(brief, sentence)) return false;
  return findCue(sentence, forecastPattern) === undefined && findCue(sentence, vagueSubjectPattern) === undefined && findCue(sentence, vaguePhrasePattern) === undefined;
}

const hypothetical = /\b(?:if|unless|suppose|supposing|assum(?:e|es|ing|ption)|imagine|consider|let['’]?s|would|might|may|will|proposes?|proposed|proposal|propose|reform|under (?:the|this|our) (?:plan|proposal|bill|reform|option|scenario)|let us|say,|hypothetical\w*|scenarios?)\b/i;
/** What somebody can get is no fact about the world; how many can is. */
const possible = /\b(?:can|could|cannot|can['’]t|such as)\b/i;
const example = /\b(?:for example|for instance|e\.g\.|example|illustrat\w+|rules? of thumb|that one)\b/i;
/** Arithmetic on figures that stand nearby. */
const derived = /^(?:that is|at (?:about )?\d|this (?:means|amounts|equals|represents|corresponds|is equivalent)|in other words|which|together|in total|combined|the (?:difference|sum|total) (?:is|comes))\b|\b(?:(?:that|which|this) makes|i\.e\.|equal to|equivalent to|that is,|in other words|corresponds? to|respectively)\b/i;

/** "One crore is ten million": what a unit or a term stands for. */
const definition = /(?:^|[:;(,]\s?)\W{0,3}(?:an?|one|1)\s+[\p{L}-]+(?:\s+of\s+[\p{L}-]+)?\s+(?:is|equals|means|stands for|=)\s+(?:about\s+|roughly\s+)?\d[\d.,]*\s+\p{L}/iu;

/** A recommendation's later sentences belong to it, and so do those that go on about a table of the brief: its source is the table's. */
function continuesOwnWords(brief: Brief, sentence: Sentence): boolean {
  if (sentence.container === 'paragraph') return (firstDisplayNamed(brief).get(sentence.block) ?? sentence.index) < sentence.index;
  const before = brief.sentences[sentence.index - 1];
  return sentence.container === 'list-item' && before !== undefined && isSameRun(brief, before, sentence) && (isImperative(before.text) || /\b(?:should|must|ought to|needs? to)\b/i.test(before.text));
}

/** By block, the first sentence that names a table or figure by its number. */
const firstDisplayNamed = rememberByBrief((brief) => {
  const first = new Map<number, number>();
  for (const { block, index, text } of brief.sentences) if (!first.has(block) && /\b(?:tables?|figures?|charts?)\s+[A-Z]?\d/i.test(text)) first.set(block, index);
  return first;
});

/** The first figure of a sentence that asks "says who?": not a parameter, a limit, an age or part of a quotation. */
function findStatistic(sentence: Sentence, restated: ReadonlySet<string>): Quantity | undefined {
  return sentence.quantities.find((quantity) => isFigure(quantity) && !restated.has(identityOf(quantity)) && quantity.form !== 'index' && quantity.form !== 'measure' && !isTrivial(quantity) && !isParameter(sentence, quantity) && !isTurnOfPhrase(sentence, quantity) && !isVotingThreshold(sentence, quantity) && !sentence.quotations.some((quotation) => containsSpan(quotation.span, quantity.span)));
}

/** "100%", "zero percent", "half of it" and "twice" are often turns of phrase; "one in five" and "three times as likely" are not. */
function isTrivial(quantity: Quantity): boolean {
  if (quantity.value === 100 || quantity.value === 0) return true;
  if (/^\W*(?:some\s+|many\s+|tens of\s+)?(?:dozens|hundreds|thousands|millions|billions)\b/i.test(quantity.text)) return true;
  // "Class 1B": a lone letter behind a number that counts nothing is part of a name.
  if (quantity.form === 'number' && /^\d{1,3}[A-Z]$/.test(quantity.text)) return true;
  if (/\d/.test(quantity.text) || quantity.scale > 1) return false;
  return /\b(?:half|halves|twice|double|single)\b/i.test(quantity.text);
}

/** "Limited to 50%", "a fee of EUR 40", "at least 20%": what a rule sets, not what was found. "The fee costs farmers EUR 3 million" was found. */
const parameterBefore = /\b(?:at least|at most|at or (?:below|above)|up to|no more than|no less than|(?:thresholds?|cap(?:ped)?|ceilings?|floors?|limit(?:s|ed)?|maximum|minimum|rates?|fees?|fines?|penalt(?:y|ies)|allowances?|deductions?|exemptions?|brackets?|margin of error|probability|accuracy|samples?|rounded|charges?|poverty line|grants?)(?:\s+(?:is|are|was|were|be|of|at|to|by|from|set|remains?|stands?))*)\s*(?:[(]\s*)?$/i;
const parameterAfter = /^\s*(?:\w+\s+){0,2}?(?:thresholds?|caps?|ceilings?|floor|limits?|fees?|fines?|penalt(?:y|ies)|allowances?|deductions?|exemptions?|brackets?|confidence|significance|margin of error|(?:discount|interest|tax) rates?|levels?)\b|^[^.;]{0,40}\b(?:poverty (?:line|level|limit)|confidence (?:intervals?|level))\b/i;

function isParameter(sentence: Sentence, quantity: Quantity): boolean {
  const index = textOffset(sentence, quantity.span.start);
  return parameterBefore.test(sentence.text.slice(Math.max(0, index - 50), index)) || parameterAfter.test(sentence.text.slice(index + quantity.text.length, index + quantity.text.length + 60));
}

/** "A $1 note", "the 50 cent coin" are things; "he gave 110%" measures nothing. */
const denominationAfter = /^[\s-]?(?:bank)?(?:bills?|coins?|notes?|stamps?|banknotes?|tokens?)\b/i;
const effortBefore = /\bg(?:ave|ive|ives|iven|iving)\s+(?:(?:it|their|his|her|our|us|them)\s+)?(?:a\s+)?$/i;

function isTurnOfPhrase(sentence: Sentence, quantity: Quantity): boolean {
  const index = textOffset(sentence, quantity.span.start);
  if (quantity.form === 'money') return quantity.scale === 1 && denominationAfter.test(sentence.text.slice(index + quantity.text.length, index + quantity.text.length + 20));
  return isPercentOver100(quantity) && effortBefore.test(sentence.text.slice(Math.max(0, index - 30), index));
}

const isPercentOver100 = (quantity: Quantity): boolean => quantity.form === 'percent' && (quantity.value ?? 0) >= 100;

/** "Needs ratification by two thirds of members", "a two-thirds majority": what a rule asks of a vote. "55% voted for it" was counted. */
const voteBefore = /\b(?:needs?|requires?|required|must|takes? effect|enters? into force)\b.{0,80}\b(?:approv\w+|assent|consent|endorse\w*|majority|quorum|ratif\w+|signatures?|votes?)\s+(?:by|of|from|in|with)\s+(?:(?:at least|more than|the|a)\s+)*$/is;
const voteAfter = /^[\s-]?(?:super-?)?majority\b|^.{0,50}\b(?:must|needs? to|ha(?:s|ve) to)\s+(?:agree|approve|consent|endorse|ratify|vote)\b/is;

function isVotingThreshold(sentence: Sentence, quantity: Quantity): boolean {
  if (quantity.dimension !== 'share') return false;
  const index = textOffset(sentence, quantity.span.start);
  return voteBefore.test(sentence.text.slice(Math.max(0, index - 150), index)) || voteAfter.test(sentence.text.slice(index + quantity.text.length, index + quantity.text.length + 100));
}

const isStrong = (quantity: Quantity): boolean => /\d/.test(quantity.text) && (quantity.form === 'percent' || quantity.form === 'money' || quantity.form === 'multiple' || quantity.scale >= 1_000);
