import { ParseMemory } from './parse-memory';
import { findRegions, type Region } from './regions';
import type { PlacedPart } from './tree-parts';

/** A document's tree, in parts. Offsets of the regions count into the text that was parsed, those of nodes from the start of their part. */
export interface MarkdownTree {
  readonly parts: readonly PlacedPart[];
  readonly regions: readonly Region[];
  readonly isLineStructured: boolean;
}

/** `text` is without a byte-order mark. Never throws: whatever it is, it is Markdown. `memory` is kept by the caller from version to version. */
export function parseMarkdown(text: string, memory = new ParseMemory()): MarkdownTree {
  const { regions, masked } = findRegions(text);
  const { parts, isLineStructured } = memory.read({ source: text, masked: joinBrokenRows(masked) });
  return { parts, regions, isLineStructured };
}

/**
 * Rows put together from a file with Windows line ends keep a carriage return in their last cell. To Markdown it ends the line and the table is gone;
 * a lone bar on a line has no other meaning. The length stays.
 */
const joinBrokenRows = (text: string): string => (text.includes('\r') ? text.replace(/\r(?=[ \t]*\|[ \t]*(?:\r?\n|$))/g, ' ') : text);
