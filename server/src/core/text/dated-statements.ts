import type { Citation } from './citation';
import { FULL_DATE } from './citation-words';
import { spanOf } from './span';

/**
 * What somebody said or sent out on a day, in running text: "PM Secretariat, press release, 30 July 2025",
 * "Interview with a PTA official, Islamabad, 4 June 2025". Without the word for the occasion a name, a comma and a date are no source.
 */
export const findDatedStatements = (text: string): readonly Citation[] =>
  [...text.matchAll(RELEASE), ...text.matchAll(INTERVIEW)].sort((a, b) => a.index - b.index).map((match) => {
    const span = spanOf(match.index, match.index + match[0].length);
    const author = match[1] ?? null;
    const date = match[3] ?? '';
    const year = /(?:19|20)\d\d/u.exec(date)?.[0] ?? null;
    const yearAt = year === null ? -1 : match[0].lastIndexOf(year);
    const authorSpan = author === null || !match[0].startsWith(author) ? null : spanOf(match.index, match.index + author.length);
    const yearSpan = year === null ? null : spanOf(match.index + yearAt, match.index + yearAt + year.length);
    const work = { span, author, authorSpan, year, yearSpan, key: null, locator: date, title: OCCASION_ALONE.test(match[2] ?? '') ? (match[2] ?? null) : null };
    return { span, style: 'parenthetical', works: [work], isOwnWork: false };
  });

const CAPITAL_RUN = "\\p{Lu}[\\p{L}\\p{N}’'&.-]{0,30}(?:\\s(?:(?:of|on|for|and|the|&)\\s){0,2}\\p{Lu}[\\p{L}\\p{N}’'&.-]{0,30}){0,7}";
const OCCASION = '(?:press (?:release|conference|briefing|statement|note)|news release|media briefing|speech|statement|address|remarks|communiqu[ée]|testimony|evidence|interview)';

const OCCASION_ALONE = new RegExp(`^${OCCASION}`, 'u');
const RELEASE = new RegExp(`(?<![\\p{L}\\p{N}])(${CAPITAL_RUN}),\\s(${OCCASION}(?:\\s(?:to|at|in|before|on)\\s[^,;()]{2,40})?(?:,\\s\\p{Lu}[\\p{L} ]{1,30})?),\\s(${FULL_DATE})`, 'gu');
const INTERVIEW = new RegExp(`(?<![\\p{L}\\p{N}])((?:Interview|Personal communication|Conversation|Telephone interview|Correspondence|Focus group)\\swith\\s[^,;()]{2,60})((?:,\\s\\p{Lu}[\\p{L} ]{1,30})?),\\s(${FULL_DATE})`, 'gu');
