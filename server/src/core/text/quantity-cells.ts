import type { Quantity } from './quantity';

/** A lone number, perhaps signed, bracketed (an accountant's minus), a range, or marked with a note: "1,200", "(2.3)", "15–20", "12.5*", "7 ᵃ". */
const LONE_NUMBER =
  /^(?<lead>\s*[*_]{0,3})(?<open>\()?(?<number>[-−–]?(?:\d{1,3}(?:[ \u00A0\u2007\u2009\u202F'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|\.\d+)(?:\s?[-–]\s?(?:\d+(?:[.,]\d+)*))?)(?<close>\))?[*_†‡§ᵃᵇᶜ¹²³⁴⁵⁶⁷⁸⁹]{0,4}\s*$/u;
const LONGEST_CELL_NUMBER = 40;
const CALENDAR_YEAR = /^(?:19|20)\d{2}$/;

/**
 * A cell with a lone number takes the unit of its head: the two are put side by side and read as prose is ("US$ 350 million"), then the
 * offsets are moved back into the cell. Any other cell is read as it stands.
 */
export const readCell = (cellText: string, unit: string | null, read: (text: string) => readonly Quantity[]): readonly Quantity[] => {
  const lone = cellText.length <= LONGEST_CELL_NUMBER ? LONE_NUMBER.exec(cellText)?.groups : undefined;
  const number = lone?.['number'];
  if (lone === undefined || number === undefined) return read(cellText);
  if (CALENDAR_YEAR.test(number) && unit === null) return yearCell(number, lone['lead']?.length ?? 0, read);

  const isAccountingMinus = lone['open'] !== undefined && lone['close'] !== undefined && /^[\d.]/.test(number);
  const head = splitUnit(unit ?? '');
  const start = (lone['lead'] ?? '').length + (lone['open'] ?? '').length;
  // Groups stay groups whatever blank parts them; a dash of a range stands close.
  const written = number.replace(/\s?([-–])\s?/g, '$1').replace(/ /g, '\u00A0');
  const prefix = `${SILENT_LEAD}${isAccountingMinus ? '-' : ''}${head.before}`;
  const quantities = readBare(`${prefix}${written}${head.after}`, read);
  const [first, ...others] = quantities;
  if (!first || others.length > 0) return [];
  const span = isAccountingMinus ? { start: start - 1, end: start + number.length + 1 } : { start, end: start + number.length };
  const currency = first.currency === null ? null : { ...first.currency, span: { start, end: start } };
  return [{ ...first, span, text: cellText.slice(span.start, span.end), currency, what: null, when: null }];
};

/** Keeps the number from standing at the beginning, where "5." would be a list mark. */
const SILENT_LEAD = ': ';

const readBare = (text: string, read: (text: string) => readonly Quantity[]): readonly Quantity[] => read(text);

const yearCell = (number: string, start: number, read: (text: string) => readonly Quantity[]): readonly Quantity[] =>
  read(`in ${number}`).map((quantity) => ({ ...quantity, span: { start, end: start + number.length }, text: number }));

const CURRENCY = /US\$|A\$|C\$|[$€£¥₹₨]|\bRs\b\.?|\b(?:PKR|USD|EUR|GBP|INR|JPY|CNY|AUD|CAD|BDT|LKR)\b|\b(?:dollars|rupees|euros|pounds sterling)\b/u;
const SCALE = /\b(?:thousands?|millions?|billions?|trillions?|lakhs?|crores?|mn|bn|trn|m|k|b)\b|'?000s?\b/iu;
const WORDS_FOR_MARK: ReadonlyMap<string, string> = new Map([
  ['dollars', '$'],
  ['rupees', 'Rs '],
  ['euros', '€'],
  ['pounds sterling', '£'],
]);

interface SplitUnit {
  readonly before: string;
  readonly after: string;
}

/** "US$ million" goes before and behind the number; "% of GDP" behind it, less what it is a share of. */
const splitUnit = (unit: string): SplitUnit => {
  const plain = unit.trim().replace(/^\((.*)\)$/s, '$1').trim();
  if (plain === '') return { before: '', after: '' };
  if (/percentage points|\bpp\b/i.test(plain)) return { before: '', after: ' percentage points' };
  if (/%|\bper ?cent\b/i.test(plain)) return { before: '', after: '%' };
  const currency = CURRENCY.exec(plain)?.[0];
  const scale = SCALE.exec(plain)?.[0];
  const scaleWord = scale === undefined ? '' : ` ${scaleWordOf(scale)}`;
  if (currency !== undefined) {
    const mark = WORDS_FOR_MARK.get(currency) ?? (/\p{L}\.?$/u.test(currency) ? `${currency} ` : currency);
    return { before: mark, after: scaleWord };
  }
  const rest = plain.replace(scale === undefined || scaleWord === '' ? /^$/ : scale, '').trim();
  return { before: '', after: `${scaleWord}${rest === '' ? '' : ` ${rest}`}` };
};

const scaleWordOf = (scale: string): string => {
  const lower = scale.toLowerCase();
  if (/000s?$/.test(lower) || lower === 'k') return 'thousand';
  if (lower === 'm') return 'million';
  if (lower === 'b') return 'billion';
  return lower.replace(/s$/, '');
};
