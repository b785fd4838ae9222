import { monthNumber } from './dates';
import { isCalendar, type Draft } from './quantity-draft';
import { isFunctionWord } from './quantity-guards';
import { sliceOf, spanOf } from './span';
import type { Token } from './quantity-tokens';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Verbs that link a measure with its number, or say how it moved. They end a noun phrase. */
const VERBS = wordSet(`
  is are was were be been being has have had having will would could can may might should must do does did reached reach reaches hit hits fell rose grew
  increased decreased declined dropped climbed stood remained averaged totalled totaled accounted amounted exceeded exceeds jumped slipped went became becomes
  made makes contributed contributes contribute said says showed showed found got gets took takes needed lacked lack lacks used worked lived live lives left
  leave reported agree agreed closed opened failed fail fails raised lost gained expanded shrank spent earn earned paid projected expected estimated planned
  targeted doubled tripled halved compared saw see sees equals equal include includes included comes came
`);
/** Verbs that are nouns as well: right behind a number they are what is counted ("40 accounts"), elsewhere they end the phrase. */
const VERBS_OR_NOUNS = wordSet(`
  fall falls rise rises grow grows increase increases decrease decreases decline declines drop drops climb climbs stand stands remain remains total totals
  account accounts amount amounts cost costs cut cuts say show shows find finds get take need needs use uses work works report reports pay pays set make
`);
const ADVERBS = wordSet(`
  about around approximately roughly some nearly almost just over under above below more less fewer than least most up to only already now still also further
  another additional extra at by of from in the a an its their his her our well as much many high low slightly little estimated exactly respectively currently
  sharply only again further year-on-year
`);
const WEAK_HEADS = wordSet('it this that they them us him too these those which who what there one he she we i you and or but while whereas with for per last next past previous first overall together alone later earlier ago higher lower larger annually monthly yearly today');
const PRONOUNS = wordSet('it they we i you he she which that who');
const UNCOUNTED_PLURALS = wordSet('people children women men staff personnel teachers police youth cattle livestock');

const MOST_WORDS = 4;

/** The counted or measured thing, in the nearest words as written: those after "of", those right behind, or else the subject before, back to `previousNext`. */
export const findWhat = (text: string, tokens: readonly Token[], draft: Draft, previousNext: number): string | null => {
  if (isCalendar(draft) || draft.form === 'ordinal' || draft.dimension === 'time') return ageBefore(tokens, draft);
  if (draft.form === 'count' && draft.isOpen !== true) return nounsAfter(text, tokens, draft.next);
  if (draft.form === 'multiple') return subjectBefore(text, tokens, draft, previousNext);
  const after = tokens[draft.next];
  if (after?.lower === 'of') return nounsAfter(text, tokens, skipDeterminers(tokens, draft.next + 1)) ?? subjectBefore(text, tokens, draft, previousNext);
  if (after?.lower === 'per') return phrase(text, tokens, draft.next, Math.min(tokens.length, draft.next + 2));
  if (draft.form === 'ratio' && draft.unit === '%') return nounsAfter(text, tokens, skipDeterminers(tokens, draft.next));
  if (draft.form === 'money' && after?.lower === 'in') {
    const invested = nounsAfter(text, tokens, skipDeterminers(tokens, draft.next + 1));
    if (invested !== null && !PRICE_TERMS.test(invested)) return invested;
  }
  return nounsAfter(text, tokens, draft.next) ?? subjectBefore(text, tokens, draft, previousNext);
};

/** "In real terms" says how a sum is counted, not what for. */
const PRICE_TERMS = /\b(?:terms|prices|money)$/i;

const ageBefore = (tokens: readonly Token[], draft: Draft): string | null =>
  draft.dimension === 'time' && /^(?:aged|ages?)$/.test(tokens[draft.first - 1]?.lower ?? '') ? 'age' : null;

const skipDeterminers = (tokens: readonly Token[], from: number): number => {
  let index = from;
  while (/^(?:the|a|an|all|its|their|our|his|her|these|those|this|that)$/.test(tokens[index]?.lower ?? '')) index++;
  return index;
};

const phrase = (text: string, tokens: readonly Token[], first: number, next: number): string | null => {
  const start = tokens[first]?.start;
  const end = tokens[next - 1]?.end;
  return start === undefined || end === undefined || next <= first ? null : sliceOf(text, spanOf(start, end)).replace(/\s+/g, ' ');
};

const isPluralNoun = (word: string): boolean => UNCOUNTED_PLURALS.has(word) || /[^sui]s$/.test(word);
const isEnd = (token: Token | undefined): boolean =>
  token?.kind !== 'word' || isFunctionWord(token.lower) || VERBS.has(token.lower) || WEAK_HEADS.has(token.lower) || isPeriodWord(token);
const isPeriodWord = (token: Token): boolean => token.text === 'FY' || (/^\p{Lu}/u.test(token.text) && monthNumber(token.lower) !== null);

/** Up to four words, to the first plural or the first word that cannot belong to a noun. */
export const nounsAfter = (text: string, tokens: readonly Token[], from: number): string | null => {
  let index = from;
  while (index - from < MOST_WORDS && !isEnd(tokens[index])) {
    const word = tokens[index];
    if (!word || (index > from && VERBS_OR_NOUNS.has(word.lower))) break;
    index++;
    if (isPluralNoun(word.lower) || /^(?:GDP|GNI|GNP)$/.test(word.text)) break;
    const hyphen = tokens[index];
    const isCompound = hyphen?.text === '-' && hyphen.isGlued && tokens[index + 1]?.isGlued === true && tokens[index + 1]?.kind === 'word';
    if (isCompound) index += 1;
  }
  if (tokens[index - 1]?.text === '-') index--;
  return phrase(text, tokens, from, index);
};

/** "Inflation hit 11.8%", "the literacy rate is 58%": back over links and adverbs to the nearest noun words. */
const subjectBefore = (text: string, tokens: readonly Token[], draft: Draft, previousNext: number): string | null => {
  let index = draft.first - 1;
  const limit = Math.max(previousNext, draft.first - 8);
  while (index >= limit && isSkippable(tokens[index])) index--;
  const next = index + 1;
  while (index >= limit && next - index <= 3 && !isEnd(tokens[index]) && !VERBS_OR_NOUNS.has(tokens[index]?.lower ?? '')) index--;
  // "It drew $5B": the one word left is an unknown verb.
  if (next - index === 2 && PRONOUNS.has(tokens[index]?.lower ?? '')) return null;
  return phrase(text, tokens, index + 1, next);
};

const isSkippable = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (VERBS.has(token.lower) || VERBS_OR_NOUNS.has(token.lower) || ADVERBS.has(token.lower) || isFunctionWord(token.lower));

const YEAR_LINKS = wordSet('in by since during for as of at end mid late early until before around fiscal year the from and between');
const MOST_WORDS_TO_YEAR = 7;

/**
 * The period named with each draft: the year right behind it in its clause ("5% in 2024"), else the one that opens the sentence
 * ("In 2024, exports …"), else none. A year that follows another number belongs to that number.
 */
export const findPeriods = (text: string, tokens: readonly Token[], drafts: readonly Draft[]): readonly (string | null)[] => {
  let opening: string | null = null;
  let lastSentence = 0;
  return drafts.map((draft, index) => {
    if (hasSentenceEnd(tokens, lastSentence, draft.first)) opening = null;
    lastSentence = draft.first;
    if (isCalendar(draft)) {
      if (opensSentence(tokens, draft)) opening = text.slice(draft.start, draft.end);
      return draft.when;
    }
    const following = drafts[index + 1];
    if (following && isCalendar(following) && isRightBehind(tokens, draft, following)) return text.slice(following.start, following.end);
    return bracketedYear(tokens, draft) ?? opening;
  });
};

export const isSentenceEnd = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const after = tokens[index + 1];
  return token?.kind === 'mark' && /^[.!?;。۔؟]$/.test(token.text) && after?.isGlued !== true && !/^\p{Ll}/u.test(after?.text ?? '');
};

const FARTHEST = 60;
const LONGEST_OPENING = 4;

/** Two numbers more than sixty tokens apart are not in one sentence either. */
const hasSentenceEnd = (tokens: readonly Token[], from: number, to: number): boolean => {
  if (to - from > FARTHEST) return true;
  for (let index = from; index < to; index++) if (isSentenceEnd(tokens, index)) return true;
  return false;
};

/** "In 2024, …", "By the end of 2023 …". */
const opensSentence = (tokens: readonly Token[], draft: Draft): boolean => {
  for (let index = draft.first - 1; index >= draft.first - 1 - LONGEST_OPENING; index--) {
    if (index < 0 || isSentenceEnd(tokens, index)) return true;
    if (tokens[index]?.kind !== 'word') return false;
  }
  return false;
};

const isRightBehind = (tokens: readonly Token[], draft: Draft, period: Draft): boolean => {
  if (period.first - draft.next > MOST_WORDS_TO_YEAR) return false;
  for (let index = draft.next; index < period.first; index++) {
    const token = tokens[index];
    if (!token || (token.kind !== 'word' && !/^[-+]$/.test(token.text))) return false;
    if (/^(?:and|but|while|whereas|which|that|after|than|against|compared)$/.test(token.lower)) return false;
  }
  return period.first === draft.next || YEAR_LINKS.has(tokens[period.first - 1]?.lower ?? '');
};

/** "58% (2024)". */
const bracketedYear = (tokens: readonly Token[], draft: Draft): string | null => {
  const year = tokens[draft.next + 1];
  const isBracketed = tokens[draft.next]?.text === '(' && tokens[draft.next + 2]?.text === ')';
  return isBracketed && year && /^(?:19|20)\d{2}$/.test(year.text) ? year.text : null;
};
