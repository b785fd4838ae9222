/**
 * Lengths of time that are counted from one event: the first draft cannot come after the final one, and one thing has one deadline.
 *
 *     The draft is due within 90 days of the hearing, and the final report within 60 days of the hearing.
 */
import type { Brief } from '../../model/brief';
import { readSentences, someOf } from '../../model/sentence-memory';
import { contentLemmas } from '../../model/figures/lemmas';
import { sourceSpan } from '../find-cues';
import { spanOf, type Span } from '../../text/span';
import { countOf } from '../counts/count-words';
import type { DateFault } from './date-fault';

interface Deadline {
  /** In hours. */
  readonly length: number;
  readonly text: string;
  readonly span: Span;
  /** What it is counted from. */
  readonly anchor: string;
  /** What is done by then. */
  readonly lead: string;
  readonly stage: 'first' | 'last' | null;
}

const pattern = /\bwithin\s+(two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3})\s+(hours?|days?|weeks?|months?|years?)\s+(?:of|after|from)\s+((?:(?!\b(?:and|but|or|with|while)\b)[^,;:.()\d]){3,60})/giu;
const hours: ReadonlyMap<string, number> = new Map([['hour', 1], ['day', 24], ['week', 168], ['month', 730], ['year', 8760]]);
const firstStage = /\b(?:initial\w*|first|draft|preliminary|provisional\w*|interim)\b/iu;
const lastStage = /\b(?:final\w*|complete[dl]?y?|full|definitive)\b/iu;
/** "Thus", "then", "after corrections": what was first has been gone over. */
const goesOn = /\b(?:thus|then|finally|after|later|corrected|ultimately)\b/iu;

export function* deadlineOrder(brief: Brief): Iterable<DateFault> {
  const known = new Map<string, Deadline[]>();
  for (const { sentence, found } of deadlines(brief)) {
    for (const one of found) {
      const deadline = { ...one, span: sourceSpan(sentence, one.span.start, one.span.end) };
      const key = `${String(sentence.section)} ${deadline.anchor}`;
      const others = known.get(key) ?? [];
      const other = others.find((one) => isOutOfOrder(one, deadline));
      if (other) yield faultOf(deadline, other);
      known.set(key, [...others, deadline]);
    }
  }
}

const deadlines = readSentences(({ text, container }) => (container === 'quote' || !/\bwithin\b/i.test(text) ? null : someOf(deadlinesIn(text))));

/** Spans count into the text. */
const deadlinesIn = (text: string): readonly Deadline[] => {
  let from = 0;
  return Array.from(text.matchAll(pattern), (match): Deadline => {
    const [whole, number = '', unit = '', anchor = ''] = match;
    const lead = text.slice(from, match.index);
    from = match.index + whole.length;
    const end = match.index + whole.search(/\s+(?:of|after|from)\s/iu);
    const start = match.index + whole.indexOf(number, 6);
    return {
      length: (countOf(number) ?? Number(number)) * (hours.get(unit.toLowerCase().replace(/s$/u, '')) ?? 0),
      text: text.slice(start, end),
      span: spanOf(start, end),
      anchor: contentLemmas(anchor).join(' '),
      lead,
      stage: firstStage.test(lead) ? 'first' : lastStage.test(lead) ? 'last' : goesOn.test(lead) ? 'last' : null,
    };
  }).filter(({ anchor }) => anchor !== '');
};

/** The first stage takes longer than the last. */
const isOutOfOrder = (a: Deadline, b: Deadline): boolean => {
  const [first, last] = a.stage === 'first' ? [a, b] : [b, a];
  return first.stage === 'first' && last.stage === 'last' && first.length > last.length && sharesThing(first, last);
};

/** "The draft report … the final report": of one work. */
const sharesThing = (first: Deadline, last: Deadline): boolean => {
  const [own, other] = [first, last].map(({ lead }) => new Set(lead.toLowerCase().match(/\p{L}{4,}/gu)));
  return [...(own ?? [])].some((word) => other?.has(word) === true && !anyWork.has(word));
};
/** What is done with any work. */
const anyWork: ReadonlySet<string> = new Set('sent made must will shall should then with from within that this when each both submitted published finished delivered complete completed decided issued full final draft initial first paid provided received'.split(' '));

const faultOf = (deadline: Deadline, other: Deadline): DateFault => {
  const [first, last] = deadline.stage === 'first' ? [deadline, other] : [other, deadline];
  return {
    span: deadline.span,
    level: 'event',
    message: `The first stage takes ${first.text} and the last ${last.text}, both counted from the same event`,
    related: [{ span: other.span, message: other.text }],
    fixes: [],
  };
};
