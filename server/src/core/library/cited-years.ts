import { readYearInWords } from '../text/publication-years';

/** Years as texts and lists write them: "2024", "2024a", "2024-25", "n.d.", "in press". */
export interface CitedYear {
  /** Without its letter, in one spelling; null where none is given. */
  readonly year: string | null;
  readonly letter: string | null;
}

export const readCitedYear = (written: string | null): CitedYear => {
  if (written === null) return { year: null, letter: null };
  const match = /^((?:1[5-9]|20)\d\d(?:\s?[-–—/]\s?\d{2,4})?)([a-z])?$/u.exec(written.trim());
  if (match?.[1] !== undefined) return { year: normalizeYear(match[1]), letter: match[2] ?? null };
  return readYearInWords(written.trim()) ?? { year: normalizeYear(written), letter: null };
};

const normalizeYear = (year: string): string => {
  const lower = year.trim().toLowerCase().replace(/\s?[–—/]\s?/gu, '-');
  const range = /^(\d\d)(\d\d)-(?:\d\d)?(\d\d)$/u.exec(lower);
  return range ? `${range[1] ?? ''}${range[2] ?? ''}-${range[3] ?? ''}` : lower;
};

/** 2024 and 2025 for "2024-25"; none for "n.d.". */
export const calendarYears = (year: string | null): readonly number[] => {
  const match = year === null ? null : /^((\d\d)\d\d)(?:-(\d\d))?$/u.exec(year);
  if (match?.[1] === undefined) return [];
  const first = Number(match[1]);
  if (match[3] === undefined) return [first];
  const last = Number(`${match[2] ?? ''}${match[3]}`);
  return last > first && last - first <= 3 ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [first, last < first ? last + 100 : last];
};

/** Years between two years of works, 0 where they meet; null where one has no calendar year. */
export const yearsApart = (a: string | null, b: string | null): number | null => {
  const [first, second] = [calendarYears(a), calendarYears(b)];
  if (first.length === 0 || second.length === 0) return null;
  return Math.min(...first.flatMap((one) => second.map((other) => Math.abs(one - other))));
};
