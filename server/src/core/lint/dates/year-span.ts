/** Two ends of a period as written: "from 2015 to 2023", "2020–2024", "between March 2020 and June 2021", "2015/16 to 2019/20". */
import { monthNumber } from '../../text/dates';
import { spanOf, type Span } from '../../text/span';

export interface PeriodEnd {
  readonly text: string;
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** "2015/16", "FY2024". */
  readonly isFiscal: boolean;
}

export interface Period {
  readonly span: Span;
  readonly from: PeriodEnd;
  readonly to: PeriodEnd;
  readonly form: 'from' | 'between' | 'dash' | 'to';
}

const monthWord = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)';
const yearWord = '(?:FY\\s?)?(?:1[89]|20|21)\\d\\d(?:[/–-]\\d\\d(?!\\d))?';
/** "June 2021", "3 May 2018", "2015/16"; a first end may leave its year to the second. */
const end = `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(?:(${monthWord})\\.?,?\\s+)?(${yearWord})`;
const firstEnd = `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(?:(${monthWord})\\b\\.?(?:,?\\s+(?=(?:FY\\s?)?\\d{4}))?)?(${yearWord})?`;
const pattern = new RegExp(`(?<![\\p{L}\\p{N}.,/–-])(?:(from|between)\\s+)?(?:the\\s+)?(?:${firstEnd})(?:\\s+(to|until|till|through|and)\\s+|\\s?([–—-])\\s?)${end}(?![\\p{L}\\d/]|[.,–-]\\d)`, 'giu');

/** In order. A first end without any date ("and 2019") is none. */
export const findPeriods = (text: string): readonly Period[] => {
  if (!/\d{4}/.test(text)) return [];
  const found: Period[] = [];
  for (const match of text.matchAll(pattern)) {
    const period = toPeriod(match);
    if (period) found.push(period);
  }
  return found;
};

const toPeriod = (match: RegExpExecArray): Period | null => {
  const [whole, lead, day1, month1, year1, word, dash, day2, month2, year2 = ''] = match;
  const to = endOf(day2, month2, year2);
  if (year1 === undefined && (month1 === undefined || month2 === undefined)) return null;
  // "May–June 2024", "3 May to 4 June 2024": the year of the second end holds for both.
  const shared = { ...endOf(day1, month1, year1 ?? year2), text: [day1, month1, year1].filter((part) => part !== undefined).join(' ') };
  // "October to March 2024" begins in the year before.
  const from = year1 === undefined && shared.month !== null && to.month !== null && shared.month > to.month ? { ...shared, year: to.year - 1 } : shared;
  if ((year1 === undefined && to.isFiscal) || (dash !== undefined && year1 !== undefined && /[/–-]\d\d$/.test(year1) !== /[/–-]\d\d$/.test(year2))) return null;
  const form = lead === undefined ? (dash === undefined ? 'to' : 'dash') : lead.toLowerCase() === 'from' ? 'from' : 'between';
  if ((form === 'between') !== (word?.toLowerCase() === 'and') && dash === undefined) return null;
  return { span: spanOf(match.index, match.index + whole.length), from, to, form };
};

const endOf = (day: string | undefined, month: string | undefined, year: string): PeriodEnd => ({
  text: [day, month, year].filter((part) => part !== undefined).join(' '),
  year: Number(/\d{4}/.exec(year)?.[0] ?? 0),
  month: month === undefined ? null : monthNumber(month),
  day: day === undefined || month === undefined ? null : Number(day),
  isFiscal: /^FY|[/–-]\d\d$/i.test(year),
});

/** Whole years between the ends, and whole months where both name one. */
export const lengthOf = ({ from, to }: Period): { readonly years: number; readonly months: number | null } => ({
  years: to.year - from.year,
  months: from.month === null || to.month === null ? null : (to.year - from.year) * 12 + to.month - from.month,
});
