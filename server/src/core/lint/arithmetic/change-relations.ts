/** From one value to another, and what the text says the change is. */
import { distance, exactly, meets, minus, over, times, type Interval } from './interval';
import { changeNoun, changePhrases, comparedGap, gap, hasSeveralPairs, loose, matchesIn, patternOf, sameThing, shortGap, token, type Relation, type RelationReader, type Skeleton, type SkeletonPattern, type TermAt } from './relation';
import { areLike, type Term } from './term';

const kinds = 'pmnt';
const changeKinds = 'pqmnst';

/** Pairs of a start and an end, as sentences have them. `base`: which of the two a change in percent counts from. */
const pairs: readonly { readonly pattern: string; readonly isComparison: boolean }[] = [
  { pattern: String.raw`\bfrom ${gap(30)}${token('a', kinds)}${gap(70)}\bto ${gap(30)}${token('b', kinds)}`, isComparison: false },
  { pattern: String.raw`\b(?:to|reach(?:ed|ing)|at) ${shortGap(30)}${token('b', kinds)}${gap(40)}\b(?:up|down )?from ${gap(30)}${token('a', kinds)}`, isComparison: false },
  { pattern: String.raw`${token('b', kinds)}${gap(60)}(?:, |\()(?:up|down) from ${gap(30)}${token('a', kinds)}`, isComparison: false },
  { pattern: String.raw`${token('b', 'p')}(?:[^‹;¶]|‹[nmt]\d+›){0,80}?(?:, |\()(?:up|down) from ${gap(30)}${token('a', 'p')}`, isComparison: false },
  { pattern: String.raw`${token('a', kinds)}${shortGap(60)}(?:,| and| before| then| but)? (?:rising|falling|increasing|decreasing|growing|climbing|dropping|declining|rose|fell|grew|climbed|dropped|increased|decreased|declined) (?:back )?to ${shortGap(30)}${token('b', kinds)}`, isComparison: false },
  { pattern: String.raw`${token('b', kinds)}${gap(60)}(?:[,(] ?)?(?:compared (?:with|to)|against|versus|vs\.?|up on|down on) ${gap(30)}${token('a', kinds)}`, isComparison: true },
  { pattern: String.raw`${token('a', kinds)}(?: of [\p{L}-]+(?: [\p{L}-]+)?)? in (?:\p{L}+ )?(?:19|20)\d\d[-/\d]*(?:,(?! to\b)| and) ${shortGap(30)}${token('b', kinds)} in (?:\p{L}+ )?(?:19|20)\d\d[-/\d]*`, isComparison: true },
];

/** Between the pair and its change no other thing may begin. */
const plainTail = String.raw`(?:(?!\b(?:with|after|despite|because|due|driven|following|while|whereas|although|leading|causing|resulting|thanks|of which|partly|if|unless|which|reducing|cutting|raising|saving|and|but)\b)[^‹;¶]){0,60}?`;
const isPhrase = String.raw`(?:(?:that|this|it|which) (?:is|was|represents|means|meant|would be|marks|amounts to|equals|translates (?:in)?to) |(?:or|representing|equal to|equivalent to|amounting to|marking|making|i\.e\.,?) )?`;
const pointer = String.raw` ?(?:[.:!]|\)\.)? ¶ (?:(?:that|this|it|the (?:change|rise|increase|fall|drop|cut|decline|difference|reduction|gain)) (?:is|was|represents|means|would be|marks|amounts to|equals|is equivalent to|constitutes) )`;
/** "an increase of 50, or 25%": the second way to say it. */
const again = String.raw`(?:(?: ?\(|,? or (?:about |around |nearly |some |roughly )?|, i\.e\. )${token('d', changeKinds)})?`;
const sizeAfter = String.raw`[ ,](?:higher|lower|more|less|fewer|greater|larger|smaller)(?: than\b${shortGap(50)})?`;

const time = String.raw`(?:\b(?:19|20)\d\d\b|\b(?:now|today|currently|(?:this|last|previous) (?:year|month|quarter)|previously|originally|initially|(?:a year|years?|a decade|decades?) (?:ago|earlier|later)|before)\b)`;
/** "260,000, a 25% increase on the 200,000 of 2019", "$6.3 billion is 40% higher than the $4.2 billion". */
const around: readonly string[] = [
  ...changePhrases('c', changeKinds).map((phrase) => String.raw`${token('b', kinds)}(?:(?!\b(?:and|with|while|but)\b)[^‹;:¶()]){0,50}?(?:,| is| was| are| were| represents?| represented| marks?| means?| would be| —| –| \() ?${phrase}(?:[^‹;:,¶()]{0,25})? (?:on|over|from|compared (?:with|to)|than|above|below|against) ${comparedGap(35)}${token('a', kinds)}`),
  String.raw`${token('b', kinds)}(?:(?!\b(?:and|with|while|but)\b)[^‹;:¶()]){0,50}?(?:,| is| was| are| were| —| –| \() ?${loose}${token('c', 'ps')} (?:higher|lower|more|less|fewer|greater|larger|smaller|above|below|up on|down on)(?: than)? ${comparedGap(35)}\(?${token('a', kinds)}`,
];
/** "In 2019 there were 200,000 pupils; by 2024 there were 260,000, an increase of 25%." */
const inTurn: readonly string[] = changePhrases('c', changeKinds).flatMap((phrase) => [
  String.raw`${time}[^‹¶;]{0,50}${token('a', kinds)}[^‹]{0,60}?(?:[;¶]|, (?:and|but|while)|, compared)[^‹]{0,40}?${time}[^‹;¶]{0,45}?${token('b', kinds)}${plainTail}[ ,(—–:] ?${isPhrase}${phrase}${again}`,
  String.raw`${token('a', kinds)}[^‹;¶]{0,50}?${time}[^‹]{0,20}?[;¶][^‹]{0,40}?${time}[^‹;¶]{0,45}?${token('b', kinds)}${plainTail}[ ,(—–:] ?${isPhrase}${phrase}${again}`,
]);
/** "grew from $4.2 billion to $6.3 billion, or 40%". */
const bareAfter = String.raw`\b(?:rose|risen|rises?|fell|fallen|falls?|grew|grown|grows?|increased?|increases|decreased?|declined?|dropped?|climbed|jumped|cut|reduced|raised|expanded|shrank|went|up|down|growth|increase|rise|drop|fall|decline|reduction)\b[^‹;:¶()]{0,50}?\bfrom ${shortGap(20)}${token('a', 'mn')}${gap(40)}\bto ${shortGap(20)}${token('b', 'mn')}${shortGap(30)}(?:, or | ?\(|, i\.e\. |, equal to |, equivalent to )(?:about |around |roughly |nearly |some |by )?${token('c', 'p')}(?=[),.;]|$| ¶)`;

/** Where the change stands on one side of the three numbers, or between them, all in one pattern. */
const wholes: readonly SkeletonPattern[] = [...around, ...inTurn, bareAfter].map(patternOf);

const pairPatterns: readonly { readonly pattern: SkeletonPattern; readonly isComparison: boolean }[] = pairs.map(({ pattern, isComparison }) => ({ pattern: patternOf(pattern), isComparison }));

/** What follows a pair, from its end on. */
const afterPair: readonly RegExp[] = [
  ...changePhrases('c', changeKinds).flatMap((phrase) => [String.raw`^${plainTail}[ ,(—–:] ?${isPhrase}${phrase}${again}`, String.raw`^${plainTail}${pointer}${phrase}${again}`]),
  String.raw`^${plainTail}[ ,(—–:] ?(?:for |with )?growth of ${loose}${token('c', changeKinds)}`,
  // was cut from $96 million to $72 million, that is by a quarter
  String.raw`^[ ,(—–:]{1,3}(?:that is |i\.e\. |or |thus )by ${loose}${token('c', changeKinds)}`,
  // From 40 to 55. The 15 increase
  String.raw`^${plainTail} ?[.:!]? ¶ (?:the|this|that) ${loose}${token('c', changeKinds)}[- ]?${changeNoun}\b(?! (?:that|which|in|for|of|on|among|at|sought|wanted|planned|proposed|demanded|announced)\b)`,
  // Right behind a pair, brackets with a share are a change only with a sign or a word for it.
  String.raw`^\)? ?\([+−–-]${token('c', changeKinds)}\)`,
  String.raw`^\)? ?\((?<signed>${token('c', changeKinds)})\)`,
  String.raw`^\)? ?\([+−–-]?${token('c', changeKinds)} (?:higher|lower|more|less|change|increase|rise|fall|drop|decrease|cut|reduction)\)`,
].map((source) => new RegExp(source, 'u'));

/** What leads up to a pair, to its beginning. */
const beforePair: readonly RegExp[] = [
  ...changePhrases('c', changeKinds).map((phrase) => String.raw`${phrase}${again}(?:\)|,)?${sameThing(50)}[ ,(—–:]{1,3}$`),
  String.raw`\bby ${loose}${token('c', changeKinds)}${again}\)?${sameThing(50)}[ ,(—–:]{1,3}$`,
  String.raw`\b(?:rose|rises?|risen|fell|falls?|fallen|grew|grows?|grown|increased|decreased|dropped|declined|climbed|jumped|gained|shrank|surged|slipped) ${loose}${token('c', changeKinds)}${sameThing(40)}[ ,(—–:]{1,3}$`,
  String.raw`${token('c', changeKinds)}${sizeAfter} ?[,(—–:] ?$`,
].map((source) => new RegExp(source, 'u'));

/** How far from the pair its change can stand. */
const reach = 240;

/** A rate a year, a change in real terms or per head is not the change between the two. */
const otherChange = /\b(?:a|per|each|every) (?:year|annum|month|quarter|week|day|decade)\b|\bannual(?:ly|i[sz]ed)?\b|\byearly\b|\bon average\b|\baverage\b|\bcompound|\bcagr\b|\bp\.?a\.?\b|\breal\b|\binflation|\bconstant prices|\bper (?:capita|head|person|pupil|household|worker)\b|\brespectively\b|\bwould have\b/u;

/** "It hired 85 in 2020. In 2021 it lost 30, a net increase of": gained and lost, not from and to. */
const netOfTwo = /¶.*\bnet\b/u;

export const readChanges: RelationReader = function* (skeleton, termAt) {
  if (skeleton.kinds.length < 3 || hasSeveralPairs(skeleton.words)) return;
  for (const pattern of wholes) for (const match of matchesIn(skeleton, pattern)) if (!netOfTwo.test(match[0])) yield* changesOf(skeleton, match.index, match.index + match[0].length, match.groups ?? {}, termAt, false);
  for (const { pattern, isComparison } of pairPatterns) {
    for (const match of matchesIn(skeleton, pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const [before, after] = [skeleton.words.slice(Math.max(0, start - reach), start), skeleton.words.slice(end, end + reach)];
      for (const next of afterPair) {
        const found = next.exec(after);
        if (found) yield* changesOf(skeleton, start, end + found[0].length, { ...match.groups, ...found.groups }, termAt, isComparison);
      }
      for (const previous of beforePair) {
        const found = previous.exec(before);
        if (found) yield* changesOf(skeleton, start - before.length + found.index, end, { ...match.groups, ...found.groups }, termAt, isComparison);
      }
    }
  }
};

function* changesOf(skeleton: Skeleton, start: number, end: number, groups: Readonly<Record<string, string | undefined>>, termAt: TermAt, isComparison: boolean): Iterable<Relation> {
  const [from, to, change] = [termAt(groups['a']), termAt(groups['b']), termAt(groups['c'])];
  if (!from || !to || !change) return;
  const matched = skeleton.words.slice(start, end);
  const rest = skeleton.words.slice(end, end + 40).split(/[;¶‹]/)[0] ?? '';
  if (otherChange.test(matched) || otherChange.test(rest) || isOfAnother(matched, rest)) return;
  if (groups['signed'] !== undefined && !/^[+−–-]/.test(change.text)) return;
  for (const stated of [change, termAt(groups['d'])]) if (stated) yield* changeRelation(from, to, stated, isComparison);
}

/** "a 5% increase in wages": of which of the two things, the words may say; "of 20% of GDP" is no change at all. */
const isOfAnother = (matched: string, rest: string): boolean => /^ ?of (?:the |its |their )?(?:gdp|income|total|budget|population)\b/u.test(rest) && matched.endsWith('›');

/** A change larger than this many times of what it should be belongs to something else. */
const mostTimes = 4;

export function* changeRelation(from: Term, to: Term, stated: Term, isComparison: boolean): Iterable<Relation> {
  if (!areLike(from, to) || from.value === 0) return;
  // Percent for points is wrong by any number of times.
  const isOtherUnit = from.kind === 'p' && [distance(from.interval, to.interval), ...relativeChanges(from.interval, to.interval, isComparison)].some((reading) => meets(reading, stated.interval));
  const common = { stated, operands: [from, to], says: `${from.text} to ${to.text} is`, mostTimes: isOtherUnit ? Infinity : mostTimes };
  if (stated.kind === 'q') {
    if (from.kind === 'p') yield { ...common, compute: ([a, b]) => pairOf(a, b, distance), solve: solveDifference, form: 'points' };
    return;
  }
  if (stated.kind === 'p' || stated.kind === 's') {
    yield { ...common, compute: ([a, b]) => relativeChanges(a, b, isComparison), solve: solveRelative, form: 'change' };
    return;
  }
  if (areLike(from, stated)) yield { ...common, compute: ([a, b]) => pairOf(a, b, distance), solve: solveDifference, form: 'figure' };
}

const pairOf = (a: Interval | undefined, b: Interval | undefined, of: (a: Interval, b: Interval) => Interval): readonly Interval[] => (a && b ? [of(a, b)] : []);

export const relativeChanges = (a: Interval | undefined, b: Interval | undefined, isComparison: boolean): readonly Interval[] => {
  if (!a || !b) return [];
  const fromFirst = sizeOf(minus(over(b, a), exactly(1)));
  // "25 against 20": 25% more, or 20% less.
  return isComparison ? [fromFirst, sizeOf(minus(over(a, b), exactly(1)))] : [fromFirst];
};

const sizeOf = (change: Interval): Interval => times(distance(change, exactly(0)), exactly(100));

const solveDifference = (at: number, [from = 0, to = 0]: readonly number[], stated: number): number => {
  const signed = to >= from ? stated : -stated;
  return at === 0 ? to - signed : from + signed;
};

const solveRelative = (at: number, [from = 0, to = 0]: readonly number[], stated: number): number | null => {
  const factor = 1 + (to >= from ? stated : -stated) / 100;
  if (factor <= 0) return null;
  return at === 0 ? to / factor : from * factor;
};
