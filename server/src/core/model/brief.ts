import type { AcronymDefinition, Citation, FalseFriend } from '../text/citation';
import type { Quantity } from '../text/quantity';
import type { Span } from '../text/span';
import type { SectionKey } from '../profiles/section-keys';
import type { AliasClasses } from './aliases';

/**
 * Everything that rules and features may know of a document: plain, deeply readonly, every fact with its span of UTF-16 offsets
 * into `text` (which has no byte-order mark; line ends as on disk). Built by `buildBrief`, which never throws.
 */
export interface Brief {
  readonly text: string;
  /** Pasted text without blank lines between paragraphs, read line by line. */
  readonly isLineStructured: boolean;
  readonly metadata: Metadata;
  /** In order of their headings; `sections[0]` is what stands before the first heading and has none. Never empty. */
  readonly sections: readonly Section[];
  /** In document order, also those inside callouts and fenced divs. */
  readonly blocks: readonly Block[];
  /** In document order: paragraphs, list items, quotations, callouts; not headings, tables, source lines, references or code. */
  readonly sentences: readonly Sentence[];
  /** What notes say in the brief's own voice, at the foot or under a list of works: no claims of the text, but readers rely on their figures. Numbered on from `sentences`. */
  readonly noteSentences: readonly Sentence[];
  /** Of prose, notes and table cells, in order. */
  readonly quantities: readonly Quantity[];
  /** Of headings, prose, source lines and table cells, in order. Not those inside the reference list. */
  readonly citations: readonly Citation[];
  readonly falseFriends: readonly FalseFriend[];
  readonly quotations: readonly Quotation[];
  readonly tables: readonly TableBlock[];
  readonly sourceLines: readonly SourceLineBlock[];
  /** Entries of the plain reference list, if the brief has one. */
  readonly references: readonly ListedReference[];
  /** The section that holds the reference list, by index; null if there is none. */
  readonly referenceSection: number | null;
  readonly footnotes: readonly FootnoteDefinition[];
  /** `[^4]` in the text where no definition has that label: to Markdown, it is no mark of a note but these four characters. */
  readonly undefinedFootnotes: readonly FootnoteMark[];
  readonly acronymDefinitions: readonly AcronymDefinition[];
  /** Names of one and the same body or work, from the text, front matter, settings and the shipped table. */
  readonly aliases: AliasClasses;
  readonly comments: readonly Comment[];
  /** What the reader of the text could not make sense of, with the reason in plain words. */
  readonly unchecked: readonly Unchecked[];
}

export interface Unchecked {
  readonly span: Span;
  readonly reason: string;
}

/** Front matter, or what the first block says of title, author and date. */
export interface Metadata {
  readonly frontMatter: FrontMatter | null;
  readonly title: MetadataValue | null;
  readonly author: MetadataValue | null;
  /** `value` as YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: MetadataValue | null;
  readonly language: string | null;
  /** Paths as written. */
  readonly bibliography: readonly string[];
  readonly hasReferences: boolean;
}

export interface MetadataValue {
  readonly value: string;
  readonly span: Span;
}

export interface FrontMatter {
  readonly span: Span;
  /** The parsed YAML as plain data; empty where it is broken. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Spans of the top-level keys and of those under `brieflint:`, by dotted path ("brieflint.profile"). */
  readonly keySpans: ReadonlyMap<string, Span>;
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}

export type HeadingStyle = 'atx' | 'setext' | 'bold' | 'emoji-capitals' | 'title-line' | 'callout' | 'div' | 'html';

export interface Heading {
  /** The whole line or callout mark. */
  readonly span: Span;
  /** The words alone, without `#`, emphasis marks and the like; an emoji is kept. */
  readonly textSpan: Span;
  readonly text: string;
  /** Lower case, without emoji, numbering, punctuation, a leading possessive and a trailing colon; "&" = "and". */
  readonly normalized: string;
  /** 1..6; for forms without a level, one below the section that they stand in (or as their neighbours of one form). */
  readonly level: number;
  readonly style: HeadingStyle;
}

/**
 *     ## Options            heading
 *     Three were weighed.   one of blocks
 *     ### Do nothing        the heading of a child
 */
export interface Section {
  readonly index: number;
  readonly heading: Heading | null;
  readonly parent: number | null;
  readonly children: readonly number[];
  /** From the heading's start to the end of the last child. */
  readonly span: Span;
  /** After the heading, to the end of the last child. */
  readonly bodySpan: Span;
  /** Keys of the section vocabulary that its own heading names; empty for headings outside the vocabulary. */
  readonly keys: readonly SectionKey[];
  /** `keys`, else those of the nearest ancestor that has any: where a claim stands ("recommendations", "scenarios", …). */
  readonly inheritedKeys: readonly SectionKey[];
  /** In its heading: "Wages (Labour Inspectorate, 2024)", "Wages[^2]". */
  readonly citations: readonly Citation[];
  /** Its own blocks, by index, without those of children. */
  readonly blocks: readonly number[];
}

export type Block =
  | ParagraphBlock
  | ListBlock
  | QuoteBlock
  | TableBlock
  | SourceLineBlock
  | CodeBlock
  | OtherBlock;

interface BlockCommon {
  readonly index: number;
  readonly span: Span;
  readonly section: number;
}

export interface ParagraphBlock extends BlockCommon {
  readonly kind: 'paragraph';
  readonly sentences: readonly Sentence[];
  /** Prose without markup. */
  readonly text: string;
  /** A bold run at its beginning that ends in a colon or stop ("**Problem:** …"), else null. */
  readonly label: string | null;
}

export interface ListBlock extends BlockCommon {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  /** Items of all depths, in order. */
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  readonly depth: number;
  /** null: no task box. */
  readonly isChecked: boolean | null;
  readonly text: string;
  readonly label: string | null;
  readonly sentences: readonly Sentence[];
}

/** A block quote that is no callout. */
export interface QuoteBlock extends BlockCommon {
  readonly kind: 'quote';
  readonly sentences: readonly Sentence[];
  readonly text: string;
}

export interface CodeBlock extends BlockCommon {
  readonly kind: 'code';
  readonly language: string | null;
}

/** Images, thematic breaks, math, raw HTML that is no table, comments, footnote definitions and link definitions. */
export interface OtherBlock extends BlockCommon {
  readonly kind: 'image' | 'break' | 'math' | 'html' | 'comment' | 'definition' | 'directive';
}

/** "Source: …", "Sources: …", "Note: …" on a line of its own. */
export interface SourceLineBlock extends BlockCommon {
  readonly kind: 'source-line';
  /** "Note: …" or "Notes: …" rather than a source. */
  readonly isNote: boolean;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly isOwnWork: boolean;
  /** The block whose data it covers: the table, list, figure or paragraph with figures next to it; null for an orphan. */
  readonly covers: number | null;
}

export interface TableBlock extends BlockCommon {
  readonly kind: 'table';
  readonly syntax: 'pipe' | 'html';
  /** Head cells; empty where the table has no head. */
  readonly head: readonly TableCell[];
  /** Body rows, each of as many cells as it has. */
  readonly rows: readonly (readonly TableCell[])[];
  /** "Table 1. …", `Table: …`, `: …`, <caption>, or a line of its own right above; not a mere heading. */
  readonly caption: MetadataValue | null;
  /** The heading right above it, if nothing stands between. */
  readonly headingAbove: Heading | null;
  /** Indices of source lines within reach. */
  readonly sourceLines: readonly number[];
  /** Citations in caption, head, cells or notes. */
  readonly citations: readonly Citation[];
  /** Notes right below it ("Note: …", "Values in %"), as prose. */
  readonly notes: readonly MetadataValue[];
}

export interface TableCell {
  readonly span: Span;
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly quantities: readonly Quantity[];
}

/**
 *     Output fell by 3% in 2024 (SBP, 2025).[^1] It recovered.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ span; `text` has neither note mark nor other markup
 */
export interface Sentence {
  readonly index: number;
  readonly span: Span;
  readonly text: string;
  readonly section: number;
  readonly block: number;
  readonly container: 'paragraph' | 'list-item' | 'quote' | 'footnote';
  readonly isQuestion: boolean;
  readonly citations: readonly Citation[];
  readonly falseFriends: readonly FalseFriend[];
  readonly quantities: readonly Quantity[];
  readonly quotations: readonly Quotation[];
  /** From an offset into `text` to the offset into the brief. */
  readonly toSource: (offset: number) => number;
}

/** Words presented as somebody's. */
export interface Quotation {
  /** With its marks; for a block quote, the quote. */
  readonly span: Span;
  /** The words between the marks. */
  readonly text: string;
  readonly form: 'block' | 'paragraph' | 'inline';
  readonly mark: 'double' | 'single' | 'none';
  /** The line or words that say who speaks ("— Minister for IT, 12 May 2026"); null where nobody is named. */
  readonly attribution: MetadataValue | null;
  /** Label before it that ends in a colon ("Essay:", "Policy 1.1:"), as written without the colon. */
  readonly label: string | null;
  readonly section: number;
  readonly block: number;
}

export interface FootnoteMark {
  readonly label: string;
  readonly span: Span;
}

export interface FootnoteDefinition {
  readonly label: string;
  readonly span: Span;
  readonly text: string;
  readonly citations: readonly Citation[];
}

export interface ListedReference {
  readonly span: Span;
  readonly text: string;
  /** First author or body as written, where it can be told. */
  readonly author: string | null;
  readonly year: string | null;
  /** The first run in italics, in `text`; absent where there is none. */
  readonly emphasis?: Span;
}

export interface Comment {
  readonly span: Span;
  /** The words inside `<!--` and `-->`. */
  readonly text: string;
}
