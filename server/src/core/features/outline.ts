import type { Brief, HeadingStyle, Section } from '../model/brief';
import type { Span } from '../text/span';

/** An entry of the outline; its children lie inside its span. */
export interface OutlineEntry {
  readonly kind: 'section' | 'table';
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineEntry[];
}

/**
 * Only what an editor's own Markdown outline lacks: sections whose heading is a bold line, capitals with an emoji, a title line, a callout, a fenced
 * div or HTML, and tables that have a title. Headings with `#` or an underline would otherwise stand there twice.
 */
export const buildOutline = (brief: Brief): readonly OutlineEntry[] => brief.sections.filter((section) => section.parent === null).flatMap((section) => entriesOf(brief, section));

const stylesOfEditors: ReadonlySet<HeadingStyle> = new Set(['atx', 'setext']);

const entriesOf = (brief: Brief, section: Section): readonly OutlineEntry[] => {
  const tables = section.blocks.flatMap((index) => tableEntryOf(brief, index));
  const below = section.children.flatMap((index) => {
    const child = brief.sections[index];
    return child === undefined ? [] : entriesOf(brief, child);
  });
  const children = [...tables, ...below].sort((a, b) => a.span.start - b.span.start);
  const { heading } = section;
  if (heading === null || stylesOfEditors.has(heading.style)) return children;
  const name = heading.text.trim();
  if (name === '') return children;
  return [{ kind: 'section', name, span: section.span, nameSpan: heading.textSpan, children }];
};

const tableEntryOf = (brief: Brief, index: number): readonly OutlineEntry[] => {
  const block = brief.blocks[index];
  if (block?.kind !== 'table' || block.caption === null || block.caption.value.trim() === '') return [];
  const { caption, span } = block;
  const whole = { start: Math.min(caption.span.start, span.start), end: Math.max(caption.span.end, span.end) };
  return [{ kind: 'table', name: caption.value.trim(), span: whole, nameSpan: caption.span, children: [] }];
};
