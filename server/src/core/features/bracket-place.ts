/** Where brackets stand that are put behind a statement: "It fell (Okafor, 2024).", "He said “it fell.” (Okafor, 2024)", "in the U.S. (Okafor, 2024)." */
import type { Brief, Sentence } from '../model/brief';
import { endsInAbbreviation } from '../text/abbreviations';
import { findBracketGroups } from '../text/bracket-groups';
import { sliceOf } from '../text/span';

export interface BracketPlace {
  readonly at: number;
  /** What ends the sentence behind the brackets, where its own stop stays before them. */
  readonly stop: '' | '.';
}

/** Before the whole run of stops ("…", "?!", an escaped one), but behind the stop of an abbreviation, behind a quotation, and outside of links. */
export const placeForBrackets = (brief: Brief, sentence: Sentence): BracketPlace => {
  const { text } = brief;
  const end = endOf(brief, sentence);
  const behindStops = behindEmphasis(text, sentence.span.start, end);
  const beforeStops = startOfStops(text, sentence.span.start, behindStops);
  const hasStop = beforeStops < behindStops;
  const isAbbreviation = text.slice(beforeStops, behindStops) === '.' && endsInAbbreviation(text.slice(sentence.span.start, beforeStops));
  const at = isAbbreviation ? behindStops : hasStop ? beforeStops : end;
  const outside = outsideOfLink(brief, sentence, at);
  return { at: outside, stop: hasStop && (isAbbreviation || outside > at) ? '.' : '' };
};

/** Where a note mark stands: behind the stop. */
export const placeForNote = (brief: Brief, sentence: Sentence): number => outsideOfLink(brief, sentence, endOf(brief, sentence));

const endOf = (brief: Brief, { span }: Sentence): number => span.start + sliceOf(brief.text, span).trimEnd().length;

const behindEmphasis = (text: string, start: number, end: number): number => {
  let at = end;
  while (at > start && end - at < 3 && '*_'.includes(text.charAt(at - 1))) at--;
  return at;
};

const stops = '.!?;:…。！？｡۔؟।';

const startOfStops = (text: string, start: number, end: number): number => {
  let at = end;
  while (at > start && stops.includes(text.charAt(at - 1))) {
    at--;
    if (isEscaped(text, at)) at--;
  }
  return at;
};

/** Behind an odd number of backslashes. */
const isEscaped = (text: string, at: number): boolean => {
  let first = at;
  while (first > 0 && text.charAt(first - 1) === '\\') first--;
  return (at - first) % 2 === 1;
};

/** The end of the link whose words hold a place; the place itself where none does. */
const outsideOfLink = ({ text, blocks }: Brief, { span, block }: Sentence, at: number): number => {
  const written = blocks[block]?.span ?? span;
  const groups = findBracketGroups(sliceOf(text, written)).map(({ open, close }) => ({ open: open + written.start, close: close + written.start }));
  const closeByOpen = new Map(groups.map(({ open, close }) => [open, close]));
  for (const { open, close } of groups) {
    if (open >= at || close < at || text.charAt(open) !== '[') continue;
    // "[words](address)", "[words][reference]".
    const target = closeByOpen.get(close + 1);
    if (target !== undefined) return target + 1;
  }
  const closing = /^[^<>]{0,200}<\/a\s{0,10}>/i.exec(text.slice(at, at + 220));
  return closing === null ? at : at + closing[0].length;
};
