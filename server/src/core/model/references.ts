import { findNumberedMarks } from '../text/numbered-marks';
import { parseReferenceEntry } from '../text/reference-entries';
import { shiftSpan } from '../text/span';
import type { ListedReference } from './brief';
import { prosesOf, type BlockDraft } from './drafts';
import type { Outline, PlacedDraft } from './outline';
import { sliceProse, type Prose } from './prose';
import { rememberBy } from './remember-by';

/** The section that lists the works: the last one under such a heading that has an entry in it. */
export function referenceSectionOf(outline: Outline): number | null {
  const candidates = outline.sections.filter((section) => section.keys.includes('references'));
  const filled = candidates.findLast((section) => blocksWithin(outline, section.index).some(({ draft }) => hasEntry(draft)));
  return (filled ?? candidates.at(-1))?.index ?? null;
}

/** A section and those below it. */
export function sectionsWithin({ sections }: Outline, section: number): ReadonlySet<number> {
  const within = new Set([section]);
  for (const { index, parent } of sections) if (parent !== null && within.has(parent)) within.add(index);
  return within;
}

function blocksWithin(outline: Outline, section: number): readonly PlacedDraft[] {
  const sections = sectionsWithin(outline, section);
  return outline.blocks.filter((block) => sections.has(block.section));
}

/** Are its entries numbered, so that `[3]` in the text can mean one of them? */
export function isNumberedList(outline: Outline, section: number): boolean {
  return blocksWithin(outline, section).some(({ draft }) => (draft.kind === 'list' && draft.isOrdered) || (draft.kind === 'paragraph' && numberedEntryPattern.test(draft.prose.text)));
}

const numberedEntryPattern = /^\s*(?:\[\d{1,3}\]:?|\d{1,3}[.)\]])\s|^\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s?\S/;

/** Without a list: do notes with raised numbers stand somewhere, or do marks like `[3]` count up from 1? Then they point to works, wherever these are. */
export function hasNumberedNotes(outline: Outline): boolean {
  const signs = outline.blocks.flatMap(({ draft }) => (draft.kind === 'table' ? [] : noteSignsOf(draft)));
  return signs.some(({ hasRaised }) => hasRaised) || countUp(signs.flatMap(({ numbers }) => numbers));
}

/** Kept by the draft, as all that is read here. */
const noteSignsOf = rememberBy((draft: BlockDraft) => {
  const texts = prosesOf(draft).map((prose) => prose.text);
  return { hasRaised: texts.some((text) => raisedNotePattern.test(text)), numbers: texts.flatMap(numbersInBrackets) };
});

/** "¹ PBS (2025), Household Survey." as a line of its own. */
const raisedNotePattern = /(?:^|\n)[ \t]*[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}\s?\p{Lu}/u;

/** Fewer marks may be anything. */
const leastMarks = 3;

/** Each new number is one more than the greatest before it. */
function countUp(numbers: readonly number[]): boolean {
  let greatest = 0;
  for (const number of numbers) {
    if (number > greatest + 1) return false;
    greatest = Math.max(greatest, number);
  }
  return greatest >= leastMarks;
}

const numbersInBrackets = (text: string): readonly number[] =>
  text.includes('[') ? findNumberedMarks(text).flatMap(({ works, span }) => (text[span.start] === '[' ? works.map(({ key }) => Number(key)) : [])) : [];

export const findReferences = (outline: Outline, section: number): ListedReference[] =>
  blocksWithin(outline, section).flatMap(({ draft, start }) => entriesOf(draft).map((entry) => ({ ...entry, span: shiftSpan(entry.span, start) })));

const hasEntry = rememberBy((draft: BlockDraft) => entryProses(draft).some((prose) => parseReferenceEntry(prose.text) !== null));

const entriesOf = rememberBy((draft: BlockDraft): readonly ListedReference[] =>
  entryProses(draft).flatMap((prose) => {
    const text = prose.text.trim();
    const lead = prose.text.length - prose.text.trimStart().length;
    const run = prose.marks.find(({ kind, at }) => kind === 'emphasis' && at.start >= lead && at.end > at.start)?.at;
    const emphasis = run && { start: run.start - lead, end: run.end - lead };
    const entry = parseReferenceEntry(text, emphasis);
    if (!entry) return [];
    const listed = { span: prose.toSourceSpan({ start: lead, end: lead + text.length }), text, author: entry.author, year: entry.year };
    return [emphasis ? { ...listed, emphasis } : listed];
  }),
);

/** One prose an entry: list items, paragraphs, and the lines of a paragraph where each begins like an entry. */
function entryProses(draft: BlockDraft): readonly Prose[] {
  const proses = draft.kind === 'list' ? draft.items.flatMap((item) => item.proses) : draft.kind === 'paragraph' ? entryLines(draft.prose) : [];
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
