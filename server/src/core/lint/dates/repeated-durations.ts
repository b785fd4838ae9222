/** "two-week cycles … Each of these three-week cycles": a length taken up again as another. */
import type { Brief } from '../../model/brief';
import { readSentences, someOf } from '../../model/sentence-memory';
import { sourceSpan } from '../find-cues';
import { spanOf, type Span } from '../../text/span';
import { countOf, singularOf, writeCount } from '../counts/count-words';
import type { DateFault } from './date-fault';

interface Compound {
  readonly count: number;
  readonly number: string;
  readonly text: string;
  readonly key: string;
  readonly isTakenUp: boolean;
  readonly span: Span;
  readonly numberSpan: Span;
}

const compoundPattern = /(?<![\p{L}\p{N}.,-])(?:(these|those|this|that|each such)\s+)?(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|[1-9]\d?)-(day|week|month|year|hour)\s+(?:(?!the\b)\p{Ll}+\s){0,1}?(\p{L}{3,})/giu;
/** A section further back may have been about another cycle. */
const reach = 40;

export function* repeatedDurations(brief: Brief): Iterable<DateFault> {
  const known = new Map<string, Map<number, { readonly at: number; readonly section: number; readonly compound: Compound }>>();
  for (const { sentence, found } of compounds(brief)) {
    const place = ({ start, end }: Span): Span => sourceSpan(sentence, start, end);
    for (const one of found) {
      const compound = { ...one, span: place(one.span), numberSpan: place(one.numberSpan) };
      const byCount = known.get(compound.key) ?? new Map<number, { at: number; section: number; compound: Compound }>();
      known.set(compound.key, byCount);
      const own = byCount.get(compound.count);
      const near = [...byCount.values()].filter(({ at, section }) => section === sentence.section && sentence.index - at <= reach);
      const [other] = near;
      if (compound.isTakenUp && own?.section !== sentence.section && near.length === 1 && other) yield faultOf(compound, other.compound);
      byCount.set(compound.count, { at: sentence.index, section: sentence.section, compound });
    }
  }
}

const compounds = readSentences(({ text }) => (text.includes('-') ? someOf(compoundsOf(text)) : null));

/** Spans count into the text. */
const compoundsOf = (text: string): readonly Compound[] =>
  Array.from(text.matchAll(compoundPattern), (match) => {
    const [whole, pointer, number = '', unit = '', noun = ''] = match;
    const start = match.index + (pointer === undefined ? 0 : whole.indexOf(number, pointer.length));
    const end = match.index + whole.length;
    return {
      count: countOf(number) ?? Number.NaN,
      number,
      text: text.slice(start, end),
      key: `${unit.toLowerCase()} ${singularOf(noun) ?? noun.toLowerCase()}`,
      isTakenUp: pointer !== undefined,
      span: spanOf(start, end),
      numberSpan: spanOf(start, start + number.length),
    };
  });

const faultOf = (compound: Compound, other: Compound): DateFault => {
  const newText = writeCount(other.count, compound.number);
  return {
    span: compound.span,
    level: 'event',
    message: `"${compound.text}" takes up "${other.text}" further up`,
    related: [{ span: other.span, message: other.text }],
    fixes: [{ title: `Change "${compound.number}" to "${newText}"`, safe: false, edits: [{ span: compound.numberSpan, newText }] }],
  };
};
