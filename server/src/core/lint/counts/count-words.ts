/** Numbers as words, both ways, and the nouns that a brief announces and lists. */
const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const countByWord: ReadonlyMap<string, number> = new Map([...small.map((word, value) => [word, value] as const), ['both', 2], ['dozen', 12]]);

/** "four" or "4" as 4; null for what is no small number. */
export const countOf = (word: string): number | null => (/^\d{1,2}$/.test(word) ? Number(word) : (countByWord.get(word.toLowerCase()) ?? null));

/** A number in the form of another: "Four" stays a word with its capital, "4" stays digits. */
export const writeCount = (count: number, like: string): string => {
  const word = small[count];
  if (/^\d/.test(like) || word === undefined) return String(count);
  if (like === like.toUpperCase() && like.length > 1) return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
};

/** What a text announces in order to list it. Other nouns are believed only where a colon or "the following" ties them to the list. */
const listingNouns: ReadonlySet<string> = new Set(
  ('action advantage aim approach area argument aspect assumption barrier benefit building-block cause challenge change characteristic commitment component concept concern conclusion condition ' +
    'consideration constraint criterion decision dimension disadvantage driver element factor feature finding focus function gap goal ground group idea implication initiative instrument ' +
    'intervention issue kind lesson level lever measure mechanism message method milestone model objective obstacle opportunity option outcome part pathway phase pillar point policy ' +
    'possibility principle priority problem proposal provision question reason recommendation reform requirement risk role rule scenario shortcoming source stage step strategy strand strength ' +
    'takeaway target task theme tool trend type way weakness workstream').split(' '),
);

export const isListingNoun = (noun: string): boolean => listingNouns.has(noun);

/** Lengths, money and persons are measured; a list after them lists something else. */
const measuredNouns: ReadonlySet<string> = new Set(
  ('second minute hour day week fortnight month quarter year decade century time percent cent point dollar euro pound rupee metre meter kilometre kilometer km mile hectare acre tonne ton kg ' +
    'litre liter watt degree page word copy people person man woman child adult member employee worker resident household family respondent participant patient student pupil teacher ' +
    'job seat vote case death birth vehicle unit million billion trillion thousand hundred').split(' '),
);

export const isMeasuredNoun = (noun: string): boolean => measuredNouns.has(noun);

const irregular: ReadonlyMap<string, string> = new Map([
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['people', 'people'],
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['analyses', 'analysis'],
  ['hypotheses', 'hypothesis'],
  ['axes', 'axis'],
  ['cases', 'case'],
  ['causes', 'cause'],
  ['clauses', 'clause'],
  ['phases', 'phase'],
  ['responses', 'response'],
  ['courses', 'course'],
  ['sources', 'source'],
]);

/** "policies" gives "policy"; null for a word that is no plural. */
export const singularOf = (word: string): string | null => {
  const lower = word.toLowerCase().replace(/[’']$/u, '');
  const known = irregular.get(lower);
  if (known !== undefined) return known;
  if (lower.length < 4 || !lower.endsWith('s') || /(?:ss|us|is|ics|’s|'s)$/.test(lower) || notPlural.has(lower)) return null;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|zz)es$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
};

const notPlural = new Set('always perhaps besides sometimes whereas towards afterwards hers ours theirs yours news does goes has was thus as gas gross cross across less unless access series'.split(' '));
