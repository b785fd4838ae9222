/** What a figure says, in plain words: its value as an interval, what it is about, where it stands. */
import { shorten } from '../../lint/message-words';
import { numberHabitOf } from '../../lint/number-habit';
import { tableName } from '../../lint/table-facts';
import type { Brief } from '../../model/brief';
import type { FigureFrame } from '../../model/figures/figure';
import { sentenceAt } from '../../model/figures/figure-places';
import { wordsOf } from '../../model/figures/lemmas';
import { nameIndexOf } from '../../model/figures/names';
import { bareForm, decimalsNeeded, readNumberForm, writeNumber, type NumberHabit } from '../../text/number-form';
import { sliceOf } from '../../text/span';

const scaleWords: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e7, 'crore'],
  [1e6, 'million'],
  [1e5, 'lakh'],
  [1e3, 'thousand'],
];

/** The figure as written, with the unit of its head where the cell has none: "20.0 billion GBP". */
export const writtenFigure = ({ quantity, value, cell }: FigureFrame): string => {
  const text = shorten(quantity.text, 40);
  if (cell === null || /[%$£€₹]|\p{L}/u.test(text)) return text;
  if (value.unit === '%') return `${text}%`;
  const { unit, scale } = value;
  const isMark = unit !== null && /^[^\p{L}\s]+$/u.test(unit);
  return [isMark && !/^\W*[-−–(]/.test(text) ? `${unit}${text}` : text, scaleWordOf(scale), isMark ? null : unitWords(unit)].filter((part) => part !== null).join(' ');
};

const scaleWordOf = (scale: number): string | null => scaleWords.find(([size]) => size === scale)?.[1] ?? null;

const unitWords = (unit: string | null): string | null => (unit === 'pp' ? 'percentage points' : unit);

/**
 * The values that a figure allows: "22.5 to 23.5%", "more than 2 million", "£2.35 to £2.45 million"; null where it is exact as it stands
 * ("2,412,000") and so has nothing to explain.
 */
export const readingOf = (brief: Brief, frame: FigureFrame): string | null => {
  const habit = numberHabitOf(brief);
  const { low, high, value, scale } = frame.value;
  if (low === null && high === null) return null;
  if (low === null || high === null) return boundWords(frame, habit);
  const isExact = scale === 1 && value !== null && Number.isInteger(value) && frame.value.dimension !== 'share' && high - low <= 1 && high > low;
  if (isExact || low === high) return null;
  // The precision of "between zero and five" does not reach below zero.
  const least = low < 0 && high > 0 && !/^\W*(?:[-−–+±]|minus\b)/iu.test(frame.quantity.text) ? 0 : low;
  const [from, to] = [numeral(frame, least / scale, habit), numeral(frame, high / scale, habit)];
  const { before, after } = unitAround(frame);
  return from.startsWith('-') || to.startsWith('-') ? `${before}${from}${after} to ${before}${to}${after}` : `${before}${from} to ${before}${to}${after}`;
};

const boundWords = (frame: FigureFrame, habit: NumberHabit | null): string => {
  const { low, high, scale } = frame.value;
  const { before, after } = unitAround(frame);
  const isStrict = frame.quantity.qualifier === 'more-than' || frame.quantity.qualifier === 'less-than';
  const lead = low === null ? (isStrict ? 'less than ' : '') : isStrict ? 'more than ' : '';
  const tail = isStrict ? '' : low === null ? ' or less' : ' or more';
  return `${lead}${before}${numeral(frame, (low ?? high ?? 0) / scale, habit)}${after}${tail}`;
};

const unitAround = ({ quantity, value }: FigureFrame): { readonly before: string; readonly after: string } => {
  const scaleWord = scaleWordOf(value.scale);
  const scalePart = scaleWord === null ? '' : ` ${scaleWord}`;
  if (value.unit === '%') return { before: '', after: `${scalePart}%` };
  if (value.dimension !== 'money') return { before: '', after: `${scalePart}${value.unit === null ? '' : ` ${unitWords(value.unit) ?? ''}`}` };
  const mark = quantity.currency?.symbol ?? value.unit ?? '';
  return /\p{L}\.?$/u.test(mark) ? { before: '', after: `${scalePart} ${mark}` } : { before: mark, after: scalePart };
};

/** As the figure itself groups and divides, in full. */
const numeral = ({ quantity, value: { value, scale } }: FigureFrame, end: number, habit: NumberHabit | null): string => {
  const size = Number(Math.abs(end).toPrecision(9));
  if (String(size).includes('e')) return String(Number(end.toPrecision(9)));
  const form = value === null ? null : readNumberForm(quantity.text, Math.abs(value) / scale);
  return `${end < 0 ? '-' : ''}${writeNumber({ ...(form ?? bareForm), before: '', after: '', decimals: decimalsNeeded(size) }, size, habit)}`;
};

/**
 * What is measured, in the words of the brief: the noun beside the figure; else its own words of the sentence, in order; of a cell, its heads.
 * Empty where there are none.
 */
export const subjectWords = (brief: Brief, frame: FigureFrame): string => {
  if (frame.cell !== null && !frame.cell.isWordy) return cellHeads(frame).join(', ');
  const sentence = frame.sentence === null ? undefined : sentenceAt(brief, frame.sentence);
  if (sentence === undefined) return frame.cell === null ? '' : cellHeads(frame).join(', ');
  const words = ownWords(sentence.text, frame);
  return words === '' ? (frame.quantity.what ?? '') : words;
};

/** "Row, column", without heads that fit any number. */
export const cellHeads = ({ cell }: FigureFrame): readonly string[] =>
  cell === null ? [] : [...new Set([cell.rowLabel, ...(cell.columnLabel.isGeneric ? [] : [cell.columnLabel])].map(({ text }) => shorten(plain(text), 60)).filter((text) => text !== ''))];

/** Heads of tables may be bold or code. */
const plain = (text: string): string => text.replace(/[*_`]+/g, '').trim();

const mostOwnWords = 9;

/** Words that stand side by side stay together: "new levy, lead dust, schools". */
const ownWords = (text: string, { own }: FigureFrame): string => {
  const runs: string[] = [];
  let [lastEnd, count] = [-1, 0];
  const seen = new Set<string>();
  for (const { start, end, lemma } of wordsOf(text)) {
    if (!own.has(lemma) || seen.has(lemma) || count >= mostOwnWords) continue;
    seen.add(lemma);
    count++;
    const isNext = lastEnd >= 0 && /^[\s-]+$/.test(text.slice(lastEnd, start));
    if (isNext) runs.push(`${runs.pop() ?? ''}${text.slice(lastEnd, end).replace(/\s+/g, ' ')}`);
    else runs.push(text.slice(start, end));
    lastEnd = end;
  }
  return runs.join(', ');
};

/** Place, time, group and manner, as far as the words say them and the subject does not have them. */
export const settingWords = (brief: Brief, frame: FigureFrame): readonly string[] => {
  const { manner } = frame;
  const text = frame.sentence === null ? cellHeads(frame).join(' ') : (sentenceAt(brief, frame.sentence)?.text ?? '');
  const subject = subjectWords(brief, frame).toLowerCase();
  const { isPlace } = nameIndexOf(brief);
  const periods = frame.periods.length > 0 ? frame.periods : frame.contextPeriods;
  const parts = [
    ...frame.names.filter(isPlace).flatMap((name) => asWritten(text, name) ?? []),
    ...periods.map(periodWords),
    // Groups go by names of their own ("subset"); only those that stand there are shown.
    ...frame.groups.flatMap((group) => asWritten(text, group) ?? []),
    ...(manner.isTarget ? ['a target'] : []),
    ...(manner.change === 'change' ? [manner.direction === null ? 'a change' : `a change ${manner.direction}`] : []),
    ...(manner.basis === null ? [] : [/^per\b|^each$/.test(manner.basis) ? manner.basis : `per ${manner.basis}`]),
  ];
  return [...new Set(parts)].filter((part) => !subject.includes(part.toLowerCase()));
};

const asWritten = (text: string, name: string): string | null => {
  // Lower case may be longer than what was written ("İzmir"), so that offsets would not agree.
  return new RegExp(name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'iu').exec(text)?.[0] ?? null;
};

const periodWords = (period: string): string => period.replace('..', '–').replace(/ q([1-4])$/, ' Q$1');

/** Where a figure stands: the heading of its section, and the table. */
export const placeWords = (brief: Brief, { section, cell }: FigureFrame): string => {
  const heading = brief.sections[section]?.heading?.text ?? null;
  const table = cell === null ? undefined : brief.tables[cell.table];
  if (table === undefined) return heading ?? 'Before the first heading';
  const name = tableName(table);
  return heading === null ? name : `${heading}, ${name}`;
};

/** The citation that stands in its sentence, or at its table; null where there is none. */
export const sourceWords = (brief: Brief, { sentence, cell }: FigureFrame): string | null => {
  const citations = sentence !== null ? sentenceAt(brief, sentence)?.citations : cell === null ? undefined : brief.tables[cell.table]?.citations;
  const [first] = citations ?? [];
  // Of a link, the words.
  return first === undefined ? null : shorten(sliceOf(brief.text, first.span).replace(/^\[([^\]]*)\]\([^)]*\)?$/u, '$1'), 60);
};
