import { isScaleWord, scaleByWord } from './number-scales';
import type { Token } from './quantity-tokens';

/** A number in words before its scale: "twenty-five", "three hundred and ten", "two and a half", "three point five", "half a dozen", "a quarter of a". */
export interface SpelledNumber {
  readonly value: number;
  /** What the words are exact to: 1 for whole numbers, 0.1 for halves and quarters. */
  readonly step: number;
  /** Index of the token after it. */
  readonly next: number;
}

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const onesByWord: ReadonlyMap<string, number> = new Map(ONES.map((word, value) => [word, value]));
const tensByWord: ReadonlyMap<string, number> = new Map(TENS.map((word, index) => [word, (index + 2) * 10]));

export const isNumberWord = (word: string): boolean => onesByWord.has(word) || tensByWord.has(word);

const isArticle = (word: string | undefined): boolean => word === 'a' || word === 'an';
const DOZEN = 12;
/** What "half a" is the half of, where it has a size. */
const HALVED = /^(?:century|decade|year|month|week|day|hour|minute|mile|kilometre|kilometer|metre|meter|hectare|acre|litre|liter|tonne|ton|kilogram|degree|per|percent|percentage)$/;
const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['tenth', 10],
]);

/** The words that begin at `index`, without the scale behind them; null where no number begins. */
export const readSpelled = (tokens: readonly Token[], index: number): SpelledNumber | null => {
  const first = tokens[index]?.lower;
  const second = tokens[index + 1]?.lower ?? '';
  if (first === 'half') return readHalfOf(tokens, index) ?? readPartOfOne(tokens, index);
  if (isArticle(first)) {
    if (second === 'dozen') return { value: DOZEN, step: 1, next: index + 2 };
    if (second === 'hundred') return addRest(tokens, { value: 100, step: 100, next: index + 2 });
    const isScale = isScaleWord(second) && second.length > 3 && !second.endsWith('s');
    return isScale ? { value: 1, step: 1, next: index + 1 } : readPartOfOne(tokens, index);
  }
  const below = readPartOfOne(tokens, index) ?? readBelowThousand(tokens, index);
  if (!below) return null;
  // "Two dozen" is said loosely: one more or less is still two dozen.
  if (tokens[below.next]?.lower === 'dozen') return { value: below.value * DOZEN, step: below.value === 1 ? 1 : 2, next: below.next + 1 };
  return readPoint(tokens, below) ?? addPart(tokens, below);
};

const readHalfOf = (tokens: readonly Token[], index: number): SpelledNumber | null => {
  if (!isArticle(tokens[index + 1]?.lower)) return null;
  const third = tokens[index + 2]?.lower ?? '';
  if (third === 'dozen') return { value: DOZEN / 2, step: 1, next: index + 3 };
  return isScaleWord(third) || HALVED.test(third) ? { value: 0.5, step: 0.1, next: index + 2 } : null;
};

/** "a quarter of a million", "three-quarters of an hour", "half of a mile": so much of one, and no share of a group. */
export const readPartOfOne = (tokens: readonly Token[], index: number): SpelledNumber | null => {
  const first = tokens[index]?.lower;
  const at = tokens[index + 1]?.text === '-' ? index + 2 : index + 1;
  const numerator = isArticle(first) ? 1 : (onesByWord.get(first ?? '') ?? 0);
  const denominator = DENOMINATORS.get(tokens[at]?.lower.replace(/s$/, '') ?? '') ?? 0;
  const [value, of] = first === 'half' ? [0.5, index + 1] : [numerator / denominator, at + 1];
  if (!(value > 0 && value < 1) || tokens[of]?.lower !== 'of' || !isArticle(tokens[of + 1]?.lower)) return null;
  const whole = tokens[of + 2]?.lower ?? '';
  return isScaleWord(whole) || HALVED.test(whole) ? { value, step: 0.1, next: of + 2 } : null;
};

/** "seven", "twenty-five", "three hundred and ten". */
const readBelowThousand = (tokens: readonly Token[], index: number): SpelledNumber | null => {
  const small = readBelowHundred(tokens, index);
  if (!small || tokens[small.next]?.lower !== 'hundred') return small;
  return addRest(tokens, { value: small.value * 100, step: 1, next: small.next + 1 });
};

const addRest = (tokens: readonly Token[], hundreds: SpelledNumber): SpelledNumber => {
  const from = tokens[hundreds.next]?.lower === 'and' ? hundreds.next + 1 : hundreds.next;
  const rest = readBelowHundred(tokens, from);
  return rest ? { value: hundreds.value + rest.value, step: 1, next: rest.next } : hundreds;
};

const readBelowHundred = (tokens: readonly Token[], index: number): SpelledNumber | null => {
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

const MOST_DECIMALS = 4;

/** "three point five", "two point two five". */
const readPoint = (tokens: readonly Token[], whole: SpelledNumber): SpelledNumber | null => {
  if (tokens[whole.next]?.lower !== 'point') return null;
  let digits = '';
  let next = whole.next + 1;
  for (; digits.length < MOST_DECIMALS; next++) {
    const digit = onesByWord.get(tokens[next]?.lower ?? '');
    if (digit === undefined || digit > 9) break;
    digits += String(digit);
  }
  return digits === '' ? null : { value: Number(`${String(whole.value)}.${digits}`), step: Number(`1e-${String(digits.length)}`), next };
};

const PARTS: readonly (readonly [words: string, value: number])[] = [
  ['and a half', 0.5],
  ['and a quarter', 0.25],
  ['and three quarters', 0.75],
  ['and a third', 1 / 3],
  ['and two thirds', 2 / 3],
];

/** "two and a half", "two-and-a-quarter". "A half of them" behind it would be a share of its own. */
const addPart = (tokens: readonly Token[], whole: SpelledNumber): SpelledNumber => {
  const words: string[] = [];
  let at = whole.next;
  for (; words.length < 3; at++) {
    const token = tokens[at];
    if (!token) return whole;
    if (token.text === '-' && token.isGlued) continue;
    words.push(token.lower);
  }
  const part = PARTS.find(([written]) => written === words.join(' '));
  return part && tokens[at]?.lower !== 'of' ? { value: whole.value + part[1], step: 0.1, next: at } : whole;
};

/** "two million three hundred thousand and five": what follows a scale is added while the scales fall. The last one says how exact the whole is. */
export const readFurtherWords = (tokens: readonly Token[], from: number, outerScale: number): SpelledNumber | null => {
  let value = 0;
  let step = 0;
  let next = from;
  for (let scale = outerScale; scale > 1;) {
    const part = readBelowThousand(tokens, tokens[next]?.lower === 'and' ? next + 1 : next);
    if (!part) break;
    const partScale = scaleByWord.get(tokens[part.next]?.lower ?? '') ?? 1;
    if (partScale >= scale || partScale === 1e2) break;
    value += part.value * partScale;
    step = partScale;
    next = partScale > 1 ? part.next + 1 : part.next;
    scale = partScale;
  }
  return step === 0 ? null : { value, step, next };
};
