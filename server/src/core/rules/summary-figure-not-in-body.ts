import { findSums } from '../lint/figure-sums';
import { isFigure, meets } from '../text/figures';
import { textOffset } from '../lint/find-cues';
import { defineRule } from '../lint/rule';
import { sectionOver } from '../lint/section-over';
import { apparatusKeys, standsIn, summaryKeys } from '../lint/sections';
import type { Brief, Sentence } from '../model/brief';
import { findConflicts } from '../model/figures/conflicts';
import { figureFrames } from '../model/figures/frame';
import type { Quantity } from '../text/quantity';

export const summaryFigureNotInBody = defineRule({
  meta: {
    name: 'summary-figure-not-in-body',
    group: 'figures',
    title: 'Figure of the summary that the body does not have',
    levels: { figure: 'warning' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A figure in the summary or the key messages that occurs nowhere else in the brief, neither in the text nor in a table.',
      why: 'A summary holds nothing new. A figure that only it has was left behind by an edit, or has no evidence.',
      how: 'Give the figure in the body, with its source, or take it out of the summary.',
      limits: [
        'Figures that round to each other count as equal: "2.4 million" and "2,389,412".',
        'Sums of money are added up from two or three of the body, or from a count and a price; other sums, differences and shares that the summary alone makes are reported.',
        'A figure that contradicts one of the body is left to the rules that say so.',
        'Small counts, years, dates and durations are left out, but not "3.4 hours a day".',
      ],
      authority: 'Guides to executive summaries (US Government Accountability Office) and to cabinet submissions',
      flagged: [{ text: '## Summary\n\n- Fares cover 38% of costs.\n\n## Analysis\n\nFares cover little of the costs.' }],
      clean: [{ text: '## Summary\n\n- Fares cover 38% of costs.\n\n## Analysis\n\nIn 2024 fares covered 37.6% of costs.' }],
    },
  },
  *check({ brief }) {
    if (brief.sections.length < 2 || !brief.sentences.some((sentence) => isBody(brief, sentence.section))) return;
    const body = brief.quantities.filter((quantity) => isInBody(brief, quantity));
    const bodyText = textOfBody(brief);
    const isSum = findSums(body);
    const isInConflict = conflictingFigures(brief);
    const reported: Quantity[] = [];
    for (const sentence of brief.sentences) {
      if (!standsIn(brief, sentence.section, summaryKeys) || sentence.container === 'quote') continue;
      for (const quantity of sentence.quantities) {
        if (!(isFigure(quantity) || isTimeInPeriod(sentence, quantity)) || !/\d/.test(quantity.text)) continue;
        if (body.some((other) => isSame(quantity, other)) || occursIn(bodyText, quantity) || hasOnlyOtherUnits(quantity, body) || isSum(quantity)) continue;
        // The body has it, with another value: that is said already.
        if (isInConflict(quantity)) continue;
        if (reported.some((other) => isSame(quantity, other))) continue;
        reported.push(quantity);
        yield { span: quantity.span, level: 'figure', message: `"${quantity.text}" stands only in the summary` };
      }
    }
  },
});

const conflictingFigures = (brief: Brief): ((quantity: Quantity) => boolean) => {
  const inConflict = new Set(findConflicts(brief).flatMap(({ a, b }) => [a, b]));
  const starts = new Set(figureFrames(brief).flatMap(({ index, quantity }) => (inConflict.has(index) ? [quantity.span.start] : [])));
  return ({ span }) => starts.has(span.start);
};

/** "3.4 hours of power a day" was measured; "24 hours a day" and "7 days a week" mean always. */
function isTimeInPeriod(sentence: Sentence, quantity: Quantity): boolean {
  if (quantity.dimension !== 'time' || quantity.form === 'year' || quantity.form === 'date') return false;
  const index = textOffset(sentence, quantity.span.start) + quantity.text.length;
  return inPeriod.test(sentence.text.slice(index, index + 60)) && !/^(?:24|7|12|52|365)\D*$/.test(quantity.text);
}

const inPeriod = /^\s*(?:[\p{L}-]+\s+){0,5}?(?:(?:an?|per|each|every)\s+(?:day|night|week|month|quarter|year)|daily|weekly|monthly)\b/iu;

const isBody = (brief: Brief, section: number): boolean => !standsIn(brief, section, summaryKeys) && !standsIn(brief, section, apparatusOnly);

/** Methods and annexes are body for this rule; lists of references are not. */
const apparatusOnly = new Set([...apparatusKeys].filter((key) => key === 'references' || key === 'further-reading' || key === 'disclosure'));

function isInBody(brief: Brief, quantity: Quantity): boolean {
  const holder = sectionOver(brief, quantity.span);
  return holder === undefined || isBody(brief, holder.index);
}

/** Equal within the precision of both; percent and points, a table's bare number and its unit are not told apart. */
function isSame(a: Quantity, b: Quantity): boolean {
  if (a.dimension === 'time' && b.dimension === 'time') return meets(inMinutes(widened(a)), inMinutes(widened(b)));
  if (!isComparable(a, b)) return false;
  const wide = widened(a);
  const other = widened(b);
  if (meets(wide, other)) return true;
  // "Rs million" may stand in the table's title, where its cells do not see it.
  return b.source === 'table' && b.scale === 1 && a.scale > 1 && b.low !== null && b.high !== null && meets(wide, { ...b, low: b.low * a.scale, high: b.high * a.scale });
}

const minutesIn: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1_440, weeks: 10_080 };

/** "1.5 hours" and "90 minutes". Months and years have no fixed length, and stay apart from each other and from these. */
function inMinutes(quantity: Quantity): Quantity {
  const factor = minutesIn[quantity.unit ?? ''];
  if (factor === undefined) return quantity;
  return { ...quantity, low: quantity.low === null ? null : quantity.low * factor, high: quantity.high === null ? null : quantity.high * factor };
}

function isComparable(a: Quantity, b: Quantity): boolean {
  if (isShare(a) && isShare(b)) return true;
  if (a.form === 'money' && b.form === 'money') return a.unit === b.unit || a.currency?.code === null || b.currency?.code === null;
  // Units of cells stand in heads and titles; a bare number in the text may have lost its own.
  return a.unit === b.unit || ((a.unit === null || b.unit === null) && (b.source === 'table' || b.form === 'number' || a.form === 'number'));
}

const isShare = (quantity: Quantity): boolean => quantity.form === 'percent' || quantity.form === 'percentage-points' || quantity.dimension === 'share';

/** "About 40%" and "one in four" are meant loosely; an open bound ("over 500") still means a number near it. */
function widened(quantity: Quantity): Quantity {
  const value = quantity.value ?? quantity.low ?? quantity.high;
  if (value === null || (quantity.qualifier === null && quantity.form !== 'ratio')) return quantity;
  const slack = Math.abs(value) * 0.1;
  return { ...quantity, low: value - slack, high: value + slack };
}

/** The digits as written, anywhere in the body: footnotes, captions, image texts. With another unit beside them they are another figure. */
function occursIn(bodyText: string, quantity: Quantity): boolean {
  const digits = /\d[\d.,]*\d|\d/.exec(quantity.text)?.[0];
  if (digits === undefined) return false;
  for (let at = bodyText.indexOf(digits); at >= 0; at = bodyText.indexOf(digits, at + 1)) {
    const before = bodyText.slice(Math.max(0, at - 6), at);
    const after = bodyText.slice(at + digits.length, at + digits.length + 14);
    if (/[\d.,]$/.test(before) || /^(?:\d|[.,]\d)/.test(after)) continue;
    if (digits.length > 1 ? !hasOtherUnit(before, after, quantity) : isShare(quantity) && percentAfter.test(after)) return true;
  }
  return false;
}

const percentAfter = /^\s?(?:%|per\s?cent|percent|pp\b|(?:percentage\s)?points?)/i;
const moneyBefore = /(?:[$£€¥₹]|\b(?:[A-Z]{3}|Rs\.?))\s?$/;
const scaleAfter = /^\s?(?:million|billion|trillion|crore|lakh|bn|mn|thousand)\b/i;

function hasOtherUnit(before: string, after: string, quantity: Quantity): boolean {
  if (isShare(quantity)) return moneyBefore.test(before) || scaleAfter.test(after);
  return percentAfter.test(after) || (quantity.form !== 'money' && moneyBefore.test(before));
}

function textOfBody(brief: Brief): string {
  const outside = brief.sections.filter((section) => !isBody(brief, section.index)).map((section) => section.span);
  const front = brief.metadata.frontMatter?.span;
  let text = '';
  let at = front?.end ?? 0;
  for (const span of outside) {
    if (span.start > at) text += `${brief.text.slice(at, span.start)}\n`;
    at = Math.max(at, span.end);
  }
  return text + brief.text.slice(at);
}

/** A sum in a currency, or a length in a unit, that the body never uses was converted. */
function hasOnlyOtherUnits(quantity: Quantity, body: readonly Quantity[]): boolean {
  if (quantity.form !== 'money' && quantity.form !== 'measure') return false;
  const alike = body.filter((other) => other.dimension === quantity.dimension && other.form === quantity.form);
  return alike.length > 0 && !alike.some((other) => other.unit === quantity.unit);
}
