import { findCue, findCues, textOffset, type Cue } from '../lint/find-cues';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import type { Brief, Sentence, TableBlock } from '../model/brief';
import { quotationsByPlace } from '../model/by-place';
import { rememberBySentence } from '../model/sentence-memory';
import { sentencesWhere } from '../model/sentences-where';
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
      what: 'Forms that editors mend in every number: ".5%", "%age", "50km", "40-50 %", a percent sign now with and now without a space, "$5B+", a hyphen for a minus, and shares of one series with different decimals.',
      why: 'A lost point or a hyphen that breaks at the line end makes another number of it; mixed forms look like mixed sources.',
      how: 'Write "0.5%", "percentage", "50 km", "40–50%", "USD 5 billion or more" and "−2.3%", and give all shares of a series the same decimals.',
      limits: [
        'The fix is safe where it changes the form alone; for the plus, the minus sign and decimals it is a suggestion or none.',
        'Quotations, code and names of products are left alone, and so are tables, where forms save room; but a column of shares in which one or two lack the decimals of all others is reported.',
        'Whether a percent sign stands close is decided by the brief itself: the rarer form is reported.',
      ],
      authority: 'ONS and UN style guides; SI brochure',
      flagged: [{ text: 'Fares rose by .5% in the north.' }],
      clean: [{ text: 'Fares rose by 0.5% in the north, and the line is 50 km long.' }],
    },
  },
  *check({ brief }) {
    const isSpaced = spacedPercents(brief);
    for (const sentence of withNumbers(brief)) {
      if (!isSuspect(sentence) && (isSpaced === null || percentSigns(sentence)[isSpaced ? 'close' : 'spaced'] === 0)) continue;
      for (const finding of inSentence(brief, sentence, isSpaced)) if (!quotationsByPlace(brief).contains(finding.span)) yield finding;
    }
    for (const table of brief.tables) yield* unevenColumns(table);
  },
});

const withNumbers = sentencesWhere(({ container, text }) => container !== 'quote' && /[\d%]/.test(text));

/** May its numbers be in a bad form, whatever the habit of the brief? */
const isSuspect = rememberBySentence((sentence) => {
  if ([lostZero, percentAge, closeUnit, looseRange, hyphenMinus].some((pattern) => findCue(sentence, pattern) !== undefined)) return true;
  return sentence.quantities.some(({ text }) => text.startsWith('-') || text.endsWith('+')) || unevenSeries(sentence) !== undefined;
});

/** How often it sets a percent sign behind a space, and how often close to its number. */
const percentSigns = rememberBySentence((sentence) => {
  const cues = findCues(sentence, percentSign);
  const spaced = cues.filter(({ text }) => /\s/.test(text)).length;
  return { spaced, close: cues.length - spaced };
});

function* inSentence(brief: Brief, sentence: Sentence, isSpaced: boolean | null): Iterable<RuleFinding> {
  for (const cue of findCues(sentence, lostZero)) yield rewrite(cue, `0${cue.text}`, true);
  for (const cue of findCues(sentence, percentAge)) yield rewrite(cue, 'percentage', true);
  for (const cue of findCues(sentence, closeUnit)) if (!isInName(sentence, cue)) yield rewrite(cue, cue.text.replace(/(?<=\d)(?=\p{L})/u, ' '), true);
  for (const cue of findCues(sentence, looseRange)) if (isSpaced !== true) yield rewrite(cue, cue.text.replace('-', '–').replace(/\s/, ''), true);
  for (const cue of findCues(sentence, hyphenMinus)) yield minusFinding(cue.text, cue.span);
  for (const cue of findCues(sentence, percentSign)) {
    if (isSpaced === null || /\s/.test(cue.text) === isSpaced) continue;
    yield rewrite(cue, isSpaced ? cue.text.replace('%', ' %') : cue.text.replace(/\s/, ''), true);
  }
  for (const quantity of sentence.quantities) yield* inQuantity(brief, quantity);
  const series = unevenSeries(sentence);
  if (series) yield { span: series, level: 'form', message: `"${sliceOf(brief.text, series)}" has different decimals in one series` };
}

/** Not "p < .05": statistics write probabilities so. */
const lostZero = /(?<![\d.,\p{L}])\.\d{1,3}(?=\s?(?:%|per ?cent\b|percentage\b|points?\b|million\b|billion\b|trillion\b|crore\b|lakh\b|km\b|kg\b|tonnes\b|hectares\b|degrees\b|[MG]W\b))/giu;
const percentAge = /%age\b/giu;
/** Units that are written in one way only; "5m", "10k" and "4G" are other things. */
const closeUnit =
  /(?<![\d.,\p{L}$£€{[=-])\d[\d,]*(?:\.\d+)?(?:(?:km|m)[²³23]?(?<!\dm)|[mc]m|kg|k?Wh|kW|[MGT]Wh?|ha|[MG]t(?:CO2e?)?|MtCO2e?|tonnes|hectares|acres|kilomet(?:re|er)s|met(?:re|er)s|lit(?:re|er)s|years|months|weeks|days|hours|minutes|people|households|per ?cent|million|billion|trillion|crore|lakh)(?![\p{L}\d²³/^-])/gu;
/** "40-50 %": a hyphen that may break the line, and a sign that may stand alone on the next. Right where the brief sets all its signs so. */
const looseRange = /(?<![\d.,/-])\d[\d,]*(?:\.\d+)?-\d[\d,]*(?:\.\d+)?\s%(?![\p{L}-])/gu;
/** Behind a word or mark that a number follows; "2010 -2015" and "COVID -19" are slips of another kind. The shares are found with their quantities. */
const hyphenMinus = /(?<=(?:\b(?:of|to|by|from|at|was|is|were|reached|between|and|or|below|above|about|nearly)\s|[(=]\s?))-[$£€]?\d[\d,]*(?:\.\d+)?(?![\d.,]*\s?(?:%|per ?cent|percentage)|[\d-])/giu;
const percentSign = /(?<![\d.,])\d[\d,]*(?:\.\d+)?\s?%(?![\p{L}-])/gu;

const rewrite = (cue: Cue, newText: string, safe: boolean): RuleFinding => ({
  span: cue.span,
  level: 'form',
  message: `"${cue.text}" for "${newText}"`,
  fixes: [toFix(cue.span, newText, safe)],
});

const minusFinding = (text: string, span: Span): RuleFinding => ({ span, level: 'form', message: `"${text}" has a hyphen for a minus sign`, fixes: [toFix(span, text.replace('-', '−'), false)] });

const toFix = (span: Span, newText: string, safe: boolean): Fix => ({ title: `Write "${newText}"`, safe, edits: [{ span, newText }] });

/** "Run 10km", "Model 50kWh": a capitalised word right before makes a name of it. */
const isInName = (sentence: Sentence, cue: Cue): boolean => /\p{Ll}\s+\p{Lu}[\p{L}\d-]*\s$/u.test(sentence.text.slice(Math.max(0, cue.index - 30), cue.index));

const fewestSigns = 3;

/** Does the brief set a space before the percent sign? null where it has no habit: too few, or as many one way as the other. */
const spacedPercents = (brief: Brief): boolean | null => {
  let [spaced, close] = [0, 0];
  for (const sentence of brief.sentences) {
    const signs = percentSigns(sentence);
    spaced += signs.spaced;
    close += signs.close;
  }
  if (close === 0 && spaced > 1) return true;
  if (spaced + close < fewestSigns || Math.min(spaced, close) * 2 >= Math.max(spaced, close)) return null;
  return spaced > close;
};

const wordOfLetter: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', b: 'billion', bn: 'billion', mn: 'million', tn: 'trillion' };

function* inQuantity(brief: Brief, quantity: Quantity): Iterable<RuleFinding> {
  const { text, span } = quantity;
  if (/^-\d/.test(text) && /(?:^|[\s(])$/.test(brief.text.slice(Math.max(0, span.start - 1), span.start)) && (quantity.form === 'percent' || quantity.form === 'percentage-points')) {
    yield minusFinding(text, span);
  }
  // "Filers with $62,948+" is a class of a figure; a letter for the scale makes shorthand of it.
  const plus = /^(?<sum>\D*\d[\d.,]*)\s?(?<letter>k|m|b|bn|mn|tn)\+$/i.exec(text)?.groups;
  const word = wordOfLetter[plus?.['letter']?.toLowerCase() ?? ''];
  if (word === undefined || !(quantity.form === 'money' || quantity.form === 'count' || quantity.form === 'number')) return;
  yield { span, level: 'form', message: `"${text}" is shorthand`, fixes: [toFix(span, `${plus?.['sum'] ?? ''} ${word} or more`, false)] };
}

/** "2.50%, 3% and 4.1%": shares that only commas and "and" part, with different decimals. */
function unevenSeries(sentence: Sentence): Span | undefined {
  const shares = sentence.quantities.filter(({ form, isRange, qualifier }) => form === 'percent' && !isRange && qualifier === null);
  let run: Quantity[] = [];
  for (const share of shares) {
    const last = run.at(-1);
    const isNext = last !== undefined && /^\s*(?:,|,?\s*and|,?\s*or)\s*$/.test(sentence.text.slice(textOffset(sentence, last.span.end), textOffset(sentence, share.span.start)));
    run = isNext ? [...run, share] : [share];
    if (new Set(run.map(decimalsOf)).size === 1 || (run.length < leastInSeries && !run.some(hasClosingZero))) continue;
    const first = run[0] ?? share;
    return spanOf(first.span.start, share.span.end);
  }
  return undefined;
}

/** Of two, "2.5% or 3%" may be a round second; "2.50% and 3%" says one to the hundredth and the other to the whole. */
const leastInSeries = 3;
const hasClosingZero = ({ text }: Quantity): boolean => /\d[.,]\d*0\D*$/.test(text);
const decimalsOf = ({ text }: Quantity): number => /\d[.,](\d+)\D*$/.exec(text)?.[1]?.length ?? 0;

const fewestCells = 4;

/** Shares that stand under one another and of which a few lack the decimals of all others. Nought and a hundred need none. */
function* unevenColumns({ rows }: TableBlock): Iterable<RuleFinding> {
  const columnCount = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = 0; column < columnCount; column++) {
    const shares = rows.map((row) => row[column]).filter((cell) => cell !== undefined && plainShare.test(cell.text.trim()) && !/^(?:0|100)\s?%/.test(cell.text.trim()));
    const whole = shares.filter((cell) => cell !== undefined && !/\d[.,]\d/.test(cell.text));
    const decimals = new Set(shares.flatMap((cell) => (cell === undefined || whole.includes(cell) ? [] : [/[.,](\d+)/.exec(cell.text)?.[1]?.length])));
    const [first] = whole;
    if (first === undefined || shares.length < fewestCells || whole.length * 4 > shares.length || decimals.size !== 1) continue;
    yield { span: first.span, level: 'form', message: `"${first.text.trim()}" has no decimals, the other shares of its column have them` };
  }
}

const plainShare = /^[-−+]?\d+(?:[.,]\d+)?\s?%$/;
