import { formatReferenceMarkdown, listEntryOf, type ReferenceStyle } from '../library/format-reference';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Edit } from '../lint/rule';
import type { Brief, FootnoteDefinition } from '../model/brief';
import { spanOf, type Span } from '../text/span';
import { authorYearInBrackets, authorYearInSentence, habitOf, writtenKey, type CitationHabit } from './citation-habit';
import { searchReferences } from './citation-search';
import type { CompletionPlace } from './completion-place';

export interface CitationChoice {
  readonly label: string;
  /** Beside the label: who and when. */
  readonly description: string;
  readonly detail: string;
  /** Begins with what the choice replaces, so that an editor's filter lets it through. */
  readonly filterText: string;
  readonly newText: string;
  /** Replaced: what was typed, and brackets that the new text has itself. */
  readonly span: Span;
  /** Elsewhere in the brief: the definition of a new note. */
  readonly additionalEdit: Edit | null;
  /** For `describeChoice`. */
  readonly referenceId: string | null;
}

export interface CitationChoices {
  readonly choices: readonly CitationChoice[];
  /** More would match: an editor asks again after the next letter. */
  readonly isCut: boolean;
}

/** More are no help, and cost time on the way. */
const mostChoices = 100;

const nothing: CitationChoices = { choices: [], isCut: false };

/** Works that can be cited at a place, written in the brief's own habit. */
export const completeCitation = (brief: Brief, library: Library, place: CompletionPlace, style: ReferenceStyle): CitationChoices => {
  const habit = habitOf(brief, library, place.typed);
  if (place.kind === 'note') return completeNote(brief, place);
  if (!isFor(place, habit)) return nothing;
  const references = citable(library, place, habit);
  const { found, isCut } = searchReferences(references, brief.aliases, place.words, mostChoices);
  const typed = brief.text.slice(place.typed.start, place.typed.end);
  const mark = place.kind === 'key' ? (/^@\{?/u.exec(typed)?.[0] ?? '') : '';
  const noteLabels = habit === 'footnote' ? notesByReference(brief, library) : new Map<Reference, string>();
  const choices = found.map(({ reference, authorYear, title, filterText }): CitationChoice => {
    const written = writeCitation({ brief, place, habit, style, noteLabels }, reference);
    return {
      label: place.kind === 'key' && reference.format !== 'list' ? `@${reference.id}` : authorYear,
      description: place.kind === 'key' && reference.format !== 'list' ? authorYear : (reference.format === 'list' ? '' : `@${reference.id}`),
      detail: title,
      filterText: mark + filterText,
      ...written,
      referenceId: reference.id,
    };
  });
  return { choices, isCut };
};

export type WrittenCitation = Pick<CitationChoice, 'newText' | 'span' | 'additionalEdit'>;

/** A work cited at a place where nothing has been typed, in the brief's own habit. */
export const writeCitationAt = (brief: Brief, library: Library, at: number, reference: Reference, style: ReferenceStyle): WrittenCitation => {
  const habit = habitOf(brief, library);
  const noteLabels = habit === 'footnote' ? notesByReference(brief, library) : new Map<Reference, string>();
  return writeCitation({ brief, place: emptyPlaceAt(at), habit, style, noteLabels }, reference);
};

/** What `writeCitationAt` can cite. */
export const citableReferences = (brief: Brief, library: Library): readonly Reference[] => citable(library, emptyPlaceAt(0), habitOf(brief, library));

const emptyPlaceAt = (at: number): CompletionPlace => ({ kind: 'key', typed: spanOf(at, at), words: '', isInBrackets: false });

/** The whole reference, asked for when a choice is looked at. */
export const describeChoice = (library: Library, referenceId: string, style: ReferenceStyle): string | undefined => {
  const reference = library.references.find(({ id }) => id === referenceId);
  return reference && formatReferenceMarkdown(reference, style);
};

/** "(" and "[" are typed for many reasons: only where the brief cites in them. */
const isFor = ({ kind, words }: CompletionPlace, habit: CitationHabit): boolean => {
  if (kind === 'round-bracket') return habit === 'author-year';
  if (kind === 'square-bracket') return habit === 'numbered' || (habit === 'key' && words === '');
  return true;
};

/** A number needs a numbered entry, a key an entry with a key; one entry for a work that stands in the file and in the list. */
const citable = (library: Library, { kind }: CompletionPlace, habit: CitationHabit): readonly Reference[] => {
  if (habit === 'numbered' && kind !== 'source-line') return library.references.filter(({ listNumber }) => listNumber !== null);
  if (habit !== 'key' && habit !== 'footnote') return library.references.filter(({ format }) => format === 'list').length > 0 ? library.references.filter(({ format }) => format === 'list') : library.references;
  const keyed = library.references.filter(({ format }) => format !== 'list');
  return keyed.length > 0 ? keyed : library.references;
};

interface Writing {
  readonly brief: Brief;
  readonly place: CompletionPlace;
  readonly habit: CitationHabit;
  readonly style: ReferenceStyle;
  readonly noteLabels: ReadonlyMap<Reference, string>;
}

const writeCitation = (writing: Writing, reference: Reference): WrittenCitation => {
  const { place, habit } = writing;
  const plain = (newText: string): WrittenCitation => ({ newText, span: place.typed, additionalEdit: null });
  if (place.kind === 'source-line') return plain(habit === 'key' && reference.format !== 'list' ? `[${writtenKey(reference.id)}]` : authorYearInSentence(reference));
  if (place.kind === 'round-bracket') return plain(authorYearInBrackets(reference));
  if (place.kind === 'square-bracket') return plain(habit === 'numbered' ? String(reference.listNumber ?? '') : writtenKey(reference.id));
  switch (reference.format === 'list' && habit === 'key' ? 'author-year' : habit) {
    case 'key':
      return plain(place.isInBrackets ? writtenKey(reference.id) : `[${writtenKey(reference.id)}]`);
    case 'author-year':
      return { newText: `(${authorYearInBrackets(reference)})`, span: withBrackets(writing), additionalEdit: null };
    case 'numbered':
      return { newText: `[${String(reference.listNumber ?? '')}]`, span: withBrackets(writing), additionalEdit: null };
    case 'footnote':
      return writeNote(writing, reference);
  }
};

/** `[@wor|]` was begun as a key, but this brief cites otherwise: the brackets go too. */
const withBrackets = ({ brief: { text }, place }: Writing): Span => {
  const { start, end } = place.typed;
  if (!place.isInBrackets || text[start - 1] !== '[') return place.typed;
  return spanOf(start - 1, text[end] === ']' ? end + 1 : end);
};

/** The note that a work has already; else a new one at the end. */
const writeNote = (writing: Writing, reference: Reference): WrittenCitation => {
  const { brief, noteLabels, style } = writing;
  const span = withBrackets(writing);
  const known = noteLabels.get(reference);
  if (known !== undefined) return { newText: `[^${known}]`, span, additionalEdit: null };
  const label = freeLabel(brief, reference);
  const end = brief.text.trimEnd().length;
  const last = brief.footnotes.at(-1);
  const at = last === undefined ? end : last.span.end;
  const gap = last === undefined ? '\n\n' : '\n';
  const definition = `${gap}[^${label}]: ${listEntryOf(reference, style)}`;
  return { newText: `[^${label}]`, span, additionalEdit: { span: spanOf(at, at), newText: at === brief.text.length || last === undefined ? `${definition}\n` : definition } };
};

/** Numbers go on where all labels are numbers; else the key. */
const freeLabel = (brief: Brief, reference: Reference): string => {
  const labels = brief.footnotes.map(({ label }) => label);
  const areNumbers = labels.every((label) => /^\d+$/u.test(label));
  const stem = areNumbers ? String(Math.max(0, ...labels.map(Number)) + 1) : (reference.format === 'list' ? 'note' : reference.id.replace(/[^\p{L}\p{N}_-]+/gu, '-'));
  for (let count = 1; ; count++) {
    const label = count === 1 ? stem : `${stem}-${count}`;
    if (!labels.includes(label)) return label;
  }
};

const notesByReference = (brief: Brief, library: Library): ReadonlyMap<Reference, string> => {
  const labels = new Map<Reference, string>();
  for (const footnote of brief.footnotes) {
    for (const reference of referencesOf(library, footnote)) if (!labels.has(reference)) labels.set(reference, footnote.label);
  }
  return labels;
};

/** A note for one work, not a remark that mentions several. */
const referencesOf = (library: Library, { citations }: FootnoteDefinition): readonly Reference[] => {
  const found = citations.flatMap(({ works }) => works).flatMap((work) => library.referenceOf(work) ?? []);
  return new Set(found).size === 1 ? found.slice(0, 1) : [];
};

const completeNote = (brief: Brief, place: CompletionPlace): CitationChoices => {
  const choices = brief.footnotes
    .filter(({ label }) => label.startsWith(place.words))
    .slice(0, mostChoices)
    .map(({ label, text }): CitationChoice => ({ label, description: '', detail: text.slice(0, 120), filterText: `${label} ${text.slice(0, 120)}`, newText: label, span: place.typed, additionalEdit: null, referenceId: null }));
  return { choices, isCut: false };
};
