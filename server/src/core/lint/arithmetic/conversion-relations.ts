/** "$5 million (Rs 1.4 billion)": sums given in two currencies, held against the other such pairs of the brief. */
import { rememberBy } from '../../model/remember-by';
import { over, times, type Interval } from './interval';
import { loose, token, type Relation, type TermAt } from './relation';
import type { Term } from './term';

interface Conversion {
  readonly from: Term;
  readonly to: Term;
  readonly rate: Interval;
  readonly middle: number;
  /** Rates move from year to year. */
  readonly years: string;
}

const pattern = new RegExp(String.raw`${token('a', 'm')} ?(?:\(|, or |, equivalent to |\[)(?:or |equivalent to |equal to |i\.e\. |roughly |approx\.? )*${loose}${token('b', 'm')}(?= ?[)\]]|,)`, 'gu');

/** Rates of one year differ by less than this share. */
const drift = 0.15;
const mostTimes = 2000;

interface Wording {
  readonly skeleton: string;
  readonly termAt: TermAt;
}

export function* readConversions(passages: readonly { readonly wording: Wording }[]): Iterable<Relation> {
  const byPair = new Map<string, Conversion[]>();
  const seen = new Set<Term>();
  for (const { wording } of passages) {
    for (const conversion of conversionsIn(wording)) {
      const { from, to } = conversion;
      if (seen.has(to)) continue;
      seen.add(to);
      const key = `${from.unit ?? ''} ${to.unit ?? ''}`;
      byPair.set(key, [...(byPair.get(key) ?? []), conversion]);
    }
  }
  for (const conversions of byPair.values()) yield* oddOnes(conversions);
}

const conversionsIn = rememberBy(({ skeleton, termAt }: Wording): readonly Conversion[] =>
  Array.from(skeleton.matchAll(pattern), ({ groups }): readonly Conversion[] => {
    const [from, to] = [termAt(groups?.['a']), termAt(groups?.['b'])];
    if (!from || !to || from.unit === to.unit || from.value === 0 || to.value === 0) return [];
    return [{ from, to, rate: over(to.interval, from.interval), middle: to.value / from.value, years: (skeleton.match(/\b(?:19|20)\d\d\b/gu) ?? []).join(' ') }];
  }).flat(),
);

/** Against the one in the middle by rate; of two, the later one. */
function* oddOnes(conversions: readonly Conversion[]): Iterable<Relation> {
  const middle = conversions.length > 2 ? [...conversions].sort((a, b) => a.middle - b.middle)[conversions.length >> 1] : conversions[0];
  if (!middle || conversions.length < 2) return;
  for (const conversion of conversions) {
    if (conversion === middle || (conversion.years !== '' && middle.years !== '' && conversion.years !== middle.years)) continue;
    const rate = { low: middle.rate.low * (1 - drift), high: middle.rate.high * (1 + drift) };
    yield {
      stated: conversion.to,
      operands: [conversion.from, middle.from, middle.to],
      compute: ([a, b, c]) => (!a ? [] : b && c && b.low === b.high && c.low === c.high ? [times(a, over(c, b))] : [times(a, rate)]),
      solve: (at, [, b = 0, c = 0], stated) => (at === 0 && c !== 0 ? (stated * b) / c : null),
      says: `${conversion.from.text} at the rate of "${middle.from.text} (${middle.to.text})" is`,
      form: 'figure',
      mostTimes,
    };
  }
}
