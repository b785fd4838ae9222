import type { Citation } from '../text/citation';
import { containsSpan } from '../text/span';
import type { Block, MetadataValue, ParagraphBlock, Section, SourceLineBlock, TableBlock } from './brief';

/** A source line or note reaches over so many blocks between it and its table: a note, an image, another source line. */
const reachBelow = 2;
const reachAbove = 3;

/** Ties source lines to the data that they cover, and tables to their source lines and notes. */
export function withNeighbours(blocks: readonly Block[], sections: readonly Section[]): readonly Block[] {
  const lines = blocks.map((block) => (block.kind === 'source-line' ? { ...block, covers: coveredBy(block, blocks) ?? calloutAbove(block, blocks, sections) } : block));
  return lines.map((block) => (block.kind === 'table' ? withSources(block, lines) : block));
}

const isData = (block: Block): boolean =>
  ['table', 'image', 'html', 'code', 'list', 'quote', 'math'].includes(block.kind) || (block.kind === 'paragraph' && block.sentences.some((sentence) => sentence.quantities.length > 0 || sentence.quotations.length > 0));

/** What a source line is about: the data above it in its section (past notes and other source lines), else a table right below. */
function coveredBy(line: SourceLineBlock, blocks: readonly Block[]): number | null {
  for (let i = line.index - 1; i >= 0 && i >= line.index - reachAbove; i--) {
    const block = blocks[i];
    if (block?.section !== line.section) break;
    if (isData(block)) return block.index;
    if (block.kind === 'paragraph' && !isNote(block)) {
      // "Source: …" under plain prose covers that prose where nothing nearer is there.
      return block.sentences.length > 0 ? block.index : null;
    }
  }
  const next = blocks[line.index + 1];
  return next?.section === line.section && (next.kind === 'table' || next.kind === 'image') ? next.index : null;
}

/** A line right below a callout, outside of it: the callout's last block. */
function calloutAbove(line: SourceLineBlock, blocks: readonly Block[], sections: readonly Section[]): number | null {
  const before = blocks[line.index - 1];
  const section = sections[before?.section ?? -1];
  return section?.heading?.style === 'callout' && section.parent === line.section ? section.blocks.at(-1) ?? null : null;
}

const isNote = (block: Block): boolean => block.kind === 'source-line' || (block.kind === 'paragraph' && /^\s*(?:notes?\b|\*|†|[a-z]\))/i.test(block.text));

function withSources(table: TableBlock, blocks: readonly Block[]): TableBlock {
  const sourceLines: number[] = [];
  const notes: MetadataValue[] = [];
  const citations: Citation[] = [];
  for (const block of blocks.slice(Math.max(0, table.index - reachAbove), table.index + 1 + reachBelow)) {
    if (block.section !== table.section) continue;
    if (block.kind === 'source-line' && (block.covers === table.index || block.index > table.index) && noTableBetween(blocks, table, block.index)) {
      if (block.isNote) notes.push({ value: block.text, span: block.span });
      if (!block.isNote || block.citations.length > 0) sourceLines.push(block.index);
    } else if (block.index === table.index + 1 && block.kind === 'paragraph' && (isNote(block) || namesOrigin(block))) {
      notes.push({ value: block.text, span: block.span });
      citations.push(...block.sentences.flatMap((sentence) => sentence.citations));
    }
  }
  const title = blocks[table.index - 1];
  const titled = title?.kind === 'paragraph' && table.caption && containsSpan(title.span, table.caption.span) ? title.sentences.flatMap((sentence) => sentence.citations) : [];
  return { ...table, sourceLines, notes, citations: [...titled, ...table.citations, ...citations] };
}

/** "Based on World Bank (2024).", "Source - World Bank", "(PBS, 2025)": a short line right below that says where the figures are from. */
function namesOrigin({ text, sentences, span }: ParagraphBlock): boolean {
  if (text.length > longestOrigin) return false;
  if (/^\W*(?:(?:data )?sources?\b(?!\s+(?:of|close|said|say|told))|(?:adapted|compiled|taken|derived|drawn|calculated|data) from\b|based (?:up)?on\b)/i.test(text)) return true;
  const cited = sentences.flatMap((sentence) => sentence.citations).reduce((sum, citation) => sum + citation.span.end - citation.span.start, 0);
  return sentences.length === 1 && cited > 0 && span.end - span.start - cited <= longestRemark;
}

const longestOrigin = 150;
/** Beside citations such a line has room for ", own reading", not for a sentence. */
const longestRemark = 25;

/** Nor the title of another one, whose table may be lost; a table without a title above may have it below. */
function noTableBetween(blocks: readonly Block[], table: TableBlock, line: number): boolean {
  const between = blocks.slice(Math.min(table.index, line) + 1, Math.max(table.index, line));
  return between.every((block) => block.kind !== 'table' && !(block.kind === 'paragraph' && block.index > table.index && isTitleOfAnother(block, table)));
}

const isTitleOfAnother = ({ text, span }: ParagraphBlock, { caption }: TableBlock): boolean =>
  caption !== null && !containsSpan(span, caption.span) && /^\W*table\s+[A-Z]?\d+(?:\.\d+)*\s*(?:[.:–—|-]|$)/i.test(text);
