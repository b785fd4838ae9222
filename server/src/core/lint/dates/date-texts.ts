/** The running words of a brief that dates are read in: sentences, headings, cells, source lines' notes left out. */
import type { Brief } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { sliceOf, spanOf, type Span } from '../../text/span';

export interface DateText {
  readonly text: string;
  readonly section: number;
  readonly kind: 'sentence' | 'heading' | 'cell';
  /** Into the brief. */
  readonly place: (span: Span) => Span;
}

export const dateTexts = rememberByBrief((brief: Brief): readonly DateText[] => {
  const texts: DateText[] = [];
  for (const { text, section, toSource, container } of brief.sentences) {
    if (container !== 'footnote') texts.push({ text, section, kind: 'sentence', place: ({ start, end }) => spanOf(toSource(start), toSource(end - 1) + 1) });
  }
  for (const { heading, index } of brief.sections) {
    if (heading) texts.push({ text: heading.text, section: index, kind: 'heading', place: placeIn(brief.text, heading.textSpan, heading.text) });
  }
  for (const table of brief.tables) {
    for (const cell of [...table.head, ...table.rows.flat()]) texts.push({ text: cell.text, section: table.section, kind: 'cell', place: placeIn(brief.text, cell.span, cell.text) });
  }
  return texts;
});

/** Exact where the words stand there as they are; else the whole of it. */
const placeIn = (text: string, whole: Span, words: string): DateText['place'] => {
  const at = sliceOf(text, whole).indexOf(words);
  return at < 0 || words === '' ? () => whole : ({ start, end }) => spanOf(whole.start + at + start, whole.start + at + end);
};
