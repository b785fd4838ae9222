/** What the sentences of a brief say of their own numbers, and where that does not come out. */
import type { Brief, Sentence } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { rememberBy } from '../../model/remember-by';
import { createNotes } from '../../model/sentence-memory';
import { sourceSpan } from '../find-cues';
import { spanOf, type Span } from '../../text/span';
import { readAverages } from './average-relations';
import { readChanges } from './change-relations';
import { readCompleteParts } from './complete-parts';
import { readConversions } from './conversion-relations';
import { readDifferences } from './difference-relations';
import { exactly, meets } from './interval';
import { readListedSums } from './listed-sums';
import { readMultiples } from './multiple-relations';
import { readNets } from './net-relations';
import { readProducts } from './product-relations';
import { skeletonOf, type Relation, type RelationReader, type TermAt } from './relation';
import { isAboutTheSame } from './same-subject';
import { readShares } from './share-relations';
import { statementsOf, type Stated, type Statement } from './statement';
import { readSums } from './sum-relations';
import { readTableSteps } from './table-relations';
import { readTakenUp } from './taken-up-relations';
import { withCut, type Term } from './term';
import { readTimes } from './time-relations';

/** One line a family. */
const families: readonly RelationReader[] = [readChanges, readShares, readMultiples, readSums, readDifferences, readProducts, readTimes, readAverages, readCompleteParts];

/** A number with its place in the brief. */
export interface PlacedTerm {
  readonly term: Term;
  readonly span: Span;
}

export interface Mismatch {
  readonly relation: Relation;
  readonly stated: PlacedTerm;
  readonly operands: readonly PlacedTerm[];
  /** Computed from the numbers as written. */
  readonly value: number;
}

/** A sentence with numbers, and the one before it where the two stand together: `first ¶ second`. */
export interface Passage {
  readonly sentence: Sentence;
  readonly skeleton: string;
  readonly termAt: TermAt;
  /** All that it says, and not where it stands: one object as long as the two sentences say the same. */
  readonly wording: Wording;
  readonly place: (term: Term) => PlacedTerm;
}

export interface Wording {
  readonly skeleton: string;
  readonly termAt: TermAt;
}

interface KeptWording {
  readonly own: Stated;
  readonly before: Stated | null;
  readonly wording: Wording;
}

const keptWordings = createNotes<KeptWording>();

const wordingOf = (sentence: Sentence, own: Stated, before: Stated | null): Wording => {
  const kept = keptWordings.get(sentence);
  if (kept?.own === own && kept.before === before) return kept.wording;
  const wording = readWording(own, before);
  keptWordings.set(sentence, { own, before, wording });
  return wording;
};

/** Terms go by their numbers in the skeleton: those of the sentence, then those of the one before it. */
const readWording = (own: Stated, before: Stated | null): Wording => {
  const terms = before ? [...own.terms, ...before.terms] : own.terms;
  const lead = before ? `${before.skeleton.replace(/‹(\w)(\d+)›/gu, (_, kind: string, at: string) => `‹${kind}${String(Number(at) + own.terms.length)}›`)} ¶ ` : '';
  return { skeleton: lead + own.skeleton, termAt: (name) => (name === undefined ? undefined : terms[Number(name.slice(1))]) };
};

export const passagesOf = rememberByBrief((brief: Brief): readonly Passage[] => {
  const statements = statementsOf(brief);
  // Most briefs say nothing that must be placed.
  let sentenceOf: ReadonlyMap<Term, Sentence> | undefined;
  const place = (term: Term): PlacedTerm => {
    sentenceOf ??= new Map(statements.flatMap(({ sentence, terms }) => terms.map((one) => [one, sentence] as const)));
    const sentence = sentenceOf.get(term);
    return { term, span: sentence ? sourceSpan(sentence, term.start, term.end) : spanOf(0, 0) };
  };
  return statements.map((statement, i) => {
    const { sentence, stated } = statement;
    const previous = statements[i - 1];
    const wording = wordingOf(sentence, stated, previous && areNeighbours(brief, previous, statement) ? previous.stated : null);
    return { sentence, skeleton: wording.skeleton, termAt: wording.termAt, wording, place };
  });
});

const areNeighbours = (brief: Brief, { sentence: a }: Statement, { sentence: b }: Statement): boolean =>
  a.index + 1 === b.index && a.block === b.block && (a.container !== 'list-item' || !brief.text.slice(a.span.end, b.span.start).includes('\n'));

/** Said of the sentence before in so many words, or of another time in both. */
const pointsBack = /¶ (?:that|this|it|the (?:change|rise|increase|fall|drop|cut|decline|difference|reduction|gain|remaining|other|rest|remainder|‹\w+›[- ]?(?:change|rise|increase|fall|drop|cut|decline|difference|reduction|gain)))\b|¶.* of (?:them|these|those)\b|¶.*\b(?:net|remaining|leaving)\b/u;
const comparesTimes = /\b(?:(?:19|20)\d\d|last|previous|ago|before|earlier)\b.*¶.*\b(?:(?:19|20)\d\d|now|today|currently|this year|later)\b.*(?:increase|rise|growth|fall|drop|decline|reduction|cut|change|gain|jump|decrease|improvement|up|down)\b/u;

const goesOn = (skeleton: string): boolean => {
  if (pointsBack.test(skeleton)) return true;
  const [before = '', own = ''] = skeleton.split('¶');
  return comparesTimes.test(skeleton) && isAboutTheSame(before, own.split('‹')[0] ?? '');
};

function* relationsIn(brief: Brief): Iterable<{ readonly relation: Relation; readonly place: Passage['place'] }> {
  const passages = passagesOf(brief);
  const place = passages[0]?.place;
  if (!place) return;
  for (const passage of passages) for (const relation of relationsOf(passage.wording)) yield { relation, place };
  for (const relation of readConversions(passages)) yield { relation, place };
  for (const relation of readNets(brief, passages)) yield { relation, place };
  for (const relation of readListedSums(brief, passages)) yield { relation, place };
  for (const { relation, cells } of readTableSteps(brief, passages)) yield { relation, place: (term) => ({ term, span: cells.get(term) ?? place(term).span }) };
}

/** After a keystroke all sentences but one say what they said. */
const relationsOf = rememberBy((wording: Wording): readonly Relation[] => [...readPassage(wording)]);

function* readPassage({ skeleton, termAt }: Wording): Iterable<Relation> {
  const border = skeleton.indexOf('¶');
  const own = skeletonOf(skeleton.slice(border + 1).trimStart());
  if (own.kinds.length > 1) for (const read of families) yield* read(own, termAt);
  // With the sentence before, only where the words point back to it.
  if (border < 0) return;
  if (goesOn(skeleton)) for (const read of families) yield* read(skeletonOf(skeleton), termAt);
  yield* readTakenUp(skeletonOf(skeleton), termAt);
}

/** Relations that do not come out, each stated number at most once. */
export const mismatchesOf = rememberByBrief((brief: Brief): readonly Mismatch[] => {
  const found = new Map<Term, Mismatch>();
  const right = new Set<Term>();
  for (const { relation, place } of relationsIn(brief)) {
    const { stated, operands } = relation;
    const readings = relation.compute(operands.map(({ interval }) => interval));
    // What comes out by one reading of the words is no fault by another.
    if (readings.some((reading) => meets(reading, withCut(stated)))) right.add(stated);
    else if (!found.has(stated) && isNear(relation)) found.set(stated, { relation, stated: place(stated), operands: operands.map(place), value: valueOf(relation) });
  }
  return [...found.values()].filter((mismatch) => !right.has(mismatch.stated.term) && !isDisclaimed(brief, mismatch));
});

/** "Figures do not add up to the total, as some are counted twice", in the same paragraph. */
const disclaimer = /\b(?:(?:do|does|may|might|will|need) not (?:always |necessarily )?(?:add|sum)\b|counted (?:twice|more than once)|double[- ]count\w*|(?:owing|due) to rounding|because of rounding)/i;
const isDisclaimed = ({ text }: Brief, { relation: { says }, stated: { span } }: Mismatch): boolean => {
  if (!says.includes(' + ')) return false;
  const end = text.indexOf('\n\n', span.end);
  return disclaimer.test(text.slice(span.end, Math.min(span.end + 600, end < 0 ? text.length : end)));
};

export const valueOf = ({ compute, operands }: Relation): number => compute(operands.map(({ value }) => exactly(value)))[0]?.low ?? Number.NaN;

/** A slip leaves a number in the neighbourhood of what it should be, or moves its point. */
const isNear = (relation: Relation): boolean => {
  const [value, stated] = [Math.abs(valueOf(relation)), relation.stated.value];
  if (!Number.isFinite(value)) return false;
  const ratio = Math.max(value, stated) / Math.max(Number.EPSILON, Math.min(value, stated));
  return ratio <= relation.mostTimes || [10, 100, 1000].some((factor) => Math.abs(ratio / factor - 1) < 0.02);
};
