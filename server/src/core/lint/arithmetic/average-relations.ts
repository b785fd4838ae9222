/** So much over so many years, so much a year; growth that compounds. */
import { exactly, minus, over, power, times, type Interval } from './interval';
import { loose, matchesIn, patternOf, shortGap, token, type Relation, type RelationReader, type Skeleton, type SkeletonPattern, type TermAt } from './relation';
import { areLike, type Term } from './term';

const aYear = String.raw`(?:(?:a|per|each|every) (?:year|annum)|annually|yearly|p\.?a\.?)`;
const aMonth = String.raw`(?:(?:a|per|each|every) month|monthly)`;
/** A bare comma will not do: "€30 million over five years, €8 million a year from 2027" names a part of it. */
const lead = String.raw`(?:(?:,| ?\(| —| –|:)? ?(?:or|which (?:is|makes|means|amounts to|averages)|that is,?|i\.e\.,?|equal to|equivalent to|an average of|averaging|an annual average of) | ?= ?| \()(?:an average of |averaging |an annual average of )?${loose}`;
/** "of it", "from 2027", "at its peak": a part, or a part of the time. */
const ofPart = /^ ?(?:of (?:it|them|this|that|these|those|which)|from|in (?:the|its|\d)|at (?:its|the|their|first|most|least|peak)|by|until|till|before|after|since|starting|rising|falling|growing)\b/u;

interface Pattern {
  readonly pattern: SkeletonPattern;
  readonly unit: 'years' | 'months';
}

const patternsFor = (rate: string, unit: Pattern['unit']): readonly Pattern[] =>
  [
    // $20 million over five years, or $4 million a year
    String.raw`${token('t', 'mn')}${shortGap(40)} (?:over|in|across|for|during) (?:the |the next |the first |the last |the coming |a period of |its )?${token('d', 't')}${shortGap(40)}${lead}${token('u', 'mn')} ?(?:on average )?${rate}`,
    // $4 million a year for five years, $20 million in all
    String.raw`${token('u', 'mn')} ${rate} (?:over|for|across|during) (?:the |the next |the first |the last |the coming |a period of )?${token('d', 't')}${shortGap(20)}(?:(?:,| —| –|:)? ?(?:or|a total of|in total|totalling|totaling|for a total of|i\.e\.,?|which is|that is,?|making) (?:a total of )?| ?= ?| \()${loose}${token('t', 'mn')}`,
    String.raw`${token('u', 'mn')} ${rate} (?:over|for|across|during) (?:the |the next |the first |the last |the coming |a period of )?${token('d', 't')}${shortGap(20)}(?:,| —| –|:) ?${loose}${token('t', 'mn')} (?:in all|in total|altogether|all told)\b`,
    // spread over five years, the $20 million comes to $4 million a year
    String.raw`(?:spread|divided|averaged|shared out)(?: evenly| equally| out)? (?:over|across) (?:the |its |the next )?${token('d', 't')}, (?:the |this |that |its )?${shortGap(20)}${token('t', 'mn')}${shortGap(15)} (?:comes to|is|means|amounts to|works out at|equals|gives|makes|averages) ${loose}${token('u', 'mn')} ?${rate}`,
    // an average of $4 million a year, or $20 million over five years
    String.raw`${token('u', 'mn')} ${rate}${lead}(?:a total of )?${token('t', 'mn')}${shortGap(20)} (?:over|in|across) (?:the |the next |the first |the last |the coming )?${token('d', 't')}`,
  ].map((source) => ({ pattern: patternOf(source), unit }));

const averagePatterns: readonly Pattern[] = [...patternsFor(aYear, 'years'), ...patternsFor(aMonth, 'months')];

export const readAverages: RelationReader = function* (skeleton, termAt) {
  for (const { pattern, unit } of averagePatterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const { groups = {} } = match;
      if (!match[0].endsWith(`‹${groups['d'] ?? ''}›`) && ofPart.test(skeleton.words.slice(match.index + match[0].length))) continue;
      const [total, span, rate] = [termAt(groups['t']), termAt(groups['d']), termAt(groups['u'])];
      if (total && span && rate && areLike(total, rate) && span.unit === unit) yield averageRelation(total, span, rate);
    }
  }
  yield* readGrowth(skeleton, termAt);
};

const averageRelation = (total: Term, span: Term, stated: Term): Relation => ({
  stated,
  operands: [total, span],
  compute: ([sum, time]) => (sum && time ? [over(sum, exactly((time.low + time.high) / 2))] : []),
  solve: (at, [sum = 0, time = 0], rate) => (at === 0 ? rate * time : rate === 0 ? null : sum / rate),
  says: `${total.text} over ${span.text} is`,
  form: 'figure',
  mostTimes: 3,
});

const year = String.raw`\b(?:19|20)\d\d\b`;
const annual = String.raw`(?:an average of |averaging |at |(?:an? )?(?:average )?(?:annual|compound annual|yearly)(?: average)?(?: growth)?(?: rate)?(?: increase| growth| rise)? of )`;
const growthPatterns: readonly SkeletonPattern[] = [
  // grew by 5% a year from 100 in 2010 to 163 in 2020
  String.raw`${token('c', 'p')} ${aYear}${shortGap(30)}[ ,(—–:]{1,3}from ${shortGap(20)}${token('a', 'mn')}${shortGap(30)}(?<from>${year})${shortGap(10)} to ${shortGap(20)}${token('b', 'mn')}${shortGap(30)}(?<to>${year})`,
  // from 100 in 2010 to 163 in 2020, or 5% a year
  String.raw`from ${shortGap(20)}${token('a', 'mn')}${shortGap(30)}(?<from>${year})${shortGap(10)} to ${shortGap(20)}${token('b', 'mn')}${shortGap(30)}(?<to>${year})${shortGap(20)}[ ,(—–:]{1,3}(?:or |that is |an? (?:average )?(?:annual )?(?:increase|growth|rise|growth rate) of |${annual})?${loose}${token('c', 'p')} ?(?:${aYear}|(?:annual|average annual|compound))`,
  String.raw`from ${shortGap(20)}${token('a', 'mn')}${shortGap(30)}(?<from>${year})${shortGap(10)} to ${shortGap(20)}${token('b', 'mn')}${shortGap(30)}(?<to>${year})${shortGap(20)}[ ,(—–:]{1,3}${annual}${loose}${token('c', 'p')}`,
  // from 100 to 163 over ten years, 5% a year
  String.raw`from ${shortGap(20)}${token('a', 'mn')}${shortGap(30)} to ${shortGap(20)}${token('b', 'mn')}${shortGap(20)} (?:over|in) (?:the last |the past |the next )?${token('d', 't')}${shortGap(20)}[ ,(—–:]{1,3}(?:or |that is |${annual})?${loose}${token('c', 'p')} ?${aYear}`,
].map(patternOf);

function* readGrowth(skeleton: Skeleton, termAt: TermAt): Iterable<Relation> {
  for (const pattern of growthPatterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const { a, b, c, d, from, to } = match.groups ?? {};
      const [start, end, stated, span] = [termAt(a), termAt(b), termAt(c), termAt(d)];
      const count = span ? (span.unit === 'years' ? span.value : 0) : Number(to) - Number(from);
      if (!start || !end || !stated || !areLike(start, end) || start.value === 0 || count < 2 || /\breal\b|\bper (?:capita|head)\b/u.test(match[0])) continue;
      yield growthRelation(start, end, stated, count);
    }
  }
}

/** Compound, or the whole change shared out evenly; a period may be counted with both its ends. */
const growthRelation = (start: Term, end: Term, stated: Term, count: number): Relation => ({
  stated,
  operands: [start, end],
  compute: ([a, b]) => (a && b ? [count, count - 1, count + 1].flatMap((years) => [compound(a, b, years), size(times(minus(over(b, a), exactly(1)), exactly(100 / years)))]) : []),
  solve: (at, [a = 0, b = 0], rate) => {
    const factor = (1 + (b >= a ? rate : -rate) / 100) ** count;
    return at === 0 ? b / factor : a * factor;
  },
  says: `${start.text} to ${end.text} over ${String(count)} years is`,
  form: 'change',
  mostTimes: 4,
});

const compound = (a: Interval, b: Interval, years: number): Interval => size(times(minus(power(over(b, a), 1 / years), exactly(1)), exactly(100)));

const size = ({ low, high }: Interval): Interval => (high < 0 ? { low: -high, high: -low } : { low, high });
