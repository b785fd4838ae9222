/** One law or budget under two years: "Clean Water Act 2016", "Clean Water Act 2015". */
import type { Brief, Sentence } from '../../model/brief';
import { readSentences, someOf } from '../../model/sentence-memory';
import { contentLemmas } from '../../model/figures/lemmas';
import { rememberByBrief } from '../../model/remember-by-brief';
import { sourceSpan } from '../find-cues';
import { spanOf, type Span } from '../../text/span';
import type { DateFault } from './date-fault';

interface NamedYear {
  readonly key: string;
  readonly name: string;
  readonly year: number;
  readonly span: Span;
  readonly sentence: Sentence;
  /** Of a fiscal year: there is another one each year. */
  readonly isYearly: boolean;
}

const kind = 'Act|Ordinance|Law|Bill|Code|Convention|Treaty|Agreement|Charter|Protocol|Directive|Declaration|Policy|Strategy|Framework';
const title = `\\p{Lu}[\\p{L}’'&-]+(?:\\s(?:(?:of|on|for|and|the|to)\\s){0,2}\\p{Lu}[\\p{L}’'&-]+){0,7}`;
const year = '((?:19|20)\\d\\d)(?!\\d|[–/-]\\d)';
const nameFirst = new RegExp(`(?<![\\p{L}\\p{N}])(${title}\\s(?:${kind})),?\\s(?:of\\s|\\()?${year}`, 'gu');
const yearFirst = new RegExp(`(?<![\\p{L}\\p{N}])((?:19|20)\\d\\d)\\s(${title}\\s(?:${kind}))(?![\\p{L}\\p{N}])`, 'gu');
const fiscal = /(?<![\p{L}\p{N}])(?:FY\s?|(?:fiscal|financial)\s+year\s+)((?:19|20)\d\d)(?!\d|[–/-]\d)\s+((?:executive\s+)?budget\s+(?:recommendations?|proposals?|requests?|plans?|bills?|speech)|spending\s+(?:plan|proposal|bill))(?![\p{L}\p{N}])/giu;
const annual = /\b(?:budget|finance|appropriations?|annual|supply|spending|defen[cs]e authori[sz]ation|report|survey|index|review)\b/i;
const twoVersions = /\b(?:amend\w*|new|revis\w*|previous\w*|former\w*|replac\w*|repeal\w*|succe\w*|supersed\w*|earlier|later|updat\w*|re-?enact\w*|consolidat\w*|predecessor|older|both|second|again|last year|next year|compar\w*|than|versus)\b/i;

/** "National Water Strategy 2021–2026": two periods that share one end are one period, miswritten. */
const planPeriod = new RegExp(`(?<![\\p{L}\\p{N}])(${title}\\s(?:Plan|Strategy|Policy|Programme|Program|Framework|Agenda|Roadmap)),?\\s(?:for\\s|\\()?((?:19|20)\\d\\d)\\s?[–-]\\s?((?:20)?\\d\\d)(?!\\d)`, 'gu');

/** A bill is brought in again in the next session, under one name. */
const broughtIn = /\b(?:(?:re)?introduc\w*|sessions?|congress)\b/i;

export function* instrumentFaults(brief: Brief): Iterable<DateFault> {
  yield* periodFaults(brief);
  const byKey = new Map<string, NamedYear[]>();
  for (const named of namedYears(brief)) {
    const group = byKey.get(named.key);
    if (group) group.push(named);
    else byKey.set(named.key, [named]);
  }
  for (const group of byKey.values()) {
    const fault = oddOneOut(brief, group);
    if (fault) yield fault;
  }
}

interface NamedPeriod {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

function* periodFaults(brief: Brief): Iterable<DateFault> {
  const firstByName = new Map<string, NamedPeriod>();
  for (const { sentence, found } of sentencesWithPeriods(brief)) {
    for (const match of found) {
      const named = toPeriod(sentence, match);
      const known = firstByName.get(named.name.toLowerCase());
      if (!known) firstByName.set(named.name.toLowerCase(), named);
      else if ((known.from === named.from) !== (known.to === named.to) && !twoVersions.test(sentence.text)) yield periodFault(named, known);
    }
  }
}

const sentencesWithPeriods = readSentences(({ text, container }) => (container === 'quote' || container === 'footnote' || !/\d{4}/.test(text) ? null : someOf([...text.matchAll(planPeriod)])));

const toPeriod = (sentence: Sentence, match: RegExpExecArray): NamedPeriod => {
  const [whole, name = '', from = '', to = ''] = match;
  const start = match.index + whole.lastIndexOf(from, whole.length - to.length - 1);
  const end = match.index + whole.length;
  return { name: plainName(name), text: sentence.text.slice(start, end), from: Number(from), to: Number(from.slice(0, 4 - to.length) + to), span: spanOf(sentence.toSource(start), sentence.toSource(end - 1) + 1) };
};

const periodFault = (named: NamedPeriod, known: NamedPeriod): DateFault => ({
  span: named.span,
  level: 'event',
  message: `"${named.name}" is of ${named.text} here, of ${known.text} further up`,
  related: [{ span: known.span, message: `${known.name}, ${known.text}` }],
  fixes: [{ title: `Change ${named.text} to ${known.text}`, safe: false, edits: [{ span: named.span, newText: known.text }] }],
});

const namedYears = (brief: Brief): readonly NamedYear[] =>
  sentencesWithNames(brief).flatMap(({ sentence, found }) => found.map((named): NamedYear => ({ ...named, span: sourceSpan(sentence, named.span.start, named.span.end), sentence })));

const sentencesWithNames = readSentences(({ text, container }) => (container === 'quote' || container === 'footnote' || !/(?:19|20)\d\d/.test(text) ? null : someOf([...namesIn(text)])));

/** Spans count into the text. */
function* namesIn(text: string): Iterable<Omit<NamedYear, 'sentence'>> {
  for (const match of text.matchAll(nameFirst)) yield* toNamed(match, match[1] ?? '', match[2] ?? '', false);
  for (const match of text.matchAll(yearFirst)) yield* toNamed(match, match[2] ?? '', match[1] ?? '', false);
  for (const match of text.matchAll(fiscal)) yield* toNamed(match, match[2] ?? '', match[1] ?? '', true);
}

function* toNamed(match: RegExpExecArray, name: string, written: string, isYearly: boolean): Iterable<Omit<NamedYear, 'sentence'>> {
  const plain = plainName(name);
  const lemmas = contentLemmas(plain);
  if (lemmas.length < 2 || (!isYearly && annual.test(plain))) return;
  const start = match.index + match[0].indexOf(written);
  yield { key: lemmas.join(' '), name: plain, year: Number(written), span: spanOf(start, start + 4), isYearly };
}

const plainName = (name: string): string => name.replace(/^(?:(?:The|This|That|In|On|By|Under|Since|And|But|After|Before|With|From|For|To|Of)\s)+/iu, '');

/** Two years a little apart, one of them once, and no words of a second version. */
const oddOneOut = (brief: Brief, group: readonly NamedYear[]): DateFault | null => {
  const years = new Set(group.map((named) => named.year));
  const [first] = group;
  if (years.size !== 2 || !first) return null;
  const [a = 0, b = 0] = years;
  if (!isSlip(a, b) || group.some(({ sentence, isYearly }) => twoVersions.test(sentence.text) || (!isYearly && broughtIn.test(sentence.text)) || (sentence.text.includes(String(a)) && sentence.text.includes(String(b))))) return null;
  const count = (value: number): number => group.filter((named) => named.year === value).length;
  const odd = count(a) < count(b) ? a : b;
  const slip = group.find((named) => named.year === odd);
  const other = group.find((named) => named.year !== odd);
  if (!slip || !other || count(odd) !== 1) return null;
  if (slip.isYearly && mentionsOf(brief, odd) > 1) return null;
  return {
    span: slip.span,
    level: 'event',
    message: `"${slip.name}" is of ${slip.year} here, of ${other.year} ${other.span.start < slip.span.start ? 'further up' : 'further down'}`,
    related: [{ span: other.span, message: `${other.name}, ${other.year}` }],
    fixes: [{ title: `Change ${slip.year} to ${other.year}`, safe: false, edits: [{ span: slip.span, newText: String(other.year) }] }],
  };
};

const isSlip = (a: number, b: number): boolean => Math.abs(a - b) <= 2 || Array.from(String(a)).sort().join('') === Array.from(String(b)).sort().join('');

/** A year that the brief speaks of elsewhere has a budget of its own. */
const mentionsOf = (brief: Brief, value: number): number => yearCounts(brief).get(String(value)) ?? 0;

const yearCounts = rememberByBrief((brief: Brief): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { text } of brief.sentences) {
    for (const [written] of text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  return counts;
});
