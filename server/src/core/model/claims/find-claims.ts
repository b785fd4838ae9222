import type { Brief } from '../brief';
import type { Span } from '../../text/span';
import { rememberBySentence } from '../sentence-memory';
import type { Coverage } from './cover';
import { describeSentence } from './features';
import { type ClaimKind, findKinds } from './kinds';
import { findOwnership, type OwnershipReason } from './ownership';
import { scoreSentences } from './score-sentences';
import { reasonsFor, shippedModel } from './scorer';
import { buildContext, type SentenceContext } from './sentence-context';
import { readSentenceWords } from './sentence-words';

/** A sentence that states a fact somebody could check, and what answers for it. */
export interface Claim {
  /** Index of the sentence. */
  readonly sentence: number;
  readonly span: Span;
  readonly section: number;
  /** The one that pins the sentence down most first. `findClaimCues` gives the words. */
  readonly kinds: readonly ClaimKind[];
  readonly owner: 'author' | 'other';
  readonly ownership: OwnershipReason | null;
  readonly coverage: Coverage | null;
  readonly status: ClaimStatus;
  /** That an editor would ask for a source and find none. */
  readonly probability: number;
  /** What speaks most for a missing source, by names of features, the strongest first; empty unless unsourced. */
  readonly reasons: readonly string[];
}

/** `exempt`: no kind of claim shows, or the model holds it for one that owes no source. */
export type ClaimStatus = 'sourced' | 'unsourced' | 'own' | 'exempt';

/** Each sentence as a claim, in order. `own` are names of the issuing body. */
export function findClaims(brief: Brief, own: readonly string[]): readonly Claim[] {
  const context = buildContext(brief, own);
  const probabilities = scoreSentences(context);
  return brief.sentences.map((sentence) => {
    const coverage = context.coverage.all[sentence.index] ?? null;
    const ownership = findOwnership(context, sentence);
    const probability = probabilities[sentence.index] ?? 0;
    const kinds = kindsOf(sentence);
    const status = statusOf(context, { kinds, coverage, ownership, probability, index: sentence.index });
    return {
      sentence: sentence.index,
      span: sentence.span,
      section: sentence.section,
      kinds,
      owner: ownership === null ? 'other' : 'author',
      ownership,
      coverage,
      status,
      probability,
      reasons: status === 'unsourced' ? reasonsFor(describeSentence(context, sentence), 3) : [],
    };
  });
}

const kindsOf = rememberBySentence((sentence) => findKinds(sentence, readSentenceWords(sentence.text).cues));

interface Facts {
  readonly index: number;
  readonly kinds: readonly ClaimKind[];
  readonly coverage: Coverage | null;
  readonly ownership: OwnershipReason | null;
  readonly probability: number;
}

function statusOf({ brief }: SentenceContext, { index, kinds, coverage, ownership, probability }: Facts): ClaimStatus {
  const isUnsure = coverage !== null && uncertain.has(coverage.reason) && probability >= shippedModel.levels.hint;
  if (coverage !== null && !isUnsure) return 'sourced';
  if (ownership !== null) return 'own';
  if (kinds.length === 0 || brief.sentences[index]?.isQuestion === true || probability < shippedModel.levels.hint) return 'exempt';
  return 'unsourced';
}

/** A source nearby that may stand for another statement: the wording decides. */
const uncertain: ReadonlySet<string> = new Set(['carried-on', 'paragraph-end', 'later-in-paragraph', 'anaphora']);
