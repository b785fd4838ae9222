import { givesUnit, namesPeriod, namesUnit, needsUnit } from '../lint/measure-words';
import { joinWords, shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import { columnCells, columnCount, figureCells, figureOf, isModelOutput, purposeOf, stubTexts, tableMark, tableName, textsAround } from '../lint/table-facts';
import { sentencesAbout } from '../lint/table-introduction';
import type { Brief, Sentence, TableBlock, TableCell } from '../model/brief';
import { sentencesBySection } from '../model/by-place';
import type { Citation } from '../text/citation';
import type { Span } from '../text/span';

export const tableUnitOrYearMissing = defineRule({
  meta: {
    name: 'table-unit-or-year-missing',
    group: 'tables',
    title: 'Table without units or without a year',
    levels: { unit: 'information', year: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A row or column of a measure whose figures have no unit or scale, or a table of figures that nowhere says which year they are of. One finding for each table.',
      why: 'An index of 42 is good or bad depending on its scale, and a share of 58% on its year. Readers who copy the table copy the gap.',
      how: 'Put unit and year into the title, the head or the first cell: "Literacy (%, 2022)".',
      limits: [
        'Only measures with a known name (rate, index, cost, exports and so on) are asked for a unit; counts, ranks and ratios are not.',
        'The year of a cited work is not taken for the year of the figures.',
        'A year anywhere in the section of the table, or in a heading above it, counts for all of the table.',
      ],
      authority: 'UN Editorial Manual; House of Commons Library, Tables guide',
      flagged: [
        { text: '## Readiness\n\nTable 1. Digital readiness of three ports\n\n| Port | Readiness index |\n| --- | ---: |\n| Rimsk | 42 |\n| Suvane | 55 |\n| Amaro | 61 |\n\nSource: Harbour Board (2024)\n' },
      ],
      clean: [
        { text: '## Readiness\n\nTable 1. Digital readiness of three ports, 0 to 100 points, 2023\n\n| Port | Readiness index |\n| --- | ---: |\n| Rimsk | 42 |\n| Suvane | 55 |\n| Amaro | 61 |\n\nSource: Harbour Board (2024)\n' },
      ],
    },
  },
  *check({ brief }) {
    for (const table of brief.tables) {
      if (figureCells(table).length < 2 || purposeOf(brief, table) !== 'data' || isModelOutput(table)) continue;
      const nameless = namesNoUnit(brief, table);
      const hasYear = saysYear(brief, table);
      const first = nameless[0];
      if (!first && hasYear) continue;
      const names = joinWords(nameless.slice(0, 3).map(({ text }) => `"${shorten(text, 40)}"`), 'and') + (nameless.length > 3 ? ` and ${nameless.length - 3} more` : '');
      const parts = [...(first ? [`no unit for ${names}`] : []), ...(hasYear ? [] : [`no year for the figures of ${tableName(table)}`])];
      const message = parts.join(', ');
      yield {
        span: first?.span ?? tableMark(table),
        level: first ? 'unit' : 'year',
        message: message.charAt(0).toUpperCase() + message.slice(1),
        related: nameless.slice(1, 6).map(({ span, text }) => ({ span, message: `"${shorten(text, 40)}"` })),
      };
    }
  },
});

interface Named {
  readonly span: Span;
  readonly text: string;
}

/** First cells and heads that name a measure whose figures have no unit anywhere. */
const namesNoUnit = (brief: Brief, table: TableBlock): readonly Named[] => {
  const whole = [...textsAround(brief, table), table.headingAbove?.text ?? ''];
  if (whole.some((text) => namesUnit(withoutYears(text))) || sentencesAbout(brief, table).some((sentence) => givesUnit(withoutFigures(sentence))) || table.head.some(({ text }) => /^\W*units?\b/i.test(text))) return [];
  const found: Named[] = [];
  for (const row of hasMeasureRows(table) ? table.rows : []) {
    const stub = row[0];
    if (!stub || !needsUnit(stub.text) || namesUnit(stub.text)) continue;
    const figures = row.filter((cell) => cell.column > 0 && figureOf(cell) !== null);
    if (figures.length > 0 && figures.every((cell) => !hasUnit(cell) && !namesUnit(table.head[cell.column]?.text ?? ''))) found.push(stub);
  }
  for (let column = 1; column < columnCount(table); column++) {
    const head = table.head[column];
    if (!head || !needsUnit(head.text) || namesUnit(head.text)) continue;
    const figures = columnCells(table, column).filter((cell) => figureOf(cell) !== null);
    if (figures.length > 0 && figures.every((cell) => !hasUnit(cell) && !namesUnit(table.rows[cell.row]?.[0]?.text ?? ''))) found.push(head);
  }
  const isBare = [...table.head, ...table.rows.flat()].every((cell) => !namesUnit(cell.text) && !hasUnit(cell));
  const measure = found.length === 0 && isBare ? measureOfCaption(table) : null;
  return measure ? [measure] : found;
};

/** "Costs by option" in "Table 3. Costs by option, 2025 prices": then no head or first cell needs to say it. */
const measureOfCaption = ({ caption }: TableBlock): Named | null => {
  const subject = /^\W*(?:table\s+[A-Z]?\d+(?:\.\d+)*\s*[.:–—-]*\s*)?([^,:;(]*)/i.exec(caption?.value ?? '')?.[1] ?? '';
  return caption && needsUnit(subject.split(/\b(?:by|per|and|in|for)\b/i)[0] ?? '') ? { span: caption.span, text: subject.trim() } : null;
};

/** Rows are about measures if half of the first cells name one; in a list of places or firms a name may hold such a word ("In Your Area"). */
const hasMeasureRows = (table: TableBlock): boolean => {
  const stubs = stubTexts(table).filter((text) => text !== '');
  return stubs.filter((text) => needsUnit(text) || namesUnit(text)).length * 2 >= stubs.length;
};

/** A title "over ten years" lends "years" to every cell. */
const hasUnit = (cell: TableCell): boolean => namesUnit(cell.text) || cell.quantities.some(({ unit, currency }) => currency !== null || (unit !== null && unit !== 'years'));

/** "It costs EUR 12 million" tells of one figure; "costs in EUR million" of the unit of all. */
const withoutFigures = ({ text, quantities }: Sentence): string => {
  let rest = text;
  for (const quantity of quantities) rest = rest.replace(quantity.text, ' ');
  return rest;
};

/** "year" and "years" in a text about time are no unit of the figures. */
const withoutYears = (text: string): string => text.replace(/\byears?\b/gi, ' ');

const saysYear = (brief: Brief, table: TableBlock): boolean => {
  const cells = [...table.head, ...table.rows.flatMap((row) => row.slice(0, 1))];
  if (cells.some(({ text }) => namesPeriod(text))) return true;
  if (table.rows.some((row) => row.some(({ text }) => /^\W*(?:FY\s?)?(?:19|20)\d\d(?:\D|$)/.test(text)))) return true;
  if (headingsAbove(brief, table).some(namesPeriod)) return true;
  const sentences = [...sentencesAbout(brief, table), ...(sentencesBySection(brief).get(table.section) ?? [])];
  if (sentences.some(({ text, span, citations }) => namesPeriod(withoutCitations(text, span.start, citations)))) return true;
  if ([table.caption?.value ?? '', ...table.notes.map(({ value }) => value)].some(namesPeriod)) return true;
  return table.sourceLines.some((index) => {
    const line = brief.blocks[index];
    return line?.kind === 'source-line' && namesPeriod(withoutCitations(brief.text.slice(line.span.start, line.span.end), line.span.start, line.citations));
  });
};

const headingsAbove = (brief: Brief, table: TableBlock): readonly string[] => {
  const texts: string[] = [];
  for (let section = brief.sections[table.section]; section; section = section.parent === null ? undefined : brief.sections[section.parent]) {
    if (section.heading) texts.push(section.heading.text);
  }
  return texts;
};

/** The years of works are those of their publication. What remains ("2022 data", "survey of 2020-21") is about the figures. */
const withoutCitations = (text: string, start: number, citations: readonly Citation[]): string => {
  let rest = text;
  for (const { year, yearSpan } of citations.flatMap(({ works }) => works)) {
    if (!year) continue;
    const at = yearSpan ? yearSpan.start - start : -1;
    // A sentence's text has no markup, so its offsets may be off; the year's words then decide.
    const found = rest.startsWith(year, at) && at >= 0 ? at : rest.indexOf(year);
    if (found >= 0) rest = rest.slice(0, found) + ' '.repeat(year.length) + rest.slice(found + year.length);
  }
  return rest;
};
