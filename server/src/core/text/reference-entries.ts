import { COMPANY_SUFFIXES, NAME_CONNECTORS, ODD_NAME, PARTICLES_AT_START } from './citation-words';
import { readYear, YEAR_START } from './publication-years';
import type { Span } from './span';
import { spanOf } from './span';

/**
 * One entry of a plain reference list, in whatever style:
 *
 *     World Bank. (2025). *Digital progress report*. Washington, DC.
 *     [3] Khan, A. and Malik, B., 2024. Broadband and growth. Lahore: Punjab Press.
 *     PBS, Labour Force Survey 2020-21 (Islamabad: PBS, 2022), Table 16.
 */
export interface ReferenceEntry {
  readonly author: string | null;
  readonly authorSpan: Span | null;
  readonly year: string | null;
  readonly title: string | null;
  /** The number of a numbered list. */
  readonly number: number | null;
}

const MARKER = /^\s{0,12}(?:[-*+•]\s{1,4})?(?:\[\^?(\d{1,4})\]:?\s{0,4}|\((\d{1,4})\)\s{1,4}|(\d{1,4})[.)]\s{1,4}|\^(\d{1,4})\s{0,4}|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s{0,4})?/u;
const LONGEST_AUTHOR = 240;

/** `emphasis`: the first run in italics, where the markup is no longer in the text. */
export const parseReferenceEntry = (text: string, emphasis: Span | null = writtenEmphasis(text)): ReferenceEntry | null => {
  const marker = MARKER.exec(text);
  const start = marker?.[0].length ?? 0;
  const numberText = marker?.[1] ?? marker?.[2] ?? marker?.[3] ?? marker?.[4] ?? plainDigits(marker?.[5]);
  const number = numberText === undefined ? null : Number(numberText);
  if (!/\p{L}{2}/u.test(text.slice(start, start + 400))) return null;
  if (/^["“*_]{0,2}(?:https?:\/\/|www\.)\S+\s*$/u.test(text.slice(start))) return { author: null, authorSpan: null, year: null, title: null, number };
  const entry: EntryText = { text, start, emphasis };
  const found = readYearAfterAuthor(entry) ?? readYearAnywhere(entry);
  return { ...found, number };
};

/** An entry without its number. */
interface EntryText {
  readonly text: string;
  readonly start: number;
  readonly emphasis: Span | null;
}

const writtenEmphasis = (text: string): Span | null => {
  const match = /(?<![\p{L}\p{N}*_])([*_]{1,2})([^*_\s][^*_]{1,300})\1/u.exec(text);
  if (match === null) return null;
  const start = match.index + (match[1] ?? '').length;
  return spanOf(start, start + (match[2] ?? '').length);
};

/** "¹²" as "12". */
const plainDigits = (raised: string | undefined): string | undefined => raised?.replace(/./gu, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));

type Fields = Omit<ReferenceEntry, 'number'>;

const YEAR_CANDIDATE = new RegExp(`(?<![\\p{L}\\p{N}.\\-–/:])${YEAR_START}`, 'gu');
const BRACKET_BEFORE = /\(\s?(?:c\.\s?|ca\.\s?|circa\s)?$/u;
const BRACKET_AFTER = /^(?:\s?\[\d{4}\])?(?:,[^)]{1,30})?\)/u;

/** APA "(2025)", Harvard ", 2025.", Chicago ". 2025.": the year parts the author from the title. */
const readYearAfterAuthor = (entry: EntryText): Fields | null => {
  const { text, start } = entry;
  YEAR_CANDIDATE.lastIndex = start;
  for (let match = YEAR_CANDIDATE.exec(text); match !== null && match.index - start <= LONGEST_AUTHOR; match = YEAR_CANDIDATE.exec(text)) {
    const fields = readAuthorBefore(entry, match.index);
    if (fields !== null) return fields;
    // A word may be one of the title's; a number that stands elsewhere ends the search.
    if (/^\d/u.test(match[0])) return null;
  }
  return null;
};

const readAuthorBefore = (entry: EntryText, at: number): Fields | null => {
  const { text, start, emphasis } = entry;
  const year = readYear(text, at);
  if (year === null) return null;
  const before = text.slice(start, at);
  const after = text.slice(year.span.end);
  const bracket = BRACKET_BEFORE.exec(before);
  const isBracketed = bracket !== null && BRACKET_AFTER.test(after);
  const isHarvard = /[,.]\s$/u.test(before) && /^(?:[.,:]|\s?$)/u.test(after);
  if (!isBracketed && !isHarvard) return null;
  const author = trimmed(text, start, at - (bracket?.[0].length ?? 0));
  // "C. Lee, "Storage," LUMS, 2019" and "SBP, *Balance of Payments*, 2024": the title stands before the year.
  if (/,\s["“]/u.test(before) || (author !== null && emphasis !== null && emphasis.start > author.start + 1 && emphasis.start < at)) return null;
  if (author === null || !isAuthor(text.slice(author.start, author.end), isBracketed)) return null;
  const rest = after.replace(BRACKET_AFTER, '').replace(/^[\s.,:]+/u, '');
  return { author: text.slice(author.start, author.end), authorSpan: author, year: year.text, title: firstTitle(rest) };
};

const SPOKEN = `(?:\\p{Lu}[\\p{L}'’-]{1,30}\\s|\\p{Lu}\\.[\\s-]?){1,4}${PARTICLES_AT_START}?\\p{Lu}[\\p{L}'’-]{1,30}`;
const SPOKEN_NAMES = new RegExp(`^${SPOKEN}(?:(?:,\\s(?:and\\s|&\\s)?|\\s(?:and|&)\\s)(?:${SPOKEN}|others)){0,12}(?:,?\\set al\\.)?$`, 'u');

/** Names in front of a title that has marks of its own: "A. Khan, B. Malik, and C. Shah, "Grids"". */
const namesBeforeMarkedTitle = ({ text, start, emphasis }: EntryText): number | null => {
  const quote = /["“]/u.exec(text.slice(start));
  const title = Math.min(quote === null ? Infinity : start + quote.index, emphasis?.start ?? Infinity);
  if (title === Infinity || title <= start || title - start > LONGEST_AUTHOR) return null;
  const names = /^(.{2,240}?),[\s*_]*$/su.exec(text.slice(start, title))?.[1];
  return names !== undefined && SPOKEN_NAMES.test(names) ? names.length : null;
};


/** Footnote style and numbered styles: author up to the first comma or stop, the year in the imprint or at the end. */
const readYearAnywhere = (entry: EntryText): Fields => {
  const { text, start, emphasis } = entry;
  const written = text.slice(start);
  const imprint = [...written.matchAll(/\([^()]{0,120}?((?:1[5-9]|20)\d\d[a-z]?)\)/gu)].at(-1);
  const last = [...written.matchAll(/(?<![\p{L}\p{N}.\-–/:@])(?:1[5-9]|20)\d\d(?![\d/])(?:[-–](?:20)?\d\d(?!\d))?[a-z]?/gu)].at(-1);
  const year = imprint?.[1] ?? last?.[0] ?? /\bn\.\s?d\./u.exec(written)?.[0] ?? null;
  const stop = namesBeforeMarkedTitle(entry) ?? authorLength(written);
  const author = trimmed(text, start, start + stop);
  const name = author === null ? '' : text.slice(author.start, author.end);
  if (author === null || !isAuthor(name, false) || stop === written.length) {
    return { author: null, authorSpan: null, year, title: firstTitle(written) };
  }
  const rest = written.slice(stop).replace(/^[\s.,:]+/u, '');
  const isEmphasised = emphasis !== null && text.slice(start + stop, emphasis.start).replace(/[\s.,:*_]/gu, '') === '' && /^[*_]*(?:[.,;:]|\s\(|\s?$)/u.test(text.slice(emphasis.end));
  return { author: name, authorSpan: author, year, title: isEmphasised ? text.slice(emphasis.start, emphasis.end).replace(/[\s.,]+$/u, '') : firstTitle(rest) };
};

/** "Khan, Jane, and Ali Malik.": the first name turned round, given names in full. */
const SPELLED_OUT = /^\p{Lu}[\p{L}'’-]{1,40}(?:\s\p{Lu}[\p{L}'’-]{1,40})?,\s\p{Lu}[\p{L}'’-]{1,40}(?:\s\p{Lu}(?:\.|[\p{L}'’-]{1,40})){0,2}(?:,?\s(?:and|&)\s|,\s(?:\p{Lu}[\p{L}.'’-]{0,40}\s){1,4}(?:and|&)\s|,?\s(?=et al\.))?(?:\p{Lu}[\p{L}.'’-]{0,40}\s){0,3}(?:\p{Lu}[\p{L}'’-]{1,40}|et al)?(?=\.\s{1,3}["“*_]?[\p{Lu}\d])/u;

/** Up to the first stop or comma that ends the names; initials and "Ministry of Planning, Development and …" go on. */
const authorLength = (written: string): number => {
  const spelledOut = SPELLED_OUT.exec(written);
  if (spelledOut !== null) return spelledOut[0].length;
  const persons = /^\p{Lu}[\p{L}'’-]{1,30},?\s(?:\p{Lu}\.?[\s-]?){1,4}(?:,?\s(?:and|&|et al\.?)?\s?(?:\p{Lu}[\p{L}'’-]{1,30},?\s(?:\p{Lu}\.?[\s-]?){1,4})?){0,8}(?=[\s.,:"“])/u.exec(written);
  if (persons !== null && /\.\s*$|\p{Lu}\s*$/u.test(persons[0])) return persons[0].length;
  const ministry = /^(?:Ministry|Department|Office|Division)\s(?:of|for)\s[\p{L}\s]{2,40},\s[\p{L}\s,]{2,60}?\s(?:and|&)\s\p{Lu}[\p{L}\s]{2,40}(?=[,.:(]|$)/u.exec(written);
  if (ministry !== null) return ministry[0].length;
  const stop = /(?<!\s\p{Lu}|^\p{Lu}|\b(?:St|Dr|al|Inc|Ltd|Co|U\.S|U\.K))\.\s|,\s|:\s|\s["“*]/u.exec(written);
  return stop === null ? written.length : stop.index;
};

const trimmed = (text: string, start: number, end: number): Span | null => {
  let from = start;
  let to = end;
  while (from < to && /[\s*_"“,.]/u.test(text.charAt(from))) from++;
  while (to > from && /[\s*_"”,:;(]/u.test(text.charAt(to - 1))) to--;
  if (text.charAt(to - 1) === '.' && !/(?:\b\p{Lu}|al|Inc|Ltd|Co|ed|eds)\.$/u.test(text.slice(from, to))) to--;
  return to > from ? spanOf(from, to) : null;
};

const AUTHOR_START = new RegExp(`^(?:\\p{Lu}|\\p{Lo}|${ODD_NAME}|(?:${PARTICLES_AT_START}|(?:al|el)-)\\p{L})`, 'u');

const isAuthor = (name: string, isBracketed: boolean): boolean => {
  if (!AUTHOR_START.test(name) || name.length > LONGEST_AUTHOR || /https?:/u.test(name)) return false;
  // "Harbour Office. Ships and wrecks. Port Ellis, 2024": what ends in a stop ended the name.
  if (/["“”]|\)\.\s+\p{Lu}/u.test(name)) return false;
  if (/(?<=\p{Ll}{3})(?<!\b(?:Inc|Ltd|Corp|Bros|Univ|Dept|eds))\.\s+\p{Lu}\p{Ll}/u.test(name)) return false;
  const lowerWords = name.match(/(?<![\p{L}'’-])\p{Ll}{2,}(?![\p{L}'’])/gu) ?? [];
  const odd = lowerWords.filter((word) => !NAME_CONNECTORS.has(word) && !COMPANY_SUFFIXES.has(word) && !/^(?:in|eds?|to|with)$/u.test(word));
  return odd.length <= (isBracketed ? 3 : 1);
};

/** Quoted, else up to the stop that ends it. */
const firstTitle = (rest: string): string | null => {
  const marked = /^\s*([*_]{1,2})([^*_]{2,300})\1/u.exec(rest);
  if (marked !== null) return (marked[2] ?? '').replace(/[\s.,]+$/u, '');
  const written = rest.replace(/^[\s*_]+/u, '');
  const quoted = /^["“‘']([^"”]{3,300}?)[,.]?["”’']/u.exec(written);
  if (quoted !== null) return quoted[1] ?? null;
  const stop = /[.?!](?=[\s*_]+[\p{Lu}h([]|[*_]*\s*$)|\s\((?=[^()]{0,80}\))|\s?https?:|,\s(?:Table|pp?\.|vol\.)/u.exec(written);
  const title = (stop === null ? written : written.slice(0, stop.index + (/[?!]/u.test(written.charAt(stop.index)) ? 1 : 0))).replace(/[\s*_.,]+$/u, '');
  return title === '' ? null : title;
};
