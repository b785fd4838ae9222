/** How many things a run of words lists: "cost, time and quality" three. */
import { spanOf, type Span } from '../../text/span';

/** `least` and `most` differ where an "and" may stand inside one item ("water and sanitation"). */
export interface Enumeration {
  readonly least: number;
  readonly most: number;
  /** Into the text that was read. */
  readonly span: Span;
}

const openEnded = /\b(?:e\.g\.|for example|for instance|such as|including|includes?|among (?:them|others)|etc\b|and (?:others|so on|more|the like)|or (?:others|similar)|inter alia|notably|especially|mainly|chiefly|respectively)|…|\.\.\.|\bother\b/i;
const finiteVerb = /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|do|does|did|we|they|it|this|there)\b/i;
const comment = /^(?:which|who|whose|where|when|while|with|although|though|but|as|because|since|each|all|both|so|thus|then|if|unless|whereas|however|respectively|plus|not|in|on|at|for|from|by|under|after|before)\b/i;
const conjunction = /\b(?:and|or|as well as)\b|&/gi;

/** Reads the words from an offset to the end of the text, which is a sentence or a bracket without its last mark. */
export const readEnumeration = (text: string, from: number): Enumeration | null => {
  const raw = text.slice(from);
  if (raw.length > 2_000) return null;
  const words = blankBrackets(raw).replace(/[\s.!?:;]+$/u, '');
  const place = spanOf(from + (words.length - words.trimStart().length), from + words.length);
  if (openEnded.test(words)) return null;
  const counts = countMarkers(words) ?? (words.includes(';') ? countSemicolons(words) : countCommas(words));
  return counts && { ...counts, span: place };
};

type Counts = Pick<Enumeration, 'least' | 'most'>;

/** What stands in brackets or quotation marks is part of one item; its marks must not part it. */
const blankBrackets = (text: string): string => text.replace(/\([^()]{4,}\)|“[^”]*”|"[^"]*"|\[[^[\]]*\]/gu, (part) => part.replace(/[,;]|\b(?:and|or)\b|&/gi, (mark) => 'x'.repeat(mark.length)));

const letterMarker = /(?<![\p{L}\p{N}])\(?([a-h])\)\s/gu;
const romanMarker = /(?<![\p{L}\p{N}])\(?(i{1,3}|iv|vi{0,3}|ix|x)\)\s/gu;
const numberMarker = /(?<![\p{L}\p{N}.,])\(?([1-9]|1\d)\)\s/gu;
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** "(a) … (b) …", "1) … 2) …", "(i) … (ii) …": complete from the first one on, else nothing is said. */
export const countMarkers = (text: string): Counts | null => {
  const readers: readonly (readonly [RegExp, (mark: string) => number])[] = [
    [romanMarker, (mark) => romans.indexOf(mark) + 1],
    [letterMarker, (mark) => mark.charCodeAt(0) - 96],
    [numberMarker, Number],
  ];
  for (const [pattern, toNumber] of readers) {
    const numbers = Array.from(text.matchAll(pattern), (match) => toNumber(match[1] ?? ''));
    if (numbers.length < 2 || numbers[0] !== 1) continue;
    if (!numbers.every((number, i) => number === i + 1)) return null;
    return { least: numbers.length, most: numbers.length };
  }
  return null;
};

const countSemicolons = (text: string): Counts | null => {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  const [first = ''] = parts;
  // "Congress, the president and the court; between …": the list ends at the first semicolon.
  if (parts.length < 2 || parts.some((part) => startsWithCount.test(part)) || (first.includes(',') && countCommas(first) !== null)) return null;
  if (parts.slice(1).some((part) => comment.test(part.trim().replace(/^(?:and|or)\s+/i, '')))) return null;
  if (parts.length === 2 && conjunctionsIn(parts.join(' ')) > (startsWithConjunction(parts[1] ?? '') ? 1 : 0)) return null;
  const inner = parts.reduce((sum, part) => sum + part.split(/,(?!\d)/).length - 1, 0);
  return { least: parts.length, most: parts.length + inner };
};

/** "two by vote; one by lot": the parts count themselves. */
const startsWithCount = /^\s*(?:and\s+|or\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i;

const conjunctionsIn = (text: string): number => text.match(conjunction)?.length ?? 0;
const startsWithConjunction = (part: string): boolean => /^\s*(?:and|or|as well as|&)\s/i.test(part);
const wordCount = (text: string): number => text.trim().split(/\s+/).filter((word) => word !== '').length;
const isName = (part: string): boolean => /^\s*(?:and\s+|or\s+|the\s+)*\p{Lu}/u.test(part);

const countCommas = (text: string): Counts | null => {
  const parts = withoutComment(text.split(/,(?!\d)/).map((part) => part.trim()).filter((part) => part !== ''));
  const last = parts.at(-1);
  if (last === undefined || parts.slice(1, -1).some((part) => comment.test(part)) || parts.some((part) => startsWithCount.test(part)) || parts.some((part) => wordCount(part) > 9 || finiteVerb.test(part) || /[:;.!?—]\s/.test(part))) return null;
  const inLast = conjunctionsIn(last);
  if (inLast === 0) return parts.length >= 3 && parts.every((part) => isName(part) && wordCount(part) <= 4 && !/\d/.test(part)) ? { least: parts.length, most: parts.length } : null;
  const inner = parts.slice(0, -1).reduce((sum, part) => sum + conjunctionsIn(part), 0);
  const base = parts.length + (startsWithConjunction(last) ? 0 : 1);
  const most = base + inner + inLast - 1;
  if (parts.length === 1) return wordCount(last) <= 9 && inLast === 1 && isEvenPair(last) ? { least: 2, most: 2 } : null;
  // "lower cost, time and effort, and better quality" may be two things or four; names do not nest.
  const mayNest = inner > 0 && !parts.every(isName);
  return mayNest || !isParallel(parts) ? { least: 2, most } : { least: base, most };
};

/** "which joined in 2015" behind the last item is no item. */
const withoutComment = (parts: readonly string[]): readonly string[] => {
  const lastJoined = parts.findLastIndex((part) => conjunctionsIn(part) > 0);
  if (lastJoined >= 0 && lastJoined < parts.length - 1) {
    const rest = parts.slice(lastJoined + 1);
    return comment.test(rest[0] ?? '') ? parts.slice(0, lastJoined + 1) : parts;
  }
  return parts;
};

const isEvenPair = (pair: string): boolean => pair.split(/\b(?:and|or|as well as)\b|&/i).every((side) => wordCount(side) >= 1 && wordCount(side) <= 4);

/** Items of one make: all names, all "-ing", all "to …", or all short. */
const isParallel = (parts: readonly string[]): boolean => {
  const plain = parts.map((part) => part.replace(/^(?:and|or)\s+/i, ''));
  const opens = (pattern: RegExp): number => plain.filter((part) => pattern.test(part)).length;
  for (const pattern of [/^\p{Ll}+ing\b/u, /^to\s/, /^(?:a|an|the)\s/i]) {
    const count = opens(pattern);
    if (count === plain.length) return true;
    if (count > 0 && pattern.source.includes('to')) return false;
  }
  return plain.every(isName) || plain.every((part) => part.split(conjunction).every((side) => wordCount(side) <= 6));
};
