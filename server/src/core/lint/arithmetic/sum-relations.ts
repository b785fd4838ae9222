/** Parts and what they come to. */
import { exactly, minus, plus } from './interval';
import { loose, matchesIn, patternOf, token, type Relation, type RelationReader, type SkeletonPattern } from './relation';
import { areLike, type Term } from './term';

const kinds = 'mn';
const any = `‹[${kinds}]\\d+›`;
/** A name for a part; what is said of subsets, changes and times begins another thing. */
const words = String.raw`(?:(?!\b(?:from (?:[^‹ ]+ )?‹|including|compared|than|after|per|each|every|of which|of whom|while|but|whereas|respectively|if|when|because|up|down|against|versus|over|total(?:s|ling|led)?|sum|altogether|giving|making|leaving|remaining)\b)[^‹;:¶()]){0,50}?`;
/** "phase 2 $25 million". */
const item = String.raw`${loose}(?:(?:(?!\b(?:total|sum|altogether|giving|making|leaving)\b)[^‹;:,¶()]){1,30} )?${any}`;
/** "12 nurses, 30 doctors and 5 porters". */
const list = String.raw`(?<list>${any}${words}(?:, ?${item}${words}){0,8}(?:,? (?:and|plus) (?:a further |another |an additional )?|,? ?\+ ?)${item}${words})`;
/** Without "and": only where the words for the total leave no doubt. */
const bareList = String.raw`(?<list>${any}${words}(?:, ?${item}${words}){1,8})`;
const total = token('t', kinds);

const patterns: readonly SkeletonPattern[] = [
  // 12 men and 15 women, 27 in all
  String.raw`${list}(?:,|:|;| —| –|\() ?(?:or |a total of |in total |totalling |totaling |making |for a total of |bringing the total to |adding up to |i\.e\. |that is,? |altogether |together |giving |for a combined |a combined )*${loose}${total}(?<after>[^‹;:,¶()]{0,30}?\b(?:in all|in total|altogether|all told|combined|overall|together)\b)`,
  String.raw`${list}(?:,| —| –|\(|:)? ?(?:for |to |with |which |and |or |making |giving )?(?:a total of|totalling|totaling|adds? up to|adding up to|a combined|(?:bring|take|push|lift)(?:s|ing)? (?:the |its |our )?(?:total|overall|combined)[^‹;:,¶()]{0,25}? to|making a total of|in total|altogether|summing to|for a sum of|comes? to|makes?|is|equals|=) ?${loose}${total}`,
  String.raw`${bareList}(?:,| —| –|:) ?(?:for |making |giving |with |or )?(?:a total of|totalling|totaling|adding up to|a combined) ?${loose}${total}`,
  // With $40 million from the state and $25 million from donors, it has $65 million in total
  String.raw`${list},(?! (?:and|but|while|whereas|or)\b)[^‹;:¶()]{0,45}? ${loose}${total}(?<after>[^‹;:,¶()]{0,15}? (?:in all|in total|altogether|all told|combined)\b)`,
  // Together, the grant ($40 million) and the loan ($25 million) give $65 million
  String.raw`\b(?:together|combined)\b,?(?<list>[^‹;:,¶()]{0,40}\(?${any}\)?[^‹;:,¶()]{0,40}?(?:,[^‹;:,¶()]{0,40}\(?${any}\)?[^‹;:,¶()]{0,30}?){0,4},? and [^‹;:,¶()]{0,40}\(?${any}\)?)[^‹;:,¶()]{0,40}? ${total}`,
  // a total of 27 staff: 12 men and 15 women; 27 people (12 men and 15 women)
  String.raw`(?:\b(?:total(?:s|led|ling)?|altogether|in all)\b[^‹;:¶()]{0,20}?)${total}${words}(?:: ?|,? ?\(|,? (?:made up of|comprising|consisting of|split between|composed of|divided into|namely|that is,?) |, ?)${loose}${list}(?=\)|[.;]|$| ¶)`,
  String.raw`${total}${words}(?::|,? (?:made up of|comprising|consisting of|split (?:between|into)|composed of|divided (?:between|into)|namely)) ?${loose}${list}(?=\)|[.;]|$| ¶)`,
  // 27 people, 12 men and 15 women; of which 12 men and 15 women
  String.raw`${total}${words}, (?:(?:of which|of whom) )?${loose}${list}(?=\)|[.;]|$| ¶)`,
  // 27 people (12 men and 15 women)
  String.raw`${total}${words} ?\(${list}\)`,
].map((source) => ({ ...patternOf(source), needs: [{ kinds, count: 3 }] }));

/** From this one on the whole comes first, and what follows may be two examples. */
const firstOfWholes = patterns.findIndex(({ regex }) => regex.source.startsWith(String.raw`(?:\b(?:total`));

/** "120 people, 70 women and 50 men" */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:women|girls|females?|mothers)\b/u, /\b(?:men|boys|males?|fathers)\b/u],
  [/\burban\b/u, /\brural\b/u],
  [/\bpublic\b/u, /\bprivate\b/u],
  [/\bcapital\b/u, /\b(?:recurrent|current|revenue)\b/u],
  [/\bdomestic\b/u, /\b(?:foreign|external|international)\b/u],
];
const saysComplete = /\b(?:made up of|comprising|consisting of|composed of|split (?:between|into)|divided (?:between|into)|namely|the (?:rest|remainder|remaining|others?))\b/u;

/** Of 120 schools, 80 …; the remaining 40 … */
const restPatterns: readonly SkeletonPattern[] = [
  String.raw`\b(?:of|among|out of) (?:the |all |its |our |these |those |a total of )*${token('t', kinds)}[^‹;:¶]{0,60}?,[^‹;:¶]{0,40}?${token('p', kinds)}[^‹]{0,90}?\b(?:the (?:remaining|other|rest,?|balance of)|(?:and )?the (?:remainder|rest)[^‹;:,¶]{0,12}?\() ?${token('r', kinds)}`,
  String.raw`(?<!‹)\b${token('p', kinds)}[^‹¶;]{0,20}? of (?:the |all |its |our |these |those |a total of )*${token('t', kinds)}[^‹]{0,90}?\b(?:the (?:remaining|other|rest,?|balance of)) ${token('r', kinds)}`,
  String.raw`\b(?:of|among|out of) (?:the |all |its |our |these |those |a total of )*${token('t', kinds)}[^‹;:¶]{0,60}?,[^‹;:¶]{0,40}?${token('p', kinds)}[^‹]{0,60}?\bleaving (?:only |just |about |some )?${token('r', kinds)}`,
].map(patternOf);

/** "60% rent. The remaining 30% own." One share in one sentence and the rest in the next. */
const restShares: readonly RegExp[] = [
  String.raw`^[^‹]*${token('p', 'p')} of [^‹]{0,120} ¶ (?:the (?:remaining|other|rest \() ?)${token('r', 'p')}[^‹]*$`,
  // Women make up 60% of teachers, men the remaining 40%
  String.raw`^[^‹]*${token('p', 'p')} of [^‹;:¶]{0,80}[,;] [^‹,;:¶]{0,40}?\bthe remaining ${token('r', 'p')}(?! of )[^‹]*$`,
].map((source) => new RegExp(source, 'u'));

export const readSums: RelationReader = function* (skeleton, termAt) {
  for (const [at, pattern] of patterns.entries()) {
    for (const match of matchesIn(skeleton, pattern)) {
      const stated = termAt(match.groups?.['t']);
      const parts = [...(match.groups?.['list'] ?? '').matchAll(/‹(\w+)›/g)].flatMap(([, name]) => termAt(name) ?? []);
      if (!stated || parts.length < 2 || !parts.every((part) => areLike(part, stated)) || isTwice(match[0])) continue;
      if (at >= firstOfWholes && !isComplete(patterns.length - at, match[0], stated, parts)) continue;
      if (isMeasuredApart(match[0])) continue;
      yield sumRelation(parts, stated);
    }
  }
  for (const pattern of restPatterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const [all, part, rest] = [termAt(match.groups?.['t']), termAt(match.groups?.['p']), termAt(match.groups?.['r'])];
      if (!all || !part || !rest || !areLike(all, part) || !areLike(all, rest) || all.value < part.value || all.value < rest.value) continue;
      yield restRelation(all, part, rest);
    }
  }
  for (const pattern of restShares) {
    const { groups } = pattern.exec(skeleton.words) ?? {};
    const [part, rest] = [termAt(groups?.['p']), termAt(groups?.['r'])];
    if (part && rest) yield { stated: rest, operands: [part], compute: ([a]) => (a ? [minus(exactly(100), a)] : []), solve: (_, __, stated) => 100 - stated, says: `100% less ${part.text} is`, form: 'figure', mostTimes: 3 };
  }
};

/** "12 men and 15 women, respectively", "a year": the list is no sum. */
const isTwice = (matched: string): boolean => /\b(?:respectively|or|to|between|either|each|per|average|mean|median|double[- ]counted|overlap\w*)\b/u.test(matched.replace(/\b(?:bring|take|push|lift)(?:s|ing)? (?:the |its |our )?(?:total|overall|combined)[^‹;:,¶()]{0,25}? to\b|\bcom(?:es|e|ing) to\b|\badd(?:s|ing)? up to\b|\bsumming to\b|\bsplit between\b|\bdivided between\b/gu, ''));

/** Only where the words say that the parts are all: "1,240 complaints were received: 610 about delays and 240 about staff" gives the most frequent two. */
const isComplete = (fromEnd: number, matched: string, stated: Term, parts: readonly Term[]): boolean => {
  if (saysComplete.test(matched) || areOpposites(matched)) return true;
  const isInBrackets = fromEnd === 1;
  // Parts may overlap; sums of money after a colon do not.
  if (stated.kind === 'm' && /^[^‹]*‹\w+›[^‹]*:/u.test(matched)) return isWhole(stated, parts) && parts.reduce((sum, part) => sum + part.value, 0) > stated.value;
  return (isInBrackets || /\bof wh(?:ich|om)\b/u.test(matched)) && isWhole(stated, parts);
};

/** In brackets stands often only what is worth naming; what comes close to the whole or goes above it is meant to be all of it. */
const isWhole = ({ value }: Term, parts: readonly Term[]): boolean => {
  const sum = parts.reduce((all, part) => all + part.value, 0);
  return sum >= value * (parts.length > 2 ? 0.85 : 0.9) && sum <= value * 1.6;
};

const areOpposites = (matched: string): boolean => opposites.some((pair) => pair.every((side) => side.test(matched)));

/** Numbers of things that differ in kind are not added up: "3 schools with 400 pupils and 20 teachers". */
const isMeasuredApart = (matched: string): boolean => /›[^‹]{0,40}\b(?:with|in|across|at|by) (?:the )?‹n/u.test(matched);

const sumRelation = (parts: readonly Term[], stated: Term): Relation => ({
  stated,
  operands: parts,
  compute: (values) => [values.reduce((all, value) => plus(all, value), exactly(0))],
  solve: (at, values, sum) => values.reduce((left, value, i) => (i === at ? left : left - value), sum),
  says: `${parts.map(({ text }) => text).join(' + ')} is`,
  form: 'figure',
  mostTimes: 2.5,
});

const restRelation = (all: Term, part: Term, stated: Term): Relation => ({
  stated,
  operands: [all, part],
  compute: ([a, b]) => (a && b ? [minus(a, b)] : []),
  solve: (at, [a = 0, b = 0], left) => (at === 0 ? b + left : a - left),
  says: `${all.text} less ${part.text} is`,
  form: 'figure',
  mostTimes: 3,
});

