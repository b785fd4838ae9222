/** Lengths of time that their own dates contradict: "from 2015 to 2023, nine years". */
import type { Brief } from '../../model/brief';
import { someOf } from '../../model/sentence-memory';
import { spanOf, type Span } from '../../text/span';
import { countOf, writeCount } from '../counts/count-words';
import type { DateFault } from './date-fault';
import { faultsInTexts, readDateTexts, type DateText } from './date-texts';
import { findPeriods, lengthOf, type Period } from './year-span';

interface Duration {
  readonly span: Span;
  readonly number: string;
  readonly numberStart: number;
  readonly count: number;
  readonly unit: 'year' | 'month';
  readonly qualifier: 'about' | 'more' | 'less' | null;
  /** The noun of "five-year plan". */
  readonly noun: string | null;
}

const numbers = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|[1-9]\\d?';
const qualifiers = '(?:(about|around|nearly|almost|roughly|approximately|some|just (?:over|under)|more than|over|less than|under|at least|at most|up to|within)\\s+)?';
const durationPattern = new RegExp(`(?<![\\p{L}\\p{N}.,-])${qualifiers}(${numbers})(?:\\s+(?:full |long |consecutive |successive |calendar |fiscal |financial )?(years|months)(?![-\\p{L}])|[-\\s](year|month)(?:-long|s['’])?\\s+(\\p{L}+(?:\\s\\p{L}+)?))`, 'giu');

const findDurations = (text: string): readonly Duration[] => {
  const found: Duration[] = [];
  for (const match of text.matchAll(durationPattern)) {
    const [whole, qualifier, number = '', plural, compound, noun] = match;
    const count = countOf(number);
    if (count === null) continue;
    const end = match.index + whole.length;
    found.push({
      span: spanOf(match.index, end),
      number,
      numberStart: match.index + (qualifier === undefined ? 0 : whole.indexOf(number, qualifier.length)),
      count,
      unit: (plural ?? compound ?? '').toLowerCase().startsWith('y') ? 'year' : 'month',
      qualifier: kindOf(qualifier?.toLowerCase()),
      noun: compound === undefined ? null : (noun ?? '').toLowerCase(),
    });
  }
  return found;
};

const kindOf = (qualifier: string | undefined): Duration['qualifier'] => {
  if (qualifier === undefined || qualifier === 'over' || qualifier === 'some' || qualifier === 'within') return qualifier === undefined ? null : 'about';
  if (/more|over|at least/.test(qualifier)) return 'more';
  return /less|under|most|up to/.test(qualifier) ? 'less' : 'about';
};

export function* durationFaults(brief: Brief): Iterable<DateFault> {
  yield* besideYears(brief);
  const written = Number(brief.metadata.date?.value.slice(0, 4) ?? Number.NaN);
  if (Number.isNaN(written)) return;
  for (const { text, found } of durationsSince(brief)) yield* sinceYears(text, found, written);
}

const durationWords = /\b(?:years?|months?)\b/i;

const besideYears = faultsInTexts(function* (text: DateText): Iterable<DateFault> {
  if (text.kind === 'cell' || !durationWords.test(text.text)) return;
  const durations = findDurations(text.text);
  if (durations.length === 0) return;
  yield* besidePeriods(text, durations);
  yield* betweenYears(text, durations);
});

const durationsSince = readDateTexts((text, kind) => (kind === 'sentence' && durationWords.test(text) && /since/i.test(text) ? someOf(findDurations(text)) : null));

/** "from 2015 to 2023, a period of nine years", "the five-year plan (2020–2024)", "2015–2023 (nine years)". */
function* besidePeriods(text: DateText, durations: readonly Duration[]): Iterable<DateFault> {
  const periods = findPeriods(text.text);
  let next = 0;
  for (const duration of durations) {
    while ((periods[next]?.span.end ?? Infinity) < duration.span.start - 40) next++;
    const period = [periods[next], periods[next + 1]].find((one) => one !== undefined && belongs(text.text, duration, one));
    if (!period || fits(duration, period)) continue;
    const { years, months } = lengthOf(period);
    const length = duration.unit === 'year' ? years : months;
    if (length === null || length <= 0 || Math.abs(length - duration.count) > Math.max(6, length)) continue;
    yield faultOf(text, duration, `${period.from.text} to ${period.to.text}`, period.span, [length, length + 1]);
  }
}

const periodNoun = /^(?:period|plan|programme|program|strategy|project|window|span|stretch|mandate|phase|framework|budget|agreement|study|review|campaign|initiative|scheme|settlement|roadmap|cycle|term|deal|grant|contract|trial|pilot|evaluation|manifesto period|action plan|development plan|strategic plan|spending plan|work plan|funding period)\b/;

/** "The 2021–2030 plan covers eight years" */
const covers = /^\s+(?:\p{L}+\s+){0,2}(?:plan|programme|program|strategy|period|framework|budget|agreement|mandate|roadmap|project|study|settlement|cycle)\s+(?:covers|covered|spans|spanned|lasts|lasted|runs for|ran for|runs over|stretches over)\s+(?:a period of\s+)?$/iu;

const belongs = (text: string, duration: Duration, period: Period): boolean => {
  if (duration.noun !== null && !periodNoun.test(duration.noun)) return false;
  if (/\b(?:every|each|per|last|next|past|previous|first|another|further|aged?)\s+$/i.test(text.slice(Math.max(0, duration.span.start - 12), duration.span.start))) return false;
  if (/^\s*(?:ago|old|of age|later|after|before|earlier|on|each)\b/i.test(text.slice(duration.span.end, duration.span.end + 12))) return false;
  if (duration.span.start >= period.span.end) {
    const between = text.slice(period.span.end, duration.span.start);
    const after = text.slice(duration.span.end, duration.span.end + 2);
    if (duration.noun === null && period.form === 'dash' && covers.test(between)) return true;
    return duration.noun === null ? /^(?:,\s+(?:(?:or|over|in|for|that is,?|i\.e\.,?|a (?:period|span|total|stretch) of|in (?:all|total),?)\s+)?|\s*\(|\s+[–—]\s+)$/i.test(between) && /^[\s).,;:–—]|^$/.test(after) : /^\s+$/.test(between) && period.form === 'dash';
  }
  const between = text.slice(duration.span.end, period.span.start);
  return duration.noun === null ? (period.form === 'to' ? /^\s*\(\s*$/ : /^(?:\s+|\s*,\s+|\s*\(\s*)$/).test(between) : /^(?:\s+(?:[\p{L}]+\s+){0,2}?(?:for|of|covering|running|,)?\s*|,\s+|\s*\(|:\s+)$/iu.test(between);
};

/** Both ways of counting are right: with the last year or without it. */
const fits = ({ count, unit, qualifier }: Duration, period: Period): boolean => {
  const { years, months } = lengthOf(period);
  const length = unit === 'year' ? years : months;
  if (length === null) return true;
  // A period that begins in one month and ends in another lasts a part of a year less or more.
  const slack = unit === 'year' && months !== null ? 1 : 0;
  const least = length - slack - (qualifier === 'about' ? 1 : 0);
  const most = length + 1 + slack + (qualifier === 'about' ? 1 : 0);
  if (qualifier === 'more') return count <= most;
  if (qualifier === 'less') return count >= least;
  return count >= least && count <= most;
};

const yearPattern = '((?:1[5-9]|20|21)\\d\\d)(?![\\d/]|[–-]\\d)';
const inMonth = '(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\\s+)?';
/** "ten years after 2011, in 2020"; "in 2020, ten years after the flood of 2011". */
const afterPatterns: readonly { readonly before: RegExp | null; readonly after: RegExp }[] = [
  { before: null, after: new RegExp(`^\\s+(after|before)\\s+(?:[\\p{L}’'-]+\\s+){0,6}?${yearPattern},?\\s+in\\s+${yearPattern}`, 'iu') },
  { before: new RegExp(`\\bin\\s+${yearPattern},?\\s+(?:only\\s+|just\\s+|some\\s+)?$`, 'iu'), after: new RegExp(`^\\s+(after|before)\\s+(?:[\\p{L}’'-]+\\s+){0,6}?${yearPattern}`, 'iu') },
  { before: new RegExp(`\\b(?:in|of|since)\\s+${inMonth}${yearPattern}[^.;:\\d]{0,60}$`, 'iu'), after: new RegExp(`^\\s+(later|earlier),?\\s+in\\s+${inMonth}${yearPattern}`, 'iu') },
];

function* betweenYears(text: DateText, durations: readonly Duration[]): Iterable<DateFault> {
  for (const duration of durations) {
    if (duration.unit !== 'year' || duration.noun !== null) continue;
    const pair = yearsAround(text.text, duration);
    if (!pair) continue;
    const [first, second] = pair;
    const length = second - first;
    // Between two months a year more or less may be full.
    const slack = (duration.qualifier === null ? 0 : 1) + (hasTwoMonths(text.text, duration) ? 1 : 0);
    if (length <= 0 || Math.abs(length - duration.count) <= slack || Math.abs(length - duration.count) > Math.max(5, length / 2)) continue;
    yield faultOf(text, duration, `${first} to ${second}`, null, [length]);
  }
}

const monthsPattern = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?=\s+(?:1[5-9]|20|21)\d\d)/gu;

/** Two different ones, or one on one side alone. */
const hasTwoMonths = (text: string, { span }: Duration): boolean => {
  const [before] = [...text.slice(Math.max(0, span.start - 80), span.start).matchAll(monthsPattern)].reverse();
  const [after] = text.slice(span.end, span.end + 60).matchAll(monthsPattern);
  return before?.[0] !== after?.[0];
};

const yearsAround = (text: string, { span }: Duration): readonly [number, number] | null => {
  const before = text.slice(Math.max(0, span.start - 80), span.start);
  const after = text.slice(span.end, span.end + 100);
  for (const pattern of afterPatterns) {
    const behind = pattern.after.exec(after);
    const ahead = pattern.before?.exec(before) ?? null;
    if (!behind || (pattern.before && !ahead)) continue;
    const isForward = /after|later/i.test(behind[1] ?? '');
    const [a, b] = ahead ? [Number(ahead[1]), Number(behind[2])] : [Number(behind[2]), Number(behind[3])];
    // "in 2020, ten years after 2011" names the later year first.
    const isLaterFirst = ahead !== null && /after|before/i.test(behind[1] ?? '');
    const [start, end] = isLaterFirst ? [b, a] : [a, b];
    return isForward ? [start, end] : [end, start];
  }
  return null;
};

/** "in the 15 years since 2010", against the brief's own date. */
function* sinceYears(text: DateText, durations: readonly Duration[], written: number): Iterable<DateFault> {
  for (const duration of durations) {
    if (duration.unit !== 'year' || duration.noun !== null) continue;
    const since = new RegExp(`^\\s+since\\s+(?:[\\p{L}’'-]+\\s+){0,2}?${yearPattern}`, 'iu').exec(text.text.slice(duration.span.end, duration.span.end + 50)) ?? new RegExp(`\\bsince\\s+${yearPattern},\\s+(?:for\\s+|or\\s+)?$`, 'iu').exec(text.text.slice(Math.max(0, duration.span.start - 30), duration.span.start));
    const year = Number(since?.[1] ?? Number.NaN);
    const length = written - year;
    if (Number.isNaN(length) || length <= 0 || Math.abs(length - duration.count) <= (duration.qualifier === null ? 1 : 2) || Math.abs(length - duration.count) > Math.max(5, length / 2)) continue;
    yield faultOf(text, duration, `${year} to ${written}, the date of the brief,`, null, [length]);
  }
}

/** `right`: every count that would do. A period counts with its last month or year or without it. */
const faultOf = ({ place }: DateText, duration: Duration, period: string, related: Span | null, right: readonly number[]): DateFault => {
  const { number, numberStart, count, unit } = duration;
  const span = related === null ? duration.span : spanOf(Math.min(related.start, duration.span.start), Math.max(related.end, duration.span.end));
  return {
    span: place(span),
    level: 'computed',
    message: `${period} is ${right.join(' or ')} ${unit}${right.at(-1) === 1 ? '' : 's'}, not ${count}`,
    related: [],
    fixes: right
      .filter((value) => value >= 2)
      .map((value) => ({ title: `Change "${number}" to "${writeCount(value, number)}"`, safe: false, edits: [{ span: place(spanOf(numberStart, numberStart + number.length)), newText: writeCount(value, number) }] })),
  };
};
