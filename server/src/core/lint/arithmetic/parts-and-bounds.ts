/**
 * A part that is larger than the whole just named, and bounds that have changed places.
 *
 *     In all 1,450 homes were built, of which 1,620 were affordable.
 *     The minimum fine is €450 and the maximum fine €300.
 */
import type { Contradiction } from './directions';
import { matchesIn, patternOf, shortGap, skeletonOf, token, type SkeletonPattern } from './relation';
import type { Stated } from './statement';
import { areLike, type Term } from './term';

type TermAt = (name: string | undefined) => Term | undefined;

const few = String.raw`(?:only |just |about |around |some |an estimated |as many as )*`;
const is = String.raw`(?:were|are|was|had|have|has|did|do|will|would|came|live|lived|took|reported|said|passed|failed|ratified|responded|completed|received|went|got|paid)`;

/** `a`: the whole, `b`: the part. */
const partPatterns: readonly SkeletonPattern[] = [
  // 1,450 homes were built, of which 1,620 were affordable
  String.raw`(?<lead>^|[^‹;:.¶]{1,24}?)${token('a', 'n')}${shortGap(50)},? of (?:which|whom) ${few}${token('b', 'n')} ${is}\b`,
  // 1,450 homes were built; 1,620 of them were affordable
  String.raw`(?<lead>^|[^‹;:.¶]{1,24}?)${token('a', 'n')}${shortGap(50)}[;,.] (?:and |but )?${few}${token('b', 'n')} of (?:them|these|those)\b`,
  // 640 nurses, including 702 agency nurses
  String.raw`(?<lead>^|[^‹;:.¶]{1,24}?)${token('a', 'n')} (?:[\p{L}-]+ )?(?<noun>\p{L}{4,}),? including ${few}${token('b', 'n')} (?:[\p{L}-]+ )?\k<noun>\b`,
  // Of 27 member states, 31 have ratified the treaty
  String.raw`^(?<lead>)(?:of|out of|among) ${token('a', 'n')} [^‹;:,¶()]{3,40}, ${few}${token('b', 'n')} ${is}\b`,
].map(patternOf);

/** "1,200 people in 14 schools, of whom 90": the nearest number is that of places; of growth and balance, a part may be more. */
const isOfPlaces = /\b(?:in|at|from|across|by|with|for|on|to|over|than|hundreds|thousands|dozens|many|several|phase|stage|step|article|section|table|age|aged|increase|decrease|change|net) (?:the |its |all |about |some |around )*$/u;
const sumsUp = /\bin (?:all|total),? $/u;

function* partsAboveWhole(skeleton: string, termAt: TermAt): Iterable<Contradiction> {
  for (const pattern of partPatterns) {
    for (const match of matchesIn(skeletonOf(skeleton), pattern)) {
      const [whole, part] = [termAt(match.groups?.['a']), termAt(match.groups?.['b'])];
      const at = skeleton.indexOf(`‹${match.groups?.['a'] ?? ''}›`);
      const before = skeleton.slice(0, at);
      if (!whole || !part || !areCounts(whole, part) || (isOfPlaces.test(before) && !sumsUp.test(before)) || hasOther(before, part, termAt)) continue;
      if (whole.interval.high < part.interval.low) yield { first: part, second: whole, message: `${part.text} cannot be a part of ${whole.text}` };
    }
  }
}

const areCounts = (...terms: readonly Term[]): boolean => terms.every(({ unit, scale, hasQualifier, value }) => unit === null && scale === 1 && !hasQualifier && Number.isInteger(value)) && Math.max(...terms.map(({ value }) => value)) <= 10 * Math.min(...terms.map(({ value }) => value));

/** A larger number further up can be the whole that was meant. */
const hasOther = (before: string, part: Term, termAt: TermAt): boolean => Array.from(before.matchAll(/‹(n\d+)›/gu), ([, name]) => termAt(name)).some((term) => term !== undefined && term.interval.high >= part.value);

/** From the smallest to the largest, the names of what cannot cross. */
const ladders: readonly (readonly RegExp[])[] = [
  [/\b(?:minimum|min\.)(?<noun>(?: \p{L}+)?)(?= )/gu, /\b(?:maximum|max\.)(?<noun>(?: \p{L}+)?)(?= )/gu],
  // Of a spread; "the lowest quartile gains 2%" is a group of people.
  [/\b(?:lower|first) quartile\b(?<noun>)/gu, /\bmedian\b(?<noun>)/gu, /\b(?:upper|third) quartile\b(?<noun>)/gu],
  [/\blower (?:limit|bound)\b(?<noun>)/gu, /\bupper (?:limit|bound)\b(?<noun>)/gu],
];
const valueBehind = new RegExp(String.raw`^(?:(?!\b(?:and|or|while|but|above|below|over|under|than|times|rose|fell|by|from)\b)[^‹;:,¶]){0,30}?${token('v', 'pmn')}`, 'u');
const otherTimes = /\b(?:respectively|rose|fell|from|raised|lowered|cut|increased|decreased|before|until|now|previously|then|if|each|gains?|losse?s?|loses?|lost|increases?|decreases?|changes?|cuts?)\b/u;

interface Rung {
  readonly level: number;
  readonly noun: string;
  readonly term: Term;
}

function* crossedBounds(skeleton: string, termAt: TermAt): Iterable<Contradiction> {
  if (otherTimes.test(skeleton) || !/\b(?:min(?:imum|\.)|quartile|lower (?:limit|bound))/u.test(skeleton)) return;
  for (const ladder of ladders) {
    const rungs = ladder.flatMap((name, level) => rungsOf(skeleton, name, level, termAt));
    // With two of a kind, nobody can tell which belongs to which.
    if (new Set(rungs.map(({ level }) => level)).size !== rungs.length) continue;
    for (const [i, low] of rungs.entries()) {
      const high = rungs.slice(i + 1).find((other) => areLike(low.term, other.term) && areOfOne(low.noun, other.noun) && low.term.interval.low > other.term.interval.high);
      if (high) yield { first: low.term, second: high.term, message: `The smaller bound, ${low.term.text}, is more than the larger, ${high.term.text}` };
    }
  }
}

const rungsOf = (skeleton: string, name: RegExp, level: number, termAt: TermAt): readonly Rung[] =>
  Array.from(skeleton.matchAll(name)).flatMap((match) => {
    const term = termAt(valueBehind.exec(skeleton.slice(match.index + match[0].length))?.groups?.['v']);
    return term && !/^\D{0,3}[-−–]/.test(term.text) && !term.hasQualifier ? [{ level, noun: (match.groups?.['noun'] ?? '').trim(), term }] : [];
  });

/** "The minimum fine is … and the maximum": the second may leave the noun to the first. */
const areOfOne = (noun: string, other: string): boolean => noun === other || isVerb.test(other) || isVerb.test(noun);
const isVerb = /^(?:is|was|at|of|stands|stood|being|are)?$/u;

export function* crossedPartsAndBounds({ skeleton, terms }: Stated): Iterable<Contradiction> {
  if (terms.length < 2) return;
  const termAt: TermAt = (name) => (name === undefined ? undefined : terms[Number(name.slice(1))]);
  yield* partsAboveWhole(skeleton, termAt);
  yield* crossedBounds(skeleton, termAt);
}
