import type { Nodes } from 'mdast';
import type { Vocabulary } from '../profiles/vocabulary';
import type { MarkdownTree } from '../syntax/markdown';
import type { Region } from '../syntax/regions';
import type { TreePart } from '../syntax/tree-parts';
import { labelKey } from '../syntax/watched-labels';
import { shiftSpan, spanOf, type Span } from '../text/span';
import type { Comment } from './brief';
import { draftNodes } from './draft-blocks';
import type { Draft, HeadingDraft, TableDraft } from './drafts';
import { readHtmlTable } from './html-table';
import { spanOfNode } from './prose';

/** A draft whose offsets count from `start`: it is the same object wherever the part moves that it was read from. */
export interface LaidDraft {
  readonly draft: Draft;
  readonly start: number;
}

export interface LaidOut {
  readonly drafts: readonly LaidDraft[];
  /** HTML comments, wherever Markdown takes them for HTML: not in code. */
  readonly comments: readonly Comment[];
}

/** What one part of the tree says, and what that depends on beside the part. */
interface PartDrafts {
  readonly drafts: readonly Draft[];
  readonly comments: readonly Comment[];
  readonly vocabulary: Vocabulary;
  readonly isLineStructured: boolean;
  /** Where the link labels that it uses lead. */
  readonly addresses: ReadonlyMap<string, string | undefined>;
}

/** Drafts of the parts of a tree and of its HTML tables, kept as long as these are. */
export class DraftMemory {
  readonly #byPart = new WeakMap<TreePart, PartDrafts>();
  #tables = new Map<string, TableDraft>();

  layOut(text: string, tree: MarkdownTree, vocabulary: Vocabulary): LaidOut {
    const addresses = addressesOf(tree);
    const drafts: LaidDraft[] = [];
    const comments: Comment[] = [];
    for (const { part, start } of tree.parts) {
      const own = this.#draftsOf(part, addresses, vocabulary, tree.isLineStructured);
      for (const draft of own.drafts) drafts.push({ draft, start });
      for (const comment of own.comments) comments.push({ ...comment, span: shiftSpan(comment.span, start) });
    }
    for (const { kind, span } of tree.regions) if (kind === 'html-table') comments.push(...commentsIn(text, span));
    return { drafts: mergeRegions(drafts, this.#draftRegions(text, tree.regions, drafts, vocabulary)), comments: comments.sort((a, b) => a.span.start - b.span.start) };
  }

  #draftsOf(part: TreePart, addresses: ReadonlyMap<string, string>, vocabulary: Vocabulary, isLineStructured: boolean): PartDrafts {
    const known = this.#byPart.get(part);
    if (known?.vocabulary === vocabulary && known.isLineStructured === isLineStructured && hasSameAddresses(known, addresses)) return known;
    const used = new Map<string, string | undefined>();
    const addressOf = (identifier: string): string | undefined => {
      const address = addresses.get(labelKey('link', identifier));
      used.set(identifier, address);
      return address;
    };
    const drafts = draftNodes(part.nodes, { source: part.source, addressOf, isLineStructured, vocabulary });
    const made = { drafts, comments: part.source.includes('<!--') ? commentsOf(part) : [], vocabulary, isLineStructured, addresses: used };
    this.#byPart.set(part, made);
    return made;
  }

  /** What `findRegions` took out of the text. */
  #draftRegions(text: string, regions: readonly Region[], drafts: readonly LaidDraft[], vocabulary: Vocabulary): readonly LaidDraft[] {
    const tables = new Map<string, TableDraft>();
    const laid: LaidDraft[] = [];
    for (const region of regions) {
      const { start, end } = region.span;
      const span = spanOf(0, end - start);
      if (region.kind === 'math') laid.push({ start, draft: { kind: 'math', span } });
      else if (region.kind === 'leaf-directive') laid.push({ start, draft: { kind: 'directive', span } });
      else if (region.kind === 'div') {
        const title = titleOfDiv(region, drafts, vocabulary);
        laid.push({ start: 0, draft: { kind: 'enter', title, span: region.openLine } }, { start: 0, draft: { kind: 'exit', span: spanOf(end, end) } });
      } else if (region.kind === 'html-table') {
        const source = text.slice(start, end);
        const draft = this.#tables.get(source) ?? readHtmlTable(source, span);
        tables.set(source, draft);
        laid.push({ start, draft });
      }
    }
    this.#tables = tables;
    return laid;
  }
}

/** Of the definitions with one label, the first counts. */
function addressesOf({ parts }: MarkdownTree): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const { part } of parts) for (const { key, address } of part.definitions) if (address !== null && !addresses.has(key)) addresses.set(key, address);
  return addresses;
}

function hasSameAddresses({ addresses: used }: PartDrafts, addresses: ReadonlyMap<string, string>): boolean {
  for (const [identifier, address] of used) if (addresses.get(labelKey('link', identifier)) !== address) return false;
  return true;
}

function commentsOf({ source, nodes }: TreePart): readonly Comment[] {
  const comments: Comment[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html') comments.push(...commentsIn(source, spanOfNode(node)));
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return comments;
}

const commentsIn = (text: string, { start, end }: Span): readonly Comment[] =>
  [...text.slice(start, end).matchAll(/<!--([\s\S]*?)-->/g)].map((match) => ({ span: spanOf(start + match.index, start + match.index + match[0].length), text: (match[1] ?? '').trim() }));

/** Puts the regions among the drafts, at their place. Stable: at one place, what closes comes before what opens. */
function mergeRegions(drafts: readonly LaidDraft[], regions: readonly LaidDraft[]): readonly LaidDraft[] {
  return regions.length === 0 ? drafts : [...drafts, ...regions].sort((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ draft, start }: LaidDraft): number => start + draft.span.start;

/** A div has a title where it says one, or its class is a section's name and no heading of its own follows. */
function titleOfDiv(region: Extract<Region, { kind: 'div' }>, drafts: readonly LaidDraft[], vocabulary: Vocabulary): HeadingDraft | null {
  const first = drafts.find((laid) => startOf(laid) >= region.openLine.end);
  if (first?.draft.kind === 'heading' && first.start + first.draft.span.end <= region.span.end) return null;
  const text = region.label ?? region.name.replace(/[-_]+/g, ' ');
  if (region.label === null && vocabulary.keysOf(text).length === 0) return null;
  return { kind: 'heading', span: region.openLine, textSpan: region.openLine, text, style: 'div', level: null, prose: null };
}
