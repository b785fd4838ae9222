import type { Brief } from '../brief';

/** Digits of the heading, without the number of the section in front. */
export const numbersOfHeading = (brief: Brief, section: number): string =>
  (brief.sections[section]?.heading?.text ?? '').replace(/^\W*\d+(?:\.\d+)*[.)]?\s/, '').match(/\d[\d.,]*/g)?.join(' ') ?? '';

/** The heading and the one above it, but not the title. */
export const headingsOf = (brief: Brief, section: number): string => {
  const words: string[] = [];
  for (let at: number | null = section; at !== null && words.length < 2; at = brief.sections[at]?.parent ?? null) {
    const heading = brief.sections[at]?.heading;
    if (heading && !(heading.level === 1 && at <= 1)) words.push(heading.text);
  }
  return words.join(' | ');
};
