/** Where a whole section can be put: outside callouts and boxes, and before the notes at the end of the text. */
import type { Brief, Section } from '../model/brief';
import { findRegions } from '../syntax/regions';

/** Behind the section's last words. */
export const placeAfter = (brief: Brief, section: Section): number => {
  const { text } = brief;
  let end = contentEnd(brief, section);
  if (isQuoted(brief, section)) end = skipQuotedLines(text, end);
  for (const { span } of divsOf(text)) if (span.start < end && end < span.end) end = span.end;
  return text.slice(0, end).trimEnd().length;
};

/** At the beginning of the section's first line, or of what belongs to it above. */
export const placeBefore = (brief: Brief, section: Section): number => {
  const { text } = brief;
  let start = startWithMarks(brief, section);
  if (isQuoted(brief, section)) while (start > 0 && /^[ \t]*>/.test(text.slice(lineStart(text, start - 1), start))) start = lineStart(text, start - 1);
  const outer = divsOf(text).find(({ span }) => span.start < start && start < span.end);
  return outer ? withMarksAbove(text, lineStart(text, outer.span.start)) : start;
};

/** The heading's line, or that of the comments and anchors right above it, which go where it goes. */
export const startWithMarks = ({ text }: Brief, section: Section): number => withMarksAbove(text, lineStart(text, section.span.start));

const withMarksAbove = (text: string, lineAt: number): number => {
  let start = lineAt;
  while (start > 0) {
    const before = lineStart(text, start - 1);
    if (!/^[ \t]*(?:<!--(?:[^-\n]|-(?!->))*-->[ \t]*|<a\s[^>\n]*>\s*<\/a>[ \t]*|<a\s[^>\n]*\/>[ \t]*)+\r?\n$/.test(text.slice(before, start))) break;
    start = before;
  }
  return start;
};

/** Behind the last words of the whole text. */
export const placeAtEnd = (brief: Brief): number => brief.text.slice(0, startOfNotes(brief)).trimEnd().length;

/** Where the section's own words end: footnotes and addresses of links at the end of the text belong to the text, not to its last section. */
export const contentEnd = (brief: Brief, section: Section): number => {
  const isNotes = section.keys.includes('references') || /\bnotes\b/.test(section.heading?.normalized ?? '');
  const next = followingSection(brief, section);
  const reach = next === undefined ? section.span.end : Math.min(section.span.end, startWithMarks(brief, next));
  const end = isNotes ? reach : Math.min(reach, startOfNotes(brief));
  return Math.max(section.heading?.span.end ?? 0, brief.text.slice(0, end).trimEnd().length);
};

/** The first section behind this one and all that it holds. */
const followingSection = (brief: Brief, section: Section): Section | undefined => brief.sections[lastIndexIn(brief, section) + 1];

/** Of the sections that it holds, itself included. */
export const lastIndexIn = (brief: Brief, section: Section): number => {
  let last = section;
  for (let child = brief.sections[section.children.at(-1) ?? -1]; child !== undefined; child = brief.sections[child.children.at(-1) ?? -1]) last = child;
  return last.index;
};

const startOfNotes = ({ blocks, text }: Brief): number => {
  let start = text.length;
  for (const block of [...blocks].reverse()) {
    if (block.kind !== 'definition') break;
    start = lineStart(text, block.span.start);
  }
  return start;
};

export const lineStart = (text: string, offset: number): number => (offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1);

/** Does its heading stand behind a ">"? */
export const isQuoted = ({ text }: Brief, { heading }: Section): boolean => heading !== null && /^[ \t]*>/.test(text.slice(lineStart(text, heading.span.start), heading.span.end));

const skipQuotedLines = (text: string, from: number): number => {
  let end = from;
  const nextLine = /[^\n]*\n[ \t]*>[^\n]*/y;
  for (nextLine.lastIndex = end; nextLine.test(text); nextLine.lastIndex = end) end = nextLine.lastIndex;
  const lineEnd = text.indexOf('\n', end);
  return lineEnd < 0 ? text.length : lineEnd;
};

/** Outermost first. */
const divsOf = (text: string): readonly { readonly span: { readonly start: number; readonly end: number } }[] =>
  text.includes(':::') ? findRegions(text).regions.filter(({ kind }) => kind === 'div').sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) : [];
