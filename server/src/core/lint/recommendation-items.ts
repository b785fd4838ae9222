import type { Block, Brief, ListBlock, ListItem, Section, Sentence, TableBlock, TableCell } from '../model/brief';
import { sentencesByPlace } from '../model/by-place';
import type { Quantity } from '../text/quantity';
import type { Span } from '../text/span';
import { proseOf } from './find-cues';
import { isImperative } from './imperatives';
import { findPlaceholders } from './placeholders';
import { recommendationKeys, sectionAndAncestors } from './sections';
import { columnOf, type PlanColumn } from './plan-columns';

/**
 * One thing that a brief advises, with the words that may say who, when and at what cost: its own, its row's, and those around it.
 *
 *     ## Recommendations for the regulator       headings
 *     By June 2027:                              surroundings
 *     1. Publish the register.                   one item
 */
export interface RecommendationItem {
  /** The sentence that advises, the heading or the cell. */
  readonly span: Span;
  readonly opening: string;
  /** All its words, without citations: later sentences and sub-items too. */
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** Headings above it, up to that of the recommendations. */
  readonly headings: readonly string[];
  /** Paragraphs around the list that are no items themselves. */
  readonly surroundings: readonly string[];
  /** Cells of its row, by what their column is for; a column that is missing has no entry. */
  readonly cells: ReadonlyMap<PlanColumn, string>;
  /** What columns of other tables in the section are filled for: an action plan beside the list. */
  readonly planned: ReadonlySet<PlanColumn>;
}

export function recommendationItems(brief: Brief): readonly RecommendationItem[] {
  return brief.sections.flatMap((section) => (isAdvice(section) ? itemsOfSection(brief, section) : [])).filter((item) => !isUnfilled(item.text));
}

/** "[Insert a recommendation]": a placeholder and hardly a word besides. */
function isUnfilled(text: string): boolean {
  const placeholders = findPlaceholders(text);
  const placeholderLength = placeholders.reduce((sum, { span }) => sum + span.end - span.start, 0);
  return placeholders.length > 0 && placeholderLength > text.length / 2;
}

const isAdvice = (section: Section): boolean => section.inheritedKeys.some((key) => recommendationKeys.has(key));

function itemsOfSection(brief: Brief, section: Section): readonly RecommendationItem[] {
  const blocks = section.blocks.map((index) => brief.blocks[index]).filter((block) => block !== undefined);
  const around = surroundingsOf(brief, section);
  if (isHeadingItem(brief, section)) return [headingItem(brief, section, blocks, around)].flatMap((item) => item ?? []);
  if ([...sectionAndAncestors(brief, section)].some((ancestor) => isHeadingItem(brief, ancestor))) return [];
  const drafts = blocks.flatMap((block) => draftsOfBlock(section, block));
  if (drafts.length > 0) return drafts.map((draft) => ({ ...around, cells: new Map(), ...draft, headings: [...around.headings, ...draft.headings] }));
  return blocks.flatMap((block) => (block.kind === 'table' ? rowItems(block, around) : []));
}

type Draft = Pick<RecommendationItem, 'span' | 'opening' | 'text' | 'quantities' | 'headings'>;
type Around = Pick<RecommendationItem, 'headings' | 'surroundings' | 'planned'>;

function draftOf(sentences: readonly Sentence[], headings: readonly string[]): Draft | undefined {
  const first = sentences[0];
  if (first === undefined) return undefined;
  return {
    span: first.span,
    opening: first.text,
    text: sentences.map(proseOf).join(' '),
    quantities: sentences.flatMap((sentence) => sentence.quantities),
    headings,
  };
}

function draftsOfBlock(section: Section, block: Block): readonly Draft[] {
  if (block.kind === 'list') return draftsOfList(block);
  if (block.kind !== 'paragraph' || !isParagraphItem(section, block.sentences)) return [];
  const draft = draftOf(block.sentences, block.label === null ? [] : [block.label]);
  return draft === undefined ? [] : [draft];
}

function isParagraphItem(section: Section, sentences: readonly Sentence[]): boolean {
  const first = sentences[0]?.text ?? '';
  if (first === '' || /:\s*$/.test(first) || sentences[0]?.isQuestion === true) return false;
  if (/^(?:all|these|those|each|both|the (?:above|following|steps|measures|actions|recommendations|proposals|costs?|cost))\b/i.test(first)) return false;
  // A heading like "Conclusion and way forward" holds prose; only an outright recommendation counts there.
  const isMixed = section.keys.includes('conclusion') || section.keys.includes('summary');
  return isMixed ? /^(?:we recommend|recommendation\s*\d)/i.test(first) : isImperative(first) || hasAdvice(first);
}

/** Items of the outermost depth, each with its sub-items; where the outer item is a mere label, the inner ones. What is ticked off is done. */
function draftsOfList(list: ListBlock): readonly Draft[] {
  const top = Math.min(...list.items.map((item) => item.depth));
  const groups = groupByDepth(list.items, top).filter(([head]) => head?.isChecked !== true);
  const drafts: { readonly draft: Draft; readonly isAdvice: boolean }[] = [];
  for (const [head, ...children] of groups) {
    if (head === undefined) continue;
    const inner = children.length > 0 && isLabelOnly(head) ? groupByDepth(children, head.depth + 1) : [[head, ...children]];
    for (const group of inner) {
      const headings = [...(group[0] === head ? [] : [head.text]), ...group.flatMap((item) => item.label ?? [])];
      const draft = draftOf(group.flatMap((item) => item.sentences), headings);
      if (draft !== undefined) drafts.push({ draft, isAdvice: isImperative(draft.opening) || hasAdvice(draft.text) });
    }
  }
  // "A fund for small towns" advises only in company: most of its neighbours must be plain recommendations.
  const isPlan = drafts.filter((entry) => entry.isAdvice).length * 2 > drafts.length;
  return drafts.filter((entry) => isPlan || entry.isAdvice).map((entry) => entry.draft);
}

function groupByDepth(items: readonly ListItem[], depth: number): readonly (readonly ListItem[])[] {
  const groups: ListItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.depth <= depth || last === undefined) groups.push([item]);
    else last.push(item);
  }
  return groups;
}

const isLabelOnly = (item: ListItem): boolean => {
  const own = item.sentences[0]?.text ?? item.text;
  return /:\s*$/.test(own) || (!isImperative(own) && !hasAdvice(own) && own.split(/\s+/).length <= 8);
};

const hasAdvice = (text: string): boolean => /\b(?:should|must|shall|ought to|needs? to|(?:is|are) to|we (?:recommend|propose|urge)|recommend(?:s|ed)? that)\b/i.test(text);

function surroundingsOf(brief: Brief, section: Section): Around {
  const headings: string[] = [];
  const surroundings: string[] = [];
  const planned = new Set<PlanColumn>();
  for (const ancestor of sectionAndAncestors(brief, section)) {
    if (!isAdvice(ancestor)) break;
    if (ancestor.heading !== null) headings.push(ancestor.heading.text);
    const blocks = ancestor.blocks.map((index) => brief.blocks[index]).filter((block) => block !== undefined);
    for (const block of blocks) {
      if (block.kind === 'paragraph' && !isParagraphItem(ancestor, block.sentences)) surroundings.push(block.sentences.map(proseOf).join(' '));
      if (block.kind === 'table') for (const column of filledColumns(block)) planned.add(column);
    }
  }
  return { headings, surroundings, planned };
}

/** "### 1. Set up a joint committee" with its details below is one recommendation. */
function isHeadingItem(brief: Brief, section: Section): boolean {
  const parent = section.parent === null ? undefined : brief.sections[section.parent];
  if (section.heading === null || parent === undefined || !isAdvice(parent) || section.keys.some((key) => recommendationKeys.has(key))) return false;
  return isImperative(section.heading.text) || /^\W*recommendation\s+\d/i.test(section.heading.text);
}

function headingItem(brief: Brief, section: Section, blocks: readonly Block[], around: Around): RecommendationItem | undefined {
  const heading = section.heading;
  if (heading === null) return undefined;
  const sentences = sentencesByPlace(brief).overlapping(section.bodySpan).filter((sentence) => sentence.span.start >= section.bodySpan.start && sentence.span.end <= section.bodySpan.end);
  const cells = new Map<PlanColumn, string>();
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => cellsOf(block, row)) : []));
  for (const row of rows) for (const [column, text] of row) if (!cells.has(column)) cells.set(column, text);
  return {
    ...around,
    headings: around.headings.slice(1),
    span: heading.textSpan,
    opening: heading.text,
    text: [heading.text, ...sentences.map(proseOf)].join('. '),
    quantities: sentences.flatMap((sentence) => sentence.quantities),
    cells,
  };
}

function rowItems(table: TableBlock, around: Around): readonly RecommendationItem[] {
  const action = table.head.find((cell) => columnOf(cell.text) === 'action');
  if (action === undefined) return [];
  return table.rows.flatMap((row) => {
    const cell = row.find((candidate) => candidate.column === action.column);
    if (cell === undefined || cell.text.trim() === '') return [];
    const text = row.map((other) => other.text).join('; ');
    return [{ ...around, planned: new Set<PlanColumn>(), span: cell.span, opening: cell.text, text, quantities: row.flatMap((other) => other.quantities), cells: cellsOf(table, row) }];
  });
}

function cellsOf(table: TableBlock, row: readonly TableCell[]): ReadonlyMap<PlanColumn, string> {
  const cells = new Map<PlanColumn, string>();
  for (const head of table.head) {
    const column = columnOf(head.text);
    const text = row.find((cell) => cell.column === head.column)?.text.trim() ?? '';
    if (column !== undefined && !/^(?:[-–—?.…]*|n\/?a|tbc|tbd|none)$/i.test(text)) cells.set(column, text);
  }
  return cells;
}

const filledColumns = (table: TableBlock): ReadonlySet<PlanColumn> => new Set(table.rows.flatMap((row) => [...cellsOf(table, row).keys()]));
