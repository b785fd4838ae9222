/**
 * The claims of a brief, from what the rules and the model tell of its sentences: those that a rule flags, those with a source, and those with
 * a figure. Kinds and cues are only those that plainly show.
 */
import { forecastPattern } from '../lint/cues/forecast';
import { findCue } from '../lint/find-cues';
import { isOwnStatement } from '../lint/own-results';
import type { Finding } from '../lint/rule';
import { findCover, type Cover } from '../lint/source-cover';
import type { Brief, Sentence } from '../model/brief';
import { overlaps, type Span } from '../text/span';
import { citationsWithin, type EvidenceCitation } from './evidence-citations';
import { headingAt, isTelling } from './evidence-figures';

export const claimKinds = [
  'statistic', 'magnitude', 'comparison', 'trend', 'history', 'law', 'official-action', 'cause', 'condition', 'generalisation', 'view', 'quotation', 'forecast',
] as const;

export type ClaimKind = (typeof claimKinds)[number];

export interface EvidenceClaim extends Span {
  readonly section: string | null;
  readonly kinds: readonly ClaimKind[];
  /** The words that show it, as written. */
  readonly cues: readonly string[];
  readonly owner: 'author' | 'other';
  readonly status: 'sourced' | 'unsourced' | 'own' | 'exempt';
  /** The rule that asks for a source; null where none does. */
  readonly rule: string | null;
  readonly probability: number | null;
  /** By index. */
  readonly citations: readonly number[];
}

export interface ClaimInput {
  readonly brief: Brief;
  readonly findings: readonly Finding[];
  readonly own: readonly string[];
  readonly citations: readonly EvidenceCitation[];
}

export const claimLedger = (input: ClaimInput): readonly EvidenceClaim[] => {
  const flagged = input.findings.filter(({ group, file }) => group === 'claims' && file === undefined);
  return input.brief.sentences.flatMap((sentence) => {
    // A quotation of three sentences is one claim.
    const asked = flagged.find(({ span }) => sentence.span.start <= span.start && span.start < sentence.span.end);
    const hasFigure = sentence.quantities.some(isTelling);
    const isClaim = asked !== undefined || sentence.citations.length > 0 || hasFigure;
    return isClaim && !sentence.isQuestion ? [toClaim(sentence, asked, input)] : [];
  });
};

const toClaim = (sentence: Sentence, asked: Finding | undefined, { brief, own, citations }: ClaimInput): EvidenceClaim => {
  const shown = [...cuesOf(sentence), ...(asked === undefined ? [] : [askedCue(brief, asked)])];
  const isOwn = isOwnStatement(sentence, own) || sentence.citations.some(({ isOwnWork }) => isOwnWork);
  const cover = findCover(brief, sentence);
  return {
    start: sentence.span.start,
    end: sentence.span.end,
    section: headingAt(brief, sentence.span.start),
    kinds: [...new Set(shown.flatMap(({ kind }) => kind ?? []))],
    cues: [...new Set(shown.map(({ cue }) => cue))],
    owner: isOwn ? 'author' : 'other',
    status: statusOf(asked, isOwn, cover),
    rule: asked?.rule ?? null,
    probability: asked?.probability ?? null,
    citations: cover === undefined ? [] : coveringCitations(brief, sentence, cover, citations),
  };
};

const statusOf = (asked: Finding | undefined, isOwn: boolean, cover: Cover | undefined): EvidenceClaim['status'] => {
  if (asked !== undefined && asksForSource(asked)) return 'unsourced';
  if (cover !== undefined) return 'sourced';
  return isOwn ? 'own' : 'exempt';
};

/** Others of the group ask for something else: what a forecast rests on. */
const asksForSource = ({ rule }: Finding): boolean => rule.startsWith('unsourced-') || rule === 'unattributed-quotation' || rule === 'vague-attribution';

interface ShownCue {
  readonly kind: ClaimKind | null;
  readonly cue: string;
}

const cuesOf = (sentence: Sentence): readonly ShownCue[] => {
  const shown: ShownCue[] = [];
  const inCitation = ({ span }: { readonly span: Span }): boolean => sentence.citations.some((citation) => citation.style !== 'link' && overlaps(citation.span, span));
  for (const quantity of sentence.quantities) if (isTelling(quantity) && !inCitation(quantity)) shown.push({ kind: 'statistic', cue: quantity.text });
  for (const { mark, text } of sentence.quotations) if (mark !== 'single' && text.trim().split(/\s+/).length >= 4) shown.push({ kind: 'quotation', cue: text });
  for (const { kind, name } of sentence.falseFriends) if (kind === 'instrument-year') shown.push({ kind: 'law', cue: name });
  const forecast = findCue(sentence, forecastPattern);
  if (forecast !== undefined) shown.push({ kind: 'forecast', cue: forecast.text });
  return shown;
};

const kindsByRule: Readonly<Record<string, ClaimKind>> = { 'vague-attribution': 'view', 'unattributed-quotation': 'quotation', 'projection-without-basis': 'forecast' };

/** "unsourced-trend" is about a trend. */
const askedCue = (brief: Brief, { rule, span }: Finding): ShownCue => {
  const named = claimKinds.find((kind) => rule === `unsourced-${kind}`);
  return { kind: named ?? kindsByRule[rule] ?? null, cue: brief.text.slice(span.start, span.end) };
};

/** In the sentence itself; else those around it that cover it. */
const coveringCitations = (brief: Brief, sentence: Sentence, cover: Cover, citations: readonly EvidenceCitation[]): readonly number[] => {
  switch (cover) {
    case 'sentence':
      return citationsWithin(citations, sentence.span);
    case 'source-line':
      return brief.sourceLines.filter(({ covers }) => covers === sentence.block).flatMap(({ span }) => citationsWithin(citations, span));
    case 'paragraph': {
      const block = brief.blocks[sentence.block];
      return block === undefined ? [] : citationsWithin(citations, block.span);
    }
    case 'lead-in': {
      const before = brief.blocks[sentence.block - 1];
      return before === undefined ? [] : citationsWithin(citations, before.span);
    }
  }
};
