/** What brieflint itself knows of the sentences that a second reader labelled: what covers them, whose they are, and what it asks. */
import { claimsOf } from '../../model/claims/claims-of';
import { findNamedSource } from '../../lint/named-source';
import { asksForSource, indexFindings } from '../../lint/asking';
import type { Finding } from '../../lint/rule';
import type { SilencedFinding } from '../../lint/runner';
import { isAtLeast } from '../../lint/severity';
import type { Brief } from '../../model/brief';
import type { OwnershipReason } from '../../model/claims/ownership';
import type { Profile } from '../../profiles/profile';
import { coverageWords } from '../coverage-words';

export interface FactsInput {
  readonly brief: Brief;
  readonly findings: readonly Finding[];
  /** Set aside by comments. */
  readonly silenced: readonly SilencedFinding[];
  readonly profile: Profile | null;
  readonly own: readonly string[];
}

export interface ReviewFacts {
  /** A citation that answers for the sentence, in words; null: none does. */
  readonly source: string | null;
  /** The citation is brieflint's reading of the text around; with it, a finding may stand. */
  readonly isUncertain: boolean;
  /** Why brieflint takes it for the author's own, in words. */
  readonly ownership: string | null;
  /** A source that is named in words, without a citation. */
  readonly named: string | null;
  /** Why the author has set the question aside here, in a comment. */
  readonly setAside: string | null;
  /** The rule that asks for a source here; null: none does. */
  readonly rule: string | null;
}

/** By the sentence's index. */
export const findReviewFacts = ({ brief, findings, silenced, profile, own }: FactsInput): readonly ReviewFacts[] => {
  // Hints are not asked aloud.
  const asking = indexFindings(findings.filter((finding) => asksForSource(finding) && isAtLeast(finding.severity, 'information')));
  const setAside = indexFindings(silenced.filter(asksForSource));
  return claimsOf(brief, own).map(({ sentence, span, coverage, ownership }) => {
    const text = brief.sentences[sentence]?.text ?? '';
    return {
      source: coverage === null ? null : `it is ${coverageWords(brief, coverage)}`,
      isUncertain: coverage !== null && coverage.reason !== 'sentence' && coverage.reason !== 'source-line',
      ownership: ownership === null ? null : ownershipWords[ownership],
      named: findNamedSource(text) ?? (profile?.mode === 'news' ? reporting.exec(text)?.[0] : undefined) ?? null,
      setAside: setAside.gravestIn(span)?.silencedBecause ?? null,
      rule: asking.gravestIn(span)?.rule ?? null,
    };
  });
};

const reporting = /\b(?:said|says|told|according to|reported|added|noted|cautioned)\b/i;

const ownershipWords: Readonly<Record<OwnershipReason, string>> = {
  'first person': 'it tells of the author\'s own work, in the first person',
  'the document itself': 'it tells of this document\'s own work',
  'own name': 'its subject is the issuing body',
  'own result': 'it gives a result of the author\'s own',
};
