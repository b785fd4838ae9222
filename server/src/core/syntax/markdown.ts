import type { Definition, Nodes, Root, RootContent } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { groupLines, isLineStructured } from './line-structure';
import { findRegions, type Region } from './regions';
import { textSegments } from './text-segments';

/** A document's tree. Offsets of all nodes count into the text that was parsed. */
export interface MarkdownTree {
  readonly children: readonly RootContent[];
  readonly regions: readonly Region[];
  readonly isLineStructured: boolean;
  /** Link definitions, by label as written in lower case. */
  readonly definitions: ReadonlyMap<string, Definition>;
}

/**
 * remark with GFM tables, footnotes and task items. Autolink literals, single-dollar math and text directives stay out, since they
 * misread prose ("cost $5 million in 2024 and $10 million", "ISLAMABAD:Pakistan"); see docs/decisions/0003-markdown.md.
 */
const processor: Processor<Root> = unified()
  .use(remarkParse)
  .use(function addExtensions(this: Processor) {
    const data = this.data();
    data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmTaskListItem()];
    data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmTaskListItemFromMarkdown(), textSegments()];
  })
  .freeze();

/** `text` is without a byte-order mark. Never throws: whatever it is, it is Markdown. */
export function parseMarkdown(text: string): MarkdownTree {
  const found = findRegions(text);
  const { regions } = found;
  const masked = joinBrokenRows(found.masked);
  const lineStructured = isLineStructured(masked);
  const children = lineStructured ? parseGroups(masked) : processor.parse(masked).children;
  const definitions = new Map<string, Definition>();
  for (const node of children) collectDefinitions(node, definitions);
  return { children, regions, isLineStructured: lineStructured, definitions };
}

/**
 * Rows put together from a file with Windows line ends keep a carriage return in their last cell. To Markdown it ends the line and the table is gone;
 * a lone bar on a line has no other meaning. The length stays.
 */
const joinBrokenRows = (text: string): string => (text.includes('\r') ? text.replace(/\r(?=[ \t]*\|[ \t]*(?:\r?\n|$))/g, ' ') : text);

function parseGroups(text: string): RootContent[] {
  return groupLines(text).flatMap((group) => {
    const root = processor.parse(text.slice(group.start, group.end));
    for (const child of root.children) shift(child, group.start);
    return root.children;
  });
}

function shift(node: Nodes, by: number): void {
  if (node.position) {
    node.position.start.offset = (node.position.start.offset ?? 0) + by;
    node.position.end.offset = (node.position.end.offset ?? 0) + by;
  }
  if (node.type === 'text' && node.data?.segments) {
    node.data.segments = node.data.segments.map((segment) => ({ ...segment, source: segment.source + by }));
  }
  if ('children' in node) for (const child of node.children) shift(child, by);
}

function collectDefinitions(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition') {
    const key = node.identifier.toLowerCase();
    if (!definitions.has(key)) definitions.set(key, node);
  } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'table') {
    for (const child of node.children) collectDefinitions(child, definitions);
  }
}
