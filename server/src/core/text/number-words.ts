import type { Token } from './quantity-tokens';

/** A number as written, in digits or words, with its scale: "2.4 million", "two and a half", "half a million", "1,20,000". */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Index of the token after it. */
  readonly next: number;
  /** Without the scale. */
  readonly value: number;
  /** Weight of the last written digit, without the scale. */
  readonly step: number;
  readonly scale: number;
  readonly isInWords: boolean;
  /** Whole digits without comma, point or scale: may be a year, a label, a code. */
  readonly isPlain: boolean;
  readonly isDecimalComma: boolean;
}

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const onesByWord: ReadonlyMap<string, number> = new Map(ONES.map((word, value) => [word, value]));
const tensByWord: ReadonlyMap<string, number> = new Map(TENS.map((word, index) => [word, (index + 2) * 10]));

const scaleByWord: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['lacs', 1e5],
  ['million', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['arab', 1e9],
  ['kharab', 1e11],
  ['trillion', 1e12],
  ['trn', 1e12],
  ['tn', 1e12],
]);
/** Too short to be believed unless glued to the digits, or a currency stands before. */
const scaleByLetter: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['m', 1e6],
  ['M', 1e6],
  ['b', 1e9],
  ['B', 1e9],
  ['cr', 1e7],
  ['Cr', 1e7],
  ['tr', 1e12],
  ['T', 1e12],
]);
const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 0.2],
  ['⅛', 0.125],
]);

export const isNumberWord = (word: string): boolean => onesByWord.has(word) || tensByWord.has(word);
export const isScaleWord = (word: string): boolean => scaleByWord.has(word);

interface NumeralOptions {
  /** A currency stands before: "US$ 350 m". */
  readonly hasCurrency: boolean;
}

export const readNumeral = (tokens: readonly Token[], index: number, options: NumeralOptions): Numeral | null => {
  const first = tokens[index];
  if (!first) return null;
  if (first.kind === 'number') return readDigits(tokens, index, first, options);
  if (first.kind === 'word') return readWords(tokens, index, first);
  const fraction = vulgarFractions.get(first.text);
  if (fraction === undefined || first.isGlued) return null;
  return withScale(tokens, index + 1, { start: first.start, end: first.end, value: fraction, step: 0.1, isInWords: false, isPlain: false }, options);
};

interface Head {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly step: number;
  readonly isInWords: boolean;
  readonly isPlain: boolean;
  readonly isDecimalComma?: boolean;
}

const readDigits = (tokens: readonly Token[], index: number, first: Token, options: NumeralOptions): Numeral => {
  const after = tokens[index + 1];
  const fraction = after?.isGlued === true ? vulgarFractions.get(after.text) : undefined;
  if (after && fraction !== undefined) {
    const head = { start: first.start, end: after.end, value: first.value + fraction, step: 0.1, isInWords: false, isPlain: false };
    return withScale(tokens, index + 2, head, options);
  }
  const head = {
    start: first.start,
    end: first.end,
    value: first.value,
    step: first.step,
    isInWords: false,
    isPlain: !first.isGroupedOrDecimal,
    isDecimalComma: first.isDecimalComma,
  };
  return withScale(tokens, index + 1, head, options);
};

const readWords = (tokens: readonly Token[], index: number, first: Token): Numeral | null => {
  const second = tokens[index + 1];
  const isArticle = first.lower === 'a' || first.lower === 'an';
  if (isArticle && second?.lower === 'dozen') return wordHead(tokens, index + 2, first, second, 12, 1);
  if (isArticle && second && scaleByWord.has(second.lower) && second.text.length > 3) return wordHead(tokens, index + 1, first, first, 1, 1);
  if (first.lower === 'half' && second && /^an?$/.test(second.lower) && scaleByWord.has(tokens[index + 2]?.lower ?? '')) {
    return wordHead(tokens, index + 2, first, second, 0.5, 0.1);
  }
  const below = readBelowThousand(tokens, index);
  if (!below) return null;
  const { value, step, next } = addHalf(tokens, below);
  const last = tokens[next - 1] ?? first;
  return continueWords(tokens, wordHead(tokens, next, first, last, value, step));
};

const wordHead = (tokens: readonly Token[], next: number, first: Token, last: Token, value: number, step: number): Numeral =>
  withScale(tokens, next, { start: first.start, end: last.end, value, step, isInWords: true, isPlain: false }, { hasCurrency: false });

/** "two thousand three hundred": what follows a scale in words is added to it. */
const continueWords = (tokens: readonly Token[], numeral: Numeral): Numeral => {
  if (numeral.scale !== 1e3 && numeral.scale !== 1e6) return numeral;
  const from = tokens[numeral.next]?.lower === 'and' ? numeral.next + 1 : numeral.next;
  const rest = readBelowThousand(tokens, from);
  const last = rest && tokens[rest.next - 1];
  if (!rest || !last || isScaleWord(tokens[rest.next]?.lower ?? '')) return numeral;
  return { ...numeral, end: last.end, next: rest.next, value: numeral.value * numeral.scale + rest.value, step: 1, scale: 1 };
};

interface WordValue {
  readonly value: number;
  readonly step: number;
  readonly next: number;
}

/** "seven", "twenty-five", "three hundred and ten". */
const readBelowThousand = (tokens: readonly Token[], index: number): WordValue | null => {
  const small = readBelowHundred(tokens, index);
  if (!small || tokens[small.next]?.lower !== 'hundred') return small;
  const hundreds = { value: small.value * 100, step: 1, next: small.next + 1 };
  const from = tokens[hundreds.next]?.lower === 'and' ? hundreds.next + 1 : hundreds.next;
  const rest = readBelowHundred(tokens, from);
  return rest ? { value: hundreds.value + rest.value, step: 1, next: rest.next } : hundreds;
};

const readBelowHundred = (tokens: readonly Token[], index: number): WordValue | null => {
  const first = tokens[index];
  if (first?.kind !== 'word') return null;
  const ones = onesByWord.get(first.lower);
  if (ones !== undefined) return { value: ones, step: 1, next: index + 1 };
  const tens = tensByWord.get(first.lower);
  if (tens === undefined) return null;
  const hasHyphen = tokens[index + 1]?.text === '-';
  const unitIndex = hasHyphen ? index + 2 : index + 1;
  const unit = onesByWord.get(tokens[unitIndex]?.lower ?? '');
  if (unit === undefined || unit === 0 || unit > 9) return { value: tens, step: 1, next: index + 1 };
  return { value: tens + unit, step: 1, next: unitIndex + 1 };
};

/** "two and a half". */
const addHalf = (tokens: readonly Token[], whole: WordValue): WordValue => {
  const words = [0, 1, 2].map((by) => tokens[whole.next + by]?.lower).join(' ');
  return words === 'and a half' ? { value: whole.value + 0.5, step: 0.1, next: whole.next + 3 } : whole;
};

const withScale = (tokens: readonly Token[], next: number, head: Head, options: NumeralOptions): Numeral => {
  let scale = 1;
  let end = head.end;
  let index = next;
  for (let count = 0; count < 2; count++) {
    const found = readScale(tokens, index, options, head.isInWords || count > 0);
    if (!found || (count > 0 && found.scale < 1e3)) break;
    scale *= found.scale;
    end = found.end;
    index = found.next;
  }
  return {
    start: head.start,
    end,
    next: index,
    value: head.value,
    step: head.step,
    scale,
    isInWords: head.isInWords,
    isPlain: head.isPlain && scale === 1,
    isDecimalComma: head.isDecimalComma === true,
  };
};

const isGluedHyphen = (token: Token | undefined): boolean => token?.text === '-' && token.isGlued;

interface ReadScale {
  readonly scale: number;
  readonly end: number;
  readonly next: number;
}

const readScale = (tokens: readonly Token[], index: number, options: NumeralOptions, isAfterWord: boolean): ReadScale | null => {
  const hasHyphen = isGluedHyphen(tokens[index]) && tokens[index + 1]?.isGlued === true;
  const at = hasHyphen ? index + 1 : index;
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  // "22 Arab states" is no scale.
  const byWord = token.text.startsWith('Arab') ? undefined : scaleByWord.get(token.lower);
  if (byWord !== undefined) return { scale: byWord, end: token.end, next: at + 1 };
  if (isAfterWord || hasHyphen) return null;
  const byLetter = scaleByLetter.get(token.text);
  if (byLetter === undefined || !(token.isGlued || options.hasCurrency)) return null;
  const needsCurrency = token.text === 'T' || token.text === 'tr';
  if (needsCurrency && !options.hasCurrency) return null;
  // "50m²", "50m2" are areas.
  const after = tokens[at + 1];
  if (after?.isGlued === true && (/^[²³]/.test(after.text) || after.kind === 'number')) return null;
  return { scale: byLetter, end: token.end, next: at + 1 };
};
