/** So many at so much each. */
import { singularOf } from '../counts/count-words';
import { over, times } from './interval';
import { loose, matchesIn, patternOf, shortGap, token, type Relation, type RelationReader, type Skeleton, type SkeletonPattern, type TermAt } from './relation';
import { areLike, type Term } from './term';

const each = String.raw`(?:each|apiece|per \p{L}+|a head|a piece|for each [^‹;:,¶()]{1,25}|every \p{L}+|an? (?:child|person|pupil|student|household|school|teacher|patient|unit|vehicle|home|house|farmer|worker|family|voter|member|resident|passenger|ride|trip|tree|acre|hectare|visit|hour|day|week|month|year))`;
const result = String.raw`(?:,| ?\(| =| —| –|:)? ?(?:(?:which|that|this|it) )?(?:or |at |for |a total of |in total |totalling |totaling |an? (?:total |overall )?(?:cost|bill|outlay|sum) of |would |will |costs? |cost |coming to |comes? to |a total cost of |at a total cost of |makes? |equals |is |amounts? to |i\.e\. |total |adds? up to |= ?)*${loose}`;

/** `n` units at the price `u` make `t`. */
const patterns: readonly SkeletonPattern[] = [
  // 120 plants at $2 million each, $240 million in all
  String.raw`${token('n', 'n')}${shortGap(40)},? (?:at|for|costing|worth|of|receiving|paying|paid|×|x|times) (?:a cost of |an average of |an average cost of )?${loose}${token('u', 'm')} ?${each}${result}${token('t', 'm')}`,
  // each of the 120 plants receives $2 million, a total of $240 million
  String.raw`\beach of (?:the |its |these |our )?${token('n', 'n')}${shortGap(30)} (?:receives?|received|gets?|got|costs?|pays?|paid|has|had|spends?|spent|earns?|earned|would (?:receive|get|cost|pay)|will (?:receive|get|cost|pay)|is given|was given) ${loose}${token('u', 'm')},? (?:or |for |at |making |which (?:is|makes|comes to|totals) |costing )?(?:a total (?:cost |bill )?of |in total |totalling |totaling |in all |altogether )${loose}${token('t', 'm')}`,
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
  // $2,400 per pupil; with 150,000 pupils, the bill comes to $360 million
  String.raw`\b(?:per|for each|for every|a) (?<of>\p{L}{3,}?) (?:is|are|was|were|of|at) ${loose}${token('u', 'm')}[;,] (?:and )?(?:with|for) (?:\p{L}+ ){0,2}${token('n', 'n')} (?:\p{L}+ )?\k<of>s?, [^‹;:,¶()]{0,30}? (?:comes? to|is|was|amounts? to|totals|reaches) ${loose}${token('t', 'm')}`,
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
  yield* readPerUnit(skeleton, termAt);
  yield* readAppositions(skeleton, termAt);
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

/** $48 million … 32,000 children, an average of $1,500 per child; 1,200 places – £30,000 a place; 1,200 people (£30,000 each) */
const appositions: readonly SkeletonPattern[] = [
  String.raw`${token('t', 'm')}[^‹;:¶()]{0,60}? ${token('n', 'n')} (?:[\p{L}-]+ )?(?<counted>\p{L}{3,})(?:,| –| —| \(|, which is|,? or|, that is,?) ?(?:or |at |on average |an average of |about |around |some |roughly |just |i\.e\. )*${token('u', 'm')} (?:(?:per|an?|for (?:each|every)) (?<single>\p{L}{3,})|(?<each>each|apiece))\b`,
].map(patternOf);

function* readAppositions(skeleton: Skeleton, termAt: TermAt): Iterable<Relation> {
  for (const pattern of appositions) {
    for (const { groups = {}, 0: matched } of matchesIn(skeleton, pattern)) {
      const [total, count, price] = [termAt(groups['t']), termAt(groups['n']), termAt(groups['u'])];
      const isOfEach = groups['each'] !== undefined || singularOf(groups['counted'] ?? '') === groups['single'] || (groups['counted'] === 'people' && groups['single'] === 'person');
      if (total && count && price && isOfEach && areLike(total, price) && !hasOtherTime(matched.replace(/ an? (?=\p{L}+$)/u, ' '))) yield quotientRelation(count, price, total);
    }
  }
}

const counted = String.raw`${token('n', 'n')} (?:[\p{L}-]+ )?(?<unit>\p{L}{3,}?)s?\b`;
const perUnitPatterns: readonly SkeletonPattern[] = [
  // 16 wells serve 4,800 people, an average of 300 people per well
  String.raw`${counted}${shortGap(25)} ${token('t', 'n')} (?:[\p{L}-]+ )?(?<noun>\p{L}{3,}?)s?, (?:or |which is |that is,? )?(?:an average of |on average |about |around |roughly |some )*${token('u', 'n')}(?: \k<noun>s?)? (?:per|for each|for every|to each|a) \k<unit>\b`,
  // with 16 wells and 4,800 people, each well serves 300
  String.raw`\bwith (?:\p{L}+ )?${counted} and (?:\p{L}+ )?${token('t', 'n')} [^‹;:,¶()]{3,30}, (?:each|every|the average|a) \k<unit> [^‹;:,¶()]{0,20}?${loose}${token('u', 'n')}`,
].map(patternOf);
/** 24 villages with 30 households each, 720 households in all */
const perUnitTotal = patternOf(String.raw`${token('n', 'n')}${shortGap(25)} (?:with|of|at) ${token('u', 'n')} (?:[\p{L}-]+ )?(?<noun>\p{L}{3,}?)s? each, (?:or |a total of |in total )?${loose}${token('t', 'n')}(?: \k<noun>s?)?(?: in (?:all|total)| altogether)`);

function* readPerUnit(skeleton: Skeleton, termAt: TermAt): Iterable<Relation> {
  for (const pattern of perUnitPatterns) {
    for (const { groups = {}, 0: matched } of matchesIn(skeleton, pattern)) {
      const [count, total, each] = [termAt(groups['n']), termAt(groups['t']), termAt(groups['u'])];
      if (count && total && each && areLike(total, each) && !hasOtherTime(matched)) yield quotientRelation(count, each, total);
    }
  }
  for (const { groups = {} } of matchesIn(skeleton, perUnitTotal)) {
    const [count, each, total] = [termAt(groups['n']), termAt(groups['u']), termAt(groups['t'])];
    if (count && total && each && areLike(total, each)) yield productRelation(count, each, total);
  }
}
