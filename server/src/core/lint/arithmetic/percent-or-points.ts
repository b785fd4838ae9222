/** Changes of rates that are written in percent and are right in percentage points, or the other way round. */
import type { Brief } from '../../model/brief';
import { contentLemmas } from '../../model/figures/lemmas';
import { rememberBy } from '../../model/remember-by';
import { rememberByBrief } from '../../model/remember-by-brief';
import { relativeChanges } from './change-relations';
import { mismatchesOf, passagesOf, type Mismatch, type Passage, type PlacedTerm, type Wording } from './find-relations';
import { distance, meets, type Interval } from './interval';
import { changePhrases, gap, hasSeveralPairs, loose, shortGap, token } from './relation';
import { isAboutTheSame } from './same-subject';
import type { Term } from './term';

/** Two rates and their change, in the wrong one of the two units. */
export interface UnitSlip {
  readonly from: PlacedTerm;
  readonly to: PlacedTerm;
  readonly change: PlacedTerm;
  /** A change to a total that is smaller than itself. */
  readonly isImpossible: boolean;
}

const isRatePair = ({ relation, operands }: Mismatch): boolean => operands.length === 2 && operands.every(({ term }) => term.kind === 'p') && (relation.form === 'change' || relation.form === 'points');

/** Does the other unit make it right? */
export const isUnitSlip = (mismatch: Mismatch): boolean => {
  const [from, to] = mismatch.operands;
  if (!isRatePair(mismatch) || !from || !to) return false;
  return fitsOtherUnit(from.term, to.term, mismatch.stated.term);
};

const fitsOtherUnit = (from: Term, to: Term, change: Term): boolean => {
  const readings: readonly Interval[] = change.kind === 'q' ? relativeChanges(from.interval, to.interval, false) : [distance(from.interval, to.interval)];
  return readings.some((reading) => meets(reading, change.interval));
};

export const unitSlipsOf = rememberByBrief((brief: Brief): readonly UnitSlip[] => {
  const found = new Map<Term, UnitSlip>();
  for (const mismatch of mismatchesOf(brief)) {
    const [from, to] = mismatch.operands;
    if (from && to && isUnitSlip(mismatch)) found.set(mismatch.stated.term, { from, to, change: mismatch.stated, isImpossible: false });
  }
  const passages = passagesOf(brief);
  const near = passages.flatMap(({ wording, place }) => slipsIn(wording).map(({ from, to, change, isImpossible }): UnitSlip => ({ from: place(from), to: place(to), change: place(change), isImpossible })));
  const others = [...near, ...farSlips(passages)];
  for (const slip of others) if (!found.has(slip.change.term)) found.set(slip.change.term, slip);
  return [...found.values()].sort((a, b) => a.change.span.start - b.change.span.start);
});

interface NearSlip {
  readonly from: Term;
  readonly to: Term;
  readonly change: Term;
  readonly isImpossible: boolean;
}

const slipsIn = rememberBy((wording: Wording): readonly NearSlip[] => [...nearbySlips(wording), ...impossibleSlips(wording)]);

/** Words for how far apart two are. */
const apart = String.raw`gap|difference|margin|spread|lead|leads|leading|led|ahead|behind|trail|trails|trailing`;
const changes: readonly RegExp[] = [
  String.raw`\b(?:lead|leads|leading|led|ahead|behind|trail|trails|trailing)\b[^‹;:,¶()]{0,20}? by ${loose}${token('c', 'p')}`,
  ...changePhrases('c', 'p'),
  String.raw`\bby ${loose}${token('c', 'p')}`,
  String.raw`\b(?:gap|difference|margin|spread) of ${loose}${token('c', 'p')}`,
  String.raw`${loose}${token('c', 'p')} (?:higher|lower|more|less|up on|down on|above|below)\b`,
].map((source) => new RegExp(source, 'gu'));
const apartPattern = new RegExp(String.raw`\b(?:${apart})\b`, 'u');

interface Change {
  readonly term: Term;
  readonly matched: string;
  readonly start: number;
  readonly rest: string;
}

function* changesIn({ skeleton, termAt }: Wording): Iterable<Change> {
  const seen = new Set<Term>();
  for (const pattern of changes) {
    for (const match of skeleton.matchAll(pattern)) {
      const term = termAt(match.groups?.['c']);
      if (!term || seen.has(term)) continue;
      seen.add(term);
      yield { term, matched: match[0], start: match.index, rest: skeleton.slice(match.index + match[0].length, match.index + match[0].length + 60) };
    }
  }
}

const notAPlainChange = /\brelative\b|\b(?:a|per|each|every) (?:year|annum|month)\b|\bannual|\bon average\b|\breal terms\b|\brespectively\b/u;

/** Rates that stand next to each other, in the sentence of the change or one before it, and whose difference is just that. */
function* nearbySlips(wording: Wording): Iterable<NearSlip> {
  const { skeleton, termAt } = wording;
  if (!skeleton.includes('‹p') || notAPlainChange.test(skeleton) || hasSeveralPairs(skeleton)) return;
  const found = [...changesIn(wording)];
  const changing = new Set(found.map(({ term }) => term));
  const rates = [...skeleton.matchAll(/‹(p\d+)›/gu)].flatMap(({ 1: name, index }) => ({ term: termAt(name), index })).filter((one): one is { term: Term; index: number } => one.term !== undefined && !changing.has(one.term));
  const border = skeleton.indexOf('¶');
  for (const change of found) {
    if (change.start < border) continue;
    for (let i = 0; i + 1 < rates.length; i++) {
      const [first, second] = [rates[i], rates[i + 1]];
      if (!first || !second) continue;
      // The change is said with the second of the two rates, or right after both.
      const isTogether = second.index > border || !rates.some(({ index }) => index > border);
      if (!isTogether || isOfAnotherThing(change, skeleton, first, second) || !isJustTheDifference(first.term, second.term, change.term) || !isOfBoth(change, skeleton.slice(first.index, second.index))) continue;
      yield { from: first.term, to: second.term, change: change.term, isImpossible: false };
      break;
    }
  }
}

interface Rate {
  readonly term: Term;
  readonly index: number;
}

/** "Inflation fell from 4.5% to 3.2%. Wages rose by 1.3%.": numbers that meet by chance, in two sentences or in two clauses. */
const isOfAnotherThing = (change: Change, skeleton: string, first: Rate, second: Rate): boolean => {
  if (goesAgainst(change, skeleton, first, second)) return true;
  const border = skeleton.indexOf('¶');
  if (first.index < border) return !isAboutTheSame(skeleton.slice(0, border), skeleton.slice(border + 1, change.start));
  return !apartPattern.test(change.matched) && change.start > second.index && /\b(?:while|whereas|although|though|as|and|but)\b/u.test(skeleton.slice(second.index, change.start));
};

const upwards = /\b(?:rose|ris\w+|grew|grow\w*|increas\w+|climb\w*|jump\w*|gain\w*|surge\w*|up|higher|more|above|improvement)\b/u;
const downwards = /\b(?:fell|fall\w*|declin\w+|decreas\w+|drop\w*|shr[aiu]nk\w*|cuts?|reduc\w+|slump\w*|down|lower|less|below)\b/u;

/** A fall between the two rates is no rise. Which is the earlier one, "from … to" says, or the order of sentences. */
const goesAgainst = ({ matched, start, rest }: Change, skeleton: string, first: Rate, second: Rate): boolean => {
  const around = `${skeleton.slice(Math.max(0, start - 25), start).replace(/^.*[‹;:,¶]/u, '')}${matched.replace(/‹\w+›/u, '')}${/^[- ]\p{L}+/u.exec(rest)?.[0] ?? ''}`;
  const [isUp, isDown] = [upwards.test(around), downwards.test(around)];
  const between = skeleton.slice(first.index, second.index);
  const isInOrder = (/ to [^‹]*$/u.test(between) && /\bfrom [^‹]{0,30}$/u.test(skeleton.slice(0, first.index))) || between.includes('¶');
  return isUp !== isDown && isInOrder && isUp !== second.term.value > first.term.value;
};

/** With decimals that is no chance; without, the words must set the two against each other. */
const isOfBoth = ({ matched, rest, term }: Change, between: string): boolean => {
  if (/^ (?:in|of) /u.test(rest)) return false;
  if (rest.startsWith(" to ‹p")) return true;
  return /\.\d/.test(term.text) || apartPattern.test(matched) || /^ (?:on|over|than|from|since|up on|down on|compared|against)\b/u.test(rest) || comparing.test(between);
};
const comparing = /\b(?:from|against|compared|versus|than|vs)\b/u;

const isJustTheDifference = (from: Term, to: Term, change: Term): boolean => {
  if ([from, to, change].some(({ hasQualifier }) => hasQualifier)) return false;
  if (relativeChanges(from.interval, to.interval, true).some((reading) => meets(reading, change.interval))) return false;
  const gap = Math.abs(from.value - to.value);
  return gap > 0 && Math.abs(gap - change.value) <= (change.interval.high - change.value) / 2 + 1e-9;
};

/** "Up by 19 percentage points to 13.4%". */
const endings: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:rose|rises?|risen|rising|increased?|increases|increasing|grow|grew|grown|climb(?:ed|s)?|jump(?:ed|s)?|up)\b[^‹;:¶]{0,30}?\b(?:by )?${loose}${token('c', 'q')}${gap(40)}\bto ${shortGap(30)}${token('b', 'p')}`, 'gu'),
];

function* impossibleSlips({ skeleton, termAt }: Wording): Iterable<NearSlip> {
  for (const pattern of endings) {
    for (const { groups = {} } of skeleton.matchAll(pattern)) {
      const [change, end] = [termAt(groups['c']), termAt(groups['b'])];
      if (change && end && change.interval.low > end.interval.high) yield { from: end, to: end, change, isImpossible: true };
    }
  }
}

const pairPatterns: readonly RegExp[] = [
  String.raw`\bfrom ${gap(30)}${token('a', 'p')}${gap(70)}\bto ${gap(30)}${token('b', 'p')}`,
  String.raw`${token('b', 'p')}(?:[^‹;¶]|‹[nmt]\d+›){0,80}?(?:, |\()(?:up|down) from ${gap(30)}${token('a', 'p')}`,
].map((source) => new RegExp(source, 'gu'));

/** "26% up on 2017", "3% higher than in 2025". */
const setsAgainst = /›(?:[- ]\p{L}+){0,2} (?:on|over|than|since|from|above|below)\b/u;

/** A change whose two rates are set against each other elsewhere, in much the same words. */
function farSlips(passages: readonly Passage[]): readonly UnitSlip[] {
  const pairs = passages.flatMap((passage) => pairsIn(passage.wording).map((pair) => ({ ...pair, passage })));
  if (pairs.length === 0) return [];
  return passages.flatMap((passage) =>
    changesAgainst(passage.wording).flatMap((term) => {
      const pair = pairs.find(({ from, to, passage: other }) => other !== passage && isJustTheDifference(from, to, term) && sharedCount(passage, other) >= 2);
      return pair ? [{ from: pair.passage.place(pair.from), to: pair.passage.place(pair.to), change: passage.place(term), isImpossible: false }] : [];
    }),
  );
}

const pairsIn = rememberBy(({ skeleton, termAt }: Wording): readonly { readonly from: Term; readonly to: Term }[] =>
  pairPatterns.flatMap((pattern) =>
    [...skeleton.matchAll(pattern)].flatMap(({ groups = {} }) => {
      const [from, to] = [termAt(groups['a']), termAt(groups['b'])];
      return from && to ? [{ from, to }] : [];
    }),
  ),
);

const changesAgainst = rememberBy((wording: Wording): readonly Term[] => {
  const { skeleton } = wording;
  if (notAPlainChange.test(skeleton)) return [];
  const border = skeleton.indexOf('¶');
  return [...changesIn(wording)].filter(({ start, matched, rest }) => start > border && setsAgainst.test(`${matched}${rest}`)).map(({ term }) => term);
});

const sharedCount = (a: Passage, b: Passage): number => {
  const words = new Set(contentLemmas(b.sentence.text));
  return [...new Set(contentLemmas(a.sentence.text))].filter((word) => words.has(word)).length;
};
