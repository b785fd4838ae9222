import { shorten } from '../lint/message-words';
import { findPlaceholders } from '../lint/placeholders';
import { defineRule } from '../lint/rule';
import type { Brief } from '../model/brief';
import { spanOf, type Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';

export const placeholderLeftIn = defineRule({
  meta: {
    name: 'placeholder-left-in',
    group: 'structure',
    title: 'Placeholder left in the text',
    levels: { placeholder: 'warning' },
    fix: 'none',
    options: {
      openTasks: { type: 'boolean', default: false, description: 'Look into list items with an open box (`- [ ]`) as well.' },
    },
    docs: {
      what: 'Words that were meant to be replaced: TODO, TBC, XX%, "[insert date]", "(Source, Year)", lorem ipsum, an empty link, a mark of a snippet.',
      why: 'A placeholder in a finished brief tells every reader that nobody read it to the end.',
      how: 'Replace it, or delete the sentence.',
      limits: ['Code, comments and mathematics are left alone.', 'An acronym that the brief defines is no placeholder, even if it is TBC.', 'Square brackets count only when they hold a known instruction or name of a blank.'],
      authority: null,
      flagged: [{ text: 'The levy brings in XX% of the budget.\n' }, { text: 'Output fell by 3% [insert source].\n' }],
      clean: [{ text: 'The levy brings in 4% of the budget.\n' }, { text: 'The Toronto Bus Company (TBC) ran 40 lines. The TBC closed in 1998.\n' }],
    },
  },
  *check({ brief, options }) {
    const hidden = createSpanIndex(hiddenSpans(brief, options['openTasks'] === true).map((span) => ({ span })));
    const acronyms = new Set(brief.acronymDefinitions.map(({ acronym }) => acronym));
    for (const { span, text } of findPlaceholders(brief.text)) {
      if (hidden.meets(span) || acronyms.has(text)) continue;
      yield { span, level: 'placeholder', message: `"${shorten(text)}" is a placeholder` };
    }
  },
});

/** Where such words are meant as they stand. */
const hiddenSpans = (brief: Brief, withOpenTasks: boolean): readonly Span[] => {
  const spans = brief.comments.map(({ span }) => span);
  for (const block of brief.blocks) {
    if (block.kind === 'code' || block.kind === 'math' || block.kind === 'comment') spans.push(block.span);
    if (block.kind === 'list' && !withOpenTasks) for (const item of block.items) if (item.isChecked !== null) spans.push(item.span);
  }
  if (brief.text.includes('`')) for (const match of brief.text.matchAll(/(?<!`)(`{1,2})(?!`)[^`\n]{1,300}\1(?!`)/g)) spans.push(spanOf(match.index, match.index + match[0].length));
  return spans;
};
