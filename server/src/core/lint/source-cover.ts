import type { Brief, Sentence } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import { runsOf } from '../model/runs';

/** Words that carry a thought on from the sentence before: what that one cites holds for this one too. */
const continuation = /^(?:(?:and|but|while|however|of these|of which|among (?:them|these)|in the same (?:year|period|report|survey)|by contrast|in (?:comparison|contrast|turn|total|all)|similarly|likewise|overall|meanwhile|for example|for instance|that is|this|these|those|it|its|they|their|the (?:same|remaining|rest|others?|share|figure|rate|ratio|number|report|study|survey|authors?|latter|former|gap|increase|decrease|rise|fall|total|average|corresponding))\b)/i;

/** How a sentence comes by a source. */
export type Cover = 'sentence' | 'paragraph' | 'source-line' | 'lead-in';

/**
 * The source that a sentence shows or that plainly covers it: in the sentence itself, at the end of the run of sentences that it belongs
 * to, in the sentence that it continues, in a source line below its block, or in the line that leads to its list.
 */
export const findCover = (brief: Brief, sentence: Sentence): Cover | undefined => coversOf(brief)[sentence.index];

/** Of all sentences at once: whether one goes on from a cited one depends on the one before. */
const coversOf = rememberByBrief((brief): readonly (Cover | undefined)[] => {
  const underSourceLine = new Set(brief.sourceLines.map(({ covers }) => covers));
  const lastCited = lastCitedOfRuns(brief);
  const covers: (Cover | undefined)[] = [];
  let goesOn = false;
  for (const sentence of brief.sentences) {
    const { index } = sentence;
    const first = runsOf(brief)[index]?.first;
    const before = first === index ? undefined : brief.sentences[index - 1];
    goesOn = before !== undefined && (before.citations.length > 0 || goesOn) && continuation.test(sentence.text);
    if (sentence.citations.length > 0 || hasRawNote(brief, sentence)) covers.push('sentence');
    else if (underSourceLine.has(sentence.block)) covers.push('source-line');
    else if (goesOn || (lastCited.get(first ?? index) ?? -1) > index) covers.push('paragraph');
    else covers.push(sentence.container === 'list-item' ? coverOfList(brief, sentence.block) : undefined);
  }
  return covers;
});

/** By the index of the run's first sentence. */
function lastCitedOfRuns(brief: Brief): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  for (const { index, citations } of brief.sentences) if (citations.length > 0) last.set(runsOf(brief)[index]?.first ?? index, index);
  return last;
}

/** A note mark or citation in raw HTML: `<sup id="r1"><a href="#n1">1</a></sup>`, `<cite>…</cite>`. */
function hasRawNote({ text }: Brief, { span }: Sentence): boolean {
  const words = text.slice(span.start, span.end + 12);
  if (!words.includes('<')) return false;
  return /<(?:cite|ref|footnote|fn)\b|<sup\b[^>]{0,80}(?:\bid=|>\s*<a\b)/i.test(words.slice(0, span.end - span.start)) || /^\s{0,2}<(?:cite|ref|footnote|fn|sup)\b/i.test(words.slice(span.end - span.start));
}

/** "The bureau's figures show (PBS, 2024):" covers the list below it. */
function coverOfList(brief: Brief, blockIndex: number): Cover | undefined {
  const before = brief.blocks[blockIndex - 1];
  if (before?.kind !== 'paragraph') return undefined;
  const last = before.sentences.at(-1);
  return last !== undefined && /:\s*$/.test(last.text) && last.citations.length > 0 ? 'lead-in' : undefined;
}
