import { findCues, sourceSpan, textOffset } from '../lint/find-cues';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import type { Sentence } from '../model/brief';
import type { Quantity } from '../text/quantity';
import { overlaps, spanOf, type Span } from '../text/span';

export const percentVsPercentagePoint = defineRule({
  meta: {
    name: 'percent-vs-percentage-point',
    group: 'consistency',
    title: 'Percent or percentage points',
    levels: { computed: 'warning', lexical: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A change between two rates that is written in percent but is right only in percentage points ("from 20% to 25%, a 5% increase"), or the other way round. At the level `lexical`: a change in percent of something that is itself a percentage ("a 2% rise in unemployment").',
      why: 'A rise from 20% to 25% is 5 percentage points, or 25%. A reader who takes one for the other is wrong by a multiple.',
      how: 'Write "percentage points" for the difference between two percentages, and "percent" for the change relative to the first.',
      limits: ['At the level `lexical` both readings are possible, and the rule cannot tell which was meant.', 'The two rates and their change must stand in one sentence.'],
      authority: 'Office for National Statistics, House of Commons Library',
      flagged: [{ text: 'Coverage rose from 20% to 25%, a 5% increase.' }, { text: 'Turnout fell after a 3% rise in the unemployment rate.' }],
      clean: [{ text: 'Coverage rose from 20% to 25%, a 25% increase. Turnout rose by 5 percentage points.' }],
    },
  },
  *check({ brief }) {
    for (const sentence of brief.sentences) {
      if (sentence.container === 'quote' || !/%|per\s?cent|percentage/i.test(sentence.text)) continue;
      const computed = findMiscomputed(sentence);
      if (computed !== undefined) yield computed;
      else yield* findAmbiguous(sentence);
    }
  },
});

interface Pair {
  readonly from: Quantity;
  readonly to: Quantity;
  readonly span: Span;
}

/** "from 20% to 25%", "from 20 to 25 per cent". */
const pairPattern = /\bfrom\s+(?:about\s+|around\s+|just\s+|roughly\s+|nearly\s+|some\s+)?([\d.,]+)(?:\s?%|\s+per\s?cent)?(?:\s+(?:in|of)\s+[^,;.%]{1,40}?)?,?\s+to\s+(?:about\s+|around\s+|just\s+|roughly\s+|nearly\s+|over\s+|some\s+)?([\d.,]+)(?:\s?%|\s+per\s?cent)/giu;

function findMiscomputed(sentence: Sentence): RuleFinding | undefined {
  const pairs = [...findCues(sentence, pairPattern)].flatMap((cue) => toPair(sentence, cue.span) ?? []);
  const pair = pairs[0];
  if (pair === undefined || pairs.length > 1) return undefined;
  const changes = sentence.quantities.filter((quantity) => !overlaps(quantity.span, pair.span) && (quantity.form === 'percent' || quantity.form === 'percentage-points') && isChange(sentence, quantity));
  if (changes.length !== 1) return undefined;
  const change = changes[0];
  if (change === undefined) return undefined;
  const difference = differenceOf(pair);
  const ratio = ratioOf(pair);
  if (difference === undefined || ratio === undefined) return undefined;
  const [fits, misfits] = change.form === 'percent' ? [ratio, difference] : [difference, ratio];
  if (meets(change, fits) || !meets(change, misfits)) return undefined;
  const from = pair.from.value ?? middleOf(pair.from);
  const to = pair.to.value ?? middleOf(pair.to);
  const points = `${plain(Math.abs(to - from))} percentage points`;
  const percent = `${plain(Math.abs(to / from - 1) * 100)}%`;
  return {
    span: change.span,
    level: 'computed',
    message: `"${pair.from.text}" to "${pair.to.text}" is ${points} or ${percent}, not ${change.text}`,
    related: [{ span: pair.span, message: `${pair.from.text} to ${pair.to.text}` }],
    fixes: [change.form === 'percent' ? toPoints(sentence, change) : replaceWith(change, `${valueText(change)}%`)],
  };
}

function toPair(sentence: Sentence, span: Span): Pair | undefined {
  const inside = sentence.quantities.filter((quantity) => overlaps(quantity.span, span) && quantity.form !== 'year' && quantity.form !== 'date');
  const range = inside[0];
  if (inside.length === 1 && range?.isRange === true && range.form === 'percent') return splitRange(range, span);
  const [from, to] = inside;
  return from !== undefined && to !== undefined && inside.length === 2 && to.form === 'percent' && (from.form === 'percent' || from.form === 'number' || from.form === 'count') ? { from, to, span } : undefined;
}

/** "from 20 to 25 per cent" may be read as one range. */
function splitRange(range: Quantity, span: Span): Pair | undefined {
  const numbers = [...range.text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => match[0]);
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return undefined;
  return { from: endOf(range, first), to: endOf(range, second), span };
}

function endOf(range: Quantity, digits: string): Quantity {
  const half = 0.5 * 10 ** -(digits.split('.')[1]?.length ?? 0);
  const value = Number(digits);
  return { ...range, text: `${digits}%`, value, low: value - half, high: value + half, isRange: false };
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

function differenceOf({ from, to }: Pair): Interval | undefined {
  if (from.low === null || from.high === null || to.low === null || to.high === null) return undefined;
  return positive(to.low - from.high, to.high - from.low);
}

function ratioOf({ from, to }: Pair): Interval | undefined {
  if (from.low === null || from.high === null || to.low === null || to.high === null || from.low <= 0) return undefined;
  return positive((to.low / from.high - 1) * 100, (to.high / from.low - 1) * 100);
}

const positive = (low: number, high: number): Interval => (high < 0 || Math.abs(low) > Math.abs(high) ? { low: -high, high: -low } : { low, high });
const middleOf = ({ low, high }: Quantity): number => ((low ?? 0) + (high ?? 0)) / 2;
const meets = (quantity: Quantity, interval: Interval): boolean => (quantity.low ?? -Infinity) <= interval.high && interval.low <= (quantity.high ?? Infinity);
const plain = (value: number): string => String(Math.round(value * 10) / 10);
const valueText = (quantity: Quantity): string => /\d[\d.,]*/.exec(quantity.text)?.[0] ?? quantity.text;

/** The words around a percentage say that something changed by it. */
function isChange(sentence: Sentence, quantity: Quantity): boolean {
  const { before, after } = wordsAround(sentence, quantity);
  return (
    /\b(?:by|up|down|(?:increase|rise|growth|gain|jump|decline|fall|drop|reduction|decrease|cut|change|improvement|surge|difference)\s+of)\s+(?:about\s+|around\s+|nearly\s+|an?\s+|just\s+|over\s+|some\s+|roughly\s+)*$/i.test(before) ||
    /^\s*(?:[-\s]?points?\s+)?(?:annual\s+|overall\s+|relative\s+|net\s+)?(?:increase|rise|growth|gain|jump|decline|fall|drop|reduction|decrease|cut|change|improvement|surge|higher|lower|more|less|up|down)\b/i.test(after)
  );
}

function wordsAround(sentence: Sentence, quantity: Quantity): { readonly before: string; readonly after: string } {
  const index = textOffset(sentence, quantity.span.start);
  const end = index + quantity.text.length;
  return { before: sentence.text.slice(Math.max(0, index - 80), index), after: sentence.text.slice(end, end + 80) };
}

const percentMeasures =
  '(?:(?:un)?employment|jobless|participation|literacy|poverty|inflation|interest|tax|GDP growth|growth|savings?|enrol?ment|completion|drop-?out|approval|turnout|vacancy|default|response|coverage|adoption|penetration|utili[sz]ation|occupancy|home-?ownership|graduation|repayment|compliance|tariff|poverty headcount|attendance|absence|recycling|vaccination|immuni[sz]ation|retention)';
const ratePhrase = String.raw`(?:(?:the|its|their|a|annual|average|overall|national|real|youth|female|male|adult|urban|rural|headline|policy|effective|marginal|corporate|income|gross|net|child|GDP|economic|long-term|short-term|primary|secondary)\s+){0,5}`;
const rate = String.raw`(?:${ratePhrase}${percentMeasures}\s+(?:rate|ratio|share)s?|${ratePhrase}(?:(?:GDP|economic|output|productivity|population)\s+growth|unemployment|inflation|turnout)|(?:the|its|their)\s+(?:share|proportion|percentage)\s+of)\b(?!\s+(?:prices?|of\s+pay))`;
const percent = String.raw`(?<![\d.,])(\d[\d.,]{0,14}\s?(?:%|per\s?cent\b))`;
const changeNoun = '(?:increase|rise|jump|decline|fall|drop|reduction|decrease|cut|improvement|surge)';

const ambiguousPatterns: readonly RegExp[] = [
  // a 1.5% increase in annual GDP growth
  new RegExp(String.raw`${percent}[-\s]+(?:annual\s+|overall\s+|net\s+)?${changeNoun}\s+in\s+${rate}`, 'giu'),
  // an increase of 1.5% in the unemployment rate
  new RegExp(String.raw`${changeNoun}\s+of\s+(?:about\s+|around\s+|nearly\s+)?${percent}\s+in\s+${rate}`, 'giu'),
  // the unemployment rate rose by 2%
  new RegExp(String.raw`${rate}\s+(?:has\s+|have\s+|had\s+|would\s+|will\s+|could\s+)?(?:rose|risen|rise|fell|fallen|fall|increased?|decreased?|dropped|drop|declined?|grew|grow|went\s+up|went\s+down|improved?)\s+by\s+(?:about\s+|around\s+|nearly\s+)?${percent}`, 'giu'),
];

function* findAmbiguous(sentence: Sentence): Iterable<RuleFinding> {
  if (/percentage[-\s]points?|\bpp\b|\brelative\b|in relative terms/i.test(sentence.text) || sentence.text.search(pairPattern) >= 0) return;
  for (const pattern of ambiguousPatterns) {
    for (const cue of findCues(sentence, pattern)) {
      const figure = cue.groups.find((group) => group !== undefined) ?? '';
      const at = cue.index + cue.text.indexOf(figure);
      const span = sourceSpan(sentence, at, at + figure.length);
      yield {
        span: spanOf(span.start, span.end),
        level: 'lexical',
        message: `"${cue.text}" can mean percent or percentage points`,
        fixes: [{ title: `Change "${figure}" to percentage points`, safe: false, edits: [{ span, newText: pointsText(figure, cue.text.slice(cue.text.indexOf(figure) + figure.length)) }] }],
      };
      return;
    }
  }
}

/** "a 1.5 percentage point increase", "by 1.5 percentage points". */
const pointsText = (figure: string, after: string): string => {
  const digits = /\d[\d.,]*/.exec(figure)?.[0] ?? figure;
  return digits === '1' || new RegExp(String.raw`^[-\s]+(?:\w+\s+)?${changeNoun}\b`, 'i').test(after) ? `${digits} percentage point` : `${digits} percentage points`;
};

/** Before a noun the text needs the singular, "a 6 percentage point rise"; the title reads better in the plural. */
const toPoints = (sentence: Sentence, change: Quantity): Fix => {
  const digits = valueText(change);
  const newText = pointsText(digits, wordsAround(sentence, change).after);
  return { ...replaceWith(change, newText), title: `Change "${change.text}" to ${digits === '1' ? newText : `${digits} percentage points`}` };
};

const replaceWith = (quantity: Quantity, newText: string): Fix => ({ title: `Change "${quantity.text}" to "${newText}"`, safe: false, edits: [{ span: quantity.span, newText }] });
