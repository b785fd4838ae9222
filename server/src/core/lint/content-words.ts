import { rememberByWords } from '../text/remember-by-words';

const stopWords = new Set(
  ('a about above after all also an and any are as at be been before below between both but by can could did do does during each few for from had has have how if in ' +
    'into is it its may more most must no nor not of on one only or other our out over own per should since so some such than that the their them then there these ' +
    'they this those through to under until up upon use used using very was we were what when where which while who why will with within would you your').split(' '),
);

/** The words of a text that carry meaning, in lower case and without plural endings: "Tariffs by region" gives "tariff", "region". */
export const contentWords = rememberByWords((text): ReadonlySet<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}&]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
  const found = new Set<string>();
  for (const word of words) {
    if (word.length < 3 || stopWords.has(word) || /^\p{N}+$/u.test(word)) continue;
    found.add(singularOf(word));
  }
  return found;
});

/** Rough on purpose: both sides of a comparison go through it. */
const singularOf = (word: string): string => {
  const plain = word.replace(/[’']s$/u, '');
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && /(?:ss|us|is)$/.test(plain)) return plain;
  if (plain.length > 4 && /(?:x|ch|sh|ss)es$/.test(plain)) return plain.slice(0, -2);
  return plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
};

/** How many words of `a` are in `b` too. */
export const sharedWordCount = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
};
