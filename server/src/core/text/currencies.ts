import type { CurrencyMark } from './quantity';
import { spanOf } from './span';

/** ISO code and mark; a mark without code stands for several currencies. */
interface CurrencyName {
  readonly code: string | null;
  readonly unit: string;
  /** What one of the written coin is in the currency: a penny is 0.01 pounds. */
  readonly factor?: number;
}

const named = (code: string): CurrencyName => ({ code, unit: code });
const ambiguous = (unit: string): CurrencyName => ({ code: null, unit });

const CODES = 'PKR USD EUR GBP INR JPY CNY RMB AUD CAD NZD CHF SEK NOK DKK BDT LKR NPR AFN IRR AED SAR QAR KWD OMR BHD TRY RUB UAH PLN CZK HUF ZAR NGN KES GHS UGX TZS ETB EGP MAD BRL MXN ARS CLP PEN IDR MYR SGD THB VND PHP KRW HKD TWD ILS XDR SDR MUR LBP JOD IQD ZMW XOF XAF MVR BTN MMK KZT UZS GEL RON ISK RSD DZD TND RWF MWK BWP NAD MZN UYU PYG CRC GTQ JMD TTD FJD PGK KHR LAK MNT AZN';

/** Three capital letters each; "SDR" and "RMB" among them. */
export const currencyCodes: readonly string[] = CODES.split(' ');
const ISO_OF: ReadonlyMap<string, string> = new Map([
  ['RMB', 'CNY'],
  ['SDR', 'XDR'],
]);

/** Marks that stand before the number; longest first in the pattern below. */
const prefixByMark: ReadonlyMap<string, CurrencyName> = new Map<string, CurrencyName>([
  ...currencyCodes.map((code) => [code, named(ISO_OF.get(code) ?? code)] as const),
  ...(['US$', 'U.S.$', 'US $', 'USD$'] as const).map((mark) => [mark, named('USD')] as const),
  ['A$', named('AUD')],
  ['AU$', named('AUD')],
  ['C$', named('CAD')],
  ['CA$', named('CAD')],
  ['NZ$', named('NZD')],
  ['HK$', named('HKD')],
  ['S$', named('SGD')],
  ['R$', named('BRL')],
  ['NT$', named('TWD')],
  ['MX$', named('MXN')],
  ['J$', named('JMD')],
  ['EC$', named('XCD')],
  ['KSh', named('KES')],
  ['Ksh', named('KES')],
  ['TSh', named('TZS')],
  ['USh', named('UGX')],
  ['GH₵', named('GHS')],
  ['RM', named('MYR')],
  ['Rp', named('IDR')],
  ['Tk', named('BDT')],
  ['Tk.', named('BDT')],
  ['zł', named('PLN')],
  ['€', named('EUR')],
  ['£', named('GBP')],
  ['₹', named('INR')],
  ['৳', named('BDT')],
  ['₦', named('NGN')],
  ['₺', named('TRY')],
  ['₩', named('KRW')],
  ['₽', named('RUB')],
  ['₫', named('VND')],
  ['₱', named('PHP')],
  ['₪', named('ILS')],
  ['₴', named('UAH')],
  ['$', ambiguous('$')],
  ['¥', ambiguous('¥')],
  ['₨', ambiguous('Rs')],
  ['Rs.', ambiguous('Rs')],
  ['Rs', ambiguous('Rs')],
  ['RS', ambiguous('Rs')],
]);

const escapeMark = (mark: string): string => mark.replace(/[$.]/g, String.raw`\$&`);
const longestFirst = (marks: Iterable<string>): string[] => [...marks].sort((a, b) => b.length - a.length);
const PREFIX_AT_END = new RegExp(String.raw`(?:${longestFirst(prefixByMark.keys()).map(escapeMark).join('|')})(?=[ \u00A0]?$)`, 'u');
const PREFIX_HERE = new RegExp(longestFirst(prefixByMark.keys()).map(escapeMark).join('|'), 'uy');
const LONGEST_PREFIX = 7;

export interface Currency {
  readonly mark: CurrencyMark;
  readonly unit: string;
  readonly factor: number;
}

const toCurrency = (name: CurrencyName, symbol: string, start: number): Currency => ({
  mark: { code: name.code, symbol, span: spanOf(start, start + symbol.length) },
  unit: name.unit,
  factor: name.factor ?? 1,
});

/** The currency mark that ends right before `offset`, at most one blank between: "US$5", "Rs. 5", "PKR 40bn". */
export const readCurrencyBefore = (text: string, offset: number): Currency | null => {
  const windowStart = Math.max(0, offset - LONGEST_PREFIX);
  const found = PREFIX_AT_END.exec(text.slice(windowStart, offset));
  if (!found) return null;
  const start = windowStart + found.index;
  const isInsideWord = /^\p{L}/u.test(found[0]) && /[\p{L}\d]/u.test(text.charAt(start - 1));
  const name = prefixByMark.get(found[0]);
  return name && !isInsideWord ? toCurrency(name, found[0], start) : null;
};

/** The currency mark that begins exactly at `offset`. */
export const readCurrencyAt = (text: string, offset: number): Currency | null => {
  PREFIX_HERE.lastIndex = offset;
  const symbol = PREFIX_HERE.exec(text)?.[0];
  const name = symbol === undefined ? undefined : prefixByMark.get(symbol);
  if (symbol === undefined || !name) return null;
  const isInsideWord = /\p{L}$/u.test(symbol) && /\p{L}/u.test(text.charAt(offset + symbol.length));
  return isInsideWord ? null : toCurrency(name, symbol, offset);
};

const nameByWords: ReadonlyMap<string, CurrencyName> = new Map<string, CurrencyName>([
  ...['dollar', 'dollars'].flatMap((word) => [
    [word, ambiguous('$')] as const,
    [`us ${word}`, named('USD')] as const,
    [`u.s. ${word}`, named('USD')] as const,
    [`american ${word}`, named('USD')] as const,
    [`australian ${word}`, named('AUD')] as const,
    [`canadian ${word}`, named('CAD')] as const,
  ]),
  ...['rupee', 'rupees'].flatMap((word) => [
    [word, ambiguous('Rs')] as const,
    [`pakistani ${word}`, named('PKR')] as const,
    [`pakistan ${word}`, named('PKR')] as const,
    [`indian ${word}`, named('INR')] as const,
    [`sri lankan ${word}`, named('LKR')] as const,
  ]),
  ['euro', named('EUR')],
  ['euros', named('EUR')],
  ['pounds sterling', named('GBP')],
  ['british pounds', named('GBP')],
  ['pounds', ambiguous('pounds')],
  ['yuan', named('CNY')],
  ['renminbi', named('CNY')],
  ['yen', named('JPY')],
  ['taka', named('BDT')],
  ['rand', named('ZAR')],
  ['naira', named('NGN')],
  ['ringgit', named('MYR')],
  ['baht', named('THB')],
  ['rubles', named('RUB')],
  ['roubles', named('RUB')],
  ['reais', named('BRL')],
  ['swiss francs', named('CHF')],
  ['dirhams', ambiguous('dirhams')],
  ['riyals', ambiguous('riyals')],
  ['pence', { code: 'GBP', unit: 'GBP', factor: 0.01 }],
  ['us cents', { code: 'USD', unit: 'USD', factor: 0.01 }],
  ['us cent', { code: 'USD', unit: 'USD', factor: 0.01 }],
  ['cents', ambiguous('cents')],
  ['paisa', ambiguous('paisa')],
  ['birr', named('ETB')],
  ['cedis', named('GHS')],
  ['rupiah', named('IDR')],
  ['dong', named('VND')],
  ['zloty', named('PLN')],
  ['kroner', ambiguous('kroner')],
  ['dinars', ambiguous('dinars')],
  ['rials', ambiguous('rials')],
  ['pesos', ambiguous('pesos')],
  ['francs', ambiguous('francs')],
  ['shillings', ambiguous('shillings')],
  ['kronor', named('SEK')],
]);

const AFTER = /(?:[A-Z]{3}(?![\p{L}\d])|[€£]|U\.S\. \p{L}+|\p{L}+(?: \p{L}+){0,2})/uy;

/** The currency named right after a number, from `offset` on: "dollars", "Pakistani rupees", "PKR", "€". */
export const readCurrencyAfter = (text: string, offset: number): Currency | null => {
  AFTER.lastIndex = offset;
  const found = AFTER.exec(text)?.[0].slice(0, LONGEST_PREFIX * 4);
  if (found === undefined) return null;
  const byMark = prefixByMark.get(found);
  if (byMark && /^(?:[A-Z]{3}|[€£])$/.test(found)) return toCurrency(byMark, found, offset);
  let words = found;
  while (words !== '') {
    const name = nameByWords.get(words.toLowerCase());
    if (name && !/[\p{L}-]/u.test(text.charAt(offset + words.length))) return toCurrency(name, words, offset);
    words = words.slice(0, Math.max(0, words.lastIndexOf(' ')));
  }
  return null;
};
