/**
 * Parts that are all of their whole: one goes to one receiver, comes from one sender, ends in one way.
 *
 *     The fund made 310 grants: 120 to charities, 95 to schools and 85 to councils.
 */
import { loose, matchesIn, patternOf, token, type RelationReader, type SkeletonPattern } from './relation';
import { sumRelation } from './sum-relations';
import { areLike, type Term } from './term';

const any = String.raw`‹[mn]\d+›`;
const name = String.raw`[^‹;:¶()]{2,45}?`;
const total = token('t', 'mn');
const outcome = String.raw`(?:partly upheld|upheld|rejected|withdrawn|granted|refused|approved|accepted|dismissed|pending|outstanding|allowed|convicted|acquitted|successful|unsuccessful|declined|deferred|passed|failed)`;
const ending = String.raw`${any}(?: \p{L}+)?(?: (?:were|was|are|is|had been|have been))? (?:not |later )?${outcome}(?: (?:in|by|on|as|at|after|before|because|for|without)\b[^‹;:¶()]{0,25}?)?`;

interface CompletePattern {
  readonly pattern: SkeletonPattern;
  /** Too few may have others beside them; too many cannot. */
  readonly isOnlyTooMany: boolean;
}

const patterns: readonly CompletePattern[] = [
  // 310 grants: 120 to charities, 95 to schools and 85 to councils
  { source: String.raw`${total} [^‹;:.¶()]{0,40}?[:,] ?${loose}${any} (?:[\p{L}-]+ )?(?<by>from|to|in|by|at) ${name}(?:, ${any} (?:[\p{L}-]+ )?\k<by> ${name}){0,8},? and ${any} (?:[\p{L}-]+ )?\k<by> [^‹;:¶()]{2,60}?(?=[.;]|$)`, isOnlyTooMany: false },
  // $5.2 billion: a tax credit ($2.1 billion), a fund ($1.9 billion) and transit ($1.2 billion)
  { source: String.raw`${total}(?: [^‹;:.¶()]{1,30})?: ${name} \(${any}\)(?:, ${name} \(${any}\)){0,8},? and ${name} \(${any}\)(?=[.;]|$)`, isOnlyTooMany: false },
  // Of the 3,640 complaints, 1,215 were upheld, 1,870 were rejected and 555 were withdrawn
  { source: String.raw`\b(?:of|among|out of) (?:the |all |its |these |those |our )*${total}[^‹;:¶()]{0,60}?, ${ending}(?:, ${ending}){0,5},? and ${ending}(?=[,.;]|$)`, isOnlyTooMany: true },
].map(({ source, isOnlyTooMany }) => ({ pattern: { ...patternOf(source), needs: [{ kinds: 'mn', count: 3 }] }, isOnlyTooMany }));

/** Some of them, or parts of parts. */
const notAll = /\b(?:includ\w+|such as|mainly|mostly|at least|up to|average|each|per|respectively|for example|notably|among (?:them|others)|than|rose|fell|increase[ds]?|decrease[ds]?|or|of which|of whom)\b/u;

export const readCompleteParts: RelationReader = function* (skeleton, termAt) {
  for (const { pattern, isOnlyTooMany } of patterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const [whole, ...parts] = Array.from(match[0].matchAll(/‹(\w+)›/gu), ([, found]) => termAt(found)).filter((term) => term !== undefined);
      if (!whole || notAll.test(match[0]) || !parts.every((part) => areLike(part, whole) && part.value < whole.value && !part.hasQualifier)) continue;
      if (isNearWhole(whole, parts, isOnlyTooMany)) yield sumRelation(parts, whole);
    }
  }
};

/** Farther off, they are the largest, or those worth a word. */
const isNearWhole = ({ value }: Term, parts: readonly Term[], isOnlyTooMany: boolean): boolean => {
  const sum = parts.reduce((all, part) => all + part.value, 0);
  return isOnlyTooMany ? sum > value && sum < value * 1.6 : sum >= value * 0.95 && sum < value * 1.25;
};
