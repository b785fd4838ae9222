/** Words that multiply the number before them: "3 crore", "2 million". */
export const scaleByWord: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['lacs', 1e5],
  ['million', 1e6],
  ['millions', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['billions', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['milliard', 1e9],
  ['milliards', 1e9],
  ['mrd', 1e9],
  ['arab', 1e9],
  ['kharab', 1e11],
  ['trillion', 1e12],
  ['trillions', 1e12],
  ['trn', 1e12],
  ['tn', 1e12],
]);

/** Too short to be believed unless glued to the digits, or a currency stands before. */
export const scaleByLetter: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['m', 1e6],
  ['M', 1e6],
  ['b', 1e9],
  ['B', 1e9],
  ['cr', 1e7],
  ['Cr', 1e7],
  ['tr', 1e12],
  ['T', 1e12],
]);

export const isScaleWord = (word: string): boolean => scaleByWord.has(word);
