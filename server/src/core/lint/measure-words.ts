import { currencyCodes } from '../text/currencies';

/** Nouns for what can be measured in a unit, a currency or points of a scale. Counts ("schools", "number of ships") carry their unit in their name. */
const measureNouns =
  'index|indices|score|scores|rating|rate|rates|share|shares|proportion|percentage|spend|spending|expenditure|expenditures|cost|costs|price|prices|income|incomes|revenue|revenues|' +
  'budget|budgets|outlay|outlays|earnings|receipts|gdp|gnp|gni|exports|imports|trade|investment|investments|fdi|tariff|tariffs|tax|taxes|wage|wages|salary|salaries|rent|rents|debt|deficit|surplus|savings|' +
  'emission|emissions|area|capacity|length|distance|output|production|consumption|yield|yields|demand|supply|generation|growth|inflation|turnover|value|volume|' +
  'funding|grant|grants|subsidy|subsidies|allocation|literacy|mortality|expectancy|poverty|unemployment|employment|coverage|access|penetration|density|intensity|temperature|rainfall|' +
  'speed|energy|electricity|water use|reserves|assets|profit|profits|loss|losses|premium|premiums|benefit|benefits|fee|fees';

const measurePattern = new RegExp(`\\b(?:${measureNouns})\\b`, 'i');

/** Does a heading or head cell say that something is measured? */
export const namesMeasure = (text: string): boolean => measurePattern.test(text);

/** The measure is what the words are about: "cost of guards", "exports, 2023", not "Rent Watch" or "In Your Area". */
const measureHeadPattern = new RegExp(`(?<!^in (?:\\p{L}+ )?)\\b(?:${measureNouns})(?=\\s*(?:$|[(,:;/–—\\d*]|-\\s|\\b(?:of|by|per|in|on|for|to|from|at|among|as|and)\\b))`, 'iu');

const unitlessPattern = /\b(?:number|no\.|count|total number|rank(?:ing)?|position|order|ratio|multiplier|odds|factor|people|persons|households|id|code|age group|articles?|section|p(?:age)?s?\.?)\b|#|№/i;

/** A measure whose figures say nothing without a unit or a scale; not a count, a rank or a ratio. */
export const needsUnit = (text: string): boolean => measureHeadPattern.test(text.trim()) && !unitlessPattern.test(text);

const units = [
  'per ?cent', 'percentage', 'pp', 'points?', 'out of', 'scale', 'max(?:imum)?', 'usd', 'eur', 'gbp', 'pkr', 'inr', 'jpy', 'cny', 'rs', 'rupees?', 'dollars?', 'euros?', 'pounds?', 'crores?', 'lakhs?',
  'thousands?', '(?:m|b|tr)illions?', 'mn', 'bn', 'tn', 'kg', 'mg', 'tonnes?', 'tons?', 'kt', 'mt', 'gt', 'litres?', 'liters?', 'm3', 'km', 'km2', 'm2', 'ha', 'hectares?', 'acres?', 'miles?', 'met(?:re|er)s?',
  'mw', 'gw', 'kw', 'kwh', 'mwh', 'gwh', 'twh', 'mtco2e?', 'tco2e?', 'co2e?', 'years?', 'months?', 'weeks?', 'days?', 'hours?', 'minutes?', 'per (?:1,?000|100,?000|million)',
  'times', 'x', 'units?', 'ppm', 'celsius', 'persons', 'people', 'inhabitants', 'jobs', 'fte', 'rank',
].join('|');

const unitWords = new RegExp(`[%‰°²³€£¥₹$]|\\b(?:${units})\\b`, 'i');
const unitPhrase = new RegExp(`(?:\\b(?:in|as)\\s+(?:an?\\s+|constant\\s+|current\\s+)?|\\()(?:[%€£¥₹$]|(?:${units})\\b)`, 'i');

/** In capitals only: "try" and "cop" are words. */
const currencyPattern = new RegExp(`\\b(?:${currencyCodes.join('|')})\\b`);

/** Does a head, stub, title or note name a unit? */
export const namesUnit = (text: string): boolean => unitWords.test(text) || currencyPattern.test(text);

/** Does a sentence give the unit of a whole table: "in EUR million", "as a percentage"? "The people of 40 towns" does not. */
export const givesUnit = (text: string): boolean => unitPhrase.test(text);

const periodPatterns: readonly RegExp[] = [
  /(?<![\d.,])(?:1[89]|20|21)\d\d(?![\d,]*\d{3})/,
  /\bFY ?'?\d{2}|\b(?:Q[1-4]|H[12])\b/,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.? \d|\b\d0s\b|\blatest (?:available|year)\b/i,
];

/** A year, financial year, quarter, date or decade. */
export const namesPeriod = (text: string): boolean => periodPatterns.some((pattern) => pattern.test(text));
