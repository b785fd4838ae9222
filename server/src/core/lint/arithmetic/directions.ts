/**
 * A change whose two ends its verb contradicts, and ends of a range that have changed places.
 *
 *     Unemployment fell from 5.1% to 6.4%.
 */
import { matchesIn, patternOf, loose, skeletonOf, token, type SkeletonPattern } from './relation';
import { areLike, type Term } from './term';
import type { Stated } from './statement';

/** Two numbers of a sentence that cannot both stand where they stand. */
export interface Contradiction {
  readonly first: Term;
  readonly second: Term;
  readonly message: string;
}

const kinds = 'pmnt';
/** Plurals are left out: "declines from 5% to 10%" are as large as that. */
const down = 'fell|fallen|fall|falling|dropped|dropping|drop|declined|declining|decline|decreased|decreasing|decrease|shrank|shrunk|went down|gone down';
const up = 'rose|risen|rise|rising|grew|grown|grows?|growing|increased|increasing|increase|climbed|climbing|jumped|went up|gone up';
/** Up to "from": no second verb, no second thing, no range ("a decline of from", "declines ranging from"). */
const untilFrom = String.raw`(?:(?!\b(?:${down}|${up}|from|and|but|while|whereas|as|when|if|of|rang\w+|var\w+|anywhere|than|to)\b)[^‹;:,¶()]){0,30}?`;
const between = String.raw`(?:(?!\b(?:and|but|then|while|from|or|surplus(?:es)?|deficits?|loss(?:es)?|profits?|minus|negative)\b)[^‹;:¶()]){0,60}?`;
/** What stands in front of the second number: "to a deficit of" is another thing. */
const untilSecond = String.raw`(?:(?!\b(?:surplus(?:es)?|deficits?|loss(?:es)?|profits?|minus|negative)\b)[^‹;:,¶()]){0,25}?`;
const change = String.raw`(?:,? by ${loose}‹\w+›,?)?`;

/** The verb first; `a`: the start, `b`: the end. */
const verbPatterns: readonly SkeletonPattern[] = [
  String.raw`\b(?<verb>${down}|${up})\b${untilFrom}${change} from ${loose}(?:an? |its |their )?${untilSecond}${token('a', kinds)}${between}\bto ${untilSecond}${token('b', kinds)}`,
  String.raw`\b(?<verb>fell|fallen|dropped|declined|decreased|rose|risen|grew|increased|climbed|jumped) (?:back )?to ${loose}${token('b', kinds)}${between},? from ${untilSecond}${token('a', kinds)}`,
  String.raw`${token('b', kinds)}${between}(?:, | \(| – | — )(?<verb>up|down) from ${untilSecond}${token('a', kinds)}`,
].map(patternOf);

const rangePattern = patternOf(String.raw`\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying)) (?:widely )?(?:from|between) ${loose}${token('a', 'pmnt')} ?(?:an? \p{L}+ )?(?:to|and) ${loose}${token('b', 'pmnt')}(?! ?(?:in|for|at|among|on|when|after|of|by|under|with)\b)`);

/** Places in a list and prices of a currency count the other way round; what is below or above something has no direction of its own. */
const otherWay = /\b(?:rank\w*|position|league|ratio|respectively|exchange|rupees?|pesos?|lira|yen|roubles?|rubles?|naira|rand|(?:to|per|against|a) (?:the |one )?(?:us |u\.s\. )?(?:dollar|euro|pound)|not|never|instead|rather)\b/u;
const isRelative = /^ ?(?:\p{L}+ )?(?:below|above|less|lower|higher|more|under|behind|short|off)\b/u;

export function* contradictedDirections({ skeleton, terms }: Stated): Iterable<Contradiction> {
  if (terms.length < 2 || otherWay.test(skeleton)) return;
  const whole = skeletonOf(skeleton);
  const termAt = (name: string | undefined): Term | undefined => (name === undefined ? undefined : terms[Number(name.slice(1))]);
  for (const pattern of verbPatterns) {
    for (const { groups = {}, 0: matched } of matchesIn(whole, pattern)) {
      const [from, to, verb = ''] = [termAt(groups['a']), termAt(groups['b']), groups['verb']];
      if (!from || !to || !arePair(skeleton, groups, from, to)) continue;
      const isUp = verb !== 'down' && new RegExp(`^(?:${up}|up)$`, 'u').test(verb);
      if (isUp ? from.interval.low > to.interval.high : from.interval.high < to.interval.low) yield { first: to, second: from, message: `${from.text} to ${to.text} is a ${isUp ? 'fall' : 'rise'}, against "${wordsOf(verb, matched)}"` };
    }
  }
  for (const { groups = {} } of matchesIn(whole, rangePattern)) {
    const [from, to] = [termAt(groups['a']), termAt(groups['b'])];
    if (from && to && arePair(skeleton, groups, from, to) && from.interval.low > to.interval.high) yield { first: from, second: to, message: `The range from ${from.text} to ${to.text} runs from the larger to the smaller` };
  }
}

const wordsOf = (verb: string, matched: string): string => (/^(?:up|down)$/.test(verb) ? `${verb} from` : matched.startsWith(`${verb} to`) ? `${verb} to` : verb);

/** Of one unit and one noun, without signs, and near enough to be one quantity. */
const arePair = (skeleton: string, groups: Readonly<Record<string, string | undefined>>, from: Term, to: Term): boolean => {
  const [first, second] = [groups['a'], groups['b']].map((name) => skeleton.slice(skeleton.indexOf(`‹${name ?? ''}›`) + (name?.length ?? 0) + 2));
  if (!areLike(from, to) || [from, to].some(({ text }) => /^\D{0,3}[-−–+]/.test(text)) || [first, second].some((rest) => isRelative.test(rest ?? ''))) return false;
  const [a, b] = [first, second].map((rest) => /^ (?!(?:and|for|last|this|per|now|today|over|before|after|since|between|then|that|which|the|with|from|year)\b)(\p{L}{3,})\b/u.exec(rest ?? '')?.[1]);
  if (from.kind === 'n' && a !== undefined && b !== undefined && a !== b) return false;
  return Math.max(from.value, to.value) <= mostTimes * Math.min(from.value, to.value);
};

/** Farther apart, one of the two has lost its "million". */
const mostTimes = 10;
