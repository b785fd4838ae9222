/** Cells of a table that cannot be: a minimum above its maximum, a share of a whole above 100, a negative count. */
import type { GridCell, GridLine, TableGrid } from './table-grid';

export interface ImpossibleCell {
  readonly cell: GridCell;
  readonly other: GridCell | null;
  readonly message: string;
}

const minimum = /^(?:min(?:imum)?\.?|lowest|lower(?: bound| limit| estimate)?|low(?: estimate)?)(?![\p{L}-])/iu;
const maximum = /^(?:max(?:imum)?\.?|highest|upper(?: bound| limit| estimate)?|high(?: estimate)?)(?![\p{L}-])/iu;
/** Of persons and things that are counted: "share of households", "% of respondents". Shares of an income, a target or GDP may be above 100. */
const shareOfPersons =
  /(?:%|\bper ?cent(?:age)?|\bshares?|\bproportion) of (?:the |all )?(?:respondents|households|people|persons|population|pupils|children|women|men|adults|voters|votes|seats|schools|teachers|firms|students|workers|families|members|districts|users|total)\b/i;
const changes = /\b(?:changes?|growth|increase|decrease|difference|net|target|planned|capacity|expected|gross|relative|index|balance)\b|[Δ±]/i;
const countHead = /^(?:number|no\.?|count) of\b/i;

export function* impossibleCells({ columns }: TableGrid): Iterable<ImpossibleCell> {
  for (const line of columns.lines) {
    if (line.isText) continue;
    const partner = minimum.test(line.label) ? columns.lines.find((other) => !other.isText && isPartner(line, other)) : undefined;
    for (const position of columns.across) {
      const cell = columns.at(line.index, position.index);
      if (!cell?.number) continue;
      const other = partner ? columns.at(partner.index, position.index) : undefined;
      if (other?.number && cell.number.low > other.number.high && cell.number.unit === other.number.unit) yield { cell, other, message: `"${line.label}" ${cell.text} is above "${partner?.label ?? ''}" ${other.text}` };
      else if (isShareAboveWhole(line, position, cell)) yield { cell, other: null, message: `${cell.text} is more than a whole in "${line.label}"` };
      else if (countHead.test(line.label) && cell.number.high < 0 && !changes.test(`${line.label} ${position.label}`)) yield { cell, other: null, message: `${cell.text} cannot be a count in "${line.label}"` };
    }
  }
}

/** "Minimum wage" and "Maximum wage" are bounds of one thing, "Minimum age" and "Maximum cost" are not. */
const isPartner = (low: GridLine, high: GridLine): boolean => maximum.test(high.label) && low.label.replace(minimum, '').trim().toLowerCase() === high.label.replace(maximum, '').trim().toLowerCase();

const isShareAboveWhole = (line: GridLine, position: GridLine, { number }: GridCell): boolean => {
  if (!number || number.low <= 100.5 || !shareOfPersons.test(line.label) || changes.test(`${line.label} ${position.label}`)) return false;
  return number.unit === '%' || (number.unit === '' && /%|per ?cent/i.test(line.label));
};
