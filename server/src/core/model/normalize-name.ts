import { rememberByWords } from '../text/remember-by-words';

/** Case, article, "&", punctuation, spelling variants of one word and plural do not tell names apart. */
export const normalizeName = rememberByWords((name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/['’](?=s\b)|\./gu, '')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()
    .replace(/^the /u, '')
    .split(' ')
    .map((word) => normalizeWord(word))
    .join(' '),
);

const SPELLINGS: Readonly<Record<string, string>> = { programme: 'program', centre: 'center', labour: 'labor', defence: 'defense' };

const normalizeWord = (word: string): string => {
  const singular = word.length > 3 && /[^su i]s$/u.test(word) ? word.slice(0, -1) : word;
  return SPELLINGS[singular] ?? singular.replace(/isation$/u, 'ization');
};
