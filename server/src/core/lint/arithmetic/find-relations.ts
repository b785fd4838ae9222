/** What the sentences of a brief say of their own numbers, and where that does not come out. */
import type { Brief, Sentence } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { rememberByWords } from '../../text/remember-by-words';
import { sourceSpan } from '../find-cues';
import { spanOf, type Span } from '../../text/span';
import { readAverages } from './average-relations';
import { readChanges } from './change-relations';
import { readConversions } from './conversion-relations';
import { readDifferences } from './difference-relations';
import { exactly, meets } from './interval';
import { readMultiples } from './multiple-relations';
import { readProducts } from './product-relations';
import { skeletonOf, type Relation, type RelationReader, type TermAt } from './relation';
import { isAboutTheSame } from './same-subject';
import { readShares } from './share-relations';
import { statementsOf, type Statement } from './statement';
import { readSums } from './sum-relations';
import { readTableSteps } from './table-relations';
import { withCut, type Term } from './term';

/** One line a family. */
const families: readonly RelationReader[] = [readChanges, readShares, readMultiples, readSums, readDifferences, readProducts, readAverages];

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
  /** By their numbers in the skeleton: those of the sentence, then those of the one before it. */
  readonly terms: readonly Term[];
  readonly termAt: TermAt;
  readonly place: (term: Term) => PlacedTerm;
}

export const passagesOf = rememberByBrief((brief: Brief): readonly Passage[] => {
  const statements = statementsOf(brief);
  const sentenceOf = new Map<Term, Sentence>(statements.flatMap(({ sentence, terms }) => terms.map((term) => [term, sentence] as const)));
  const place = (term: Term): PlacedTerm => {
    const sentence = sentenceOf.get(term);
    return { term, span: sentence ? sourceSpan(sentence, term.start, term.end) : spanOf(0, 0) };
  };
  return statements.map((statement, i) => {
    const { sentence, skeleton } = statement;
    const previous = statements[i - 1];
    const before = previous && areNeighbours(brief, previous, statement) ? previous : null;
    const terms = before ? [...statement.terms, ...before.terms] : statement.terms;
    const lead = before ? `${before.skeleton.replace(/‹(\w)(\d+)›/gu, (_, kind: string, at: string) => `‹${kind}${String(Number(at) + statement.terms.length)}›`)} ¶ ` : '';
    return { sentence, skeleton: lead + skeleton, terms, termAt: (name) => (name === undefined ? undefined : terms[Number(name.slice(1))]), place };
  });
});

const areNeighbours = (brief: Brief, { sentence: a }: Statement, { sentence: b }: Statement): boolean =>
  a.index + 1 === b.index && a.block === b.block && (a.container !== 'list-item' || !brief.text.slice(a.span.end, b.span.start).includes('\n'));

/** Said of the sentence before in so many words, or of another time in both. */
const pointsBack = /¶ (?:that|this|it|the (?:change|rise|increase|fall|drop|cut|decline|difference|reduction|gain|remaining|other|rest|remainder))\b|¶.*\b(?:net|remaining|leaving)\b/u;
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
  for (const passage of passages) for (const relation of relationsOf(passage)) yield { relation, place };
  for (const relation of readConversions(passages)) yield { relation, place };
  for (const { relation, cells } of readTableSteps(brief, passages)) yield { relation, place: (term) => ({ term, span: cells.get(term) ?? place(term).span }) };
}

interface Kept {
  readonly terms: readonly Term[];
  readonly relations: readonly Relation[];
}

/** After a keystroke all sentences but one say what they said. */
const keptFor = rememberByWords((): { kept: Kept | null } => ({ kept: null }));

const relationsOf = (passage: Passage): readonly Relation[] => {
  const { skeleton, terms } = passage;
  const holder = keptFor(`${skeleton}\n${terms.map(({ text, interval, unit }) => `${text} ${String(interval.low)} ${String(interval.high)} ${unit ?? ''}`).join('\n')}`);
  holder.kept ??= { terms, relations: [...readPassage(passage)] };
  const { kept } = holder;
  if (kept.terms === terms) return kept.relations;
  const now = (term: Term): Term => terms[kept.terms.indexOf(term)] ?? term;
  return kept.relations.map((relation) => ({ ...relation, stated: now(relation.stated), operands: relation.operands.map(now) }));
};

function* readPassage({ skeleton, termAt }: Passage): Iterable<Relation> {
  const border = skeleton.indexOf('¶');
  const own = skeletonOf(skeleton.slice(border + 1).trimStart());
  if (own.kinds.length > 1) for (const read of families) yield* read(own, termAt);
  // With the sentence before, only where the words point back to it.
  if (border >= 0 && goesOn(skeleton)) for (const read of families) yield* read(skeletonOf(skeleton), termAt);
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
  return [...found.values()].filter(({ stated }) => !right.has(stated.term));
});

export const valueOf = ({ compute, operands }: Relation): number => compute(operands.map(({ value }) => exactly(value)))[0]?.low ?? Number.NaN;

/** A slip leaves a number in the neighbourhood of what it should be, or moves its point. */
const isNear = (relation: Relation): boolean => {
  const [value, stated] = [Math.abs(valueOf(relation)), relation.stated.value];
  if (!Number.isFinite(value)) return false;
  const ratio = Math.max(value, stated) / Math.max(Number.EPSILON, Math.min(value, stated));
  return ratio <= relation.mostTimes || [10, 100, 1000].some((factor) => Math.abs(ratio / factor - 1) < 0.02);
};
