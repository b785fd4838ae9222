import type { Citation, CitedWork } from './citation';
import { FULL_DATE } from './citation-words';
import { isPlaceName } from './place-names';
import { spanOf } from './span';

/**
 * Laws, cases and official documents cited by what identifies them: a number, a symbol, an article.
 *
 *     Prevention of Electronic Crimes Act, 2016 (Act No. XL of 2016), s. 20
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ title
 *                                                ^^^^^^^^^^^^^^^^^^ key
 *                                                                   ^^^^^ locator
 *
 * An instrument with nothing but a year is none of these.
 */
export const findInstruments = (text: string): readonly Citation[] => {
  const found: Citation[] = [];
  for (const pattern of NUMBERED) {
    for (const match of text.matchAll(pattern)) found.push(toCitation(text, match.index, trimSymbol(match[0])));
  }
  for (const match of text.matchAll(WITH_ARTICLE)) addPinpoint(text, match, match[1] ?? '', match[2] ?? '', found);
  for (const match of text.matchAll(ARTICLE_OF)) addPinpoint(text, match, match[2] ?? '', match[1] ?? '', found);
  for (const match of text.matchAll(WITH_COUNTRY)) {
    if (isPlaceName(match[3] ?? '') && ENDS_IN_NOUN.test(match[1] ?? '')) found.push(toNamed(text, match, match[2] ?? null));
  }
  return withoutOverlaps(found);
};

/** A symbol may end in a bracket of its own ("S/RES/2250 (2015)"), not in that of the sentence. */
const trimSymbol = (symbol: string): string => {
  const plain = symbol.replace(/[.-]+$/u, '');
  return plain.endsWith(')') && !plain.includes('(') ? plain.replace(/[).-]+$/u, '') : plain;
};

const ROMAN_OR_NUMBER = '(?:[IVXLCDM]{1,8}|\\d{1,5})';
const YEAR = '(?:1[6-9]|20)\\d\\d';

const NUMBERED: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])(?:Act|Ordinance|Bill|Law|Order|Regulation|P\\.?O\\.?)\\s(?:No\\.?|Number|n[°º])\\s?${ROMAN_OR_NUMBER}(?:\\s(?:of|for)\\s|/|-)${YEAR}`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(?:Act|Ordinance|Bill)\\s${ROMAN_OR_NUMBER}\\sof\\s${YEAR}`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])S\\.?\\s?R\\.?\\s?O\\.?\\s?(?:No\\.?\\s?)?\\d{1,5}\\s?\\([IVX]{1,5}\\)\\s?(?:/|of\\s)\\s?${YEAR}`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])S\\.?I\\.?\\s(?:${YEAR}/\\d{1,5}|${YEAR}\\sNo\\.?\\s\\d{1,5})(?!\\d)`, 'gu'),
  /(?<![\p{L}\p{N}])(?:(?:Council|Commission|Implementing|Delegated)\s){0,2}(?:Regulation|Directive|Decision|Recommendation)\s(?:\((?:EU|EC|EEC|Euratom|EU,\sEuratom)\)\s(?:No\.?\s)?\d{1,4}\/\d{1,4}|(?:\d{2}|\d{4})\/\d{1,4}\/(?:EU|EC|EEC|JHA))/gu,
  /(?<![\p{L}\p{N}/])(?:A|S|E|ST|CRC|CEDAW|CCPR|CRPD|CERD|CAT|FCCC|CBD|UNEP|HRC|TD|DP|WT|GC|LC|ISBA|ECE|ECA)\/(?=[\p{L}\p{N}./()-]{0,40}(?:\/|\()\d)[A-Z0-9][A-Za-z0-9.()-]{0,20}(?:\/[A-Za-z0-9.()-]{1,20}){0,6}/gu,
  /(?<![\p{L}\p{N}])(?:PLD|AIR)\s\d{4}\s(?:[A-Z][A-Za-z.&]{0,14}\s){1,2}\d{1,5}(?!\d)/gu,
  /(?<![\p{L}\p{N}])\d{4}\s(?:SCMR|CLD|PCr\.?LJ|P\.?\s?Cr\.?\s?L\.?J\.?|CLC|MLD|YLR|PTD|PLC(?:\s\(C\.?S\.?\))?|GBLR|NLR|CLR)\s\d{1,5}(?!\d)/gu,
  /(?<![\p{L}\p{N}])(?:\[\d{4}\]|\d{4})\s(?:UKSC|UKHL|EWCA|EWHC|CSIH|HCA|SCC|ZACC|NZSC|IESC)\s(?:(?:Civ|Crim|Admin)\s)?\d{1,5}(?!\d)/gu,
  /(?<![\p{L}\p{N}])\d{1,4}\s(?:U\.\s?S\.(?:\s?C\.)?|USC|C\.?F\.?R\.?|F\.(?:2d|3d|4th)|Fed\.\sReg\.|S\.\s?Ct\.)\s(?:§{1,2}\s?)?\d[\d.,]{0,12}[a-z]?(?:\([a-z0-9]{1,4}\)){0,4}/gu,
  /(?<![\p{L}\p{N}])(?:Public\sLaw|Pub\.\s?L\.|P\.L\.)\s(?:No\.\s)?\d{2,3}[-–]\d{1,4}/gu,
  /(?<![\p{L}\p{N}])(?:H\.\s?R\.|H\.\s?J\.\s?Res\.|S\.\s?J\.\s?Res\.)\s?\d{1,5}(?!\d)/gu,
  new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:National\\sAssembly|Senate|House\\sof\\s(?:Commons|Lords)|Lok\\sSabha|Rajya\\sSabha|Parliament),?\\s)(?:Starred\\s|Unstarred\\s|Written\\s)?(?:Question|Debate|Hansard|Bill)\\sNo\\.?\\s?\\d{1,6}(?:,\\s${FULL_DATE})?`, 'gu'),
  /(?<![\p{L}\p{N}])(?:Case|Application|Petition|Writ\sPetition|Appeal|Civil\sAppeal|W\.P\.)\s(?:No\.?\s)?[A-Z]?-?\d{1,6}(?:\/|\sof\s)(?:\d{2}|\d{4})(?!\d)/gu,
];

const NOUN = '(?:Act|Ordinance|Law|Order|Rules|Regulations?|Directive|Code|Charter|Constitution|Agreement|Treaty|Convention|Protocol|Covenant|Accord|Declaration|Bill|GDPR|PECA)';
const CAPITAL_RUN = '\\p{Lu}[\\p{L}\\p{N}’\'&-]{0,30}(?:\\s(?:(?:of|on|for|and|the|to|&)\\s){0,2}\\p{Lu}[\\p{L}\\p{N}’\'&-]{0,30}){0,9}';
const ARTICLE = '(?:Art(?:icle|\\.)?s?|Arts\\.?|Sections?|Sec\\.|[Ss]{1,2}\\.|§{1,2}|Regulation|Rule|Schedule|cl\\.)\\s?\\d{1,4}[A-Za-z]{0,2}(?:\\.\\d{1,3}){0,3}(?:\\([a-z0-9]{1,5}\\)){0,4}(?:[-–]\\d{1,4})?';
const PINPOINT = new RegExp(`^,\\s(${ARTICLE})`, 'u');

/** "Paris Agreement, Art. 2.1(a)", "Constitution, Art. 19A". */
const WITH_ARTICLE = new RegExp(`(?<![\\p{L}\\p{N}])(${CAPITAL_RUN})(?:,?\\s${YEAR})?,\\s(${ARTICLE})(?![\\p{L}\\p{N}])`, 'gu');
/** "Article 19A of the Constitution". */
const ARTICLE_OF = new RegExp(`(?<![\\p{L}\\p{N}])(${ARTICLE})\\sof\\sthe\\s(${CAPITAL_RUN})`, 'gu');
/** "Digital Personal Data Protection Act, 2023 (India)": name, year and country find it. */
const WITH_COUNTRY = new RegExp(`(?<![\\p{L}\\p{N}])(${CAPITAL_RUN}),\\s(${YEAR})\\s\\((\\p{Lu}[\\p{L} ]{1,30})\\)`, 'gu');

const ENDS_IN_NOUN = new RegExp(`(?:^|\\s)${NOUN}(?:\\sof\\s\\p{Lu}[\\p{L}\\s]{1,40})?$`, 'u');

const addPinpoint = (text: string, match: RegExpExecArray, name: string, article: string, found: Citation[]): void => {
  if (!ENDS_IN_NOUN.test(name)) return;
  const start = match.index;
  found.push(toWork(text, start, start + match[0].length, { key: null, year: null, locator: article, title: name.replace(/^The\s/u, '') }));
};

const toNamed = (text: string, match: RegExpExecArray, year: string | null): Citation =>
  toWork(text, match.index, match.index + match[0].length, { key: null, year, locator: null, title: match[0] });

const NAME_BEFORE = new RegExp(`(${CAPITAL_RUN}(?:,?\\s${YEAR})?)\\s?\\(?$`, 'u');

const toCitation = (text: string, at: number, number: string): Citation => {
  const end = at + number.length;
  const isBracketed = text.charAt(at - 1) === '(' && text.charAt(end) === ')';
  const window = Math.max(0, at - 160);
  const before = isBracketed ? NAME_BEFORE.exec(text.slice(window, at)) : null;
  const name = before?.[1]?.replace(/^(?:The|In|Under|By|See|As|And)\s/u, '') ?? null;
  const isNamed = name !== null && ENDS_IN_NOUN.test(name.replace(/,?\s\d{4}$/u, ''));
  const start = isNamed ? at - 1 - (text.slice(window, at - 1).length - text.slice(window, at - 1).lastIndexOf(name)) : at;
  const bracketEnd = isNamed ? end + 1 : end;
  const pinpoint = PINPOINT.exec(text.slice(bracketEnd, bracketEnd + 40));
  return toWork(text, start, bracketEnd + (pinpoint?.[0].length ?? 0), { key: number, year: new RegExp(YEAR, 'u').exec(number)?.[0] ?? null, locator: pinpoint?.[1] ?? null, title: isNamed ? name : null });
};

type WorkFields = Pick<CitedWork, 'key' | 'year' | 'locator' | 'title'>;

const toWork = (text: string, start: number, end: number, fields: WorkFields): Citation => {
  const span = spanOf(start, end);
  const yearAt = fields.year === null ? -1 : text.slice(start, end).lastIndexOf(fields.year);
  const yearSpan = fields.year === null || yearAt < 0 ? null : spanOf(start + yearAt, start + yearAt + fields.year.length);
  return { span, style: 'instrument', works: [{ span, author: null, authorSpan: null, yearSpan, ...fields }], isOwnWork: false };
};

/** The longer one stands for what it holds. */
const withoutOverlaps = (found: readonly Citation[]): readonly Citation[] => {
  const ordered = [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Citation[] = [];
  for (const citation of ordered) {
    const last = kept.at(-1);
    if (last === undefined || citation.span.start >= last.span.end) kept.push(citation);
  }
  return kept;
};
