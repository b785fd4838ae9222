import type { Blockquote, FootnoteDefinition, Html, List, ListItem, Nodes, Paragraph, RootContent, Table } from 'mdast';
import type { Vocabulary } from '../profiles/vocabulary';
import { parseDate } from '../text/dates';
import { isSourceLineStart } from '../text/source-lines';
import type { Span } from '../text/span';
import type { HeadingStyle } from './brief';
import type { Draft, HeadingDraft, ItemDraft, TableDraft } from './drafts';
import { emojiPattern, endBeforeAttributes, isCapitalsLine, isDisplayTitle, isHeadingSized, isTitleCaseLine } from './heading-forms';
import { readHtmlLine } from './html-line';
import { readHtmlProses } from './html-prose';
import { plainProse, proseOf, sliceProse, spanOfNode, type AddressOf, type Prose } from './prose';

export interface DraftContext {
  /** Of the part. */
  readonly source: string;
  readonly addressOf: AddressOf;
  readonly isLineStructured: boolean;
  readonly vocabulary: Vocabulary;
}

/** Drafts of one part of the tree. */
export const draftNodes = (nodes: readonly RootContent[], context: DraftContext): readonly Draft[] => nodes.flatMap((node) => draftNode(node, context));

function draftNode(node: RootContent, context: DraftContext): Draft[] {
  const span = spanOfNode(node);
  switch (node.type) {
    case 'heading':
      return [draftHeading(node.children, span, context.source[span.start] === '#' ? 'atx' : 'setext', node.depth, context)];
    case 'paragraph':
      return draftParagraph(node, context);
    case 'list':
      return draftList(node, context);
    case 'blockquote':
      return draftQuote(node, context);
    case 'table':
      return draftTable(node, context);
    case 'code':
      return [{ kind: 'code', span, language: node.lang ?? null }];
    case 'html':
      return draftHtml(node, context);
    case 'footnoteDefinition':
      return [draftFootnote(node, context)];
    case 'definition':
      return [{ kind: 'definition', span }];
    case 'thematicBreak':
      return [{ kind: 'break', span }];
    default:
      return [];
  }
}

function draftHeading(children: readonly Nodes[], span: Span, style: HeadingStyle, level: number | null, context: DraftContext): HeadingDraft {
  const prose = proseOf(children, context.source, context.addressOf);
  return headingOf(sliceProse(prose, { start: 0, end: endBeforeAttributes(prose.text) }), span, style, level);
}

function headingOf(prose: Prose, span: Span, style: HeadingStyle, level: number | null): HeadingDraft {
  const lead = prose.text.length - prose.text.trimStart().length;
  const trimmed = { start: lead, end: Math.max(lead, prose.text.trimEnd().length) };
  const textSpan = trimmed.end > trimmed.start ? prose.toSourceSpan(trimmed) : { start: span.end, end: span.end };
  return { kind: 'heading', span, textSpan, text: prose.text.trim(), style, level, prose };
}

function draftParagraph(node: Paragraph, context: DraftContext): Draft[] {
  const span = spanOfNode(node);
  const prose = proseOf(node.children, context.source, context.addressOf);
  if (prose.text.replace(/\uFFFC/g, '').trim() === '' && node.children.some((child) => child.type === 'image' || child.type === 'imageReference' || child.type === 'link')) {
    return [{ kind: 'image', span, proses: [], hasUnreadWords: false }];
  }
  // A component over several lines is a paragraph to Markdown.
  if (prose.text.trim() === '' && node.children.some((child) => child.type === 'html' && !child.value.startsWith('<!--'))) return draftMarkup('html', span, context);
  const heading = headingOfParagraph(prose, span, context);
  if (heading) return [heading];
  return splitLines(prose, span);
}

/** A line of its own in capitals, bold, or – in pasted text – title case. */
function headingOfParagraph(prose: Prose, span: Span, context: DraftContext): HeadingDraft | undefined {
  const text = prose.text.trim();
  if (text.includes('\n') || isDisplayTitle(text)) return undefined;
  if (isBoldOnly(prose) && isBoldHeading(text)) return headingOf(prose, span, 'bold', null);
  if (isCapitalsLine(text)) return headingOf(prose, span, 'emoji-capitals', null);
  if (!isHeadingSized(text)) return undefined;
  const startsWithEmoji = emojiPattern.test(text) && text.split(/\s+/).length <= 9 && /\p{L}{3}/u.test(text);
  const isKnown = context.vocabulary.keysOf(text).length > 0;
  const isTitle = context.isLineStructured && (isTitleCaseLine(text) || isKnown);
  return startsWithEmoji || isTitle || (isKnown && text.split(/\s+/).length <= 6) ? headingOf(prose, span, 'title-line', null) : undefined;
}

function isBoldOnly(prose: Prose): boolean {
  const text = prose.text;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().replace(/:$/, '').length;
  return prose.marks.some((mark) => mark.kind === 'strong' && mark.at.start <= start && mark.at.end >= end && mark.at.end > mark.at.start);
}

function isBoldHeading(text: string): boolean {
  if (text.length > 120 || text.split(/\s+/).length > 16) return false;
  const words = text.replace(emojiPattern, '');
  if (parseDate(words.trim()) !== null) return false;
  return !/[.;,]$/.test(words) && !/^[Bb]y \p{Lu}/u.test(words) && !/^["“«'‘]/.test(words) && !/^[^\p{L}\d]*\d[\d.,]*\s*(?:%|per cent|percent|million|billion|trillion|crore|lakh)/iu.test(words) && /\p{L}{2}/u.test(words) && !isSourceLineStart(words);
}

/** Cuts a paragraph before each line that is a source line of its own: `Text …⏎Source: PBS (2024)`. */
function splitLines(prose: Prose, span: Span): Draft[] {
  const cuts = [0];
  for (const match of prose.text.matchAll(/\n([^\n]*)/g)) if (isSourceLineStart(match[1] ?? '')) cuts.push(match.index + 1);
  return cuts.map((start, i) => {
    const end = cuts[i + 1] ?? prose.text.length;
    const part = cuts.length === 1 ? prose : sliceProse(prose, { start, end });
    const partSpan = cuts.length === 1 ? span : { start: i === 0 ? span.start : prose.toSource(start), end: i === cuts.length - 1 ? span.end : prose.toSourceSpan({ start, end: end - 1 }).end };
    return { kind: isSourceLineStart(part.text) ? 'source-line' : 'paragraph', span: partSpan, prose: part };
  });
}

function draftList(node: List, context: DraftContext): Draft[] {
  const items: ItemDraft[] = [];
  const after: Draft[] = [];
  const visit = (item: ListItem, depth: number): void => {
    const proses: Prose[] = [];
    const nested: List[] = [];
    for (const child of item.children) {
      if (child.type === 'paragraph') proses.push(...splitItem(child, context, after));
      else if (child.type === 'list') nested.push(child);
      else after.push(...draftNode(child, context));
    }
    const span = spanOfNode(item);
    const firstNested = nested[0];
    const own = firstNested ? { start: span.start, end: Math.max(span.start, trimEnd(context.source, span.start, spanOfNode(firstNested).start)) } : span;
    items.push({ span: own, depth, isChecked: item.checked ?? null, proses });
    for (const list of nested) for (const inner of list.children) visit(inner, depth + 1);
  };
  for (const item of node.children) visit(item, 0);
  return [{ kind: 'list', span: spanOfNode(node), isOrdered: node.ordered ?? false, items }, ...after];
}

/** A source line right below a list is, to CommonMark, the last item's lazy continuation. */
function splitItem(paragraph: Paragraph, context: DraftContext, after: Draft[]): Prose[] {
  const parts = splitLines(proseOf(paragraph.children, context.source, context.addressOf), spanOfNode(paragraph));
  const proses: Prose[] = [];
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'paragraph' || (part.kind === 'source-line' && i === 0)) proses.push(part.prose);
    else after.push(part);
  }
  return proses;
}

function trimEnd(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(source[at - 1] ?? '')) at--;
  return at;
}

function draftQuote(node: Blockquote, context: DraftContext): Draft[] {
  const span = spanOfNode(node);
  const callout = calloutOf(node, context);
  if (callout) {
    const rest = node.children.slice(1).flatMap((child) => draftNode(child, context));
    return [{ kind: 'enter', title: callout.title, span }, ...callout.first, ...rest, { kind: 'exit', span: { start: span.end, end: span.end } }];
  }
  const proses: Prose[] = [];
  const after: Draft[] = [];
  for (const child of node.children) {
    if (child.type === 'paragraph') proses.push(...splitItem(child, context, after));
    else if (child.type === 'blockquote') for (const inner of child.children) proses.push(proseOf([inner], context.source, context.addressOf));
    else after.push(...draftNode(child, context));
  }
  // A block quote of lists or tables alone is a box.
  if (proses.length === 0) return [{ kind: 'enter', title: null, span }, ...after, { kind: 'exit', span: { start: span.end, end: span.end } }];
  const first = node.children.find((child) => child.type === 'paragraph' || child.type === 'blockquote');
  const wordsStart = first === undefined || first === node.children[0] ? span.start : spanOfNode(first).start;
  return [{ kind: 'quote', span, wordsStart, proses }, ...after];
}

/** `> [!NOTE] Title`, `> **Title**` with content after it. */
function calloutOf(node: Blockquote, context: DraftContext): { readonly title: HeadingDraft | null; readonly first: Draft[] } | undefined {
  const paragraph = node.children[0];
  if (paragraph?.type !== 'paragraph') return paragraph?.type === 'heading' ? { title: null, first: draftNode(paragraph, context) } : undefined;
  const prose = proseOf(paragraph.children, context.source, context.addressOf);
  const lineEnd = /\n|$/.exec(prose.text)?.index ?? prose.text.length;
  const rest = lineEnd < prose.text.length ? splitLines(sliceProse(prose, { start: lineEnd + 1, end: prose.text.length }), { start: prose.toSource(lineEnd + 1), end: spanOfNode(paragraph).end }) : [];
  const alert = /^\[!([\w-]+)\][+-]?[ \t]*/.exec(prose.text);
  if (alert) {
    const title = alert[0].length < lineEnd ? sliceProse(prose, { start: alert[0].length, end: lineEnd }) : sliceProse(prose, { start: 2, end: 2 + (alert[1]?.length ?? 0) });
    const isTitled = alert[0].length < lineEnd || context.vocabulary.keysOf(alert[1] ?? '').length > 0;
    return { title: isTitled ? headingOf(title, lineSpan(prose, lineEnd), 'callout', null) : null, first: rest };
  }
  const line = sliceProse(prose, { start: 0, end: lineEnd });
  const hasContent = rest.length > 0 || node.children.length > 1;
  if (!hasContent || !isBoldOnly(line) || !isBoldHeading(line.text.trim())) return undefined;
  return { title: headingOf(line, lineSpan(prose, lineEnd), 'callout', null), first: rest };
}

const lineSpan = (prose: Prose, end: number): Span => prose.toSourceSpan({ start: 0, end });

function draftTable(node: Table, context: DraftContext): Draft[] {
  const cellProse = (cell: Nodes): Prose => {
    const span = spanOfNode(cell);
    const prose = 'children' in cell ? proseOf(cell.children, context.source, context.addressOf) : plainProse(context.source, span);
    return prose.text === '' ? { ...prose, toSource: () => span.start, toSourceSpan: () => span } : prose;
  };
  const after: Draft[] = [];
  const rows = [...node.children];
  // GFM takes every line up to a blank one for a row, also the source line right below.
  while (rows.length > 1) {
    const last = rows.at(-1);
    if (!last || context.source.slice(spanOfNode(last).start, spanOfNode(last).end).includes('|')) break;
    const cell = last.children[0];
    if (cell) after.unshift(...splitLines(cellProse(cell), spanOfNode(last)));
    rows.pop();
  }
  const [head, ...body] = rows;
  const end = rows.at(-1);
  const span = { start: spanOfNode(node).start, end: end ? spanOfNode(end).end : spanOfNode(node).end };
  const headCells = head?.children.map(cellProse) ?? [];
  const table: TableDraft = {
    kind: 'table',
    span,
    syntax: 'pipe',
    head: headCells.some((cell) => cell.text.trim() !== '') ? headCells : [],
    rows: body.map((row) => row.children.map(cellProse)),
    caption: null,
  };
  return [table, ...after];
}

function draftHtml(node: Html, context: DraftContext): Draft[] {
  const span = spanOfNode(node);
  const html = context.source.slice(span.start, span.end);
  if (/^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(html)) return [{ kind: 'comment', span }];
  const heading = /^\s*<h([1-6])\b[^>]*>([^<]+)<\/h\1\s*>\s*$/i.exec(html);
  if (heading) {
    const start = span.start + html.indexOf('>') + 1;
    return [headingOf(plainProse(context.source, { start, end: start + (heading[2]?.length ?? 0) }), span, 'html', Number(heading[1]))];
  }
  if (/^\s*<img\b[^>]*>\s*$/i.test(html)) return [{ kind: 'image', span, proses: [], hasUnreadWords: false }];
  if (/^\s*<figure\b/i.test(html)) return draftMarkup('image', span, context);
  const line = readHtmlLine(context.source, span);
  return line ? splitLines(line, span) : draftMarkup('html', span, context);
}

/** One block, with the words in it; a line of sources among them is a block of its own, so that it covers what it stands under. */
function draftMarkup(kind: 'image' | 'html', span: Span, context: DraftContext): Draft[] {
  const { proses, hasUnreadWords } = readHtmlProses(context.source, span);
  const sourceLine = proses.findIndex((prose) => isSourceLineStart(prose.text.trim()));
  const line = proses[sourceLine];
  if (!line) return [{ kind, span, proses, hasUnreadWords }];
  const whole = (prose: Prose): Span => prose.toSourceSpan({ start: 0, end: prose.text.length });
  return [
    { kind, span: { start: span.start, end: whole(line).start }, proses: proses.slice(0, sourceLine), hasUnreadWords },
    ...proses.slice(sourceLine).map((prose, i) => ({ kind: i === 0 ? ('source-line' as const) : ('paragraph' as const), span: whole(prose), prose })),
  ];
}

function draftFootnote(node: FootnoteDefinition, context: DraftContext): Draft {
  return { kind: 'footnote', span: spanOfNode(node), label: node.identifier, prose: proseOf(node.children, context.source, context.addressOf) };
}
