import type { Quantity } from '../../text/quantity';
import type { Brief, Sentence } from '../brief';
import { rememberByWords } from '../../text/remember-by-words';
import { rememberByBrief } from '../remember-by-brief';
import { headingsOf, numbersOfHeading } from './figure-headings';
import { isSummary, noteLabelOf, sourcesOf, voiceOf } from './figure-places';
import { hasSeveralYears } from './other-thing';

/** Keys stand for all that a frame is read from: what has the same key has the same frame, wherever it stands. */

/** Frames keep the quantities that they were read from: to compare them costs less than to write their numbers into a key. */
export const areSameQuantities = (ours: readonly Quantity[], theirs: readonly Quantity[]): boolean =>
  ours.length === theirs.length &&
  ours.every((quantity, i) => {
    const other = theirs[i];
    return other !== undefined && isSameQuantity(quantity, other);
  });

/** In all but its place, and what follows from its text. */
export const isSameQuantity = (a: Quantity, b: Quantity): boolean =>
  a.text === b.text &&
  a.value === b.value &&
  a.low === b.low &&
  a.high === b.high &&
  a.form === b.form &&
  a.unit === b.unit &&
  a.dimension === b.dimension &&
  a.scale === b.scale &&
  a.qualifier === b.qualifier &&
  a.isRange === b.isRange &&
  a.what === b.what &&
  a.when === b.when &&
  a.source === b.source;

const keysOfSections = rememberByBrief((): Map<number, string> => new Map());

/** One object for equal strings, so that to compare them costs nothing. */
const sameString = rememberByWords((text) => text);

/** What frames, and comparisons of them, read of a section. */
export const sectionKey = (brief: Brief, section: number): string => {
  const keys = keysOfSections(brief);
  const known = keys.get(section);
  if (known !== undefined) return known;
  const key = sameString([headingsOf(brief, section), brief.sections[section]?.heading?.text ?? '', brief.sections[section]?.heading?.normalized ?? '', numbersOfHeading(brief, section), String(isSummary(brief, section))].join('\n'));
  keys.set(section, key);
  return key;
};

/** What frames read of a sentence itself: its words, where its citations and figures stand in it, and the works cited. */
export const sentenceKey = (brief: Brief, sentence: Sentence, figures: readonly Quantity[]): string => {
  const { span, text, citations, falseFriends } = sentence;
  const written = brief.text.slice(span.start, span.end);
  let key = `${text}\n${written === text ? '' : written}\n${sentence.container === 'list-item' ? 'item' : ''}${voiceOf(brief, sentence)} ${noteLabelOf(brief, sentence) ?? ''}${hasSeveralYears(brief, sentence.block) ? 'years' : ''}`;
  for (const { style, span: place } of citations) key += `\n${style} ${String(place.start - span.start)} ${String(place.end - span.start)}`;
  if (citations.length > 0) key += `\n${sourcesOf(sentence).join('\n')}`;
  for (const { span: place } of falseFriends) key += `\n${String(place.start - span.start)} ${String(place.end - span.start)}`;
  for (const { span: place } of figures) key += `\n${String(place.start - span.start)} ${String(place.end - span.start)}`;
  return key;
};
