import { lineBreakOf, ownBlocks } from '../lint/brief-places';
import { shorten } from '../lint/message-words';
import { defineRule, type Fix } from '../lint/rule';
import type { Brief, Heading, Section } from '../model/brief';
import { spanOf } from '../text/span';

export const duplicateHeading = defineRule({
  meta: {
    name: 'duplicate-heading',
    group: 'structure',
    title: 'The same heading twice',
    levels: { twice: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'Two headings with the same words in the same part of the brief. Emoji, numbering, punctuation and case do not make a difference.',
      why: 'Readers who look for the section land in the wrong one, and one of the two is often a leftover of copying.',
      how: 'Merge the two sections, or give the second a heading that says what is new in it.',
      limits: ['Headings under different parents may be the same: "Costs" under each option is fine.', 'Bold lines are compared only where they name a section that the vocabulary knows or follow each other at once.'],
      authority: null,
      flagged: [{ text: '## Risks\n\nRain may delay the works.\n\n## Costs\n\nThe works cost EUR 2 million.\n\n## Risks\n\nPrices may rise.\n' }],
      clean: [{ text: '## Option A\n\n### Costs\n\nEUR 2 million.\n\n## Option B\n\n### Costs\n\nEUR 3 million.\n' }],
    },
  },
  *check({ brief }) {
    const firstByPlace = new Map<string, Section>();
    for (const section of brief.sections) {
      const heading = section.heading;
      if (!heading || heading.normalized === '' || isRepeatable(section, heading)) continue;
      const before = brief.sections[section.index - 1];
      const isAtOnce = before?.heading?.normalized === heading.normalized && ownBlocks(brief, before).length === 0;
      const place = `${section.parent ?? -1} ${heading.normalized}`;
      const first = isAtOnce ? before : isComparable(section, heading) ? firstByPlace.get(place) : undefined;
      if (!first && isComparable(section, heading)) firstByPlace.set(place, section);
      if (!first?.heading) continue;
      yield {
        span: heading.textSpan,
        level: 'twice',
        message: isAtOnce ? `"${shorten(heading.text)}" repeats the heading right above it` : `"${shorten(heading.text)}" is the heading of two sections`,
        related: [{ span: first.heading.textSpan, message: `"${shorten(first.heading.text)}"` }],
        fixes: isAtOnce ? [deleteFirst(brief, first.heading, heading)] : [],
      };
    }
  },
});

/** "Sources" may close every chapter. */
const isRepeatable = (section: Section, heading: Heading): boolean =>
  heading.style === 'callout' || heading.style === 'div' || section.keys.includes('references') || section.keys.includes('figure') || /^(?:source|note|box|continued|example)s?\b/.test(heading.normalized);

const isComparable = (section: Section, heading: Heading): boolean => heading.style === 'atx' || heading.style === 'setext' || section.keys.length > 0;

const deleteFirst = (brief: Brief, first: Heading, second: Heading): Fix => {
  const between = brief.text.slice(first.span.end, second.span.start);
  const end = between.trim() === '' ? second.span.start : first.span.end + lineBreakOf(brief).length;
  return { title: `Delete the first "${shorten(first.text, 40)}"`, safe: false, edits: [{ span: spanOf(first.span.start, end), newText: '' }] };
};
