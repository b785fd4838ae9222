import { findNumberedMarks } from '../text/numbered-marks';
import { parseReferenceEntry } from '../text/reference-entries';
import type { ListedReference } from './brief';
import { prosesOf } from './drafts';
import type { Outline, PlacedDraft } from './outline';
import { sliceProse, type Prose } from './prose';

/** The section that lists the works: the last one under such a heading that has an entry in it. */
export function referenceSectionOf(outline: Outline): number | null {
  const candidates = outline.sections.filter((section) => section.keys.includes('references'));
  const filled = candidates.findLast((section) => entryProses(outline, section.index).some((prose) => parseReferenceEntry(prose.text) !== null));
  return (filled ?? candidates.at(-1))?.index ?? null;
}

/** Blocks of a section and of the sections below it. */
export function isWithin(outline: Outline, section: number, ancestor: number): boolean {
  for (let at: number | null = section; at !== null; at = outline.sections[at]?.parent ?? null) if (at === ancestor) return true;
  return false;
}

const blocksWithin = (outline: Outline, section: number): readonly PlacedDraft[] => outline.blocks.filter((block) => isWithin(outline, block.section, section));

/** Are its entries numbered, so that `[3]` in the text can mean one of them? */
export function isNumberedList(outline: Outline, section: number): boolean {
  return blocksWithin(outline, section).some(({ draft }) => (draft.kind === 'list' && draft.isOrdered) || (draft.kind === 'paragraph' && numberedEntryPattern.test(draft.prose.text)));
}

const numberedEntryPattern = /^\s*(?:\[\d{1,3}\]:?|\d{1,3}[.)\]])\s|^\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s?\S/;

/** Without a list: do notes with raised numbers stand somewhere, or do marks like `[3]` count up from 1? Then they point to works, wherever these are. */
export function hasNumberedNotes(outline: Outline): boolean {
  const texts = outline.blocks.flatMap(({ draft }) => (draft.kind === 'table' ? [] : prosesOf(draft))).map((prose) => prose.text);
  return texts.some((text) => raisedNotePattern.test(text)) || countUp(texts);
}

/** "¹ PBS (2025), Household Survey." as a line of its own. */
const raisedNotePattern = /(?:^|\n)[ \t]*[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}\s?\p{Lu}/u;

/** Fewer marks may be anything. */
const leastMarks = 3;

/** Each new number is one more than the greatest before it. */
function countUp(texts: readonly string[]): boolean {
  let greatest = 0;
  for (const text of texts) {
    for (const { works, span } of text.includes('[') ? findNumberedMarks(text) : []) {
      if (text[span.start] !== '[') continue;
      for (const number of works.map(({ key }) => Number(key))) {
        if (number > greatest + 1) return false;
        greatest = Math.max(greatest, number);
      }
    }
  }
  return greatest >= leastMarks;
}

export function findReferences(outline: Outline, section: number): ListedReference[] {
  return entryProses(outline, section).flatMap((prose) => {
    const text = prose.text.trim();
    const lead = prose.text.length - prose.text.trimStart().length;
    const run = prose.marks.find(({ kind, at }) => kind === 'emphasis' && at.start >= lead && at.end > at.start)?.at;
    const emphasis = run && { start: run.start - lead, end: run.end - lead };
    const entry = parseReferenceEntry(text, emphasis);
    if (!entry) return [];
    const listed = { span: prose.toSourceSpan({ start: lead, end: lead + text.length }), text, author: entry.author, year: entry.year };
    return [emphasis ? { ...listed, emphasis } : listed];
  });
}

/** One prose an entry: list items, paragraphs, and the lines of a paragraph where each begins like an entry. */
function entryProses(outline: Outline, section: number): Prose[] {
  const proses: Prose[] = [];
  for (const { draft } of blocksWithin(outline, section)) {
    if (draft.kind === 'list') proses.push(...draft.items.flatMap((item) => item.proses));
    else if (draft.kind === 'paragraph') proses.push(...entryLines(draft.prose));
  }
  return proses.filter((prose) => prose.text.trim() !== '');
}

function entryLines(prose: Prose): Prose[] {
  const lines = prose.text.split('\n');
  const areEntries = lines.length > 1 && lines.every((line) => parseReferenceEntry(line.trim())?.year);
  if (!areEntries) return [prose];
  let start = 0;
  return lines.map((line) => {
    const part = sliceProse(prose, { start, end: start + line.length });
    start += line.length + 1;
    return part;
  });
}
