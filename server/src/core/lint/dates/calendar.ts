/** The calendar, computed: no clock, no time zones. */

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** 0 for Sunday; by the Gregorian calendar. */
export const weekdayOf = (year: number, month: number, day: number): number => {
  const shifted = month < 3 ? year - 1 : year;
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + offset + day) % 7;
};

export const weekdayName = (weekday: number): string => weekdayNames[weekday] ?? '';
export const monthName = (month: number): string => monthNames[month - 1] ?? '';

/** "Thursday", "Thu", "Thurs." as 4; null for any other word. */
export const weekdayNumber = (word: string): number | null => {
  const lower = word.toLowerCase().replace(/\.$/, '');
  const at = weekdayNames.findIndex((name) => lower.length >= 3 && name.toLowerCase().startsWith(lower));
  return at < 0 ? null : at;
};

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Of an unknown year February may have 29. */
export const daysInMonth = (month: number, year: number | null): number => {
  if (month === 2) return year === null || isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};
