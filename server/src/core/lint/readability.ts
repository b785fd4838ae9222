/**
 * The Flesch–Kincaid grade: how many years of school a text asks for, from the length of its sentences and of its words.
 * J. P. Kincaid and others (1975), Derivation of New Readability Formulas for Navy Enlisted Personnel.
 */
export const gradeOf = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsIn);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
};

export const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu) ?? [];

/** A number counts as one, for nobody reads it out; initials are read letter by letter; a compound by its parts. */
export const syllablesIn = (word: string): number => {
  const parts = word.split(/[-.,]/);
  return parts.reduce((sum, part) => sum + (/\p{N}/u.test(part) ? 1 : /^\p{Lu}{2,5}s?$/u.test(part) ? part.replace(/s$/, '').length : syllablesOfPart(part)), 0);
};

const syllablesOfPart = (part: string): number => {
  const word = part.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’'](?:s|t|ll|re|ve|d)?$/u, '');
  if (word.length <= 3) return word === 'any' ? 2 : 1;
  const heard = withoutSilent(word);
  const groups = heard.match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups + (heard.match(twoSyllables)?.length ?? 0));
};

/** An "e" that nobody hears: at the end, in "-ed" and "-es" (but "wanted", "houses"), in "-ely", and inside compounds. The "y" of "employee" parts two vowels. */
const withoutSilent = (word: string): string =>
  word
    .replace(/busi(?=ness)/, 'bus')
    .replace(/^(more|there|where|some|life|house|nine|home|time|safe|fire|base|state|care|trade|price|rate)(?=[bcdfghklmnpstvw][a-z])/, (first) => first.slice(0, -1))
    .replace(/^moreo/, 'moro')
    .replace(/(?<=[gq])ues?$/, '')
    .replace(/(?<![aeiouytd])ed$/, '')
    .replace(/(?<![aeiouycgszx]|ch|sh|[^aeiouylr]l)es$/, 's')
    .replace(/(?<![^aeiouylr]l|ee)e$/, '')
    .replace(/e(?=(?:ly|ment|ments|ful|less|ness)$)/, '')
    .replace(/(?<=[aeiou])y(?=[aeiou])/g, '-');

/** Neighbouring vowels that are two syllables: "material", "various", "society", "annual", "theory", "being"; but not "social", "religious", "patient". */
const twoSyllables =
  /(?<![ctsgx])ia(?!r|ge|ment)|[ct]iat|(?<![ctgx])iou(?=s)|(?<=r)io(?=[rd])|io$|ium|(?<![ctx]i?|[ct])ie(?=t|n[ct])|^scie|(?<=soc)ie|(?<![qg])ua(?!de)|uou|(?<![qg])ue(?=n)|(?<![qgb])ui(?=n|d|ty)|eo(?=[rglm]|$)|(?:ar|id)ea|crea(?=t)|ea(?=lit|tr)|eu(?=m)|oe(?=m)|(?<=[aeiou])ing$/g;

/** One word in eight of any English text is one of these. */
const commonWords: ReadonlySet<string> = new Set('the of and to in a is that for it as was with be by on are this from or an at which not have has will their its more than but'.split(' '));

export const isEnglish = (text: string): boolean => {
  const words = wordsIn(text.toLowerCase());
  return words.filter((word) => commonWords.has(word)).length * 8 >= words.length;
};
