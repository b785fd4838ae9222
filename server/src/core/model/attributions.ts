/** Who said it, where a quotation stands for itself: in the words around its marks, below it, above it. */
import { isSourceLineStart } from '../text/source-lines';
import type { Span } from '../text/span';
import type { Block, MetadataValue } from './brief';
import { isCapitalsLine } from './heading-forms';
import type { Prose } from './prose';
import { findQuoted, withoutQuotes } from './quoted';
import { findSpeaker, isNameAndRole, saysWhoSpoke } from './speakers';

export const dashAttributionPattern = /^\s*[—–―~-]{1,2}\s*(?=\p{L})/u;

/** A quotation that stands for itself has at most so many characters of attribution below it. */
const longestAttribution = 240;

/**
 * Below: a line "— Name, occasion", a source line, a line of name and role, a sentence that says who spoke. Above: a lead-in "The minister said:".
 */
export function neighbourAttribution(before: Block | undefined, after: Block | undefined): MetadataValue | null {
  if (after?.kind === 'source-line') return { value: after.text, span: after.span };
  const below = after?.kind === 'paragraph' ? after : undefined;
  if (below && below.text.length <= longestAttribution && dashAttributionPattern.test(below.text)) {
    return { value: below.text.replace(dashAttributionPattern, '').trim(), span: below.span };
  }
  if (below && isNameAndRole(below.text)) return { value: below.text.trim(), span: below.span };
  const next = below?.sentences[0];
  if (next && saysWhoSpoke(next.text)) return { value: next.text, span: next.span };
  if (before?.kind !== 'paragraph') return null;
  const lead = before.sentences.at(-1);
  if (!lead) return null;
  const introduces = /[:：]\s*$/.test(before.text) || (/,\s*$/.test(before.text) && findSpeaker(lead.text) !== undefined);
  return introduces ? { value: lead.text, span: lead.span } : null;
}

/** `words` are the block's without the line or words that name the speaker. */
export interface BlockAttribution extends MetadataValue {
  readonly words: string;
}

/** Who speaks, by the words of the block itself. */
export const attributionInBlock = (proses: readonly Prose[]): BlockAttribution | null => dashLine(proses) ?? aroundMarks(proses) ?? nameLine(proses);

/** "— Name, occasion" or "Source: …" as the last line, or a dash behind the closing mark. */
function dashLine(proses: readonly Prose[]): BlockAttribution | null {
  const last = lastLineOf(proses);
  if (last === null) return null;
  const dash = dashAttributionPattern.exec(last.line) ?? /["”’»]\s*(?:[—–―-]{1,2})\s*(?=\p{L})/u.exec(last.line);
  if (!dash && !isSourceLineStart(last.line)) return null;
  const start = dash ? dash.index + dash[0].length : 0;
  const value = last.line.slice(start).trim();
  if (value === '' || isCapitalsLine(value)) return null;
  return { value, span: last.toSourceSpan({ start, end: last.line.length }), words: last.text.slice(0, last.text.length - last.line.length + (dash?.index ?? 0)) };
}

/** "Name: “…”", "“…” (Name, role)", "“…” Name, role", "“…,” says Name." */
function aroundMarks(proses: readonly Prose[]): BlockAttribution | null {
  const text = proses.map((prose) => prose.text).join('\n');
  const quoted = findQuoted(text).filter(({ mark }) => mark === 'double');
  const [first, last] = [quoted[0], quoted.at(-1)];
  if (!first || !last) return null;
  const within = (start: number, end: number): Span => sourceSpanOf(proses, { start, end });
  const lead = /^\s*(\p{Lu}[^:\n.!?]{1,80}):\s*$/u.exec(text.slice(0, first.span.start))?.[1];
  if (lead !== undefined) return { value: lead, span: within(0, first.span.start), words: text.slice(first.span.start) };
  const tail = text.slice(last.span.end);
  const named = /^[.,;\s]*\(([^()]*\p{Lu}[^()]*)\)\s*\.?\s*$/u.exec(tail)?.[1] ?? tail.replace(/^[.,;\s]+/, '').trim();
  const isBracketed = named !== '' && tail.includes(`(${named})`);
  if (isBracketed ? named.length <= longestAttribution && !editorsNote.test(named) : isNameAndRole(named)) {
    return { value: named, span: within(last.span.end, text.length), words: text.slice(0, last.span.end) };
  }
  const outside = withoutQuotes(text, quoted);
  const speaker = findSpeaker(outside);
  return speaker === undefined ? null : { value: speaker, span: within(0, text.length), words: text };
}

const editorsNote = /^(?:emphasis|italics|translat|transcri|our|my|sic\b|abridged|shortened)/i;

/** A last line or paragraph of name and role, behind words that have come to their end. */
function nameLine(proses: readonly Prose[]): BlockAttribution | null {
  const last = lastLineOf(proses);
  if (last === null || !isNameAndRole(last.line)) return null;
  const words = last.text.slice(0, last.text.length - last.line.length);
  if (!/[.!?…]["”’»')\]]*\s*$|["”»]\s*$/.test(words)) return null;
  return { value: last.line.trim(), span: last.toSourceSpan({ start: 0, end: last.line.length }), words };
}

interface LastLine {
  /** All words of the block, which end in the line. */
  readonly text: string;
  readonly line: string;
  readonly toSourceSpan: (span: Span) => Span;
}

function lastLineOf(proses: readonly Prose[]): LastLine | null {
  const prose = proses.at(-1);
  if (!prose) return null;
  const lineStart = prose.text.lastIndexOf('\n') + 1;
  return {
    text: proses.map((one) => one.text).join('\n'),
    line: prose.text.slice(lineStart),
    toSourceSpan: ({ start, end }) => prose.toSourceSpan({ start: start + lineStart, end: end + lineStart }),
  };
}

/** The source of a stretch of the proses' joined words. */
function sourceSpanOf(proses: readonly Prose[], span: Span): Span {
  let offset = 0;
  let start: number | undefined;
  let end = 0;
  for (const prose of proses) {
    const part = { start: Math.max(0, span.start - offset), end: Math.min(prose.text.length, span.end - offset) };
    if (part.start < part.end) {
      const placed = prose.toSourceSpan(part);
      start ??= placed.start;
      end = placed.end;
    }
    offset += prose.text.length + 1;
  }
  return { start: start ?? 0, end };
}
