/** Parts and what they come to. */
import { exactly, minus, plus } from './interval';
import { loose, matchesIn, patternOf, token, type Relation, type RelationReader, type Skeleton, type SkeletonPattern, type TermAt } from './relation';
import { areLike, type Term } from './term';

const kinds = 'mn';
const any = `‹[${kinds}]\\d+›`;
/** A name for a part; what is said of subsets, changes and times begins another thing. */
export const words = String.raw`(?:(?!\b(?:from (?:[^‹ ,]+ )?‹|including|compared|than|after|per|each|every|of which|of whom|while|but|whereas|respectively|if|when|because|up|down|against|versus|over|total(?:s|ling|led)?|sum|altogether|giving|making|leaving|remaining)\b)[^‹;:¶()]){0,50}?`;
/** "phase 2 $25 million". */
const item = String.raw`${loose}(?:(?:(?!\b(?:total|sum|altogether|giving|making|leaving)\b)[^‹;:,¶()]){1,30} )?${any}`;
/** "12 nurses, 30 doctors and 5 porters". */
export const list = String.raw`(?<list>${any}${words}(?:, ?${item}${words}){0,8}(?:,? (?:and|plus) (?:a further |another |an additional )?|,? ?\+ ?)${item}${words})`;
/** Without "and": only where the words for the total leave no doubt. */
const bareList = String.raw`(?<list>${any}${words}(?:, ?${item}${words}){1,8})`;
const total = token('t', kinds);

const patterns: readonly SkeletonPattern[] = [
  // 12 men and 15 women, 27 in all
  String.raw`${list}(?:,|:|;| —| –|\() ?(?:or |a total of |in total |totalling |totaling |making |for a total of |bringing the total to |adding up to |i\.e\. |that is,? |altogether |together |giving |for a combined |a combined )*${loose}${total}(?<after>[^‹;:,¶()]{0,30}?\b(?:in all|in total|altogether|all told|combined|overall|together)\b)`,
  String.raw`${list}(?:,| —| –|\(|:)? ?(?:for |to |with |which |and |or |making |giving )?(?:a total of|totalling|totaling|adds? up to|adding up to|an? (?:combined|joint|cumulative)(?: \p{L}+ of)?|(?:al)?together,?|(?:bring|take|push|lift)(?:s|ing)? (?:the |its |our )?(?:total|overall|combined)[^‹;:,¶()]{0,25}? to|making a total of|in total|altogether|summing to|for a sum of|comes? to|makes?|is|equals|=) ?${loose}${total}`,
  String.raw`${bareList}(?:,| —| –|:) ?(?:for |making |giving |with |or )?(?:a total of|totalling|totaling|adding up to|a combined) ?${loose}${total}`,
  // With $40 million from the state and $25 million from donors, it has $65 million in total
  String.raw`${list},(?! (?:and|but|while|whereas|or)\b)[^‹;:¶()]{0,45}? ${loose}${total}(?<after>[^‹;:,¶()]{0,15}? (?:in all|in total|altogether|all told|combined)\b)`,
  // $14 million in 2025, $22 million in 2026 and $9 million in 2027, $45 million over three years
  String.raw`${list}, (?:or |in all |a total of |in total )?${loose}${total} (?:over|across) (?:the |these |those )?‹(?<years>t\d+)›`,
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

/** "Two loans, worth $45 million and $38 million": the first number counts the others. */
const withoutCount = (parts: readonly Term[]): readonly Term[] => {
  const [first, ...others] = parts;
  return first && others.length > 1 && first.value === others.length && others.every((part) => !areLike(part, first)) ? others : parts;
};

/** "Bring the total to": with what there was before. */
const addsToOthers = /\b(?:bring|take|push|lift)(?:s|ing)? (?:the |its |our )?(?:total|overall|combined)/u;
export const atLeast = (relation: Relation): Relation => ({ ...relation, compute: (values) => relation.compute(values).map(({ low }) => ({ low, high: Infinity })) });

/** As many parts as years. */
const isOneAYear = (parts: readonly Term[], years: Term | undefined): boolean => !years || (years.unit === 'years' && years.value === parts.length);

/** "120 people, 70 women and 50 men" */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:women|girls|females?|mothers)\b/u, /\b(?:men|boys|males?|fathers)\b/u],
  [/\burban\b/u, /\brural\b/u],
  [/\bpublic\b/u, /\bprivate\b/u],
  [/\bcapital\b/u, /\b(?:recurrent|current|revenue)\b/u],
  [/\bdomestic\b/u, /\b(?:foreign|external|international)\b/u],
];
const saysComplete = /\b(?:made up of|comprising|consisting of|composed of|split (?:between|into)|divided (?:between|into)|namely|the (?:rest|remainder|remaining|others?))\b/u;
/** "214 letters: 118 from persons, 84 from firms and 12 from others" */
const endsInOthers = /^[^‹]*‹\w+›[^‹]*:.*(?:and|,) ‹\w+› (?:(?:for|from|of|to) )?others?\b/u;

/** Of 120 schools, 80 …; the remaining 40 … */
const restPatterns: readonly SkeletonPattern[] = [
  String.raw`\b(?:of|among|out of) (?:the |all |its |our |these |those |a total of )*${token('t', kinds)}[^‹;:¶]{0,60}?,[^‹;:¶]{0,40}?${token('p', kinds)}[^‹]{0,90}?\b(?:the (?:remaining|other|rest,?|balance of)|(?:and )?the (?:remainder|rest)[^‹;:,¶]{0,12}?\() ?${token('r', kinds)}`,
  String.raw`(?<!‹)\b${token('p', kinds)}[^‹¶;]{0,20}? of (?:the |all |its |our |these |those |a total of )*${token('t', kinds)}[^‹]{0,90}?\b(?:the (?:remaining|other|rest,?|balance of)) ${token('r', kinds)}`,
  String.raw`\b(?:of|among|out of) (?:the |all |its |our |these |those |a total of )*${token('t', kinds)}[^‹;:¶]{0,60}?,[^‹;:¶]{0,40}?${token('p', kinds)}[^‹]{0,60}?\bleaving (?:only |just |about |some )?${token('r', kinds)}`,
].map(patternOf);

const wholeOfSeveral = String.raw`\b(?:of|from|out of) (?:the |all |every |its |our |these |those |an? |a total of )*(?:[\p{L}-]+ (?:of )?)?${total}[^‹;:¶]{0,60}?, ${list}`;
const restOfSeveral: readonly { readonly pattern: SkeletonPattern; readonly mayOverlap: boolean }[] = [
  // From a grant of $90 million, $35 million goes to roads and $25 million to schools, leaving $30 million
  { source: String.raw`${wholeOfSeveral}(?:,| and)? (?:which |that )?(?:leaving|leaves?) (?:only |just |about |some )*${token('r', kinds)}`, mayOverlap: true },
  // Of every 100 applications, 62 are approved and 28 rejected; the remaining 10 are withdrawn
  { source: String.raw`${wholeOfSeveral}[;,.]?(?: ¶)? (?:and |while )?the (?:remaining|other|rest,?) ${token('r', kinds)}`, mayOverlap: false },
].map(({ source, mayOverlap }) => ({ pattern: { ...patternOf(source), needs: [{ kinds, count: 4 }] }, mayOverlap }));

/** Men make up 58% of the members, and women 42%: of opposites, both cannot be more. */
const sharesOfTwo = new RegExp(String.raw`^[^‹]*${token('p', 'p')} of [^‹;:¶]{0,60}?(?:,| and|, and|, while) [^‹,;:¶]{0,30}?${token('r', 'p')}(?!,? of )(?! in )[^‹]*$`, 'u');

/** "60% rent. The remaining 30% own." One share in one sentence and the rest in the next. */
const restShares: readonly RegExp[] = [
  String.raw`^[^‹]*${token('p', 'p')} of [^‹]{0,120} ¶ (?:the (?:remaining|other|rest \() ?)${token('r', 'p')}[^‹]*$`,
  // Women make up 60% of teachers, men the remaining 40%
  String.raw`^[^‹]*${token('p', 'p')} of [^‹;:¶]{0,80}[,;] [^‹,;:¶]{0,40}?\bthe remaining ${token('r', 'p')}(?! of )[^‹]*$`,
].map((source) => new RegExp(source, 'u'));

/** "Men account for 58% of members and women for 52%". */
function* restOfOpposites({ words: text }: Skeleton, termAt: TermAt): Iterable<Relation> {
  const { groups } = sharesOfTwo.exec(text) ?? {};
  const [part, rest] = [termAt(groups?.['p']), termAt(groups?.['r'])];
  const [left = '', between = ''] = text.split(/‹p\d+›/u);
  if (!part || !rest || part.hasQualifier || rest.hasQualifier || (text.match(/‹/gu) ?? []).length !== 2 || /\b(?:19|20)\d\d\b|\b(?:rose|fell|grew|increased|decreased|up|down|by|from|each)\b/u.test(text)) return;
  const isOpposite = opposites.slice(0, 3).some(([a, b]) => (a.test(left) && b.test(between)) || (b.test(left) && a.test(between)));
  if (isOpposite && /\b(?:accounts?|accounted|makes?|made|represents?|represented|constitutes?|are|is|were|was)\b/u.test(left)) yield { ...hundredLess(part, rest), compute: ([a]) => (a ? [minus(exactly(100), a), { low: -Infinity, high: minus(exactly(100), a).high }] : []) };
}

const hundredLess = (part: Term, rest: Term): Relation => ({ stated: rest, operands: [part], compute: ([a]) => (a ? [minus(exactly(100), a)] : []), solve: (_, __, stated) => 100 - stated, says: `100% less ${part.text} is`, form: 'figure', mostTimes: 3 });

export const readSums: RelationReader = function* (skeleton, termAt) {
  for (const [at, pattern] of patterns.entries()) {
    for (const match of matchesIn(skeleton, pattern)) {
      const stated = termAt(match.groups?.['t']);
      const parts = withoutCount(partsOf(match, termAt));
      if (!stated || parts.length < 2 || !parts.every((part) => areLike(part, stated)) || isTwice(match[0])) continue;
      if (at >= firstOfWholes && !isComplete(patterns.length - at, match[0], stated, parts)) continue;
      if (isMeasuredApart(match[0]) || !isOneAYear(parts, termAt(match.groups?.['years']))) continue;
      if (/\bpart of\b/u.test(match[0])) continue;
      yield addsToOthers.test(match[0]) ? atLeast(sumRelation(parts, stated)) : sumRelation(parts, stated);
    }
  }
  for (const pattern of restPatterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const [all, part, rest] = [termAt(match.groups?.['t']), termAt(match.groups?.['p']), termAt(match.groups?.['r'])];
      if (!all || !part || !rest || !areLike(all, part) || !areLike(all, rest) || all.value < part.value || all.value < rest.value) continue;
      yield restRelation(all, [part], rest);
    }
  }
  for (const { pattern, mayOverlap } of restOfSeveral) {
    for (const match of matchesIn(skeleton, pattern)) {
      const [all, rest] = [termAt(match.groups?.['t']), termAt(match.groups?.['r'])];
      const parts = partsOf(match, termAt);
      if (!all || !rest || parts.length < 2 || ![rest, ...parts].every((part) => areLike(all, part) && part.value < all.value) || /\b(?:respectively|each|per|or|average|both)\b/u.test(match[0])) continue;
      const relation = inStages(restRelation(all, parts, rest));
      yield mayOverlap && rest.kind !== 'm' ? overlapping(relation) : relation;
    }
  }
  yield* restOfOpposites(skeleton, termAt);
  for (const pattern of restShares) {
    const { groups } = pattern.exec(skeleton.words) ?? {};
    const [part, rest] = [termAt(groups?.['p']), termAt(groups?.['r'])];
    if (part && rest) yield hundredLess(part, rest);
  }
};

/** "12 men and 15 women, respectively", "a year": the list is no sum. */
export const isTwice = (matched: string): boolean => /\b(?:respectively|or|to|between|either|each|per|average|mean|median|double[- ]counted|overlap\w*)\b/u.test(matched.replace(/\b(?:bring|take|push|lift)(?:s|ing)? (?:the |its |our )?(?:total|overall|combined)[^‹;:,¶()]{0,25}? to\b|\bcom(?:es|e|ing) to\b|\badd(?:s|ing)? up to\b|\bsumming to\b|\bsplit between\b|\bdivided between\b/gu, ''));

/** Only where the words say that the parts are all: "1,240 complaints were received: 610 about delays and 240 about staff" gives the most frequent two. */
const isComplete = (fromEnd: number, matched: string, stated: Term, parts: readonly Term[]): boolean => {
  if (saysComplete.test(matched) || endsInOthers.test(matched) || areOpposites(matched)) return true;
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

export const sumRelation = (parts: readonly Term[], stated: Term): Relation => ({
  stated,
  operands: parts,
  compute: (values) => [values.reduce((all, value) => plus(all, value), exactly(0))],
  solve: (at, values, sum) => values.reduce((left, value, i) => (i === at ? left : left - value), sum),
  says: `${parts.map(({ text }) => text).join(' + ')} is`,
  form: 'figure',
  mostTimes: 2.5,
});

const restRelation = (all: Term, parts: readonly Term[], stated: Term): Relation => ({
  stated,
  operands: [all, ...parts],
  compute: ([whole, ...others]) => (whole ? [others.reduce((left, part) => minus(left, part), whole)] : []),
  solve: (at, [whole = 0, ...others], left) => {
    const sum = others.reduce((total, part) => total + part, 0);
    return at === 0 ? sum + left : whole - left - sum + (others[at - 1] ?? 0);
  },
  says: `${all.text} less ${parts.map(({ text }) => text).join(' and ')} is`,
  form: 'figure',
  mostTimes: 3,
});

/** "200 were interviewed and 40 hired; the remaining 160": each part may be one of the part before it. */
const inStages = (relation: Relation): Relation => ({
  ...relation,
  compute: (values) => {
    const [whole, ...parts] = values;
    const [first, last] = [parts[0], parts.at(-1)];
    return [...relation.compute(values), ...(whole && first && last ? [minus(first, last), minus(whole, first), minus(whole, last)] : [])];
  },
});

/** Groups of things may overlap, so that more is left than it seems. */
const overlapping = (relation: Relation): Relation => ({ ...relation, compute: (values) => relation.compute(values).map(({ low, high }) => ({ low, high: Math.max(high, values[0]?.high ?? high) })) });

export const partsOf = (match: RegExpExecArray, termAt: TermAt): readonly Term[] => [...(match.groups?.['list'] ?? '').matchAll(/‹(\w+)›/g)].flatMap(([, name]) => termAt(name) ?? []);
