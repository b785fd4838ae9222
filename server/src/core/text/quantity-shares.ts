import { readNumeral, type Numeral } from './number-words';
import { tidy, type Draft } from './quantity-draft';
import type { Token } from './quantity-tokens';
import { readPartOfOne } from './spelled-numbers';

/** Shares and multiples in words: "one in four", "two-thirds", "half of", "three times", "doubled", "threefold". Shares come out in percent. */
export const readShare = (tokens: readonly Token[], index: number): Draft | null =>
  readPartOfOne(tokens, index) ? null : (readOneIn(tokens, index) ?? readFraction(tokens, index) ?? readHalf(tokens, index));

const draftOf = (
  tokens: readonly Token[],
  first: number,
  next: number,
  numbers: Pick<Draft, 'low' | 'high' | 'value' | 'unit' | 'dimension' | 'form'>,
): Draft | null => {
  const start = tokens[first]?.start;
  const end = tokens[next - 1]?.end;
  if (start === undefined || end === undefined) return null;
  return { ...numbers, start, end, first, next, scale: 1, currency: null, isRange: false, when: null, isBare: false, isInWords: true };
};

/** Half a point each side, but never so much that a small share ("1 in 1,000") loses its size. */
const shareDraft = (tokens: readonly Token[], first: number, next: number, percent: number): Draft | null => {
  const margin = Math.min(0.5, percent / 10);
  const numbers = { low: tidy(percent - margin), high: tidy(percent + margin), value: tidy(percent), unit: '%', dimension: 'share' };
  return draftOf(tokens, first, next, { ...numbers, form: 'ratio' });
};

const ROUND_BASES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1e3, 1e4, 1e5]);
const SCORED = /^(?:scor(?:e|es|ed|ing)|index|rating|rated|marks?|grade)$/;

/** "one in four", "3 out of 10", "1 in every 5". */
const readOneIn = (tokens: readonly Token[], index: number): Draft | null => {
  const part = readNumeral(tokens, index, { hasCurrency: false });
  if (part?.scale !== 1 || !(part.isInWords || part.isPlain)) return null;
  const joinerIndex = skipHyphen(tokens, part.next);
  const joiner = tokens[joinerIndex]?.lower;
  const isOfEvery = joiner === 'of' && tokens[joinerIndex + 1]?.lower === 'every';
  const isOutOf = isOfEvery || (joiner === 'out' && tokens[joinerIndex + 1]?.lower === 'of');
  if (!isOutOf && joiner !== 'in') return null;
  let at = skipHyphen(tokens, joinerIndex + (isOutOf && !isOfEvery ? 2 : 1));
  if (tokens[at]?.lower === 'every') at++;
  const base = readNumeral(tokens, at, { hasCurrency: false });
  if (!base || (!base.isInWords && !Number.isInteger(base.value))) return null;
  const whole = base.value * base.scale;
  if (part.value <= 0 || part.value > whole || (!isOutOf && part.value === whole)) return null;
  if (!isOutOf && !ROUND_BASES.has(whole)) return null;
  if (isBoundElsewhere(tokens, base.next)) return null;
  if (isOutOf && whole === 100 && [1, 2, 3, 4].some((by) => SCORED.test(tokens[index - by]?.lower ?? ''))) {
    return indexDraft(tokens, index, base.next, part.value, 1, 100);
  }
  return shareDraft(tokens, index, base.next, (part.value / whole) * 100);
};

/** "one-in-five", "1-in-5". */
const skipHyphen = (tokens: readonly Token[], index: number): number => (tokens[index]?.text === '-' && tokens[index].isGlued ? index + 1 : index);

/** "opened 2 in 5 years" is no share of anything. */
const isBoundElsewhere = (tokens: readonly Token[], next: number): boolean =>
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|per|percent|%|-)$/.test(tokens[next]?.lower ?? '');

export const indexDraft = (tokens: readonly Token[], first: number, next: number, value: number, step: number, base: number): Draft | null => {
  const numbers = { low: tidy(value - step / 2), high: tidy(value + step / 2), value, unit: `/${String(base)}`, dimension: 'ratio' };
  return draftOf(tokens, first, next, { ...numbers, form: 'index' });
};

const DENOMINATORS: ReadonlyMap<string, number> = new Map(
  ['third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].flatMap((word, index) => [
    [word, index + 3] as const,
    [`${word}s`, index + 3] as const,
  ]),
);

/** "two-thirds", "three quarters", "a fifth of"; an article or "one" needs "of" or a hyphen, for "a third reason" is an ordinal. */
const readFraction = (tokens: readonly Token[], index: number): Draft | null => {
  const head = tokens[index];
  if (head?.kind !== 'word') return null;
  const isArticle = head.lower === 'a' || head.lower === 'an';
  const numerator = isArticle ? 1 : (readNumeral(tokens, index, { hasCurrency: false })?.value ?? 0);
  const hasHyphen = tokens[index + 1]?.text === '-' && tokens[index + 1]?.isGlued === true;
  const at = hasHyphen ? index + 2 : index + 1;
  const denominator = DENOMINATORS.get(tokens[at]?.lower ?? '');
  if (denominator === undefined || numerator < 1 || numerator >= denominator) return null;
  const isPlural = tokens[at]?.lower.endsWith('s') === true;
  const hasOf = tokens[at + 1]?.lower === 'of' && tokens[at + 2]?.kind !== 'number';
  if (numerator === 1 ? isPlural || !(hasOf || hasHyphen || isAtClauseEnd(tokens, at + 1)) : !isPlural) return null;
  if (/^quarters?$/.test(tokens[at]?.lower ?? '') && !hasOf && numerator > 1 && isTimeBefore(tokens, index)) return null;
  return shareDraft(tokens, index, at + 1, (numerator / denominator) * 100);
};

/** "1/3 of households": digits with a slash are a share only before "of". */
export const readWrittenFraction = (tokens: readonly Token[], index: number): Draft | null => {
  const [numerator, denominator] = [tokens[index], tokens[index + 2]];
  if (numerator?.kind !== 'number' || denominator?.kind !== 'number' || tokens[index + 3]?.lower !== 'of') return null;
  const isFraction = Number.isInteger(numerator.value) && Number.isInteger(denominator.value) && denominator.value <= 10 && numerator.value > 0 && numerator.value < denominator.value;
  return isFraction ? shareDraft(tokens, index, index + 3, (numerator.value / denominator.value) * 100) : null;
};

const isAtClauseEnd = (tokens: readonly Token[], next: number): boolean => {
  const after = tokens[next];
  return after === undefined || (after.kind === 'mark' && /^[.,;)]$/.test(after.text));
};

/** "in the last three quarters". */
const isTimeBefore = (tokens: readonly Token[], index: number): boolean =>
  /^(?:last|next|past|previous|first|final|for|over|consecutive|straight|successive)$/.test(tokens[index - 1]?.lower ?? '');

const BEFORE_HALF = new Set('than about nearly almost over under by to least only roughly around approximately some cut fell'.split(' '));
const AFTER_HALF = new Set('of the its their all our those these'.split(' '));
const VERBS_OF_MANY = new Set('were are have'.split(' '));

const readHalf = (tokens: readonly Token[], index: number): Draft | null => {
  if (tokens[index]?.lower !== 'half') return null;
  const before = tokens[index - 1]?.lower ?? '';
  const after = tokens[index + 1];
  if (/^(?:first|second|latter|last|other|-|and|a)$/.test(before) || after?.text === '-') return null;
  if (after?.kind === 'number' || (after?.lower === 'of' && tokens[index + 2]?.kind === 'number')) return null;
  // "Half were women"; not "the other half were late", nor "each half are".
  const isSubject = VERBS_OF_MANY.has(after?.lower ?? '') && (tokens[index - 1] === undefined || tokens[index - 1]?.kind === 'mark' || BEFORE_HALF.has(before) || /^(?:whom|which)$/.test(before));
  const isShare = isSubject || AFTER_HALF.has(after?.lower ?? '') || (BEFORE_HALF.has(before) && isAtClauseEnd(tokens, index + 1));
  return isShare ? shareDraft(tokens, index, index + 1, 50) : null;
};

const VERBS_OF_MULTIPLE: ReadonlyMap<string, number> = new Map([
  ...['doubled', 'doubles', 'doubling'].map((word) => [word, 2] as const),
  ...['tripled', 'triples', 'tripling', 'trebled', 'trebles', 'trebling'].map((word) => [word, 3] as const),
  ...['quadrupled', 'quadruples', 'quadrupling'].map((word) => [word, 4] as const),
  ...['halved', 'halves', 'halving'].map((word) => [word, 0.5] as const),
]);
const BARE_VERBS: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
  ['halve', 0.5],
]);
const BEFORE_VERB = new Set('to will would could may might should can'.split(' '));
const AFTER_DOUBLE = new Set('the that its their those'.split(' '));
const COMPARERS = new Set(
  'as more higher larger faster bigger greater less lower smaller the that those its their what than longer cheaper likelier over'.split(' '),
);

/** "doubled", "will triple", "double the rate", "twice as", "three times more", "ten-fold"; "double taxation" and "three times a week" are none. */
export const readMultiple = (tokens: readonly Token[], index: number): Draft | null => {
  const token = tokens[index];
  if (!token) return null;
  const byVerb = VERBS_OF_MULTIPLE.get(token.lower);
  if (byVerb !== undefined) return multipleDraft(tokens, index, index + 1, byVerb, byVerb < 1 ? 0.1 : 1);
  const byBareVerb = BARE_VERBS.get(token.lower);
  if (byBareVerb !== undefined) {
    const isVerb = BEFORE_VERB.has(tokens[index - 1]?.lower ?? '') || AFTER_DOUBLE.has(tokens[index + 1]?.lower ?? '');
    return isVerb ? multipleDraft(tokens, index, index + 1, byBareVerb, byBareVerb < 1 ? 0.1 : 1) : null;
  }
  const after = tokens[index + 1]?.lower ?? '';
  if (token.lower === 'twice') return COMPARERS.has(after) ? multipleDraft(tokens, index, index + 1, 2, 1) : null;
  const folds = /^(.+)fold$/.exec(token.lower);
  if (folds?.[1] !== undefined) {
    const value = readNumeral([{ ...token, text: folds[1], lower: folds[1] }], 0, { hasCurrency: false })?.value;
    return value === undefined ? null : multipleDraft(tokens, index, index + 1, value, 1);
  }
  return null;
};

const multipleDraft = (tokens: readonly Token[], first: number, next: number, value: number, step: number): Draft | null =>
  draftOf(tokens, first, next, { low: tidy(value - step / 2), high: tidy(value + step / 2), value, unit: 'x', dimension: 'ratio', form: 'multiple' });

/** What follows a number and makes a multiple of it: "times as", "-fold", "x"; the index of the token after it. */
export const endOfMultiple = (tokens: readonly Token[], numeral: Numeral): number | null => {
  const at = tokens[numeral.next]?.text === '-' && tokens[numeral.next]?.isGlued === true ? numeral.next + 1 : numeral.next;
  const token = tokens[at];
  if (!token) return null;
  if (token.lower === 'fold') return at + 1;
  if (token.isGlued && (token.text === 'x' || token.text === '×')) return at + 1;
  // "Rose 2.5 times": nobody does a thing two and a half times.
  const isMultiple = COMPARERS.has(tokens[at + 1]?.lower ?? '') || !Number.isInteger(numeral.value);
  return token.lower === 'times' && isMultiple ? at + 1 : null;
};

const OPEN_COUNTS: ReadonlyMap<string, number> = new Map([
  ['dozens', 12],
  ['hundreds', 1e2],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

/** "millions of", "tens of thousands of": only a lower bound is known. */
export const readOpenCount = (tokens: readonly Token[], index: number): Draft | null => {
  const outer = tokens[index]?.lower === 'tens' ? 10 : OPEN_COUNTS.get(tokens[index]?.lower ?? '');
  if (outer === undefined || tokens[index + 1]?.lower !== 'of') return null;
  const inner = OPEN_COUNTS.get(tokens[index + 2]?.lower ?? '');
  const isNested = inner !== undefined && tokens[index + 3]?.lower === 'of';
  if (tokens[index]?.lower === 'tens' && !isNested) return null;
  const low = isNested ? outer * inner : outer;
  const draft = draftOf(tokens, index, isNested ? index + 3 : index + 1, { low, high: low, value: null, unit: null, dimension: 'count', form: 'count' });
  return draft ? { ...draft, isOpen: true, scale: low } : null;
};
