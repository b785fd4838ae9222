import { countOf } from './count-words';

const furtherNumber = /(?:\band|,|\bplus)\s+(?:an?other\s+|a\s+further\s+)?(one|two|three|four|five|six|seven|eight|nine|ten|[1-9])\b(?!\s*%)/giu;

/** "Three recommendations to the ministry and two to councils", and a list of five. */
export const goesOnTo = (rest: string, count: number, listed: number): boolean => {
  let sum = count;
  for (const [, number = ''] of rest.matchAll(furtherNumber)) {
    sum += countOf(number) ?? 0;
    if (sum === listed) return true;
  }
  return false;
};
