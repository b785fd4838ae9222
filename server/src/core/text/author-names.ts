import type { NameKind } from './classify-name';
import { classifyName, wordsOf } from './classify-name';
import { matchAt } from './citation-tail';
import { BODY_NOUNS, COMPANY_SUFFIXES, hasWord, INSTRUMENT_ACRONYMS, LEAD_IN_WORDS, MONTH, NAME_CONNECTORS, ODD_NAME, OTHER_AUTHORS, PARTICLES_AT_START, SOURCE_NOUNS } from './citation-words';
import { isPlaceName } from './place-names';
import type { Span } from './span';
import { spanOf } from './span';

/**
 * The name in front of a year.
 *
 *     (see the Pakistan Bureau of Statistics [PBS], Labour Force Survey, 2021)
 *              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ author
 *                                                   ^^^^^^^^^^^^^^^^^^^ the rest of the title
 */
export interface SourceName {
  readonly kind: NameKind;
  readonly author: string;
  readonly authorSpan: Span;
  /** Title words, from the author on, where the name has a publication's noun. */
  readonly title: string | null;
  /** "31 July" of "Dawn, 31 July 2025". */
  readonly date: string | null;
}

const LEAD_IN =
  /(?:see(?:,? (?:also|for example|e\.g\.,?))?|cf\.|e\.g\.,?|i\.e\.,?|for (?:example|instance),?|also|as|(?:cited|quoted|reported) (?:in|by)|(?:adapted|modified|reproduced|compiled|taken) from|based on|according to|(?:data|figures|estimates|evidence|calculations?|analysis) (?:from|by|of|based on)|d['’]après|selon|voir|según|véase|sources?:|data:|from|per|via|and|the)\s/iuy;
const DATE_BEFORE_YEAR = new RegExp(`[\\s,](?:\\d{1,2}(?:st|nd|rd|th)?\\s)?${MONTH}\\.?(?:\\s\\d{1,2}(?:st|nd|rd|th)?,?)?$`, 'u');
const ALIAS_SUFFIX = /(?:\s?[[(]|,\s?)([A-Z][A-Za-z&]{1,10}(?:-[A-Z][A-Za-z]*)?)[\])]?$/u;
const LONGEST_NAME = 220;
const MOST_LOWER_WORDS = 4;

/** The name written between `start` and `end` inside brackets; null if the words there cannot be one. */
export const readName = (text: string, start: number, end: number, instruments: ReadonlySet<string> = INSTRUMENT_ACRONYMS): SourceName | null => {
  let from = skipLeadIns(text, start, end);
  let to = trimEnd(text, from, end);
  if (to <= from || to - from > LONGEST_NAME) return null;
  const dated = DATE_BEFORE_YEAR.exec(text.slice(from, to));
  if (dated !== null) to = trimEnd(text, from, from + dated.index);
  const date = dated === null ? null : `${dated[0].replace(/^[\s,]+|[\s,]+$/gu, '')}${/\d$/u.test(dated[0]) ? ',' : ''}`;
  to = withoutAlias(text, from, to);
  while (/["“'‘*_]/u.test(text.charAt(from))) from++;
  if (to <= from || !isNameText(text.slice(from, to))) return null;
  return splitName(text, from, to, date, instruments);
};

const skipLeadIns = (text: string, start: number, end: number): number => {
  let at = start;
  for (;;) {
    while (at < end && /\s/u.test(text.charAt(at))) at++;
    const lead = matchAt(LEAD_IN, text, at);
    if (lead === null || at + lead[0].length > end) return at + (isElidedArticle(text.slice(at, at + 4)) ? 2 : 0);
    at += lead[0].length;
  }
};

/** The article of "l'Insee" and "L'OCDE"; "L'Oréal" is a name with it. */
export const isElidedArticle = (start: string): boolean => /^(?:l['’]\p{Lu}|L['’]\p{Lu}{2})/u.test(start);

/** "Marx, [1867] 1990" and "Pea, c. 1890": what stands between a name and its year. */
const BEFORE_YEAR = /(?:[\s,](?:c\.|ca\.|circa)|\s?\[(?:1[4-9]|20)\d\d\])\s?$/u;

const trimEnd = (text: string, start: number, end: number): number => {
  const between = BEFORE_YEAR.exec(text.slice(Math.max(start, end - 16), end));
  let to = between === null ? end : end - between[0].length;
  while (to > start && /[\s,:"”'’*_]/u.test(text.charAt(to - 1))) to--;
  return to;
};

/** Without ", UNDP", "[PSEB]" or "(PBS)" at its end, if words are left that they can stand for. */
const withoutAlias = (text: string, from: number, to: number): number => {
  const alias = ALIAS_SUFFIX.exec(text.slice(from, to));
  if (alias === null) return to;
  const isBracketed = /[\])]$/u.test(alias[0]);
  const before = text.slice(from, from + alias.index);
  const initials = before.match(/\p{Lu}/gu)?.join('') ?? '';
  const letters = (alias[1] ?? '').replace(/[^A-Z]/gu, '');
  if (!isBracketed && (letters.length < 2 || !initials.startsWith(letters.charAt(0)) || !before.includes(' '))) return to;
  return trimEnd(text, from, from + alias.index);
};

const NAME_START = new RegExp(`^(?:\\p{Lu}|\\p{Lo}|(?:${PARTICLES_AT_START}|la\\s|(?:al|el)-)\\p{Lu}|${ODD_NAME})`, 'u');

/** "Punjab, Government of": turned round for the alphabet. */
const TURNED_BODY = /,\s(?:Government|Ministry|Department|Office|State|Province|City)\sof$/u;

const ODD_WORD = new RegExp(`^${ODD_NAME}`, 'u');

/** Capitalised words and the small ones between them; a few lower-case words where a publication's noun stands among them. */
const isNameText = (name: string): boolean => {
  if (/[;?!=<>|%#@{}]|\.\s+\p{Lu}\p{Ll}{3}.*\.\s/u.test(name) || !NAME_START.test(name)) return false;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (!TURNED_BODY.test(name) && /^(?:in|of|to|by|since|from|until|for|on|at|the|and|&|with|during|than|before|after|through|around|about)$/iu.test(last)) return false;
  const lowerWords = words.filter((word) => /^\p{Ll}/u.test(word) && !NAME_CONNECTORS.has(word) && !OTHER_AUTHORS.has(word) && !COMPANY_SUFFIXES.has(word) && !ODD_WORD.test(word) && !/^al-\p{Lu}/u.test(word));
  if (lowerWords.length === 0) return words.length <= 24;
  return lowerWords.length <= MOST_LOWER_WORDS && words.some((word) => hasWord(SOURCE_NOUNS, word) || /^(?:press|release|interview|website|portal)$/iu.test(word));
};

const splitName = (text: string, from: number, to: number, date: string | null, instruments: ReadonlySet<string>): SourceName | null => {
  const whole = text.slice(from, to);
  const comma = whole.indexOf(',');
  const first = comma < 0 ? whole : whole.slice(0, comma);
  const rest = comma < 0 ? '' : whole.slice(comma + 1).trim();
  const build = (kind: NameKind, end: number, title: string | null): SourceName => ({ kind, author: text.slice(from, end), authorSpan: spanOf(from, end), title, date });

  const firstKind = classifyName(first, instruments);
  if (firstKind === 'place' && isBodyOfPlace(rest)) return build('body', to, null);
  if (firstKind === 'credit' || firstKind === 'locator' || firstKind === 'label' || isPlaceName(whole)) return build(comma >= 0 && firstKind === 'place' ? 'place' : firstKind, to, null);
  if (comma < 0) return firstKind === 'publication' ? publication(whole, from, build) : build(firstKind, to, null);
  if (firstKind === 'place' || firstKind === 'event') return build(firstKind, to, null);
  const restKind = classifyName(rest, instruments);
  const hasTitle = rest.split(',').some((part) => ['publication', 'instrument'].includes(classifyName(part, instruments))) || /press release|interview/iu.test(rest);
  if (firstKind === 'instrument') return build('instrument', from + first.length, null);
  if (hasTitle && !isBodyWithCommas(first, rest)) return build(restKind === 'publication' ? 'publication' : 'body', from + first.length, whole);
  if (isPlaceName(rest)) return build(firstKind, from + first.length, null);
  return build(firstKind === 'publication' ? 'publication' : 'body', to, null);
};

/** "Pakistan, Ministry of Finance": the country that the body belongs to stands first. */
const isBodyOfPlace = (rest: string): boolean => hasWord(BODY_NOUNS, wordsOf(rest)[0] ?? '') && /^\p{Lu}\S*\s(?:of|for)(?:\s|$)/u.test(rest) && !rest.includes(',');

/** "FPSC Annual Report": the body is its acronym; "Economic Survey of Pakistan" stands for itself. */
const publication = (whole: string, from: number, build: (kind: NameKind, end: number, title: string | null) => SourceName): SourceName => {
  const owner = /^((?:[A-Z][A-Z&-]{1,9}|World Bank|State Bank of Pakistan)(?:['’]s)?)\s+(?=\S+\s+\S|\p{Ll})/u.exec(whole) ?? /^([\p{L}.&\s-]{2,60}?)['’]s\s+(?=\S)/u.exec(whole);
  if (owner === null) {
    const plain = /^(.{2,80}?)\s(?:report|survey|data|database|study|review|statistics|estimates|paper|index|website|brief)$/u.exec(whole);
    return build('publication', plain?.[1] === undefined ? from + whole.length : from + plain[1].length, whole);
  }
  return build('publication', from + (owner[1] ?? '').replace(/['’]s$/u, '').length, whole);
};

/** "Ministry of Planning, Development and Special Initiatives" goes on after its comma. */
const isBodyWithCommas = (first: string, rest: string): boolean => /^(?:Ministry|Department|Office|Division|Committee)\s(?:of|for)\s/u.test(first) && /\s(?:and|&)\s/u.test(rest) && !/\b(?:Report|Survey|Review)\b/u.test(rest);

/** Words like "Research for" or "Data from" before a name. */
export const isLeadInNoun = (word: string): boolean =>
  /^(?:Research|Analys[ie]s|Data|Evidence|Estimates|Figures|Work|Studies|Findings|Statistics|Projections|Numbers|Calculations|Information|Results)$/u.test(word);

/** Who works for the body behind "of the": "Engineers of the Energy Agency". */
export const isStaffNoun = (word: string): boolean =>
  /^(?:Analysts|Auditors|Authors|Economists|Engineers|Experts|Forecasters|Inspectors|Members|Officials|Planners|Researchers|Scientists|Staff|Statisticians)$/u.test(word);

/** "WHO" is a body, "Who" and "THE" open a sentence. */
export const isLeadInWord = (word: string): boolean => word !== 'WHO' && LEAD_IN_WORDS.has(word.toLowerCase());
