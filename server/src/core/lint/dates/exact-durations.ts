/**
 * Weeks that the two full dates beside them contradict.
 *
 *     The eight-week consultation ran from 12 May 2024 to 9 June 2024.
 */
import { spanOf, type Span } from '../../text/span';
import { countOf, writeCount } from '../counts/count-words';
import { daysInMonth } from './calendar';
import type { DateFault } from './date-fault';
import { faultsInTexts, type DateText } from './date-texts';
import { findWrittenDates, withSharedYears, type WrittenDate } from './written-date';

const number = '(?<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|[2-9]|[1-5]\\d)';
/** What stands around the two dates, which are "@" and "#". */
const patterns: readonly RegExp[] = [
  // The eight-week consultation ran from @ to #
  String.raw`(?<![\p{L}\p{N}.,-])${number}-week (?:\p{Ll}+ ){1,2}(?:ran|runs|was held|was open|lasted|took place|was in the field)(?: from)? @ (?:to|until|till|and|through) #`,
  // Fieldwork ran for ten weeks, from @ to #; lasted ten weeks (@ to #)
  String.raw`\b(?:for|lasted|lasts|took|ran|over) ${number} weeks,? ?\(?(?:from |between )?@ ?(?:to|until|till|and|through|–|—|-) ?#`,
  // ran from @ to #, ten weeks
  String.raw`\b(?:from|between) @ (?:to|until|till|and|through) #, (?:for |or |a period of |in all |that is,? )?${number} weeks(?! (?:later|after|before|earlier|longer|more|less|ago))`,
  // opened on @ and closed eight weeks later, on #
  String.raw`\bon @(?:,| and| and was| but)? [\p{L} ]{3,30}? ${number} weeks later,? on #`,
].map((source) => new RegExp(source, 'u'));

export const exactDurations = faultsInTexts(function* (text: DateText): Iterable<DateFault> {
  if (!text.text.includes('week')) return;
  const dates = withSharedYears(text.text, findWrittenDates(text.text));
  for (const [i, from] of dates.entries()) {
    const to = dates[i + 1];
    const fault = to && faultOf(text, from, to);
    if (fault) yield fault;
  }
});

const around = 80;

const faultOf = ({ text, place }: DateText, from: WrittenDate, to: WrittenDate): DateFault | null => {
  const days = daysBetween(from, to);
  if (days === null || days <= 0) return null;
  const start = Math.max(0, startOf(from) - around);
  const written = `${text.slice(start, startOf(from))}@${text.slice(from.span.end, startOf(to))}#${text.slice(to.span.end, to.span.end + around)}`.replace(/\s/gu, ' ');
  for (const pattern of patterns) {
    const match = pattern.exec(written);
    const said = match?.groups?.['number'] ?? '';
    const count = countOf(said);
    if (!match || count === null) continue;
    // The last week may be begun only, or the first day be counted as well.
    if (Math.abs(days - 7 * count) <= slack) return null;
    const span = spanIn(written, match, said, start, from, to);
    const right = Math.round(days / 7);
    return { span: place(span.whole), level: 'computed', message: `${from.text} to ${to.text} is ${String(right)} ${right === 1 ? 'week' : 'weeks'}, not ${said}`, related: [], fixes: right < 2 ? [] : [{ title: `Change "${said}" to "${writeCount(right, said)}"`, safe: false, edits: [{ span: place(span.number), newText: writeCount(right, said) }] }] };
  }
  return null;
};
/** In days. */
const slack = 7;

/** Back from the words with "@" and "#" to those of the text. */
const spanIn = (written: string, match: RegExpExecArray, said: string, start: number, from: WrittenDate, to: WrittenDate): { readonly whole: Span; readonly number: Span } => {
  const at = match.index + match[0].search(new RegExp(`(?<![\\p{L}\\p{N}])${said}(?=[ -]week)`, 'u'));
  const [first, second] = [written.indexOf('@'), written.indexOf('#')];
  const offset = at < first ? start + at : at < second ? from.span.end + (at - first - 1) : to.span.end + (at - second - 1);
  return { whole: spanOf(Math.min(offset, startOf(from)), Math.max(to.span.end, offset + said.length)), number: spanOf(offset, offset + said.length) };
};

const startOf = ({ span, weekday }: WrittenDate): number => Math.min(span.start, weekday?.span.start ?? span.start);

const daysBetween = (from: WrittenDate, to: WrittenDate): number | null => {
  const [a, b] = [dayNumber(from), dayNumber(to)];
  return a === null || b === null ? null : b - a;
};

/** Days since a day long ago. */
const dayNumber = ({ year, month, day }: WrittenDate): number | null => {
  if (year === null || month === null || day === null || month < 1 || month > 12) return null;
  let days = 365 * (year - 1) + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);
  for (let before = 1; before < month; before++) days += daysInMonth(before, year);
  return days + day;
};
