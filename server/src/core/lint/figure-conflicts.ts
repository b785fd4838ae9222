/** What the rules about figures that contradict each other have in common: messages, places and fixes. */
import type { Brief } from '../model/brief';
import { findConflicts } from '../model/figures/conflicts';
import type { ConflictKind, FigureConflict, FigureFrame } from '../model/figures/figure';
import { figureFrames } from '../model/figures/frame';
import { rememberByBrief } from '../model/remember-by-brief';
import { decimalsNeeded, readNumberForm, writeNumber, type NumberForm } from '../text/number-form';
import { shorten } from './message-words';
import { numberHabitOf } from './number-habit';
import { rescaled } from './rescale';
import type { Fix, RuleFinding } from './rule';
import { tableName } from './table-facts';

/** One side of a conflict as a message has it. */
export interface Side {
  readonly frame: FigureFrame;
  /** "3.4%", "20.0 billion GBP" for a bare cell. */
  readonly written: string;
}

const framesByIndex = rememberByBrief((brief) => new Map(figureFrames(brief).map((frame) => [frame.index, frame] as const)));

/** Findings of one kind; `level` and `write` are the rule's own. */
export function* conflictFindings(brief: Brief, kind: ConflictKind, describe: (here: Side, there: Side, place: string) => Pick<RuleFinding, 'level' | 'message'>): Iterable<RuleFinding> {
  for (const conflict of findConflicts(brief)) {
    if (conflict.kind !== kind) continue;
    const sides = sidesOf(brief, conflict);
    if (!sides) continue;
    const [here, there] = sides;
    const place = placeOf(brief, there.frame, here.frame);
    yield {
      span: here.frame.quantity.span,
      ...describe(here, there, place),
      related: [{ span: there.frame.quantity.span, message: there.written }],
      // What a third place says too is not the slip.
      fixes: [fixOf(brief, kind, here, there, 'Change to '), conflict.isOtherBorneOut ? null : fixOf(brief, kind, there, here, `Change ${there.written} ${place} to `)].filter((fix) => fix !== null),
    };
  }
}

const sidesOf = (brief: Brief, { a, b }: FigureConflict): readonly [Side, Side] | null => {
  const [here, there] = [framesByIndex(brief).get(a), framesByIndex(brief).get(b)];
  return here && there ? [sideOf(here), sideOf(there)] : null;
};

const scaleWords: ReadonlyMap<number, string> = new Map([
  [1e3, ' thousand'],
  [1e5, ' lakh'],
  [1e6, ' million'],
  [1e7, ' crore'],
  [1e9, ' billion'],
  [1e12, ' trillion'],
]);

/** With the unit of its head, where the cell has none. */
const sideOf = (frame: FigureFrame): Side => {
  const text = shorten(frame.quantity.text, 40);
  const isBare = frame.cell !== null && !/[%$£€₹]|\p{L}/u.test(text);
  const { unit, scale } = frame.value;
  const written = !isBare ? text : `${text}${unit === '%' ? '%' : `${scaleWords.get(scale) ?? ''}${unit === null ? '' : ` ${unit}`}`}`;
  return { frame, written };
};

/** Where the other one stands, seen from this one: `in "Summary"`, "in Table 2", "further up". */
const placeOf = (brief: Brief, there: FigureFrame, here: FigureFrame): string => {
  const table = there.cell ? brief.tables[there.cell.table] : undefined;
  if (table) return `in ${tableName(table)}`;
  const heading = brief.sections[there.section]?.heading?.text ?? null;
  if (heading !== null && there.section !== here.section) return `in "${shorten(heading, 40)}"`;
  return there.quantity.span.start < here.quantity.span.start ? 'further up' : 'further down';
};

/** Gives one side the other's value in its own writing. */
const fixOf = (brief: Brief, kind: ConflictKind, side: Side, other: Side, lead: string): Fix | null => {
  const { text, span } = side.frame.quantity;
  if (span.end - span.start !== text.length && !/^\S+$/.test(text)) return null;
  const newText = kind === 'scale' ? rescaled(side.frame, other.frame, numberHabitOf(brief)) : rewritten(brief, side.frame, other.frame);
  if (newText === null || newText === text) return null;
  return { title: `${lead}${newText}`, safe: false, edits: [{ span, newText }] };
};

const rewritten = (brief: Brief, frame: FigureFrame, other: FigureFrame): string | null => {
  const form = formOf(frame);
  const numeral = form !== null && frame.value.unit === other.value.unit ? inItsForm(brief, form, frame, other) : null;
  if (numeral !== null) return numeral;
  // Words, ranges, other units: the other side's writing takes its place, where that stands for itself.
  return frame.cell || other.cell ? null : inSentence(brief, frame, other.quantity.text.replace(/\s+/g, ' '));
};

const formOf = ({ quantity, value }: FigureFrame): NumberForm | null => (quantity.isRange || value.value === null ? null : readNumberForm(quantity.text, Math.abs(value.value) / value.scale));

/** The other's number at the scale of this place; null where it would need more digits than anybody wrote. */
const inItsForm = (brief: Brief, form: NumberForm, frame: FigureFrame, other: FigureFrame): string | null => {
  const { value, low, high, scale } = other.value;
  if (value === null || other.quantity.isRange || low === null || high === null) return null;
  const size = Number((Math.abs(value) / frame.value.scale).toPrecision(12));
  if (size !== 0 && size < 0.001) return null;
  const decimals = frame.value.scale === scale ? formOf(other)?.decimals : undefined;
  return writeNumber({ ...form, decimals: decimals ?? decimalsNeeded(size) }, size, numberHabitOf(brief));
};

const auxiliaries = /^(?:is|are|was|were|be|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|now|still|in|on|at|by|and|or|but|to|for|from|with|than|as|that|who|which|between|among|since|after|before|during)$/iu;

/** "One in four children" becomes "31 per cent of children"; null where the words behind the figure may be a noun or a verb. */
const inSentence = (brief: Brief, { quantity }: FigureFrame, newText: string): string | null => {
  const isPercent = (text: string): boolean => /%|per\s?cent/iu.test(text);
  const [was, becomes] = [isPercent(quantity.text), isPercent(newText)];
  const [, next] = /^\s+(\p{L}+)/u.exec(brief.text.slice(quantity.span.end, quantity.span.end + 40)) ?? [];
  if (quantity.dimension !== 'share' || was === becomes || next === undefined || auxiliaries.test(next)) return newText;
  // "31 per cent of children" has no "one in four of children", but "a third of children".
  if (next === 'of') return becomes || !/\bin\b/iu.test(newText) ? newText : null;
  const isNoun = quantity.what?.toLowerCase().startsWith(next.toLowerCase()) === true;
  return becomes && (isNoun || /^(?:the|all|its|their|our|these|those)$/iu.test(next)) ? `${newText} of` : null;
};

/** Does the other place stand in the summary, or this one? */
export const isBetweenSummaryAndBody = (here: Side, there: Side): boolean => here.frame.isInSummary !== there.frame.isInSummary;

export const isWithTable = (here: Side, there: Side): boolean => here.frame.cell !== null || there.frame.cell !== null;

/** "$2 million per month": the basis stands beside the number, and may be all that differs. */
export const unitWords = ({ written, frame: { manner } }: Side): string => (manner.basis === null ? written : `${written} per ${manner.basis.replace(/ /g, ' per ')}`);
