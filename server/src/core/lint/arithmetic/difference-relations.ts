/** How much more, how much is left, how far apart. */
import { distance } from './interval';
import { comparedGap, loose, matchesIn, patternOf, shortGap, token, type Relation, type RelationReader, type SkeletonPattern } from './relation';
import { areLike, type Term } from './term';

const kinds = 'mnp';
const differences = 'mnq';

/** `b` is `c` more or less than `a`. */
const patterns: readonly SkeletonPattern[] = [
  // $8.4bn, $1.2bn more than the $7.2bn of 2019
  String.raw`${token('b', kinds)}${shortGap(60)}(?:,|\(| —| –) ?(?:which is |that is |or |some |about |nearly |almost |just )*${token('c', differences)} (?:\p{L}+ )?(?:more|less|fewer|higher|lower|greater|larger|smaller|above|below|over|under|short of|up on|down on|better|worse)(?: than)? ${comparedGap(40)}${token('a', kinds)}`,
  // $8.4bn against $7.2bn, a difference of $1.2bn
  String.raw`${token('b', kinds)}${shortGap(60)}(?:,|\()? ?(?:compared (?:with|to)|against|versus|vs\.?|and|but|than|less than|below|above|short of) ${shortGap(40)}${token('a', kinds)}[^‹;:¶()]{0,50}?(?:,|\(| —| –) ?(?:leaving |with |giving |making |creating |which is |that is |or )*(?:an?|the) (?:\p{L}+ )?(?:difference|gap|margin|shortfall|surplus|deficit|gain|saving|excess) of ${loose}${token('c', differences)}`,
  // revenue of $8.4bn exceeded the $7.2bn planned by $1.2bn
  String.raw`${token('b', kinds)}${shortGap(50)}\b(?:exceed(?:s|ed|ing)?|outstrip(?:s|ped)?|surpass(?:es|ed)?|overshot|missed|undershot|fell short of) ${shortGap(40)}${token('a', kinds)}${shortGap(40)} by ${loose}${token('c', differences)}`,
  // 8,400 less 1,200 leaves 7,200
  String.raw`${token('b', 'mn')}${shortGap(20)} (?:minus|less|[−–-]) ${shortGap(20)}${token('a', 'mn')}${shortGap(20)} (?:is|leaves?|=|equals|gives?|makes?)(?: an?| the)?(?: net \p{L}+(?: of)?| total of| balance of)? ${loose}${token('c', 'mn')}`,
  // benefits of $9 million and costs of $4 million, a net benefit of $5 million
  String.raw`\b(?:benefits?|revenues?|income|gains|savings|receipts)(?: of| are| were| total| is)? ${shortGap(15)}${token('b', 'm')}[^‹;:¶]{0,30}? (?:and|against|less) (?:\p{L}+ )?(?:costs?|spending|expenditures?|losses)(?: of| are| were| total| is)? ${shortGap(15)}${token('a', 'm')}[^‹;:¶]{0,30}?\bnet (?:benefit|gain|saving|cost|loss|return|balance|surplus|deficit)s?(?! before| after)(?: \p{L}+)? ?(?:of|is|was|at|,|\() ?${loose}${token('c', 'm')}`,
  // 64%, up 9 points on the 55% of 2018
  String.raw`${token('b', kinds)}${shortGap(40)}, (?:up|down)(?: by)? ${loose}${token('c', differences)}(?: points)? (?:on|from|over|compared (?:with|to)) ${comparedGap(30)}${token('a', kinds)}`,
  // the north (62%) leads the south (48%) by 14 points
  String.raw`${token('b', kinds)}\)?${shortGap(30)} (?:leads?|led|trails?|trailed|beats?|outpaces?|outpaced|lags?(?: behind)?|lagged(?: behind)?|outperform(?:s|ed)?) ${shortGap(30)}\(?${token('a', kinds)}\)? by ${loose}${token('c', differences)}`,
  // the gap between men (62%) and women (48%) is 14 points
  String.raw`\b(?:gap|difference|margin) between [^‹;:¶]{0,40}?${token('b', kinds)}\)?[^‹;:¶]{0,30}? and [^‹;:¶]{0,40}?${token('a', kinds)}\)?[^‹;:¶]{0,30}? (?:is|was|of|reached|stood at|stands at) ${loose}${token('c', differences)}`,
  // £86 million in 2022 and £53 million in 2023, £33 million less
  String.raw`^[^‹¶]*${token('b', 'mn')}[^‹;:¶()]{0,60}?(?:,|,? and|,? but|,? against) [^‹;:¶()]{0,40}?${token('a', 'mn')}[^‹;:,¶()]{0,40}?(?:,| –| —| \() ?(?:or |that is,? |which is |i\.e\. )*${loose}${token('c', 'mn')} (?:more|less|fewer|higher|lower)(?=[.;)]|$)`,
].map(patternOf);

export const readDifferences: RelationReader = function* (skeleton, termAt) {
  for (const pattern of patterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const { a, b, c } = match.groups ?? {};
      const [first, second, stated] = [termAt(a), termAt(b), termAt(c)];
      if (!first || !second || !stated || otherBasis.test(match[0])) continue;
      const rest = skeleton.words.slice(match.index + match[0].length);
      if (/^ ?(?:per|a|an|each|every) /u.test(rest)) continue;
      const isInPoints = stated.kind === 'q' || (stated.kind === 'n' && stated.unit === null && /^ points?\b/u.test(skeleton.words.slice(skeleton.words.indexOf(`‹${c ?? ''}›`) + (c?.length ?? 0) + 2)));
      if (areLike(first, second) && (isInPoints && first.kind === 'p' ? true : areLike(first, stated))) yield differenceRelation(first, second, stated);
    }
  }
};

const otherBasis = /\brespectively\b|\b(?:per|a|each|every) (?:year|month|week|day|head|person)\b|\breal\b|\bper capita\b|\bfrom ‹/u;

export const differenceRelation = (first: Term, second: Term, stated: Term): Relation => ({
  stated,
  operands: [second, first],
  compute: ([a, b]) => (a && b ? [distance(a, b)] : []),
  solve: (at, [b = 0, a = 0], gap) => (at === 0 ? a + (b >= a ? gap : -gap) : b - (b >= a ? gap : -gap)),
  says: second.value >= first.value ? `${second.text} less ${first.text} is` : `${first.text} less ${second.text} is`,
  form: first.kind === 'p' ? 'points' : 'figure',
  mostTimes: 3,
});
