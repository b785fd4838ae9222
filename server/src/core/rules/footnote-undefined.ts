import { includesOtherFiles } from '../lint/brief-places';
import { defineRule, type Fix } from '../lint/rule';
import { lineBreakOf } from '../lint/brief-places';
import type { Brief, FootnoteMark } from '../model/brief';
import { spanOf } from '../text/span';

export const footnoteUndefined = defineRule({
  meta: {
    name: 'footnote-undefined',
    group: 'citations',
    title: 'Note mark without a note',
    levels: { undefined: 'error', empty: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A mark such as `[^4]` for which no line `[^4]: …` says what the note is; at the level `empty`, a note without text.',
      why: 'The mark is printed as it stands, and the source that it was to name is missing.',
      how: 'Write the note, or remove the mark.',
      limits: ['Nothing is reported in a file that takes in others: the note may stand there.', 'Marks in headings and in raw HTML are not seen.'],
      authority: null,
      flagged: [{ text: 'Rents rose by a tenth.[^1] Wages did not.[^2]\n\n[^1]: Housing Board (2024), *Rents*.\n' }],
      clean: [{ text: 'Rents rose by a tenth.[^1]\n\n[^1]: Housing Board (2024), *Rents*.\n' }],
    },
  },
  *check({ brief }) {
    if (includesOtherFiles(brief)) return;
    for (const mark of brief.undefinedFootnotes) {
      yield { span: mark.span, level: 'undefined', message: `No note has the label "${mark.label}"`, fixes: [addNote(brief, mark), { title: `Remove the mark [^${mark.label}]`, safe: false, edits: [{ span: mark.span, newText: '' }] }] };
    }
    for (const note of brief.footnotes) {
      const source = brief.text.slice(note.span.start, note.span.end).replace(/^\[\^[^\]]*\]:/, '');
      // Words on the next line, though Markdown does not take them for the note.
      const next = /^[ \t]*\r?\n[ \t]*(?!\[\^)\S/.test(brief.text.slice(note.span.end));
      if (source.trim() === '' && !next) yield { span: note.span, level: 'empty', message: `The note "${note.label}" has no text` };
    }
  },
});

/** Among the other notes, else at the end. A label used twice needs one note only. */
const addNote = (brief: Brief, { label }: FootnoteMark): Fix => {
  const lineBreak = lineBreakOf(brief);
  const last = brief.footnotes.at(-1);
  const end = last === undefined ? brief.text.trimEnd().length : last.span.end;
  return { title: `Add a note [^${label}], to be completed`, safe: false, edits: [{ span: spanOf(end, end), newText: `${lineBreak}${last === undefined ? lineBreak : ''}[^${label}]: [Insert source]` }] };
};
