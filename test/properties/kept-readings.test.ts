/** What is kept of sentences and tables from draft to draft gives what the last draft gives when it is read from scratch. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mismatchesOf } from '../../server/src/core/lint/arithmetic/find-relations';
import { unitSlipsOf } from '../../server/src/core/lint/arithmetic/percent-or-points';
import { countFaults } from '../../server/src/core/lint/counts/count-faults';
import { dateFaults } from '../../server/src/core/lint/dates/date-faults';
import { tableReadings } from '../../server/src/core/lint/tables/table-faults';
import { buildBrief } from '../../server/src/core/model/build-brief';
import type { Brief } from '../../server/src/core/model/brief';
import { FactCache } from '../../server/src/core/model/fact-cache';
import { numberHabitOf } from '../../server/src/core/lint/number-habit';

const arithmetic = (brief: Brief): unknown => mismatchesOf(brief).map(({ stated, operands, value, relation: { says, form } }) => ({ stated, operands, value, says, form }));

const tables = (brief: Brief): unknown =>
  tableReadings(brief).map(({ grid, faults }) => ({
    faults,
    mark: grid.mark,
    lines: [grid.rows.lines, grid.columns.lines],
    cells: grid.rows.lines.map(({ index }) => grid.rows.across.map((across) => grid.rows.at(index, across.index) ?? null)),
  }));

/** By what they find; a sentence that says something wrong, and one that goes on from it. */
const readers: Readonly<Record<string, { readonly find: (brief: Brief) => unknown; readonly lines: readonly string[] }>> = {
  arithmetic: {
    find: arithmetic,
    lines: ['Fares rose from $2.40 to $3.00, an increase of 35%.', 'That is a rise of 40%.', 'Of the 400 schools, 120 (40%) closed.', 'The yard cost $4 million and the quay $5 million.', 'Together, they cost $12 million.', 'The ferry cost $5 million (Rs 1.4 billion).', 'The barge cost $5 million (Rs 9.4 billion).', '- The works cost $4 million', '- The pumps cost $6 million'],
  },
  'percent or points': {
    find: unitSlipsOf,
    lines: ['The rate rose from 4.5% to 6.0%, an increase of 1.5%.', 'Joblessness stood at 7.25% in 2020.', 'It fell to 6.0% in 2021, a fall of 1.25%.', 'The share of tenants in debt went up by 19 percentage points to 13.4%.'],
  },
  counts: {
    find: countFaults,
    lines: ['The brief weighs the following three options:', '- Lower fares', '- Longer piers', '- New boats\n- Old boats', 'There are two reasons. First, boats leak. Second, piers rot. Third, tides rise.', 'All four options cost little.', 'Both Lund, Kiel and Riga agreed.', 'We make four recommendations.', '## Recommendations', '1. Dredge\n2. Dig\n3. Wait'],
  },
  dates: {
    find: dateFaults,
    lines: ['The office met on Monday, 12 May 2026.', 'The Clean Harbour Act was adopted in March 2016.', 'The Clean Harbour Act was adopted in March 2017 (Port Board, 2018).', 'From 2015 to 2023, a period of five years, fares rose.', 'The grant covers fiscal year 2023/25.', 'The Harbour Plan 2021–2026 was new.', 'The Harbour Plan 2021–2027 was new.', 'The scheme begins in year one (2025).', 'It reaches the islands in year three (2028).', 'The draft is due within 90 days of the hearing, and the final report within 60 days of the hearing.', '## From 2019 to 2012', '- 2019: dredging\n- 2020: digging\n- 2018: waiting\n- 2021: pumping\n- 2022: rest'],
  },
  tables: {
    find: tables,
    lines: ['| Port | 2021 | 2023 |\n| --- | ---: | ---: |\n| Lund | 14 | 20 |\n| Kiel | 16 | 25 |\n| Riga | 11 | 9 |\n| Total | 41 | 64 |', '| Item | Cost |\n| --- | ---: |\n| Pier | 2,140 |\n| Quay | 1,385 |\n| Boat | 3,720 |\n| Total | 7,254 |', 'Table. Selected ports', 'Values in thousands:', '| Port | Boats |\n| --- | --- |\n| Lund | many |'],
  },
};

const fillers: readonly string[] = ['## Costs', '## Effects', '## Summary', 'Officials met.', 'They cost 1.234,5 euros or more.', '> The board paid $5 million.', 'The Harbour Office (HO) met.'];

/** Drafts of one text: lines put in, taken out and joined with the one before. */
const draftsOf = (own: readonly string[]): fc.Arbitrary<readonly string[]> => {
  const line = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: fc.constantFrom(...fillers) });
  const edit = fc.record({ at: fc.nat(), count: fc.nat({ max: 2 }), put: fc.array(line, { maxLength: 2 }), joins: fc.boolean() });
  return fc.tuple(fc.array(line, { minLength: 3, maxLength: 16 }), fc.array(edit, { minLength: 1, maxLength: 6 })).map(([start, edits]) => {
    let lines = start;
    const texts = [start.join('\n\n')];
    for (const { at, count, put, joins } of edits) {
      const from = at % (lines.length + 1);
      lines = [...lines.slice(0, from), ...put, ...lines.slice(from + count)];
      texts.push(joins ? lines.join('\n\n').replace(/\.\n\n(?=\p{Lu})/gu, '. ') : lines.join('\n\n'));
    }
    return texts;
  });
};

describe('after any edits', () => {
  it.each(Object.entries(readers))('%s are those of the text read from scratch', (_, { find, lines }) => {
    let found = 0;
    fc.assert(
      fc.property(draftsOf(lines), (texts) => {
        const cache = new FactCache();
        for (const text of texts) {
          const kept = buildBrief(text, { cache });
          const anew = buildBrief(text);
          const faults = find(anew);
          expect(find(kept)).toEqual(faults);
          expect(numberHabitOf(kept)).toEqual(numberHabitOf(anew));
          found += Array.isArray(faults) ? faults.length : 0;
        }
      }),
      { numRuns: 30 },
    );
    expect(found).toBeGreaterThan(10);
  }, 60_000);
});
