/** The running words of a brief that dates are read in: sentences, headings, cells, source lines' notes left out. */
import type { Brief } from '../../model/brief';
import { readSentences, readTables, someOf } from '../../model/sentence-memory';
import { rememberByWords } from '../../text/remember-by-words';
import { sliceOf, spanOf, type Span } from '../../text/span';
import type { DateFault } from './date-fault';

export interface DateText {
  readonly text: string;
  readonly kind: 'sentence' | 'heading' | 'cell';
  /** Into the brief. */
  readonly place: (span: Span) => Span;
}

/** A text, and what was found in it: offsets count into the text. */
export interface ReadText<Found> {
  readonly text: DateText;
  readonly found: Found;
}

/** The texts of a brief in which `read` finds something. It is asked once about the same words, and told nothing of where they stand. */
export const readDateTexts = <Found extends object>(read: (text: string, kind: DateText['kind']) => Found | null): ((brief: Brief) => readonly ReadText<Found>[]) => {
  const inSentences = readSentences(({ text, container }) => (container === 'footnote' ? null : read(text, 'sentence')));
  const inHeading = rememberByWords((text) => read(text, 'heading'));
  const inTables = readTables((table) => {
    const cells = cellsOf(table).flatMap(({ text }, at) => {
      const found = read(text, 'cell');
      return found === null ? [] : [{ at, found }];
    });
    return someOf(cells);
  });
  return (brief) => {
    const texts = inSentences(brief).map(({ sentence: { text, toSource }, found }): ReadText<Found> => ({ text: { text, kind: 'sentence', place: ({ start, end }) => spanOf(toSource(start), toSource(end - 1) + 1) }, found }));
    for (const { heading } of brief.sections) {
      const found = heading && inHeading(heading.text);
      if (heading && found) texts.push({ text: { text: heading.text, kind: 'heading', place: placeIn(brief.text, heading.textSpan, heading.text) }, found });
    }
    for (const { table, found: inCells } of inTables(brief)) {
      const cells = cellsOf(table);
      for (const { at, found } of inCells) {
        const cell = cells[at];
        if (cell) texts.push({ text: { text: cell.text, kind: 'cell', place: placeIn(brief.text, cell.span, cell.text) }, found });
      }
    }
    return texts;
  };
};

/** Faults that the words of a text show by themselves. */
export const faultsInTexts = (find: (text: DateText) => Iterable<DateFault>): ((brief: Brief) => readonly DateFault[]) => {
  const read = readDateTexts((text, kind) => someOf([...find({ text, kind, place: (span) => span })]));
  return (brief) => read(brief).flatMap(({ text: { place }, found }) => found.map((fault) => placed(fault, place)));
};

const placed = (fault: DateFault, place: DateText['place']): DateFault => ({
  ...fault,
  span: place(fault.span),
  related: fault.related.map((related) => ({ ...related, span: place(related.span) })),
  fixes: fault.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: place(edit.span) })) })),
});

const cellsOf = ({ head, rows }: Pick<Brief['tables'][number], 'head' | 'rows'>): Brief['tables'][number]['head'] => [...head, ...rows.flat()];

/** Exact where the words stand there as they are; else the whole of it. */
const placeIn = (text: string, whole: Span, words: string): DateText['place'] => {
  const at = sliceOf(text, whole).indexOf(words);
  return at < 0 || words === '' ? () => whole : ({ start, end }) => spanOf(whole.start + at + start, whole.start + at + end);
};
