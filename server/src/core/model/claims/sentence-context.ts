import { rememberByWords } from '../../text/remember-by-words';
import type { Brief } from '../brief';
import { type Run, runsOf } from '../runs';
import { type Coverage, findCoverage } from './coverage';
import { type CueClass, claimCues, exemptCues, ownCues } from './cues';
import { hearVoice, speaksInFirstPerson, type Voice } from './voice';

export const allCues: readonly CueClass[] = [...claimCues, ...exemptCues, ...ownCues];

/** What is asked of a sentence and of its neighbours, found once for the whole brief. */
export interface SentenceContext {
  readonly brief: Brief;
  readonly voice: Voice;
  readonly coverage: readonly (Coverage | null)[];
  /** How often each class of cue occurs, by the sentence's index. */
  readonly cues: readonly Readonly<Record<string, number>>[];
  readonly speaks: readonly boolean[];
  readonly isCited: readonly boolean[];
  /** Stems of the longer words. */
  readonly words: readonly ReadonlySet<string>[];
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
  const voice = hearVoice(brief, own);
  const cues = brief.sentences.map((sentence) => countCues(sentence.text));
  const speaks = brief.sentences.map(speaksInFirstPerson);
  return {
    brief,
    voice,
    coverage: findCoverage(brief, voice),
    cues,
    speaks,
    isCited: brief.sentences.map((sentence) => sentence.citations.length > 0),
    words: brief.sentences.map((sentence) => stemsOf(sentence.text)),
    runs: runsOf(brief),
    paragraphs: countParagraphs(brief, cues, speaks),
    placeInSection: placesInSection(brief),
  };
}

function countParagraphs(brief: Brief, cues: SentenceContext['cues'], speaks: readonly boolean[]): ReadonlyMap<Run, Paragraph> {
  const paragraphs = new Map<Run, Paragraph>();
  for (const [index, run] of runsOf(brief).entries()) {
    const { cited, results, speaking } = paragraphs.get(run) ?? { cited: 0, results: 0, speaking: 0 };
    const isCited = (brief.sentences[index]?.citations.length ?? 0) > 0;
    paragraphs.set(run, { cited: cited + Number(isCited), results: results + Number(hasResult(cues[index])), speaking: speaking + Number(speaks[index] === true) });
  }
  return paragraphs;
}

export const hasResult = (cues: Readonly<Record<string, number>> | undefined): boolean => (cues?.['result'] ?? 0) > 0;

const countCues = rememberByWords((text): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { name, pattern } of allCues) {
    const found = text.match(pattern);
    if (found !== null) counts[name] = found.length;
  }
  return counts;
});

const stemsOf = rememberByWords((text): ReadonlySet<string> => new Set((text.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6).toLowerCase())));

function placesInSection(brief: Brief): readonly number[] {
  const counts = new Map<number, number>();
  return brief.sentences.map(({ section }) => {
    const place = counts.get(section) ?? 0;
    counts.set(section, place + 1);
    return place;
  });
}

/** Share of the first set's words that the second has too. */
export function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  let common = 0;
  for (const word of words) if (others.has(word)) common += 1;
  return common / words.size;
}
