import { isSentenceEnd } from './quantity-context';
import type { Draft } from './quantity-draft';
import type { Token } from './quantity-tokens';

/** "2015 = 100", "2010/11=100": when an index was 100. Neither number counts anything. */
export interface IndexBase {
  readonly first: number;
  readonly next: number;
  /** As written: "2015", "2010/11". */
  readonly period: string;
}

/** The base that begins with the year at `index`. */
export const readIndexBase = (text: string, tokens: readonly Token[], index: number): IndexBase | null => {
  const year = tokens[index];
  if (year?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(year.text)) return null;
  let at = index + 1;
  const isSpan = /^[-–/]$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.kind === 'number' && tokens[at]?.isGlued === true;
  if (isSpan) at += 2;
  const hundred = tokens[at + 1];
  if (tokens[at]?.text !== '=' || hundred?.kind !== 'number' || !/^(?:100|1,?000)(?:\.0)?$/.test(hundred.text)) return null;
  const end = tokens[at - 1]?.end;
  return end === undefined ? null : { first: index, next: at + 2, period: text.slice(year.start, end) };
};

const MOST_BETWEEN = 12;
const INDEX_WORD = /^(?:index|indices|indexes|cpi|ppi|wpi|spi|hdi|gini)$/;

/** The base of each draft that is the value of an index: the one in brackets behind it, or the one of the index named before. */
export const basesOfIndexes = (tokens: readonly Token[], drafts: readonly Draft[], bases: readonly IndexBase[]): ReadonlyMap<Draft, string> => {
  const found = new Map<Draft, string>();
  let at = 0;
  for (const base of bases) {
    while ((drafts[at]?.first ?? Number.POSITIVE_INFINITY) < base.first) at++;
    const [before, after] = [drafts[at - 1], drafts[at]];
    if (before && isBareNumber(before) && isNear(tokens, before.next, base.first)) found.set(before, base.period);
    else if (after && isBareNumber(after) && isNear(tokens, base.next, after.first)) found.set(after, base.period);
  }
  return found;
};

const isBareNumber = ({ form, unit }: Draft): boolean => form === 'number' && unit === null;

const isNear = (tokens: readonly Token[], from: number, to: number): boolean => {
  if (to - from > MOST_BETWEEN) return false;
  for (let index = from; index < to; index++) if (isSentenceEnd(tokens, index)) return false;
  return true;
};

/** "An index of 112", "the CPI stood at 112", "an index value of 0.54". */
export const isIndexValue = (tokens: readonly Token[], draft: Draft): boolean => {
  if (!isBareNumber(draft)) return false;
  for (let index = draft.first - 1; index >= draft.first - 4; index--) {
    const token = tokens[index];
    if (token?.kind !== 'word') return false;
    if (INDEX_WORD.test(token.lower)) return true;
    if (!/^(?:of|at|to|is|was|stood|reached|rose|fell|value|score|about|around|now|only)$/.test(token.lower)) return false;
  }
  return false;
};
