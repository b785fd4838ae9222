import type { Citation, CitedWork } from './citation';
import { FULL_DATE, MONTH } from './citation-words';
import { spanOf } from './span';

/**
 * A series of a data portal, found by its code; who publishes it stands before, the day it was read after.
 *
 *     World Bank, WDI, GB.XPD.RSDV.GD.ZS, accessed 1 Sept 2025
 *     SBP EasyData, series TS_GP_BOP, 12 Mar 2026        UN Comtrade, HS 8471, reporter 586
 */
const PORTAL =
  '(?:WDI|World Development Indicators|EasyData|Comtrade|ILOSTAT|FAOSTAT|Eurostat|FRED|UNdata|DataBank|OECD\\.Stat|OECD Data Explorer|WITS|UIS|WEO database|World Economic Outlook [Dd]atabase|IFS|Penn World Table|Our World in Data|Nomis|StatCan|Human Development Data|Global Findex|Data\\.gov)';
const INDICATOR_CODE = '[A-Z]{2}(?:\\.[A-Z0-9]{2,4}){2,4}(?![A-Za-z0-9.]\\w)';
const SERIES_CODE = '(?:series|indicator|table|dataset|HS|SITC|code|variable|flow)\\s(?:code\\s)?(?=[A-Za-z0-9_.:-]{0,30}\\d|[A-Z]{2,8}_)[A-Za-z0-9_.:-]{2,40}';
const READ_ON = `(?:,?\\s\\(?(?:accessed|retrieved|downloaded|extracted|viewed)?\\s?(?:on\\s)?(?:${FULL_DATE}|${MONTH}\\s(?:19|20)\\d\\d)\\)?|,\\s(?:reporter|partner|country)\\s[\\w-]{1,20})`;

const BY_INDICATOR = new RegExp(`(?<![\\p{L}\\p{N}./=])${INDICATOR_CODE}`, 'gu');
const BY_PORTAL = new RegExp(`(?<![\\p{L}\\p{N}])${PORTAL}(?:\\s[Dd]ata(?:base|set)?)?(?:,\\s[^,;()]{2,60}?)?,?\\s\\(?(${SERIES_CODE})`, 'gu');
const BY_ACCESS = new RegExp(`(?<![\\p{L}\\p{N}])(${PORTAL})(?:\\s[Dd]ata(?:base|set)?)?,?\\s\\(?(?:accessed|retrieved|downloaded|extracted)\\s(?:on\\s)?${FULL_DATE}`, 'gu');
const TAIL = new RegExp(`^(?:${READ_ON}){0,3}`, 'u');
const OWNER_BEFORE = /(?:(?:^|[\s(])(?:the\s)?)?((?:\p{Lu}[\p{L}\p{N}&.-]*(?:\s(?:of|and|for|the|&)){0,2}[\s,]{1,2}){1,9})\(?$/u;

export const findDataPortals = (text: string): readonly Citation[] => {
  const citations: Citation[] = [];
  const add = (start: number, end: number, key: string | null): void => {
    if (citations.some((citation) => citation.span.start <= start && start < citation.span.end)) return;
    citations.push(toCitation(text, start, end, key));
  };
  for (const match of text.matchAll(BY_PORTAL)) add(match.index, match.index + match[0].length, (match[1] ?? '').replace(/^(?:series|indicator|table|dataset|code|variable|flow)\s(?:code\s)?/u, ''));
  for (const match of text.matchAll(BY_INDICATOR)) add(match.index, match.index + match[0].length, match[0]);
  for (const match of text.matchAll(BY_ACCESS)) add(match.index, match.index + (match[1] ?? '').length, null);
  return citations.sort((a, b) => a.span.start - b.span.start);
};

const toCitation = (text: string, start: number, end: number, key: string | null): Citation => {
  const windowStart = Math.max(0, start - 120);
  const before = text.slice(windowStart, start);
  const owner = OWNER_BEFORE.exec(before);
  const ownerWords = owner?.[1] ?? '';
  const ownerStart = ownerWords === '' ? start : windowStart + before.length - ownerWords.length - (before.endsWith('(') ? 1 : 0);
  const tail = TAIL.exec(text.slice(end, end + 160))?.[0] ?? '';
  const span = spanOf(ownerStart, end + tail.length);
  const first = /^[^,(]{2,80}/u.exec(text.slice(ownerStart, end))?.[0].trim() ?? '';
  const author = ownerWords === '' ? first : (ownerWords.split(',')[0]?.trim() ?? first);
  const hasAuthor = author !== key && author !== '';
  const locator = tail.replace(/^[\s,(]+|[\s,)]+$/gu, '');
  const work: CitedWork = {
    span,
    author: hasAuthor ? author : null,
    authorSpan: hasAuthor ? spanOf(ownerStart, ownerStart + author.length) : null,
    year: null,
    yearSpan: null,
    key,
    locator: locator === '' ? null : locator,
    title: text.slice(ownerStart, end),
  };
  return { span, style: 'data-portal', works: [work], isOwnWork: false };
};
