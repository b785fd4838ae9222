/** Periods that end before they begin. */
import type { Brief } from '../../model/brief';
import { citationsByPlace } from '../../model/by-place';
import type { DateFault } from './date-fault';
import { faultsInTexts, type DateText } from './date-texts';
import { findPeriods, type Period } from './year-span';

/** Talk of moving or comparing dates goes backwards as well. */
const backwards = /\b(?:forward|earlier|sooner|advanc\w*|br(?:ing|ought)|mov(?:e|ed|es|ing)|shift\w*|chang\w*|revis\w*|accelerat\w*|re-?bas\w*|backdat\w*|correct\w*|amend\w*|deadline|targets?|base(?:line)? year|reference year|compar\w*|versus|vs\.?|difference|gap|BCE?|reduced?|back)\b/i;

export const rangeFaults = (brief: Brief): readonly DateFault[] => reversedPeriods(brief).filter(({ span }) => !citationsByPlace(brief).meets(span));

const reversedPeriods = faultsInTexts(function* (text: DateText): Iterable<DateFault> {
  for (const period of findPeriods(text.text)) {
    if (!isReversed(period) || !isPeriod(text, period)) continue;
    yield { span: text.place(period.span), level: 'computed', message: `${period.from.text} is after ${period.to.text}`, related: [], fixes: [swap(text, period)].flatMap((fix) => fix ?? []) };
  }
});

const fiscalPattern = /\b(?:FY|(?:fiscal|financial|tax|academic|school)\s+years?)\s?((?:19|20)\d\d)[/–-](\d\d)(?!\d)/giu;

/** "fiscal year 2023/25": a fiscal year ends in the year after it began. */
export const fiscalYearFaults = faultsInTexts(function* ({ text, place }: DateText): Iterable<DateFault> {
  for (const match of text.matchAll(fiscalPattern)) {
    const [whole, year = '', ending = ''] = match;
    const next = String((Number(year) + 1) % 100).padStart(2, '0');
    const before = String((Number(year) - 1) % 100).padStart(2, '0');
    // "financial years 2019–23" are several; so may be any that lie far apart.
    if (ending === next || /years\s/i.test(whole) || (/[–-]/.test(whole.slice(-3)) && ending !== before)) continue;
    const end = match.index + whole.length;
    const written = whole.slice(whole.indexOf(year));
    yield { span: place({ start: end - written.length, end }), level: 'computed', message: `${written} is no fiscal year: ${year} is followed by ${String(Number(year) + 1)}${ending === before ? ', not the year before' : ''}`, related: [], fixes: [{ title: `Change "${ending}" to "${next}"`, safe: false, edits: [{ span: place({ start: end - 2, end }), newText: next }] }] };
  }
});

const isReversed = ({ from, to, form }: Period): boolean => {
  if (from.year !== to.year) return from.year > to.year && from.year - to.year <= 60;
  // "January–December" names its year once; "10–5 May" is read elsewhere.
  if (from.month === null || to.month === null) return false;
  if (from.month !== to.month) return from.month > to.month && form !== 'to' && hasOwnYear(from.text);
  return from.day !== null && to.day !== null && from.day > to.day;
};

const hasOwnYear = (text: string): boolean => /\d{4}/.test(text);

const isPeriod = ({ text, kind }: DateText, { span, form, from, to }: Period): boolean => {
  if (form === 'to') return false;
  if (form !== 'dash') return !backwards.test(text);
  // Two plain numbers and a dash may be pages or a code; words around say that they are years.
  if (from.month === null && to.month === null && from.isFiscal !== to.isFiscal) return false;
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const after = text.slice(span.end, span.end + 24);
  return !backwards.test(text) && (from.month !== null || kind === 'heading' || /\(\s*$|\b(?:in|from|over|during|period|years?|for|of|between|since|the|covering)\s+$/i.test(before) || /^\s*\)|^\s+(?:period|plan|strategy|programme|average)\b/i.test(after));
};

const swap = ({ text, place }: DateText, { span, from, to }: Period): DateFault['fixes'][number] | null => {
  const written = text.slice(span.start, span.end);
  const first = written.indexOf(from.text);
  const second = written.lastIndexOf(to.text);
  if (first < 0 || second <= first + from.text.length - 1) return null;
  const newText = written.slice(0, first) + to.text + written.slice(first + from.text.length, second) + from.text + written.slice(second + to.text.length);
  return { title: `Change "${written}" to "${newText}"`, safe: false, edits: [{ span: place(span), newText }] };
};
