import { shorten } from '../lint/message-words';
import { defineRule, type Edit, type Fix, type RelatedPlace, type RuleFinding } from '../lint/rule';
import { announcedTotals, type AnnouncedTotal } from '../lint/tables/announced-totals';
import { writeLike } from '../lint/tables/cell-number';
import { differenceOf, type Relation } from '../lint/tables/relation';
import { tableReadings, type Remedy, type TableFault } from '../lint/tables/table-faults';
import type { GridCell, TableGrid } from '../lint/tables/table-grid';
import { bareForm, writeInFull } from '../text/number-form';
import { spanOf } from '../text/span';

export const totalMismatch = defineRule({
  meta: {
    name: 'total-mismatch',
    group: 'consistency',
    title: 'Total, difference or share in a table that does not come out',
    levels: { computed: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A total row or column that its parts do not add up to, and a difference, change or share in a table that its figures do not give, even if every figure is rounded.',
      why: 'One of the figures is wrong, or a row is missing. Readers who add up find it, and then trust no figure.',
      how: 'Correct the figure. If rows are left out on purpose, add one for the rest ("Other"), or say so in a note.',
      limits: [
        'Each cell counts as the interval that its own decimals allow; sums of rounded figures may be off by as much as their rounding adds up to.',
        'A row is taken for a total by its label; a column of it by what the others do: where no other column of the row adds up, only a plain "Total" close to the sum is reported.',
        'Averages, rates, ratios, ranks, years, prices and percentages are told by the heads of their columns, and by a "total" that lies among its parts where no single cell could make it a sum.',
        'Rows "of which", selections ("top five"), counts of persons in several rows, and a row that all columns leave out are no faults.',
        'Computed columns are recognised by their heads and by most of their cells coming out.',
      ],
      authority: 'UN Editorial Manual; World Bank Editorial Style Guide',
      flagged: [{ text: '| Ministry | 2023 | 2024 |\n| --- | ---: | ---: |\n| Health | 410 | 520 |\n| Schools | 350 | 480 |\n| Roads | 240 | 340 |\n| Total | 1,000 | 1,240 |\n' }],
      clean: [{ text: '| Ministry | 2023 | 2024 |\n| --- | ---: | ---: |\n| Health | 410.4 | 520 |\n| Schools | 350.4 | 480 |\n| Roads | 240.3 | 340 |\n| Total | 1,001.0 | 1,340 |\n' }],
    },
  },
  *check({ brief }) {
    for (const { grid, faults } of tableReadings(brief)) {
      for (const fault of faults) yield findingOf(brief.text, grid, fault);
      for (const announced of announcedTotals(brief, grid)) yield announcedFinding(grid, announced);
    }
  },
});

const findingOf = (text: string, grid: TableGrid, fault: TableFault): RuleFinding => ({
  span: fault.cell.cell.span,
  level: 'computed',
  message: messageOf(grid, fault),
  related: relatedOf(fault),
  fixes: fault.remedies.flatMap((remedy) => fixOf(text, grid, remedy) ?? []),
});

/** "$9.1 billion, but "Cost ($ million)" adds up to 9.66 billion". */
const announcedFinding = ({ habit }: TableGrid, { figure, parts, column, sum }: AnnouncedTotal): RuleFinding => ({
  span: figure.span,
  level: 'computed',
  message: `${figure.text}, but "${shorten(column, 50)}" adds up to ${writeInFull(bareForm, Number(sum.toPrecision(4)), habit)}${/\s\p{L}+$/u.exec(figure.text)?.[0] ?? ''}`,
  related: parts.slice(0, mostRelated).map(({ cell, text }) => ({ span: cell.span, message: text })),
});

const messageOf = (grid: TableGrid, { cell, relations, mend, isSignReversed }: TableFault): string => {
  const [first] = relations;
  if (!first) return '';
  if (mend !== null) {
    return `${cell.text} is in ${relations.length === 2 ? 'two' : String(relations.length)} sums that do not come out (${relations.map((relation) => shortSum(grid, relation)).join('; ')}): ${write(grid, cell, mend)} would mend ${relations.length === 2 ? 'both' : 'all'}`;
  }
  if (first.kind !== 'sum') return computedMessage(grid, first);
  const sum = write(grid, first.target, first.value);
  const name = `${labelOf(first.line, 'Total')} ${cell.text}${first.position === '' ? '' : ` in "${shorten(first.position, 40)}"`}`;
  return isSignReversed ? `${name}, but the ${first.by} add up to ${sum}: the sign is the other one` : `${name}, but the ${first.by} add up to ${sum} (${gapOf(grid, first)})`;
};

const labelOf = (label: string, fallback: string): string => shorten(label === '' ? fallback : label.replace(/[\s:.]+$/, ''), 40);

const gapOf = (grid: TableGrid, relation: Relation): string => {
  const gap = differenceOf(relation);
  return `${write(grid, relation.target, Math.abs(gap))} ${gap > 0 ? 'more' : 'less'}`;
};

const shortSum = (grid: TableGrid, relation: Relation): string => {
  if (relation.kind !== 'sum') return computedMessage(grid, relation);
  return `"${labelOf(relation.line, 'Total')}" of "${shorten(relation.position, 30)}" ${relation.target.text}, sum ${write(grid, relation.target, relation.value)}`;
};

/** "160 of 324 is 49%, not 39%". */
const computedMessage = (grid: TableGrid, { kind, target, operands, value }: Relation): string => {
  const [first = target, second = target] = operands;
  const result = `${value < 0 ? '-' : kind === 'ratio' ? '' : '+'}${write(grid, target, Math.abs(value))}${target.number?.unit === '%' || kind === 'ratio' || kind === 'change' ? '%' : ''}`;
  return `${first.text} ${kind === 'ratio' ? 'of' : 'to'} ${second.text} is ${result}, not ${target.text}`;
};

const write = (grid: TableGrid, { number, cell }: GridCell, value: number): string => {
  if (!number) return String(value);
  return `${value < 0 ? '-' : ''}${writeLike(value, number, cell.text.slice(number.start, number.end), grid.mark, grid.habit)}`;
};

const relatedOf = ({ suspects }: TableFault): readonly RelatedPlace[] =>
  suspects.filter(({ number }) => number?.value !== 0).slice(0, mostRelated).map((one) => ({ span: one.cell.span, message: one.text }));
const mostRelated = 40;

const fixOf = (text: string, grid: TableGrid, { cell, value }: Remedy): Fix | null => {
  const { number, digits } = cell;
  if (!number || digits.end <= digits.start || text.slice(digits.start, digits.end) !== cell.cell.text.slice(number.start, number.end)) return null;
  const newText = write(grid, cell, Math.abs(value));
  const edits: Edit[] = [{ span: digits, newText }];
  if (value !== 0 && Math.sign(value) !== Math.sign(number.value) && number.value !== 0) {
    const before = text[digits.start - 1] ?? '';
    if (value < 0 && number.hasSign) return null;
    if (value > 0 && !/[-−–]/.test(before)) return null;
    edits[0] = value > 0 ? { span: spanOf(digits.start - 1, digits.end), newText } : { span: digits, newText: `-${newText}` };
  }
  const [edit] = edits;
  const source = { start: cell.cell.span.start, end: cell.cell.span.end };
  const isPlain = text.slice(source.start, source.end) === cell.cell.text;
  const shown = edit && isPlain ? text.slice(source.start, edit.span.start) + edit.newText + text.slice(edit.span.end, source.end) : (edits[0]?.newText ?? newText);
  return { title: `Change ${cell.text} to ${shown}`, safe: false, edits };
};
