/** What a second reader is asked about: the sentences of a brief, numbered through, in parts that a language model can take at once. */
import type { Brief, Sentence, SourceLineBlock } from '../../model/brief';
import { coverageOf } from '../../model/claims/claims-of';
import { rememberByBrief } from '../../model/remember-by-brief';
import type { SectionKey } from '../../profiles/section-keys';
import { sectionAndAncestors, standsIn } from '../../lint/sections';
import { shorten } from '../../lint/message-words';
import { type Span, sliceOf } from '../../text/span';
import { readableWords, withoutPrivate } from './readable-words';

export interface ReviewSentence {
  /** Index in the brief. */
  readonly index: number;
  /** From 1, through the whole brief. */
  readonly number: number;
  readonly span: Span;
  /** As it reads, on one line, with note marks and citations, without comments. */
  readonly words: string;
  /** What an answer is kept under: the same words under the same heading, with the same source in or near them, are the same sentence. */
  readonly key: string;
}

export interface ReviewLine {
  readonly kind: 'asked' | 'context' | 'source-line' | 'gap';
  /** Empty for a gap between two paragraphs. */
  readonly words: string;
  /** null for what is not asked about. */
  readonly sentence: ReviewSentence | null;
  readonly isListItem: boolean;
}

export interface ReviewPart {
  /** Headings from the outermost inwards; empty before the first heading. */
  readonly headings: readonly string[];
  readonly lines: readonly ReviewLine[];
  readonly sentences: readonly ReviewSentence[];
}

/** So much a model answers without losing count. */
const mostSentences = 30;
const mostCharacters = 6_000;

/** A paragraph without a full stop may be very long; its beginning says what it is about. */
const longestSentence = 1_200;

/** Apparatus, whose sentences claim nothing. */
const leftOut: ReadonlySet<SectionKey> = new Set(['references', 'further-reading', 'glossary']);

/** A heading is a line; a paragraph that was made one by mistake is not sent whole. */
const longestHeading = 160;

/** Every sentence that a second reader can be asked about, in order. `own`: names of the body that issues the brief. */
export const reviewSentences = (brief: Brief, own: readonly string[]): readonly ReviewSentence[] => {
  const headings = brief.sections.map((_, section) => headingsOf(brief, section));
  return brief.sentences
    .filter((sentence) => isAsked(brief, sentence))
    .map((sentence) => ({ sentence, words: wordsOf(brief, sentence) }))
    .filter(({ words }) => /\p{L}/u.test(words))
    .map(({ sentence, words }, i) => {
      const { index, span, section } = sentence;
      return { index, number: i + 1, span, words, key: [headings[section]?.at(-1) ?? '', words, coverKey(brief, own, sentence)].join('\n') };
    });
};

const isAsked = (brief: Brief, { container, section }: Sentence): boolean =>
  container !== 'footnote' && section !== brief.referenceSection && !standsIn(brief, section, leftOut);

const wordsOf = (brief: Brief, sentence: Sentence): string => {
  const words = readableWords(brief, sentence);
  return words.length <= longestSentence ? words : `${words.slice(0, longestSentence)} …`;
};

/** A citation elsewhere that answers for the sentence: when it goes, a label that rests on it goes too. Its own stand among its words. */
const coverKey = (brief: Brief, own: readonly string[], sentence: Sentence): string => {
  const coverage = coverageOf(brief, own, sentence);
  return coverage === null || coverage.reason === 'sentence' ? '' : sliceOf(brief.text, coverage.citation?.span ?? coverage.place);
};

const headingsOf = (brief: Brief, index: number): readonly string[] => {
  const section = brief.sections[index];
  if (section === undefined) return [];
  return [...sectionAndAncestors(brief, section)].flatMap(({ heading }) => (heading === null ? [] : [shorten(withoutPrivate(heading.text), longestHeading)])).reverse();
};

/** Parts that ask about the sentences for which `isWanted`; each stands with the sentences right before and after it. */
export const reviewParts = (brief: Brief, own: readonly string[], isWanted: (sentence: ReviewSentence) => boolean = () => true): readonly ReviewPart[] => {
  const all = reviewSentences(brief, own);
  const wanted = new Set(all.filter(isWanted));
  const parts: ReviewPart[] = [];
  for (const sentences of chunksOf(brief, [...wanted])) {
    const [first] = sentences;
    if (first === undefined) continue;
    parts.push({ headings: headingsOf(brief, sectionOf(brief, first)), sentences, lines: linesOf(brief, all, sentences) });
  }
  return parts;
};

const sectionOf = (brief: Brief, { index }: ReviewSentence): number => brief.sentences[index]?.section ?? 0;

const chunksOf = (brief: Brief, sentences: readonly ReviewSentence[]): readonly (readonly ReviewSentence[])[] => {
  const chunks: ReviewSentence[][] = [];
  let length = 0;
  for (const sentence of sentences) {
    const chunk = chunks.at(-1);
    const first = chunk?.[0];
    const fits = chunk !== undefined && first !== undefined && sectionOf(brief, first) === sectionOf(brief, sentence) && chunk.length < mostSentences && length + sentence.words.length <= mostCharacters;
    if (fits) chunk.push(sentence);
    else chunks.push([sentence]);
    length = (fits ? length : 0) + sentence.words.length;
  }
  return chunks;
};

const linesOf = (brief: Brief, all: readonly ReviewSentence[], asked: readonly ReviewSentence[]): readonly ReviewLine[] => {
  const isAskedHere = new Set(asked);
  const shown = new Set<ReviewSentence>();
  for (const sentence of asked) for (const near of all.slice(Math.max(0, sentence.number - 2), sentence.number + 1)) if (sectionOf(brief, near) === sectionOf(brief, sentence)) shown.add(near);
  const lines: ReviewLine[] = [];
  let before: ReviewSentence | undefined;
  for (const sentence of [...shown].sort((a, b) => a.number - b.number)) {
    if (before !== undefined && isApart(brief, before, sentence)) lines.push(...sourceLinesOf(brief, before), { kind: 'gap', words: '', sentence: null, isListItem: false });
    const isListItem = brief.sentences[sentence.index]?.container === 'list-item';
    lines.push(isAskedHere.has(sentence) ? { kind: 'asked', words: sentence.words, sentence, isListItem } : { kind: 'context', words: sentence.words, sentence: null, isListItem });
    before = sentence;
  }
  return before === undefined ? lines : [...lines, ...sourceLinesOf(brief, before)];
};

const isApart = (brief: Brief, before: ReviewSentence, after: ReviewSentence): boolean =>
  after.number > before.number + 1 || brief.sentences[before.index]?.block !== brief.sentences[after.index]?.block;

const sourceLinesOf = (brief: Brief, { index }: ReviewSentence): readonly ReviewLine[] => {
  const lines = sourceLinesByBlock(brief).get(brief.sentences[index]?.block ?? -1) ?? [];
  return lines.map(({ text }) => ({ kind: 'source-line', words: withoutPrivate(text).slice(0, longestSentence), sentence: null, isListItem: false }));
};

const sourceLinesByBlock = rememberByBrief((brief): ReadonlyMap<number, readonly SourceLineBlock[]> => {
  const lines = new Map<number, SourceLineBlock[]>();
  for (const line of brief.sourceLines) {
    if (line.covers === null || line.isNote) continue;
    const known = lines.get(line.covers);
    if (known === undefined) lines.set(line.covers, [line]);
    else known.push(line);
  }
  return lines;
});
