import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import { columnCells, figureCells, figureOf, purposeOf, stubTexts, textsAround } from '../lint/table-facts';
import { sentencesAbout } from '../lint/table-introduction';
import type { Brief, TableBlock, TableCell } from '../model/brief';

export const unnamedComparator = defineRule({
  meta: {
    name: 'unnamed-comparator',
    group: 'tables',
    title: 'Comparator in a table without a name',
    levels: { unnamed: 'hint' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A row or column of figures for "the best", "the leader", "peers", "the region" or an average of a group, where nothing says who that is.',
      why: 'A gap to "the best" cannot be judged or checked by readers who do not know whose figure it is.',
      how: 'Name it in brackets or in a note: "Best (Estonia)", "Peers: Rimsk, Suvane and Amaro".',
      limits: ['A world average and the best and worst case of scenarios are left alone.', 'Any name in brackets, and any note or sentence beside the table that takes up the word, counts.'],
      authority: 'House of Commons Library, Statistical literacy guide ("Compared to what?")',
      flagged: [{ text: '| Measure | Rimsk | Global best |\n| --- | ---: | ---: |\n| Literacy (%, 2022) | 81 | 99 |\n| School years (2022) | 9 | 14 |\n\nSource: World Bank (2023)\n' }],
      clean: [{ text: '| Measure | Rimsk | Best (Estonia) |\n| --- | ---: | ---: |\n| Literacy (%, 2022) | 81 | 99 |\n| School years (2022) | 9 | 14 |\n\nSource: World Bank (2023)\n' }],
    },
  },
  *check({ brief }) {
    for (const table of brief.tables) {
      if (figureCells(table).length < 2 || purposeOf(brief, table) !== 'data') continue;
      for (const cell of [...comparatorHeads(table), ...comparatorStubs(table)]) {
        const word = comparatorOf(cell.text);
        if (word === null || isNamed(brief, table, cell, word)) continue;
        yield { span: cell.span, level: 'unnamed', message: `Nothing says who "${shorten(cell.text)}" is` };
      }
    }
  },
});

const averages = '(?:average|avg\\.?|mean|median)';
const patterns: readonly RegExp[] = [
  /^(?:the )?(?:(?:global|world|world['’]s|regional|region['’]s|sector['’]s|group['’]s|international|asian|african|european|oecd|eu)\s+)?(best|leaders?|leading (?:country|region|state|province|city|district)|top|frontier|benchmark)(?: (?:performers?|country|countries|value|score))?(?: (?:in|of) (?:the |its )?(?:class|region|continent|world|group|sample|sector))?$/i,
  /^(?:the )?(?:(?:global|regional|asian|international)\s+)?(peers?|comparators?|neighbours?|neighbors?)(?: (?:group|countries|states|cities))?$/i,
  new RegExp(`^(?:the )?(peers?|peer[- ]group|regional|region|comparators?|comparator group|neighbours?|oecd|eu|sector)[ -]${averages}$`, 'i'),
  new RegExp(`^${averages} of (?:the )?(peers?|comparators?|region|neighbours?|leaders?)$`, 'i'),
  /^(?:the )?(region)$/i,
];

/** "peer" of "Peer average"; null for cells that name what they compare with. */
const comparatorOf = (text: string): string | null => {
  const plain = text.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim().replace(/[:,]$/, '');
  for (const pattern of patterns) {
    const word = pattern.exec(plain)?.[1];
    if (word) return word.toLowerCase();
  }
  return null;
};

/** Heads of columns that hold figures: "Region" above names of regions is no comparator. */
const comparatorHeads = (table: TableBlock): readonly TableCell[] =>
  table.head.filter(({ column }) => {
    const cells = columnCells(table, column).filter(({ text }) => text.trim() !== '');
    return column > 0 && cells.length > 0 && cells.filter((cell) => figureOf(cell) !== null).length * 2 > cells.length;
  });

const comparatorStubs = (table: TableBlock): readonly TableCell[] =>
  table.rows.filter((row) => row.slice(1).some((cell) => figureOf(cell) !== null)).flatMap((row) => row.slice(0, 1));

const isNamed = (brief: Brief, table: TableBlock, cell: TableCell, word: string): boolean => {
  const own = table.head.includes(cell) ? columnCells(table, cell.column) : (table.rows[cell.row] ?? []);
  // "98% (Finland)": the cells say it one by one.
  if (own.some(({ text }) => /\(\s*\p{Lu}\p{L}+/u.test(text) || /\d\s*,?\s+\p{Lu}\p{L}{3,}/u.test(text))) return true;
  const stem = word.replace(/s$/, '');
  const texts = [...textsAround(brief, table).filter((text) => !/^\W*sources?\b/i.test(text) || text.toLowerCase().includes(stem)), ...sentencesAbout(brief, table).map(({ text }) => text)];
  return texts.some((text) => text.toLowerCase().includes(stem)) || stubTexts(table).some((text) => /^notes?\b/i.test(text));
};
