/** A new value for a quantity, written at each of its places in the form that the place has: scale, decimals, separators, unit. */
import { shorten } from '../../lint/message-words';
import { numberHabitOf } from '../../lint/number-habit';
import type { Edit } from '../../lint/rule';
import type { Brief, Quotation } from '../../model/brief';
import { compareFigures } from '../../model/figures/compare';
import type { FigureFrame } from '../../model/figures/figure';
import { decimalsNeeded, readNumberForm, writeNumber, type NumberForm } from '../../text/number-form';
import { findQuantities, meets } from '../../text/quantities';
import type { Quantity } from '../../text/quantity';
import { containsSpan, sliceOf, spanOf, type Span } from '../../text/span';
import { editFigure } from './figure-edit';
import { findFigureAt, mentionsOf, sureMentionsOf } from './figure-mentions';
import { placeWords, writtenFigure } from './figure-words';

export interface FigureRenameTarget {
  readonly span: Span;
  /** What is typed over. */
  readonly name: string;
}

export const findFigureToRename = (brief: Brief, offset: number): FigureRenameTarget | undefined => {
  const frame = findFigureAt(brief, offset);
  return frame && { span: frame.quantity.span, name: frame.quantity.text };
};

/** `whyNot`, in plain words for the user: nothing is changed. */
export type FigureRename = { readonly edits: readonly Edit[]; readonly leftOut: readonly LeftOut[] } | { readonly whyNot: string };

/** A mention that stays as it is, and why, in plain words. */
export interface LeftOut {
  readonly span: Span;
  readonly message: string;
}

export const renameFigure = (brief: Brief, offset: number, newText: string): FigureRename => {
  const frame = findFigureAt(brief, offset);
  if (frame === undefined) return { whyNot: 'There is no figure here' };
  const typed = readTyped(brief, frame, newText.trim());
  if ('whyNot' in typed) return typed;
  const edits: Edit[] = [];
  const leftOut: LeftOut[] = [];
  for (const mention of mentionsOf(brief, frame)) {
    const isTyped = mention.index === frame.index;
    const place = `${writtenFigure(mention)} in “${shorten(placeWords(brief, mention), 50)}”`;
    const whyLeftOut = isTyped ? null : whyNotTouched(brief, frame, mention);
    if (whyLeftOut !== null) {
      leftOut.push({ span: mention.quantity.span, message: `${place} stays as it is: ${whyLeftOut}` });
      continue;
    }
    const rewritten = isTyped ? typed.text : rewrite(brief, frame, mention, typed.size);
    if (rewritten === null) return { whyNot: `${place} cannot become ${typed.text}: ${whyFixed(mention)}` };
    if (rewritten === mention.quantity.text) continue;
    const edit = editFigure(brief, mention.quantity, rewritten);
    if (edit === null) return { whyNot: `${place} cannot become ${rewritten}: there is formatting, a note or a link inside it` };
    edits.push(edit);
  }
  return { edits, leftOut };
};

/** Words of others are not ours to change; and what merely has the same digits may be another quantity. */
const whyNotTouched = (brief: Brief, frame: FigureFrame, mention: FigureFrame): string | null => {
  const quotation = quotationAround(brief, mention);
  if (quotation !== undefined && quotation !== quotationAround(brief, frame)) return 'it stands in a quotation';
  return sureMentionsOf(brief, frame).includes(mention) ? null : 'its words do not show that it is the same figure';
};

const quotationAround = ({ quotations }: Brief, { quantity }: FigureFrame): Quotation | undefined => quotations.find(({ span }) => containsSpan(span, quantity.span));

const whyFixed = ({ quantity: { isRange, text, qualifier } }: FigureFrame): string => {
  if (isRange) return 'it is a range';
  if (!/\d/.test(text)) return 'it is written in words';
  return qualifier === null ? 'it has no room for that value' : 'the words before it would no longer be true';
};

/** The new value without its sign, and how it is written where it was typed. */
interface TypedValue {
  readonly text: string;
  readonly size: number;
}

/** A bare number takes unit and scale of the figure that it stands for; what has its own must be of the same kind. */
const readTyped = (brief: Brief, frame: FigureFrame, typed: string): TypedValue | { readonly whyNot: string } => {
  const shown = `“${shorten(typed, 40)}”`;
  const quantity = readLone(typed);
  if (quantity === null) return { whyNot: `${shown} is not a figure` };
  const { value, unit, scale, low, high } = quantity;
  if (quantity.isRange || quantity.qualifier !== null || value === null || low === null || high === null) return { whyNot: `${shown} is not one number: type a figure without "about", "over" or a second end` };
  if (value * (frame.value.value ?? 0) < 0) return { whyNot: `${shown} is not of the same sign as ${writtenFigure(frame)}` };
  const isBare = unit === null && scale === 1;
  if (!isBare && !isOfOneKind(quantity, frame)) return { whyNot: `${shown} is not in the unit of ${writtenFigure(frame)}` };
  const isAtScale = isBare && Math.abs(value) < frame.value.scale;
  const size = Math.abs(value) * (isAtScale ? frame.value.scale : 1);
  if (size > Number.MAX_SAFE_INTEGER) return { whyNot: `${shown} is too large to be counted exactly` };
  // With marks or the end of a line inside, only the digits can be typed over.
  const isWhole = sliceOf(brief.text, frame.quantity.span) === frame.quantity.text && !/[\n\r]/.test(frame.quantity.text);
  if (!isBare && frame.cell === null && isWhole) return { text: typed, size };
  const form = formOf(frame);
  const decimals = !isBare && scale !== frame.value.scale && !isWhole ? decimalsNeeded(size / frame.value.scale) : (readNumberForm(typed, Math.abs(value) / scale)?.decimals ?? 0);
  const text = form && readableAs(brief, frame, writeNumber({ ...form, decimals: isBare && !isAtScale && frame.value.scale > 1 ? form.decimals : decimals }, size / frame.value.scale, numberHabitOf(brief)), size);
  if (text !== null) return { text, size };
  // Words and ranges have no form that a number could take.
  return isBare && (frame.value.unit !== null || frame.value.scale > 1) ? { whyNot: `${shown} needs its unit here, as in ${writtenFigure(frame)}` } : { text: typed, size };
};

/** The one quantity that the whole text is. */
const readLone = (text: string): Quantity | null => {
  if (text === '' || text.length > 60 || /[\n\r]/.test(text)) return null;
  // At the very beginning, "5." would be the mark of a list.
  const lead = ': ';
  const [first, ...others] = findQuantities(lead + text);
  const isWhole = first?.span.start === lead.length && first.span.end === lead.length + text.length;
  if (first !== undefined && others.length === 0 && isWhole && !['date', 'ordinal', 'year'].includes(first.form)) return first;
  // 1990 may be a year, but whoever types it over a figure means a number.
  return /^\d{4}$/.test(text) ? { ...emptyNumber, text, low: Number(text) - 0.5, high: Number(text) + 0.5, value: Number(text) } : null;
};

const emptyNumber: Omit<Quantity, 'text' | 'low' | 'high' | 'value'> = {
  span: spanOf(0, 0), unit: null, dimension: 'none', scale: 1, form: 'number', currency: null, qualifier: null, isRange: false, what: null, where: null, when: null, source: 'prose',
};

/** "$" and "USD" are one currency to whoever types. */
const isOfOneKind = (typed: Quantity, frame: FigureFrame): boolean => {
  const { unit, dimension } = frame.value;
  if (typed.unit === unit) return true;
  if (typed.dimension !== 'money' || dimension !== 'money' || unit === null || typed.unit === null) return false;
  return compareFigures({ ...frame, quantity: typed, value: { ...typed, value: frame.value.value, low: frame.value.low, high: frame.value.high, scale: frame.value.scale } }, frame) === 'meets';
};

const formOf = ({ quantity, value }: FigureFrame): NumberForm | null => (quantity.isRange || value.value === null ? null : readNumberForm(quantity.text, Math.abs(value.value) / value.scale));

/** The mention with the new value; as it stands where it still holds; null where its form cannot say it. */
const rewrite = (brief: Brief, frame: FigureFrame, mention: FigureFrame, size: number): string | null => {
  const form = formOf(mention);
  const stands = meets(absolute(mention.value), { low: size, high: size }) && mention.value.value !== null ? mention.quantity.text : null;
  if (form === null) return stands;
  // "About 200,000" for 198,412 is still true of 203,517, and "more than 2 million" of 2.6 million.
  if (stands !== null && isLoose(frame, mention)) return stands;
  const { scale } = mention.value;
  for (const grain of grainsOf(frame, mention, form)) {
    for (const rounded of roundings(size / scale, grain)) {
      const text = readableAs(brief, mention, writeNumber(form, rounded, numberHabitOf(brief)), isRounded(frame, mention) ? rounded * scale : size);
      if (text !== null) return text;
    }
  }
  return mention.quantity.qualifier === null ? null : stands;
};

/** "200,000" for 198,412: the zeros are taken for rounding, and so they stay. */
const isRounded = (frame: FigureFrame, mention: FigureFrame): boolean => !meets(absolute(frame.value), absolute(mention.value));

/** "About 200,000" for 198,412: by its own words it is not to the digit. */
const isLoose = (frame: FigureFrame, mention: FigureFrame): boolean => mention.quantity.qualifier !== null && Math.abs(mention.value.value ?? 0) !== Math.abs(frame.value.value ?? 0);

/** The coarsest first: "about 200,000" for 198,412 becomes "about 300,000" for 297,300, and "about 260,000" for 263,517, of which 300,000 is not true. */
const grainsOf = (frame: FigureFrame, mention: FigureFrame, { decimals, zeros }: NumberForm): readonly number[] => {
  if (decimals > 0) return [10 ** -decimals];
  if (isRounded(frame, mention)) return [10 ** zeros];
  return isLoose(frame, mention) ? Array.from({ length: zeros + 1 }, (_, i) => 10 ** (zeros - i)) : [1];
};

/** "-4.5" in a table is "a fall of 4.5". */
const absolute = ({ low, high }: Pick<Quantity, 'low' | 'high'>): Pick<Quantity, 'low' | 'high'> => (high !== null && high <= 0 ? { low: -high, high: low === null ? null : -low } : { low, high });

/** To the nearest, then up and down: "nearly 40%" is above what it stands for, "more than 2 million" below. */
const roundings = (size: number, grain: number): readonly number[] => {
  const steps = Number((size / grain).toPrecision(12));
  return [Math.round(steps), Math.ceil(steps), Math.floor(steps)].map((count) => count * grain).filter((rounded) => rounded !== 0 || size === 0);
};

/** As far as this around a number decides how it is read. */
const reach = 40;

/** The text, if read where it will stand it gives an interval that holds the new value. */
const readableAs = (brief: Brief, { quantity, value, cell }: FigureFrame, text: string, size: number): string | null => {
  const { start, end } = quantity.span;
  const lead = cell === null ? wordsFrom(brief.text.slice(Math.max(0, start - reach), start)) : ': ';
  const tail = cell === null ? brief.text.slice(end, end + reach) : '';
  const read = findQuantities(`${lead}${text}${tail}`).find(({ span }) => span.start < lead.length + text.length && span.end > lead.length);
  if (read === undefined) return null;
  const at = size / (value.scale / read.scale);
  return meets(absolute(read), { low: at, high: at }) ? text : null;
};

/** Without the word or number that the cut goes through. */
const wordsFrom = (text: string): string => (text.length < reach ? `: ${text}` : `: ${text.slice(text.search(/\s/u) + 1)}`);
