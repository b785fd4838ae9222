import type { Brief, Sentence } from './brief';
import { rememberByBrief } from './remember-by-brief';

/** Sentences of one paragraph, quotation or list item, which stand next to each other: indexes of the first and the last. */
export interface Run {
  readonly first: number;
  readonly last: number;
  /** Of the whole list, where the run is one of its items. */
  readonly firstOfBlock: number;
}

/** By the sentence's index. */
export const runsOf = rememberByBrief((brief): readonly Run[] => {
  const items = itemsBySentence(brief);
  const isNext = (a: Sentence, b: Sentence): boolean => a.block === b.block && items.get(a.index) === items.get(b.index);
  const runs: Run[] = [];
  let first = 0;
  let firstOfBlock = 0;
  for (const [index, sentence] of brief.sentences.entries()) {
    if (brief.sentences[index - 1]?.block !== sentence.block) firstOfBlock = index;
    const next = brief.sentences[index + 1];
    if (next !== undefined && isNext(sentence, next)) continue;
    const run: Run = { first, last: index, firstOfBlock };
    for (let member = first; member <= index; member++) runs.push(run);
    first = index + 1;
  }
  return runs;
});

/** Numbers the items of all lists. */
function itemsBySentence({ blocks }: Brief): ReadonlyMap<number, number> {
  const items = new Map<number, number>();
  let count = 0;
  for (const block of blocks) {
    if (block.kind !== 'list') continue;
    for (const { sentences } of block.items) {
      count++;
      for (const { index } of sentences) items.set(index, count);
    }
  }
  return items;
}

/** Do both stand in the same paragraph, quotation or list item? */
export const isSameRun = (brief: Brief, a: Sentence, b: Sentence): boolean => runsOf(brief)[a.index] === runsOf(brief)[b.index];
