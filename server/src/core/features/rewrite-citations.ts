/** From one habit of citing to another, one citation or all of them. Words around the works, locators and prefixes stay as they are. */
import { authorsOf, plainWords } from '../library/cited-names';
import { authorYearOf } from '../library/format-reference';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Edit, Fix } from '../lint/rule';
import type { Brief, FootnoteDefinition } from '../model/brief';
import type { Citation, CitedWork } from '../text/citation';
import { findKeys } from '../text/pandoc-keys';
import { overlaps, sliceOf, spanOf, type Span } from '../text/span';
import { writtenKey } from './citation-habit';
import { findMarks } from './citation-places';
import { allCitations, findSentenceAt, isFootnoteMark } from './citation-target';
import { appendEntries } from './reference-list';

/** Offered for the citations that the selection touches; each changes one, or all of its form. */
export const findRewrites = (brief: Brief, library: Library, selection: Span): readonly Fix[] => {
  const citation = allCitations(brief).find(({ span }) => overlaps(span, selection) || (span.start <= selection.start && selection.end <= span.end));
  if (citation === undefined) return [];
  if (citation.style === 'key') return forAll(brief, citation, (each) => each.style === 'key', 'by author and year', (each) => keyToAuthorYear(brief, library, each));
  if (isAuthorYear(citation)) return forAll(brief, citation, isAuthorYear, 'by key', (each) => authorYearToKey(brief, library, each));
  if (isFootnoteMark(brief, citation)) return noteToAuthorYear(brief, library, citation);
  return [];
};

const isAuthorYear = ({ style, works }: Citation): boolean => (style === 'parenthetical' || style === 'narrative') && works.length > 0;

const forAll = (brief: Brief, citation: Citation, isAlike: (citation: Citation) => boolean, how: string, rewrite: (citation: Citation) => readonly Edit[] | undefined): readonly Fix[] => {
  const own = rewrite(citation);
  if (own === undefined) return [];
  const all = allCitations(brief).filter(isAlike).flatMap((each) => rewrite(each) ?? []);
  const one: Fix = { title: `Cite ${how}: ${rewritten(brief.text, citation.span, own)}`, safe: false, edits: own };
  return all.length > own.length ? [one, { title: `Cite ${how} in the whole brief`, safe: false, edits: all }] : [one];
};

/** What the citation becomes, for the title. */
const rewritten = (text: string, span: Span, edits: readonly Edit[]): string => {
  let result = '';
  let end = span.start;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(end, edit.span.start) + edit.newText;
    end = edit.span.end;
  }
  const whole = result + text.slice(end, span.end);
  return whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
};

/** An entry with a key: of a file or the front matter, also where the list leads to it first. */
const keyedReference = (library: Library, work: CitedWork): Reference | undefined => {
  const reference = library.exactReferenceOf(work);
  if (reference?.format !== 'list') return reference;
  const uses = library.usesOf(reference);
  return library.references.find((other) => other.format !== 'list' && uses.length > 0 && library.usesOf(other).some((use) => use.work === work));
};

/**
 *     (see World Bank, 2025, p. 4; OECD, 2024)  →  [see @wb, p. 4; @oecd]
 *     World Bank (2025)                         →  @wb
 */
const authorYearToKey = (brief: Brief, library: Library, citation: Citation): readonly Edit[] | undefined => {
  const edits: Edit[] = [];
  for (const work of citation.works) {
    const reference = keyedReference(library, work);
    const { authorSpan, yearSpan } = work;
    if (reference === undefined || authorSpan === null || yearSpan === null) return undefined;
    const isNarrative = citation.style === 'narrative';
    const end = isNarrative && brief.text[yearSpan.end] === ')' ? yearSpan.end + 1 : yearSpan.end;
    // "World Bank (2025, p. 4)" would need its locator in brackets of its own.
    if (isNarrative && brief.text[yearSpan.end] !== ')') return undefined;
    edits.push({ span: spanOf(withArticle(brief.text, authorSpan.start), end), newText: writtenKey(reference.id) });
  }
  if (citation.style === 'narrative') return edits;
  const { start, end } = citation.span;
  if (brief.text[start] !== '(' || brief.text[end - 1] !== ')') return undefined;
  return [{ span: spanOf(start, start + 1), newText: '[' }, ...edits, { span: spanOf(end - 1, end), newText: ']' }];
};

/** "the World Bank (2025) says" becomes "@wb says". */
const withArticle = (text: string, start: number): number => (/\b[Tt]he\s$/u.test(text.slice(Math.max(0, start - 5), start)) ? start - 4 : start);

/**
 *     [see @wb, p. 4; @oecd]      →  (see World Bank, 2025, p. 4; OECD, 2024)
 *     Khan says so [-@khan2020]   →  Khan says so (2020)
 *     @wb [p. 4; @oecd] says      →  World Bank (2025, p. 4; OECD, 2024) says
 *
 * The year stands alone only where the name before it is the same.
 */
const keyToAuthorYear = (brief: Brief, library: Library, citation: Citation): readonly Edit[] | undefined => {
  const { text } = brief;
  const { start, end } = citation.span;
  // A label of a figure among the keys is nobody's work.
  if (findKeys(sliceOf(text, citation.span)).length !== citation.works.length) return undefined;
  const isBracketed = text[start] === '[';
  const edits: Edit[] = [];
  let before: string | null = null;
  for (const [index, work] of citation.works.entries()) {
    const reference = library.exactReferenceOf(work);
    if (reference === undefined) return undefined;
    const { author, year } = authorYearOf(reference);
    const isYearOnly = text[work.span.start] === '-' && (index === 0 ? isNamedBefore(brief, reference, start) : before === author);
    before = author;
    if (isBracketed || index > 0) edits.push({ span: work.span, newText: isYearOnly ? year : `${author}, ${year}` });
    else edits.push(inSentence(text, spanOf(work.span.start, end), work.span.end, isYearOnly ? '' : `${author} `, year));
  }
  const close: Edit = { span: spanOf(end - 1, end), newText: ')' };
  if (isBracketed) return [{ span: spanOf(start, start + 1), newText: '(' }, ...edits, close];
  return text[end - 1] === ']' ? [...edits, close] : edits;
};

/** The first work of a citation in the sentence, with the bracket that follows it opened in round. */
const inSentence = (text: string, whole: Span, keyEnd: number, author: string, year: string): Edit => {
  const open = /^\s?\[[\s,]*(?=(;)?)/u.exec(text.slice(keyEnd, whole.end));
  if (open === null) return { span: spanOf(whole.start, keyEnd), newText: `${author}(${year})` };
  return { span: spanOf(whole.start, keyEnd + open[0].length), newText: `${author}(${year}${open[1] === undefined ? ', ' : ''}` };
};

/** Does the sentence name the author, by any of its names, before the citation? */
const isNamedBefore = (brief: Brief, reference: Reference, at: number): boolean => {
  const sentence = findSentenceAt(brief, spanOf(at, at));
  const said = plainWords(brief.text.slice(sentence?.span.start ?? Math.max(0, at - longestSentence), at));
  const [first] = authorsOf(reference);
  if (first === undefined) return false;
  const names = [first.family, ...brief.aliases.namesOf(brief.aliases.classOf(first.family))];
  return names.some((name) => ` ${said} `.includes(` ${plainWords(name)} `));
};

const longestSentence = 300;

/**
 *     Wages fell.[^3]        →  Wages fell (Khan, 2024).
 *     [^3]: Khan, A. (2024)…    an entry of the reference list, if it has none yet
 *
 * A note that names more than one work, or says much else, is a remark and stays.
 */
const noteToAuthorYear = (brief: Brief, library: Library, mark: Citation): readonly Fix[] => {
  const label = mark.works[0]?.key;
  const footnote = brief.footnotes.find((candidate) => candidate.label === label);
  const works = footnote?.citations.filter(({ style }) => style !== 'link').flatMap((citation) => citation.works) ?? [];
  const [work] = works;
  if (footnote === undefined || work === undefined || works.length > 1 || footnote.text.length > longestNote) return [];
  const reference = library.exactReferenceOf(work);
  // "Ibid." would make a poor entry of the list.
  if (reference === undefined && /^\W*(?:ibid|id\.)/iu.test(footnote.text)) return [];
  const named = reference === undefined ? { author: work.author, year: work.year } : authorYearOf(reference);
  if (named.author === null || named.year === null) return [];
  const author = named.author.replace(/,(?:\s\p{Lu}\.)+$/u, '');
  const locator = work.locator ?? locatorPattern.exec(brief.text.slice(work.span.end, footnote.span.end))?.[0] ?? null;
  const written = `(${author}, ${named.year}${locator === null ? '' : `, ${locator}`})`;
  const marks = findMarks(brief, footnote.label).flatMap((span) => moveBeforeStop(brief.text, span, written));
  const definition: Edit = { span: wholeLines(brief.text, footnote.span), newText: '' };
  const entry = reference === undefined ? appendEntries(brief, [entryOf(brief, footnote)], definition.span) : [];
  return [{ title: `Cite by author and year: ${written}`, safe: false, edits: [...marks, definition, ...entry] }];
};

const longestNote = 400;

/** Not the "3–22" of an article, which is in its entry. */
const locatorPattern = /(?<![\p{L}\d])(?:pp?\.|para(?:s|graphs?)?\.?|ch(?:s|apters?)?\.?|Table|Figure|Annex|§)\s?\d[\d.–-]{0,12}(?<![.–-])/u;

/** The note as written, without its mark. */
const entryOf = ({ text }: Brief, { span }: FootnoteDefinition): string => text.slice(span.start, span.end).replace(/^\[\^[^\]]*\]:\s*/u, '').replace(/\s*[\r\n]+\s*/gu, ' ').trim();

/** Behind the words and before the stop that the mark follows. */
const moveBeforeStop = (text: string, mark: Span, written: string): readonly Edit[] => {
  const stop = /[.,;:!?]$/u.exec(text.slice(Math.max(0, mark.start - 1), mark.start));
  if (stop === null) return [{ span: mark, newText: `${text[mark.start - 1] === ' ' ? '' : ' '}${written}` }];
  return [{ span: spanOf(mark.start - 1, mark.end), newText: ` ${written}${stop[0]}` }];
};

/** With its line end, and the blank line after it where one stands before it too. */
const wholeLines = (text: string, span: Span): Span => {
  const lineEnd = /^[ \t]*(?:\r\n|\n|\r)?/u.exec(text.slice(span.end))?.[0].length ?? 0;
  let end = span.end + lineEnd;
  const isAfterBlank = /(?:^|\n\r?\n)$/u.test(text.slice(Math.max(0, span.start - 3), span.start));
  const blank = /^[ \t]*(?:\r\n|\n|\r)/u.exec(text.slice(end));
  if (isAfterBlank && blank !== null) end += blank[0].length;
  return spanOf(span.start, end);
};
