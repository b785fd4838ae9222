/**
 * What an author can answer to "says who?", each as an edit: a citation, a stub for one that is still to be found, words that mark the statement as
 * own analysis, or a comment that calls it common knowledge. Every answer stands in the text, where reviewers see it.
 */
import { placeForBrackets, placeForNote } from './bracket-place';
import { writeCitationAt } from './citation-completion';
import { habitOf } from './citation-habit';
import { findIgnoreHere, withReason } from './ignore-fix';
import type { ReferenceStyle } from '../library/format-reference';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import { asksForSource, isAskingRule } from '../lint/asking';
import type { Edit, Finding } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { findOwnWork } from '../text/own-work';
import { overlaps, sliceOf, spanOf } from '../text/span';

export type AnswerKind = 'citation' | 'stub' | 'own-analysis' | 'common-knowledge';

/**
 * The answers that make sense. Somebody else's words are not the author's analysis; what experts say, and what will be, is not common
 * knowledge. Who spoke is not named by a placeholder: there a stub settles nothing, though it may still be picked.
 */
export const answersFor = (rule: string): readonly AnswerKind[] => {
  if (!isAskingRule(rule)) return [];
  if (rule === 'vague-attribution' || rule === 'incomplete-attribution' || rule === 'unattributed-quotation') return ['citation'];
  if (rule === 'projection-without-basis') return ['citation', 'own-analysis'];
  return ['citation', 'stub', 'own-analysis', 'common-knowledge'];
};

/** The statement at a place, and what rules ask about it, the one at the place first. */
export interface Statement {
  readonly sentence: Sentence;
  readonly findings: readonly Finding[];
}

export const findStatementAt = (brief: Brief, findings: readonly Finding[], offset: number): Statement | undefined => {
  const asking = findings.filter(asksForSource);
  const at = asking.find(({ span }) => span.start <= offset && offset <= span.end);
  const inside = at?.span.start ?? offset;
  const sentence =
    brief.sentences.find(({ span }) => span.start <= inside && inside < span.end) ?? brief.sentences.find(({ span }) => span.end === inside);
  if (sentence === undefined) return undefined;
  const own = asking.filter(({ span }) => sentence.span.start <= span.start && span.start < sentence.span.end);
  return { sentence: lastSentenceOf(brief, at, sentence), findings: at === undefined ? own : [at, ...own.filter((finding) => finding !== at)] };
};

/** A quotation of several sentences is cited behind its last. */
const lastSentenceOf = (brief: Brief, finding: Finding | undefined, sentence: Sentence): Sentence => {
  if (finding?.rule !== 'unattributed-quotation') return sentence;
  return brief.sentences.findLast(({ block, span }) => block === sentence.block && overlaps(span, finding.span)) ?? sentence;
};

export const citeStatement = (brief: Brief, library: Library, { sentence }: Statement, reference: Reference, style: ReferenceStyle): readonly Edit[] => {
  const isNote = habitOf(brief, library) === 'footnote';
  const { at, stop } = isNote ? { at: placeForNote(brief, sentence), stop: '' } : placeForBrackets(brief, sentence);
  const { newText, additionalEdit } = writeCitationAt(brief, library, at, reference, style);
  return [insert(at, isNote ? newText : ` ${newText}${stop}`), ...(additionalEdit === null ? [] : [additionalEdit])];
};

/** The placeholder that the rules know: it is reported until it is filled in. */
export const citationStub = (brief: Brief, { sentence }: Statement): readonly Edit[] => [inBrackets(brief, sentence, '[Source, year]')];

/** Visible words, for readers have the same question. */
export const markAsOwn = (brief: Brief, { sentence, findings }: Statement): readonly Edit[] => [inBrackets(brief, sentence, ownWords(brief, findings[0]?.rule))];

/** A comment with the reason, for each rule that asks; undefined where no rule does, or no comment may stand. */
export const markAsCommonKnowledge = (brief: Brief, { findings }: Statement): readonly Edit[] | undefined => {
  const known = findings.filter(({ rule }) => answersFor(rule).includes('common-knowledge'));
  const [first] = known;
  if (first === undefined) return undefined;
  const fix = findIgnoreHere(brief, first.span, [...new Set(known.map(({ rule }) => rule))].join(', '));
  return fix && [withReason(fix, 'common knowledge')];
};

/** Why an answer makes no sense for a statement, in words for the author; undefined where it does. */
export const whyNoAnswer = ({ sentence, findings }: Statement, answer: AnswerKind): string | undefined => {
  if (answer !== 'own-analysis') return undefined;
  if (sentence.citations.some(({ isOwnWork }) => isOwnWork)) return 'This statement is marked as your own already.';
  const isAnswer = findings.length === 0 || findings.some(({ rule }) => answersFor(rule).includes(answer));
  return isAnswer ? undefined : 'Your own analysis is no answer here: a source is asked for.';
};

const inBrackets = (brief: Brief, sentence: Sentence, words: string): Edit => {
  const { at, stop } = placeForBrackets(brief, sentence);
  return insert(at, ` (${words})${stop}`);
};

const insert = (at: number, newText: string): Edit => ({ span: spanOf(at, at), newText });

/** As the brief says it elsewhere ("authors’ calculations"), with a noun that fits what is marked. */
const ownWords = (brief: Brief, rule: string | undefined): string => {
  const said = brief.citations.filter(({ isOwnWork }) => isOwnWork).map(({ span }) => sliceOf(brief.text, span)).concat(brief.sourceLines.filter(({ isOwnWork }) => isOwnWork).map(({ text }) => text));
  const written = said.flatMap((words) => findOwnWork(words)?.[0] ?? [])[0];
  const form = written === undefined ? null : /^((?:the )?authors?(?:['’]s?|s['’])?|our|my|own) (?:own )?(\p{L}+)$/iu.exec(written);
  const owner = form?.[1]?.toLowerCase() ?? 'own';
  if (rule === 'projection-without-basis') return `${owner} projection`;
  return `${owner} ${figureRules.has(rule ?? '') ? (form?.[2]?.toLowerCase() ?? 'analysis') : 'analysis'}`;
};

const figureRules: ReadonlySet<string> = new Set(['unsourced-statistic', 'unsourced-magnitude', 'unsourced-comparison', 'unsourced-trend']);
