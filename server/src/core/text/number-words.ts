import { scaleByLetter, scaleByWord } from './number-scales';
import type { Token } from './quantity-tokens';
import { readFurtherWords, readSpelled } from './spelled-numbers';

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

const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 0.2],
  ['⅛', 0.125],
]);

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
  const small = first.isGroupedOrDecimal || first.value > 99 ? null : readSmallFraction(tokens, index + 1);
  const smallEnd = tokens[index + 3]?.end;
  if (small !== null && smallEnd !== undefined) {
    const head = { start: first.start, end: smallEnd, value: first.value + small, step: 0.1, isInWords: false, isPlain: false };
    return withScale(tokens, index + 4, head, options);
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

/** "1/2", "3/4" behind a whole number: "2 1/2 years". */
const readSmallFraction = (tokens: readonly Token[], index: number): number | null => {
  const [numerator, slash, denominator] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const isWritten = slash?.text === '/' && slash.isGlued && denominator?.isGlued === true;
  if (numerator?.kind !== 'number' || numerator.isGlued || !isWritten || !/^[13]$/.test(numerator.text) || !/^[248]$/.test(denominator.text)) return null;
  return numerator.value < denominator.value ? numerator.value / denominator.value : null;
};

const readWords = (tokens: readonly Token[], index: number, first: Token): Numeral | null => {
  const spelled = readSpelled(tokens, index);
  if (!spelled) return null;
  const last = tokens[spelled.next - 1] ?? first;
  const head = { start: first.start, end: last.end, value: spelled.value, step: spelled.step, isInWords: true, isPlain: false };
  const numeral = withScale(tokens, spelled.next, head, { hasCurrency: false });
  const further = numeral.scale < 1e3 ? null : readFurtherWords(tokens, numeral.next, numeral.scale);
  const end = further && tokens[further.next - 1]?.end;
  if (!further || end === undefined || end === null) return numeral;
  return { ...numeral, end, next: further.next, value: numeral.value * numeral.scale + further.value, step: further.step, scale: 1 };
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
