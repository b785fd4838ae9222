/** What is announced and listed alike is never asked about, and one more or fewer always is; so with weekdays and lengths of time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFaults } from '../../server/src/core/lint/counts/count-faults';
import { findAnnouncements } from '../../server/src/core/lint/counts/announcement';
import { readEnumeration } from '../../server/src/core/lint/counts/enumeration';
import { writeCount } from '../../server/src/core/lint/counts/count-words';
import { daysInMonth, monthName, weekdayName, weekdayOf } from '../../server/src/core/lint/dates/calendar';
import { dateFaults } from '../../server/src/core/lint/dates/date-faults';
import { buildBrief } from '../../server/src/core/model/build-brief';

const items = ['dredge the channel', 'raise the quay', 'move the ferry', 'paint the pier', 'train the crew', 'test the wells', 'fund the school', 'mend the lock', 'plant the dunes', 'light the buoys', 'count the seals', 'chart the reef'];
const towns = ['Lund', 'Kiel', 'Aalborg', 'Esbjerg', 'Gdynia', 'Riga', 'Tartu', 'Turku', 'Bergen', 'Cork', 'Cadiz', 'Split'];

const listOf = (count: number, isOrdered: boolean): string => items.slice(0, count).map((item, i) => `${isOrdered ? `${i + 1}.` : '-'} To ${item}.`).join('\n');
const joined = (count: number, comma: string): string => `${towns.slice(0, count - 1).join(', ')}${comma} and ${towns[count - 1] ?? ''}`;

const count = fc.integer({ min: 2, max: 11 });
const inDigits = fc.boolean();
const written = (value: number, isDigits: boolean): string => (isDigits ? String(value) : writeCount(value, 'two'));

const documents = fc.oneof(
  fc.boolean().map((isOrdered) => (announced: string, listed: number) => `The board can take ${announced} steps:\n\n${listOf(listed, isOrdered)}\n`),
  fc.constantFrom(',', '').map((comma) => (announced: string, listed: number) => `The pilot runs in ${announced} towns: ${joined(listed, listed > 2 ? comma : '')}.\n`),
  fc.constantFrom(',', '').map((comma) => (announced: string, listed: number) => `In all ${announced} towns (${joined(listed, listed > 2 ? comma : '')}) it rained.\n`),
);

describe('a number of things', () => {
  it('that is the number of those listed is right', () => {
    fc.assert(
      fc.property(count, inDigits, documents, (value, isDigits, document) => {
        expect(countFaults(buildBrief(document(written(value, isDigits), value)))).toEqual([]);
      }),
    );
  });

  it('that is one more or fewer is a fault', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 11 }), fc.constantFrom(-1, 1), inDigits, documents, (value, by, isDigits, document) => {
        const faults = countFaults(buildBrief(document(written(value + by, isDigits), value)));
        expect(faults.map(({ listed }) => listed)).toEqual([value]);
      }),
    );
  });

  it('is read in any text without throwing', () => {
    const word = fc.oneof(fc.constantFrom('four', 'two', '3', 'of the', 'aims', ':', '(', ')', ',', ';', 'and', '(a)', 'policies', '—', '“', 'namely', '.'), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        for (const { start, end } of findAnnouncements(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          readEnumeration(text, end);
        }
      }),
    );
  });
});

const day = fc.tuple(fc.integer({ min: 1800, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([year, month, date]) => ({ year, month, date }));
const forms = fc.constantFrom(
  (weekday: string, date: number, month: string, year: number) => `${weekday}, ${date} ${month} ${year}`,
  (weekday: string, date: number, month: string, year: number) => `${weekday} ${date} ${month} ${year}`,
  (weekday: string, date: number, month: string, year: number) => `${weekday}, ${month} ${date}, ${year}`,
  (weekday: string, date: number, month: string, year: number) => `${date} ${month} ${year} (${weekday})`,
);
const faultsIn = (text: string): readonly string[] => dateFaults(buildBrief(text)).map(({ message }) => message);

describe('a weekday', () => {
  it('is that of the calendar', () => {
    fc.assert(
      fc.property(day, ({ year, month, date }) => {
        expect(weekdayOf(year, month, date)).toBe(new Date(Date.UTC(year, month - 1, date)).getUTCDay());
      }),
    );
  });

  it('is right with its date, and any other is wrong', () => {
    fc.assert(
      fc.property(day, forms, fc.integer({ min: 1, max: 6 }), ({ year, month, date }, form, by) => {
        const right = weekdayOf(year, month, date);
        expect(faultsIn(`The board meets on ${form(weekdayName(right), date, monthName(month), year)} in Lund.`)).toEqual([]);
        expect(faultsIn(`The board meets on ${form(weekdayName((right + by) % 7), date, monthName(month), year)} in Lund.`)).toHaveLength(1);
      }),
    );
  });
});

describe('a day', () => {
  it('that the month has is none to ask about, the one after its last is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = daysInMonth(month, year);
        expect(faultsIn(`Bids close on ${last} ${monthName(month)} ${year}.`)).toEqual([]);
        expect(faultsIn(`Bids close on ${last + 1} ${monthName(month)} ${year}.`)).toHaveLength(1);
      }),
    );
  });
});

describe('a length of time', () => {
  it('may be counted with or without the last year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: 2, max: 18 }), fc.boolean(), (from, length, isInclusive) => {
        const years = writeCount(length + (isInclusive ? 1 : 0), 'two');
        expect(faultsIn(`From ${from} to ${from + length}, ${years} years in all, the mill stood idle.`)).toEqual([]);
        expect(faultsIn(`The ${years}-year plan (${from}–${from + length}) was long.`)).toEqual([]);
      }),
    );
  });

  it('that neither count gives is a fault', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: 4, max: 15 }), fc.constantFrom(-1, 2), (from, length, by) => {
        const years = writeCount(length + by, 'two');
        expect(faultsIn(`From ${from} to ${from + length}, ${years} years in all, the mill stood idle.`)).toHaveLength(1);
        expect(faultsIn(`The ${years}-year plan (${from}–${from + length}) was long.`)).toHaveLength(1);
      }),
    );
  });
});

describe('many numbers and dates', () => {
  it('take time in proportion to their number', () => {
    const paragraph = (i: number): string => `In ${1900 + (i % 120)} the board took four steps: it rained on ${(i % 28) + 1} May ${1950 + (i % 70)}, and two towns (Lund and Kiel) met. The Clean Harbours Act was adopted in ${1950 + (i % 60)}.\n\n`;
    const timeOf = (size: number): number => {
      const brief = buildBrief(Array.from({ length: size }, (_, i) => paragraph(i)).join(''));
      const start = performance.now();
      countFaults(brief);
      dateFaults(brief);
      return performance.now() - start;
    };
    timeOf(100);
    expect(timeOf(2_000)).toBeLessThan(40 * timeOf(200) + 100);
  });
});
