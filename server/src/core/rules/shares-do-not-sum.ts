import { defineRule, type RuleFinding } from '../lint/rule';
import { meetsWhole, sumShares, writeSum, writeWhole, type ShareSum } from '../lint/share-sum';
import { columnCells, columnCount, figureOf, purposeOf, stubTexts, textsAround } from '../lint/table-facts';
import { leadIn } from '../lint/table-introduction';
import type { Brief, ListBlock, TableBlock, TableCell } from '../model/brief';
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
      what: 'A column or list of shares of one whole whose sum is not 100%, even if every share is rounded.',
      why: 'Either a share is wrong or one is missing. Readers who add up find it first.',
      how: 'Correct the share, add the missing one ("Other"), or say in a note why they do not add up.',
      limits: [
        'Only columns headed as shares, percentages of a total or probabilities, and lists that a sentence introduces as a split, are added up.',
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
    for (const table of brief.tables) yield* tableFindings(brief, table);
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
const subRow = /^\W*(?:of which|including|incl\.|thereof|sub-?total)\b/i;
const totalRow = /^\W*(?:grand )?(?:total|overall|sum|all)\b(?! other)/i;

function* tableFindings(brief: Brief, table: TableBlock): Iterable<RuleFinding> {
  const around = [...textsAround(brief, table), table.headingAbove?.text ?? '', leadIn(brief, table)?.text ?? ''];
  if (around.some((text) => severalWholes.test(text)) || stubTexts(table).some((text) => subRow.test(text))) return;
  if ([table.caption?.value ?? '', table.headingAbove?.text ?? ''].some((text) => selectedRows.test(text))) return;
  const isScenarioTable = purposeOf(brief, table) === 'scenarios';
  for (let column = 1; column < columnCount(table); column++) {
    const head = table.head[column];
    const cue = head ? cueOf(head.text) : null;
    if (!head || !cue || (isScenarioTable && /\bprobabilit/i.test(head.text))) continue;
    const sum = sumOfColumn(table, column, cue);
    if (sum) yield { span: head.span, level: 'computed', message: `"${head.text.trim()}" adds up to ${writeSum(sum)}, not ${writeWhole(sum)}` };
  }
}

const cueOf = (head: string): Cue | null => {
  if (wholeCue.test(head)) return 'whole';
  if (shareCue.test(head)) return 'share';
  return shareOfCue.test(head) ? 'share-of' : null;
};

const sumOfColumn = (table: TableBlock, column: number, cue: Cue): ShareSum | null => {
  const parts: Quantity[] = [];
  let total: Quantity | null = null;
  for (const cell of columnCells(table, column)) {
    const share = shareOf(cell);
    if (totalRow.test(table.rows[cell.row]?.[0]?.text ?? '')) {
      if (share?.value !== 100 && share?.value !== 1) return null;
      total = share;
    } else if (share) parts.push(share);
    // A cell without a number may hide a share.
    else return null;
  }
  return wrongSum(parts, total !== null, cue);
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
  if (cue === 'share-of' && !hasTotal) return null;
  const off = Math.abs(sum.value / sum.whole - 1);
  return hasTotal || off <= (cue === 'whole' ? 0.25 : 0.15) ? sum : null;
};

const splitCue = /\b(?:split|broken down|breaks? down|breakdown|divided|divides?|distributed|distribution|allocated|composition|composed of|made up of|consists? of|shares? of (?:the )?(?:total|budget|spending|market|vote))\b/i;

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
  yield {
    span: first.span,
    level: 'computed',
    message: `${parts.map(({ text }) => text).join(' + ')} add up to ${writeSum(sum)}, not ${writeWhole(sum)}`,
    related: parts.slice(1).map(({ span, text }) => ({ span, message: text })),
  };
}
