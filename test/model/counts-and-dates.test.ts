import { describe, expect, it } from 'vitest';
import { findAnnouncements } from '../../server/src/core/lint/counts/announcement';
import { singularOf, writeCount } from '../../server/src/core/lint/counts/count-words';
import { readEnumeration } from '../../server/src/core/lint/counts/enumeration';
import { findPeriods, lengthOf } from '../../server/src/core/lint/dates/year-span';
import { findWrittenDates, withSharedYears } from '../../server/src/core/lint/dates/written-date';

describe('findAnnouncements', () => {
  const read = (text: string): readonly string[] => findAnnouncements(text).map(({ start, end, noun, isPart, isPointing }) => `${text.slice(start, end)} [${noun}]${isPart ? ' part' : ''}${isPointing ? ' pointing' : ''}`);

  it.each([
    ['It has four short-term aims.', ['four short-term aims [aim]']],
    ['The following 3 ferries ran.', ['3 ferries [ferry] pointing']],
    ['Seven of the old towns shrank.', ['Seven of the old towns [town] part']],
    ['The other two options cost more.', ['two options [option] part']],
    ['Five basics concepts of design matter.', ['Five basics concepts [concept]']],
    ['About four towns, two or three ports, Phase 2 works, 3.5 boats and 12% of ships.', []],
    ['Four of us left two years ago.', ['two years [year]']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('readEnumeration', () => {
  it.each([
    ['cost, time and quality', 3, 3],
    ['cost, time, and quality', 3, 3],
    ['Lund and Kiel', 2, 2],
    ['Lund, Kiel and Riga, which joined in 2015', 3, 3],
    ['Health, Water and Sanitation, and Finance', 3, 4],
    ['lower cost, time and effort, and better quality', 2, 4],
    ['the mayor; the board; and the crew', 3, 3],
    ['(a) water, (b) roads and (c) schools', 3, 3],
    ['(i) water, (ii) roads', 2, 2],
    ['Roe, Mitchell, Green', 3, 3],
  ])('%s', (text, least, most) => {
    expect(readEnumeration(text, 0)).toMatchObject({ least, most });
  });

  it.each(['such as Lund and Kiel', 'Lund, Kiel, etc.', '2 farmers and 4 fishers', 'the board met, it rained and we left', 'cost', 'primary, which is old, and secondary, which is new'])('%s is left open', (text) => {
    expect(readEnumeration(text, 0)).toBeNull();
  });
});

describe('numbers and plurals', () => {
  it('keep their form', () => {
    expect([writeCount(5, 'four'), writeCount(5, 'Four'), writeCount(5, '4'), writeCount(25, 'four')]).toEqual(['five', 'Five', '5', '25']);
  });

  it('go back to the singular', () => {
    expect(['policies', 'boxes', 'criteria', 'children', 'reasons', 'access', 'status'].map(singularOf)).toEqual(['policy', 'box', 'criterion', 'child', 'reason', null, null]);
  });
});

describe('findWrittenDates', () => {
  const read = (text: string): readonly string[] => withSharedYears(text, findWrittenDates(text)).map(({ year, month, day, weekday }) => [weekday?.text ?? '', year ?? '?', month, day ?? '?'].join(' ').trim());

  it.each([
    ['on Thursday, 12 May 2026', ['Thursday 2026 5 12']],
    ['on Thurs. the 12th of May 2026', ['Thurs. 2026 5 12']],
    ['May 12, 2026 (Tuesday)', ['Tuesday 2026 5 12']],
    ['from Tuesday 30 April to Thursday 3 May 2018', ['Tuesday 2018 4 30', 'Thursday 2018 5 3']],
    ['from 28 December to 3 January 2019', ['2018 12 28', '2019 1 3']],
    ['in March 2016 and on 2026-05-12', ['2016 3 ?', '2026 5 12']],
    ['In March 20 schools closed; may 5 too', []],
    ['the code 2024-13-057, version 1.2.2024', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findPeriods', () => {
  it.each([
    ['from 2015 to 2023', 8, null],
    ['(2020–2024)', 4, null],
    ['between March 2020 and June 2021', 1, 15],
    ['from March to August 2021', 0, 5],
    ['2015/16 to 2019/20', 4, null],
  ])('%s', (text, years, months) => {
    expect(findPeriods(text).map(lengthOf)).toEqual([{ years, months }]);
  });

  it.each(['in 2015 and 2023', '2023/24', 'pages 10–20', 'between Lund and Kiel in 2019'])('%s is none', (text) => {
    expect(findPeriods(text)).toEqual([]);
  });
});
