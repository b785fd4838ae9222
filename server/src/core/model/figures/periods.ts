/**
 * Years and spans of years in one writing: "2025", a financial year "2025/26" (also "FY2025-26", "FY26"), several years "2026..2035", a month "2025-11",
 * a quarter "2025 q3", and the years of a plan "year 1".
 */

const yearPattern = /(?<![\d.,$£€])(?:(?<fy>FY|fiscal years?|financial years?)\s?['’]?)?(?<from>(?:1[89]|20)\d\d)(?:\s?(?<link>[-–—/]|\bto\b|\band\b|\bthrough\b|\buntil\b)\s?(?<to>(?:(?:1[89]|20)\d\d|\d\d)(?![\d%])))?(?![\d,.]\d|\d)|\bFY\s?['’]?(?<short>\d\d)\b/giu;
const planYearPattern = /\byear[s]?\s+(one|two|three|four|five|[1-9])\b|\b(first|second|third|fourth|fifth)\s+year\b/giu;
const quarterPattern = /\bQ([1-4])\b|\b(first|second|third|fourth) quarter\b/iu;

const numberOf: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, first: 1, second: 2, third: 3, fourth: 4, fifth: 5 };

export const findPeriodsIn = (text: string): string[] => {
  const periods = new Set<string>();
  const quarter = quarterPattern.exec(text);
  for (const { groups = {} } of text.matchAll(yearPattern)) for (const period of periodsOfYear(groups)) periods.add(quarter ? `${period} q${String(quarterOf(quarter))}` : period);
  for (const [, one, other] of text.matchAll(planYearPattern)) {
    const which = (one ?? other ?? '').toLowerCase();
    periods.add(`year ${String(numberOf[which] ?? which)}`);
  }
  return [...periods];
};

const quarterOf = ([, digit, word]: RegExpExecArray): number => (digit === undefined ? (numberOf[(word ?? '').toLowerCase()] ?? 0) : Number(digit));

const periodsOfYear = ({ fy, from, link, to, short }: Readonly<Record<string, string | undefined>>): readonly string[] => {
  if (short !== undefined) return [financialYear(1999 + Number(short))];
  if (from === undefined) return [];
  const start = Number(from);
  if (to === undefined) return [fy !== undefined && /^FY/i.test(fy) ? financialYear(start - 1) : from];
  const end = to.length === 2 ? Math.floor(start / 100) * 100 + Number(to) : Number(to);
  if (end <= start) return [from];
  const isFinancial = end === start + 1 && /^[-–—/]$/.test(link ?? '');
  if (isFinancial) return [financialYear(start)];
  // "in 2019 and 2023" names two years, "between 2019 and 2023" one span; taken for a span either way, and so for another period than each of the two.
  return [`${from}..${String(end)}`];
};

const financialYear = (start: number): string => `${String(start)}/${String((start + 1) % 100).padStart(2, '0')}`;

const startOf = (period: string): string => period.slice(0, 4);

/** May the two name one time? A financial year and the calendar year that it begins in may. */
export const isSamePeriod = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (a.includes('..') || b.includes('..') || a.startsWith('year') || b.startsWith('year')) return false;
  if (startOf(a) !== startOf(b)) return false;
  const [restA, restB] = [a.slice(4), b.slice(4)];
  return restA === '' || restB === '';
};

export const sharePeriod = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.some((other) => isSamePeriod(one, other)));
