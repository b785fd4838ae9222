import { findBracketGroups } from './bracket-groups';
import type { BracketGroup } from './bracket-groups';
import type { AcronymDefinition } from './citation';
import { isCodeOfUnitOrCurrency } from './common-acronyms';
import type { Span } from './span';
import { spanOf } from './span';

/**
 * Where the text itself says what initials stand for:
 *
 *     the State Bank of Pakistan (SBP)      SBP (State Bank of Pakistan)      State Bank of Pakistan [SBP], 2025
 */
export const findAcronymDefinitions = (text: string): readonly AcronymDefinition[] => {
  const definitions: AcronymDefinition[] = [];
  for (const group of findBracketGroups(text)) {
    const definition = readAcronymInBrackets(text, group) ?? readNameInBrackets(text, group);
    if (definition !== null) definitions.push(definition);
  }
  for (const match of text.matchAll(BETWEEN_COMMAS)) {
    const acronymSpan = spanOf(match.index + 2, match.index + 2 + (match[1]?.length ?? 0));
    const definition = defineBefore(text, match.index, match[1] ?? '', acronymSpan, match.index + 2 + (match[1]?.length ?? 0), 0);
    if (definition !== null) definitions.push(definition);
  }
  return definitions.sort((a, b) => a.span.start - b.span.start);
};

/** "United Nations Development Programme, UNDP, 2024". */
const BETWEEN_COMMAS = /,\s([A-Z][A-Za-z&]{1,8}[A-Z]),\s(?=(?:19|20)\d\d|n\.d\.)/gu;
const ACRONYM = /^\p{Lu}[\p{L}\p{N}&/.-]{0,11}[\p{Lu}\p{N}]s?$/u;
const WORDS_BEFORE = 160;

/** Initials: at least two capitals, and half of the letters at least ("MoITT", but not "McKinsey"). */
export const isAcronym = (word: string): boolean => {
  if (!ACRONYM.test(word) || /^(?:PhD|MPhil|BSc|MSc|LLB|LLM|BEd|MEd|DPhil)$/u.test(word)) return false;
  const letters = word.replace(/s$/u, '').match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase());
  return capitals.length >= 2 && capitals.length * 2 >= letters.length;
};

const readAcronymInBrackets = (text: string, group: BracketGroup): AcronymDefinition | null => {
  const inner = text.slice(group.open + 1, group.close);
  const words = /^\s?(?:(?:hereafter|henceforth|the|or|known as)\s)?["“'‘]?([^\s"”'’,;]{2,14})["”'’]?\s?(?:[,;]\s|$)/u.exec(inner);
  const acronym = words?.[1];
  if (acronym === undefined || !isAcronym(acronym)) return null;
  const at = group.open + 1 + inner.indexOf(acronym);
  return defineBefore(text, group.open, acronym, spanOf(at, at + acronym.length), group.close + 1, MOST_COST);
};

const readNameInBrackets = (text: string, group: BracketGroup): AcronymDefinition | null => {
  const before = /(?:^|[^\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}&-]{1,11})\s?$/u.exec(text.slice(Math.max(0, group.open - 16), group.open));
  const acronym = before?.[1];
  if (acronym === undefined || !isAcronym(acronym)) return null;
  const inner = text.slice(group.open + 1, group.close);
  const start = text.slice(0, group.open).trimEnd().length - acronym.length;
  for (const expansion of [inner, inner.split(/[;:]/u)[0] ?? '', inner.split(',')[0] ?? '']) {
    const trimmed = expansion.trim().replace(/^(?:the|or)\s/iu, '');
    const words = tokensOf(trimmed, 0);
    if (words.length < 2 || words.length > 14) continue;
    if (costOf(words.map((word) => word.text), acronym) > MOST_COST) continue;
    return { acronym: singular(acronym), expansion: trimmed, acronymSpan: spanOf(start, start + acronym.length), span: spanOf(start, group.close + 1) };
  }
  return null;
};

const singular = (acronym: string): string => acronym.replace(/(?<=\p{Lu})s$/u, '');

/** The shortest run of words before `at` that the initials fit best. */
const defineBefore = (text: string, at: number, acronym: string, acronymSpan: Span, end: number, limit: number): AcronymDefinition | null => {
  const windowStart = Math.max(0, at - WORDS_BEFORE);
  const window = text.slice(windowStart, at);
  const stop = Math.max(...[...window.matchAll(/[.;:!?()[\]"“”—]\s|[()[\]]|\n\s*\n/gu)].map((match) => match.index + match[0].length), 0);
  const words = tokensOf(window.slice(stop), windowStart + stop);
  let best: { readonly from: number; readonly cost: number } | null = null;
  const most = Math.min(words.length, acronym.length * 2 + 4);
  for (let count = 1; count <= most; count++) {
    const run = words.slice(words.length - count);
    const partCount = run.reduce((sum, word) => sum + word.text.split('-').length, 0);
    if (partCount < 2 || isSmall(run[0]?.text ?? '')) continue;
    const cost = costOf(run.map((word) => word.text), acronym);
    if (cost <= limit && (best === null || cost < best.cost)) best = { from: words.length - count, cost };
  }
  const first = best === null ? undefined : words[best.from];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const expansion = text.slice(first.start, last.end);
  return { acronym: singular(acronym), expansion, acronymSpan, span: spanOf(first.start, end) };
};

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const tokensOf = (text: string, offset: number): readonly Token[] =>
  [...text.matchAll(/[\p{L}\p{N}&][\p{L}\p{N}&'’-]*/gu)].map((match) => ({ text: match[0], start: offset + match.index, end: offset + match.index + match[0].length }));

const SMALL_WORDS: ReadonlySet<string> = new Set('of the and for in on to a an by with at from de la le les du des del di da do dos e et & or und der die das den für fur y el los las'.split(' '));
const isSmall = (word: string): boolean => SMALL_WORDS.has(word.toLowerCase());

const MOST_COST = 2;

/**
 * How badly the initials fit the words; 0: every capital opens a word or stands as a capital inside one, and every other word is small.
 * A skipped word and a capital from the middle of a word cost; dynamic programming over the letters read so far.
 */
const costOf = (words: readonly string[], acronym: string): number => {
  const letters = withoutAccents(singular(acronym)).match(/[^./-]/gu) ?? [];
  return costOfLetters(words.map(plainWord), letters);
};

/** "l'éleveur" gives an E, "école" too. */
const plainWord = (word: string): string => withoutAccents(word).replace(/^(?:[dl]|qu|dell|nell|sull)['’](?=\p{L})/iu, '');

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const costOfLetters = (words: readonly string[], letters: readonly string[]): number => {
  if (words[0]?.charAt(0).toLowerCase() !== letters[0]?.toLowerCase()) return Infinity;
  let costs = new Map<number, number>([[0, 0]]);
  for (const [index, word] of words.entries()) {
    const next = new Map<number, number>();
    const keep = (read: number, cost: number): void => {
      if (cost <= MOST_COST && cost < (next.get(read) ?? Infinity)) next.set(read, cost);
    };
    for (const [read, cost] of costs) {
      if (index > 0) keep(read, cost + skipCost(word));
      consume(word, letters, read, (count, extra) => keep(read + count, cost + extra + (isSmall(word) ? 0.1 : 0)));
    }
    costs = next;
  }
  return costs.get(letters.length) ?? Infinity;
};

const skipCost = (word: string): number => (isSmall(word) ? 0 : /^\d/u.test(word) ? 3 : 2);

/** Every number of letters that the word can give from its start on. */
const consume = (word: string, letters: readonly string[], from: number, report: (count: number, cost: number) => void): void => {
  if (letters[from] === '&' && /^(?:and|&|et)$/iu.test(word)) {
    report(1, 0);
    return;
  }
  let at = 0;
  let cost = 0;
  for (let count = 1; from + count <= letters.length && count <= 6; count++) {
    const letter = letters[from + count - 1] ?? '';
    const found = count === 1 ? (word.charAt(0).toLowerCase() === letter.toLowerCase() ? 0 : -1) : word.toLowerCase().indexOf(letter.toLowerCase(), at);
    if (found < 0) return;
    const isOpening = found === 0 || word.charAt(found - 1) === '-' || word.charAt(found) !== word.charAt(found).toLowerCase();
    const isCapital = letter !== letter.toLowerCase();
    if (count > 1 && isCapital && !isOpening) cost += 1.2;
    at = found + 1;
    report(count, cost);
  }
};

export interface AcronymUse {
  readonly acronym: string;
  readonly start: number;
  readonly end: number;
}

const CAPITAL_WORD = /(?<![\p{L}\p{N}_@#/.\\])\p{Lu}[\p{L}&]{1,9}(?![\p{L}\p{N}_&@/]|\.\p{L})/gu;
const ROMAN = /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u;
/** Words in capitals for stress. */
const STRESSED: ReadonlySet<string> = new Set('AND OR NOT NO ALL MUST THE A AN OF IN ON TO IS IT IF BY BE WE NEW ANY NEVER ALWAYS ONLY NOW YES WHAT WHY HOW WHEN THIS THAT DO SHALL MAY FOR WITH FROM'.split(' '));

/** Initials in running text: two to eight letters, no roman numerals, degrees, currencies or units, no runs of capitals for stress. */
export const findAcronymUses = (text: string): readonly AcronymUse[] => {
  const uses: AcronymUse[] = [];
  for (const match of text.matchAll(CAPITAL_WORD)) {
    const acronym = singular(match[0]);
    const letterCount = acronym.replace(/&/gu, '').length;
    if (letterCount < 2 || letterCount > 8 || !isAcronym(acronym) || ROMAN.test(acronym) || STRESSED.has(acronym) || isCodeOfUnitOrCurrency(acronym)) continue;
    if (isInCapitalRun(text, match.index, match.index + match[0].length)) continue;
    uses.push({ acronym, start: match.index, end: match.index + acronym.length });
  }
  return uses;
};

/** "KEY TAKEAWAYS", "MUST NOT": a neighbour in capitals that is longer than initials or a plain word. */
const isInCapitalRun = (text: string, start: number, end: number): boolean => {
  const before = /(?:^|\s)(\p{Lu}{2,20})\s$/u.exec(text.slice(Math.max(0, start - 22), start))?.[1];
  const after = /^\s(\p{Lu}{2,20})(?!\p{L})/u.exec(text.slice(end, end + 22))?.[1];
  return [before, after].some((word) => word !== undefined && (word.length > 6 || STRESSED.has(word)));
};
