import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import { sentencesBeside } from '../lint/tables/sentences-beside';
import { tableReadings } from '../lint/tables/table-faults';
import { misrankedRow, rankClaims, type RankClaim } from '../lint/tables/table-ranks';

export const rankMismatch = defineRule({
  meta: {
    name: 'rank-mismatch',
    group: 'consistency',
    title: 'Rank that the table does not show',
    levels: { computed: 'warning' },
    fix: 'none',
    options: {},
    docs: {
      what: '"The highest", "the second largest", "ranks third", "second only to" in the text beside a table whose column says otherwise, and a rank in a table that does not follow its values.',
      why: 'A reader who looks from the sentence to the table sees at once that one of them is wrong.',
      how: 'Name the row that the table shows, or correct the figure in the table.',
      limits: [
        'The sentence must stand in the section of the table, name one row as the table does, and have all words of one column head; with another year it is left alone.',
        'Sentences with a condition, a comparison, a negation or a smaller group ("among the provinces") are left alone.',
        'Ranks in a table are checked where it has one column of values and one row alone breaks the order.',
      ],
      authority: null,
      flagged: [
        { text: 'Amaro has the highest fare revenue.\n\n| Port | Fare revenue (USD million) |\n| --- | ---: |\n| Rimsk | 41 |\n| Suvane | 58 |\n| Amaro | 52 |\n' },
        { text: '| Rank | Port | Ships |\n| ---: | --- | ---: |\n| 1 | Suvane | 580 |\n| 2 | Amaro | 520 |\n| 3 | Rimsk | 210 |\n| 4 | Tolle | 330 |\n| 5 | Essen | 300 |\n| 6 | Varda | 280 |\n' },
      ],
      clean: [{ text: 'Suvane has the highest fare revenue, and Amaro has the second-highest fare revenue.\n\n| Port | Fare revenue (USD million) |\n| --- | ---: |\n| Rimsk | 41 |\n| Suvane | 58 |\n| Amaro | 52 |\n' }],
    },
  },
  *check({ brief }) {
    for (const { grid } of tableReadings(brief)) {
      for (const claim of rankClaims(grid, sentencesBeside(brief, grid.table))) yield { span: claim.cue.span, level: 'computed', message: messageOf(claim), related: [claim.row, ...(claim.rival ? [claim.rival.cell] : [])].map(({ cell, text }) => ({ span: cell.span, message: text })) };
      const row = misrankedRow(grid);
      if (row) {
        yield {
          span: row.rank.cell.span,
          level: 'computed',
          message: `${shorten(row.label, 60)} has rank ${row.rank.text} with ${row.value.text}, rank ${row.neighbour.rank.text} has ${row.neighbour.value.text} in "${shorten(row.column, 40)}"`,
          related: [row.value, row.neighbour.value].map(({ cell, text }) => ({ span: cell.span, message: text })),
        };
      }
    }
  },
});

const messageOf = ({ claimed, label, column, row, rival, actual }: RankClaim): string => {
  const place = rival ? `${shorten(rival.label, 40)} ${rival.cell.text}` : `it is number ${String(actual)}`;
  return `"${claimed}" does not fit the table: "${shorten(column, 40)}" of ${shorten(label, 40)} is ${row.text}, ${rival ? `that of ${place}` : place}`;
};
