/** Names, initials and quoted terms that the summary uses. */
import type { Brief, Sentence } from '../model/brief';
import { findAcronymUses } from '../text/acronyms';
import { isCommonAcronym } from '../text/common-acronyms';
import { isPlaceName } from '../text/place-names';
import { overlaps, type Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import { sourceSpan } from './find-cues';
import { summarySentences, wordsOf } from './body-words';
import { findPlaceholders } from './placeholders';
import { calendarWords, genericNameWords, openingWords } from './name-words';

export interface SummaryName {
  readonly kind: 'name' | 'acronym' | 'term';
  readonly text: string;
  readonly span: Span;
}

export const summaryNames = (brief: Brief): readonly SummaryName[] => summarySentences(brief).flatMap((sentence) => namesIn(brief, sentence));

function namesIn(brief: Brief, sentence: Sentence): readonly SummaryName[] {
  if (isTitleCase(sentence.text)) return [];
  // A body that is cited, a law with its year: sources, of which other rules speak.
  const blanks = findPlaceholders(sentence.text);
  const sources = createSpanIndex([...sentence.citations.filter(({ style }) => style !== 'link'), ...sentence.falseFriends.filter(({ kind }) => kind !== 'acronym')]);
  const terms = quotedTerms(sentence);
  const found: SummaryName[] = [];
  const add = (name: SummaryName): void => {
    if (blanks.some((blank) => overlaps(sourceSpan(sentence, blank.span.start, blank.span.end), name.span)) || sources.contains(name.span) || found.some(({ span }) => overlaps(span, name.span))) return;
    if (sentence.quotations.some(({ span }) => overlaps(span, name.span)) && name.kind !== 'term') return;
    found.push(name);
  };
  terms.forEach(add);
  capitalisedNames(sentence).forEach(add);
  for (const use of findAcronymUses(sentence.text)) {
    if (isCommonAcronym(use.acronym) || isPartOfCode(sentence.text, use.start, use.end)) continue;
    if (brief.acronymDefinitions.some(({ acronymSpan }) => overlaps(acronymSpan, sourceSpan(sentence, use.start, use.end)))) continue;
    add({ kind: 'acronym', text: use.acronym, span: sourceSpan(sentence, use.start, use.end) });
  }
  return found;
}

/** A heading or a label that stands as a sentence of its own: each long word has a capital, and no stop ends it. */
const isTitleCase = (text: string): boolean => {
  if (/[.!?]["”’)]*$/.test(text.trim())) return false;
  const long = wordsOf(text).filter((word) => word.length > 3);
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 5 > long.length * 4;
};

const isPartOfCode = (text: string, start: number, end: number): boolean => /^[-/]?[\d]|^-\p{L}|^\s\d/u.test(text.slice(end, end + 2)) || /[\d\p{L}]-$/u.test(text.slice(Math.max(0, start - 2), start));

const mostWordsInTerm = 6;

/** A few words in marks that nobody is said to have spoken; a name in marks is a name, whoever stands near it. */
const quotedTerms = (sentence: Sentence): readonly SummaryName[] =>
  sentence.quotations
    .filter(({ form, attribution, text }) => form === 'inline' && (attribution === null || isName(text)) && wordsOf(text).length <= mostWordsInTerm && /\p{L}{3}/u.test(text))
    .map(({ text, span }) => ({ kind: 'term', text: text.replace(/[.,;:]+$/, ''), span }));

const isName = (text: string): boolean => {
  const long = wordsOf(text).filter((word) => word.length > 3);
  return long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word));
};

const capital = String.raw`\p{Lu}[\p{L}\p{N}’'&-]*`;
const nameRun = new RegExp(String.raw`(?<![\p{L}\p{N}])${capital}(?:(?:\s(?:of|for|on|de|del|du|des|van|von|al|bin)(?:\s(?:the|la|los))?)?\s${capital})*`, 'gu');

function capitalisedNames(sentence: Sentence): readonly SummaryName[] {
  const names: SummaryName[] = [];
  for (const match of sentence.text.matchAll(nameRun)) {
    const end = match.index + match[0].replace(/[’']s?$|[-&]+$/u, '').length;
    const start = match.index + openingLength(sentence.text, match.index, match[0]);
    const text = sentence.text.slice(start, end);
    if (end <= start || isLabel(sentence.text, match.index, end) || !isNameOfItsOwn(text, sentence.text.slice(end))) continue;
    names.push({ kind: 'name', text, span: sourceSpan(sentence, start, end) });
  }
  return names;
}

/** The first word of a sentence has a capital in any case: alone it tells nothing, and before a name it is left out if it is no part of one. */
function openingLength(text: string, index: number, run: string): number {
  if (!isOpening(text, index)) return articleLength(run);
  const first = /^\S+/u.exec(run)?.[0] ?? '';
  if (first.length === run.length) return run.length;
  return openingWords.has(first.toLowerCase()) || /(?:ing|ly|ed)$/u.test(first) ? first.length + 1 : 0;
}

const isOpening = (text: string, index: number): boolean => /(?:^|[.:;!?•–—(]\s*|["“‘'*_]\s*)$/u.test(text.slice(Math.max(0, index - 4), index));

const articleLength = (run: string): number => /^(?:The|A|An)\s/u.exec(run)?.[0].length ?? 0;

/** "Financing Gap: …" */
const isLabel = (text: string, start: number, end: number): boolean => isOpening(text, start) && /^\s*[:—–]/u.test(text.slice(end, end + 3));

function isNameOfItsOwn(text: string, after: string): boolean {
  const words = wordsOf(text);
  // "Option B", "Table 2", "Phase III": a place in the brief itself.
  if (words.length === 2 && /^(?:\p{Lu}|[IVX]+|\p{Lu}?\d+)$/u.test(words[1] ?? '')) return false;
  if (/\b(?:Table|Tab|Figure|Fig|Section|Chapter|Annex|Appendix|Box|Part|Note|Option|Phase|Step)$/.test(text) && /^\.?\s?(?:\d|\p{Lu}\b|[ivx]+\b)/u.test(after)) return false;
  if (words.length === 1 && (/^\s?\d/.test(after) || nationals.test(text))) return false;
  if (isPlaceName(text) || words.every((word) => isKnownToAll(word))) return false;
  if (words.length === 1) return text.length > 3 && /\p{Ll}/u.test(text) && !genericNameWords.has(text.toLowerCase());
  return true;
}

/** "The Canadian dollar", "French law". */
const nationals = /^(?:French|Germans?|Dutch|Greeks?|Swiss|Czechs?|Thais?|Turks?)$|(?:ian|ean|ese|ish|stani|raqi|raeli|meni|uayan|ican|oroccan)s?$/;

const isKnownToAll = (word: string): boolean => calendarWords.has(word.toLowerCase()) || isPlaceName(word) || isCommonAcronym(word) || /^\P{L}+$/u.test(word) || word.length < 2;
