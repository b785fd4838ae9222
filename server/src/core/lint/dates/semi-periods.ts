/** "Semi-weekly" is twice a week; every two weeks is "biweekly" or "fortnightly". */
import type { Brief } from '../../model/brief';
import { singularOf } from '../counts/count-words';
import { readSentences, someOf } from '../../model/sentence-memory';
import { sourceSpan } from '../find-cues';
import type { Span } from '../../text/span';
import type { DateFault } from './date-fault';

const adverbs: readonly (readonly [unit: string, words: string])[] = [
  ['week', 'weekly'],
  ['month', 'monthly'],
  ['year', 'annual|annually|yearly'],
];
const unitOf = new Map(adverbs.flatMap(([unit, words]) => words.split('|').map((word) => [word, unit] as const)));
const semi = /(?<![\p{L}\p{N}])semi-?(weekly|monthly|annually|annual|yearly)(?![\p{L}\p{N}])((?:\s+\p{L}+){0,3})/giu;
const twoUnits = /(?<![\p{L}\p{N}])(?:every\s+(?:two|2)\s+(week|month|year)s|every\s+(?:other|second)\s+(week|month|year))(?![\p{L}\p{N}])/giu;

/** Of one thing: a noun behind "semi-weekly" that is said, in a sentence with "every two weeks", of what goes by two weeks. */
export function* semiPeriods(brief: Brief): Iterable<DateFault> {
  const found = halves(brief).flatMap(({ sentence, found: matches }) => matches.map((match) => ({ match, place: (start: number, end: number): Span => sourceSpan(sentence, start, end) })));
  for (const { match, place } of found) {
    const [whole, form = '', after = ''] = match;
    const unit = unitOf.get(form.toLowerCase()) ?? '';
    // The next word alone: a "semi-annual price index" is no rent index.
    const nouns = new Set((/\p{L}+/u.exec(after.toLowerCase()) ?? []).map((word) => singularOf(word) ?? word));
    const span = place(match.index, match.index + whole.length - after.length);
    const other = twiceAs(brief, unit, nouns);
    if (other) yield { span, level: 'event', message: `"${whole.slice(0, whole.length - after.length)}" is twice a ${unit}, "${other.text}" elsewhere is every two ${unit}s`, related: [{ span: other.span, message: other.text }], fixes: [] };
  }
}

const halves = readSentences(({ text }) => (/semi/i.test(text) ? someOf([...text.matchAll(semi)]) : null));
const twos = readSentences(({ text }) => someOf([...text.matchAll(twoUnits)]));

const noNoun = new Set('and or to of the a an for in on by with at is are was were report'.split(' '));

const twiceAs = (brief: Brief, unit: string, nouns: ReadonlySet<string>): { readonly text: string; readonly span: Span } | null => {
  for (const { sentence, found } of twos(brief)) {
    const { text } = sentence;
    for (const match of found) {
      if ((match[1] ?? match[2])?.toLowerCase() !== unit) continue;
      const near = text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 30);
      const words = (near.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => singularOf(word) ?? word);
      if (words.some((word) => word.length > 3 && word !== unit && nouns.has(word) && !noNoun.has(word))) return { text: match[0], span: sourceSpan(sentence, match.index, match.index + match[0].length) };
    }
  }
  return null;
};
