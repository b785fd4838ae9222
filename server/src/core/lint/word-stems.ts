/**
 * Rough on purpose: both sides of a comparison go through it. A possessive, a plural, an ending of verbs and the "n" of "Kenyan" make no other word.
 */
export const stemOf = (word: string): string => {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']s?$/u, '').replace(/[’']/gu, '');
  if (plain.length < 5) return plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
  const base = endings.reduce((stem, ending) => (stem === plain && stem.length - ending.length >= 4 && stem.endsWith(ending) ? stem.slice(0, -ending.length) : stem), plain);
  return base.replace(/(?:e|i|y|a)$/u, '');
};

/** The first that fits is taken off. */
const endings: readonly string[] = ['ations', 'ation', 'ising', 'izing', 'ised', 'ized', 'ises', 'izes', 'ies', 'ing', 'ians', 'ian', 'ans', 'ese', 'ers', 'ors', 'es', 'ed', 'er', 'or', 'an', 'ni', 'is', 's'];
