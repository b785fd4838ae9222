import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import type { Block, Brief, ParagraphBlock, SourceLineBlock } from '../model/brief';
import { containsSpan } from '../text/span';

export const orphanSourceLine = defineRule({
  meta: {
    name: 'orphan-source-line',
    group: 'structure',
    title: 'Source line with nothing to cover',
    levels: { nothing: 'warning' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A line "Source: …" between a heading and the next with no table, figure, list or text that it could be the source of, or right below the title of a table that is not there.',
      why: 'The data that the line belongs to was lost, or the works it names support nothing in the brief.',
      how: 'Put the data back, cite the works where their facts stand, or delete the line.',
      limits: [
        'A line "Note: …" is not checked.',
        'A source line under a quotation is read as its attribution, one under a paragraph as the paragraph\'s source, whatever it says.',
      ],
      authority: 'Pakistan Development Review, instructions for authors (source directly below the table)',
      flagged: [{ text: '## Key facts\n\nSources: Statistics Office (2023), Harbour Board (2024)\n\n## Background\n\nThe port opened in 1931.\n' }],
      clean: [{ text: '## Key facts\n\n- 412 ships called in 2023.\n- 61% of them were ferries.\n\nSource: Harbour Board (2024)\n' }],
    },
  },
  *check({ brief }) {
    for (const line of brief.sourceLines) {
      if (line.isNote || standsInReferences(brief, line)) continue;
      const title = lostTableTitle(brief, line);
      if (title) {
        yield { span: line.span, level: 'nothing', message: `Between "${shorten(title.text, 50)}" and "${shorten(line.text, 50)}" there is no table`, related: [{ span: title.span, message: shorten(title.text) }] };
        continue;
      }
      const neighbours = [brief.blocks[line.index - 1], brief.blocks[line.index + 1]];
      if (line.covers !== null || neighbours.some((block) => block?.section === line.section && holdsData(block))) continue;
      yield { span: line.span, level: 'nothing', message: `Nothing here for "${shorten(line.text)}" to be the source of` };
    }
  },
});

/** "Table 2. Ships by year" right above the line, and no table before or behind the two. */
const lostTableTitle = (brief: Brief, line: SourceLineBlock): ParagraphBlock | null => {
  const title = brief.blocks[line.index - 1];
  if (title?.kind !== 'paragraph' || title.section !== line.section || title.text.length > 200 || !tableTitle.test(title.text)) return null;
  const around = [brief.blocks[line.index - 2], brief.blocks[line.index + 1]];
  return around.some((block) => block?.section === line.section && isDisplayOf(block, title)) ? null : title;
};

/** A table that has a title of its own does not share the next one's. */
const isDisplayOf = (block: Block, title: ParagraphBlock): boolean =>
  displays.includes(block.kind) && !(block.kind === 'table' && block.index < title.index && block.caption !== null && !containsSpan(title.span, block.caption.span));

const displays: readonly Block['kind'][] = ['table', 'source-line', 'image', 'html', 'code', 'directive', 'math'];

/** Its number ends in a stop or stands alone: "Table 2 shows" is a sentence. */
const tableTitle = /^\W*table\s+[A-Z]?\d+(?:\.\d+)*\s*(?:[.:–—|-]|$)/i;

const standsInReferences = (brief: Brief, line: SourceLineBlock): boolean => {
  const section = brief.sections[line.section];
  return line.section === brief.referenceSection || (section?.inheritedKeys.some((key) => key === 'references' || key === 'further-reading') ?? false);
};

/** What a source line can belong to, above or below it. */
const holdsData = (block: Block): boolean => {
  switch (block.kind) {
    case 'table':
    case 'list':
    case 'quote':
    case 'code':
    case 'image':
    case 'math':
    case 'html':
    case 'directive':
      return true;
    case 'paragraph':
      return true;
    case 'source-line':
    case 'break':
    case 'comment':
    case 'definition':
      return false;
  }
};
