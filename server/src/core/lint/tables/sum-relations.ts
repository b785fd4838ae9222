/** Rows and columns that are sums of others, and whether they add up. */
import { meet, relate, sumOf, type Relation } from './relation';
import { isPlainTotal } from './line-roles';
import { hasNumber, type GridCell, type GridLine, type GridView } from './table-grid';

/** A line of totals, with the choice of parts under which most of its cells add up. */
export interface TotalLine {
  readonly line: GridLine;
  readonly parts: readonly GridLine[];
  readonly holding: readonly Relation[];
  /** Do not add up, and can be nothing else than sums. */
  readonly failing: readonly Relation[];
  /** The label is nothing but "Total", or a period over the rows' years. */
  readonly isPlain: boolean;
}

export const findTotalLines = (view: GridView): readonly TotalLine[] => {
  const lines = view.lines.filter(({ isText, isEmpty }) => !isText || isEmpty);
  const totals = lines.filter(({ role, isPercent, isEmpty }) => (role === 'total' || role === 'subtotal') && !isPercent && !isEmpty);
  // A table of nothing but totals is a list of totals.
  return totals.slice(0, mostTotals).flatMap((line) => bestChoice(view, line, lines) ?? []);
};

const mostTotals = 40;

const bestChoice = (view: GridView, line: GridLine, lines: readonly GridLine[]): TotalLine | null => {
  let best: TotalLine | null = null;
  for (const parts of choicesOf(view, line, lines)) {
    if (parts.length < 2) continue;
    const choice = evaluate(view, line, parts);
    if (choice.holding.length + choice.failing.length > 0 && (best === null || isBetter(choice, best))) best = choice;
  }
  return best;
};

const isBetter = (a: TotalLine, b: TotalLine): boolean => {
  const byHolding = score(a) - score(b);
  return byHolding !== 0 ? byHolding > 0 : a.failing.length < b.failing.length && a.holding.length > 0;
};
const score = ({ holding }: TotalLine): number => holding.length;

const canBePart = ({ role, isPercent, isEmpty }: GridLine): boolean => role !== 'part' && role !== 'rate' && role !== 'share' && !isPercent && !isEmpty;
const isTotal = ({ role }: GridLine): boolean => role === 'total' || role === 'subtotal';

/** In order of preference: of choices that do equally well the first one counts. */
function* choicesOf(view: GridView, line: GridLine, lines: readonly GridLine[]): Iterable<readonly GridLine[]> {
  const at = lines.indexOf(line);
  const before = lines.slice(0, at);
  const after = lines.slice(at + 1);
  const usable = (some: readonly GridLine[]): readonly GridLine[] => {
    const parts = some.filter(canBePart);
    const flush = parts.filter(({ isIndented }) => !isIndented);
    return line.isIndented || flush.length < 2 || flush.length === parts.length ? parts : flush;
  };
  const plain = (some: readonly GridLine[]): readonly GridLine[] => usable(some).filter((one) => !isTotal(one));
  const lastTotal = before.findLastIndex(isTotal);
  if (lastTotal < 0) yield plain(before);
  else {
    yield plain(before.slice(lastTotal + 1));
    yield topLevel(usable(before));
    yield plain(before);
    yield usable(before).filter(isTotal);
    yield usable(before.slice(lastTotal));
  }
  const lastGroup = before.findLastIndex(({ isEmpty }) => isEmpty);
  if (lastGroup >= 0) yield plain(before.slice(lastGroup + 1));
  const nextTotal = after.findIndex(isTotal);
  yield plain(nextTotal < 0 ? after : after.slice(0, nextTotal));
  if (nextTotal >= 0) yield plain(after);
  const nextGroup = after.findIndex(({ isEmpty }) => isEmpty);
  if (nextGroup > 0) yield plain(after.slice(0, nextGroup));
  if (view.by === 'columns') yield* windows(plain(before), plain(after));
}

/** Of "a, b, total of a and b, c": the total and c. */
const topLevel = (lines: readonly GridLine[]): readonly GridLine[] => {
  const lastTotal = lines.findLastIndex(isTotal);
  return [...lines.slice(0, lastTotal + 1).filter(isTotal), ...lines.slice(lastTotal + 1)];
};

/** Columns of other things may stand between a total and the first of its parts, or behind the last: runs next to the total. */
function* windows(before: readonly GridLine[], after: readonly GridLine[]): Iterable<readonly GridLine[]> {
  for (let size = Math.min(before.length - 1, widest); size >= 2; size--) yield before.slice(-size);
  for (let size = Math.min(after.length - 1, widest); size >= 2; size--) yield after.slice(0, size);
}
const widest = 8;

const evaluate = (view: GridView, line: GridLine, parts: readonly GridLine[]): TotalLine => {
  const holding: Relation[] = [];
  const failing: Relation[] = [];
  for (const position of view.across) {
    const relation = sumAt(view, line, parts, position);
    if (relation?.holds === true) holding.push(relation);
    else if (relation) failing.push(relation);
  }
  return { line, parts, holding, failing, isPlain: isPlainTotal(line.label) || line.role === 'total' && /^\D*\d{4}\D+\d{4}\D*$/.test(line.label) };
};

const sumAt = (view: GridView, line: GridLine, parts: readonly GridLine[], position: GridLine): Relation | null => {
  if (position.isText || position.role === 'rate' || position.role === 'share' || position.isPercent) return null;
  const target = view.at(line.index, position.index);
  if (!hasNumber(target)) return null;
  const cells = parts.map((part) => view.at(part.index, position.index));
  const operands = cells.filter(hasNumber);
  if (operands.length < 2 || !haveOneUnit([target, ...operands]) || mayBeThousands([target, ...operands]) || isTime(target) || operands.some(isTime)) return null;
  const relation = relate('sum', target, operands, { line: line.label, position: position.label, by: view.by }, grainOf(operands));
  if (relation.holds) return operands.some(({ number }) => number.value !== 0) ? relation : null;
  if (mayBeDeducted(view, parts, position, relation)) return null;
  const hasUnknown = cells.some((cell) => cell === undefined || cell.kind === 'missing' || cell.kind === 'text');
  // A part that is not told may make up for what is missing.
  if (hasUnknown && differenceIsShort(relation)) return null;
  return isRoundTotal(relation) || isAnotherScale(relation) ? null : relation;
};

const deduction = /^\W*(?:less(?=\s*:|\s+\p{L})(?!\s+(?:than|developed|favou?red|advantaged|or|and|urban|rural|likely|often)\b)|minus|deduct(?:ions?|ed)?|net of|refunds?|rebates?|repayments?|offset by)(?!\p{L})/iu;

/** "Less: receipts" below the items: what the total leaves once it is taken off, where it is not written with a minus. */
const mayBeDeducted = (view: GridView, parts: readonly GridLine[], position: GridLine, { target, result }: Relation): boolean => {
  const off = parts.filter(({ label }) => deduction.test(label.replace(/[*_]/g, ''))).map((part) => view.at(part.index, position.index)).filter(hasNumber).filter(({ number }) => number.value > 0);
  if (off.length === 0 || target.number === null) return false;
  const low = result.low - 2 * sumOf(off.map(({ number }) => number.high));
  const high = result.high - 2 * sumOf(off.map(({ number }) => number.low));
  return meet({ low, high }, target.number);
};

/** A "total" of billions below parts of thousands is computed otherwise: a product, a weighted sum, another unit. */
const isAnotherScale = ({ value, target }: Relation): boolean => {
  const [small = 0, large = 0] = [Math.abs(value), Math.abs(target.number?.value ?? 0)].sort((a, b) => a - b);
  return small > 0 && large > 30 * small;
};

const differenceIsShort = ({ value, target }: Relation): boolean => Math.abs(value) < Math.abs(target.number?.value ?? 0);

/** A currency may be left out below the first row; anything else has to agree. */
const haveOneUnit = (cells: readonly GridCell[]): boolean => {
  const units = new Set(cells.map(({ number }) => number?.unit ?? ''));
  units.delete('');
  return units.size <= 1;
};

/** Phases run side by side: a project of 6 and of 4 months may take 8 in all. */
const isTime = ({ number }: GridCell): boolean => /^(?:months?|weeks?|years?|yrs?|days?|hours?|hrs?|minutes?|min)$/.test(number?.unit ?? '');

/** "112.054" beside "909": thousands behind a point, or thousandths; nobody can tell. */
const mayBeThousands = (cells: readonly GridCell[]): boolean => {
  const decimals = new Set(cells.map(({ number }) => number?.decimals ?? 0));
  return decimals.size === 2 && decimals.has(0) && decimals.has(3);
};

/** All parts end in zeros: they are rounded to that place. */
const grainOf = (cells: readonly GridCell[]): number => {
  let grain = Infinity;
  for (const { number } of cells) {
    if (!number || number.value === 0) continue;
    if (number.decimals > 0) return 0;
    grain = Math.min(grain, zerosOf(number.value / number.scale) * number.scale);
    if (grain <= 1) return 0;
  }
  return Number.isFinite(grain) && cells.length > 1 ? grain : 0;
};

const zerosOf = (value: number): number => {
  let unit = 1;
  while (unit < 1e9 && value !== 0 && Math.abs(value) % (unit * 10) === 0) unit *= 10;
  return unit;
};

/** "1,200" over parts of 1,198: the total alone is rounded. */
const isRoundTotal = ({ target, value, operands }: Relation): boolean => {
  const { number } = target;
  if (!number || number.decimals > 0) return false;
  const written = number.value / number.scale;
  const unit = zerosOf(written);
  return Math.abs(written) >= 1000 && unit >= 100 && unit * 10 <= Math.abs(written) && grainOf(operands) < unit && Math.abs(value - number.value) <= (unit * number.scale) / 2;
};

/**
 * A "total" that lies among its parts is an average, a rate or a record, unless one part alone could be so wrong as to lift the sum.
 *
 *     4.8, 5.7, 4.4, 5.1 → 5.0      an average: without the 5.7 the others still make 14.3
 *     5, 6, 400 → 51                a sum: 40 for 400 would do
 */
export const looksLikeAverage = ({ target, operands, value }: Relation, hasWitness: boolean): boolean => {
  const values = operands.map(({ number }) => number?.value ?? 0);
  const total = target.number?.value ?? 0;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (total < low || total > high || values.some((one) => one < 0)) return false;
  const excess = value - total;
  const isRunningCount = values.length >= 3 && total === values.at(-1) && values.every((one, i) => i === 0 || one > (values[i - 1] ?? one));
  if (high < excess || isRunningCount) return true;
  const mean = sumOf(values) / values.length;
  const isMiddle = Math.abs(total - mean) <= 0.01 * Math.abs(mean);
  if (hasWitness) return isMiddle && values.length < 3;
  const areWhole = [target, ...operands].every(({ number }) => number?.decimals === 0);
  return !areWhole || isMiddle || values.length < 3;
};
