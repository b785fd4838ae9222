/** What follows a sentence and can be counted: list items, paragraphs with a bold label, headings, "First, … Second, …". */
import type { Block, Brief, ListBlock, Section } from '../../model/brief';
import { spanOf, type Span } from '../../text/span';

export interface ListedThings {
  readonly kind: 'list' | 'labels' | 'headings' | 'ordinals';
  readonly count: number;
  /** Other numbers that can be meant: items with those of the list that goes on, headings without "Conclusion". */
  readonly alsoPossible: readonly number[];
  readonly place: Span;
}

/** The things that come right after a block, in its section. */
export const thingsAfter = (brief: Brief, block: Block): ListedThings | null => {
  const next = nextBlock(brief, block);
  if (next?.kind === 'list') return listThings(brief, next);
  if (next?.kind === 'paragraph' && next.label !== null) return labelThings(brief, next.index, block.section);
  return null;
};

const skipped: ReadonlySet<Block['kind']> = new Set(['comment', 'break', 'source-line']);

export const nextBlock = (brief: Brief, block: Block): Block | null => {
  for (let i = block.index + 1; i < brief.blocks.length; i++) {
    const next = brief.blocks[i];
    if (next?.section !== block.section) return null;
    if (!skipped.has(next.kind)) return next;
  }
  return null;
};

export const topItems = ({ items }: ListBlock): ListBlock['items'] => {
  const depth = Math.min(...items.map((item) => item.depth));
  return items.filter((item) => item.depth === depth && item.text.trim() !== '' && !/^\W*(?:notes?|sources?)\b\s*[:.]/i.test(item.text));
};

/** A list may go on behind a paragraph or a table: then its items together can be what was announced. */
const listThings = (brief: Brief, list: ListBlock): ListedThings | null => {
  const items = topItems(list);
  const [first] = items;
  const last = list.items.at(-1);
  if (!first || !last || items.length < 2) return null;
  const alsoPossible: number[] = [list.items.length, list.items.filter(({ depth }) => depth === first.depth + 1).length];
  let sum = items.length;
  for (let i = list.index + 1; i < brief.blocks.length && i < list.index + 40; i++) {
    const block = brief.blocks[i];
    if (block?.section !== list.section) break;
    if (block.kind !== 'list') continue;
    sum += topItems(block).length;
    alsoPossible.push(sum, topItems(block).length);
  }
  return { kind: 'list', count: items.length, alsoPossible, place: spanOf(first.span.start, last.span.end) };
};

const labelThings = (brief: Brief, from: number, section: number): ListedThings | null => {
  const labelled: Block[] = [];
  let count = 0;
  let isBroken = false;
  const alsoPossible: number[] = [];
  for (let i = from; i < brief.blocks.length && i < from + 120; i++) {
    const block = brief.blocks[i];
    if (block?.section !== section) break;
    if (block.kind !== 'paragraph') continue;
    if (block.label === null || /^(?:notes?|sources?|figure|table|box|example|in short|overall)\b/i.test(block.label)) isBroken = count > 0;
    else {
      if (isBroken) alsoPossible.push(count);
      count++;
      labelled.push(block);
    }
  }
  const [first] = labelled;
  const last = labelled.at(-1);
  return first && last && count >= 2 ? { kind: 'labels', count, alsoPossible, place: spanOf(first.span.start, last.span.end) } : null;
};

const frameHeading = /^(?:comparison|comparing|summary|conclusions?|overview|method(?:s|ology)?|discussion|next steps|recommendations?|recommended|preferred|why|limitations?|background|context|introduction|references|notes?|results?|assessment|evaluation|implications?|data|caveats?|other)\b/i;
const baselineHeading = /\b(?:status quo|baseline|do nothing|no change|business as usual|reference case)\b/i;

/** The sub-headings of a section. */
export const headingThings = (brief: Brief, section: Section): ListedThings | null => {
  const headings = section.children.map((child) => brief.sections[child]?.heading).filter((heading) => heading !== null && heading !== undefined);
  const level = headings[0]?.level;
  const own = headings.filter((heading) => heading.level === level);
  const items = own.filter(({ normalized }) => !frameHeading.test(normalized));
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last || items.length < 2) return null;
  const plain = items.filter(({ normalized }) => !baselineHeading.test(normalized)).length;
  return { kind: 'headings', count: items.length, alsoPossible: [own.length, plain, headings.length], place: spanOf(first.textSpan.start, last.textSpan.end) };
};
