/** "These three measures" behind a list of four; "both Lund, Kiel and Riga". */
import type { Brief, Sentence } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { readSentences, rememberBySentence } from '../../model/sentence-memory';
import { spanOf } from '../../text/span';
import { findAnnouncements, type Announcement } from './announcement';
import type { CountFault } from './count-fault';
import { findIntroduction, type Introduction } from './introduced-counts';

export function* takenUpCounts(brief: Brief): Iterable<CountFault> {
  const groups = new Map<string, Introduction | null>();
  let latest: Introduction | null = null;
  for (const block of brief.blocks) {
    if (block.kind !== 'paragraph') continue;
    for (const sentence of block.sentences) {
      const fault = bothOfThree(brief, sentence) ?? takenUp(sentence, latest, groups);
      if (fault) yield fault;
    }
    const found = findIntroduction(brief, block);
    if (!found) continue;
    latest = found;
    // Two lists of one noun: nobody knows which of them a later "all three" takes up.
    groups.set(found.announcement.noun, groups.has(found.announcement.noun) ? null : found);
  }
}

const pointing = /(?:^|[,;(]\s*|\b(?:and|but|of|in|for|with|to|on|by|that|from)\s+)(?:all (?:of )?(?:the |these )?|these |those |each of (?:the |these ))$/i;
const pointingAtAll = /\ball (?:of )?(?:the |these )?$/i;

const pointsBack = rememberBySentence(({ text }) => /\b(?:all|these|those|each)\b/i.test(text));

/** "these three" in the section of the list, "all three" anywhere after it. */
const takenUp = (sentence: Sentence, latest: Introduction | null, groups: ReadonlyMap<string, Introduction | null>): CountFault | null => {
  if (groups.size === 0 || !pointsBack(sentence)) return null;
  const announcements = findAnnouncements(sentence.text);
  for (const announcement of announcements) {
    const before = sentence.text.slice(Math.max(0, announcement.start - 30), announcement.start);
    if (announcement.isPart || !pointing.test(before)) continue;
    const group = groups.get(announcement.noun);
    if (!group || group.announcement.count !== group.things.count || announcement.count === group.things.count || Math.abs(announcement.count - group.things.count) > 1) continue;
    if (announcement.modifiers.some((word) => !group.announcement.modifiers.includes(word))) continue;
    if (!pointingAtAll.test(before) && (latest !== group || group.sentence.section !== sentence.section)) continue;
    if (announcements.some((other) => other !== announcement && other.noun === announcement.noun)) continue;
    return faultOf(sentence, announcement, group);
  }
  return null;
};

const faultOf = (sentence: Sentence, { start, end, number }: Announcement, { things }: Introduction): CountFault => {
  const from = sentence.toSource(start);
  return {
    span: spanOf(from, sentence.toSource(end - 1) + 1),
    numberSpan: spanOf(from, sentence.toSource(start + number.length - 1) + 1),
    number,
    announced: sentence.text.slice(start, end),
    listed: things.count,
    listedAtMost: things.count,
    how: 'listed further up',
    place: things.place,
    level: 'listed',
  };
};

const name = '\\p{Lu}[\\p{L}’-]+(?:\\s\\p{Lu}[\\p{L}’-]+){0,2}';
const three = new RegExp(`\\b([Bb]oth)\\s+(?:in\\s+|the\\s+)?(${name}),\\s+((?:${name},\\s+)*)(${name}),?\\s+and\\s+(?:the\\s+)?(${name})(?!\\p{L})`, 'u');

const threes = readSentences(({ text }) => (text.includes('oth ') ? three.exec(text) : null));
const threeBySentence = rememberByBrief((brief): ReadonlyMap<number, RegExpExecArray> => new Map(threes(brief).map(({ sentence, found }) => [sentence.index, found])));

/** Of names alone, for "both the cost, such as it is, and the time" is none. */
const bothOfThree = (brief: Brief, sentence: Sentence): CountFault | null => {
  const match = threeBySentence(brief).get(sentence.index) ?? null;
  const [whole = '', number = '', first = '', others = ''] = match ?? [];
  // "Both Houses, Lords and Commons": the plural is what the two are.
  if (!match || first.endsWith('s')) return null;
  const listed = 3 + (others.match(/,/g)?.length ?? 0);
  const span = spanOf(sentence.toSource(match.index), sentence.toSource(match.index + whole.length - 1) + 1);
  return { span, numberSpan: spanOf(span.start, span.start + number.length), number, announced: number, listed, listedAtMost: listed + 1, how: 'named', place: span, level: 'listed' };
};
