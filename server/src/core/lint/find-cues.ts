import type { Sentence } from '../model/brief';
import { rememberBySentence } from '../model/sentence-memory';
import type { Citation } from '../text/citation';
import { type Span, spanOf } from '../text/span';
import { createSpanIndex, type HasSpan, type SpanIndex } from '../text/span-index';

/** Words of a sentence that matched, with their place in the sentence and in the brief. */
export interface Cue {
  readonly text: string;
  readonly index: number;
  readonly span: Span;
  readonly groups: readonly (string | undefined)[];
}

/** Matches of a global pattern in a sentence's own words: not in a quotation, a citation or what only looks like one. */
export function findCues(sentence: Sentence, pattern: RegExp): readonly Cue[] {
  const matches = matchesOf(sentence, pattern);
  return matches.length === 0 ? noCues : matches.map(({ text, index, groups }) => ({ text, index, groups, span: sourceSpan(sentence, index, index + text.length) }));
}

const noCues: readonly Cue[] = [];

type Match = Omit<Cue, 'span'>;

const readers = new WeakMap<RegExp, (sentence: Sentence) => readonly Match[]>();

function matchesOf(sentence: Sentence, pattern: RegExp): readonly Match[] {
  const known = readers.get(pattern);
  if (known) return known(sentence);
  const read = rememberBySentence((one) => readMatches(one, pattern));
  readers.set(pattern, read);
  return read(sentence);
}

function readMatches(sentence: Sentence, pattern: RegExp): readonly Match[] {
  const matches: Match[] = [];
  let foreign: SpanIndex<HasSpan> | undefined;
  for (const match of sentence.text.matchAll(pattern)) {
    const [text, ...groups] = match;
    if (text === '') continue;
    foreign ??= createSpanIndex(foreignParts(sentence));
    if (!foreign.contains(sourceSpan(sentence, match.index, match.index + text.length))) matches.push({ text, index: match.index, groups });
  }
  return matches.length === 0 ? noMatches : matches;
}

const noMatches: readonly Match[] = [];

export const findCue = (sentence: Sentence, pattern: RegExp): Cue | undefined => findCues(sentence, pattern)[0];

/** The brief's span of a piece of a sentence's text. */
export const sourceSpan = (sentence: Sentence, start: number, end: number): Span =>
  spanOf(sentence.toSource(start), end > start ? sentence.toSource(end - 1) + 1 : sentence.toSource(start));

/** Where a place of the brief stands in the sentence's text: the first offset that does not lie before it. */
export function textOffset(sentence: Sentence, sourceOffset: number): number {
  let low = 0;
  let high = sentence.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentence.toSource(middle) < sourceOffset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence's words without its citations and without the years of instruments, so that their years are not read as dates. */
export const proseOf = rememberBySentence((sentence): string => {
  const spans = [...namedWorks(sentence), ...sentence.falseFriends].map((item) => item.span);
  return spans.length === 0 ? sentence.text : blanked(sentence, spans);
});

/** The sentence's text with blanks in place of what stands in the spans; the length stays. */
function blanked(sentence: Sentence, spans: readonly Span[]): string {
  const ranges = spans.map((span) => ({ start: textOffset(sentence, span.start), end: textOffset(sentence, span.end) })).sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (end <= at) continue;
    parts.push(sentence.text.slice(at, Math.max(at, start)), ' '.repeat(end - Math.max(at, start)));
    at = end;
  }
  return parts.join('') + sentence.text.slice(at);
}

/** The sentence's words with blanks in place of what it quotes. */
export const ownWords = rememberBySentence((sentence): string => {
  const quoted = sentence.quotations.filter((quotation) => quotation.mark === 'double').map((quotation) => quotation.span);
  return quoted.length === 0 ? sentence.text : blanked(sentence, quoted);
});

function foreignParts(sentence: Sentence): readonly HasSpan[] {
  return [...sentence.quotations.filter((quotation) => quotation.mark !== 'single'), ...namedWorks(sentence), ...sentence.falseFriends];
}

/** The words of a link are the sentence's own: "rose by [3%](https://…)". */
const namedWorks = (sentence: Sentence): readonly Citation[] => sentence.citations.filter((citation) => citation.style !== 'link');
