import type { Nodes, RootContent } from 'mdast';
import { sliceOf, type Span } from '../text/span';
import { parsedLead, type ParsedBlocks } from './block-parser';
import { labelKey } from './watched-labels';

/**
 * A run of whole top-level blocks that is read without looking at the rest of the text: it begins, in the first column and below a blank line,
 * where the parser had closed all that stood before.
 *
 *     ## Wages⏎⏎              a part
 *     They rose.[^1]⏎⏎        a part
 *     - In the north⏎⏎- In the south⏎⏎[^1]: …     two parts: the blank line within the list cuts nothing
 *
 * Kept as the same object from parse to parse while its text and the labels that it asks for stay as they are, wherever it moves:
 * what is made of a part may be kept under it.
 */
export interface TreePart {
  /** As Markdown was made to read it (`findRegions`). */
  readonly masked: string;
  /** As it stands in the document. */
  readonly source: string;
  /** Offsets count from the part's start. Lines and columns mean nothing. */
  readonly nodes: readonly RootContent[];
  /** Of the links and notes that it defines. */
  readonly definitions: readonly LabelDefinition[];
  /** Keys of the labels that its parse asked the rest of the document for, and maybe others. */
  readonly asked: ReadonlySet<string>;
}

export interface LabelDefinition {
  readonly key: string;
  /** null for a note. */
  readonly address: string | null;
}

export interface PlacedPart {
  readonly part: TreePart;
  readonly start: number;
}

/** A document on the way to its tree: `masked` is `source` without what remark would misread, and as long. */
export interface MaskedText {
  readonly source: string;
  readonly masked: string;
}

export interface Stretch extends MaskedText, Span {}

/** The parts of a stretch that begins where a part may begin. Nodes behind its end are left out. */
export function cutParts(stretch: Stretch, { nodes, asked }: ParsedBlocks): PlacedPart[] {
  const parts: PlacedPart[] = [];
  let start = stretch.start;
  let own: RootContent[] = [];
  const finishPart = (end: number): void => {
    parts.push(placePart({ ...stretch, start, end }, { nodes: own, asked }, start - stretch.start));
  };
  for (const node of nodes) {
    const at = startOf(node, stretch);
    if (at >= stretch.end) break;
    if (canPart(own.at(-1), node, stretch.masked[at]) && canCut(stretch.masked, at)) {
      finishPart(at);
      [start, own] = [at, []];
    }
    own.push(node);
  }
  finishPart(stretch.end);
  return parts;
}

/** Is all of the stretch closed at its end, so that what stands there is read as it would be by itself? */
export function isClosed(stretch: Stretch, { nodes }: ParsedBlocks): boolean {
  if (stretch.end === stretch.masked.length) return true;
  const next = nodes.findIndex((node) => startOf(node, stretch) === stretch.end);
  const node = nodes[next];
  return node !== undefined && canPart(nodes[next - 1], node, stretch.masked[stretch.end]);
}

/**
 * Are two neighbours read without regard to each other? Behind indented code micromark takes a list for one that interrupts it, which must not begin
 * with 2 or an empty item. A heading of several lines begins, in mdast, with the definitions above it.
 */
const canPart = (before: RootContent | undefined, node: RootContent, first: string | undefined): boolean =>
  before !== undefined && !(before.type === 'code' && mayBeginContainer(first)) && (before.position?.end.offset ?? 0) <= (node.position?.start.offset ?? 0);

const startOf = (node: RootContent, stretch: Stretch): number => stretch.start - parsedLead + (node.position?.start.offset ?? 0);

/** As much of the line at `offset` as it takes to see, and to let the parser see, what becomes of the blocks above. */
export function probeAt(masked: string, offset: number): string {
  const line = /[^\r\n]*/y;
  line.lastIndex = offset;
  const text = line.exec(masked)?.[0] ?? '';
  return /^\p{L}/u.exec(text)?.[0] ?? text;
}

/** Does a line below a blank one begin here, in the first column? */
export function canCut(masked: string, at: number): boolean {
  if (at === 0) return true;
  if (!isLineBreak(masked[at - 1]) || /[ \t\r\n]/.test(masked[at] ?? ' ')) return false;
  let before = at - (masked[at - 1] === '\n' && masked[at - 2] === '\r' ? 2 : 1);
  while (before > 0 && (masked[before - 1] === ' ' || masked[before - 1] === '\t')) before--;
  return before === 0 || isLineBreak(masked[before - 1]);
}

const isLineBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';

/** May a line that begins so begin an item or a note, and so go on with a list before it, or close it in another way than other lines do? */
export const mayBeginContainer = (character: string | undefined): boolean => character !== undefined && /[-+*\d[]/.test(character);

/** `lead`: where the part begins in the text that was parsed. */
export function placePart(stretch: Stretch, { nodes, asked }: ParsedBlocks, lead: number): PlacedPart {
  const definitions: LabelDefinition[] = [];
  for (const node of nodes) finish(node, -lead - parsedLead, definitions);
  const source = ownCopy(sliceOf(stretch.source, stretch));
  const masked = sliceOf(stretch.masked, stretch);
  return { start: stretch.start, part: { source, masked: masked === source ? source : ownCopy(masked), nodes, definitions, asked } };
}

/** A slice would keep the whole text in memory that it was cut from, and each part may be from another version of it. */
const ownCopy = (text: string): string => ` ${text}`.slice(1);

/** Moves the nodes and collects what they define. */
function finish(node: Nodes, by: number, definitions: LabelDefinition[]): void {
  shift(node, by);
  if (node.type === 'definition') definitions.push({ key: labelKey('link', node.identifier.toLowerCase()), address: node.url });
  else if (node.type === 'footnoteDefinition') definitions.push({ key: labelKey('note', node.identifier.toLowerCase()), address: null });
  if ('children' in node) for (const child of node.children) finish(child, by, definitions);
}

function shift(node: Nodes, by: number): void {
  if (node.position) {
    node.position.start.offset = (node.position.start.offset ?? 0) + by;
    node.position.end.offset = (node.position.end.offset ?? 0) + by;
  }
  if (node.type === 'text' && node.data?.segments) {
    node.data.segments = node.data.segments.map((segment) => ({ ...segment, source: segment.source + by }));
  }
}
