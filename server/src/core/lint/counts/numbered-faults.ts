/** "See Table 4" where the brief has three, and two tables with one number. */
import type { Brief, Sentence } from '../../model/brief';
import { spanOf, type Span } from '../../text/span';
import { shorten } from '../message-words';
import type { RuleFinding } from '../rule';
import { lengthOfSeries, numberedLabels, toNumber, type NumberedLabel } from './numbered-labels';

export function* numberedFaults(brief: Brief): Iterable<RuleFinding> {
  yield* missingNumbers(brief);
  for (const [kind, labels] of numberedLabels(brief)) {
    const fault = displays.has(kind) ? repeatedNumber(kind, labels) : null;
    if (fault) yield fault;
  }
}

const displays: ReadonlySet<string> = new Set(['table', 'figure', 'box', 'chart']);
const referencePattern = /(?<![\p{L}\p{N}])(Table|Figure|Box|Chart|Annex|Appendix|Section|Option|Recommendation|Scenario)\s(\d{1,2}|[A-H])(?![\p{L}\p{N}/]|[.:–-]\d|\()/gu;
const elsewhere = /^\s*(?:,\s*)?(?:of|in|from|to|under)\s+(?:the|their|its|his|her|that|this|a|an|\p{Lu})|^\s*\(\d{4}\)|^\s*[:–—]/u;
const legalWords = /\b(?:Act|Code|Law|Ordinance|Bill|Regulations?|Constitution|statute|Schedule|Order|Directive|Treaty|Convention|Agreement|Protocol|amend\w*|court|legislation|clause|housing|visa|notice|report|study|review|guidance|white paper|supplement\w*|online|Labou?r)\b/;

function* missingNumbers(brief: Brief): Iterable<RuleFinding> {
  const numbered = numberedKinds(brief);
  if (numbered.size === 0) return;
  for (const sentence of brief.sentences) {
    if (sentence.container === 'quote' || sentence.container === 'footnote') continue;
    for (const match of sentence.text.matchAll(referencePattern)) {
      const [written, name = '', number = ''] = match;
      const known = numbered.get(`${name.toLowerCase()}${/^\d/.test(number) ? '' : '-letter'}`);
      if (!known || known.has(number) || !isOwnReference(sentence, name, match.index, match.index + written.length)) continue;
      yield {
        span: spanOf(sentence.toSource(match.index), sentence.toSource(match.index + written.length - 1) + 1),
        level: 'missing',
        message: `There is no ${written}: ${nameOfSeries(name, known)}`,
        related: [{ span: known.last, message: `${name} ${known.lastWritten} is the last one` }],
      };
    }
  }
}

const isOwnReference = (sentence: Sentence, name: string, start: number, end: number): boolean => {
  const { text, citations } = sentence;
  if (citations.length > 0 || legalWords.test(text) || elsewhere.test(text.slice(end, end + 30)) || /[’']s?\s$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  // Laws have sections too: only "(Section 4)", "see Section 4" and the like point into the brief.
  return name !== 'Section' || /(?:\(|\b(?:see|in this|described in|discussed in|set out in|presented in|shown in|explained in)\s+)$/i.test(text.slice(Math.max(0, start - 16), start)) || /^\s+(?:below|above|sets out|discusses|describes|presents|concludes|explains|looks|turns|considers|offers|gives)\b/i.test(text.slice(end, end + 16));
};

interface KnownNumbers {
  readonly has: (number: string) => boolean;
  readonly count: number;
  readonly firstWritten: string;
  readonly lastWritten: string;
  readonly last: Span;
}

const nameOfSeries = (name: string, { count, firstWritten, lastWritten }: KnownNumbers): string =>
  count === 1 ? `${name} ${firstWritten} is the only one` : `the brief has ${pluralOf(name)} ${firstWritten} ${count === 2 ? 'and' : 'to'} ${lastWritten}`;

const pluralOf = (name: string): string => (name === 'Appendix' ? 'Appendices' : `${name}${name.endsWith('x') ? 'es' : 's'}`);

/** The kinds of which the brief numbers all that it has. */
const numberedKinds = (brief: Brief): ReadonlyMap<string, KnownNumbers> => {
  const kinds = new Map<string, KnownNumbers>();
  const all = new Map<string, readonly NumberedLabel[]>([...numberedLabels(brief), ['section', numberedSections(brief)]]);
  for (const [kind, labels] of all) {
    const count = lengthOfSeries(labels);
    const [first] = labels;
    const last = labels.findLast(({ number }) => number === count);
    if (count === null || !first || !last || (count < 2 && !displays.has(kind)) || hasUnnumbered(brief, kind, labels)) continue;
    const isLetter = !/^\d/.test(first.written);
    if (labels.some(({ written }) => /^\d/.test(written) === isLetter)) continue;
    const written = new Set(labels.map((label) => label.number));
    const named = namedAnywhere(brief, kind);
    kinds.set(`${kind}${isLetter ? '-letter' : ''}`, { has: (number) => written.has(toNumber(number)) || named.has(number.toUpperCase()), count, firstWritten: first.written, lastWritten: last.written, last: last.span });
  }
  return kinds;
};

/** Numbers of captions in a picture's text, in code or in HTML: whatever begins with the name, or has a colon behind it. */
const namedAnywhere = (brief: Brief, kind: string): ReadonlySet<string> => {
  const beginnings = new RegExp(`(?:^[^\\p{L}\\p{N}\\n]*|[\\[>"*_])${kind}\\s(\\d{1,2}|[A-H])\\b|\\b${kind}\\s(\\d{1,2}|[A-H])\\s*[:|–—]`, 'gimu');
  const numbers = Array.from(brief.text.matchAll(beginnings), ([, first, second]) => (first ?? second ?? '').toUpperCase());
  const captions = Array.from(brief.text.matchAll(/caption\b[^\n\d]{0,40}(\d{1,2})\b/gi), ([, number = '']) => number);
  return new Set([...numbers, ...captions]);
};

/** A display without a number may be the one that is called by it. */
const hasUnnumbered = (brief: Brief, kind: string, labels: readonly NumberedLabel[]): boolean => {
  if (kind === 'table') return brief.tables.length > labels.length || /<Table\b|\\begin\{table|kable\(/.test(brief.text);
  if (kind === 'figure' || kind === 'chart') return brief.blocks.filter((block) => block.kind === 'image' || block.kind === 'code' || block.kind === 'html').length > labels.length || /<Figure\b|<figure\b|fig\.cap/.test(brief.text);
  return false;
};

/** "3. Options": headings of one level that are numbered throughout. */
const numberedSections = (brief: Brief): readonly NumberedLabel[] => {
  const headings = brief.sections.flatMap(({ heading }) => heading ?? []);
  const ownLevel = (level: number): number => headings.filter((heading) => heading.level === level).length;
  const levels = new Set<number>();
  const labels = headings.flatMap(({ text, textSpan, level }) => {
    const match = /^(?:section\s+)?(\d{1,2})(?:[.):]\s|\s(?=\p{L}))/iu.exec(text);
    if (match) levels.add(level);
    return match ? [{ kind: 'section', number: Number(match[1]), written: match[1] ?? '', span: textSpan, title: text }] : [];
  });
  // Two may be there by chance, unless they are all of their level.
  const [level = 0] = levels;
  const areEnough = labels.length >= 3 || (labels.length === 2 && levels.size === 1 && ownLevel(level) === 2);
  return areEnough && new Set(labels.map(({ number }) => number)).size === labels.length ? labels : [];
};

/** Exactly one number twice, under two titles: a series that begins anew has more. */
const repeatedNumber = (kind: string, labels: readonly NumberedLabel[]): RuleFinding | null => {
  const seen = new Map<string, NumberedLabel>();
  const repeated = labels.filter((label) => {
    const isKnown = seen.has(label.written);
    if (!isKnown) seen.set(label.written, label);
    return isKnown;
  });
  const [second] = repeated;
  const first = second && seen.get(second.written);
  if (repeated.length !== 1 || !second || !first || first.title === '' || /\bcont(?:inued|\.|’d|'d)?\b/i.test(second.title)) return null;
  if (first.title.toLowerCase() === second.title.toLowerCase() || first.number === 1 && labels.indexOf(second) > 1) return null;
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  return { span: second.span, level: 'twice', message: `${name} ${second.written} is also the number of "${shorten(first.title, 60)}"`, related: [{ span: first.span, message: `${name} ${first.written}` }] };
};
