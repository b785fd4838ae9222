/**
 * One step of a plan that is told for two of its years.
 *
 *     The scheme reaches the islands in year three. … In year four, when the scheme reaches the islands, …
 */
import type { Brief, Sentence } from '../../model/brief';
import { readSentences, someOf } from '../../model/sentence-memory';
import { contentLemmas } from '../../model/figures/lemmas';
import { sourceSpan } from '../find-cues';
import { spanOf, type Span } from '../../text/span';
import type { DateFault } from './date-fault';

const cardinals: readonly string[] = 'one two three four five six seven eight nine ten'.split(' ');
const ordinals: readonly string[] = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** A person's third year, or that of a grant within a plan, is counted from elsewhere. */
const otherCount = /\b(?:school|study|studies|university|college|life|age|pupils?|students?|consecutive|running|row|second\s+plan)\b/i;
const counted = String.raw`(?:year\s+(?<cardinal>${cardinals.join('|')}|\d{1,2})|(?<ordinal>${ordinals.join('|')})\s+year)(?![\p{L}\p{N}-])`;

const positionOf = ({ cardinal, ordinal }: Readonly<Record<string, string | undefined>>): number => {
  if (ordinal !== undefined) return ordinals.indexOf(ordinal.toLowerCase()) + 1;
  const word = cardinal?.toLowerCase() ?? '';
  return /^\d/.test(word) ? Number(word) : cardinals.indexOf(word) + 1;
};

interface Step {
  readonly position: number;
  readonly text: string;
  readonly span: Span;
  readonly lemmas: ReadonlySet<string>;
  /** "In year four, when the scheme …": speaks of a step that is known. */
  readonly isKnown: boolean;
  readonly figures: string;
  readonly sentence: Sentence;
}

const stepPattern = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:in|from|by|at)\s+(?:the\s+(?:start\s+of\s+)?|its\s+)?${counted}(?:\s+of\s+(?:the|this|its)\s+\p{L}+)?(?<when>,?\s+(?:when|in\s+which)\s+)?`, 'giu');

/** "In year four, when X": X is told elsewhere, and of another year. */
export function* planYearFaults(brief: Brief): Iterable<DateFault> {
  const found = sentencesWithSteps(brief);
  if (!found.some(({ found: steps }) => steps.some(({ isKnown }) => isKnown))) return;
  const steps = found.flatMap(({ sentence, found: own }) => own.map((step): Step => ({ ...step, span: sourceSpan(sentence, step.span.start, step.span.end), sentence })));
  const byLemma = new Map<string, Step[]>();
  for (const step of steps) {
    for (const lemma of step.lemmas) {
      const known = byLemma.get(lemma);
      if (known) known.push(step);
      else byLemma.set(lemma, [step]);
    }
  }
  for (const step of steps) {
    if (!step.isKnown) continue;
    const same = candidatesOf(step, byLemma).filter((other) => other !== step && isSameStep(step, other));
    const [other] = same;
    if (other && same.every(({ position }) => position !== step.position && position === other.position)) yield stepFault(step, other);
  }
}

/** All lemmas of a step but one are in another that is the same: so one of its two rarest. What is said of so many is said of no one step. */
const mostCandidates = 40;
const candidatesOf = ({ lemmas }: Step, byLemma: ReadonlyMap<string, readonly Step[]>): readonly Step[] => {
  const lists = Array.from(lemmas, (lemma) => byLemma.get(lemma) ?? []).sort((a, b) => a.length - b.length).slice(0, 2);
  if (lists.some((list) => list.length > mostCandidates)) return [];
  return [...new Set(lists.flat())].sort((a, b) => a.span.start - b.span.start);
};

const sentencesWithSteps = readSentences(({ text, container }) => (container === 'quote' || !/\byear\b/i.test(text) || otherCount.test(text) ? null : someOf(stepsIn(text))));

/** Spans count into the text. */
const stepsIn = (text: string): readonly Omit<Step, 'sentence'>[] => {
  const matches = [...text.matchAll(stepPattern)];
  return matches.map((match, i) => {
    const isKnown = match.groups?.['when'] !== undefined;
    const end = match.index + match[0].length;
    const rest = text.slice(end, matches[i + 1]?.index ?? text.length);
    const clause = isKnown ? (/^[^,;:.]*/u.exec(rest)?.[0] ?? '') : `${text.slice(Math.max(text.lastIndexOf(';', match.index), 0), match.index)} ${rest}`;
    const written = match[0].slice(0, isKnown ? -(match.groups?.['when']?.length ?? 0) : undefined);
    const from = match.index + (written.length - written.replace(/^\p{L}+\s+(?:the\s+(?:start\s+of\s+)?|its\s+)?/iu, '').length);
    return {
      position: positionOf(match.groups ?? {}),
      text: text.slice(from, match.index + written.length),
      span: spanOf(from, match.index + written.length),
      lemmas: new Set([...contentLemmas(clause), ...figuresOf(clause)]),
      isKnown,
      figures: figuresOf(clause).join(' '),
    };
  });
};

const figuresOf = (clause: string): readonly string[] => clause.match(/\d[\d.,]*%?/gu)?.map((figure) => figure.replace(/[.,]$/u, '')) ?? [];

/** All words of the one but the verb, three at least or two with a figure, are in the other; and the figures are the same. */
const isSameStep = (known: Step, other: Step): boolean => {
  if (known.sentence === other.sentence || known.figures !== other.figures) return false;
  const shared = [...known.lemmas].filter((lemma) => other.lemmas.has(lemma)).length;
  return shared >= 2 && shared >= known.lemmas.size - 1 && !(known.lemmas.size > 2 && shared < 3 && known.figures === '' && known.lemmas.size - shared > 0);
};

const stepFault = (step: Step, other: Step): DateFault => ({
  span: step.span,
  level: 'event',
  message: `"${step.text}" here, "${other.text}" ${other.span.start < step.span.start ? 'further up' : 'further down'}, for the same step`,
  related: [{ span: other.span, message: other.text }],
  fixes: [],
});
