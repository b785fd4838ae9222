/**
 * Which citation answers for which sentence. The rule in plain words stands in docs/guide/claims-model.md; this is the only place that knows it.
 */
import type { Brief, Sentence } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { isSameRun, runsOf } from '../runs';
import { coverOfLine, coverOfSentence, type Coverage } from './cover';
import { readSentenceWords } from './sentence-words';
import { squeeze, type Voice } from './voice';
import { findWideCover } from './wide-coverage';

export interface BriefCoverage {
  /** In the sentence or plainly tied to it: what the scorer was trained on. */
  readonly close: readonly (Coverage | null)[];
  /** These, and for the rest a source further off: later in the paragraph, in the heading of the list, below the callout. */
  readonly all: readonly (Coverage | null)[];
}

const instrumentName = /\b(?:Accord|Act|Agreement|Amendment|Bill|Charter|Code|Constitution|Convention|Credit|Declaration|Directive|Framework|Law|Licen[cs]e|Order|Ordinance|Pact|Plan|Policy|Programme?|Protocol|Regulations?|Rules?|Scheme|Standard|Strategy|Treaty)\b/u;

/** By the sentence's index. */
export function findCoverage(brief: Brief, voice: Voice): BriefCoverage {
  const linked = linkedInstruments(brief, voice);
  const close: (Coverage | null)[] = [];
  for (const sentence of brief.sentences) close.push(ownCover(brief, sentence) ?? contextCover(brief, sentence, close) ?? instrumentCover(brief, sentence, voice, linked));
  return { close, all: brief.sentences.map((sentence) => close[sentence.index] ?? findWideCover(brief, sentence)) };
}

const isSource = (sentence: Sentence): boolean => sentence.citations.some((citation) => !citation.isOwnWork);

const firstSourced = rememberByBrief((brief) => brief.sentences.find(isSource));

/** The first one that covers each block. */
const sourceLinesByBlock = rememberByBrief((brief) => new Map(brief.sourceLines.filter(({ isNote }) => !isNote).map((line) => [line.covers, line] as const).reverse()));

function ownCover(brief: Brief, sentence: Sentence): Coverage | null {
  return sentence.citations.length > 0 || hasRawNote(brief, sentence) ? coverOfSentence('sentence', sentence) : null;
}

/** A note mark or citation in raw HTML: `<sup id="r1"><a href="#n1">1</a></sup>`, `<cite>…</cite>`. */
function hasRawNote({ text }: Brief, { span }: Sentence): boolean {
  const words = text.slice(span.start, span.end + 12);
  if (!words.includes('<')) return false;
  const length = span.end - span.start;
  return /<(?:cite|ref|footnote|fn)\b|<sup\b[^>]{0,80}(?:\bid=|>\s*<a\b)/i.test(words.slice(0, length)) || /^\s{0,2}<(?:cite|ref|footnote|fn|sup)\b/i.test(words.slice(length));
}

function contextCover(brief: Brief, sentence: Sentence, before: readonly (Coverage | null)[]): Coverage | null {
  const line = sourceLinesByBlock(brief).get(sentence.block);
  if (line !== undefined) return coverOfLine(line);
  const previous = brief.sentences[sentence.index - 1];
  const previousCover = before[sentence.index - 1] ?? null;
  const isSameBlock = previous !== undefined && isSameRun(brief, previous, sentence);
  if (isSameBlock && previousCover !== null && previousCover.reason !== 'paragraph-end') {
    const words = readSentenceWords(sentence.text);
    if (words.carriesOn) return { ...previousCover, reason: 'carried-on' };
    if (words.pointsBack) return { ...previousCover, reason: 'anaphora' };
  }
  const lead = leadIn(brief, sentence, before);
  if (lead !== null) return lead;
  const next = brief.sentences[sentence.index + 1];
  if (next === undefined || !isSameRun(brief, sentence, next) || !isSource(next)) return null;
  // A topic sentence: the evidence for it comes at once.
  if (!isSameBlock) return coverOfSentence('evidence-follows', next);
  if (isLastOfRun(brief, next)) return coverOfSentence('paragraph-end', next);
  return null;
}

function isLastOfRun(brief: Brief, sentence: Sentence): boolean {
  const next = brief.sentences[sentence.index + 1];
  return next === undefined || !isSameRun(brief, sentence, next);
}

/** "The inspectorate found three faults (Office, 2024):" answers for the list below it. */
function leadIn(brief: Brief, sentence: Sentence, before: readonly (Coverage | null)[]): Coverage | null {
  const block = brief.blocks[sentence.block];
  if (block?.kind !== 'list' && block?.kind !== 'quote') return null;
  const lead = leadSentence(brief, sentence);
  if (lead === null) return null;
  const cover = before[lead.index] ?? null;
  return cover === null ? null : { ...cover, reason: 'lead-in' };
}

/** The sentence ending in a colon that leads to a list or quotation. */
export function leadSentence(brief: Brief, sentence: Sentence): Sentence | null {
  const first = firstOfBlock(brief, sentence);
  const lead = brief.sentences[first - 1];
  if (lead?.section !== sentence.section || !readSentenceWords(lead.text).endsInColon || sentence.block - lead.block > 1) return null;
  return lead;
}

const firstOfBlock = (brief: Brief, sentence: Sentence): number => runsOf(brief)[sentence.index]?.firstOfBlock ?? sentence.index;

/** Laws, plans and the like that a link or note stands beside, with the sentence where it does first. */
function linkedInstruments(brief: Brief, voice: Voice): ReadonlyMap<string, Sentence> {
  const linked = new Map<string, Sentence>();
  for (const sentence of brief.sentences) {
    if (!isSource(sentence)) continue;
    const anchors = sentence.citations.flatMap((citation) => citation.works.map((work) => work.title ?? work.author ?? '')).map(squeeze);
    for (const name of voice.wordings[sentence.index]?.names ?? []) {
      const key = squeeze(name);
      if (instrumentName.test(name) && key.length > 2 && anchors.some((anchor) => anchor.includes(key)) && !linked.has(key)) linked.set(key, sentence);
    }
  }
  for (const { acronym, expansion } of brief.acronymDefinitions) {
    const full = linked.get(squeeze(expansion)) ?? linked.get(squeeze(acronym));
    if (full === undefined) continue;
    if (!linked.has(squeeze(acronym))) linked.set(squeeze(acronym), full);
    if (!linked.has(squeeze(expansion))) linked.set(squeeze(expansion), full);
  }
  return linked;
}

/** A document about one law or plan links it once; what it says of it afterwards can be looked up there. */
function instrumentCover(brief: Brief, sentence: Sentence, voice: Voice, linked: ReadonlyMap<string, Sentence>): Coverage | null {
  const wording = voice.wordings[sentence.index];
  const words = readSentenceWords(sentence.text);
  if (wording === undefined || words.turnsAway) return null;
  for (const name of wording.names) {
    const source = linked.get(squeeze(name));
    if (source !== undefined && source.index < sentence.index && wording.subject.includes(name)) return coverOfSentence('instrument', source);
  }
  if (!words.isAboutInstrument) return null;
  const first = firstSourced(brief);
  return first === undefined || first.index >= sentence.index ? null : coverOfSentence('instrument', first);
}
