import type { Brief } from '../brief';
import type { FigureFrame } from './figure';

/** "Not only", "no fewer than", "not counting" deny nothing. */
const denial = /\b(?:not(?!\s+(?:only|just|merely|least|counting|including|more|less|fewer)\b)|never|cannot|without|neither|nor|none|no(?!\s+(?:more|less|fewer|later|earlier|sooner|doubt|matter)\b)|lack(?:s|ed|ing)?|fail(?:s|ed)?\s+to)\b|n[’']t\b/iu;
/** Where what is said of a figure ends: at a break, or at the next figure. */
const clauseEnd = /[;:.!?](?:\s|$)|,\s*(?:while|whereas|but|and|against|compared)\b|\d[\d.,]*\s?(?:%|per\s?cent)/iu;

const farthest = 140;

/** "42% of farmers do not own a pump" and "58% of farmers own a pump" are no two values of one quantity. */
export const differInDenial = (brief: Brief, a: FigureFrame, b: FigureFrame): boolean => {
  const [ours, theirs] = [deniedBy(brief, a), deniedBy(brief, b)];
  if (ours === null || theirs === null || (ours === '') === (theirs === '')) return false;
  // "14% of schools had no library" is no value of "Schools with a library (%)"; but "62 clinics without power" may be those of "Clinics with a stove".
  const cell = a.cell ?? b.cell;
  const denied = ours + theirs;
  return cell === null || !/^without/i.test(denied) || namesWordOf(`${cell.rowLabel.text} ${cell.columnLabel.text}`, denied);
};

/** What is denied, behind the word that denies it; '' where nothing is; null where no sentence says what the figure is of, or where it counts nothing. */
const deniedBy = ({ text, sentences }: Brief, { sentence, quantity, cell }: FigureFrame): string | null => {
  if (cell !== null) return cell.isWordy ? null : deniedIn(`${cell.rowLabel.text} | ${cell.columnLabel.text}`);
  const around = sentence === null ? undefined : sentences[sentence];
  if (around === undefined || !(quantity.dimension === 'share' || quantity.form === 'count' || quantity.form === 'number')) return null;
  const { start, end } = quantity.span;
  const behind = text.slice(end, Math.min(around.span.end, end + farthest));
  const isFirst = around.quantities.every((other) => other.span.start >= start);
  // "No pump is owned by 42% of farmers": the words in front are its own where no other figure stands there.
  const before = isFirst ? (text.slice(Math.max(around.span.start, start - farthest), start).split(/[;:,]\s/u).at(-1) ?? '') : '';
  return deniedIn(behind.slice(0, clauseEnd.exec(behind)?.index)) || deniedIn(before);
};

const deniedIn = (words: string): string => {
  const found = denial.exec(words);
  return found === null ? '' : words.slice(found.index);
};

const namesWordOf = (labels: string, denied: string): boolean => {
  const stems = new Set(stemsIn(labels));
  return stemsIn(denied).some((stem) => stems.has(stem));
};

/** Long words up to their endings: "library" and "libraries" are one. */
const stemsIn = (words: string): readonly string[] => (words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
