import { hasWord, BODY_NOUNS } from '../text/citation-words';
import { wordsOf } from '../text/classify-name';
import type { ReferenceName } from './reference';

/** Stands last in a list of authors that the entry cuts short: `and others`, "et al.". */
export const OTHERS: ReferenceName = { family: 'et al.', given: null, isBody: false };

export const isOthers = (name: ReferenceName): boolean => name.family === OTHERS.family && name.given === null;

export const bodyName = (name: string): ReferenceName => ({ family: name, given: null, isBody: true });

export const personName = (family: string, given: string | null): ReferenceName => ({ family, given: given === '' ? null : given, isBody: false });

/**
 * Does a name without a comma name a body though its format would read it as a person? `author = {World Bank}` without a second pair of
 * braces is what most people type.
 */
export const looksLikeBody = (name: string): boolean => {
  const words = wordsOf(name);
  if (words.length === 0) return false;
  if (words.length === 1) return /^(?:\p{Lu}[\p{Lu}&\d-]+|[a-z]?\p{Lu}\p{Ll}+\p{Lu}\p{Lu}\S*)$/u.test(name);
  if (/(?:^|\s)(?:of|for|and|&|the)\s/iu.test(name)) return true;
  const last = words.at(-1) ?? '';
  return hasWord(BODY_NOUNS, last) || /^(?:ministry|department|office|bureau|government|united|national|international|european|university|institute)$/iu.test(words[0] ?? '');
};
