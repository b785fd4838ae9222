/** Where in a brief things stand and where something can be put: first line, end, what a section holds. */
import type { Block, Brief, Section } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import { sliceOf, spanOf, type Span } from '../text/span';

/** The line end that the file uses. */
export const lineBreakOf = (brief: Brief): string => (brief.text.includes('\r\n') ? '\r\n' : '\n');

/** The first line that has words, front matter and comments left out; empty at 0 for an empty text. */
export const firstLineSpan = (brief: Brief): Span => {
  let start = brief.metadata.frontMatter?.span.end ?? 0;
  let next = 0;
  for (;;) {
    const offset = brief.text.slice(start).search(/\S/);
    if (offset < 0) return spanOf(0, 0);
    while ((brief.comments[next]?.span.start ?? Infinity) < start + offset) next++;
    const comment = brief.comments[next];
    if (comment?.span.start !== start + offset) return lineSpanAt(brief, start + offset);
    start = comment.span.end;
  }
};

/** The line around an offset, without its end and the blanks beside it. */
export const lineSpanAt = (brief: Brief, offset: number): Span => {
  const lineStart = Math.max(brief.text.lastIndexOf('\n', offset - 1), brief.text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = brief.text.slice(lineStart).search(/[\r\n]/);
  const line = rest < 0 ? brief.text.slice(lineStart) : brief.text.slice(lineStart, lineStart + rest);
  const leading = line.length - line.trimStart().length;
  return spanOf(lineStart + leading, lineStart + line.trimEnd().length);
};

/** What stands for the brief as a whole: its title, else its first line. */
export const briefMark = (brief: Brief): Span => brief.metadata.title?.span ?? firstLineSpan(brief);

/** The section's own blocks and those of the sections in it, in order. */
export const blocksBelow = (brief: Brief, section: Section): readonly Block[] => {
  const found: Block[] = [];
  const sections: Section[] = [section];
  for (let next = sections.shift(); next !== undefined; next = sections.shift()) {
    found.push(...ownBlocks(brief, next));
    for (const child of next.children) {
      const childSection = brief.sections[child];
      if (childSection) sections.push(childSection);
    }
  }
  return found.sort((a, b) => a.index - b.index);
};

export const ownBlocks = (brief: Brief, section: Section): readonly Block[] =>
  section.blocks.map((index) => brief.blocks[index]).filter((block) => block !== undefined);

/** The heading that holds the brief's title. */
export const isTitleSection = (brief: Brief, section: Section): boolean => {
  const { title } = brief.metadata;
  const { heading } = section;
  if (!heading) return false;
  if (title && heading.span.start <= title.span.start && title.span.end <= heading.span.end) return true;
  // A title in front matter is often written out once more above the text; one that begins with a section's name ("Options for …") is a title too.
  const isOnlyFirstLevel = section.index === 1 && heading.level === 1 && brief.sections.filter((other) => other.heading?.level === 1).length === 1;
  return isOnlyFirstLevel && (section.keys.length === 0 || heading.normalized.split(' ').length >= 4);
};

/** The words of a block as a reader sees them; its source where it has none of its own. */
export const textOfBlock = (brief: Brief, block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
    case 'source-line':
      return block.text;
    case 'list':
      return block.items.map(({ text }) => text).join('\n');
    case 'table':
    case 'code':
    case 'image':
    case 'break':
    case 'math':
    case 'html':
    case 'comment':
    case 'definition':
    case 'directive':
      return sliceOf(brief.text, block.span);
  }
};

/** Parts of the brief may stand in other files that are put in when it is built. */
export const includesOtherFiles = rememberByBrief((brief) =>
  /^[ \t]*(?:\{\{<\s*include\b|\{%\s*include\b|!include\b|\\(?:input|include)\{|::include\b|<!--\s*#?include\b)/m.test(brief.text),
);
