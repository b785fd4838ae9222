/** So many at so much each; so much a month, a year. */
import { exactly, over, times, type Interval } from './interval';
import { loose, matchesIn, patternOf, shortGap, token, type Relation, type RelationReader, type Skeleton, type SkeletonPattern, type TermAt } from './relation';
import { areLike, type Term } from './term';

const each = String.raw`(?:each|apiece|per \p{L}+|a head|a piece|for each [^‹;:,¶()]{1,25}|every \p{L}+|an? (?:child|person|pupil|student|household|school|teacher|patient|unit|vehicle|home|house|farmer|worker|family|voter|member|resident|passenger|ride|trip|tree|acre|hectare|visit|hour|day|week|month|year))`;
const result = String.raw`(?:,| ?\(| =| —| –|:)? ?(?:(?:which|that|this|it) )?(?:or |at |for |a total of |in total |totalling |totaling |would |will |costs? |cost |coming to |comes? to |a total cost of |at a total cost of |makes? |equals |is |amounts? to |i\.e\. |total |adds? up to |= ?)*${loose}`;

/** `n` units at the price `u` make `t`. */
const patterns: readonly SkeletonPattern[] = [
  // 120 plants at $2 million each, $240 million in all
  String.raw`${token('n', 'n')}${shortGap(40)},? (?:at|for|costing|worth|of|receiving|paying|paid|×|x|times) (?:a cost of |an average of |an average cost of )?${loose}${token('u', 'm')} ?${each}${result}${token('t', 'm')}`,
  // at $2 million each, the 120 plants would cost $240 million
  String.raw`\bat ${loose}${token('u', 'm')} ${each}, [^‹;:,¶()]{0,25}?${token('n', 'n')}${shortGap(30)}${result}${token('t', 'm')}`,
  // $2 million each for 120 plants, $240 million in all
  String.raw`${token('u', 'm')} ${each} (?:for|×|times) (?:the |all |its |each of (?:the )?)?${token('n', 'n')}${shortGap(30)}${result}${token('t', 'm')}`,
  // $240 million for 120 plants, or $2 million each
  String.raw`${token('t', 'm')} ?(?:for|on|to|among|between|across|over|shared by|divided by) (?:the |all |some |about |its |around )*${token('n', 'n')}${shortGap(40)}(?:,| ?\(| —| –|) ?(?:or |which is |that is |i\.e\. |equal to |equivalent to |(?:works?|working) out (?:at|to) |equates? to |amounts? to |averages |equals |means |an average of |about |roughly |around |just |only |nearly |almost |some |over )*${token('u', 'm')} ?${each}`,
  // $240 million reached 120 plants, or $2 million per plant
  String.raw`${token('t', 'm')}[^‹;:¶()]{0,60}? ${token('n', 'n')} (?:\p{L}+ )?(?<noun>\p{L}{3,}?)s?, ?(?:or|that is,?|i\.e\.|which is|equal to|equivalent to|an average of) ${loose}${token('u', 'm')} (?:per|a|for each|for every) \k<noun>\b`,
  // $240 million (120 plants at $2 million each)
  String.raw`${token('t', 'm')}${shortGap(25)}\(${loose}${token('n', 'n')}${shortGap(30)} (?:at|×|x|times) ${loose}${token('u', 'm')}(?: ${each})?\)`,
  String.raw`${token('n', 'n')} ?[×x] ?${token('u', 'm')} ?= ?${token('t', 'm')}`,
].map(patternOf);

export const readProducts: RelationReader = function* (skeleton, termAt) {
  for (const pattern of patterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const { n, u, t } = match.groups ?? {};
      const [count, price, total] = [termAt(n), termAt(u), termAt(t)];
      if (!count || !price || !total || count.unit !== null && !unitOfTrade.test(count.unit) || !areLike(price, total)) continue;
      if (/^ (?:\p{L}+ )?(?:each|apiece|per|a head|a (?:child|person|pupil|month|week|day))\b/u.test(skeleton.words.slice(match.index + match[0].length)) && !match[0].endsWith(' each') && total.end > price.end) continue;
      if (hasOtherTime(match[0])) continue;
      // "Or $2 million each" is what was worked out.
      yield price.start > Math.max(count.start, total.start) && !match[0].endsWith(')') ? quotientRelation(count, price, total) : productRelation(count, price, total);
    }
  }
  yield* readTimes(skeleton, termAt);
};

const unitOfTrade = /^(?:km|miles|ha|acres|tonnes|kg|m|MW|kW|km2|m2|litres|barrels)$/u;

/** "120 plants at $2 million a year": the total may be of several years. */
const hasOtherTime = (matched: string): boolean => /\b(?:a|per|every|each) (?:year|month|week|day|hour|annum)\b|\bannual|\bmonthly|\bweekly|\brespectively\b/u.test(matched);

const productRelation = (count: Term, price: Term, total: Term): Relation => ({
  stated: total,
  operands: [count, price],
  compute: ([a, b]) => (a && b ? [times(a, b)] : []),
  solve: (at, [a = 0, b = 0], sum) => (at === 0 ? (b === 0 ? null : sum / b) : a === 0 ? null : sum / a),
  says: `${count.text} × ${price.text} is`,
  form: 'figure',
  mostTimes: 2.5,
});

const quotientRelation = (count: Term, price: Term, total: Term): Relation => ({
  stated: price,
  operands: [total, count],
  compute: ([sum, number]) => (sum && number ? [over(sum, number)] : []),
  solve: (at, [sum = 0, number = 0], each) => (at === 0 ? number * each : each === 0 ? null : sum / each),
  says: `${total.text} divided by ${count.text} is`,
  form: 'figure',
  mostTimes: 2.5,
});

const spans: readonly (readonly [string, RegExp])[] = [
  ['week', /^(?:week|weekly)$/iu],
  ['month', /^(?:month|monthly)$/iu],
  ['quarter', /^(?:quarter|quarterly)$/iu],
  ['year', /^(?:year|annum|annually|yearly)$/iu],
];
/** How many of the one go into the other. */
const perYear: Readonly<Record<string, Interval>> = { week: { low: 52, high: 52.2 }, month: exactly(12), quarter: exactly(4), year: exactly(1) };
const rate = (name: string): string => String.raw`(?:(?:a|per|each|every|/) ?)?(?<${name}>week|month|quarter|year|annum|weekly|monthly|quarterly|annually|yearly)\b`;

/** £20 a week (£1,040 a year) */
const timePattern = patternOf(String.raw`${token('u', 'm')}(?: ?${shortGap(12)} )?${rate('s')}(?: ?\(|, or |, i\.e\. |, equal to |, equivalent to |,? which is | =| or )${loose}${token('t', 'm')} ?${rate('l')}`);

function* readTimes(skeleton: Skeleton, termAt: TermAt): Iterable<Relation> {
  for (const { groups = {} } of matchesIn(skeleton, timePattern)) {
    const [first, stated] = [termAt(groups['u']), termAt(groups['t'])];
    const [from, to] = [groups['s'], groups['l']].map((word) => spans.find(([, pattern]) => pattern.test(word ?? ''))?.[0]);
    const [a, b] = [perYear[from ?? ''], perYear[to ?? '']];
    if (!first || !stated || from === to || !a || !b || !areLike(first, stated)) continue;
    const factor = over(a, b);
    const plainFactor = ((a.low / b.low) * 100) / 100;
    yield {
      stated,
      operands: [first],
      compute: ([value]) => (!value ? [] : value.low === value.high ? [exactly(value.low * plainFactor)] : [times(value, factor)]),
      solve: (_, __, total) => total / plainFactor,
      says: `${first.text} a ${from ?? ''} is`,
      form: 'figure',
      mostTimes: 3,
    };
  }
}
