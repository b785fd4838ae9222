import { findCues, textOffset, type Cue } from '../lint/find-cues';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { quotationsByPlace } from '../model/by-place';
import type { Quantity } from '../text/quantity';
import { sliceOf, spanOf, type Span } from '../text/span';

export const numberFormat = defineRule({
  meta: {
    name: 'number-format',
    group: 'figures',
    title: 'Number in a careless form',
    levels: { form: 'hint' },
    fix: 'safe',
    options: {},
    docs: {
      what: 'Forms that editors mend in every number: ".5%", "%age", "50km", a percent sign now with and now without a space, "$5B+", a hyphen for a minus, and shares of one series with different decimals.',
      why: 'A lost point or a hyphen that breaks at the line end makes another number of it; mixed forms look like mixed sources.',
      how: 'Write "0.5%", "percentage", "50 km", "USD 5 billion or more" and "−2.3%", and give all shares of a series the same decimals.',
      limits: [
        'The fix is safe where it changes the form alone; for the plus, the minus sign and decimals it is a suggestion or none.',
        'Quotations, code and names of products are left alone, and so are tables, where forms save room.',
        'Whether a percent sign stands close is decided by the brief itself: the rarer form is reported.',
      ],
      authority: 'ONS and UN style guides; SI brochure',
      flagged: [{ text: 'Fares rose by .5% in the north.' }],
      clean: [{ text: 'Fares rose by 0.5% in the north, and the line is 50 km long.' }],
    },
  },
  *check({ brief }) {
    const isSpaced = spacedPercents(brief);
    for (const sentence of brief.sentences) {
      if (sentence.container === 'quote' || !/[\d%]/.test(sentence.text)) continue;
      for (const finding of inSentence(brief, sentence, isSpaced)) if (!quotationsByPlace(brief).contains(finding.span)) yield finding;
    }
  },
});

function* inSentence(brief: Brief, sentence: Sentence, isSpaced: boolean | null): Iterable<RuleFinding> {
  for (const cue of findCues(sentence, lostZero)) yield rewrite(cue, `0${cue.text}`, true);
  for (const cue of findCues(sentence, percentAge)) yield rewrite(cue, 'percentage', true);
  for (const cue of findCues(sentence, closeUnit)) if (!isInName(sentence, cue)) yield rewrite(cue, cue.text.replace(/(?<=\d)(?=\p{L})/u, ' '), true);
  for (const cue of findCues(sentence, percentSign)) {
    if (isSpaced === null || /\s/.test(cue.text) === isSpaced) continue;
    yield rewrite(cue, isSpaced ? cue.text.replace('%', ' %') : cue.text.replace(/\s/, ''), true);
  }
  for (const quantity of sentence.quantities) yield* inQuantity(brief, quantity);
  const series = unevenSeries(brief, sentence);
  if (series) yield series;
}

const lostZero = /(?<![\d.,\p{L}])\.\d{1,3}(?=\s?(?:%|per ?cent\b|percent\b|million\b|billion\b))/giu;
const percentAge = /%age\b/giu;
/** Units that are written in one way only; "5m", "10k" and "4G" are other things. */
const closeUnit = /(?<![\d.,\p{L}-])\d[\d,]*(?:\.\d+)?(?:km|kg|kWh|MWh|GWh|TWh|MW|GW|ha|MtCO2e?|tonnes|hectares)(?![\p{L}\d²³/^-])/gu;
const percentSign = /(?<![\d.,])\d[\d,]*(?:\.\d+)?\s?%(?![\p{L}-])/gu;

const rewrite = (cue: Cue, newText: string, safe: boolean): RuleFinding => ({
  span: cue.span,
  level: 'form',
  message: `"${cue.text}" for "${newText}"`,
  fixes: [toFix(cue.span, newText, safe)],
});

const toFix = (span: Span, newText: string, safe: boolean): Fix => ({ title: `Write "${newText}"`, safe, edits: [{ span, newText }] });

/** "Run 10km", "Model 50kWh": a capitalised word right before makes a name of it. */
const isInName = (sentence: Sentence, cue: Cue): boolean => /\p{Ll}\s+\p{Lu}[\p{L}\d-]*\s$/u.test(sentence.text.slice(Math.max(0, cue.index - 30), cue.index));

const fewestSigns = 3;

/** Does the brief set a space before the percent sign? null where it has no habit: too few, or as many one way as the other. */
const spacedPercents = (brief: Brief): boolean | null => {
  let [spaced, close] = [0, 0];
  for (const sentence of brief.sentences) {
    for (const cue of findCues(sentence, percentSign)) {
      if (/\s/.test(cue.text)) spaced++;
      else close++;
    }
  }
  if (spaced + close < fewestSigns || Math.min(spaced, close) * 2 >= Math.max(spaced, close)) return null;
  return spaced > close;
};

const wordOfLetter: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', b: 'billion', bn: 'billion', mn: 'million', tn: 'trillion' };

function* inQuantity(brief: Brief, quantity: Quantity): Iterable<RuleFinding> {
  const { text, span } = quantity;
  if (/^-\d/.test(text) && /(?:^|[\s(])$/.test(brief.text.slice(Math.max(0, span.start - 1), span.start)) && (quantity.form === 'percent' || quantity.form === 'percentage-points')) {
    yield { span, level: 'form', message: `"${text}" has a hyphen for a minus sign`, fixes: [toFix(span, text.replace('-', '−'), false)] };
  }
  // "Filers with $62,948+" is a class of a figure; a letter for the scale makes shorthand of it.
  const plus = /^(?<sum>\D*\d[\d.,]*)\s?(?<letter>k|m|b|bn|mn|tn)\+$/i.exec(text)?.groups;
  const word = wordOfLetter[plus?.['letter']?.toLowerCase() ?? ''];
  if (word === undefined || quantity.form !== 'money') return;
  yield { span, level: 'form', message: `"${text}" is shorthand`, fixes: [toFix(span, `${plus?.['sum'] ?? ''} ${word} or more`, false)] };
}

/** "2.50%, 3% and 4.1%": shares that only commas and "and" part, with different decimals. */
function unevenSeries(brief: Brief, sentence: Sentence): RuleFinding | undefined {
  const shares = sentence.quantities.filter(({ form, isRange, qualifier }) => form === 'percent' && !isRange && qualifier === null);
  let run: Quantity[] = [];
  for (const share of shares) {
    const last = run.at(-1);
    const isNext = last !== undefined && /^\s*(?:,|,?\s*and|,?\s*or)\s*$/.test(sentence.text.slice(textOffset(sentence, last.span.end), textOffset(sentence, share.span.start)));
    run = isNext ? [...run, share] : [share];
    if (run.length < leastInSeries || new Set(run.map(decimalsOf)).size === 1) continue;
    const first = run[0] ?? share;
    const span = spanOf(first.span.start, share.span.end);
    return { span, level: 'form', message: `"${sliceOf(brief.text, span)}" has different decimals in one series` };
  }
  return undefined;
}

const leastInSeries = 3;
const decimalsOf = ({ text }: Quantity): number => /\d[.,](\d+)\D*$/.exec(text)?.[1]?.length ?? 0;
