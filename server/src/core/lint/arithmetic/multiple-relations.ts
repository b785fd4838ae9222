/** "Doubled from 4 to 8", "twice the 8% of", "a third of the 21%". */
import { exactly, minus, over, times, type Interval } from './interval';
import { comparedGap, gap, loose, matchesIn, patternOf, sameThing, shortGap, token, type Relation, type RelationReader, type SkeletonPattern } from './relation';
import { areLike, type Term } from './term';

const kinds = 'pmnt';
const pair = String.raw`\bfrom ${shortGap(30)}${token('a', kinds)}${gap(50)}\bto ${shortGap(30)}${token('b', kinds)}`;
const reversed = String.raw`\bto ${shortGap(30)}${token('b', kinds)}${gap(40)}\bfrom ${shortGap(30)}${token('a', kinds)}`;
const comparer = String.raw`(?:(?:as (?:many|much|high|large|big|great|low) as|(?:higher|more|larger|greater|bigger|lower|less) than|the size of) )?`;
const article = String.raw`(?:the |that of |those of |its |their |our |last year's |the \p{L}+(?: \p{L}+)? (?:of|rate of|average of|figure of|target of) )?`;

const patterns: readonly SkeletonPattern[] = [
  // doubled from 4 to 8, doubling the credit from 4 to 8
  String.raw`${token('x', 'x')}${sameThing(50)}[ ,(—–:]{1,3}${pair}`,
  String.raw`${token('x', 'x')}${sameThing(50)}[ ,(—–:]{1,3}${reversed}`,
  // from 4 to 8, a doubling; from 480 to 1,800, nearly four times as much
  String.raw`${pair}${shortGap(30)}(?:,|\(| —| –) ?(?:(?:or|thus|effectively|that is|which is|a|an|more than|nearly|almost|about|roughly|over|around) )*${token('x', 'x')}(?! (?:the|that|its|their) )`,
  // 16%, twice the 8% of 2019
  String.raw`${token('b', kinds)}${shortGap(40)}(?:,| is| was| are| were|\(| —| –) ?${loose}${token('x', 'xs')} (?:of )?${comparer}${article}${comparedGap(25)}\(?${token('a', kinds)}`,
  // at 16%, the rate is twice the 8% of 2019
  String.raw`\bat ${loose}${token('b', kinds)}(?: \p{L}+)?, [^‹;:,¶()]{0,50}? (?:is|was|are|were) ${loose}${token('x', 'xs')} (?:of )?${comparer}${article}${comparedGap(25)}\(?${token('a', kinds)}`,
  // the wage ($640) is twice the minimum ($320)
  String.raw`\(${loose}${token('b', kinds)}\) (?:is|was|are|were) ${loose}(?:now )?${token('x', 'x')} ${comparer}[^‹;:,¶()]{0,40}?\(${loose}${token('a', kinds)}\)`,
].map(patternOf);

export const readMultiples: RelationReader = function* (skeleton, termAt) {
  for (const pattern of patterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const { a, b, x } = match.groups ?? {};
      const [from, to, factor] = [termAt(a), termAt(b), termAt(x)];
      if (!from || !to || !factor || !areLike(from, to) || from.value === 0) continue;
      if (/\brespectively\b|\b(?:a|per|each|every) year\b/u.test(match[0])) continue;
      const isMore = /›(?: of)? (?:higher|more|larger|greater|bigger) than\b/u.test(match[0]);
      // "A tenfold fall from 15 to 1.5": counted from the smaller of the two.
      const isFall = /\bfold\b|fold$/iu.test(factor.text) && factor.value > 1 && to.value < from.value;
      yield isFall ? multipleRelation(to, from, factor, false) : multipleRelation(from, to, factor, isMore);
    }
  }
};

const multipleRelation = (from: Term, to: Term, stated: Term, isMore: boolean): Relation => {
  // "From 40 to 20" and "half the 40" are shares of the first; a share in words comes in percent.
  const scale = stated.kind === 's' ? 100 : 1;
  const ratio = (a: Interval, b: Interval): Interval => times(over(b, a), exactly(scale));
  return {
    stated,
    operands: [from, to],
    // "Three times more than" is said of three times as many, and of four.
    compute: ([a, b]) => (a && b ? [ratio(a, b), ...(isMore ? [minus(ratio(a, b), exactly(scale))] : [])] : []),
    solve: (at, [a = 0, b = 0], factor) => (at === 0 ? (b / factor) * scale : (a * factor) / scale),
    says: `${to.text} is`,
    form: 'times',
    mostTimes: 4,
  };
};
