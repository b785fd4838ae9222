import type { Brief, Sentence } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { isSameRun, runsOf } from '../runs';
import type { Citation } from '../../text/citation';
import { squeeze, type Voice } from './voice';

/** Why a citation answers for a sentence. */
export type CoverageReason = 'sentence' | 'carried-on' | 'paragraph-end' | 'source-line' | 'evidence-follows' | 'lead-in' | 'anaphora' | 'instrument';

export interface Coverage {
  readonly reason: CoverageReason;
  /** The sentence that shows the citation; null for a source line. */
  readonly sentence: number | null;
  readonly citation: Citation | null;
}

const carriesOn = /^(?:(?:of these|of which|among (?:them|these)|in the same (?:year|period|report|survey)|in (?:turn|total|all)|similarly|likewise|overall|meanwhile|for example|for instance|that is|this|these|those|it|its|they|their|he|she|the (?:same|remaining|rest|others?|share|figure|rate|ratio|number|report|study|survey|authors?|latter|former|gap|increase|decrease|rise|fall|total|average|corresponding))\b)/iu;
/** A turn to something new, which the source before does not answer for. */
const turnsAway = /^(?:but|however|yet|still|historically|traditionally|today|by contrast|in contrast|despite|although|while)\b/iu;
const instrumentName = /\b(?:Accord|Act|Agreement|Amendment|Bill|Charter|Code|Constitution|Convention|Credit|Declaration|Directive|Framework|Law|Licen[cs]e|Order|Ordinance|Pact|Plan|Policy|Programme?|Protocol|Regulations?|Rules?|Scheme|Standard|Strategy|Treaty)\b/u;
const anaphora = /\b(?:th(?:is|e|ese|ose) (?:study|studies|paper|report|survey|authors?|findings|results|analysis|article|review|act|bill|law|plan|proposal|rule|reform|policy|order|programme|program|inventory|definition|framework|provision|provisions|credit|document|protocol|regulation|guidance|approach|method|model|dataset|data))\b/iu;
const reference = /\b(?:the|this|that|its) (?:(?:final|new|draft|approved|proposed|revised|latest|original|current|same) ){0,2}(?:reform|bill|act|proposal|plan|package|legislation|manifesto|draft|rule|law|policy|amendment|budget|provision|ordinance)\b/iu;

/** Which citation answers for which sentence, by the sentence's index. */
export function findCoverage(brief: Brief, voice: Voice): readonly (Coverage | null)[] {
  const linked = linkedInstruments(brief, voice);
  const coverage: (Coverage | null)[] = [];
  for (const sentence of brief.sentences) coverage.push(ownCover(brief, sentence) ?? contextCover(brief, sentence, coverage) ?? instrumentCover(brief, sentence, voice, linked));
  return coverage;
}

const isSource = (sentence: Sentence): boolean => sentence.citations.some((citation) => !citation.isOwnWork);

const firstSourced = rememberByBrief((brief) => brief.sentences.find(isSource));

/** The first one that covers each block. */
const sourceLinesByBlock = rememberByBrief((brief) => new Map(brief.sourceLines.filter(({ isNote }) => !isNote).map((line) => [line.covers, line] as const).reverse()));

function ownCover(brief: Brief, sentence: Sentence): Coverage | null {
  const citation = sentence.citations[0];
  if (citation !== undefined) return { reason: 'sentence', sentence: sentence.index, citation };
  return hasRawNote(brief, sentence) ? { reason: 'sentence', sentence: sentence.index, citation: null } : null;
}

/** A note mark or citation in raw HTML: `<sup id="r1"><a href="#n1">1</a></sup>`, `<cite>…</cite>`. */
const hasRawNote = (brief: Brief, sentence: Sentence): boolean =>
  /<(?:cite|ref|footnote|fn)\b|<sup\b[^>]{0,80}(?:\bid=|>\s*<a\b)/i.test(brief.text.slice(sentence.span.start, sentence.span.end)) || /^\s{0,2}<(?:cite|ref|footnote|fn|sup)\b/i.test(brief.text.slice(sentence.span.end, sentence.span.end + 12));

function contextCover(brief: Brief, sentence: Sentence, before: readonly (Coverage | null)[]): Coverage | null {
  const line = sourceLinesByBlock(brief).get(sentence.block);
  if (line !== undefined) return { reason: 'source-line', sentence: null, citation: line.citations[0] ?? null };
  const previous = brief.sentences[sentence.index - 1];
  const previousCover = before[sentence.index - 1] ?? null;
  const isSameBlock = previous !== undefined && isSameRun(brief, previous, sentence);
  if (isSameBlock && previousCover !== null && previousCover.reason !== 'paragraph-end') {
    if (carriesOn.test(sentence.text)) return { ...previousCover, reason: 'carried-on' };
    if (anaphora.test(sentence.text.slice(0, 80))) return { ...previousCover, reason: 'anaphora' };
  }
  const lead = leadIn(brief, sentence, before);
  if (lead !== null) return lead;
  const next = brief.sentences[sentence.index + 1];
  if (next === undefined || !isSameRun(brief, sentence, next) || !isSource(next)) return null;
  // A topic sentence: the evidence for it comes at once.
  if (!isSameBlock) return { reason: 'evidence-follows', sentence: next.index, citation: next.citations[0] ?? null };
  if (isLastOfRun(brief, next)) return { reason: 'paragraph-end', sentence: next.index, citation: next.citations[0] ?? null };
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
  if (lead?.section !== sentence.section || !/:\s*$/.test(lead.text) || sentence.block - lead.block > 1) return null;
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
  if (wording === undefined || turnsAway.test(sentence.text)) return null;
  for (const name of wording.names) {
    const source = linked.get(squeeze(name));
    if (source !== undefined && source.index < sentence.index && wording.subject.includes(name)) return { reason: 'instrument', sentence: source.index, citation: source.citations[0] ?? null };
  }
  if (!reference.test(wording.subject) && !/^(?:in|under) (?:the|this) (?:(?:final|new|draft|approved|proposed|revised|latest) )?(?:bill|act|law|plan|proposal|draft|manifesto|rules?|directive|treaty|agreement|ordinance)\b/i.test(sentence.text)) return null;
  const first = firstSourced(brief);
  return first === undefined || first.index >= sentence.index ? null : { reason: 'instrument', sentence: first.index, citation: first.citations[0] ?? null };
}
