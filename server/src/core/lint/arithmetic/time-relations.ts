/** So much a day, a week, a month, and what that is a year. */
import { exactly, over, times, type Interval } from './interval';
import { loose, matchesIn, patternOf, shortGap, token, type Relation, type RelationReader, type SkeletonPattern } from './relation';
import { areLike, type Term } from './term';

const spans: readonly (readonly [string, RegExp])[] = [
  ['day', /^(?:day|daily)$/iu],
  ['week', /^(?:week|weekly)$/iu],
  ['month', /^(?:month|monthly)$/iu],
  ['quarter', /^(?:quarter|quarterly)$/iu],
  ['year', /^(?:year|annum|annually|yearly)$/iu],
];
/** How many of the one go into a year: first those of the calendar, then those that are worked, with holidays and days of rest left out. */
const perYear: Readonly<Record<string, readonly Interval[]>> = {
  day: [{ low: 365, high: 366 }, { low: 250, high: 365 }],
  week: [{ low: 52, high: 52.2 }, { low: 46, high: 52 }],
  month: [exactly(12)],
  quarter: [exactly(4)],
  year: [exactly(1)],
};
const rate = (name: string): string => String.raw`(?:(?:a|per|each|every|/) ?)?(?<${name}>day|week|month|quarter|year|annum|daily|weekly|monthly|quarterly|annually|yearly)\b`;
const member = String.raw`(?:(?:a|per|each) (?:household|person|head|child|pupil|worker|family|user|vehicle|tenant|member) )?`;
const equals = String.raw`(?: ?\(|, or |, i\.e\. |, equal to |, equivalent to |, about |, roughly |, some |,? which is | =| or | means? | makes? | amounts? to | comes? to )`;

const timePatterns: readonly SkeletonPattern[] = [
  // £20 a week (£1,040 a year); 18,000 trips a day, or 6.6 million a year
  String.raw`${token('u', 'mn')}(?: ?${shortGap(12)} )?${member}${rate('s')}(?: on [\p{L}-]+)?${equals}${loose}${token('t', 'mn')} ?${rate('l')}`,
  // at $35 a month, a licence costs $420 a year
  String.raw`\bat ${loose}${token('u', 'm')} ?${rate('s')}, [^‹;:,¶()]{0,35}? (?:costs?|comes? to|earns?|pays?|would cost|would come to|is|are|amounts? to) ${loose}${token('t', 'm')} ?${rate('l')}`,
].map(patternOf);

export const readTimes: RelationReader = function* (skeleton, termAt) {
  for (const pattern of timePatterns) {
    for (const { groups = {} } of matchesIn(skeleton, pattern)) {
      const [first, stated] = [termAt(groups['u']), termAt(groups['t'])];
      const [from, to] = [groups['s'], groups['l']].map((word) => spans.find(([, form]) => form.test(word ?? ''))?.[0]);
      const [a, [b] = []] = [perYear[from ?? ''], perYear[to ?? '']];
      if (first && stated && from !== to && to !== 'day' && a && b && areLike(first, stated)) yield timeRelation(first, stated, from ?? '', a.map((number) => over(number, b)));
    }
  }
};

/** "£20 a week, or £1,000 a year": a total of one digit or two is rounded. */
const slackOf = ({ text }: Term): Interval => (text.replace(/\D/gu, '').replace(/^0+|0+$/gu, '').length <= 2 ? { low: 0.95, high: 1.05 } : exactly(1));

/** A calendar month has 4.33 weeks; an exact amount stays exact. */
const timeRelation = (first: Term, stated: Term, from: string, factors: readonly Interval[]): Relation => {
  const plainFactor = factors[0]?.low ?? 1;
  return {
    stated,
    operands: [first],
    compute: ([value]) => (!value ? [] : [...(value.low === value.high ? [exactly(value.low * plainFactor)] : []), ...factors.map((factor) => times(times(value, factor), slackOf(stated)))]),
    solve: (_, __, total) => total / plainFactor,
    says: `${first.text} a ${from} is`,
    form: 'figure',
    mostTimes: 3,
  };
};
