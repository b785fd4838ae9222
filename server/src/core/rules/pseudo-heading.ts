import { lineBreakOf, ownBlocks } from '../lint/brief-places';
import { shorten } from '../lint/message-words';
import { defineRule, type Edit, type RuleFinding } from '../lint/rule';
import type { Brief, Heading, Section } from '../model/brief';
import { parseDate } from '../text/dates';
import { containsSpan, overlaps, spanOf, type Span } from '../text/span';

export const pseudoHeading = defineRule({
  meta: {
    name: 'pseudo-heading',
    group: 'structure',
    title: 'Line that acts as a heading without being one',
    levels: { line: 'hint' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A line in bold, in capitals or in title case that stands where a heading stands but has no `#` in front.',
      why: 'Outlines, tables of contents, screen readers and converters only know marked headings.',
      how: 'Put `##` in front of the line, with as many `#` as its level has.',
      limits: ['In pasted text without blank lines there is one finding for all such lines.', 'The level is a guess from the heading above.'],
      authority: 'IDRC, How to write a policy brief',
      flagged: [{ text: '## Findings\n\nThree things stand out.\n\n**Prices rose faster in the north**\n\nA basket costs EUR 40 there.\n\nIn the south it costs EUR 31.\n' }],
      clean: [{ text: '## Findings\n\n**Prices.** A basket costs EUR 40 in the north.\n\n### The south\n\nThere it costs EUR 31.\n' }],
    },
  },
  *check({ brief }) {
    const headings = brief.sections.filter((section) => section.heading !== null && isUnmarked(section.heading) && isHeadingIndeed(brief, section, section.heading)).map(({ heading }) => heading);
    const found = headings.filter((heading) => heading !== null);
    if (brief.isLineStructured) {
      const first = found[0];
      if (first) yield oneForAll(brief, first, found);
      return;
    }
    for (const heading of found) {
      yield {
        span: heading.textSpan,
        level: 'line',
        message: `"${shorten(heading.text)}" looks like a heading and has no # in front`,
        fixes: [{ title: `Make "${shorten(heading.text, 40)}" a heading of level ${heading.level}`, safe: false, edits: [markEdit(brief, heading)] }],
      };
    }
  },
});

const oneForAll = (brief: Brief, first: Heading, all: readonly Heading[]): RuleFinding => ({
  span: first.textSpan,
  level: 'line',
  message: all.length === 1 ? `"${shorten(first.text)}" looks like a heading and has no # in front` : `${all.length} lines look like headings and have no # in front, "${shorten(first.text)}" is the first`,
  fixes: [
    {
      title: `Mark the heading${all.length === 1 ? '' : `s (${all.length})`} with # and put blank lines between the paragraphs`,
      safe: false,
      edits: toMarkdown(brief, all),
    },
  ],
});

/** Marks alone would make it ordinary Markdown, in which lines without a blank line between them are one paragraph. */
const toMarkdown = (brief: Brief, all: readonly Heading[]): readonly Edit[] => {
  const marks = new Map(all.map((heading) => [heading.span.start, markEdit(brief, heading)]));
  const starts = [...brief.sections.flatMap(({ heading }) => (heading ? [heading.span.start] : [])), ...brief.blocks.map(({ span }) => span.start)];
  const edits: Edit[] = [];
  for (const start of [...new Set(starts)].sort((a, b) => a - b)) {
    const gap = /[^\s][ \t]*\r?\n[ \t]*$/.test(brief.text.slice(Math.max(0, start - 40), start)) ? lineBreakOf(brief) : '';
    const mark = marks.get(start);
    if (mark) edits.push({ ...mark, newText: gap + mark.newText });
    else if (gap !== '') edits.push({ span: spanOf(start, start), newText: gap });
  }
  return edits;
};

const isUnmarked = ({ style }: Heading): boolean => style === 'bold' || style === 'emoji-capitals' || style === 'title-line';

const isHeadingIndeed = (brief: Brief, section: Section, heading: Heading): boolean => {
  const text = heading.text.trim();
  // A lead-in, a question of a question-and-answer list, a stressed sentence, the title of a display.
  if (/[:?.!…]["”’)]?$/.test(text) || /^(?:table|figure|fig\.|box|chart|map|exhibit|annex|source|note)s?\b\W*\d*/i.test(text)) return false;
  if (isByline(brief, heading.span) || parseDate(text) !== null || isUnderTitle(brief, section)) return false;
  const first = ownBlocks(brief, section)[0];
  const isTitleOfDisplay = first?.kind === 'table' || first?.kind === 'image';
  return !(isTitleOfDisplay && section.keys.length === 0 && !brief.isLineStructured);
};

/** Author, date and place stand in bold under many titles. */
const isByline = (brief: Brief, span: Span): boolean => {
  const { author, date, frontMatter } = brief.metadata;
  for (const value of [author, date]) {
    if (value && !(frontMatter && containsSpan(frontMatter.span, value.span)) && overlaps(span, value.span)) return true;
  }
  return /^\W*(?:by|author|date|prepared|submitted|published|version|draft|contact|to|from|subject|re)\b/i.test(brief.text.slice(span.start, span.end).replace(/^[*_\s]+/, ''));
};

/** Names, offices and places that follow the title at once, before any text. */
const isUnderTitle = (brief: Brief, section: Section): boolean => {
  if (section.heading?.style !== 'bold' || section.keys.length > 0 || section.index < 2) return false;
  const before = brief.sections.slice(0, section.index);
  return before[1]?.heading?.level === 1 && before.every(({ blocks, keys }) => blocks.length === 0 && keys.length === 0);
};

/** Without the bold marks, which a heading does not need. */
const markEdit = (brief: Brief, heading: Heading): Edit => {
  const words = brief.text.slice(heading.textSpan.start, heading.textSpan.end).trim();
  return { span: heading.span, newText: `${'#'.repeat(Math.min(Math.max(heading.level, 2), 6))} ${words}` };
};
