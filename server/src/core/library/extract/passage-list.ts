import type { Passage } from '../source-text';
import { longestPassage, longestSourceText } from './limits';

export interface PassageList {
  /** White space is made single; empty texts are left out, long ones cut. */
  readonly add: (text: string, place: { readonly page?: number; readonly line?: number; readonly isRow?: boolean }) => void;
  /** No more is taken: readers may stop. */
  readonly isFull: () => boolean;
  readonly passages: readonly Passage[];
  /** null, or that the rest was left out. */
  readonly problem: () => string | null;
}

export const createPassageList = (longest = longestSourceText): PassageList => {
  const passages: Passage[] = [];
  let length = 0;
  let isCut = false;
  return {
    passages,
    isFull: () => isCut,
    problem: () => (isCut ? `only the first ${(longest / 1_000_000).toLocaleString('en')} million characters were read` : null),
    add: (text, { page, line, isRow }) => {
      for (const part of splitLong(text.replace(/\s+/gu, ' ').trim())) {
        if (isCut || length + part.length > longest) {
          isCut = true;
          return;
        }
        length += part.length;
        passages.push({ text: part, page: page ?? null, line: line ?? null, ...(isRow === true ? { isRow } : {}) });
      }
    },
  };
};

/** Pieces of at most `longestPassage`, cut behind a sentence where one ends in the second half, else at a space. */
function splitLong(text: string): readonly string[] {
  if (text === '') return [];
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > longestPassage) {
    const piece = text.slice(start, start + longestPassage);
    const sentenceEnd = Math.max(piece.lastIndexOf('. '), piece.lastIndexOf('? '), piece.lastIndexOf('! ')) + 1;
    const cut = sentenceEnd > longestPassage / 2 ? sentenceEnd : piece.lastIndexOf(' ');
    const end = start + (cut > 0 ? cut : longestPassage);
    parts.push(text.slice(start, end));
    start = text[end] === ' ' ? end + 1 : end;
  }
  parts.push(text.slice(start));
  return parts;
}
