/** What a list of a brief's claims shows: by section, each with what answers for it. Open claims are those that a rule asks about. */
import { coverageWords, reachOf, type CoverageReach } from './coverage-words';
import { asksForSource, indexFindings, type FindingIndex } from '../lint/asking';
import { shorten } from '../lint/message-words';
import type { Finding } from '../lint/rule';
import type { SilencedFinding } from '../lint/runner';
import { claimsOf } from '../model/claims/claims-of';
import type { Brief, Sentence } from '../model/brief';
import { findClaimCues, type ClaimKind } from '../model/claims/kinds';
import type { Coverage } from '../model/claims/cover';
import type { Claim } from '../model/claims/find-claims';
import { spanOf, type Span } from '../text/span';

/**
 * `open`: a rule asks for a source. `possible`: it asks in a hint. `ignored`: it would, but a comment has set it aside.
 * `exempt`: no claim, or one that owes no source.
 */
export type ClaimState = 'open' | 'possible' | 'sourced' | 'own' | 'ignored' | 'exempt';

export interface ListedClaim {
  readonly span: Span;
  /** The sentence's words on one line. */
  readonly text: string;
  readonly state: ClaimState;
  /** The one that pins it down most first. */
  readonly kinds: readonly ClaimKind[];
  /** The words that show the first kind. */
  readonly cues: readonly string[];
  /** What answers for it, in plain words; null where nothing does. */
  readonly answer: string | null;
  /** How far off its source stands; null where it has none. */
  readonly reach: CoverageReach | null;
  /** What a rule asks about it; null where none does. */
  readonly asked: Finding | null;
}

export interface ClaimSection {
  /** null: before the first heading. */
  readonly title: string | null;
  readonly span: Span;
  readonly claims: readonly ListedClaim[];
}

export interface ClaimListInput {
  readonly brief: Brief;
  /** Names of the issuing body. */
  readonly own: readonly string[];
  readonly findings: readonly Finding[];
  /** Set aside by comments. */
  readonly silenced: readonly SilencedFinding[];
}

/** Sections in order, without those that have no sentence. */
export const listClaims = (input: ClaimListInput): readonly ClaimSection[] => {
  const bySection = new Map<number, ListedClaim[]>();
  for (const { section, claim } of listedClaims(input)) {
    const claims = bySection.get(section);
    if (claims === undefined) bySection.set(section, [claim]);
    else claims.push(claim);
  }
  return [...bySection].map(([index, claims]) => {
    const section = input.brief.sections[index];
    return { title: section?.heading?.text ?? null, span: section?.heading?.span ?? spanOf(0, 0), claims };
  });
};

const listedClaims = ({ brief, own, findings, silenced }: ClaimListInput): readonly { readonly section: number; readonly claim: ListedClaim }[] => {
  const asking = indexFindings(findings.filter(asksForSource));
  const setAside = indexFindings(silenced.filter(asksForSource));
  return claimsOf(brief, own).flatMap((claim) => {
    const sentence = brief.sentences[claim.sentence];
    if (sentence === undefined || sentence.container === 'footnote') return [];
    return [{ section: claim.section, claim: toListed({ brief, claim, sentence, asking, setAside }) }];
  });
};

interface Facts {
  readonly brief: Brief;
  readonly claim: Claim;
  readonly sentence: Sentence;
  readonly asking: FindingIndex<Finding>;
  readonly setAside: FindingIndex<SilencedFinding>;
}

const toListed = ({ brief, claim, sentence, asking, setAside }: Facts): ListedClaim => {
  const asked = asking.gravestIn(sentence.span) ?? null;
  const reason = asked === null ? (setAside.gravestIn(sentence.span)?.silencedBecause ?? null) : null;
  const coverage = asked === null && reason === null ? claim.coverage : null;
  const state = stateOf({ claim, sentence, asked, coverage, reason });
  const [first] = claim.kinds;
  const isSource = coverage !== null && coverage.citation?.isOwnWork !== true;
  return {
    span: sentence.span,
    text: sentence.text.replace(/\s+/g, ' ').trim(),
    state,
    kinds: claim.kinds,
    cues: first === undefined ? [] : [...new Set(findClaimCues(sentence, first).map(({ text }) => shorten(text, 40)))],
    answer: isSource ? coverageWords(brief, coverage) : answerOf(claim, state, reason),
    reach: isSource ? reachOf(coverage.reason) : null,
    asked,
  };
};

interface StateFacts {
  readonly claim: Claim;
  readonly sentence: Sentence;
  readonly asked: Finding | null;
  readonly coverage: Coverage | null;
  readonly reason: string | null;
}

/** Where a source stands near and no rule asks, it counts, though the model alone may doubt that it is for this sentence. */
const stateOf = ({ claim, sentence, asked, coverage, reason }: StateFacts): ClaimState => {
  if (asked !== null) return asked.severity === 'hint' ? 'possible' : 'open';
  if (reason !== null) return 'ignored';
  const isClaim = !sentence.isQuestion && (claim.kinds.length > 0 || sentence.citations.length > 0);
  if (!isClaim) return 'exempt';
  if (coverage !== null) return coverage.citation?.isOwnWork === true ? 'own' : 'sourced';
  return claim.status === 'own' ? 'own' : 'exempt';
};

const answerOf = (claim: Claim, state: ClaimState, ignoredBecause: string | null): string | null => {
  if (state === 'ignored') return ignoredBecause;
  if (state !== 'own') return null;
  return claim.ownership === null ? 'the author’s own work' : `the author’s own (${claim.ownership})`;
};
