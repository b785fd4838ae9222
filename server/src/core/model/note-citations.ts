/** What the notes of a brief cite: works by their titles, and the work of the note before ("Ibid."). */
import type { Citation, CitedWork } from '../text/citation';
import { readNoteWorks } from '../text/note-works';
import { overlaps, spanOf, type Span } from '../text/span';
import type { FootnoteDefinition } from './brief';
import type { Prose } from './prose';

/** Of the definition of a note: `citations` are those that its words alone show, with spans of the source. */
export function withTitledWorks(citations: readonly Citation[], prose: Prose): readonly Citation[] {
  const works = readNoteWorks(prose.text, emphasisedIn(prose), spanOf(0, prose.text.length)).map((work) => placeWork(work, prose));
  // "(Washington, DC: World Bank, 2024)" is the imprint of the work and no citation of its own; a key or an address in it is.
  const kept = citations.filter(({ style, span }) => isCertain(style) || works.every((work) => !overlaps(work.span, span)));
  const titled = works.map((work): Citation => ({ span: work.span, style: 'footnote', works: [work], isOwnWork: false }));
  return [...kept, ...titled].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Of a note that stands where it is called, with offsets of the prose. */
export function withTitledInlineNotes(citations: readonly Citation[], prose: Prose): readonly Citation[] {
  return citations.map((citation) => {
    const isInline = citation.style === 'footnote' && prose.text.startsWith('^[', citation.span.start);
    const works = isInline ? readNoteWorks(prose.text, emphasisedIn(prose), spanOf(citation.span.start + 2, citation.span.end - 1)) : [];
    if (works.length === 0) return citation;
    const others = citation.works.filter((work) => work.author !== null && works.every((titled) => !overlaps(titled.span, work.span)));
    return { ...citation, works: [...others, ...works].sort((a, b) => a.span.start - b.span.start) };
  });
}

const isCertain = (style: Citation['style']): boolean => style === 'key' || style === 'link';

const emphasisedIn = ({ marks }: Prose): readonly Span[] => marks.filter(({ kind }) => kind === 'emphasis' || kind === 'strong').map(({ at }) => at);

/** The stars around a title are part of the work. */
const placeWork = (work: CitedWork, { marks, toSourceSpan }: Prose): CitedWork => {
  const { start, end } = toSourceSpan(work.span);
  const around = marks.filter(({ at }) => at.start === work.span.start || at.end === work.span.end).map(({ span }) => span);
  return {
    ...work,
    span: spanOf(Math.min(start, ...around.map((span) => span.start).filter((other) => other >= start - 3)), Math.max(end, ...around.map((span) => span.end).filter((other) => other <= end + 3))),
    authorSpan: work.authorSpan === null ? null : toSourceSpan(work.authorSpan),
    yearSpan: work.yearSpan === null ? null : toSourceSpan(work.yearSpan),
  };
};

/**
 * Lets "Ibid." stand for the work before it: in the same note, else the one work of the note before. Notes follow each other as they are first
 * called in the text. Known limit: an "ibid." in a note that stands in the sentence itself leads nowhere.
 */
export function withBackReferences(text: string, footnotes: readonly FootnoteDefinition[], citations: readonly Citation[]): readonly FootnoteDefinition[] {
  if (!footnotes.some((note) => ibidIn(text, note) !== null)) return footnotes;
  const byLabel = new Map(footnotes.map((note) => [note.label, note]));
  const finished = new Map<string, FootnoteDefinition>();
  let previous: readonly CitedWork[] = [];
  for (const { style, works } of citations) {
    if (style !== 'footnote') continue;
    const note = byLabel.get(works[0]?.key ?? '');
    if (note !== undefined && finished.has(note.label)) continue;
    const read = note === undefined ? undefined : withIbid(text, note, previous);
    if (read !== undefined) finished.set(read.label, read);
    previous = namedWorks(read === undefined ? works : read.citations.flatMap((citation) => citation.works));
  }
  return footnotes.map((note) => finished.get(note.label) ?? note);
}

const namedWorks = (works: readonly CitedWork[]): readonly CitedWork[] => works.filter(({ author, title, key }) => key === null && (author !== null || title !== null));

function withIbid(text: string, note: FootnoteDefinition, previous: readonly CitedWork[]): FootnoteDefinition {
  const ibid = ibidIn(text, note);
  if (ibid === null) return note;
  const before = namedWorks(note.citations.filter(({ span }) => span.end <= ibid.span.start).flatMap(({ works }) => works));
  const meant = before.at(-1) ?? (previous.length === 1 ? previous[0] : undefined);
  if (meant === undefined) return note;
  const work: CitedWork = { ...meant, span: ibid.span, authorSpan: null, yearSpan: null, locator: ibid.locator };
  const added: Citation = { span: ibid.span, style: 'footnote', works: [work], isOwnWork: false };
  return { ...note, citations: [...note.citations, added].sort((a, b) => a.span.start - b.span.start) };
}

interface Ibid {
  readonly span: Span;
  readonly locator: string | null;
}

const ibidPattern = /(?<=(?:^|[;.]|\bsee(?:\salso)?)\s{0,4})[*_]{0,2}(?:ibid(?:em)?\b|Id\.)[.*_]{0,3}(?:,?\s{1,2}(?:at\s)?((?:pp?|paras?|ch|sec|table|figure|n)?\.?\s?\d\d{0,4}(?:\.\d{1,3}){0,2}(?:[-–]\d{1,5})?))?/iu;

function ibidIn(text: string, { span }: FootnoteDefinition): Ibid | null {
  const start = text.indexOf(']:', span.start) + 2;
  if (start < 2 || start > span.end) return null;
  const match = ibidPattern.exec(text.slice(start, span.end));
  if (match === null) return null;
  return { span: spanOf(start + match.index, start + match.index + match[0].length), locator: match[1]?.trim() ?? null };
}
