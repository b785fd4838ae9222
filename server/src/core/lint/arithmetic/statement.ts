import type { Brief, Sentence } from '../../model/brief';
import { readSentences, rememberBySentence } from '../../model/sentence-memory';
import { rememberByBrief } from '../../model/remember-by-brief';
import { findQuantities } from '../../text/quantities';
import type { Quantity } from '../../text/quantity';
import { containsSpan, type Span } from '../../text/span';
import { ownWords, proseOf, textOffset } from '../find-cues';
import { intervalOf, intervalOfFraction, kindOf, type Term } from './term';

/**
 * A sentence with its numbers taken out, so that the words between them can be matched; years stay words. In lower case: patterns that mind no
 * case take many times as long to be made ready.
 *
 *     Fares rose from $2.40 in 2019 to $3.00, an increase of 25%.
 *     Fares rose from ‹m0› in 2019 to ‹m1›, an increase of ‹p2›.
 */
export interface Statement extends Stated {
  readonly sentence: Sentence;
  /** Skeleton and terms: one object as long as the sentence says the same. */
  readonly stated: Stated;
}

export interface Stated {
  readonly skeleton: string;
  readonly terms: readonly Term[];
}

/** Statements with at least one number, in order of the text, those of notes last; not those that quote somebody. */
export const statementsOf = rememberByBrief((brief: Brief): readonly Statement[] => [
  ...stated(brief).map(({ sentence, found }) => statementOf(sentence, found)),
  ...brief.noteSentences.flatMap((sentence) => {
    const { said } = statedInNote(sentence);
    return said === null ? [] : [statementOf(sentence, said)];
  }),
]);

const statementOf = (sentence: Sentence, said: Stated): Statement => ({ sentence, skeleton: said.skeleton, terms: said.terms, stated: said });

const readStatement = (sentence: Sentence): Stated | null => {
  if (sentence.container === 'quote' || sentence.text.length > 2 * longestStatement || (sentence.quantities.length === 0 && !fractionPattern.test(sentence.text))) return null;
  const words = readStated(sentence);
  return words.terms.length === 0 || words.skeleton.length > longestStatement ? null : words;
};

const stated = readSentences(readStatement);
const statedInNote = rememberBySentence((sentence): { readonly said: Stated | null } => ({ said: readStatement(sentence) }));

/** What is longer is a list or a table without its lines, and no sentence. */
const longestStatement = 1_500;

const readStated = (sentence: Sentence): Stated => {
  const words = wordsOf(sentence);
  const terms = [...termsOf(sentence, words)].sort((a, b) => a.start - b.start);
  let skeleton = '';
  let at = 0;
  terms.forEach((term, i) => {
    skeleton += `${words.slice(at, term.start)}‹${term.kind}${String(i)}›`;
    at = term.end;
  });
  skeleton += words.slice(at);
  return { skeleton: skeleton.replace(/\s+/g, ' ').trim().toLowerCase(), terms };
};

/** Without quotations and citations, whose numbers are somebody else's; lengths stay. */
const wordsOf = (sentence: Sentence): string => {
  // "(Rs 1.4 billion)" looks like a citation with a name, and is a sum of money.
  const isOfMoney = (span: Span): boolean => sentence.quantities.some(({ form, span: inner }) => (form === 'money' || form === 'percent') && containsSpan(span, inner));
  const prose = proseOf({ ...sentence, falseFriends: sentence.falseFriends.filter(({ span }) => !isOfMoney(span)) });
  if (sentence.quotations.length === 0) return plain(prose);
  const own = ownWords(sentence);
  let words = '';
  for (let i = 0; i < prose.length; i++) words += own[i] === ' ' ? ' ' : (prose[i] ?? '');
  return plain(words);
};

const plain = (words: string): string => words.replace(/[‹›¶]/g, ' ');

function* termsOf(sentence: Sentence, words: string): Iterable<Term> {
  const taken: Term[] = [];
  for (const quantity of sentence.quantities) {
    const start = textOffset(sentence, quantity.span.start);
    const end = textOffset(sentence, quantity.span.end - 1) + 1;
    if (words.slice(start, end).trim() === '') continue;
    for (const term of splitChange(quantity, start, end, words)) {
      taken.push(term);
      yield term;
    }
  }
  for (const pattern of [fractionsPattern, smallCountPattern, bracketedPattern]) {
    for (const match of words.matchAll(pattern)) {
      const start = match.index + (match[1]?.length ?? 0);
      const text = match[2] ?? '';
      const end = start + text.length;
      if (taken.some((term) => term.start < end && start < term.end)) continue;
      const term = pattern === fractionsPattern ? toFraction(text, start, words) : pattern === smallCountPattern ? toSmallCount(text, start) : countOf(text, start, Number(text.replace(/,/g, '')));
      if (!term) continue;
      taken.push(term);
      yield term;
    }
  }
}

/** "From 4 million to 7 million", read as a range where no word of change stands in front: two numbers for a sum. */
function* splitChange(quantity: Quantity, start: number, end: number, words: string): Iterable<Term> {
  const parts = /^([\d,]+)\s+out\s+of\s+([\d,]+)$/iu.exec(quantity.text);
  if (parts && quantity.form === 'ratio') {
    yield* outOf(parts, start, end);
    return;
  }
  if (!quantity.isRange) {
    const term = toTerm(quantity, start, end, words);
    if (term) yield term;
    return;
  }
  const joiner = /\s+to\s+/u.exec(quantity.text);
  if (!joiner || !/\b(?:from|by)\s+(?:\p{L}+\s+){0,2}$/iu.test(words.slice(Math.max(0, start - 40), start))) return;
  const right = findQuantities(quantity.text.slice(joiner.index + joiner[0].length))[0];
  const leftText = quantity.text.slice(0, joiner.index);
  const left = findQuantities(leftText)[0];
  const number = /\d[\d.,]*/.exec(leftText)?.[0];
  if (!right || !left || number === undefined) return;
  const isLent = left.scale === 1 && left.unit !== '%' && (right.scale > 1 || left.unit === null);
  const lent = isLent ? { ...right, text: leftText, span: left.span, value: Number(number.replace(/,/g, '')) * right.scale } : left;
  const [first, second] = [toTerm(lent, start, start + leftText.length, words), toTerm(right, start + joiner.index + joiner[0].length, end, words)];
  if (first && second) yield* [first, second];
}

/** "130 out of 400" is a share to its reader, and two counts to a sum. */
function* outOf([, part = '', whole = '']: RegExpExecArray, start: number, end: number): Iterable<Term> {
  yield countOf(part, start, Number(part.replace(/,/g, '')));
  yield countOf(whole, end - whole.length, Number(whole.replace(/,/g, '')));
}

const countOf = (text: string, start: number, value: number): Term => ({ kind: 'n', start, end: start + text.length, text, value, interval: { low: value, high: value }, unit: null, scale: 1, hasQualifier: false });

const toTerm = (quantity: Quantity, start: number, end: number, words: string): Term | null => {
  const kind = kindOf(quantity);
  const interval = kind === null ? null : intervalOf(quantity, kind, isCompared(words.slice(Math.max(0, start - 40), start)));
  if (kind === null || interval === null || quantity.value === null) return null;
  return { kind, start, end, text: words.slice(start, end), value: Math.abs(quantity.value), interval, unit: quantity.unit, scale: quantity.scale, hasQualifier: quantity.qualifier !== null };
};

/** "Three times higher than 5%", "$3 more than $20": "than" belongs to the comparison and does not open the number behind it. */
const isCompared = (before: string): boolean => /(?:\btimes|[\d%]|\d\s?(?:million|billion|bn|m|points?)|\bthird|\bhalf|\bquarter)\s+(?:\p{L}+\s+)?(?:higher|more|larger|greater|bigger|less|lower|fewer|smaller|above|below)(?:\s+than)?\s*$/iu.test(before);

const fractionValues: ReadonlyMap<string, number> = new Map([['half', 2], ['third', 3], ['quarter', 4], ['fifth', 5], ['sixth', 6], ['seventh', 7], ['eighth', 8], ['tenth', 10]]);
const numerators: ReadonlyMap<string, number> = new Map([['a', 1], ['one', 1], ['two', 2], ['three', 3], ['four', 4]]);

/** "Rose by a third to 400", "an increase of about a quarter over four years": a share, for what changes by it. */
const fractionPattern = /(\b(?:by|(?:increase|rise|fall|drop|decrease|reduction|cut|decline|growth|gain|jump)\s+of)\s+(?:(?:about|around|almost|nearly|roughly|more\s+than|over|at\s+least|only|some|just)\s+)?)((?:a|one|two|three|four)[- ](?:half|third|quarter|fifth|sixth|seventh|eighth|tenth)s?)\b(?!\s+(?:party|parties|person|time|year|of\s+a\b))/iu;
const fractionsPattern = new RegExp(fractionPattern, 'giu');

const toFraction = (text: string, start: number, words: string): Term | null => {
  const [numerator = '', denominator = ''] = text.toLowerCase().split(/[- ]/);
  const value = ((numerators.get(numerator) ?? 0) / (fractionValues.get(denominator) ?? fractionValues.get(denominator.replace(/s$/, '')) ?? 0)) * 100;
  if (!Number.isFinite(value) || value <= 0 || value >= 100) return null;
  const before = words.slice(Math.max(0, start - 16), start);
  const qualifier = /\b(?:about|around|roughly|some|just)\s+$/i.test(before) ? 'about' : /\b(?:almost|nearly)\s+$/i.test(before) ? 'nearly' : /\b(?:more\s+than|over|at\s+least)\s+$/i.test(before) ? 'more-than' : null;
  return { kind: 's', start, end: start + text.length, text, value, interval: intervalOfFraction(value, qualifier), unit: '%', scale: 1, hasQualifier: qualifier !== null };
};

const smallCounts: readonly string[] = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');

/** "Seven of the 20", "two of three": counts that stand before "of". */
const smallCountPattern = /(^|[\s(])((?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))(?=\s+(?:out\s+)?of\s+(?:the\s+|its\s+|our\s+|all\s+|these\s+|those\s+)?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|twenty\b)|\s+\p{L}{3,}\s[^.;,()\d]{0,30}\b(?:in|among|out of)\s[^.;,()\d]{0,20}\d[^.;()]{0,60}\brate of\s)/giu;

/** "28% of the 400 schools (130)": in brackets a number of things needs no noun. */
const bracketedPattern = /((?:%|\bcent\b|\bhalf\b|\bthirds?\b|\bquarters?\b|\bfifths?\b|\bin (?:two|three|four|five|ten)\b)[^().;]{0,60}\()(\d{1,3}(?:,\d{3})+|\d{2,6})(?=\))/giu;

const toSmallCount = (text: string, start: number): Term | null => {
  const value = smallCounts.indexOf(text.toLowerCase()) + 1;
  return value === 0 ? null : countOf(text, start, value);
};
