import { findWords, type Word } from './source-words';

/** What stands between two omissions. */
export interface QuotationPart {
  /** Spans are into the quotation. */
  readonly words: readonly Word[];
  /** Keys of `words`; null where the writer put words of his own in brackets, which may stand for any few words of the source. */
  readonly keys: readonly (string | null)[];
  readonly hasGaps: boolean;
}

/** An alignment of more words costs too much; longer parts are looked for piece by piece. */
const mostWords = 200;

const omission = /\[\s*(?:…|\.{3}|\. \. \.)\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,}|\. \. \./gu;
/** "[the ministry]", "[sic]"; not the "[T]" of "[T]he". */
const insertion = /\[[^[\]]{0,200}\](?!\p{Ll})/gu;
const changedCase = /(?<!\p{L})\[(\p{L})\](?=\p{Ll})/gu;
/** "introduc[e]", "[un]likely": a word of the source in another form, and nobody says which it had. */
const changedForm = /(?<!\p{L})\p{L}+\[\p{L}{0,20}\]\p{L}*|(?<!\p{L})\[\p{L}{2,20}\]\p{Ll}+/gu;

/**
 * Parts of a quotation that stand in the source one after the other.
 *
 *     "[T]he fee [of the city] rose … in two years."
 *      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^    two parts, a gap in the first
 */
export const parseQuotation = (quotation: string): readonly QuotationPart[] => {
  // Same length, so that spans stay: the letter alone would be a word of its own.
  const text = quotation.replace(changedCase, '\u00A0$1\u00A0');
  const parts: QuotationPart[] = [];
  let start = 0;
  const close = (end: number): void => {
    parts.push(...readPart(text, start, end));
  };
  for (const match of text.matchAll(omission)) {
    close(match.index);
    start = match.index + match[0].length;
  }
  close(text.length);
  return parts;
};

function readPart(text: string, start: number, end: number): readonly QuotationPart[] {
  const slice = text.slice(start, end);
  // A word before the brackets that are a part of it.
  const gaps = [...slice.matchAll(changedForm), ...slice.matchAll(insertion)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const entries: { readonly word: Word; readonly isGap: boolean }[] = [];
  let lastGap = -1;
  for (const word of joinCasedLetters(slice)) {
    const gap = gaps.findIndex((candidate) => candidate.start <= word.span.start && word.span.end <= candidate.end);
    if (gap >= 0 && gap === lastGap) continue;
    lastGap = gap;
    entries.push({ word: { key: word.key, span: { start: word.span.start + start, end: word.span.end + start } }, isGap: gap >= 0 });
  }
  while (entries[0]?.isGap) entries.shift();
  while (entries.at(-1)?.isGap) entries.pop();
  const pieces: QuotationPart[] = [];
  for (let at = 0; at < entries.length; at += mostWords) {
    const piece = entries.slice(at, at + mostWords);
    pieces.push({ words: piece.map(({ word }) => word), keys: piece.map(({ word, isGap }) => (isGap ? null : word.key)), hasGaps: piece.some(({ isGap }) => isGap) });
  }
  return pieces;
}

/** "\u00A0T\u00A0he" is one word. */
function joinCasedLetters(slice: string): readonly Word[] {
  const words: Word[] = [];
  for (const word of findWords(slice)) {
    const last = words.at(-1);
    const isTail = last?.span.end === word.span.start - 1 && last.span.end - last.span.start === 1 && slice[last.span.end] === '\u00A0' && slice[last.span.start - 1] === '\u00A0';
    if (last && isTail) words[words.length - 1] = { key: last.key + word.key, span: { start: last.span.start, end: word.span.end } };
    else words.push(word);
  }
  return words;
}
