import { textOffset } from '../lint/find-cues';
import { defineRule } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { quotationsByPlace } from '../model/by-place';
import { sentencesWhere } from '../model/sentences-where';
import { findPriceBases } from '../text/price-basis';
import type { Quantity } from '../text/quantity';

export const priceBasisMissing = defineRule({
  meta: {
    name: 'price-basis-missing',
    group: 'figures',
    title: 'Sums of several years without their prices',
    levels: { comparison: 'information', near: 'hint', assessment: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'Sums of money of years that lie two or more apart, compared in one sentence, where nothing says whether they are in current or constant prices (level `near`, a hint, where the years lie less than five apart and no percentage is made of the sums); in a regulatory impact assessment (level `assessment`), any costs while the whole document names no prices.',
      why: 'Money loses value. A budget that doubled in nine years may have shrunk, and readers will ask.',
      how: 'Write "in 2024 prices", "in real terms", "in current prices" or "in nominal terms" at the comparison, or once for all sums.',
      limits: [
        'A price basis anywhere in the paragraph, or declared once in a note, a caption or a sentence on how sums are given, counts.',
        'Wages, fares, prices and fines are themselves what was paid, and are left out.',
        'Sums of neighbouring years are left out.',
      ],
      authority: 'UK Green Book and impact assessment guidance, House of Commons Library',
      flagged: [{ text: 'The health budget rose from PKR 40 billion in 2015 to PKR 90 billion in 2024.' }],
      clean: [{ text: 'The health budget rose from PKR 40 billion in 2015 to PKR 90 billion in 2024 in current prices.' }, { text: 'The health budget rose from PKR 84 billion in 2023 to PKR 90 billion in 2024.' }],
    },
  },
  *check({ brief, profile }) {
    if (isDeclared(brief)) return;
    let isFirst = true;
    for (const sentence of comparingSums(brief)) {
      const pair = findPair(brief, sentence);
      if (pair === undefined || speaksOfPrices(blockText(brief, sentence))) continue;
      const [early, late] = pair;
      isFirst = false;
      yield { span: late.span, level: isNear(sentence, early, late) ? 'near' : 'comparison', message: `"${early.text}" (${early.when ?? ''}) and "${late.text}" (${late.when ?? ''}) do not say in whose prices`, related: [{ span: early.span, message: early.text }] };
    }
    const costs = profile?.id === 'ria' && isFirst ? brief.quantities.filter(({ form }) => form === 'money') : [];
    const [first] = costs;
    if (first !== undefined && costs.length >= fewestCosts && !speaksOfPrices(brief.text)) yield { span: first.span, level: 'assessment', message: `"${first.text}" and ${String(costs.length - 1)} more sums do not say in whose prices` };
  },
});

const fewestCosts = 3;
const leastYears = 2;

/** Prices of a few years change a sum by less than it is rounded, unless a percentage is made of it. */
const farYears = 5;
const isNear = ({ quantities }: Sentence, early: Quantity, late: Quantity): boolean => yearsBetween(early, late) < farYears && !quantities.some(({ form, value }) => form === 'percent' && value !== null);
const yearsBetween = (one: Quantity, other: Quantity): number => Math.abs((yearIn(other) ?? 0) - (yearIn(one) ?? 0));

const comparingSums = sentencesWhere(({ container, quantities }) => container !== 'quote' && quantities.filter(isDatedSum).length > 1);

const isDatedSum = (quantity: Quantity): boolean => quantity.form === 'money' && quantity.priceBasis === undefined && yearIn(quantity) !== null;

/** Two sums of one currency with years of their own, two or more apart, and words that compare them. */
function findPair(brief: Brief, sentence: Sentence): readonly [Quantity, Quantity] | undefined {
  const sums = sentence.quantities.filter((quantity) => isDatedSum(quantity) && !quotationsByPlace(brief).contains(quantity.span));
  for (const [i, early] of sums.entries()) {
    const late = sums.slice(i + 1).find((other) => other.unit === early.unit && other.per === early.per && yearsBetween(early, other) >= leastYears);
    if (late === undefined) continue;
    const text = sentence.text;
    const between = text.slice(textOffset(sentence, early.span.end), textOffset(sentence, late.span.start));
    if (!compares.test(between) && !changes.test(text.slice(0, textOffset(sentence, early.span.start)))) return undefined;
    return paidPrices.test(text) ? undefined : [early, late];
  }
  return undefined;
}

/** The year that a sum is of; "2018-22" and "2024 to 2033" have a sum of their own, a fiscal year counts as its later one. */
const yearIn = ({ when }: Quantity): number | null => {
  const [first, second] = (when ?? '').match(/\d{4}|(?<=[-–/])\d\d(?!\d)/g)?.map(Number) ?? [];
  if (first === undefined || when === null || /-\d\d-/.test(when)) return first ?? null;
  const last = second === undefined ? first : second < 100 ? Math.floor(first / 100) * 100 + second : second;
  if (/^\d{4}-\d\d$/.test(when) && last !== first + 1 && last % 100 <= 12) return first;
  return last - first > 1 || last < first ? null : last;
};

const compares = /\b(?:to|than|compared|against|versus|up from|down from|from|while|whereas|but only)\b/iu;
const changes = /\b(?:from|rose|grew|fell|increas\w+|decreas\w+|declin\w+|dropp\w+|doubl\w+|tripl\w+|expand\w+|shr[aiu]nk|up|down)\b/iu;
/** What somebody pays is stated as paid; so are the sums that a law names, and prices of a market. */
const paidPrices = /\b(?:unit costs?|wages?|salar(?:y|ies)|pay|fares?|fees?|fines?|penalt(?:y|ies)|prices?|priced|tariffs?|rents?|thresholds?|caps?|limits?|allowances?|credits?|deductions?|exemptions?|share|stock|(?:per|an?) (?:litre|liter|kilo|kg|bag|loaf|tonne|ton|unit|barrel|kWh|hour|ticket))\b/iu;

const pricesPattern = /\b(?:real(?:ly)? (?:terms|value|spending|growth|GDP|wages?|prices?)|inflation|nominal|deflat\w+|constant|purchasing power|PPP|cash terms|present value|discount(?:ed|ing)?|adjusted)\b/iu;
const speaksOfPrices = (text: string): boolean => pricesPattern.test(text) || findPriceBases(text).length > 0;

const blockText = (brief: Brief, sentence: Sentence): string => {
  const block = brief.blocks[sentence.block];
  return block ? brief.text.slice(block.span.start, block.span.end) : sentence.text;
};

/** "All sums are in 2024 prices", a note or a source line that names prices. */
function isDeclared(brief: Brief): boolean {
  const notes = [...brief.sourceLines.map(({ text }) => text), ...brief.footnotes.map(({ text }) => text)];
  if (notes.some((text) => findPriceBases(text).length > 0)) return true;
  return declarations(brief).length > 0;
}

const declarations = sentencesWhere(({ text }) => declaration.test(text) && findPriceBases(text).length > 0);

const declaration = /\b(?:all|unless|otherwise|throughout|(?:amounts?|costs?|figures?|monetary|sums?|values?|estimates?|numbers?|spending) (?:are|is|here|have been|were))\b/iu;
