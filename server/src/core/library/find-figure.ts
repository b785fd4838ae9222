import type { Quantity } from '../text/quantity';
import { findQuantities } from '../text/quantities';
import { findSentences } from '../text/sentences';
import { sliceOf } from '../text/span';
import { compareUnits, compareValues, isSameNumber, numeralOf, sizesOf } from './compare-quantities';
import { withSignOf } from './compare-signs';
import { holdsInTable, mayCarryUnit } from './figures-in-tables';
import { rememberByText } from './remembered-by-text';
import { numberIndexOf, numberStyleOfSource, passagesWithNumber } from './source-numbers';
import type { Passage, SourceText } from './source-text';
import { wordIndexOf } from './source-words';
import { bestPassages, coverageOf, coverageOfText, weighTopic, type TopicWord } from './word-overlap';

/**
 * `found`: the same value. `rounded`: one that rounds to it. `other-unit`: the same digits, but of something else or of another size
 * ("40 million" for "40%").
 */
export interface FigureVerdict {
  readonly kind: 'found' | 'rounded' | 'other-unit' | 'not-found';
  /** At most five, best first. */
  readonly passages: readonly Passage[];
}

const mostPassages = 5;
/** Passages that are read closely for one figure; those that share words with the sentence come first. */
const mostCandidates = 150;
const noWords: ReadonlySet<string> = new Set();

/** Scales that figures and tables are given in. */
const scales = [1, 1e2, 1e3, 1e5, 1e6, 1e7, 1e9, 1e10, 1e11, 1e12] as const;

/** Looks for a figure of the brief in a source. `words` say what it is about (see `topicWords`): passages that share them come first. */
export const findFigure = (text: SourceText, quantity: Quantity, words: ReadonlySet<string> = noWords): FigureVerdict => findFigureOnce(text, quantity, words);

const keyOf = ({ low, high, value, unit, scale, form }: Quantity, words: ReadonlySet<string>, years: readonly string[] = []): string =>
  [low, high, value, unit, scale, form, [...words].join(' '), years.join(' ')].join('|');

const findFigureOnce = rememberByText((text: SourceText, quantity: Quantity, words: ReadonlySet<string>): FigureVerdict => {
  const topic = weighTopic(text, words);
  const matches = candidatesOf(text, quantity, topic).flatMap((passage) => matchIn(text, passage, quantity, words, topic) ?? []);
  matches.sort((a, b) => rankOf(a) - rankOf(b) || b.coverage - a.coverage || a.passage - b.passage);
  const best = matches[0];
  if (!best) return { kind: 'not-found', passages: [] };
  const kept = matches.filter(({ kind }) => (kind === 'other-unit') === (best.kind === 'other-unit')).slice(0, mostPassages);
  return { kind: best.kind, passages: kept.flatMap(({ passage }) => text.passages[passage] ?? []) };
}, keyOf);

interface Match {
  readonly passage: number;
  readonly kind: 'found' | 'rounded' | 'other-unit';
  /** The unit stands elsewhere: in the head of a table, or it is the reader's guess. */
  readonly isBare: boolean;
  readonly coverage: number;
}

const rankOf = ({ kind, isBare }: Match): number => (kind === 'other-unit' ? 4 : (kind === 'found' ? 0 : 1) + (isBare ? 2 : 0));

function candidatesOf(text: SourceText, quantity: Quantity, topic: readonly TopicWord[]): readonly number[] {
  const reach = sizesOf(quantity);
  if (!reach) return [];
  const slack = reach.high * 1e-9;
  const numeral = Math.abs(numeralOf(quantity) ?? Number.NaN);
  // Kilowatts for megawatts and the like are powers of a thousand as well.
  const fits = (value: number): boolean =>
    value === numeral || scales.some((scale) => (reach.low - slack <= value * scale && value * scale <= reach.high + slack) || (scale > 1 && reach.low - slack <= value / scale && value / scale <= reach.high + slack));
  const found = passagesWithNumber(numberIndexOf(text), fits);
  if (found.length <= mostCandidates) return found;
  const index = wordIndexOf(text);
  return found
    .map((passage) => ({ passage, coverage: coverageOf(index, topic, index.firstOf(passage), index.firstOf(passage + 1)) }))
    .sort((a, b) => b.coverage - a.coverage || a.passage - b.passage)
    .slice(0, mostCandidates)
    .map(({ passage }) => passage);
}

function matchIn(text: SourceText, index: number, quantity: Quantity, ourWords: ReadonlySet<string>, topic: readonly TopicWord[]): Match | undefined {
  const passage = text.passages[index];
  if (!passage) return undefined;
  let best: Omit<Match, 'passage' | 'coverage'> | undefined;
  const offer = (match: Omit<Match, 'passage' | 'coverage'>): void => {
    if (!best || rankOf({ ...match, passage: 0, coverage: 0 }) < rankOf({ ...best, passage: 0, coverage: 0 })) best = match;
  };
  for (const theirs of quantitiesOf(text, passage)) {
    const { agreement, factor } = compareUnits(quantity, theirs);
    const value = compareValues(quantity, withSignOf(quantity, theirs, passage.text, ourWords), factor);
    const isSupported = agreement === 'same' || (agreement === 'bare' && mayCarryUnit(text, index, quantity));
    if (isSupported && value !== 'other') offer({ kind: value === 'same' ? 'found' : 'rounded', isBare: agreement === 'bare' });
    else if (hasSameDigits(quantity, theirs)) offer({ kind: 'other-unit', isBare: false });
  }
  if ((!best || best.kind === 'other-unit') && holdsInTable(text, index, quantity, ourWords)) offer({ kind: 'rounded', isBare: true });
  if (!best) return undefined;
  const words = wordIndexOf(text);
  return { ...best, passage: index, coverage: topic.length === 0 ? 0 : coverageOf(words, topic, words.firstOf(index), words.firstOf(index + 1)) };
}

const quantitiesByPassage = new WeakMap<Passage, readonly Quantity[]>();

const quantitiesOf = (text: SourceText, passage: Passage): readonly Quantity[] => {
  const known = quantitiesByPassage.get(passage) ?? findQuantities(passage.text, { style: numberStyleOfSource(text) });
  quantitiesByPassage.set(passage, known);
  return known;
};

/** One digit is everywhere; two or more that are equal, with another unit or size, are worth a look. */
const hasSameDigits = (ours: Quantity, theirs: Quantity): boolean => {
  const our = numeralOf(ours);
  const their = numeralOf(theirs);
  return our !== null && their !== null && isSameNumber(our, their) && String(our).replace(/\D/g, '').length >= 2 && theirs.form !== 'year' && theirs.form !== 'date';
};

/** What a source says of the same thing, where it is another figure. */
export interface Rival {
  readonly passage: Passage;
  readonly quantity: Quantity;
}

/** So much of a sentence's words must stand in one sentence of the source for both to speak of one thing. */
const leastCoverage = 0.6;
const leastWords = 4;

/**
 * The one figure of the same unit in the sentence of the source that says what `words` say, if it is none that bears out ours. Years
 * that the brief names must stand there too. Sentences with several figures of the unit decide nothing.
 */
export const findRival = rememberByText((text: SourceText, quantity: Quantity, words: ReadonlySet<string>, years: readonly string[]): Rival | undefined => {
  if (words.size < leastWords) return undefined;
  const topic = weighTopic(text, words);
  const index = wordIndexOf(text);
  for (const { passage, coverage } of bestPassages(text, topic, mostPassages)) {
    const found = text.passages[passage];
    if (!found || coverage < leastCoverage) return undefined;
    for (const span of findSentences(found.text)) {
      const sentence = sliceOf(found.text, span);
      if (coverageOfText(index, topic, sentence) < leastCoverage || !years.every((year) => sentence.includes(year))) continue;
      const rival = rivalIn(findQuantities(sentence, { style: numberStyleOfSource(text) }), quantity, sentence, words);
      if (rival) return { passage: found, quantity: rival };
    }
  }
  return undefined;
}, keyOf);

/** The only one of its unit; else the only one with its digits, of another unit or size. */
function rivalIn(quantities: readonly Quantity[], ours: Quantity, sentence: string, words: ReadonlySet<string>): Quantity | undefined {
  const alike = quantities.filter((theirs) => formOf(theirs) === formOf(ours) && compareUnits(ours, theirs).agreement === 'same');
  const sameDigits = quantities.filter((theirs) => hasSameDigits(ours, theirs));
  const candidates = alike.length > 0 ? alike : sameDigits;
  const [only] = candidates;
  if (!only || candidates.length > 1) return undefined;
  const { agreement, factor } = compareUnits(ours, only);
  return agreement === 'same' && compareValues(ours, withSignOf(ours, only, sentence, words), factor) !== 'other' ? undefined : only;
}

/** "200,000 trips" and a bare "200,000" are both counts. */
const formOf = ({ form }: Quantity): string => (form === 'number' ? 'count' : form);
