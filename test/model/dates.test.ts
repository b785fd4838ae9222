import { describe, expect, it } from 'vitest';
import { findDateLine, isDay, parseDate } from '../../server/src/core/text/dates';

describe('parseDate', () => {
  it.each([
    ['2026', '2026'],
    ['2026-03', '2026-03'],
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01T10:00:00Z', '2026-03-01'],
    ['30 July 2025', '2025-07-30'],
    ['July 30, 2025', '2025-07-30'],
    ['Sept. 2025', '2025-09'],
    ['March 2026', '2026-03'],
    ['1st of May 2024', '2024-05-01'],
    ['1er mars 2026', '2026-03-01'],
    ['14 août 2023', '2023-08-14'],
    ['Monday, 3 June 2024', '2024-06-03'],
  ])('%s', (text, iso) => {
    expect(parseDate(text)).toBe(iso);
  });

  it.each(['31 June 2025', '2025-13', '29 February 2023', 'Marching 2025', 'soon', '', 'in 2025', '12345'])('not a date: %s', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('isDay', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-4-1', '2026-04-31', '2026-04-00', '2026-04'])('not %s', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('findDateLine', () => {
  it.each([
    ['A brief\n30 July 2025\n', '2025-07-30', '30 July 2025'],
    ['Published: July 30, 2025', '2025-07-30', 'July 30, 2025'],
    ['**Date:** March 2026', '2026-03', 'March 2026'],
    ['Title\r\nUpdated: 2026', '2026', '2026'],
  ])('%j', (text, value, words) => {
    const found = findDateLine(text);
    expect(found?.value).toBe(value);
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  it.each(['2026', 'It fell in March 2026.', 'March 2026 saw a fall', ''])('none in %j', (text) => {
    expect(findDateLine(text)).toBeNull();
  });
});
