/**
 * Reads what a second reader answered. Models wrap their lines in fences and prose, forget commas, answer twice or about sentences that nobody
 * asked about: what can be read is read, and what cannot is said. Never throws.
 */
import { shorten } from '../../lint/message-words';
import { withHostsOnly } from '../../text/address-hosts';
import { findObjects, type FoundObject } from './find-objects';
import { readLabel } from './read-label';
import type { Verdict } from './review-label';
import type { ReviewSentence } from './review-parts';

export interface ParsedAnswers {
  /** By the number of the sentence. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** Numbers that were asked about and not answered, in order. */
  readonly missing: readonly number[];
  /** What could not be read, in words for the user. */
  readonly problems: readonly string[];
}

interface RawAnswer {
  readonly number: string;
  readonly label: string;
  readonly reason: string;
  /** The first words of the sentence that was meant; null where the reader does not say. */
  readonly begins: string | null;
}

/** Longer answers than any honest one are cut. */
const longestAnswer = 2_000_000;

const longestReason = 300;

/** Control characters and marks of writing direction, which would change how the words around look. */
const unseen = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

export const parseAnswers = (text: string, asked: readonly ReviewSentence[]): ParsedAnswers => {
  const { answers, problems: unread } = readAnswers(text.slice(0, longestAnswer));
  const sentences = new Map(asked.map((sentence) => [sentence.number, sentence]));
  const verdicts = new Map<number, Verdict>();
  const problems = [...unread];
  for (const answer of answers) {
    const sentence = sentences.get(Number(answer.number));
    const label = readLabel(answer.label);
    if (sentence === undefined) problems.push(`there is no sentence ${shorten(answer.number, 20)}`);
    else if (label === undefined) problems.push(`sentence ${sentence.number}: "${shorten(answer.label, 30)}" is no label`);
    else if (!fits(answer.begins, sentence)) problems.push(`sentence ${sentence.number} does not begin with "${shorten(answer.begins ?? '', 40)}": the answer is about another one`);
    else {
      const known = verdicts.get(sentence.number);
      if (known !== undefined && known.label !== label) problems.push(`sentence ${sentence.number} is labelled twice, as ${known.label} and as ${label}: the later one counts`);
      verdicts.set(sentence.number, { label, reason: shorten(withHostsOnly(answer.reason.replace(unseen, ' ')), longestReason) });
    }
  }
  const missing = asked.map(({ number }) => number).filter((number) => !verdicts.has(number));
  return { verdicts, missing, problems: summed(problems) };
};

const readAnswers = (text: string): { readonly answers: readonly RawAnswer[]; readonly problems: readonly string[] } => {
  const { objects, isCutOff } = findObjects(text);
  const problems: string[] = [];
  const answers: RawAnswer[] = [];
  // By hand, not by recursion: a flood of braces would go too deep.
  const waiting = [...objects].reverse();
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    const found = readObject(object);
    answers.push(...found);
    if (found.length > 0) continue;
    if (object.inner.length === 0) problems.push(`no number and label in "${shorten(object.words)}"`);
    for (let i = object.inner.length - 1; i >= 0; i -= 1) {
      const inner = object.inner[i];
      if (inner !== undefined) waiting.push(inner);
    }
  }
  if (isCutOff) problems.push('the answer breaks off in the middle');
  if (objects.length > 0) return { answers, problems };
  const lines = readLines(text);
  return lines.length > 0 || isCutOff ? { answers: lines, problems } : { answers: [], problems: ['no labels in the answer'] };
};

const readObject = ({ words, inner }: FoundObject): readonly RawAnswer[] => {
  if (!/\d/.test(words)) return [];
  const parsed = parseJson(words) ?? parseJson(words.replace(/,\s*\}$/, '}'));
  const answer = parsed === undefined ? readBroken(words) : readRecord(parsed);
  if (answer !== undefined) {
    if (inner.length === 0) return [answer];
    // An object around the answers may have a number and a class of its own.
    return readLabel(answer.label) === undefined ? [] : [{ ...answer, reason: answer.reason === '' ? textIn(inner[0]) : answer.reason }];
  }
  // {"1": "N", "2": "O"}
  const entries = Object.entries(parsed ?? {});
  const isMap = entries.length > 0 && entries.every(([key, value]) => /^\d{1,6}$/.test(key) && typeof value === 'string');
  return isMap ? entries.map(([number, label]) => ({ number, label: String(label), reason: '', begins: null })) : [];
};

/** The first text of a reason that is an object. */
const textIn = (object: FoundObject | undefined): string => Object.values(parseJson(object?.words ?? '') ?? {}).find((value) => typeof value === 'string') ?? '';

const parseJson = (words: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(words);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined; // Each field is looked at where it is read.
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const numberNames = ['number', 'n', 'no', 'id', 'sentence', 'index'];
const labelNames = ['label', 'l', 'verdict', 'class'];
const reasonNames = ['reason', 'why', 'explanation', 'because'];
const beginsNames = ['begins', 'words', 'start'];

/** "4", "4.", "[4]", "sentence 4"; neither 1.5 nor -1. */
const wholeNumber = /^[\s("'[*#]{0,9}(?:(?:sentence|number|no\.?)\s{1,9}#?)?(\d{1,6})[\s)\]"'*.:]{0,9}$/i;

const readRecord = (record: Readonly<Record<string, unknown>>): RawAnswer | undefined => {
  const fields = new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
  const find = (names: readonly string[]): string | null => {
    const value = names.map((name) => fields.get(name)).find((field) => typeof field === 'string' || typeof field === 'number');
    return value === undefined ? null : String(value);
  };
  const number = wholeNumber.exec(find(numberNames) ?? '')?.[1];
  const label = find(labelNames);
  return number === undefined || label === null ? undefined : { number, label, reason: find(reasonNames) ?? '', begins: find(beginsNames) };
};

/** Up to a quotation mark, a comma, the end, or the next field. */
const labelValue = `[^"'“”,;{}\\n]{1,60}?(?=\\s{0,9}(?:["'“”,;}\\n]|$|\\s(?:${[...numberNames, ...reasonNames, ...beginsNames].join('|')})\\s{0,9}[:=]))`;

const fieldOf = (names: readonly string[], value: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])["'“”]?(?:${names.join('|')})["'“”]?\\s{0,9}[:=]\\s{0,9}["'“”]?(${value})`, 'iu');

const numberField = fieldOf(numberNames, '\\d{1,6}(?!\\.?\\d)');
const labelField = fieldOf(labelNames, labelValue);
const reasonField = fieldOf(reasonNames, '[^\\n}]{0,1000}');

/** Fields of an object that is no JSON: single quotes, quotes inside a reason, no quotes at all. */
const readBroken = (words: string): RawAnswer | undefined => {
  const number = numberField.exec(words)?.[1];
  const label = labelField.exec(words)?.[1];
  if (number === undefined || label === undefined) return undefined;
  const reason = reasonField.exec(words)?.[1] ?? '';
  return { number, label, reason: reason.replace(/["'“”]\s{0,9},\s{0,9}["'“”]?(?:number|label|begins)\b.*$/iu, '').replace(/["'“”,\s]{1,9}$/u, ''), begins: null };
};

const readLines = (text: string): readonly RawAnswer[] => {
  const lines = text.split('\n').map((line) => line.trim().slice(0, 1_200));
  const spaced = lines.map((line) => spacedLine.exec(line));
  // "3 A list follows" is prose, unless other lines have labels in this form.
  const isSpaced = spaced.some((match) => match !== null && match[2] !== 'A');
  return lines.flatMap((line, i) => {
    if (line.startsWith('|')) return readRow(line);
    const match = plainLine.exec(line) ?? (isSpaced ? spaced[i] : undefined) ?? null;
    return match === null ? [] : [{ number: match[1] ?? '', label: match[2] ?? '', reason: (match[3] ?? '').replace(/[|)\s]{1,9}$/u, ''), begins: null }];
  });
};

/** "1. N - nobody is named", "[2] S", "**3.** O: advice", "Sentence 4: A"; "3. A list follows" is none. */
const plainLine = /^[\s*_#>-]{0,9}(?:(?:[Ss]entence|[Nn]umber|[Nn]o\.?)\s{1,9}#?)?[[(]?(\d{1,6})[\])]?[\s.):|*_=>–—-]{1,9}([NSOA])[*_]{0,3}(?:\s{0,9}[|:.,;–—(-][\s*_]{0,9}(.{0,1000}))?\s{0,99}$/u;

/** "1 N nobody is named". */
const spacedLine = /^(\d{1,6})\s{1,9}([NSOA])\s{1,9}(\S.{0,1000})$/u;

/** A row of a table: the number first, then the label, perhaps after some words of the sentence, then the reason. */
const readRow = (line: string): readonly RawAnswer[] => {
  const [first = '', ...cells] = line.replace(/^\|/, '').replace(/\|$/, '').split(/(?<!\\)\|/).map((cell) => cell.trim());
  const number = wholeNumber.exec(first)?.[1];
  const at = cells.findIndex((cell) => readLabel(cell) !== undefined);
  return number === undefined || at < 0 ? [] : [{ number, label: cells[at] ?? '', reason: cells[at + 1] ?? '', begins: null }];
};

/**
 * Models lose count. Where they say which words they mean, those must be the sentence's own; some leave out what stands in brackets: a citation,
 * the site of a link.
 */
const fits = (begins: string | null, { words }: ReviewSentence): boolean => {
  const said = begins ?? '';
  return [words, withoutBrackets(words)].some((own) => [said, withoutBrackets(said)].some((start) => isStart(lettersOf(start), lettersOf(own), said)));
};

const isStart = (start: string, own: string, said: string): boolean => (start === '' ? lettersOf(said) === '' : own.startsWith(start.slice(0, 24)));

/** Not the words of a link, `[words](site)`. */
const withoutBrackets = (text: string): string => text.replace(/\[[^\][]*\](?!\()/g, ' ').replace(/\([^()]*\)/g, ' ');

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A flood of the same says no more than its first few. */
const mostProblems = 20;

const summed = (problems: readonly string[]): readonly string[] => {
  const distinct = [...new Set(problems)].map(withHostsOnly);
  return distinct.length <= mostProblems ? distinct : [...distinct.slice(0, mostProblems), `and ${distinct.length - mostProblems} more of the kind`];
};
