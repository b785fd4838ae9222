import type { Quantity } from '../text/quantity';
import type { Span } from '../text/span';

const fallStems =
  'negative growth|f[ae]ll(?:s|en|ing)?|shr[aiu]nk(?:s|ing|age)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|drop(?:s|ped|ping)?|contract(?:s|ed|ing|ions?)|reduc(?:e[sd]?|ing|tions?)|los(?:e[sd]?|ing|s|ses|t)|' +
  'deficits?|shortfalls?|negative|minus|down|downturns?|lower(?:ed|s|ing)?|slump(?:s|ed)?|plung(?:e[sd]?|ing)|plummet(?:s|ed)?|sl(?:id|ides?|ipped|ips)|dip(?:s|ped)?|cuts?|less|fewer|below|narrow(?:ed|s|ing)|outflows?|' +
  'gaps?|recessions?|weaken(?:ed|s|ing)?|worsen(?:ed|s|ing)?|deteriorat(?:ed|es|ing|ion)|depreciat(?:ed|es|ing|ion)|halv(?:ed|es|ing)|deflation';
const riseStems =
  'gr[eo]w(?:s|n|ing|th)?|r[io]se[sn]?|rising|increas(?:e[sd]?|ing)|gain(?:s|ed)?|climb(?:s|ed|ing)?|expan(?:d|ds|ded|ding|sions?)|jump(?:s|ed)?|up|higher|rais(?:e[sd]?|ing)|surplus(?:es)?|positive|recover(?:s|ed|y)|improv(?:e[sd]?|ing|ements?)';
const directionWord = new RegExp(`\\b(?:(${fallStems})|(?:${riseStems}))\\b`, 'gi');
const fallWord = new RegExp(`^(?:${fallStems})$`, 'i');

/** How far from a figure a word may stand that says which way it goes. */
const wordReach = 120;

/**
 * A figure of a source with the sign that its words give it where ours has the other one.
 *
 *     ours −2.3%     theirs "shrank by 2.3%"    −2.3%
 *     ours −2.3%     theirs "grew by 2.3%"      2.3%
 *     ours 2.3%, of a fall     theirs "−2.3%"   2.3%
 */
export const withSignOf = (ours: Quantity, theirs: Quantity, passage: string, ourWords: ReadonlySet<string>): Quantity => {
  if (isNegative(ours) === isNegative(theirs)) return theirs;
  const mayTurn = isNegative(ours) ? isFall(passage, theirs.span) : speaksOfFall(ourWords) || mayBeDash(passage, theirs.span.start);
  return mayTurn ? negated(theirs) : theirs;
};

export const isNegative = ({ value, low, high }: Quantity): boolean => (value ?? high ?? low ?? 0) < 0;

const opposite = (value: number | null): number | null => (value === null ? null : -value);

const negated = (quantity: Quantity): Quantity => ({ ...quantity, low: opposite(quantity.high), high: opposite(quantity.low), value: opposite(quantity.value) });

export const speaksOfFall = (words: ReadonlySet<string>): boolean => [...words].some((word) => fallWord.test(word));

/** "15 –20 per cent": a range that was set, or read, with a blank too many. */
const mayBeDash = (passage: string, start: number): boolean => /\d\s?$/.test(passage.slice(Math.max(0, start - 2), start));

/** "fell to 2.3%" says where it came to, not how far it went. */
const level = /\b(?:to|at)\s(?:\p{L}+\s){0,2}$/u;

/** Is the word that is nearest to a figure, in its own sentence, one of going down? Behind a figure, only with nothing new begun between. */
export const isFall = (passage: string, { start, end }: Span): boolean => {
  const before = passage.slice(Math.max(0, start - wordReach), start).split(/[.;!?]\s/).at(-1) ?? '';
  const behind = passage.slice(end, end + wordReach).split(/[.;!?,]\s|\b(?:and|but|while)\b/, 1)[0] ?? '';
  const last = [...before.matchAll(directionWord)].at(-1);
  const next = [...behind.matchAll(directionWord)].at(0);
  if (last !== undefined && level.test(before.slice(last.index + last[0].length))) return false;
  const isNextNearer = next !== undefined && (last === undefined || next.index < before.length - last.index - last[0].length);
  return (isNextNearer ? next : last)?.[1] !== undefined;
};
