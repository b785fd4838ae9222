import type { QuantityQualifier } from './quantity';
import { tidy, isCalendar, type Draft } from './quantity-draft';
import type { Token } from './quantity-tokens';

/** "about" allows a twentieth each side, "nearly" a twentieth below. */
const LOOSENESS = 0.05;

interface Widening {
  readonly qualifier: QuantityQualifier;
  /** "just over": more than, but by a twentieth at most. */
  readonly isNear?: boolean;
}

const qualifierByPhrase: ReadonlyMap<string, Widening> = new Map<string, Widening>([
  ...'about,around,approximately,approx,roughly,some,circa,ca,c,estimated,an estimated,in the region of,in the order of,on the order of,~,≈,somewhere around'
    .split(',')
    .map((phrase) => [phrase, { qualifier: 'about' }] as const),
  ...'nearly,almost,close to,just under,just below,just short of,a little under,a little less than,slightly less than,slightly under,slightly below,not quite,approaching'
    .split(',')
    .map((phrase) => [phrase, { qualifier: 'nearly' }] as const),
  ...'just over,just above,a little over,a little more than,little more than,slightly more than,slightly over,slightly above'
    .split(',')
    .map((phrase) => [phrase, { qualifier: 'more-than', isNear: true }] as const),
  ...'more than,over,above,exceeding,exceeds,exceeded,exceed,in excess of,upwards of,greater than,higher than,larger than,well over,>'
    .split(',')
    .map((phrase) => [phrase, { qualifier: 'more-than' }] as const),
  ...'less than,fewer than,under,below,lower than,smaller than,well under,well below,<'.split(',').map((phrase) => [phrase, { qualifier: 'less-than' }] as const),
  ...'at least,no less than,no fewer than,as few as,as little as,not less than,not fewer than,a minimum of,minimum of,≥'
    .split(',')
    .map((phrase) => [phrase, { qualifier: 'at-least' }] as const),
  ...'up to,at most,no more than,not more than,a maximum of,maximum of,as much as,as many as,as high as,no higher than,not exceeding,not over,≤'
    .split(',')
    .map((phrase) => [phrase, { qualifier: 'at-most' }] as const),
]);
const LONGEST_PHRASE = 4;
/** "over five years", "within 10 days": how long, not how many more than. */
const NOT_WITH_TIME = new Set(['over', 'under', 'above', 'below', 'around', 'some']);

const after = (phrases: string, qualifier: QuantityQualifier): readonly (readonly [string, Widening])[] =>
  phrases.split(',').map((phrase) => [phrase, { qualifier }] as const);
const qualifierAfter: ReadonlyMap<string, Widening> = new Map([
  ...after('or more,or above,and above,or over,and over,or higher,or greater,and more', 'at-least'),
  ...after('or less,or fewer,or below,and below,or under,or lower', 'at-most'),
  ...after('or so', 'about'),
]);

export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: QuantityQualifier | null;
}

/** The interval of a number together with the words that widen it. `hasPlus`: "$5B+". */
export const widen = (tokens: readonly Token[], draft: Draft, hasPlus: boolean): Interval => {
  const exact = { low: draft.low, high: draft.high, qualifier: null };
  if (isCalendar(draft) || draft.form === 'ordinal') return exact;
  if (draft.isOpen === true) return { low: draft.low, high: null, qualifier: 'at-least' };
  const widening = findBefore(tokens, draft) ?? qualifierAfter.get(`${tokens[draft.next]?.lower ?? ''} ${tokens[draft.next + 1]?.lower ?? ''}`);
  if (hasPlus) return bound(draft, { qualifier: 'at-least' });
  return widening ? bound(draft, widening) : exact;
};

const findBefore = (tokens: readonly Token[], draft: Draft): Widening | undefined => {
  const words: string[] = [];
  for (let index = draft.first - 1; words.length < LONGEST_PHRASE; index--) {
    const token = tokens[index];
    if (!token) break;
    const isAbbreviationStop = token.text === '.' && /^(?:approx|ca|c|est)$/.test(tokens[index - 1]?.lower ?? '');
    if (isAbbreviationStop) continue;
    if (token.kind !== 'word' && !/^[~≈<>≥≤]$/.test(token.text)) break;
    words.unshift(token.lower);
  }
  for (let length = words.length; length > 0; length--) {
    const phrase = words.slice(-length).join(' ');
    const found = qualifierByPhrase.get(phrase);
    if (!found) continue;
    if (draft.dimension === 'time' && NOT_WITH_TIME.has(phrase)) return undefined;
    // "the above 3", "c" without a stop
    if (/^(?:above|below)$/.test(phrase) && words.at(-2) === 'the') return undefined;
    if (phrase === 'c' && tokens[draft.first - 1]?.text !== '.') return undefined;
    return found;
  }
  return undefined;
};

const bound = (draft: Draft, { qualifier, isNear }: Widening): Interval => {
  const lowest = draft.isRange || draft.value === null ? draft.low : draft.value;
  const highest = draft.isRange || draft.value === null ? draft.high : draft.value;
  const below = tidy(lowest - Math.abs(lowest) * LOOSENESS);
  const above = tidy(highest + Math.abs(highest) * LOOSENESS);
  switch (qualifier) {
    case 'about':
      return { low: Math.min(draft.low, below), high: Math.max(draft.high, above), qualifier };
    case 'nearly':
      return { low: below, high: highest, qualifier };
    case 'more-than':
      return { low: lowest, high: isNear === true ? above : null, qualifier };
    case 'at-least':
      return { low: lowest, high: null, qualifier };
    case 'less-than':
    case 'at-most':
      return { low: null, high: highest, qualifier };
  }
};
