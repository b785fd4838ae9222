/** Two figures of a sentence that cannot both be true, by the words around them. */
import type { Sentence } from '../model/brief';
import type { Quantity } from '../text/quantity';
import { findQuantities } from '../text/quantities';
import { spanOf } from '../text/span';
import { textOffset } from './find-cues';

export interface ImpossiblePair {
  readonly first: Quantity;
  readonly second: Quantity;
  readonly message: string;
  /** They would do the other way round. */
  readonly canSwap: boolean;
}

interface Pair {
  readonly first: Quantity;
  readonly second: Quantity;
  /** A figure like the first, just before it. */
  readonly hasLike: boolean;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

export function* impossiblePairs(sentence: Sentence): Iterable<ImpossiblePair> {
  const figures = sentence.quantities.map(beforeDash).filter(({ form, value, isRange }) => value !== null && !isRange && form !== 'date' && form !== 'year' && form !== 'ordinal');
  for (let i = 0; i + 1 < figures.length; i++) {
    const [first, second] = [figures[i], figures[i + 1]];
    if (!first || !second) continue;
    const starts = [first.span.start, first.span.end, second.span.start, second.span.end].map((offset) => textOffset(sentence, offset));
    const [a = 0, b = 0, c = 0, d = 0] = starts;
    if (c - b > longestBetween) continue;
    const pair: Pair = { first, second, hasLike: isSetOffFrom(sentence, figures[i - 1], first), before: sentence.text.slice(Math.max(0, a - 60), a), between: sentence.text.slice(b, c), after: sentence.text.slice(d, d + 40) };
    for (const check of checks) {
      const found = check(pair);
      if (found) {
        yield found;
        break;
      }
    }
  }
}
const longestBetween = 90;

/** "$9.9 billion, up $1.5 billion", "€4.1 billion (or €600 million": the second is about the first. */
const isSetOffFrom = (sentence: Sentence, previous: Quantity | undefined, { span, unit, form }: Quantity): boolean =>
  previous?.unit === unit && previous.form === form && /^\s*[,(–—]\s*(?:\p{L}+\s+){0,2}$/u.test(sentence.text.slice(textOffset(sentence, previous.span.end), textOffset(sentence, span.start)));

/** A dash between blanks ends a thought: "as long as one week — two weeks is common" is no range. */
const beforeDash = (quantity: Quantity): Quantity => {
  const dash = quantity.isRange ? quantity.text.search(/\s+[–—]\s/) : -1;
  const first = dash < 0 ? undefined : findQuantities(quantity.text.slice(0, dash))[0];
  return first ? { ...quantity, ...first, span: spanOf(quantity.span.start, quantity.span.start + dash) } : quantity;
};

const checks: readonly ((pair: Pair) => ImpossiblePair | null)[] = [reversedBetween, reversedBounds, reversedComparison, partAboveWhole, usersAboveUses, partOfAmount, partOfShare, graveAbovePlain];

/** Of one unit; a bare number takes the unit of the other ("between 12 and 4 weeks"). */
const haveOneUnit = ({ first, second }: Pair): boolean => first.unit === second.unit || first.unit === null || second.unit === null;
/** Neighbouring roundings, as 0.2 and 0.3, meet in one point: that is no room for doubt. */
const isAbove = (a: Quantity, b: Quantity): boolean => a.low !== null && b.high !== null && a.value !== null && b.value !== null && a.value > b.value && a.low - b.high > -1e-9 * Math.abs(a.value);
/** −5 lies below −2 and is the larger loss: nobody can tell which was meant. */
const areSigned = ({ first, second }: Pair): boolean => [first, second].some(({ value, text }) => (value ?? 0) < 0 || /[-−–]/.test(text[0] ?? ''));
const isPlainYear = ({ text }: Quantity): boolean => /^(?:1[89]|20)\d\d$/.test(text);

const untilThen = /^\s*(?:ago|before|earlier|until|to go|prior|from now|left|hence|BCE?\b|B\.C\.)/i;
/** "the difference between 20% and 15%" has no order. */
const comparing = /\b(?:differences?|differed|gap|choices?|choose|chose|distinction|distinguish|margin|spread|distance|split|ratio|alternat\w+|compar\w+|switch\w*)(?:\s+(?:is|was|are|were|lies|lay))?\s+between\b/i;

/** "between 20% and 15%", "between 2,000 and 1,500 jobs". Hours of the day run round the clock, and time before an event runs backwards. */
function reversedBetween(pair: Pair): ImpossiblePair | null {
  const { first, second, before, between, after } = pair;
  if (!/\bbetween\s+(?:about|around|roughly|some)?\s*$/i.test(before) || !/^\s*(?:and|to|[-–—])\s+(?:about|around|roughly)?\s*$/i.test(between)) return null;
  if (!haveOneUnit(pair) || areSigned(pair) || isPlainYear(first) || isPlainYear(second) || comparing.test(before) || /^\s*(?:[ap]\.?m\b|o['’]clock|hours\b)/i.test(after) || untilThen.test(after)) return null;
  // Bare numbers may be those of pages, rooms or goals; a plural behind them is what is counted.
  if (first.unit === null && second.unit === null && first.form === 'number' && (second.form !== 'count' || (second.value ?? 0) < 20)) return null;
  return isAbove(first, second) ? { first, second, message: `"between ${first.text} and ${second.text}" runs from the larger to the smaller`, canSwap: true } : null;
}

const lowWords = 'brief|short|low|little|few|small|young|cheap|soon|early';
const highWords = 'long|high|much|many|large|big|old|dear|late|great';
const asLow = new RegExp(`\\bas (?:${lowWords}) as\\s+$`, 'i');
const asHigh = new RegExp(`\\bas (?:${highWords}) as\\s+$`, 'i');
const least = /\b(?:at least|(?:a )?minimum(?: [a-z]+)? of|no (?:less|fewer) than|not less than|lower limit of)\s+$/i;
const most = /\b(?:at most|(?:a )?maximum(?: [a-z]+)? of|no more than|not more than|upper limit of)\s+$/i;
const joined = /^[^.;:]{0,40}?(?:\bor\b|\band\b|\bto\b|,)[^.;:]{0,30}$/i;

/** "as brief as four weeks or as long as one week", "at least 40 and at most 30". */
function reversedBounds(pair: Pair): ImpossiblePair | null {
  const { first, second, before, between } = pair;
  if (!haveOneUnit(pair) || areSigned(pair) || !joined.test(between)) return null;
  const isRising = (asLow.test(before) && asHigh.test(between)) || (least.test(before) && most.test(between));
  const isFalling = (asHigh.test(before) && asLow.test(between)) || (most.test(before) && least.test(between));
  const [low, high] = isRising ? [first, second] : [second, first];
  if ((!isRising && !isFalling) || !isAbove(low, high)) return null;
  return { first, second, message: `The smallest, ${low.text}, is more than the largest, ${high.text}`, canSwap: true };
}

const comparison = /^(?:,\s+(?:(?:which|that) (?:is|was)\s+)?|\s+(?:which|that) (?:is|was)\s+)(?:still\s+|well\s+|slightly\s+|much\s+|far\s+)?(less|lower|fewer|smaller|more|higher|larger|greater|bigger) than\s+(?:(?:the|its|their|a|an)\s+)?((?:\p{L}+\s+){0,2}?)(?:of\s+)?$/iu;
const fractions = /\b(?:half|third|quarter|fifth|twice|double|triple|times|part|fraction|if|when|in|from|by|about|nearly|almost|just|expected|one|two|three)\b/i;

/** "by 2.9%, less than the overall 2.6%". Without a comma, "$1.5 billion more than the $8.4 billion" is a difference. */
function reversedComparison(pair: Pair): ImpossiblePair | null {
  const { first, second, hasLike, between } = pair;
  const match = comparison.exec(between);
  const word = match?.[1]?.toLowerCase();
  if (word === undefined || hasLike || first.unit !== second.unit || first.form !== second.form || first.unit === null || areSigned(pair) || first.qualifier !== null || second.qualifier !== null || fractions.test(match?.[2] ?? '')) return null;
  const saysLess = /^(?:less|lower|fewer|smaller)$/.test(word);
  const isWrong = saysLess ? isAbove(first, second) : isAbove(second, first);
  return isWrong ? { first, second, message: `${first.text} is not ${word} than ${second.text}`, canSwap: true } : null;
}

const labelBefore = /\b(?:articles?|sections?|paragraphs?|pages?|p\.|no\.?|number|chapter|act|clause|rule|annex|table|figure|day|step|part|phase|week|month|version|level)\s*$/i;
const counted = /^\s+(?:\p{L}+\s+){0,2}?\p{L}{2,}s\b/u;

const partLead = /(?:^|[.;:,–—]\s)(?:of|out of|among)\s+(?:the|these|those|all|our|its|their|a total of)\s+(?:\p{L}+\s+)?$/iu;
const partLink = /^(?:\s+[\p{L}’'-]*\p{L}){1,6},\s+(?:only\s+|just\s+|some\s+)?$/u;
const ofWhomLink = /^(?:\s+[\p{L}’'-]+){1,2},\s+of (?:whom|which)\s+(?:only\s+|just\s+|some\s+)?$/u;
/** What can only be said of those just named: "4,200 pupils" may be others. */
const saysOfThem = /^\s+(?:of (?:them|these|those)\b|(?:were|are|had|have|was|is|did|do|said|came|lived?|took|reported|answered|agreed|passed|failed|responded|completed|received)\b)/i;

/** "1,200 people in 14 schools, of whom 90": the nearest number is that of the places. */
const isOfPlaces = /\b(?:in|at|from|across|by|with|for|on|to|over)\s+(?:(?:the|its|all|about|some)\s+)?$/i;

/** "130 of the 120 schools", "130 out of 120", "of the 120 schools, 130 were open", "120 schools, of which 130 were open". */
function partAboveWhole({ first, second, before, between, after }: Pair): ImpossiblePair | null {
  const areCounts = [first, second].every(({ form, unit, scale, qualifier }) => (form === 'count' || form === 'number') && unit === null && scale === 1 && qualifier === null);
  if (!areCounts || labelBefore.test(before) || isPlainYear(second) || !Number.isInteger(first.value) || !Number.isInteger(second.value) || (second.value ?? 0) < 2) return null;
  const isWholeFirst = saysOfThem.test(after) && ((partLead.test(before) && partLink.test(between)) || (ofWhomLink.test(between) && !isOfPlaces.test(before)));
  if (isWholeFirst) return isAbove(second, first) && !isPlainYear(first) ? { first, second, message: `${second.text} cannot be a part of ${first.text}`, canSwap: true } : null;
  const link = /^\s+(?:\p{L}+\s+)?(out of|of)\s+((?:(?:the|these|those|all|its|their|our|a total of)\s+)*)$/iu.exec(between);
  if (!link) return null;
  const isCertain = link[1]?.toLowerCase() === 'out of' || (link[2] ?? '') !== '' || counted.test(after);
  return isCertain && isAbove(first, second) ? { first, second, message: `${first.text} cannot be a part of ${second.text}`, canSwap: true } : null;
}

const amountLink = /^(?:\s+(?:a|per|each) (?:year|month|week)|\s+(?:in|for|on|to|from)(?:\s+[\p{L}’'-]+){1,4})?,\s+(?:of which|including|which includes?|of that)\s+(?:only\s+|just\s+|about\s+|some\s+)?$/iu;
/** What is left of gains and losses may be less than one of them. */
const balance = /\b(?:net|loss(?:es)?|deficits?|surplus(?:es)?|sav(?:e[sd]?|ings?)|changes?|increases?|decreases?|cuts?|reductions?|profits?|balance|gap|shortfall|difference|more|less|by|worth)\b/i;

/** "$40 million, of which $46 million went to dredging", "410 clinics, including 460 in the centre". */
function partOfAmount({ first, second, before, between, after }: Pair): ImpossiblePair | null {
  if (first.qualifier !== null || second.qualifier !== null || first.unit !== second.unit || !isAbove(second, first)) return null;
  if (first.form === 'money' && second.form === 'money') return amountLink.test(between) && !balance.test(before) && !/^\s+(?:more|less)\b/.test(after) ? { first, second, message: `${second.text} cannot be a part of ${first.text}`, canSwap: true } : null;
  // "45,000 tonnes of waste were collected, of which 52,000 tonnes were recycled"
  if (first.form === 'measure' && second.form === 'measure') return measureLink.test(between) && !balance.test(before) ? { first, second, message: `${second.text} cannot be a part of ${first.text}`, canSwap: true } : null;
  const areCounts = [first, second].every(({ form, unit, scale }) => (form === 'count' || form === 'number') && unit === null && scale === 1);
  return areCounts && !labelBefore.test(before) && !isPlainYear(first) && !isPlainYear(second) && !balance.test(before) && ofCountLink.test(between) && /^\s+(?:in|from|at|on|with|without|under|over|aged|of them)\b/.test(after)
    ? { first, second, message: `${second.text} cannot be a part of ${first.text}`, canSwap: true }
    : null;
}
const measureLink = /^(?:\s+[\p{L}’'-]+){0,6},\s+of which\s+(?:only\s+|just\s+|some\s+)?$/u;
const ofCountLink = /^(?:\s+[\p{L}’'-]+){0,2},\s+(?:of which|of whom|including)\s+(?:only\s+|just\s+|some\s+)?$/u;

/** "41% of GDP, of which 44% of GDP is owed abroad": of one base. */
function partOfShare({ first, second, before, between, after }: Pair): ImpossiblePair | null {
  if (first.form !== 'percent' || second.form !== 'percent' || first.qualifier !== null || second.qualifier !== null || !isAbove(second, first) || balance.test(before)) return null;
  const base = /^\s+of\s+((?:the\s+)?[\p{L}-]+),\s+(?:of which|including)\s+$/u.exec(between)?.[1];
  return base !== undefined && after.trimStart().toLowerCase().startsWith(`of ${base.toLowerCase()}`) ? { first, second, message: `${second.text} of ${base} cannot be a part of ${first.text}`, canSwap: true } : null;
}

const states = '(?:affects?|affected|stands? at|stood at|is|was|reached|reaches|hits?|rose to|fell to)';
const plainState = new RegExp(`(?<![\\p{L}-])(\\p{L}{4,}(?:\\s\\p{L}{4,})?)\\s${states}\\s$`, 'iu');
const graveState = new RegExp(`^((?:\\s+of(?:\\s+[\\p{L}-]+){1,4})?),?(?:\\s+(?:and|while)|;)\\s+(extreme|severe|acute|deep)\\s+(\\p{L}{4,}(?:\\s\\p{L}{4,})?)\\s${states}\\s$`, 'iu');

/** "Poverty affects 18% of residents, and extreme poverty affects 21%": of the same people. */
function graveAbovePlain({ first, second, before, between, after }: Pair): ImpossiblePair | null {
  const [, plain = ''] = plainState.exec(before) ?? [];
  const [, base = '', adjective = '', grave] = graveState.exec(between) ?? [];
  if (first.form !== 'percent' || second.form !== 'percent' || second.qualifier !== null || grave === undefined || !isAbove(second, first)) return null;
  const [name, whom] = [plain.toLowerCase(), base.trim().toLowerCase()];
  const isOfSame = whom === '' || after.trimStart().toLowerCase().startsWith(whom) || !/^\s+(?:of|in|among|for|on)\b/.test(after);
  return isOfSame && name.endsWith(grave.toLowerCase()) ? { first, second, message: `${adjective} ${grave} (${second.text}) cannot be above ${grave} as a whole (${first.text})`, canSwap: true } : null;
}

const uses = '(?:page )?(?:times|views|downloads|log-?ins|searches|clicks|sessions|uses)';
const users = '(?:(?:unique|different|distinct|individual|separate|registered)\\s+)?(?:users|visitors|readers|customers|subscribers|accounts|people|persons)';
const usesBy = new RegExp(`^\\s+(?:\\p{L}+\\s+)?${uses}\\s+(?:were\\s+)?(?:made\\s+|sent\\s+)?(?:by|from)\\s+(?:some\\s+|the\\s+)?$`, 'iu');
const usersMade = new RegExp(`^\\s+${users}\\s+(?:made|ran|sent|filed|submitted|took out|logged|recorded|used (?:it|them))\\s+(?:some\\s+|only\\s+)?$`, 'iu');
const [startsWithUsers, startsWithUses] = [users, uses].map((words) => new RegExp(`^\\s+${words}\\b`, 'i'));

/** "used 1,100 times by 1,200 users", "1,200 people made 1,100 searches": whoever is counted did it once at least. Where many do it together, they are far more. */
function usersAboveUses({ first, second, between, after }: Pair): ImpossiblePair | null {
  const isBy = usesBy.test(between) && startsWithUsers?.test(after) === true;
  const isMade = usersMade.test(between) && startsWithUses?.test(after) === true;
  const [made, by] = isBy ? [first, second] : [second, first];
  if ((!isBy && !isMade) || first.qualifier !== null || second.qualifier !== null || !isAbove(by, made) || (by.value ?? 0) > 2 * (made.value ?? 0)) return null;
  return { first, second, message: `${by.text} cannot have done it ${made.text} times: that is less than once each`, canSwap: true };
}

const rises = 'increase|rise|gain|growth|improvement';
const falls = 'decrease|decline|fall|drop|loss|reduction|cut';
const superlative = new RegExp(`\\bthe (?:greatest|largest|highest|biggest|steepest|sharpest) (?:[a-z]+ ){0,2}?(${rises}|${falls}),? (?:of|at|\\()\\s*$`, 'i');
const otherTime = /\b(?:since|until|after|apart from|except|excluding|behind|second|next|previous|record|was|had been)\b/i;

/** "… a 0.3% increase, and bracket 9 the greatest increase of 0.2%": another of the sentence is greater. */
export function* contradictedSuperlatives(sentence: Sentence): Iterable<ImpossiblePair> {
  if (!/\b(?:greatest|largest|highest|biggest|steepest|sharpest)\b/i.test(sentence.text)) return;
  const figures = sentence.quantities.filter(({ form, isRange, qualifier }) => (form === 'percent' || form === 'percentage-points' || form === 'money') && !isRange && qualifier === null);
  for (const figure of figures) {
    const noun = superlative.exec(textBefore(sentence, figure))?.[1]?.toLowerCase();
    if (noun === undefined || otherTime.test(sentence.text.slice(textOffset(sentence, figure.span.start)))) continue;
    const nouns = rises.split('|').includes(noun) ? rises : falls;
    const greater = figures.find((other) => other !== figure && other.unit === figure.unit && other.form === figure.form && isAbove(other, figure) && isSuch(sentence, other, nouns) && areOfOneThing(sentence, figure, other));
    if (greater) yield { first: figure, second: greater, message: `${figure.text} is not the greatest ${noun}: ${greater.text} is more`, canSwap: true };
  }
}

const textBefore = (sentence: Sentence, { span }: Quantity): string => {
  const at = textOffset(sentence, span.start);
  return sentence.text.slice(Math.max(0, at - 80), at);
};
const textAfter = (sentence: Sentence, { span }: Quantity): string => {
  const at = textOffset(sentence, span.end);
  return sentence.text.slice(at, at + 60);
};

/** "a 0.3% increase", "a rise of 0.3%" */
const isSuch = (sentence: Sentence, figure: Quantity, nouns: string): boolean =>
  new RegExp(`^\\s+(?:${nouns})\\b`, 'i').test(textAfter(sentence, figure)) || new RegExp(`\\ban?\\s+(?:${nouns})\\s+of\\s+$`, 'i').test(textBefore(sentence, figure));

/** "a 5% increase in rents and the largest increase, of 2%, in wages" are two things. A name is a place. */
const areOfOneThing = (sentence: Sentence, one: Quantity, other: Quantity): boolean => thingOf(sentence, one) === thingOf(sentence, other);
const thingOf = (sentence: Sentence, figure: Quantity): string => /^(?:\s+\p{L}+)?,?\s+(?:in|for|of|to)\s+(?:the\s+)?(\p{Ll}+)/u.exec(textAfter(sentence, figure))?.[1] ?? '';
