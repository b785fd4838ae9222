/** Words of a text in a form that "proposes", "proposed" and "proposal" share. Rough on purpose: both sides of a comparison go through it. */

import { rememberByWords } from '../../text/remember-by-words';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly lemma: string;
  /** Begins with a capital. */
  readonly isCapital: boolean;
}

const wordPattern = /\p{L}[\p{L}\p{N}]*(?:[’'](?=\p{L})\p{L}+)?/gu;

export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    words.push({ start: match.index, end: match.index + match[0].length, ...readWord(match[0]) });
  }
  return words;
};

/** A text has few words, and says them often. */
const readWord = rememberByWords((written: string): Omit<Word, 'start' | 'end'> => {
  const lower = written.toLowerCase().replace(/[’']s$/u, '');
  return { lower, lemma: lemmaOf(lower), isCapital: /^\p{Lu}/u.test(written) };
});

const listOf = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '');

const stopWords: ReadonlySet<string> = new Set(
  listOf(`
  a about above across after again against all almost along already also although among an and any approximately are around as at away be because been before being below
  between both but by can could did do does done down due during each either even ever every few for from further had has have having he her here hers him his how however i if in
  including indeed instead into is it its itself just least less like made make makes many may me might mere more most much must my near nearly neither no nor not now of off on
  once one only onto or other others our out over overall own per quite rather roughly same shall she should since so some still such than that the their them then there these they
  this those through thus to together too toward towards under until up upon us very via was we well were what when where whereas whether which while who whom whose why will with
  within without would yet you your today currently current recently recent respectively compared versus vs according estimated estimate estimates estimating about
  percent cent percentage percentages point points pp bps thousand million millions billion billions trillion lakh lakhs crore crores bn mn tn hundred
  usd eur gbp pkr inr rs dollar dollars euro euros pound pounds rupee rupees
  year years annual annually month months monthly day days week weeks decade period time times fy fiscal january february march april june july august september october november december
  figure figures table tables number numbers amount amounts total totals level levels value values percentage share shares rate rates proportion proportions
  increase increases increased increasing rise rises rose rising risen grow grows grew grown growing growth decrease decreases decreased decreasing decline declines declined declining
  fall falls fell fallen falling drop drops dropped dropping reduce reduces reduced reducing reduction reductions cut cuts cutting raise raises raised raising lower lowers lowered lowering
  gain gains gained gaining change changes changed changing climb climbed jump jumped shrink shrank lift lifted expand expanded
  reach reaches reached stand stands stood amount amounted account accounts accounted see sees saw seen show shows showed shown find finds found report reports reported say says said
  project projects projected expect expects expected get gets got give gives given take takes took taken become became remain remains remained come comes came
  actually actual generate generates generated generating lead leads leading led provide provides provided result results resulting thing things something ask asks asked example examples instance use used using new first second two three four five six seven eight nine ten half quarter third double
`),
);

/** Words that say that something is measured, but not what. */
export const isStopWord = (lower: string): boolean => lower.length < 2 || stopWords.has(lower);

/** Names for one and the same thing that no stem shows. */
const canonical: ReadonlyMap<string, string> = new Map(
  [
    ['people', 'population resident residents inhabitant inhabitants citizen citizens individual individuals person persons everyone everybody'],
    ['child', 'children kids'],
    ['woman', 'women female females'],
    ['man', 'men male males'],
    ['cost', 'costs costing costed costings'],
    ['pay', 'paid pays paying payment payments'],
    ['spend', 'spent spends spending expenditure expenditures outlay outlays'],
    ['poverty', 'poor'],
    ['job', 'jobs employment employed'],
    ['jobless', 'unemployment unemployed joblessness'],
    ['deficit', 'shortfall'],
    ['family', 'families'],
    ['benefit', 'benefits benefiting benefitting benefited beneficiaries'],
    ['average', 'mean averaging averaged averages'],
  ].flatMap(([lemma = '', forms = '']) => [lemma, ...forms.split(' ')].map((form) => [form, lemma] as const)),
);

export const lemmaOf = (lower: string): string => canonical.get(lower) ?? stem(lower);

const stem = (lower: string): string => {
  let word = lower;
  if (word.length > 4 && word.endsWith('ies')) word = `${word.slice(0, -3)}y`;
  else if (word.length > 4 && /(?:x|ch|sh|ss)es$/.test(word)) word = word.slice(0, -2);
  else if (word.length > 3 && /[^su]s$/.test(word) && !word.endsWith('is')) word = word.slice(0, -1);
  for (const [ending, shortest, replacement] of endings) {
    if (word.length < shortest || !word.endsWith(ending)) continue;
    word = word.slice(0, -ending.length) + replacement;
    break;
  }
  if (word.length >= 4 && /([bdgmnprt])\1$/.test(word)) word = word.slice(0, -1);
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
};

/** Ending, shortest word that loses it, what takes its place. The first that fits is used. */
const endings: readonly (readonly [string, number, string])[] = [
  ['uction', 8, 'uc'],
  ['isation', 9, 'is'],
  ['ization', 9, 'is'],
  ['ation', 8, ''],
  ['ition', 9, ''],
  ['ing', 6, ''],
  ['ment', 8, ''],
  ['edly', 8, ''],
  ['ed', 5, ''],
  ['er', 6, ''],
  ['or', 7, ''],
  ['al', 7, ''],
  ['ly', 6, ''],
];

/** Lemmas that carry meaning. */
export const contentLemmas = (text: string): string[] => wordsOf(text).flatMap(({ lower, lemma }) => (isStopWord(lower) ? [] : [lemma]));
