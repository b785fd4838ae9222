/** "Two aims: cost, time and quality": a number against what its own sentence, or the note behind it, lists. */
import type { Brief, Sentence } from '../../model/brief';
import { spanOf } from '../../text/span';
import { announcedSentences } from './announced-sentences';
import type { Announcement } from './announcement';
import type { CountFault } from './count-fault';
import { isMeasuredNoun, singularOf } from './count-words';
import { countMarkers, readEnumeration, type Enumeration } from './enumeration';

export function* inlineCounts(brief: Brief): Iterable<CountFault> {
  for (const { sentence, found: announcements } of announcedSentences(brief)) {
    if (sentence.container === 'footnote') continue;
    for (const [k, announcement] of announcements.entries()) {
      if (announcement.isWhole || isMeasuredNoun(announcement.noun)) continue;
      const until = announcements[k + 1]?.start ?? sentence.text.length;
      const fault = inSentence(sentence, announcement, until) ?? inNextSentence(sentence, announcement, k === announcements.length - 1 ? brief.sentences[sentence.index + 1] : undefined);
      if (fault) yield fault;
    }
  }
}

const inSentence = (sentence: Sentence, announcement: Announcement, until: number): CountFault | null => {
  const enumeration = enumerationAfter(sentence.text, announcement, until);
  return enumeration && faultOf(sentence, sentence, announcement, enumeration);
};

const enumerationAfter = (text: string, announcement: Announcement, until: number): Enumeration | null => {
  const rest = text.slice(announcement.end, announcement.end + 1_500);
  const note = /\^\[(?:These|They) (?:are|were):?\s+([^\]]{3,800})\]/u.exec(rest);
  if (note) return readEnumeration(text.slice(0, announcement.end + note.index + note[0].length - 1), announcement.end + note.index + note[0].length - 1 - (note[1]?.length ?? 0));
  const bracket = /^\s+\(([^()]{3,400})\)/u.exec(rest);
  if (bracket) return !mayListThings(bracket[1] ?? '', announcement) && countMarkers(bracket[1] ?? '') === null ? null : readEnumeration(text.slice(0, announcement.end + bracket[0].length - 1), announcement.end + bracket[0].indexOf('(') + 1);
  const dash = /^\s*[—–]\s*(?!(?:and|but|or)\b)([^—–]{3,300})\s[—–]\s/u.exec(rest);
  if (dash && !announcement.isPart) return readEnumeration(text.slice(0, announcement.end + dash[0].length - 2), announcement.end + dash[0].indexOf(dash[1] ?? ''));
  const namely = /^,?\s+(?:namely|viz\.|that is|i\.e\.),?\s+/iu.exec(rest);
  if (namely) return readEnumeration(text, announcement.end + namely[0].length);
  const marked = /^\s+(?:are|were)(?:\s+as\s+follows)?:?\s+(?=\(?(?:i|a|1)\)\s)/u.exec(rest);
  if (marked && !announcement.isPart) return readEnumeration(text, announcement.end + marked[0].length);
  const colon = announcement.isPart ? null : (colonAfter(rest) ?? colonBeforeNames(rest));
  return colon === null || announcement.end + colon > Math.max(until, announcement.end + 1) ? null : readEnumeration(text, announcement.end + colon);
};

const conditionWords = /[<>≤≥]|\b(?:above|below|over|under|within|without|beyond|exceeding|at (?:least|most)|(?:more|less|fewer|greater|higher|lower) than|up to)\b/i;
const conditionNouns = /^(?:criterion|condition|test|requirement|threshold|target|goal|aim|indicator|limit|standard|rule|commitment|promise|objective)$/;

/** "Four cities (population above 1 million, GDP above €30 billion and an airport)": what makes them so, not who they are. */
const mayListThings = (bracket: string, { noun }: Announcement): boolean => !/\d{3}|https?:|\bsee\b/i.test(bracket) && (conditionNouns.test(noun) || !conditionWords.test(bracket));

/** "Seven countries did not reply: Austria, Belgium, …": a verb may stand between where names alone are listed, and no other plural that they could be. */
const colonBeforeNames = (rest: string): number | null => {
  const match = /^((?:\s+[\p{Ll}\p{N}][\p{L}\p{N}’'-]*){1,8})\s*:\s+(?=\S)/u.exec(rest);
  const tail = match?.[1]?.trim() ?? '';
  if (!match || tail.split(/\s+/u).some((word) => singularOf(word) !== null) || openVerb.test(tail)) return null;
  const names = rest.slice(match[0].length).replace(/[\s.!?]+$/u, '').split(/,\s+(?:and\s+)?|\s+and\s+/u);
  return names.length > 2 && names.every((name) => isProperName.test(name)) ? match[0].length : null;
};
const openVerb = /\b(?:including|such|by|to|that|should|must|is|other|like|visited|met|asked|named|from|about)\b/iu;
const isProperName = /^(?:the\s+)?\p{Lu}[\p{L}’'-]*(?:\s+(?:of\s+|and\s+)?\p{Lu}[\p{L}’'-]*){0,3}$/u;

/** Past a short "of …", "for …", "that …" and its colon. */
const colonAfter = (rest: string): number | null => {
  const match = /^((?:\s+[\p{L}\p{N}’'-]+){0,10}?)\s*:\s+(?=\S)/u.exec(rest);
  if (!match) return null;
  const tail = (match[1] ?? '').trim();
  if (tail !== '' && !/^(?:of|for|to|in|on|across|within|under|from|with|at|behind|through|that|which|we|it|are|were|as follows|below|here|matter|stand out|remain|emerge)\b/i.test(tail)) return null;
  return /\b(?:including|such as|by|to|that|should|must|is|these|other|like)$/i.test(tail) ? null : match[0].length;
};

/** "… are in the capital. These are A, B and C." */
const inNextSentence = (sentence: Sentence, announcement: Announcement, next: Sentence | undefined): CountFault | null => {
  if (next?.block !== sentence.block) return null;
  const opening = /^(?:These|They) (?:are|were)(?: the)?:?\s+(?=\p{Lu}|\()/u.exec(next.text);
  if (!opening) return null;
  const enumeration = readEnumeration(next.text, opening[0].length);
  return enumeration && faultOf(sentence, next, announcement, enumeration);
};

const faultOf = (sentence: Sentence, place: Sentence, announcement: Announcement, enumeration: Enumeration): CountFault | null => {
  const { count, number } = announcement;
  if (count >= enumeration.least && count <= enumeration.most) return null;
  const listed = count < enumeration.least ? enumeration.least : enumeration.most;
  if (Math.abs(count - listed) > Math.max(2, Math.floor(count / 3))) return null;
  const start = sentence.toSource(announcement.start);
  return {
    span: spanOf(start, sentence.toSource(announcement.end - 1) + 1),
    numberSpan: spanOf(start, sentence.toSource(announcement.start + number.length - 1) + 1),
    number,
    announced: sentence.text.slice(announcement.start, announcement.end),
    listed: enumeration.least === enumeration.most ? enumeration.least : listed,
    listedAtMost: enumeration.most,
    how: 'listed',
    place: spanOf(place.toSource(enumeration.span.start), place.toSource(enumeration.span.end - 1) + 1),
    level: 'listed',
  };
};
