import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../server/src/config-file';
import { parseSuppressions } from '../../server/src/core/lint/suppressions';
import { normalizeHeading, sectionKeysOf } from '../../server/src/core/profiles/vocabulary';
import { isDay } from '../../server/src/core/text/dates';
import { resolveSettings, settingKeys, toLayer } from '../../server/src/settings';

const yamlPieces = fc.constantFrom(...settingKeys, 'bad-setting', ': ', '\n', '  ', '- ', '[', ']', '{', '}', '&a ', '*a', '"', "'", '#', '|', '? ', '!!map ', '\t', 'off', '3', '---\n', '\r\n', '💧');

describe('settings', () => {
  it('any settings file gives problems inside its text, and never an exception', () => {
    fc.assert(
      fc.property(fc.array(yamlPieces, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { span } of resolveSettings([parseConfig(text).settings]).problems) {
          if (span === null) continue;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('any value from an editor gives settings', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...settingKeys, '__proto__', 'constructor'), fc.jsonValue()), (values) => {
        const { settings, problems } = resolveSettings([toLayer('editor', values)]);
        expect(Object.keys(settings).sort()).toEqual([...settingKeys].sort());
        for (const { message } of problems) expect(message).toMatch(/^\S.*[^.\s]$/s);
      }),
    );
  });
});

describe('headings', () => {
  const words = fc.constantFrom('Conclusion', 'and', '&', 'Way Forward', '—', ':', '/', 'Risks', '⚡', '3.', "Nepal's", '(', ')', 'the', ' ', '*', '2026', '\u200D', '💧');

  it('normalising twice is normalising once, and the order of compound parts does not matter', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const text = parts.join(' ');
        const once = normalizeHeading(text);
        expect(once).toBe(once.trim());
        expect(once).not.toMatch(/\p{Lu}|[—:/*&]/u);
        expect(sectionKeysOf(text)).toEqual([...new Set(sectionKeysOf(text))]);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('Risks', 'Timeline', 'Budget', 'Glossary'), fc.constantFrom('Annex', 'Quote', 'Equity'), (a, b) => {
        expect(sectionKeysOf(`${a} — ${b}`)).toEqual(sectionKeysOf(`${b} and ${a}`));
      }),
    );
  });
});

describe('suppressions', () => {
  const pieces = fc.constantFrom('brieflint-disable-next-line', 'brieflint-disable', 'brieflint-enable', 'brieflint-', ' ', ',', '--', '—', 'until=', '2026-01-01', 'empty-section', 'x', '\n', '\r\n', '|', '>', '<!--', '-->');

  it('any comment gives spans inside the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.array(pieces, { maxLength: 10 }), (inside, after) => {
        const body = inside.join('').replaceAll('-->', '');
        const comment = `<!--${body}-->`;
        const text = `a\n${comment}${after.join('')}`;
        const comments = [{ span: { start: 2, end: 2 + comment.length }, text: body.trim() }];
        const { active, findings } = parseSuppressions(text, comments, ['empty-section'], '2026-06-01');
        const spans = [...findings.map(({ span }) => span), ...active.flatMap(({ names }) => names.map(({ span }) => span))];
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(2);
          expect(span.end).toBeLessThanOrEqual(2 + comment.length);
        }
        for (const { names } of active) for (const { name, span } of names) expect(text.slice(span.start, span.end)).toBe(name);
      }),
    );
  });

  it('a day is a date exactly if the calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
        const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const date = new Date(`${text}T00:00:00Z`);
        const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(isDay(text)).toBe(isReal);
      }),
    );
  });
});
