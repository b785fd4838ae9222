/** What ends before it begins: "founded in 2004 and dissolved in 2001". */
import { monthNumber } from '../../text/dates';
import { spanOf } from '../../text/span';
import type { DateFault } from './date-fault';
import { faultsInTexts, type DateText } from './date-texts';

const begins = 'founded|established|created|set up|launched|introduced|inaugurated|opened|started|began|begun|formed|enacted|built';
const ends = 'dissolved|abolished|wound up|disbanded|closed(?: down)?|shut(?: down)?|repealed|scrapped|terminated|discontinued|ended|finished|concluded|completed|demolished|withdrawn';
const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const date = (name: string): string => String.raw`(?:\d{1,2} )?(?:(?<${name}Month>${month}) )?(?<${name}Year>(?:1[89]|20|21)\d\d)(?![\d/–-])`;
/** One subject: nothing but "and was" stands between. */
const joint = String.raw`,? (?:and|but|then|before being|until it was|only to be)(?: (?:was|were|had been|finally|eventually|later|then|subsequently|it was|fully))*`;
const pattern = new RegExp(String.raw`(?<![\p{L}-])(?<begin>${begins})(?: up)? (?:in|on) ${date('first')}(?: by \p{L}+(?: \p{L}+)?)?${joint} (?<end>${ends}) (?:in|on|by|as early as) ${date('last')}`, 'giu');

export const lifeOrder = faultsInTexts(function* ({ text, place }: DateText): Iterable<DateFault> {
  if (!/\d{4}.*\d{4}/su.test(text)) return;
  for (const match of text.matchAll(pattern)) {
    const { begin = '', end = '', firstMonth, firstYear = '', lastMonth, lastYear = '' } = match.groups ?? {};
    if (!isBefore([Number(lastYear), lastMonth], [Number(firstYear), firstMonth])) continue;
    const at = match.index + match[0].length;
    const written = [lastMonth, lastYear].filter((part) => part !== undefined).join(' ');
    const first = match.index + match[0].indexOf(firstYear);
    yield {
      span: place(spanOf(at - written.length, at)),
      level: 'computed',
      message: `"${end}" in ${written} is before "${begin}" in ${[firstMonth, firstYear].filter((part) => part !== undefined).join(' ')}`,
      related: [{ span: place(spanOf(first, first + 4)), message: firstYear }],
      fixes: [],
    };
  }
});

type YearAndMonth = readonly [year: number, month: string | undefined];

/** In one year, only months tell. */
const isBefore = ([year, month]: YearAndMonth, [otherYear, otherMonth]: YearAndMonth): boolean => {
  if (year !== otherYear) return year < otherYear;
  return month !== undefined && otherMonth !== undefined && (monthNumber(month) ?? 0) < (monthNumber(otherMonth) ?? 0);
};
