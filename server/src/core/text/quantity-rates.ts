import { isSentenceEnd } from './quantity-context';
import type { Draft } from './quantity-draft';
import type { Token } from './quantity-tokens';

const WORDS_TO_PER = 4;
const WORDS_OF_BASE = 3;
const ROUND_BASE = /^10{1,6}$/;
const TIMES = /^(?:second|minute|hour|day|night|week|month|quarter|year|annum|decade)$/;
const HEADS = /^(?:head|person|household|family|child|pupil|student|worker|farmer|unit|tonne|ton|barrel|litre|kilo|piece|kwh|kg)$/;
/** Between a number and its "per" there may be the counted thing, but no other verb or clause. */
const ENDS_RATE = /^(?:and|or|but|while|which|that|who|is|are|was|were|in|by|to|from|than|at|with|for|as)$/;

/** "per 100,000", "per 1,000", "per million": the base of a rate counts nothing. */
export const isRateBase = (tokens: readonly Token[], index: number): boolean => {
  if (tokens[index - 1]?.lower !== 'per') return false;
  const token = tokens[index];
  return token?.kind === 'number' && ROUND_BASE.test(String(token.value));
};

/**
 * What a rate is counted by, as written.
 *
 *     154 deaths per 100,000 live births, US$5 a day, 290 people per km², US$12/MWh
 *                    ^^^^^^^^^^^^^^^^^^^         ^^^                 ^^^       ^^^
 */
export const findPer = (text: string, tokens: readonly Token[], draft: Draft): string | null => {
  const after = tokens[draft.next];
  if (!after) return null;
  const isSlash = after.text === '/' && after.isGlued && tokens[draft.next + 1]?.isGlued === true && !draft.isBare;
  if (isSlash) return readBase(text, tokens, draft.next + 1);
  const second = tokens[draft.next + 1];
  const isOneOf = /^(?:an?|each|every)$/.test(after.lower) && second !== undefined && (TIMES.test(second.lower) || (HEADS.test(second.lower) && draft.form !== 'percent'));
  if (isOneOf) return second.text;
  for (let index = draft.next; index <= draft.next + WORDS_TO_PER; index++) {
    const token = tokens[index];
    if (token?.lower === 'per' && token.kind === 'word') return tokens[index + 1]?.lower === 'cent' ? null : readBase(text, tokens, index + 1);
    const isInside = token?.kind === 'word' ? !ENDS_RATE.test(token.lower) : token?.text === '-' && token.isGlued;
    if (!token || !isInside || isSentenceEnd(tokens, index)) return null;
  }
  return null;
};

const readBase = (text: string, tokens: readonly Token[], from: number): string | null => {
  const first = tokens[from];
  if (!first || !(first.kind === 'word' || isRateBase(tokens, from))) return null;
  let next = from + 1;
  // "km²", "m2"; "100,000 live births"; "square kilometre".
  if (tokens[next]?.isGlued === true && /^[²³23]$/.test(tokens[next]?.text ?? '')) next++;
  else if (first.kind === 'number' || /^(?:square|cubic|sq|cu|metric|million|thousand|lakh|hundred)$/.test(first.lower)) next = endOfBase(tokens, next);
  const end = tokens[next - 1]?.end ?? first.end;
  return text.slice(first.start, end).replace(/\s+/g, ' ');
};

/** The nouns of a base: to the first plural, three words at most. */
const endOfBase = (tokens: readonly Token[], from: number): number => {
  let next = from;
  while (next - from < WORDS_OF_BASE) {
    const token = tokens[next];
    if (token?.kind !== 'word' || ENDS_RATE.test(token.lower)) break;
    next++;
    if (/(?:[^sui]s|people|children|women|men|metre|kilometre|km|m)$/.test(token.lower)) break;
  }
  return next;
};
