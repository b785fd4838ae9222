import type { Interval } from './interval';
import type { Term } from './term';

/** How the computed value is said: a figure in the writing of the stated one, a change with its sign, points, or times. */
export type ResultForm = 'figure' | 'change' | 'points' | 'times';

/** What the words of a text say of its numbers: that `stated` follows from `operands`. */
export interface Relation {
  readonly stated: Term;
  readonly operands: readonly Term[];
  /** The values that `stated` may have; several where the words leave several readings open. The first is the plainest, and the one that messages give. */
  readonly compute: (operands: readonly Interval[]) => readonly Interval[];
  /** What the operand would have to be for `stated` to be right; null where that makes no sense. */
  readonly solve?: (at: number, values: readonly number[], stated: number) => number | null;
  /** "200,000 to 260,000 is", "30 of 120 is". */
  readonly says: string;
  readonly form: ResultForm;
  /** Stated and computed values farther apart than this many times are two things, not a slip. */
  readonly mostTimes: number;
}

export type TermAt = (token: string | undefined) => Term | undefined;

/** Sentences with their numbers taken out, and the kinds of those numbers in order ("mmp"). */
export interface Skeleton {
  readonly words: string;
  readonly kinds: string;
}

/** Reads the relations of one family in a skeleton. */
export type RelationReader = (skeleton: Skeleton, termAt: TermAt) => Iterable<Relation>;

export const skeletonOf = (words: string): Skeleton => ({ words, kinds: Array.from(words.matchAll(/‹(\w)/gu), ([, kind = '']) => kind).join('') });

/** A pattern over skeletons, and what it needs before it is worth a try. */
export interface SkeletonPattern {
  readonly regex: RegExp;
  /** How many numbers of such kinds. */
  readonly needs: readonly { readonly kinds: string; readonly count: number }[];
}

export const patternOf = (source: string): SkeletonPattern => {
  const counts = new Map<string, number>();
  for (const [, kinds = ''] of source.matchAll(/‹\(\?<\w+>\[(\w+)\]/gu)) counts.set(kinds, (counts.get(kinds) ?? 0) + 1);
  return { regex: new RegExp(source, 'gu'), needs: [...counts].map(([kinds, count]) => ({ kinds, count })) };
};

/** The numbers that the skeleton has are looked at first: most sentences have too few, or none of the kind. */
export function* matchesIn({ words, kinds }: Skeleton, { regex, needs }: SkeletonPattern): Iterable<RegExpExecArray> {
  for (const need of needs) {
    let count = 0;
    for (const kind of kinds) if (need.kinds.includes(kind)) count++;
    if (count < need.count) return;
  }
  yield* words.matchAll(regex);
}

/** A token of the given kinds, as a named group. */
export const token = (name: string, kinds: string): string => `‹(?<${name}>[${kinds}]\\d+)›`;

/** Words, without another number between but lengths of time; as few as will do. */
export const gap = (longest: number): string => `(?:[^‹;¶]|‹t\\d+›){0,${String(longest)}}?`;

/** Words of one clause. */
export const shortGap = (longest: number): string => `[^‹;:,¶()]{0,${String(longest)}}?`;

/** Words up to what something is compared with: "more than in 2019 and above the …" begins a second comparison. */
export const comparedGap = (longest: number): string => String.raw`(?:(?!\b(?:and|but|yet|though|although|while|still|above|below|over|under|in (?:19|20)\d\d)\b)[^‹;:,¶()]){0,${String(longest)}}?`;

/** Words between a change and the pair that it is of: what begins another thing, or makes it a cause, ends them. */
export const sameThing = (longest: number): string =>
  String.raw`(?:(?!\b(?:led|leads?|leading|would|will|could|caus\w+|push\w+|lift\w*|rais\w+|reduc\w+|increas\w+|rose|rises?|fell|falls?|grew|grows?|helped|means|meant|while|whereas|which|as|so|after|when|if|but|because|and(?! \d))\b)[^‹;:,¶()]){0,${String(longest)}}?`;

/** "about", "an estimated", "just over". */
export const loose = String.raw`(?:(?:about|around|roughly|approximately|approx\.?|some|just|only|nearly|almost|over|under|more than|less than|at least|up to|an? (?:estimated|total of|massive|huge|modest|further|mere)|a|an|the|well|close to|below|above|as much as|as many as|fully|~) ){0,3}`;

export const changeNoun = String.raw`(?:increase|rise|jump|gain|growth|surge|uplift|uptick|expansion|climb|improvement|decrease|fall|drop|decline|reduction|cut|loss|dip|slump|contraction|change|swing|difference|saving)`;
const changeAdjective = String.raw`(?:(?:overall|total|net|sharp|steep|further|modest|slight|significant|relative|nominal|year-on-year|cumulative|tax|price|cost|pay|budget|funding|staff|spending) )?`;

/** "an increase of ‹c›", "a ‹c› increase", "up ‹c›", "up by ‹c›". */
export const changePhrases = (name: string, kinds: string): readonly string[] => [
  String.raw`(?:an?|the|its|this) ${changeAdjective}${changeNoun}(?: in [^‹;:,¶()]{1,40})? (?:of|by) ${loose}${token(name, kinds)}`,
  String.raw`(?:an?|the|this) ${loose}${token(name, kinds)}[- ]?${changeAdjective}${changeNoun}\b`,
  String.raw`(?:up|down)(?: by)? ${loose}${token(name, kinds)}`,
];

const explicitPair = /\bfrom [^‹;¶]{0,40}‹[pmn]\d+›[^‹;¶]{0,60}\bto [^‹;¶]{0,40}‹[pmn]\d+›/gu;

/** "From 20 to 24 in the north and from 10 to 16 in the south, an increase of 5%": of which, nobody can tell. */
export const hasSeveralPairs = (words: string): boolean => [...words.matchAll(explicitPair)].length > 1;
