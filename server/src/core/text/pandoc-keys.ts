import { findBracketGroups } from './bracket-groups';
import type { Citation, CitedWork, FalseFriend } from './citation';
import type { Span } from './span';
import { overlaps, sliceOf, spanOf } from './span';

/**
 * Keys of a bibliography as pandoc reads them:
 *
 *     [see @sbp2025, p. 4; -@imf2025]   @pbs2024 shows   @pbs2024 [p. 3]   [@{https://example.org/a}]
 */
export interface KeyFindings {
  readonly citations: readonly Citation[];
  readonly falseFriends: readonly FalseFriend[];
}

export interface KeyOptions {
  /** Only with a bibliography can a bare "@word" be told from somebody's handle. */
  readonly hasBibliography: boolean;
}

/** The label of a note, `[^@x]`, is none. */
const KEY = /(?<![\p{L}\p{N}_@/\\.]|\[\^)-?@(?:\{([^{}\s]{1,300})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])){0,200}))/gu;
/** Quarto's own labels. */
const CROSS_REFERENCE = /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau|supplement)[-:]/u;

export const findPandocKeys = (text: string, options: KeyOptions): KeyFindings => {
  const citations: Citation[] = [];
  const falseFriends: FalseFriend[] = [];
  const keys = findKeys(text);
  if (keys.length === 0) return { citations, falseFriends };
  const groups = findBracketGroups(text).filter((group) => group.shape === 'square');
  let nextKey = 0;
  for (const group of groups) {
    const span = spanOf(group.open, group.close + 1);
    while ((keys[nextKey]?.span.end ?? Infinity) <= group.open) addBare(text, keys[nextKey++], options, citations, falseFriends);
    const inside: FoundKey[] = [];
    for (let key = keys[nextKey]; key !== undefined && key.span.end <= group.close; key = keys[++nextKey]) inside.push(key);
    addGroup(text, span, inside, citations, falseFriends);
  }
  while (nextKey < keys.length) addBare(text, keys[nextKey++], options, citations, falseFriends);
  return { citations, falseFriends };
};

/** Every key of a text, whatever stands around it. */
export const findKeys = (text: string): readonly FoundKey[] => [...text.matchAll(KEY)].map(toKey);

export interface FoundKey {
  readonly key: string;
  /** With its minus, `@` and braces. */
  readonly span: Span;
}

const toKey = (match: RegExpExecArray): FoundKey => ({ key: match[1] ?? match[2] ?? '', span: spanOf(match.index, match.index + match[0].length) });

const addGroup = (text: string, span: Span, keys: readonly FoundKey[], citations: Citation[], falseFriends: FalseFriend[]): void => {
  const works: CitedWork[] = [];
  for (const [index, key] of keys.entries()) {
    if (CROSS_REFERENCE.test(key.key)) {
      falseFriends.push(toCrossReference(key));
      continue;
    }
    const end = keys[index + 1]?.span.start ?? span.end - 1;
    const rest = text.slice(key.span.end, end);
    const semicolon = rest.indexOf(';');
    works.push(workOf(key, locatorOf(semicolon < 0 ? rest : rest.slice(0, semicolon))));
  }
  if (works.length === 0) return;
  const bare = bareBefore(text, span, works, citations.at(-1));
  if (bare === undefined) citations.push({ span, style: 'key', works, isOwnWork: false });
  else citations[citations.length - 1] = bare;
};

/** `@pbs2024 [p. 3; @sbp2025] shows`: the brackets go on with the work that stands in the sentence. */
const bareBefore = (text: string, group: Span, works: readonly CitedWork[], before: Citation | undefined): Citation | undefined => {
  const [work] = before?.works ?? [];
  const first = works[0]?.span.start ?? group.start;
  if (before === undefined || work === undefined || text.startsWith('[', before.span.start) || before.span.end !== work.span.end) return undefined;
  const inside = /^([^;]*);/u.exec(text.slice(group.start + 1, first));
  if (inside === null || !/^\s?$/u.test(text.slice(before.span.end, group.start))) return undefined;
  return { ...before, span: spanOf(before.span.start, group.end), works: [{ ...work, locator: locatorOf(inside[1] ?? '') }, ...works] };
};

const addBare = (text: string, key: FoundKey | undefined, options: KeyOptions, citations: Citation[], falseFriends: FalseFriend[]): void => {
  if (key === undefined) return;
  const last = citations.at(-1);
  if (last !== undefined && overlaps(last.span, key.span)) return;
  if (CROSS_REFERENCE.test(key.key)) {
    falseFriends.push(toCrossReference(key));
  } else if (options.hasBibliography || text.charAt(key.span.end - 1) === '}') {
    const locator = /^\s?\[([^[\]@]{1,80})\](?!\()/u.exec(text.slice(key.span.end, key.span.end + 90));
    const end = key.span.end + (locator?.[0].length ?? 0);
    citations.push({ span: spanOf(key.span.start, end), style: 'key', works: [workOf(key, locator?.[1] ?? null)], isOwnWork: false });
  } else {
    falseFriends.push({ span: key.span, kind: 'handle', name: sliceOf(text, key.span), year: null });
  }
};

const toCrossReference = (key: FoundKey): FalseFriend => ({ span: key.span, kind: 'cross-reference', name: key.key, year: null });

const workOf = (key: FoundKey, locator: string | null): CitedWork => ({
  span: key.span,
  author: null,
  authorSpan: null,
  year: null,
  yearSpan: null,
  key: key.key,
  locator,
  title: null,
});

/** What stands after the key, if it has a number: ", p. 4", " ch. 2". */
const locatorOf = (rest: string): string | null => {
  const words = rest.replace(/^[\s,]+|[\s,;]+$/gu, '');
  return /\d/u.test(words) && words.length <= 80 ? words : null;
};
