import type { NumberStyle } from './number-style';

/**
 * The text as the number reader sees it: words, numbers and single marks. Digits that belong to something else (an address, a version,
 * a telephone number) become `opaque` tokens here, once, so that no later step can take them for numbers.
 */
export type TokenKind = 'word' | 'number' | 'mark' | 'opaque';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, curly apostrophes straightened. */
  readonly lower: string;
  /** No blank space between it and the token before. */
  readonly isGlued: boolean;
  /** For numbers: the value, and the weight of its last written digit. */
  readonly value: number;
  readonly step: number;
  /** For numbers: written with grouping commas or a decimal part, so certainly no year, label or code. */
  readonly isGroupedOrDecimal: boolean;
  /** For numbers: "1,5", which is a decimal only in company of a unit. */
  readonly isDecimalComma: boolean;
}

/** A word (1), a number (2), or any single mark. */
const PIECE = /(\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)|((?<![\d.,])[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d+)?(?![\d'’])|\d+(?:[.,]\d+)*|(?<![\d.,])\.\d+)|\S/gu;
const OPAQUE =
  /(?:https?:\/\/|www\.)[^\s<>\uFFFC]+|doi:?\s?[^\s]+|10\.\d{4,9}\/[^\s]+|ISBN(?:-1[03])?:?\s?[\dX-]+|\[-?@[^\]\n]{1,120}\]|@[\w:.-]+|\+\d[\d -]{6,18}\d/iuy;
/** Only these can begin something opaque; asking first spares the pattern at every other piece. */
const mayBeOpaque = (piece: string): boolean => /^(?:https?|www|doi|isbn|[[@+]|10\.)/i.test(piece);

const SPACES = String.raw`[\u00A0\u2007\u2009\u202F]`;
const NO_FURTHER_GROUP = String.raw`(?!\d|[.,]\d|(?:${SPACES}| )\d{3}(?!\d))`;
/** "1 200 000", "10 000", "1 234,5": groups parted by blank space, whole groups of three only. One group behind a plain space may be a neighbour, unless it is "000". */
const SPACED_GROUPS = new RegExp(String.raw`(?:\d{1,3}(?:${SPACES}\d{3})+|[1-9]\d{0,2}(?: \d{3}){2,}|[1-9]\d{0,2} 000)(?:[.,]\d{1,2})?${NO_FURTHER_GROUP}`, 'y');
/** Where decimals have commas, a group behind a plain space belongs to the number before. */
const SPACED_GROUP = new RegExp(String.raw`[1-9]\d{0,2} \d{3}(?:,\d{1,3})?${NO_FURTHER_GROUP}`, 'y');

const readSpaced = (text: string, start: number, style: NumberStyle): string | null =>
  readSticky(SPACED_GROUPS, text, start) ?? (style === 'comma' ? readSticky(SPACED_GROUP, text, start) : null);

export const tokenize = (text: string, style: NumberStyle = 'point'): readonly Token[] => {
  const tokens: Token[] = [];
  let lastEnd = -1;
  PIECE.lastIndex = 0;
  for (let found = PIECE.exec(text); found; found = PIECE.exec(text)) {
    const piece = found[0];
    const start = found.index;
    const isGlued = lastEnd === start;
    const opaque = mayBeOpaque(piece) ? readSticky(OPAQUE, text, start) : null;
    if (opaque !== null) {
      tokens.push(plainToken('opaque', opaque, start, isGlued));
      lastEnd = start + opaque.length;
    } else if (found[2] !== undefined) {
      const written = readSpaced(text, start, style) ?? piece;
      pushNumber(tokens, written, start, isGlued, style);
      lastEnd = start + written.length;
    } else {
      tokens.push(plainToken(found[1] === undefined ? 'mark' : 'word', piece, start, isGlued));
      lastEnd = start + piece.length;
    }
    PIECE.lastIndex = lastEnd;
  }
  return withoutCodes(tokens);
};

const readSticky = (pattern: RegExp, text: string, start: number): string | null => {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? null;
};

const plainToken = (kind: TokenKind, text: string, start: number, isGlued: boolean): Token => ({
  kind,
  start,
  end: start + text.length,
  text,
  lower: kind === 'word' ? text.toLowerCase().replace('’', "'") : text,
  isGlued,
  value: Number.NaN,
  step: 1,
  isGroupedOrDecimal: false,
  isDecimalComma: false,
});

const WESTERN_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const INDIAN_GROUPS = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
/** "1.234" where commas are decimal marks. */
const POINT_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
/** Not "2019,2020". */
const ANY_DECIMAL_COMMA = /^(?!(?:19|20)\d\d,(?:19|20)\d\d$)\d+,\d+$/;
const CONTINENTAL = /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const PLAIN = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
const DECIMAL_COMMA = /^\d{1,3},\d{1,2}$/;
const LEADING_ZERO = /^0\d/;
const LONGEST_NUMBER = 30;

const pushNumber = (tokens: Token[], written: string, start: number, isGlued: boolean, style: NumberStyle): void => {
  const token = toNumberToken(written, start, isGlued, style);
  if (token) {
    tokens.push(token);
    return;
  }
  if (!/^\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?)+$/.test(written)) {
    tokens.push(plainToken('opaque', written, start, isGlued));
    return;
  }
  // "2019,2020,2021": a list written without spaces.
  let offset = start;
  for (const item of written.split(',')) {
    if (offset > start) tokens.push(plainToken('mark', ',', offset - 1, true));
    tokens.push(toNumberToken(item, offset, offset > start || isGlued, style) ?? plainToken('opaque', item, offset, true));
    offset += item.length + 1;
  }
};

const toNumberToken = (written: string, start: number, isGlued: boolean, style: NumberStyle): Token | null => {
  if (written.length > LONGEST_NUMBER) return null;
  const digits = digitsOf(written, style);
  if (digits === null) return null;
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return {
    ...plainToken('number', written, start, isGlued),
    value: Number(digits),
    step: decimals === 0 ? 1 : Number(`1e-${String(decimals)}`),
    isGroupedOrDecimal: digits !== written || decimals > 0,
    isDecimalComma: style === 'point' && DECIMAL_COMMA.test(written) && !isGrouped(written),
  };
};

const isGrouped = (written: string): boolean => WESTERN_GROUPS.test(written) || INDIAN_GROUPS.test(written);

/** The number in plain digits with a decimal point; null where the marks make no number. */
const digitsOf = (written: string, style: NumberStyle): string | null => {
  if (/[\s'’]/.test(written)) return written.replace(/[\s'’]/g, '').replace(',', '.');
  if (style === 'comma' && POINT_GROUPS.test(written)) return written.replaceAll('.', '').replace(',', '.');
  if (style === 'comma' && ANY_DECIMAL_COMMA.test(written)) return written.replace(',', '.');
  if (isGrouped(written)) return written.replaceAll(',', '');
  if (CONTINENTAL.test(written)) return written.replaceAll('.', '').replace(',', '.');
  if (PLAIN.test(written) && !LEADING_ZERO.test(written)) return written;
  return DECIMAL_COMMA.test(written) ? written.replace(',', '.') : null;
};

const isJoiner = (token: Token | undefined): boolean => token?.kind === 'mark' && token.isGlued && /^[-/.–]$/.test(token.text);

/**
 * Three or more digit groups joined by hyphens, slashes or stops are a code ("978-1-4648", "042-111-222"), unless they are a date of
 * year, month and day. A group that begins with 0 ("0300-1234567") makes a code of two already.
 */
const withoutCodes = (tokens: readonly Token[]): readonly Token[] => {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const first = tokens[index];
    if (!first) break;
    const last = isDigits(first) ? endOfChain(tokens, index) : index;
    if (last - index >= 4 || (last - index === 2 && first.kind === 'opaque')) {
      const chain = tokens.slice(index, last + 1);
      const text = chain.map((token) => token.text).join('');
      result.push(plainToken('opaque', text, first.start, first.isGlued));
      index = last;
      continue;
    }
    result.push(first);
  }
  return result;
};

const isDigits = (token: Token | undefined): boolean => token?.kind === 'number' || (token?.kind === 'opaque' && /^\d/.test(token.text));

const endOfChain = (tokens: readonly Token[], from: number): number => {
  let last = from;
  while (isJoiner(tokens[last + 1]) && isDigits(tokens[last + 2]) && tokens[last + 2]?.isGlued === true) last += 2;
  return last;
};
