import type { PriceBasis } from './quantity';
import { isSentenceEnd } from './quantity-context';
import type { Token } from './quantity-tokens';
import { spanOf, type Span } from './span';

/** Words that say whose prices sums are counted in, with their place. */
export interface PriceBasisMark extends PriceBasis {
  readonly span: Span;
}

const YEAR = String.raw`(?:FY ?)?(?:19|20)\d\d(?:[-–/](?:\d{4}|\d\d))?`;
const MONEY = String.raw`(?:international |US |U\.S\. |Canadian |Australian |PPP )?(?:US\$|USD|dollars?|euros?|EUR|rupees?|pounds?|PKR|INR|GBP|ZAR|AUD|CAD|[$€£])`;
const PRICES = String.raw`(?:market |consumer |producer |factor )?(?:prices?|price levels?|money|values?|terms)`;

/** One line a pattern: kind, words. `YEAR` is caught where it stands. */
const PATTERNS: readonly (readonly [PriceBasis['kind'], string])[] = [
  ['ppp', String.raw`(?:(?:constant|current) (?<a>${YEAR}) )?(?:at |in )?(?:purchasing[- ]power[- ]parity|PPP)(?: terms| dollars| prices|[- ]adjusted| \$)?(?:[,;]? (?:constant|current) (?<b>${YEAR}))?`],
  ['real', String.raw`(?:in |at )?(?:constant|fixed|real|base[- ]year) (?<c>${YEAR}) (?:${PRICES}|${MONEY})`],
  ['real', String.raw`(?:in |at )?(?:constant|fixed) (?:${PRICES}|${MONEY})(?:[ ,(]{1,2}(?:of |in |base (?:year )?)?(?<d>${YEAR})(?: ?= ?100)?)?`],
  ['real', String.raw`(?:in |at )?(?<e>${YEAR})[- ](?:constant )?(?:prices?|price levels?)`],
  // "Paid 2000 dollars" is a sum.
  ['real', String.raw`in (?<g>${YEAR}) (?:constant )?(?:${MONEY}|money|terms)`],
  ['real', String.raw`(?:in |at )?prices of (?:the year )?(?<f>${YEAR})`],
  ['real', String.raw`in real[- ]terms|inflation[- ]adjusted|adjust(?:ed|ing) for inflation|(?:net of|after|above) inflation|deflated|real[- ]terms|(?:in |at )?today['’]s (?:prices|money)`],
  ['nominal', String.raw`(?:in |at )?current (?:${PRICES}|${MONEY}|local currency)|in (?:nominal|cash|money) terms|nominal(?:ly)?|cash[- ]terms|not adjusted for inflation|before inflation`],
];
const MARKS = PATTERNS.map(([kind, words]) => ({ kind, pattern: new RegExp(String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`, 'giu') }));
const MAY_HOLD = /\b(?:prices?|constant|fixed|real|current|nominal|cash|inflation|deflated|ppp|parity|money|terms|dollars|rupees|euros|pounds)\b/i;

/**
 * The places of `text` that say whose prices its sums are counted in, in order and without overlap.
 *
 *     It cost £3.2 billion in 2020 prices, or US$4 billion (constant 2015 US$).
 *                          ^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^^^
 */
export const findPriceBases = (text: string): readonly PriceBasisMark[] => {
  if (!MAY_HOLD.test(text)) return [];
  const found: PriceBasisMark[] = [];
  for (const { kind, pattern } of MARKS) {
    for (const match of text.matchAll(pattern)) {
      const year = Object.values(match.groups ?? {}).find((value: string | undefined) => value !== undefined) ?? null;
      found.push({ kind, year, text: match[0], span: spanOf(match.index, match.index + match[0].length) });
    }
  }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return found.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
};

/**
 * The basis of a sum: the one named behind it in its sentence, else the last one before. Asked in order of the text, so that a long
 * text is gone through once.
 */
export const pricesBySentence = (tokens: readonly Token[], marks: readonly PriceBasisMark[]): ((sum: { readonly start: number; readonly end: number }) => PriceBasis | null) => {
  if (marks.length === 0) return () => null;
  const ends = tokens.flatMap((token, index) => (isSentenceEnd(tokens, index) ? [token.end] : []));
  let sentence = 0;
  let mark = 0;
  return (sum) => {
    while ((ends[sentence] ?? Number.POSITIVE_INFINITY) <= sum.start) sentence++;
    while ((marks[mark]?.span.start ?? Number.POSITIVE_INFINITY) < sum.end) mark++;
    const start = ends[sentence - 1] ?? 0;
    const end = ends[sentence] ?? Number.POSITIVE_INFINITY;
    const [before, behind] = [marks[mark - 1], marks[mark]];
    const found = behind && behind.span.end <= end ? behind : before && before.span.start >= start ? before : null;
    return found ? { kind: found.kind, year: found.year, text: found.text } : null;
  };
};
