import { shorten } from '../lint/message-words';
import { defineRule, type RelatedPlace, type RuleFinding } from '../lint/rule';
import { meetsWhole, sumShares, writeSum, writeWhole, type ShareSum } from '../lint/share-sum';
import { listedShares, splitCue } from '../lint/share-lists';
import { haveNestedBands } from '../lint/tables/label-bands';
import { wrongShareLines } from '../lint/tables/share-lines';
import { tableReadings, type TableReading } from '../lint/tables/table-faults';
import { columnCells, columnCount, figureOf, purposeOf, stubTexts, textsAround } from '../lint/table-facts';
import { leadIn } from '../lint/table-introduction';
import type { Brief, ListBlock, Sentence, TableBlock, TableCell } from '../model/brief';
import { sentencesWhere } from '../model/sentences-where';
import type { Quantity } from '../text/quantity';

export const sharesDoNotSum = defineRule({
  meta: {
    name: 'shares-do-not-sum',
    group: 'consistency',
    title: 'Shares of one whole that do not add up to 100%',
    levels: { computed: 'warning' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A column, row, list or sentence of shares of one whole whose sum is not 100%, even if every share is rounded.',
      why: 'Either a share is wrong or one is missing. Readers who add up find it first.',
      how: 'Correct the share, add the missing one ("Other"), or say in a note why they do not add up.',
      limits: [
        'Columns headed as shares, percentages of a total or probabilities, rows and columns with a total of 100% or whose neighbours all add up to it, and lists and sentences that call themselves a split or name a rest are added up.',
        'Surveys with several answers, selected rows ("top five"), and columns with rows "of which" are left alone.',
        'Sums far from 100% are taken for shares of different wholes, unless there is a row for the total.',
        'Probabilities of scenarios are added up by scenario-probabilities.',
      ],
      authority: 'UN Editorial Manual; World Bank Editorial Style Guide',
      flagged: [{ text: '| Ministry | Share of total (%) |\n| --- | ---: |\n| Health | 40 |\n| Schools | 35 |\n| Roads | 30 |\n\nSource: Treasury (2024)\n' }],
      clean: [{ text: '| Ministry | Share of total (%) |\n| --- | ---: |\n| Health | 33.3 |\n| Schools | 33.3 |\n| Roads | 33.3 |\n\nSource: Treasury (2024)\n' }],
    },
  },
  *check({ brief }) {
    for (const reading of tableReadings(brief)) yield* tableFindings(brief, reading);
    for (const sentence of wrongSplits(brief)) yield* sentenceFindings(sentence);
    for (const block of brief.blocks) if (block.kind === 'list') yield* listFindings(brief, block);
  },
});

/** `whole`: the words leave no doubt that it is a split of one whole. `share`: the sum has to be near 100 as well. `share-of`: there has to be a total. */
type Cue = 'whole' | 'share' | 'share-of';

const wholeCue = /(?:%|\b(?:per ?cent(?:age)?|shares?|proportions?)) of (?:the )?(?:(?:grand |sub-?)?total|all|whole)\b|\b(?:distribution|composition|breakdown|probabilit(?:y|ies))\b/i;
const wholes = 'budget|spending|expenditures?|exports|imports|trade|emissions|output|production|revenues?|costs?|funding|market|votes?|seats?|mix';
/** "Share", "Market share (%)", "% share of exports"; not "Share of women", which is a rate. */
const shareCue = new RegExp(
  `^\\W*(?:%|per ?cent(?:age)?)?\\s*(?:(?:market|budget|vote|seat|portfolio) )?shares?(?: of (?:the )?(?:${wholes}))?\\s*(?:\\((?:%|per ?cent|percentage)[^)]*\\))?\\W*$`,
  'i',
);
/** "Share of learners": a rate or a split. Only a row for the total, of 100%, says that it is a split. */
const shareOfCue = /^\W*(?:%|per ?cent(?:age)?|shares?|proportions?) (?:share )?of\b/i;
const severalWholes =
  /\bmultiple (?:responses?|answers?|choices?)\b|\bmore than one\b|\bselect all\b|\ball that apply\b|\bseveral answers\b|\b(?:do|does|may|might|need) not (?:add|sum|total)\b|\brounding\b|\boverlap/i;
const selectedRows = /\b(?:top|selected|largest|biggest|main|major|leading|key|first|some|chosen|five|ten) \b|\bselection\b/i;
const subRow = /^\W*(?:of (?:which|whom)|including|incl\.|thereof|sub-?total)\b/i;
const totalRow = /^\W*(?:grand )?(?:total|overall|sum|all)\b(?! other)/i;

function* tableFindings(brief: Brief, reading: TableReading): Iterable<RuleFinding> {
  const { table } = reading.grid;
  const around = [...textsAround(brief, table), table.headingAbove?.text ?? '', leadIn(brief, table)?.text ?? ''];
  if (around.some((text) => severalWholes.test(text)) || stubTexts(table).some((text) => subRow.test(text))) return;
  if ([table.caption?.value ?? '', table.headingAbove?.text ?? ''].some((text) => selectedRows.test(text))) return;
  const reported = new Set<number>();
  const isScenarioTable = purposeOf(brief, table) === 'scenarios';
  for (let column = 1; column < columnCount(table); column++) {
    const head = table.head[column];
    const cue = head ? cueOf(head.text) : null;
    if (!head || !cue || (isScenarioTable && /\bprobabilit/i.test(head.text))) continue;
    const sum = sumOfColumn(table, column, cue);
    if (!sum) continue;
    reported.add(column);
    if (!isExplained(reading, column)) yield { span: head.span, related: partsOf(table, column), level: 'computed', message: `"${head.text.trim()}" adds up to ${writeSum(sum)}, not ${writeWhole(sum)}` };
  }
  if (!isScenarioTable) yield* lineFindings(reading, reported);
}

/** One of the shares is not what its own figures give: total-mismatch says so. */
const isExplained = ({ faults }: TableReading, column: number): boolean => faults.some(({ cell, relations }) => cell.cell.column === column && relations.some(({ kind }) => kind === 'ratio'));

const partsOf = (table: TableBlock, column: number): readonly RelatedPlace[] =>
  columnCells(table, column).filter(({ row }) => !totalRow.test(table.rows[row]?.[0]?.text ?? '')).slice(0, 40).map(({ span, text }) => ({ span, message: text }));

/** Splits that the table itself shows, whatever their heads: by a total of 100%, or by all the others that add up to it. */
function* lineFindings({ grid, faults }: TableReading, reported: ReadonlySet<number>): Iterable<RuleFinding> {
  for (const { by, line, parts, sum } of wrongShareLines(grid)) {
    if (by === 'columns' && reported.has(line.index)) continue;
    if (faults.some(({ cell }) => parts.some((one) => one.cell === cell.cell))) continue;
    const head = by === 'columns' ? grid.table.head[line.index] : grid.table.rows[line.index]?.[0];
    const span = head && head.text.trim() !== '' ? head.span : parts[0]?.cell.span;
    if (!span) continue;
    const name = line.label === '' ? parts.map(({ text }) => text).join(' + ') : `"${line.label}"`;
    yield { span, level: 'computed', message: `${shorten(name, 80)} adds up to ${Math.round(sum * 1000) / 1000}%, not 100%`, related: parts.slice(0, 40).map(({ cell, text }) => ({ span: cell.span, message: text })) };
  }
}

const wrongSplits = sentencesWhere((sentence) => [...sentenceFindings(sentence)].length > 0);

function* sentenceFindings(sentence: Sentence): Iterable<RuleFinding> {
  if (sentence.container === 'quote' || severalWholes.test(sentence.text) || selectedRows.test(sentence.text)) return;
  const parts = listedShares(sentence);
  const sum = parts.length === 0 ? null : sumShares(parts);
  const first = parts[0];
  if (!sum || !first || sum.whole !== 100 || meetsWhole(sum) || Math.abs(sum.value - 100) > 15) return;
  yield partsFinding(first, parts, sum);
}

const partsFinding = (first: Quantity, parts: readonly Quantity[], sum: ShareSum): RuleFinding => ({
  span: first.span,
  level: 'computed',
  message: `${parts.map(({ text }) => text).join(' + ')} add up to ${writeSum(sum)}, not ${writeWhole(sum)}`,
  related: parts.slice(1).map(({ span, text }) => ({ span, message: text })),
});

const cueOf = (head: string): Cue | null => {
  if (wholeCue.test(head)) return 'whole';
  if (shareCue.test(head)) return 'share';
  return shareOfCue.test(head) ? 'share-of' : null;
};

const sumOfColumn = (table: TableBlock, column: number, cue: Cue): ShareSum | null => {
  const parts: Quantity[] = [];
  const labels: string[] = [];
  let total: Quantity | null = null;
  for (const cell of columnCells(table, column)) {
    const share = shareOf(cell);
    const label = table.rows[cell.row]?.[0]?.text ?? '';
    if (totalRow.test(label)) {
      if (share?.value !== 100 && share?.value !== 1) return null;
      total = share;
    } else if (share) {
      parts.push(share);
      labels.push(label);
    }
    // A cell without a number may hide a share.
    else return null;
  }
  return haveNestedBands(labels) ? null : wrongSum(parts, total !== null, cue);
};

const shareOf = (cell: TableCell): Quantity | null => {
  const figure = figureOf(cell);
  if (!figure || figure.isRange || (figure.unit !== null && figure.unit !== '%')) return null;
  return figure.value !== null && figure.value >= 0 && figure.value <= 100 ? figure : null;
};

/** Null if the sum is right, or if it is so far off that the shares are hardly parts of one whole. */
const wrongSum = (parts: readonly Quantity[], hasTotal: boolean, cue: Cue): ShareSum | null => {
  const sum = parts.length >= (hasTotal ? 2 : 3) ? sumShares(parts) : null;
  if (!sum || meetsWhole(sum)) return null;
  // A last one that is one too many tells more of those before it: "of these, over 52 weeks".
  const withoutLast = parts.length > 2 ? sumShares(parts.slice(0, -1)) : null;
  if (withoutLast && meetsWhole(withoutLast)) return null;
  if (cue === 'share-of' && !hasTotal) return null;
  const off = Math.abs(sum.value / sum.whole - 1);
  return hasTotal || off <= (cue === 'whole' ? 0.25 : 0.15) ? sum : null;
};

/** "The budget is split as follows:" and a list of parts with one share each. */
function* listFindings(brief: Brief, list: ListBlock): Iterable<RuleFinding> {
  const before = brief.blocks[list.index - 1];
  const sentence = before?.kind === 'paragraph' && before.section === list.section ? before.sentences.at(-1) : undefined;
  if (!sentence || !splitCue.test(sentence.text) || severalWholes.test(sentence.text) || selectedRows.test(sentence.text)) return;
  const parts: Quantity[] = [];
  for (const item of list.items) {
    const shares = item.sentences.flatMap(({ quantities }) => quantities).filter(({ form }) => form === 'percent');
    const share = shares[0];
    if (item.depth > 0 || shares.length !== 1 || !share) return;
    parts.push(share);
  }
  const sum = wrongSum(parts, false, 'whole');
  const first = parts[0];
  if (!sum || !first) return;
  yield partsFinding(first, parts, sum);
}
