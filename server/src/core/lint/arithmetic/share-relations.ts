/** A part of a whole, and what share that is said to be. */
import { exactly, over, times } from './interval';
import { loose, matchesIn, patternOf, token, type Relation, type RelationReader, type Skeleton, type SkeletonPattern } from './relation';
import { areLike, type Term } from './term';

const articles = String.raw`(?:the |its |their |all |our |these |those |a total of |more than |over |about |some |almost |nearly |around |an estimated |(?:[\p{L}-]{2,20} )?[\p{L}-]{2,30}['’]s? )*`;
const whole = String.raw`(?:out )?of ${articles}`;
/** Words that belong to the number in front: "schools in the north". */
const noun = String.raw`(?:(?!\b(?:or|and|while|but|which|with|compared|up|down|from|than)\b)[^‹;:,¶()]){0,60}?`;
/** "An acceptance rate of": what may follow a count and its whole as their share; a growth or a tax rate is something else. */
const namedRate = String.raw`(?:an?|the) (?:(?!(?:growth|interest|tax|inflation|annual|exchange|discount|unemployment|poverty|birth|death|mortality)\b)[\p{L}-]+ ){0,2}?(?:rate|share|proportion) of `;
const opens = String.raw`(?: ?[(—–=] ?|, )(?:or |i\.e\. |that is,? |equal to |representing |about |around |just |only |some |nearly |almost |over |under |roughly |approximately |equivalent to |more than |less than )*`;

/** `n`: the part, `w`: the whole, `p`: the share. */
const patterns: readonly SkeletonPattern[] = [
  // 30 of the 120 schools (25%)
  String.raw`${token('n', 'nm')} ${noun}${whole}${token('w', 'nm')}${noun}${opens}${token('p', 'ps')}`,
  // Of the 120 schools, 30 (25%) have none
  String.raw`(?<![\p{L}›] )\bof (?:the |its |their |all |our |these |those |a total of |more than |over |about |some |almost |nearly )*${token('w', 'nm')}[^‹;:¶()]{0,60}?, ${loose}${token('n', 'nm')}${noun} ?[(—–] ?${loose}${token('p', 'ps')}(?=\)| ?[—–])`,
  // In a survey of 120 schools, 30 (25%) had none
  String.raw`\b(?:audit|cohort|group|inspection|panel|review|sample|study|survey|total|trial)s? of ${articles}${token('w', 'n')}[^‹;:¶()]{0,60}?, ${loose}${token('n', 'n')}${noun} ?[(—–] ?${loose}${token('p', 'ps')}(?=\)| ?[—–])`,
  // 120 schools, of which 30 (25%) have none
  String.raw`(?<!\b(?:of|of the|of its|of all) )${token('w', 'nm')}[^‹;:,¶()]{0,60}?, of (?:which|whom) ${loose}${token('n', 'nm')}${noun} ?[(—–] ?${loose}${token('p', 'ps')}(?=\)| ?[—–])`,
  // 25% (30 of 120), 25% of schools (30 of 120)
  String.raw`${token('p', 'ps')}(?: of ${noun})? ?[(—–] ?${loose}${token('n', 'nm')} ${noun}${whole}${token('w', 'nm')}`,
  // 30 schools (25%) of the 120
  String.raw`${token('n', 'nm')} ${noun} ?\(${loose}${token('p', 'ps')}\) ${noun}${whole}${token('w', 'nm')}`,
  // half (160) of the 324 districts
  String.raw`${token('p', 'ps')} \(${loose}${token('n', 'nm')}\) ${noun}${whole}${token('w', 'nm')}`,
  // Of the 120 schools, 30, or 25%, have none
  String.raw`(?<![\p{L}›] )\bof ${articles}${token('w', 'nm')}[^‹;:¶()]{0,60}?, ${loose}${token('n', 'nm')}${noun},? (?:or|i\.e\.,?|that is,?|equal to|equivalent to) ${loose}${token('p', 'ps')}`,
  // 30 of the 120 applicants were admitted, an acceptance rate of 25%
  String.raw`${token('n', 'n')} ${noun}${whole}${token('w', 'n')}[^‹;:¶()]{0,60}?, (?:giving |yielding |making |which (?:is|means|gives) |that is,? |or |for )?${namedRate}${loose}${token('p', 'p')}`,
  // 12 errors were found in 3,000 entries, an error rate of 0.4%
  String.raw`${token('n', 'n')} (?:[\p{L}-]+ )?(?<noun>\p{L}{3,}?)s?\b[^‹;:,¶()]{0,30}? (?:in|among|across|out of) ${articles}${token('w', 'n')}[^‹;:¶()]{0,40}?, (?:giving |yielding |or )?an? \k<noun> (?:rate|share) of ${loose}${token('p', 'p')}`,
  // with a turnout of 70%, 1.4 million of the 2.0 million voters went
  String.raw`\b(?:turnout|share|response rate|success rate|failure rate|participation) of ${loose}${token('p', 'p')}, ${loose}${token('n', 'n')} ${noun}${whole}${token('w', 'n')}`,
  // 30 of the 120 wells were dry. This is a share of 25%
  String.raw`${token('n', 'n')} ${noun}${whole}${token('w', 'n')}[^‹;¶()]{0,60}?[.] ¶ (?:this|that|it) (?:is|was|means|represents|equals|amounts to|gives) (?:only |just )?(?:${namedRate})?${loose}${token('p', 'ps')}`,
  // 30 of 120 schools is 25%, were flooded: 25%
  String.raw`${token('n', 'nm')} ${noun}${whole}${token('w', 'nm')}${noun} (?:is|was|equals|makes|means|amounts to|represents) (?:only |just |about |a share of )?${token('p', 'ps')}`,
].map(patternOf);

const charge = String.raw`(?:[\p{L}-]+ )?(?:levy|tax|surcharge|fee|duty|discount|rebate|commission|contribution|charge|subsidy|toll)`;
/** "on a turnover of", "of the", "off its". */
const base = String.raw`(?:of|on|off) (?:the |a |an |its |their |all |total |annual )*(?:[\p{L}-]+ ){0,3}?(?:of |worth )?`;
const yields = String.raw`(?:would |will |could )?(?:raises?|raised|adds?|added|yields?|yielded|brings? in|brought in|generates?|generated|costs?|comes? to|came to|amounts? to|amounted to|is|was|equals|makes|means|saves?|saved) `;

/** `p` of `w` comes to `n`. */
const amountPatterns: readonly SkeletonPattern[] = [
  // 25% of the 120 schools (30), 10% of $3,550 = $355
  String.raw`${token('p', 'ps')} ${whole}${token('w', 'nm')}${noun} ?(?:[(=—–]|,(?: or| i\.e\.)?|is|comes to|equals|amounts to|would be|makes) ?(?:only |just )?${loose}${token('n', 'nm')}`,
  // Of the $90 billion …, 80% goes to maintenance (about $62 billion)
  String.raw`(?<![\p{L}›] )\bof (?:the |its |their |all |our |these |a total of )*${token('w', 'nm')}[^‹;:¶()]{0,80}?, ${loose}${token('p', 'ps')}[^‹;:¶()]{0,70}?(?: ?\(|, or |, i\.e\. |[—–] ?)${loose}${token('n', 'nm')}(?= ?[),.;—–]|$| ¶)`,
  // $30 million, or 25% of the $120 million; 30 schools (25% of the 120)
  String.raw`${token('n', 'nm')}${noun}(?:,(?: or| i\.e\.| equal to| equivalent to)? | ?\()${loose}${token('p', 'ps')} ${whole}${token('w', 'nm')}`,
  // $30 million is 25% of the $120 million
  String.raw`${token('n', 'nm')}${noun} (?:is|was|are|were|represents?|represented|equals|makes? up|made up|accounts? for|accounted for|amounts? to|amounted to) (?:only |just )?${loose}${token('p', 'ps')} ${whole}${token('w', 'nm')}`,
  // 15% of the city's 62,000 households, some 9,300, have none
  String.raw`${token('p', 'ps')} ${whole}${token('w', 'nm')}${noun}, (?:or |some |about |around |nearly |roughly |i\.e\.,? |that is,? )${loose}${token('n', 'nm')}(?= ?[,).;]|$| ¶)`,
  // 540 people, 35% of them (about 190) in the capital
  String.raw`${token('w', 'nm')}${noun}, (?:and |with |but )?${loose}${token('p', 'ps')} of (?:them|whom|which|these|those|it)[^‹;:,¶()]{0,40}?(?: ?\(|, or |, some |, about )${loose}${token('n', 'nm')}(?= ?[),.;]|$| ¶)`,
  // a levy of 2% on a turnover of $45 million raises $0.9 million; a 6% levy on the $350 fee adds $21
  String.raw`${token('p', 'p')}(?: ${charge})? ${base}${token('w', 'm')}${noun} ${yields}${loose}${token('n', 'm')}`,
  // At 5% of a budget of $640 million, the reserve comes to $32 million
  String.raw`\bat ${loose}${token('p', 'p')} ${base}${token('w', 'm')}(?: [\p{L}-]+)?, [^‹;:,¶()]{0,40}? ${yields}${loose}${token('n', 'm')}`,
].map(patternOf);

/** The whole stands in the sentence before, or in front, as its only number: "24 million credits … 2.6 million of them, or 11% of the pool". */
const takenUp: readonly RegExp[] = [
  String.raw`^[^‹]*${token('w', 'n')}[^‹]* ¶ [^‹]*${token('n', 'n')} of (?:them|these|those)(?:, or | \(| — | – |, i\.e\. )${loose}${token('p', 'ps')}`,
  // 640 kitchens, 96 of them (15%); 1,450 flats. Of these, 290 (20%) stand empty
  String.raw`^[^‹]*${token('w', 'n')}[^‹¶]{0,60}? ${loose}${token('n', 'n')} of (?:them|these|those)(?:, or | \(| — | – |, i\.e\. )${loose}${token('p', 'ps')}`,
  String.raw`^[^‹]*${token('w', 'n')}[^‹]* ¶ of (?:them|these|those),? ${loose}${token('n', 'n')}(?: \p{L}+)?(?:,? or | \()${loose}${token('p', 'ps')}`,
  // 38 children in 120 city schools. Of these schools 30 (25%) have none
  String.raw`${token('w', 'n')} (?:[\p{L}-]+ )?(?<noun>\p{L}{3,})\b[^¶]* ¶ of (?:these|those) \k<noun>,? ${loose}${token('n', 'n')}(?: \p{L}+)?(?:,? or | \()${loose}${token('p', 'ps')}`,
].map((source) => new RegExp(source, 'u'));

/** "30 of 120 pupils (25% of girls)": a share of somebody else, unless what it is of was named. */
const isOfAnother = (matched: string, rest: string): boolean => {
  if (!/^ ?of /u.test(rest)) return false;
  const words = /^ ?of (?:(?:the|all|its|their|these|those) )*((?:[\p{L}-]+ ?){1,2})(?=[,.;)]|$|¶)/u.exec(rest)?.[1]?.trim().split(' ') ?? [];
  return words.length === 0 || !words.every((word) => word.length > 3 && matched.includes(word.replace(/(?:es|s)$/u, '')));
};

export const readShares: RelationReader = function* (skeleton, termAt) {
  for (const pattern of patterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const { n, w, p } = match.groups ?? {};
      const [part, all, share] = [termAt(n), termAt(w), termAt(p)];
      if (!part || !all || !share || isListed(skeleton, match.index)) continue;
      const rest = skeleton.words.slice(match.index + match[0].length);
      if (match[0].endsWith(`‹${p ?? ''}›`) && (isOfAnother(match[0], rest) || isChangeWord.test(rest))) continue;
      yield* shareRelation(part, all, share);
    }
  }
  for (const pattern of takenUp) {
    const match = pattern.exec(skeleton.words);
    const [part, all, share] = ['n', 'w', 'p'].map((name) => termAt(match?.groups?.[name]));
    const rest = skeleton.words.slice(match?.[0].length);
    if (match && part && all && share && !isOfAnother(match[0], rest) && !isChangeWord.test(rest)) yield* shareRelation(part, all, share);
  }
  for (const pattern of amountPatterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const { n, w, p } = match.groups ?? {};
      const [part, all, share] = [termAt(n), termAt(w), termAt(p)];
      if (!part || !all || !share || isListed(skeleton, match.index)) continue;
      const rest = skeleton.words.slice(match.index + match[0].length);
      if (match[0].endsWith(`‹${n ?? ''}›`) && /^(?: ?\p{L}+)? (?:of|more|less|fewer|higher|lower|per|an?|each) /u.test(rest) && !/^ ?\)/.test(rest)) continue;
      yield* amountRelation(part, all, share);
    }
  }
};

const isChangeWord = /^[- ]?(?:higher|lower|more|less|fewer|increase|rise|fall|drop|up|down|points?)\b/u;

/** "12 and 30 of 60 and 90 schools (20% and 33%)": in turns. */
const isListed = (skeleton: Skeleton, index: number): boolean => /›,? (?:and|or|to|[–-]) $/u.test(skeleton.words.slice(Math.max(0, index - 12), index)) || /\brespectively\b/u.test(skeleton.words.slice(index, index + 300));

const mostTimes = 3;

export function* shareRelation(part: Term, all: Term, share: Term): Iterable<Relation> {
  if (!areLike(part, all) || part.value > all.value || all.value === 0) return;
  yield {
    stated: share,
    operands: [part, all],
    compute: ([a, b]) => (a && b ? [times(over(a, b), exactly(100))] : []),
    solve: (at, [a = 0, b = 0], stated) => (at === 0 ? (b * stated) / 100 : stated === 0 ? null : (a / stated) * 100),
    says: `${part.text} of ${all.text} is`,
    form: 'figure',
    mostTimes,
  };
}

function* amountRelation(part: Term, all: Term, share: Term): Iterable<Relation> {
  if (!areLike(part, all) || share.value === 0) return;
  yield {
    stated: part,
    operands: [share, all],
    compute: ([a, b]) => (a && b ? [times(times(a, b), exactly(0.01))] : []),
    solve: (at, [a = 0, b = 0], stated) => (at === 0 ? (b === 0 ? null : (stated / b) * 100) : a === 0 ? null : (stated / a) * 100),
    says: `${share.text} of ${all.text} is`,
    form: 'figure',
    mostTimes,
  };
}

