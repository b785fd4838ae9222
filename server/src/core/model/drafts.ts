import type { Span } from '../text/span';
import type { HeadingStyle } from './brief';
import type { Prose } from './prose';

/** What the tree says, in document order, before headings have levels and blocks have sections. Offsets count from the start of a part of the tree (`lay-drafts.ts`). */
export type Draft =
  | HeadingDraft
  | { readonly kind: 'enter'; readonly title: HeadingDraft | null; readonly span: Span }
  | { readonly kind: 'exit'; readonly span: Span }
  | BlockDraft;

export interface HeadingDraft {
  readonly kind: 'heading';
  readonly span: Span;
  readonly textSpan: Span;
  readonly text: string;
  readonly style: HeadingStyle;
  /** 1..6 where the form says so. */
  readonly level: number | null;
  /** Its words with links and note marks; null where a div's class stands for a title. */
  readonly prose: Prose | null;
}

export interface ItemDraft {
  readonly span: Span;
  readonly depth: number;
  readonly isChecked: boolean | null;
  readonly proses: readonly Prose[];
}

export interface TableDraft {
  readonly kind: 'table';
  readonly span: Span;
  readonly syntax: 'pipe' | 'html';
  readonly head: readonly Prose[];
  readonly rows: readonly (readonly Prose[])[];
  readonly caption: Prose | null;
}

export type BlockDraft =
  | { readonly kind: 'paragraph' | 'source-line'; readonly span: Span; readonly prose: Prose }
  | { readonly kind: 'list'; readonly span: Span; readonly isOrdered: boolean; readonly items: readonly ItemDraft[] }
  /** `wordsStart`: behind what precedes the first words, such as a comment. */
  | { readonly kind: 'quote'; readonly span: Span; readonly wordsStart: number; readonly proses: readonly Prose[] }
  | TableDraft
  | { readonly kind: 'code'; readonly span: Span; readonly language: string | null }
  | { readonly kind: 'footnote'; readonly span: Span; readonly label: string; readonly prose: Prose }
  /** Captions and paragraphs between the tags. */
  | { readonly kind: 'image' | 'html'; readonly span: Span; readonly proses: readonly Prose[]; readonly hasUnreadWords: boolean }
  | { readonly kind: 'break' | 'math' | 'definition' | 'directive' | 'comment'; readonly span: Span };

/** The words of a block, piece by piece. */
export function prosesOf(draft: BlockDraft): readonly Prose[] {
  switch (draft.kind) {
    case 'paragraph':
    case 'source-line':
    case 'footnote':
      return [draft.prose];
    case 'quote':
    case 'image':
    case 'html':
      return draft.proses;
    case 'list':
      return draft.items.flatMap((item) => item.proses);
    case 'table':
      return [...draft.head, ...draft.rows.flat()];
    default:
      return [];
  }
}
