/** What stands between brackets or quotation marks, so that a stop inside them can be told from one that ends the sentence. */
export interface Enclosures {
  /** Does an enclosure keep the stop at `offset` from ending the sentence that began at `sentenceStart`? */
  readonly holds: (offset: number, sentenceStart: number) => boolean;
}

interface Enclosure {
  readonly open: number;
  readonly close: number;
  readonly isQuotation: boolean;
}

const CLOSING_MARK: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['（', '）'],
  ['【', '】'],
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
]);
const MARK = /["()[\]（）【】“”«»「」『』]/gu;
const TERMINAL = /[.!?…。！？۔؟]/u;

/**
 * Pairs the marks of `text`. Only outermost pairs count, and a mark without partner counts for nothing: one lost quotation mark
 * must not swallow the rest of the paragraph.
 */
export const enclosuresOf = (text: string): Enclosures => {
  const pairs = outermostPairs(text);
  const starts = new Set<number>();
  let index = 0;
  return {
    holds: (offset, sentenceStart) => {
      for (let pair = pairs[index]; pair && pair.close < offset; pair = pairs[index]) index++;
      const pair = pairs[index];
      if (!pair || offset < pair.open) return false;
      if (pair.open === sentenceStart) starts.add(pair.open);
      // The last stop before the closing mark is the end of what is enclosed.
      const isLastStop = offset >= pair.close - 3 && isOnlyStops(text, offset, pair.close);
      if (!pair.isQuotation) return !(isLastStop && starts.has(pair.open));
      const isMadeOfSentences = starts.has(pair.open) && TERMINAL.test(text.charAt(pair.close - 1)) && !isFollowedBySmallLetter(text, pair.close);
      return !isMadeOfSentences && !isLastStop;
    },
  };
};

const isOnlyStops = (text: string, from: number, to: number): boolean => {
  for (let offset = from; offset < to; offset++) if (!TERMINAL.test(text.charAt(offset))) return false;
  return true;
};

const isFollowedBySmallLetter = (text: string, close: number): boolean => /^\s*\p{Ll}/u.test(text.slice(close + 1, close + 12));

/** Marks are paired with the nearest mark that closes them, in one pass with a stack per kind. */
const outermostPairs = (text: string): readonly Enclosure[] => {
  const pairs: Enclosure[] = [];
  const openByClosing = new Map<string, number[]>();
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const closing = CLOSING_MARK.get(mark);
    const waiting = openByClosing.get(mark);
    if (waiting && waiting.length > 0) {
      const open = waiting.pop();
      if (open !== undefined) pairs.push({ open, close: index, isQuotation: !'）)]】'.includes(mark) });
      continue;
    }
    if (closing !== undefined) openByClosing.set(closing, [...(openByClosing.get(closing) ?? []), index].slice(-MOST_NESTED));
  }
  return withoutInner(pairs);
};

/** Deeper nesting than any prose has; bounds the work on "((((((". */
const MOST_NESTED = 8;

const withoutInner = (pairs: readonly Enclosure[]): readonly Enclosure[] => {
  const outer: Enclosure[] = [];
  for (const pair of [...pairs].sort((a, b) => a.open - b.open || b.close - a.close)) {
    const last = outer.at(-1);
    if (!last || pair.open > last.close) outer.push(pair);
  }
  return outer;
};
