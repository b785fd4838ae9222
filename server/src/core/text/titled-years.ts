import type { Citation } from './citation';
import { classifyName } from './classify-name';
import { readYear } from './publication-years';
import { spanOf } from './span';

const LEAD_IN = '(?:[Aa]ccording to|[Aa]s (?:reported|shown|documented|noted|stated|recorded) (?:in|by)|(?:[Dd]ata|[Ff]igures|[Ee]stimates|[Ee]vidence|[Rr]esults) (?:from|in)|[Bb]ased on|[Cc]iting|[Ss]ee)';
const TITLE = "\\p{Lu}[\\p{L}\\p{N}’'&-]{0,30}(?:\\s(?:(?:of|on|for|and|the|in|&)\\s){0,2}\\p{Lu}[\\p{L}\\p{N}’'&-]{0,30}){1,11}";
const TITLED = new RegExp(`(?<![\\p{L}\\p{N}])${LEAD_IN}\\s(?:the\\s)?(${TITLE})\\s(?=(?:19|20)\\d\\d)`, 'gu');

/**
 * A publication named with its year and no brackets, behind words that lead a source in:
 *
 *     According to the Labour Force Survey 2020-21, one in four …
 *                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Without such words the same run is a subject ("the Census 2023 began in March").
 */
export const findTitledYears = (text: string): readonly Citation[] => {
  const citations: Citation[] = [];
  for (const match of text.matchAll(TITLED)) {
    const title = match[1] ?? '';
    const end = match.index + match[0].length;
    const year = readYear(text, end);
    if (year === null || classifyName(title) !== 'publication') continue;
    const start = end - 1 - title.length;
    const span = spanOf(start, year.span.end);
    const author = /^[A-Z][A-Z&-]{1,9}(?=\s\S+\s)/u.exec(title)?.[0] ?? title;
    const work = { span, author, authorSpan: spanOf(start, start + author.length), year: year.text, yearSpan: year.span, key: null, locator: null, title: `${title} ${year.text}` };
    citations.push({ span, style: 'narrative', works: [work], isOwnWork: false });
  }
  return citations;
};
