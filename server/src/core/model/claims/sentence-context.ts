import type { Brief, Sentence } from '../brief';
import { type Run, runsOf } from '../runs';
import { type BriefCoverage, findCoverage } from './coverage';
import { readSentenceWords, type SentenceWords } from './sentence-words';
import { hearVoice, type Voice } from './voice';

/** What is asked of a sentence and of its neighbours, found once for the whole brief. */
export interface SentenceContext {
  readonly brief: Brief;
  /** By the sentence's index, like all that follows but `paragraphs`. */
  readonly words: readonly SentenceWords[];
  readonly voice: Voice;
  readonly coverage: BriefCoverage;
  readonly isCited: readonly boolean[];
  /** Index of the first and last sentence of the same paragraph or list item. */
  readonly runs: readonly Run[];
  readonly paragraphs: ReadonlyMap<Run, Paragraph>;
  readonly placeInSection: readonly number[];
}

/** How many sentences of a run are cited, tell of results and speak in the first person. */
export interface Paragraph {
  readonly cited: number;
  readonly results: number;
  readonly speaking: number;
}

export function buildContext(brief: Brief, own: readonly string[]): SentenceContext {
  const words = brief.sentences.map((sentence) => readSentenceWords(sentence.text));
  const voice = hearVoice(brief, words, own);
  return {
    brief,
    words,
    voice,
    coverage: findCoverage(brief, voice),
    isCited: brief.sentences.map((sentence) => sentence.citations.length > 0),
    runs: runsOf(brief),
    paragraphs: countParagraphs(brief, words),
    placeInSection: placesInSection(brief),
  };
}

/** Of this very context; there is one for each sentence. */
export const wordsOf = ({ words }: SentenceContext, { index, text }: Sentence): SentenceWords => words[index] ?? readSentenceWords(text);

function countParagraphs(brief: Brief, words: readonly SentenceWords[]): ReadonlyMap<Run, Paragraph> {
  const paragraphs = new Map<Run, Paragraph>();
  for (const [index, run] of runsOf(brief).entries()) {
    const { cited, results, speaking } = paragraphs.get(run) ?? { cited: 0, results: 0, speaking: 0 };
    const isCited = (brief.sentences[index]?.citations.length ?? 0) > 0;
    paragraphs.set(run, { cited: cited + Number(isCited), results: results + Number(hasResult(words[index])), speaking: speaking + Number(words[index]?.speaks === true) });
  }
  return paragraphs;
}

export const hasResult = (words: SentenceWords | undefined): boolean => (words?.cues['result'] ?? 0) > 0;

function placesInSection(brief: Brief): readonly number[] {
  const counts = new Map<number, number>();
  return brief.sentences.map(({ section }) => {
    const place = counts.get(section) ?? 0;
    counts.set(section, place + 1);
    return place;
  });
}

/** 0 for the first. */
export const placeInDocument = ({ brief }: SentenceContext, { index }: Sentence): number => index / Math.max(1, brief.sentences.length);

/** Share of the first set's words that the second has too. */
export function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  let common = 0;
  for (const word of words) if (others.has(word)) common += 1;
  return common / words.size;
}
