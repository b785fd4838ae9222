import { includesOtherFiles } from '../lint/brief-places';
import { defineRule } from '../lint/rule';
import type { Brief, FootnoteDefinition } from '../model/brief';
import { spanOf, type Span } from '../text/span';

export const footnoteUnused = defineRule({
  meta: {
    name: 'footnote-unused',
    group: 'citations',
    title: 'Note that no mark calls',
    levels: { unused: 'information', repeated: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A note `[^4]: …` whose mark `[^4]` stands nowhere; at the level `repeated`, a second note with a label that is taken.',
      why: 'A note that nothing calls is not printed, and its source is lost to readers.',
      how: 'Put the mark where the note belongs, or delete the note; give a repeated note a label of its own.',
      limits: ['A mark counts wherever it stands, also in raw HTML.', 'Nothing is reported in a file that takes in others.'],
      authority: null,
      flagged: [{ text: 'Rents rose by a tenth.[^1]\n\n[^1]: Housing Board (2024), *Rents*.\n[^2]: Labour Office (2023), *Wages*.\n' }],
      clean: [{ text: 'Rents rose by a tenth.[^1]\n\n[^1]: Housing Board (2024), *Rents*.\n' }],
    },
  },
  *check({ brief }) {
    if (includesOtherFiles(brief)) return;
    const called = calledLabels(brief);
    const first = new Map<string, FootnoteDefinition>();
    for (const note of brief.footnotes) {
      const label = note.label.toLowerCase();
      const earlier = first.get(label);
      if (earlier !== undefined) {
        yield { span: labelSpan(brief, note), level: 'repeated', message: `"${note.label}" is the label of another note too, and this one is not printed`, related: [{ span: labelSpan(brief, earlier), message: 'the other note' }] };
        continue;
      }
      first.set(label, note);
      if (called.has(label)) continue;
      yield {
        span: labelSpan(brief, note),
        level: 'unused',
        message: `Nothing calls the note "${note.label}"`,
        isUnnecessary: true,
        fixes: [{ title: `Remove the note "${note.label}"`, safe: false, edits: [{ span: withLine(brief, note.span), newText: '' }] }],
      };
    }
  },
});

/** Every `[^label]` that is not the beginning of a definition. */
const calledLabels = ({ text, footnotes }: Brief): ReadonlySet<string> => {
  const definitions = new Set(footnotes.map(({ span }) => span.start + Math.max(0, text.slice(span.start, span.end).indexOf('[^'))));
  const marks = [...text.matchAll(/\[\^([^\]\s[]{1,200})\]/g)].filter(({ index }) => !definitions.has(index));
  return new Set(marks.map((match) => (match[1] ?? '').toLowerCase()));
};

const labelSpan = ({ text }: Brief, { span }: FootnoteDefinition): Span => {
  const end = text.indexOf(']', span.start);
  return end < 0 || end > span.end ? span : spanOf(span.start, end + 1);
};

/** With the line end that follows. */
const withLine = ({ text }: Brief, span: Span): Span => spanOf(span.start, span.end + (/^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(span.end))?.[0].length ?? 0));
