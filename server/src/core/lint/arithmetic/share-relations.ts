/** A part of a whole, and what share that is said to be. */
import { exactly, over, times } from './interval';
import { loose, matchesIn, patternOf, token, type Relation, type RelationReader, type Skeleton, type SkeletonPattern } from './relation';
import { areLike, type Term } from './term';

const whole = String.raw`(?:out )?of (?:the |its |their |all |our |these |those |a total of |more than |over |about |some |almost |nearly |around |an estimated )*`;
/** Words that belong to the number in front: "schools in the north". */
const noun = String.raw`(?:(?!\b(?:or|and|while|but|which|with|compared|up|down|from|than)\b)[^‹;:,¶()]){0,60}?`;
const opens = String.raw`(?: ?[(—–=] ?|, )(?:or |i\.e\. |that is,? |equal to |representing |about |around |just |only |some |nearly |almost |over |under |roughly |approximately |equivalent to |more than |less than )*`;

/** `n`: the part, `w`: the whole, `p`: the share. */
const patterns: readonly SkeletonPattern[] = [
  // 30 of the 120 schools (25%)
  String.raw`${token('n', 'nm')} ${noun}${whole}${token('w', 'nm')}${noun}${opens}${token('p', 'ps')}`,
  // Of the 120 schools, 30 (25%) have none
  String.raw`(?<![\p{L}›] )\bof (?:the |its |their |all |our |these |those |a total of |more than |over |about |some |almost |nearly )*${token('w', 'nm')}[^‹;:¶()]{0,60}?, ${loose}${token('n', 'nm')}${noun} ?[(—–] ?${loose}${token('p', 'ps')}(?=\)| ?[—–])`,
  // 25% (30 of 120), 25% of schools (30 of 120)
  String.raw`${token('p', 'ps')}(?: of ${noun})? ?[(—–] ?${loose}${token('n', 'nm')} ${noun}${whole}${token('w', 'nm')}`,
  // 30 schools (25%) of the 120
  String.raw`${token('n', 'nm')} ${noun} ?\(${loose}${token('p', 'ps')}\) ${noun}${whole}${token('w', 'nm')}`,
  // half (160) of the 324 districts
  String.raw`${token('p', 'ps')} \(${loose}${token('n', 'nm')}\) ${noun}${whole}${token('w', 'nm')}`,
  // 30 of 120 schools is 25%, were flooded: 25%
  String.raw`${token('n', 'nm')} ${noun}${whole}${token('w', 'nm')}${noun} (?:is|was|equals|makes|means|amounts to|represents) (?:only |just |about |a share of )?${token('p', 'ps')}`,
].map(patternOf);

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
].map(patternOf);

/** "30 of 120 pupils (25% of girls)": a share of somebody else. */
const ofAnother = /^ ?of /u;

export const readShares: RelationReader = function* (skeleton, termAt) {
  for (const pattern of patterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const { n, w, p } = match.groups ?? {};
      const [part, all, share] = [termAt(n), termAt(w), termAt(p)];
      if (!part || !all || !share || isListed(skeleton, match.index)) continue;
      const rest = skeleton.words.slice(match.index + match[0].length);
      if (match[0].endsWith(`‹${p ?? ''}›`) && (ofAnother.test(rest) || isChangeWord.test(rest))) continue;
      yield* shareRelation(part, all, share);
    }
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

