/**
 * What a brief rests on, as one ledger: its claims, figures, citations, references and recommendations, and what nobody could check. The
 * shape is a contract with programs that read it: fields may be added, never changed.
 */
import type { CompletedReference } from '../library/complete-reference';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import { reasonWithoutText, shortNameOf } from '../lint/cited-texts';
import type { Finding } from '../lint/rule';
import type { Brief, Unchecked } from '../model/brief';
import type { Span } from '../text/span';
import { citationLedger, type EvidenceCitation, type EvidenceWork } from './evidence-citations';
import { claimLedger, type EvidenceClaim } from './evidence-claims';
import { figureLedger, type EvidenceFigure } from './evidence-figures';
import { recommendationLedger, type EvidenceRecommendation } from './evidence-recommendations';
import { referenceLedger, type EvidenceReference } from './evidence-references';

export interface Evidence {
  readonly version: 1;
  readonly path: string;
  readonly claims: readonly EvidenceClaim[];
  readonly figures: readonly EvidenceFigure[];
  readonly citations: readonly EvidenceCitation[];
  readonly references: readonly EvidenceReference[];
  readonly recommendations: readonly EvidenceRecommendation[];
  readonly unchecked: readonly EvidenceUnchecked[];
  /** Each work that is cited, whether a list has it or not; two names of one body are one. */
  readonly works: readonly EvidenceWork[];
}

export interface EvidenceUnchecked extends Span {
  readonly reason: string;
}

export interface EvidenceInput {
  readonly path: string;
  readonly brief: Brief;
  readonly library: Library;
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  /** Whose results are the author's own. */
  readonly own: readonly string[];
  /** What a lookup added, by the reference as its entry has it. */
  readonly completed: ReadonlyMap<Reference, CompletedReference>;
  /** Paths to show for bibliography files, by the names that the brief and its settings use. */
  readonly filePaths: ReadonlyMap<string, string>;
}

export const buildEvidence = (input: EvidenceInput): Evidence => {
  const { path, brief, library, findings, own } = input;
  const figures = figureLedger(brief);
  const { citations, works } = citationLedger(brief, library, figures);
  const references = referenceLedger(library, citations, input);
  return {
    version: 1,
    path,
    claims: claimLedger({ brief, findings, own, citations }),
    figures,
    citations,
    references,
    recommendations: recommendationLedger(brief, citations),
    unchecked: uncheckedLedger(input, citations, references),
    works,
  };
};

/** What the check left out, and what the ledger itself could not compare. */
const uncheckedLedger = ({ library, unchecked }: EvidenceInput, citations: readonly EvidenceCitation[], references: readonly EvidenceReference[]): readonly EvidenceUnchecked[] => {
  // Said below of every cited work, whether figures stand beside it or not.
  const saidBelow = new Set(library.references.map((reference) => reasonWithoutText(library, reference)));
  const found: EvidenceUnchecked[] = unchecked.filter(({ reason }) => !saidBelow.has(reason)).map(({ span, reason }) => ({ ...plainSpan(span), reason }));
  if (!library.hasReferences && citations.some(({ resolution }) => resolution === 'not-listed')) {
    found.push({ start: 0, end: 0, reason: 'no reference list and no bibliography: citations could not be looked up' });
  }
  for (const { path, span, reason } of library.unreadable) found.push({ ...plainSpan(span ?? { start: 0, end: 0 }), reason: `${path}: ${reason}` });
  // An entry of the brief's own list has no key that the author would know.
  const nameById = new Map(library.references.map((reference) => [reference.id, reference.format === 'list' ? shortNameOf(reference) : `"${reference.id}"`]));
  for (const { id, citedBy, text } of references) {
    const name = nameById.get(id) ?? `"${id}"`;
    const first = citations[citedBy[0] ?? -1];
    if (first === undefined) continue;
    if (text === null) found.push({ start: first.start, end: first.end, reason: `no text of ${name} is here: figures and quotations were not compared with it` });
    else if (text.problem !== null) found.push({ start: first.start, end: first.end, reason: `the text of ${name} is not wholly read: ${text.problem}` });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
};

const plainSpan = ({ start, end }: Span): Span => ({ start, end });
