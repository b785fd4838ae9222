/**
 * The claims of a brief, each with what it rests on: sentences that state what somebody could check, and the figures of tables. What they are, whose they are and
 * what covers them the model says; which rule asks, the findings.
 */
import { asksForSource, indexFindings } from '../lint/asking';
import { findNamedSource } from '../lint/named-source';
import type { Finding } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { type CellClaim, cellClaimsOf } from '../model/claims/cell-claims';
import { claimsOf } from '../model/claims/claims-of';
import type { Coverage, CoverageReason } from '../model/claims/cover';
import type { Claim } from '../model/claims/find-claims';
import { type ClaimKind, findClaimCues } from '../model/claims/kinds';
import { sliceOf, type Span } from '../text/span';
import { coverageWords } from './coverage-words';
import { citationFinder, type EvidenceCitation } from './evidence-citations';
import { headingAt, isTelling } from './evidence-figures';

export interface EvidenceClaim extends Span {
  readonly section: string | null;
  readonly kinds: readonly ClaimKind[];
  /** The words that show it, as written. */
  readonly cues: readonly string[];
  readonly owner: 'author' | 'other';
  readonly status: 'sourced' | 'unsourced' | 'own' | 'exempt';
  /** The rule that asks about it, before others one that asks for a source; null where none does. */
  readonly rule: string | null;
  /** That an editor would ask for a source and find none; null for cells. */
  readonly probability: number | null;
  /** What made the probability of an unsourced claim high, by names of the model's features. */
  readonly reasons: readonly string[];
  /** By index. */
  readonly citations: readonly number[];
  /** Why a source answers for it, `named` where the sentence names one without a citation; null where none does. */
  readonly coverage: CoverageReason | 'named' | null;
  /** What it rests on, in plain words; null: on nothing that shows. */
  readonly basis: string | null;
  readonly inTable: boolean;
}

export interface ClaimInput {
  readonly brief: Brief;
  readonly findings: readonly Finding[];
  readonly own: readonly string[];
  readonly citations: readonly EvidenceCitation[];
}

export const claimLedger = (input: ClaimInput): readonly EvidenceClaim[] => {
  const ofBrief = input.findings.filter(({ file }) => file === undefined);
  const asking = indexFindings(ofBrief.filter(asksForSource));
  // Whose method it was, what a forecast starts from.
  const askingElse = indexFindings(ofBrief.filter((finding) => finding.group === 'claims' && !asksForSource(finding)));
  const tablesAsked = askedTables(input.brief, ofBrief);
  const findCitations = citationFinder(input.citations);
  const sentences = claimsOf(input.brief, input.own).flatMap((claim) => {
    const sentence = input.brief.sentences[claim.sentence];
    if (sentence === undefined || sentence.isQuestion || sentence.container === 'footnote') return [];
    // A quotation of three sentences is one claim.
    const asked = asking.gravestIn(sentence.span) ?? askingElse.gravestIn(sentence.span);
    return asked !== undefined || claim.kinds.length > 0 || sentence.citations.length > 0 || sentence.quantities.some(isTelling) ? [ofSentence(claim, sentence, asked, { brief: input.brief, findCitations })] : [];
  });
  return [...sentences, ...cellClaimsOf(input.brief).map((claim) => ofCell(claim, tablesAsked.get(claim.table), { brief: input.brief, findCitations }))].sort((a, b) => a.start - b.start || a.end - b.end);
};

interface Places {
  readonly brief: Brief;
  /** By index. */
  readonly findCitations: (span: Span) => readonly number[];
}

/** What is asked about the source of whole tables, by block. */
const askedTables = ({ tables }: Brief, findings: readonly Finding[]): ReadonlyMap<number, Finding> => {
  const missing = indexFindings(findings.filter(({ rule, level }) => rule === 'table-without-source' && level === 'missing'));
  return new Map(
    tables.flatMap(({ index, span, caption }) => {
      const finding = missing.gravestIn(span) ?? (caption === null ? undefined : missing.gravestIn(caption.span));
      return finding === undefined ? [] : [[index, finding] as const];
    }),
  );
};

const ofSentence = (claim: Claim, sentence: Sentence, asked: Finding | undefined, { brief, findCitations }: Places): EvidenceClaim => {
  const status = statusOf(claim, sentence, asked);
  const coverage = status === 'unsourced' ? null : claim.coverage;
  const named = coverage === null && status === 'sourced' ? findNamedSource(sentence.text) : undefined;
  const figures = sentence.quantities.filter(isTelling);
  const askedKind = asked === undefined ? undefined : kindsByRule[asked.rule];
  const kinds = new Set([...claim.kinds, ...(figures.length === 0 ? [] : ['statistic' as const]), ...(askedKind === undefined ? [] : [askedKind])]);
  const cues = [...[...kinds].flatMap((kind) => (kind === 'statistic' ? figures : findClaimCues(sentence, kind)).map(({ text }) => text)), ...(asked === undefined ? [] : [sliceOf(brief.text, asked.span)])];
  return {
    start: sentence.span.start,
    end: sentence.span.end,
    section: headingAt(brief, sentence.span.start),
    kinds: [...kinds],
    cues: [...new Set(cues)],
    owner: status === 'own' || claim.owner === 'author' ? 'author' : 'other',
    status,
    rule: asked?.rule ?? null,
    probability: asked?.probability ?? Math.round(claim.probability * 100) / 100,
    reasons: status === 'unsourced' ? claim.reasons : [],
    citations: coverage === null ? [] : findCitations(coverage.place),
    coverage: coverage?.reason ?? (named === undefined ? null : 'named'),
    basis: basisOf(brief, claim, coverage, named, status),
    inTable: false,
  };
};

const statusOf = (claim: Claim, sentence: Sentence, asked: Finding | undefined): EvidenceClaim['status'] => {
  if (asked !== undefined && asksForSource(asked)) return 'unsourced';
  if (claim.coverage !== null) return claim.coverage.citation?.isOwnWork === true ? 'own' : 'sourced';
  if (claim.status === 'own') return 'own';
  // Where nobody asks although nothing covers it, a source is named in words, or none is owed there.
  return findNamedSource(sentence.text) === undefined ? 'exempt' : 'sourced';
};

const basisOf = (brief: Brief, claim: Claim, coverage: Coverage | null, named: string | undefined, status: EvidenceClaim['status']): string | null => {
  if (coverage !== null) return coverageWords(brief, coverage);
  if (named !== undefined) return `names a source in words: ${named}`;
  return status === 'own' && claim.ownership !== null ? `the author’s own: ${claim.ownership}` : null;
};

const kindsByRule: Readonly<Partial<Record<string, ClaimKind>>> = {
  'unsourced-statistic': 'statistic',
  'vague-attribution': 'view',
  'incomplete-attribution': 'view',
  'unattributed-quotation': 'quotation',
  'projection-without-basis': 'forecast',
};

const ofCell = ({ cell, coverage, status }: CellClaim, asked: Finding | undefined, { brief, findCitations }: Places): EvidenceClaim => {
  const finding = coverage === null ? asked : undefined;
  return {
    start: cell.span.start,
    end: cell.span.end,
    section: headingAt(brief, cell.span.start),
    kinds: ['statistic'],
    cues: cell.quantities.map(({ text }) => text),
    owner: status === 'own' ? 'author' : 'other',
    status: status === 'unsourced' && finding === undefined ? 'exempt' : status,
    rule: finding?.rule ?? null,
    probability: null,
    reasons: [],
    citations: coverage === null ? [] : findCitations(coverage.place),
    coverage: coverage?.reason ?? null,
    basis: coverage === null ? null : coverageWords(brief, coverage),
    inTable: true,
  };
};
