import { defineRule, type Fix } from '../lint/rule';
import type { Brief } from '../model/brief';
import { quotationsByPlace } from '../model/by-place';
import type { CurrencyMark, Quantity } from '../text/quantity';

export const currencyAmbiguous = defineRule({
  meta: {
    name: 'currency-ambiguous',
    group: 'figures',
    title: 'Currency that several countries have',
    levels: { symbol: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'Sums in "$", "Rs", "dollars" or "rupees" where the brief does not say whose. Reported once for each currency, at its first sum.',
      why: 'A dozen countries have a dollar and half a dozen a rupee; readers abroad take the nearest one.',
      how: 'Write "US$", "USD" or "PKR" at the first sum, say once "all dollars are US dollars", or set `currency:` in the front matter under `brieflint:`.',
      limits: ['A brief about one country alone may not need it: switch the rule off there, or set the currency.', 'A marked sum before the first bare one counts as saying it for all.'],
      authority: 'World Bank and UNSW style guides on currencies',
      flagged: [{ text: 'The programme cost $5 million in 2024.' }],
      clean: [{ text: 'The programme cost US$5 million in 2024. A second phase costs $2 million.' }],
    },
  },
  *check({ brief, currency }) {
    for (const family of families) {
      const sums = brief.quantities.filter((quantity) => quantity.currency !== null && family.symbols.test(quantity.currency.symbol) && !isQuoted(brief, quantity) && !isFormula(brief, quantity));
      const bare = sums.filter((quantity) => quantity.currency?.code === null);
      const first = bare[0];
      if (first === undefined || isDeclared(brief, family, currency) || isMarkedBefore(brief, family, first)) continue;
      const symbol = first.currency?.symbol ?? family.name;
      const others = bare.length > 1 ? `, here and in ${String(bare.length - 1)} more ${bare.length === 2 ? 'place' : 'places'}` : '';
      yield { span: first.span, level: 'symbol', message: `"${symbol}" in "${first.text}" does not say whose ${family.name}${others}`, fixes: family.candidates.map((candidate) => renameFix(brief, bare, candidate)) };
    }
  },
});

interface Candidate {
  readonly code: string;
  readonly mark: string;
  readonly adjective: string;
}

interface Family {
  readonly name: string;
  readonly symbols: RegExp;
  /** ISO codes of the family. */
  readonly codes: RegExp;
  /** What a declaration says. */
  readonly words: RegExp;
  readonly candidates: readonly Candidate[];
}

const families: readonly Family[] = [
  {
    name: 'dollars',
    symbols: /^(?:\$|dollars?)$/i,
    codes: /^(?:USD|AUD|CAD|NZD|HKD|SGD|TWD)$/,
    words: /\bdollars? (?:are|is) (?:US|U\.S\.|American|Australian|Canadian|Singaporean)(?!\p{L})|\b(?:USD|AUD|CAD|NZD|HKD|SGD|US\$|U\.S\. dollars?|(?:US|American|Australian|Canadian|New Zealand|Singapore|Hong Kong) dollars?)\b|\b(?:US|A|C|NZ)\$/iu,
    candidates: [{ code: 'USD', mark: 'US$', adjective: 'US' }],
  },
  {
    name: 'rupees',
    symbols: /^(?:rs\.?|₨|rupees?)$/i,
    codes: /^(?:PKR|INR|LKR|NPR|MUR|SCR)$/,
    words: /\b(?:PKR|INR|LKR|NPR|MUR|SCR|(?:Pakistani?|Indian|Sri Lankan|Nepal(?:ese|i)|Mauritian) rupees?)\b/i,
    candidates: [
      { code: 'PKR', mark: 'PKR', adjective: 'Pakistani' },
      { code: 'INR', mark: 'INR', adjective: 'Indian' },
    ],
  },
  { name: 'pesos', symbols: /^pesos?$/i, codes: /^(?:MXN|ARS|CLP|COP|PHP|UYU)$/, words: /\b(?:Mexican|Argentine|Argentinian|Chilean|Colombian|Philippine|Uruguayan) pesos?\b/i, candidates: [] },
];

const isQuoted = (brief: Brief, quantity: Quantity): boolean => quotationsByPlace(brief).contains(quantity.span);

/** "$0.5 * n = 3$": two dollar signs around signs of mathematics. */
function isFormula(brief: Brief, quantity: Quantity): boolean {
  if (quantity.currency?.symbol !== '$') return false;
  const rest = brief.text.slice(quantity.currency.span.end, quantity.currency.span.end + 80).split(/[\n|]/, 1)[0] ?? '';
  const close = rest.indexOf('$');
  return close > 0 && /[=\\_{}^*<>]/.test(rest.slice(0, close));
}

/** The settings name a currency of the family, or a sentence or note says so for all sums. */
function isDeclared(brief: Brief, family: Family, currency: string | null): boolean {
  if (currency !== null && (family.words.test(currency) || family.codes.test(currency.trim().toUpperCase()))) return true;
  const texts = [...brief.sentences.map((sentence) => sentence.text), ...brief.blocks.flatMap((block) => (block.kind === 'source-line' ? [block.text] : [])), ...brief.footnotes.map((note) => note.text)];
  return texts.some((text) => declaration.test(text) && family.words.test(text));
}

const declaration = /\b(?:all|unless|otherwise|refers? to|denotes?|means?|stands? for|(?:are|is) (?:given |expressed |stated |quoted |shown |reported )?in|(?:amounts?|costs?|dollars?|figures?|pesos?|prices?|rupees?|sums?|values?)(?: here| below)? (?:are|is))\b/i;

/** "US$5 million … $2 million": the first names the currency of the rest, if it is the only one of its family. */
function isMarkedBefore(brief: Brief, family: Family, first: Quantity): boolean {
  const marked = brief.quantities.filter((quantity) => family.codes.test(quantity.currency?.code ?? ''));
  return new Set(marked.map((quantity) => quantity.currency?.code)).size === 1 && marked.some((quantity) => quantity.span.start < first.span.start);
}

function renameFix(brief: Brief, bare: readonly Quantity[], candidate: Candidate): Fix {
  const marks = bare.flatMap((quantity) => quantity.currency ?? []);
  const places = marks.length === 1 ? 'here' : `in all ${String(marks.length)} places`;
  return { title: `Write "${candidate.mark}" ${places}`, safe: false, edits: marks.map((mark) => ({ span: mark.span, newText: renamed(brief, mark, candidate) })) };
}

function renamed(brief: Brief, mark: CurrencyMark, candidate: Candidate): string {
  if (/^(?:dollars?|rupees?)$/i.test(mark.symbol)) return `${candidate.adjective} ${mark.symbol}`;
  const isTight = /\d/.test(brief.text.charAt(mark.span.end));
  return isTight && /[A-Z]$/.test(candidate.mark) ? `${candidate.mark} ` : candidate.mark;
}
