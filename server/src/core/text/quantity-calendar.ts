import { isoDate, monthNumber } from './dates';
import type { Draft } from './quantity-draft';
import { isNameBefore, isSentenceStart } from './quantity-guards';
import type { Token } from './quantity-tokens';

/**
 * Years, fiscal years, decades, quarters and dates. Their interval is counted in calendar years, so that "March 2026" meets "2026";
 * the exact day of a date stands in `when`. A fiscal year lies in two calendar years and takes the later one as its value.
 */
export const readCalendar = (tokens: readonly Token[], index: number): Draft | null => {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === 'opaque') return readNumericDate(tokens, index, token);
  if (token.kind === 'word') {
    return readMonthFirst(tokens, index, token) ?? readFiscalWord(tokens, index, token) ?? readPartOfYear(tokens, index, token);
  }
  if (token.kind !== 'number') return null;
  return readDayFirst(tokens, index, token) ?? readYear(tokens, index, token);
};

const calendarDraft = (
  tokens: readonly Token[],
  first: number,
  next: number,
  years: { readonly low: number; readonly high: number; readonly value: number; readonly when?: string; readonly isRange?: boolean },
): Draft | null => {
  const start = tokens[first]?.start;
  const end = tokens[next - 1]?.end;
  if (start === undefined || end === undefined) return null;
  return {
    start,
    end,
    first,
    next,
    low: years.low,
    high: years.high,
    value: years.value,
    unit: null,
    dimension: 'calendar',
    scale: 1,
    form: years.when === undefined ? 'year' : 'date',
    currency: null,
    isRange: years.isRange === true,
    when: years.when ?? null,
    isBare: false,
    isInWords: false,
  };
};

const dateDraft = (tokens: readonly Token[], first: number, next: number, year: number, when: string | null): Draft | null =>
  when === null ? null : calendarDraft(tokens, first, next, { low: year, high: year, value: year, when });

const NUMERIC_DATE = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))$/;

/** "2026-03-01"; of "01/03/2026" only the year is sure. */
const readNumericDate = (tokens: readonly Token[], index: number, token: Token): Draft | null => {
  const found = NUMERIC_DATE.exec(token.text);
  if (!found) return null;
  if (found[1] !== undefined) {
    return dateDraft(tokens, index, index + 1, Number(found[1]), isoDate(Number(found[1]), Number(found[2]), Number(found[3])));
  }
  const [left, right, year] = [Number(found[4]), Number(found[5]), Number(found[6])];
  if (left > 31 || right > 31 || (left > 12 && right > 12)) return null;
  const exact = left > 12 ? isoDate(year, right, left) : right > 12 ? isoDate(year, left, right) : isoDate(year, null, null);
  return dateDraft(tokens, index, index + 1, year, exact);
};

/** Narrower than Token, so that the compiler does not take every other token for impossible. */
type DigitsToken = Token & { readonly kind: 'number' };

const isYearToken = (token: Token | undefined): token is DigitsToken =>
  token?.kind === 'number' && !token.isGroupedOrDecimal && /^(?:1\d{3}|20\d{2}|2100)$/.test(token.text);

const isDayToken = (token: Token | undefined): token is DigitsToken =>
  token?.kind === 'number' && !token.isGroupedOrDecimal && token.value >= 1 && token.value <= 31 && token.text.length <= 2;

const isFollowedByLetters = (tokens: readonly Token[], index: number): boolean => {
  const after = tokens[index + 1];
  return after?.isGlued === true && after.kind === 'word';
};

const monthOf = (token: Token | undefined): number | null =>
  token?.kind === 'word' && /^\p{Lu}/u.test(token.text) ? monthNumber(token.lower) : null;

/** Past a stop or comma that may stand after a month or day: "Sept. 2025", "June, 2016". */
const skipMark = (tokens: readonly Token[], index: number): number => {
  const token = tokens[index];
  return token?.isGlued === true && (token.text === '.' || token.text === ',') ? index + 1 : index;
};

const isOrdinalEnding = (token: Token | undefined): boolean => token?.isGlued === true && /^(?:st|nd|rd|th)$/.test(token.lower);

/** "July 30, 2025", "March 2026". */
const readMonthFirst = (tokens: readonly Token[], index: number, token: Token): Draft | null => {
  const month = monthOf(token);
  if (month === null) return null;
  const afterMonth = skipMark(tokens, index + 1);
  const first = tokens[afterMonth];
  if (isYearToken(first) && !isFollowedByLetters(tokens, afterMonth)) {
    return dateDraft(tokens, index, afterMonth + 1, first.value, isoDate(first.value, month, null));
  }
  if (!isDayToken(first)) return null;
  const afterDay = skipMark(tokens, isOrdinalEnding(tokens[afterMonth + 1]) ? afterMonth + 2 : afterMonth + 1);
  const year = tokens[afterDay];
  return isYearToken(year) ? dateDraft(tokens, index, afterDay + 1, year.value, isoDate(year.value, month, first.value)) : null;
};

/** "30 July 2025", "1st of March 2026"; of "30–31 July 2025" the first day. */
const readDayFirst = (tokens: readonly Token[], index: number, token: Token): Draft | null => {
  if (!isDayToken(token)) return null;
  let at = isOrdinalEnding(tokens[index + 1]) ? index + 2 : index + 1;
  const isSpan = /^(?:[-–]|to|and)$/.test(tokens[at]?.lower ?? '') && isDayToken(tokens[at + 1]);
  if (isSpan) at = isOrdinalEnding(tokens[at + 2]) ? at + 3 : at + 2;
  if (tokens[at]?.lower === 'of') at++;
  const month = monthOf(tokens[at]);
  if (month === null) return null;
  const afterMonth = skipMark(tokens, at + 1);
  const year = tokens[afterMonth];
  return isYearToken(year) ? dateDraft(tokens, index, afterMonth + 1, year.value, isoDate(year.value, month, token.value)) : null;
};

/** Is it a day and a month without a year ("30 July", "July 30")? Neither a date that can be compared nor a number. */
export const endOfBareDay = (tokens: readonly Token[], index: number): number | null => {
  const token = tokens[index];
  if (isDayToken(token)) {
    const at = isOrdinalEnding(tokens[index + 1]) ? index + 2 : index + 1;
    return monthOf(tokens[at]) === null ? null : at + 1;
  }
  if (monthOf(token) === null) return null;
  const at = skipMark(tokens, index + 1);
  const after = tokens[at + 1];
  const isCounted = after?.kind === 'word' && !after.isGlued && /^\p{Ll}+s$/u.test(after.text);
  return isDayToken(tokens[at]) && !isCounted ? at + 1 : null;
};

/** "FY2024-25", "FY24", "FY 2024/25". */
const readFiscalWord = (tokens: readonly Token[], index: number, token: Token): Draft | null => {
  if (token.text !== 'FY' && token.text !== 'AY') return null;
  const at = /^['’]$/.test(tokens[index + 1]?.text ?? '') ? index + 2 : index + 1;
  const first = tokens[at];
  if (first?.kind !== 'number' || !/^(?:\d{2}|\d{4})$/.test(first.text)) return null;
  const firstYear = first.text.length === 4 ? first.value : 2000 + first.value;
  const second = readSecondYear(tokens, at + 1, firstYear);
  if (second) return calendarDraft(tokens, index, second.next, { low: firstYear, high: second.year, value: second.year });
  return calendarDraft(tokens, index, at + 1, { low: firstYear - 1, high: firstYear, value: firstYear });
};

interface SecondYear {
  readonly year: number;
  readonly next: number;
  readonly isLong: boolean;
}

/** The "-25" of "2024-25" or the "–2025" of "2019–2025". */
const readSecondYear = (tokens: readonly Token[], index: number, firstYear: number): SecondYear | null => {
  const joiner = tokens[index];
  const second = tokens[index + 1];
  if (joiner?.isGlued !== true || !/^[-–/]$/.test(joiner.text) || second?.isGlued !== true) return null;
  if (!/^(?:\d{2}|\d{4})$/.test(second.text) || isFollowedByLetters(tokens, index + 1)) return null;
  const isLong = second.text.length === 4;
  const digits = Number(second.text);
  const year = isLong ? digits : Math.floor(firstYear / 100) * 100 + digits + (digits < firstYear % 100 ? 100 : 0);
  if (year <= firstYear || year - firstYear > 99 || (!isLong && year - firstYear > 60)) return null;
  return { year, next: index + 2, isLong };
};

/** "Q3 2025", "H1 FY25". */
const readPartOfYear = (tokens: readonly Token[], index: number, token: Token): Draft | null => {
  if (token.text !== 'Q' && token.text !== 'H') return null;
  const part = tokens[index + 1];
  if (part?.isGlued !== true || !/^[1-4]$/.test(part.text)) return null;
  const at = tokens[index + 2]?.lower === 'of' ? index + 3 : index + 2;
  const year = tokens[at];
  if (isYearToken(year)) {
    return dateDraft(tokens, index, at + 1, year.value, `${String(year.value)}-${token.text}${part.text}`);
  }
  const fiscal = year?.kind === 'word' ? readFiscalWord(tokens, at, year) : null;
  return fiscal ? calendarDraft(tokens, index, fiscal.next, { low: fiscal.low, high: fiscal.high, value: fiscal.high }) : null;
};

const readYear = (tokens: readonly Token[], index: number, token: Token): Draft | null => {
  if (!isYearToken(token)) return null;
  const after = tokens[index + 1];
  const isDecade = after?.isGlued === true && after.text === 's' && token.value % 10 === 0;
  if (isDecade) return calendarDraft(tokens, index, index + 2, { low: token.value, high: token.value + 9, value: token.value });
  if (!isInYearPlace(tokens, index, token)) return null;
  const isoMonth = readIsoMonth(tokens, index, token);
  if (isoMonth) return isoMonth;
  const second = readSecondYear(tokens, index + 1, token.value) ?? readYearInWords(tokens, index, token);
  if (second) {
    const isFiscal = second.year === token.value + 1 && !second.isLong;
    const value = isFiscal ? second.year : (token.value + second.year) / 2;
    return calendarDraft(tokens, index, second.next, { low: token.value, high: second.year, value, isRange: !isFiscal });
  }
  if (isFollowedByLetters(tokens, index) || (after?.isGlued === true && /^[/%]$/.test(after.text))) return null;
  return calendarDraft(tokens, index, index + 1, { low: token.value, high: token.value, value: token.value });
};

/** "2024-05". */
const readIsoMonth = (tokens: readonly Token[], index: number, token: Token): Draft | null => {
  const month = tokens[index + 2];
  const isJoined = tokens[index + 1]?.text === '-' && tokens[index + 1]?.isGlued === true && month?.isGlued === true;
  if (!isJoined || !/^(?:0[1-9]|1[0-2])$/.test(month.text)) return null;
  // "2009-10" is a fiscal year, "2024-10" cannot be one.
  if (Number(month.text) === (token.value + 1) % 100) return null;
  return dateDraft(tokens, index, index + 3, token.value, isoDate(token.value, Number(month.text), null));
};

/** "from 2019 to 2023", "between 2015 and 2020". */
const readYearInWords = (tokens: readonly Token[], index: number, token: Token): SecondYear | null => {
  const joiner = tokens[index + 1]?.lower;
  const second = tokens[index + 2];
  const before = tokens[index - 1]?.lower;
  const isPeriod = (joiner === 'to' && before === 'from') || (joiner === 'and' && before === 'between') || joiner === '–' || joiner === '-';
  if (!isPeriod || !isYearToken(second) || isFollowedByLetters(tokens, index + 2)) return null;
  return second.value > token.value ? { year: second.value, next: index + 3, isLong: true } : null;
};

const BEFORE_ANY_YEAR = new Set('in since until till during circa year years early late mid end before after by calendar fiscal vs versus'.split(' '));
const BEFORE_YEAR_AND_PLURAL = new Set('the its their our his her this these those of and or from to general local federal'.split(' '));
const YEAR_PREFIX = new Set('mid end late early post pre'.split(' '));

/** Does a bare number of four digits stand where a year would? */
const isInYearPlace = (tokens: readonly Token[], index: number, token: Token): boolean => {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (!before) return token.value >= 1900 && !isCounting(after);
  if (before.kind === 'word' && !token.isGlued) return isYearAfterWord(tokens, index, before, token);
  if (token.isGlued && before.text !== '(' && before.text !== '“' && before.text !== '"') {
    return /^[-–]$/.test(before.text) && YEAR_PREFIX.has(tokens[index - 2]?.lower ?? '');
  }
  if (token.value < 1900) return false;
  if (before.text === '(' || before.text === '[') return !(after && /^[)\],;:–-]/.test(after.text)) && after?.kind === 'word';
  if (before.text === ',') return isYearAfterComma(tokens, index, after);
  return !isCounting(after) && before.kind === 'mark' && /^[:;–—.]$/.test(before.text);
};

const isYearAfterComma = (tokens: readonly Token[], index: number, after: Token | undefined): boolean => {
  const word = tokens[index - 2];
  if (isYearToken(word)) return true;
  if (after && /^[)\];]/.test(after.text)) return false;
  return word !== undefined && !/^\p{Lu}/u.test(word.text) && !isCounting(after);
};

const isYearAfterWord = (tokens: readonly Token[], index: number, before: Token, token: Token): boolean => {
  if (BEFORE_ANY_YEAR.has(before.lower)) return true;
  if (token.value < 1900) return false;
  // "the 2022 floods", but "trained 2000 teachers".
  if (isCounting(tokens[index + 1]) && !BEFORE_YEAR_AND_PLURAL.has(before.lower)) return false;
  if (/^\p{Ll}/u.test(before.text)) return true;
  return isSentenceStart(tokens, index - 1) && !isNameBefore(tokens, index);
};

const isCounting = (after: Token | undefined): boolean => after?.kind === 'word' && !after.isGlued && /^\p{Ll}{3,}s$|^people$|^staff$/u.test(after.text);
