import type { Brief } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { readSentences, readTables, someOf } from '../sentence-memory';

const numberWords: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, first: 1, second: 2, third: 3, fourth: 4, fifth: 5 };
const number = '(one|two|three|four|five|[1-9])';
/** "Year five (2029)", "2029 (year five)", "2026, its first year". */
const mappings: readonly (readonly [RegExp, 'year first' | 'year last'])[] = [
  [new RegExp(String.raw`\byear\s+${number}\s*[(,]\s*(?:in\s+)?(20\d\d)\b`, 'giu'), 'year last'],
  [new RegExp(String.raw`\b(20\d\d)\s*\(\s*(?:\p{L}+\s+)?year\s+${number}\s*\)`, 'giu'), 'year first'],
  [/\b(20\d\d)\s*[(,]\s*(?:in\s+)?(?:its|the|as the)\s+(first|second|third|fourth|fifth)\s+year\b/giu, 'year first'],
];

/** The calendar year of "year one", where the brief gives one of its plan years both names, and always the same; else null. */
export const firstPlanYear = rememberByBrief((brief: Brief): number | null => {
  const starts = new Set([...inSentences(brief), ...inTables(brief)].flatMap(({ found }) => found));
  const [start] = starts;
  return starts.size === 1 && start !== undefined ? start : null;
});

const startsIn = (text: string): readonly number[] => {
  if (!/\byear\b/iu.test(text)) return [];
  return mappings.flatMap(([pattern, order]) =>
    Array.from(text.matchAll(pattern), ([, one = '', other = '']) => {
      const [year, which] = order === 'year first' ? [one, other] : [other, one];
      return Number(year) + 1 - (numberWords[which.toLowerCase()] ?? Number(which));
    }),
  );
};

const inSentences = readSentences(({ text }) => someOf(startsIn(text)));
const inTables = readTables(({ head, rows }) => someOf([...head, ...rows.flatMap(([stub]) => (stub ? [stub] : []))].flatMap(({ text }) => startsIn(text))));

/** "year 2" with the calendar year that it is. */
export const withCalendarYears = (periods: readonly string[], start: number | null): readonly string[] => {
  if (start === null || periods.every((period) => !period.startsWith('year '))) return periods;
  return [...new Set(periods.flatMap((period) => (period.startsWith('year ') ? [period, String(start + Number(period.slice('year '.length)) - 1)] : [period])))];
};
