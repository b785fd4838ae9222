/** Weekdays that are not those of their dates, and dates that no calendar has. */
import { daysInMonth, isLeapYear, monthName, weekdayName, weekdayOf } from './calendar';
import type { DateFault } from './date-fault';
import { faultsInTexts, type DateText } from './date-texts';
import { findWrittenDates, withSharedYears, type WrittenDate } from './written-date';

export const calendarFaults = faultsInTexts(function* (text: DateText): Iterable<DateFault> {
  if (!/\d/.test(text.text)) return;
  for (const date of withSharedYears(text.text, findWrittenDates(text.text))) {
    const fault = impossible(text, date) ?? wrongWeekday(text, date);
    if (fault) yield fault;
  }
  yield* impossibleNumeric(text);
});

const impossible = ({ place }: DateText, { span, text, day, month, year }: WrittenDate): DateFault | null => {
  if (day === null || month === null) return null;
  const isIso = /^\d{4}-/.test(text);
  const message = isIso && (month < 1 || month > 12) ? `There is no month ${month} in ${text}` : dayFault(day, month, year);
  // "In May 45 schools …" is no date; without a year only a day that some month has is believed to be one.
  if (message === null || (year === null && day > 31)) return null;
  return { span: place(span), level: 'computed', message, related: [], fixes: [] };
};

const dayFault = (day: number, month: number, year: number | null): string | null => {
  const longest = daysInMonth(month, year);
  if (day >= 1 && day <= longest) return null;
  if (month === 2 && day === 29 && year !== null && !isLeapYear(year)) return `${year} is no leap year: February has 28 days, not 29`;
  return day === 0 ? `There is no day 0 of ${monthName(month)}` : `${monthName(month)} has ${longest} days, not ${day}`;
};

const numeric = /(?<![\p{L}\p{N}./-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\p{L}\p{N}/-]|\.\d)/gu;

/** "31/04/2024": neither day first nor month first. */
function* impossibleNumeric({ text, place }: DateText): Iterable<DateFault> {
  for (const match of text.matchAll(numeric)) {
    const [written, a, , b, c] = match;
    const [left, right, year] = [Number(a), Number(b), Number(c)];
    if (isDay(left, right, year) || isDay(right, left, year)) continue;
    yield { span: place({ start: match.index, end: match.index + written.length }), level: 'computed', message: `There is no ${written}, whichever comes first, day or month`, related: [], fixes: [] };
  }
}

const isDay = (day: number, month: number, year: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year);

const wrongWeekday = ({ place }: DateText, { span, text, day, month, year, weekday }: WrittenDate): DateFault | null => {
  if (!weekday || day === null || month === null || year === null || year < 1800 || day > daysInMonth(month, year)) return null;
  const right = weekdayOf(year, month, day);
  if (right === weekday.number) return null;
  const name = weekdayName(right);
  const newText = weekday.text.length > 5 ? name : name.slice(0, weekday.text.replace('.', '').length) + (weekday.text.endsWith('.') ? '.' : '');
  const dateText = text.includes(String(year)) ? text : `${text} ${year}`;
  return {
    span: place({ start: Math.min(span.start, weekday.span.start), end: Math.max(span.end, weekday.span.end) }),
    level: 'computed',
    message: `${dateText} is a ${name}, not a ${weekdayName(weekday.number)}`,
    related: [],
    fixes: [{ title: `Change "${weekday.text}" to "${newText}"`, safe: false, edits: [{ span: place(weekday.span), newText }] }],
  };
};
