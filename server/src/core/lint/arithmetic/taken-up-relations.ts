/** What a sentence sums up of the one before it: "Altogether, the regions received $45 million", "The difference of $170". */
import { contentLemmas } from '../../model/figures/lemmas';
import { countOf } from '../counts/count-words';
import { differenceRelation } from './difference-relations';
import { loose, patternOf, token, type Relation, type Skeleton, type TermAt } from './relation';
import { atLeast, isTwice, list, partsOf, sumRelation } from './sum-relations';
import { areLike, type Term } from './term';

/** A list with "and" that is all the figures of its sentence, but for the number of things that it lists. */
const listing = new RegExp(String.raw`^[^‹]*(?:‹(?<number>n\d+)›[^‹]*:[^‹]*)?${list}[^‹]*$`, 'u');
const summing = new RegExp(
  String.raw`^ ?(?:(?:al)?together|in (?:total|all|sum)|all told|combined|in the aggregate|the (?:combined |overall |grand )?(?:total|sum) (?:of|is|was|comes to)|these (?:\p{L}+ )?(?:add up|come|amount|total))\b[^‹]*(?:‹(?<count>n\d+)›[^‹]*)?${token('t', 'mn')}(?<rest>[^‹]*)$`,
  'u',
);
/** "All 445 kiosks", after "120 kiosks at the port". */
const all = /^ ?all (?:of the )?‹(?<t>n\d+)› (?<noun>\p{L}{4,})(?<rest>[^‹]*)$/u;
/** These and no others. */
const saysAll = /\b(?:together|altogether|combined|both|these|those|they|them|all)\b/u;
/** More than what was listed, or another thing of it. */
const goesBeyond = /\b(?:with|includ\w+|plus|other|others|another|further|additional|more|since|until|than|smaller|also|average|a|per|each|every) /u;
/** "Made up of" moves nothing. */
const withoutMakeUp = (words: string): string => words.replace(/\bmade up\b/u, 'made');
const moves = /\b(?:rose|fell|grew|increased?|decreased?|declined?|dropped|up|down|more|less|fewer|than|of which|of whom|among|including|such as|for example|e\.g\.|only|mainly|largest|biggest|main|at least)\b/u;
const years = /\b(?:19|20)\d\d\b/gu;
const numberWord = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gu;

export function* readTakenUp({ words }: Skeleton, termAt: TermAt): Iterable<Relation> {
  const [before = '', own = ''] = words.split('¶');
  yield* sumOf(before, own, termAt);
  const difference = differences(before.trim(), own, termAt);
  if (difference) yield difference;
}

function* sumOf(before: string, own: string, termAt: TermAt): Iterable<Relation> {
  const listed = listing.exec(before.trim());
  const sum = summing.exec(own) ?? all.exec(own);
  const stated = termAt(sum?.groups?.['t']);
  if (!listed || !sum || !stated || goesBeyond.test(sum.groups?.['rest'] ?? '') || goesBeyond.test(own.split('‹')[0] ?? '') || moves.test(withoutMakeUp(before)) || isTwice(before)) return;
  const parts = partsOf(listed, termAt);
  const noun = sum.groups?.['noun'];
  if (noun !== undefined && !before.includes(`› ${noun}`)) return;
  if (!parts.every((part) => areLike(part, stated) && part.value < stated.value) || !sameYears(before, own) || !isOfTheList(before, own)) return;
  const counts = [termAt(listed.groups?.['number']), termAt(sum.groups?.['count'])].flatMap((term) => (term ? [term.value] : []));
  const said = Array.from(`${before} ${own}`.matchAll(numberWord), ([word]) => countOf(word) ?? 0);
  // "The two regions", "five grants": of another number than listed, the sum is of others too.
  if ([...counts, ...said].some((count) => count !== parts.length)) return;
  // "In total, the regions received": there may be more of them, never less than were named.
  const relation = { ...sumRelation(parts, stated), mostTimes: 1.6 };
  yield saysAll.test(own) || counts.length > 0 || said.length > 0 || noun !== undefined ? relation : atLeast(relation);
}

/** A year that the list does not name makes the sum one of another time. */
const sameYears = (before: string, own: string): boolean => (own.match(years) ?? []).every((year) => before.includes(year));

/** "It received …. Altogether, it spent" is of something else. */
const isOfTheList = (before: string, own: string): boolean => {
  const said = contentLemmas((/^.*?(?=‹\w+›[^‹]*$)/u.exec(own)?.[0] ?? '').replace(/‹\w+›/gu, ' ')).filter((lemma) => !neutral.has(lemma));
  const known = new Set(contentLemmas(before.replace(/‹\w+›/gu, ' ')));
  return said.length === 0 || said.some((lemma) => known.has(lemma));
};
const neutral: ReadonlySet<string> = new Set(contentLemmas('altogether together combined total sum cost costs amount come make add told'));

const two = patternOf(String.raw`^[^‹]*${token('a', 'mnp')}[^‹]*\b(?:and|but|while|against|compared (?:with|to))\b[^‹]*${token('b', 'mnp')}[^‹]*$`);
const gap = patternOf(String.raw`^ ?(?:the|this|that) (?:difference|gap)(?: in \p{L}+)? (?:of|is|was|comes to|amounts to) ${loose}${token('c', 'mnq')}(?<rest>[^‹]*)$`);

/** "$740 in Lund and $910 in Malmö. The difference of $170": of the only two figures, not "between houses and flats". */
const differences = (before: string, own: string, termAt: TermAt): Relation | null => {
  const [pair, found] = [before.matchAll(two.regex).next().value, own.matchAll(gap.regex).next().value];
  const [a, b, stated] = [termAt(pair?.groups?.['a']), termAt(pair?.groups?.['b']), termAt(found?.groups?.['c'])];
  if (!a || !b || !stated || !areLike(a, b) || /^ ?(?:(?:percentage )?points? )?(?:between|among|in|within|per|an?) /u.test(found?.groups?.['rest'] ?? '') || moves.test(before)) return null;
  return isDifference(a, stated, found?.groups?.['rest'] ?? '') ? differenceRelation(a, b, stated) : null;
};

const isDifference = (a: Term, stated: Term, rest: string): boolean => (a.kind === 'p' ? stated.kind === 'q' || (stated.unit === null && /^ points?\b/u.test(rest)) : areLike(a, stated));
