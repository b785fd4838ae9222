import { FULL_DATE, MONTH } from './citation-words';
import { LOCATOR_KEYWORD, NUMBERED_LOCATOR } from './locators';
import type { Year } from './publication-years';
import { readYear, YEAR_START } from './publication-years';
import { spanOf } from './span';

/**
 * What follows the name in a citation:
 *
 *     (PBS, 2023, 2024a, Table 3.2; UNDP, 2024)
 *           ^^^^^^^^^^^^ years
 *                        ^^^^^^^^^ locator
 */
export interface CitationTail {
  readonly years: readonly Year[];
  readonly locator: string | null;
  /** Where another work begins inside the same part: after "cited in", after a comma or "and", in a remark. */
  readonly next: number | null;
}

const NEXT_YEAR = /(?:\s?[,;]\s?|\s(?:and|&)\s|,\s?(?:and|&)\s)(?=(?:1[5-9]|20)\d\d)/uy;
const NEXT_LETTER = /\s?,\s?[a-z](?![\p{L}\p{N}.])/uy;
const SECOND_HAND = /\s?[,;]?\s(?:as\s)?(?:cited|quoted|reported|mentioned|referenced|reproduced|summarised|summarized|qtd\.)\s(?:in|by)\s/uy;
const ANOTHER = /(?:\s?,\s(?:and\s|&\s)?|\s(?:and|&)\s)(?=["“'‘]?\p{Lu}|the\s\p{Lu})/uy;
/** The "p" of "2025 prices" leads to no page. */
const LOCATOR = new RegExp(`\\s?[,:]?\\s?(${LOCATOR_KEYWORD}(?!\\p{L}{2})\\s?[\\p{L}\\p{N}(].{0,60}|[§¶]+.{1,60})`, 'iuys');
const BARE_PAGES = /\s?[:,]\s?(\d{1,4}(?:[-–—]\d{1,4})?)\.?\s*$/uy;
const DATE_AFTER = new RegExp(`,\\s?((?:\\d{1,2}\\s)?${MONTH}\\.?(?:\\s\\d{1,2})?)(?=\\s*(?:$|,))`, 'uy');
const ADDRESS = /\s?[,:.]?\s?(?:available (?:at|from):?\s)?<?(?:https?:\/\/|www\.|doi:)\S+\s*$/iuy;
const ASIDE = new RegExp(
  `\\s?,\\s(?:emphasis (?:added|mine|ours)|own (?:translation|calculations?)|authors?['’]s?\\s[\\p{L} ]{3,40}|my (?:translation|emphasis)|our (?:translation|calculations?)|` +
    `preliminary|provisional|revised|online|(?:last )?(?:accessed|retrieved|viewed|visited)(?: on)?(?: ${FULL_DATE})?|(?:\\d+(?:st|nd|rd|th)|first|second|third|revised) ed(?:ition|n)?\\.?)\\s*$`,
  'iuy',
);
const END = /\s*[.,]?\s*$/uy;
/** "2024 [2010]": the year of the first edition. */
const FIRST_EDITION = /\s?[[(](?:orig(?:\.|inal|inally)?\s)?(?:(?:first\s)?published\s)?(?:in\s)?(?:1[4-9]|20)\d\d[\])]/uy;
/** "esp. ch. 2", "in particular Table 4", "and see p. 9": few small words, then a place with its number. */
const LED_LOCATOR = new RegExp(`\\s?[,:]\\s?(?:(?!${LOCATOR_KEYWORD}\\s?\\d)\\p{L}{1,14}\\.?,?\\s){1,4}(?=(${NUMBERED_LOCATOR}.{0,60}))`, 'iuys');
/** What scholars add after the year, and nobody after the year of a thing. */
const SCHOLARLY = /\s?,?\s(?:and\s(?:the\s)?(?:references|sources|literature|works|studies)\s(?:cited\s)?(?:therein|there)|passim|inter alia|among (?:many )?others|and elsewhere|esp(?:ecially|\.)|in particular|for (?:a|an) (?:recent )?(?:review|overview|summary|survey|example|discussion)|(?:and |but )?see also)(?![\p{L}])/iuy;
/** A remark of the author's behind a comma. */
const REMARK = /\s?,\s\p{Ll}[^;]{0,120}$/uy;
const NAME_AND_YEAR = new RegExp(`\\p{Lu}[^;]{0,80}?(?<![\\p{L}\\p{N}])${YEAR_START}`, 'u');

/**
 * Reads years, locator and what else stands behind them, from `start` to the end of the text; null where that says that the years date
 * something else. Inside brackets of its own a name with its year may carry any remark; behind a name in a sentence only what scholars write.
 */
export const readTail = (text: string, start: number, place: 'brackets' | 'sentence' = 'brackets'): CitationTail | null => {
  const { years, end: at } = readYears(text, start);
  const last = years.at(-1);
  if (last === undefined) return null;
  const plain = (locator: string | null): CitationTail => ({ years, locator, next: null });
  if (isMatch(END, text, at) || isMatch(ADDRESS, text, at) || isMatch(ASIDE, text, at)) return plain(null);
  const secondHand = matchAt(SECOND_HAND, text, at);
  if (secondHand !== null) return { years, locator: null, next: at + secondHand[0].length };
  const pages = matchAt(BARE_PAGES, text, at);
  if (pages !== null) return plain(pages[1] ?? null);
  const locator = matchAt(LOCATOR, text, at);
  if (locator !== null) return withLocator(text, years, at + locator[0].length - (locator[1]?.length ?? 0));
  const date = matchAt(DATE_AFTER, text, at);
  if (date !== null) return plain(`${date[1] ?? ''} ${last.text}`);
  const another = matchAt(ANOTHER, text, at);
  if (another !== null) return { years, locator: null, next: at + another[0].length };
  const led = matchAt(LED_LOCATOR, text, at);
  if (led !== null) return withLocator(text, years, at + led[0].length);
  return isMatch(SCHOLARLY, text, at) || (place === 'brackets' && isMatch(REMARK, text, at)) ? { years, locator: null, next: nextNameAfter(text, at) } : null;
};

/** "(Khan, 2011, but see Malik, 2009)": the remark names another work. */
const nextNameAfter = (text: string, at: number): number | null => {
  const match = NAME_AND_YEAR.exec(text.slice(at));
  return match === null ? null : at + match.index;
};

const withLocator = (text: string, years: readonly Year[], start: number): CitationTail => {
  const rest = text.slice(start);
  const secondHand = /,?\s(?:as\s)?(?:cited|quoted)\s(?:in|by)\s/iu.exec(rest);
  const locator = rest.slice(0, secondHand?.index ?? rest.length).replace(/[\s.,]+$/u, '');
  return { years, locator, next: secondHand === null ? null : start + secondHand.index + secondHand[0].length };
};

interface Years {
  readonly years: readonly Year[];
  readonly end: number;
}

const readYears = (text: string, start: number): Years => {
  const years: Year[] = [];
  let end = start;
  let next = readYear(text, start);
  while (next !== null) {
    years.push(next);
    let at = next.span.end;
    at += matchAt(FIRST_EDITION, text, at)?.[0].length ?? 0;
    for (let letter = matchAt(NEXT_LETTER, text, at); letter !== null && /\d[a-z]$/u.test(next.text); letter = matchAt(NEXT_LETTER, text, at)) {
      const letterEnd = at + letter[0].length;
      years.push({ text: `${next.text.slice(0, -1)}${letter[0].slice(-1)}`, span: spanOf(letterEnd - 1, letterEnd) });
      at = letterEnd;
    }
    end = at;
    const separator = matchAt(NEXT_YEAR, text, at);
    next = separator === null ? null : readYear(text, at + separator[0].length);
  }
  return { years, end };
};

export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const isMatch = (pattern: RegExp, text: string, at: number): boolean => matchAt(pattern, text, at) !== null;
