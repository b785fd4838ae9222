import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLatex } from '../../server/src/core/library/latex-text';
import { parseListNames } from '../../server/src/core/library/list-names';
import { formatReference, formatReferenceMarkdown } from '../../server/src/core/library/format-reference';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import type { Bibliography } from '../../server/src/core/library/reference';
import type { Span } from '../../server/src/core/text/span';

const paths = ['a.bib', 'a.json', 'a.yaml', 'a.ris', 'a'] as const;

/** Text that looks like bibliographies far more often than chance would have it. */
const piece = fc.constantFrom(
  '@', '@misc{', '@book(', '@string{', '@comment{', 'key', ',', '\n', ' ', '=', '{', '}', '"', '#', '(', ')', 'title = ', 'author = {Khan, Ali and ', ' and ', 'year = 2020', '\\', "\\'e", '$', '--', '%', '~',
  '[', ']', ':', '{"id": ', '"title": ', '"issued": {"date-parts": [[', '2020', 'null', '//', '/*', 'TY  - ', 'ER  - \n', 'AU  - ', 'ID  - ', '- id: ', '  title: ', 'references:\n', '---\n', '&a', '*a', '!!', '|', '>', '😀', '\r\n', '\t', '\uFEFF',
);
const anyText = fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 100 }), fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')));

const isWithin = (text: string, span: Span | null): boolean => span === null || (span.start >= 0 && span.start <= span.end && span.end <= text.length);

const expectSound = (bibliography: Bibliography, text: string): void => {
  for (const reference of bibliography.references) {
    expect([reference.span, reference.keySpan, ...reference.fieldSpans.values()].filter((span) => !isWithin(text, span))).toEqual([]);
    expect(reference.id).not.toBe('');
    for (const style of ['apa', 'chicago', 'harvard', 'plain'] as const) {
      expect(formatReference(reference, style)).not.toContain('\n');
      expect(formatReferenceMarkdown(reference, style)).not.toContain('\n');
    }
  }
  expect(bibliography.problems.filter((problem) => !isWithin(text, problem.span))).toEqual([]);
  const starts = bibliography.problems.map((problem) => problem.span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
};

describe('any text', () => {
  it('reads without a throw, with all spans in bounds', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...paths), (text, path) => expectSound(parseBibliography(path, text), text)),
      { numRuns: 600 },
    );
  });

  it('names and LaTeX of any kind', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        decodeLatex(text);
        for (const name of parseListNames(text)) expect(name.family).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/u).filter((text) => !/^(?:And|Others|House|State|Group|Watch|Press|Unit|Cell|Bank|Fund|Court)$/u.test(text));
const entry = fc.record({
  family: word,
  given: word,
  title: fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' ')),
  year: fc.integer({ min: 1900, max: 2099 }).map(String),
});
const entries = fc.array(entry, { minLength: 2, maxLength: 8 });
type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

const toBibtex = ({ family, given, title, year }: Entry, index: number): string => `@report{key${String(index)},\n  author = {${family}, ${given}},\n  title = {${title}},\n  year = {${year}},\n}\n`;
const toJson = ({ family, given, title, year }: Entry, index: number): string =>
  JSON.stringify({ id: `key${String(index)}`, type: 'report', title, author: [{ family, given }], issued: { 'date-parts': [[Number(year)]] } }, null, 2);
const toRis = ({ family, given, title, year }: Entry, index: number): string => `TY  - RPRT\nID  - key${String(index)}\nAU  - ${family}, ${given}\nTI  - ${title}\nPY  - ${year}\nER  - \n`;
const toYaml = ({ family, given, title, year }: Entry, index: number): string => `- id: key${String(index)}\n  type: report\n  title: ${title}\n  author:\n  - family: ${family}\n    given: ${given}\n  issued: ${year}\n`;

interface Writer {
  readonly path: string;
  readonly write: (entry: Entry, index: number) => string;
  readonly joinAll: (parts: readonly string[]) => string;
  /** Faults that people make in one entry. */
  readonly corrupt: (written: string) => readonly string[];
}

const without = (written: string, mark: string): string => written.replace(mark, '');

const writers: readonly Writer[] = [
  {
    path: 'a.bib',
    write: toBibtex,
    joinAll: (parts) => parts.join('\n'),
    corrupt: (written) => [without(written, '},\n  title'), without(written, '},\n  year'), written.replace('year = {', 'year = '), written.replace(/\}\n$/u, '\n'), without(written, '='), without(written, ','), written.replace('title = {', 'title = "'), written.replace('@', ''), written.replace('},', '}},')],
  },
  {
    path: 'a.json',
    write: toJson,
    joinAll: (parts) => `[\n${parts.join(',\n')}\n]`,
    corrupt: (written) => [without(written, '"'), without(written, ','), without(written, ':'), written.replace(/\}$/u, ''), without(written, ']'), written.replace('",', ','), written.replace('[', '[['), written.replace(/\}\n/u, '}}\n'), 'null', '"x"'],
  },
  { path: 'a.ris', write: toRis, joinAll: (parts) => parts.join('\n'), corrupt: (written) => [written.replace('ER  - \n', ''), written.replace('TY  - RPRT\n', ''), written.replace('TI  - ', ''), 'noise\n'] },
  { path: 'a.yaml', write: toYaml, joinAll: (parts) => `references:\n${parts.join('')}`, corrupt: (written) => [written.replace('title: ', 'title: "'), written.replace('title: ', 'title: a: b: '), written.replace('  title', '\ttitle'), written.replace('author:', 'author: ]'), '- x\n'] },
];

describe.each(writers)('$path', ({ path, write, joinAll, corrupt }) => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const text = joinAll(list.map(write));
        const { references, problems } = parseBibliography(path, text);
        expect(problems).toEqual([]);
        expect(references.map(({ id, title, year, authors }) => ({ id, title, year, family: authors[0]?.family, given: authors[0]?.given }))).toEqual(list.map(({ family, given, title, year }, index) => ({ id: `key${String(index)}`, title, year, family, given })));
        for (const reference of references) expect(reference.keySpan && text.slice(reference.keySpan.start, reference.keySpan.end)).toBe(reference.id);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps all others when one entry is corrupt', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), (list, at, how) => {
        const broken = at % list.length;
        const parts = list.map((item, index) => {
          const written = write(item, index);
          if (index !== broken) return written;
          const faulty = corrupt(written);
          return faulty[how % faulty.length] ?? '';
        });
        const { references, problems } = parseBibliography(path, joinAll(parts));
        const byId = new Map(references.map((reference) => [reference.id, reference]));
        list.forEach(({ family, title, year }, index) => {
          if (index !== broken) expect(byId.get(`key${String(index)}`)).toMatchObject({ title, year, authors: [{ family }] });
        });
        // A line of RIS without its tag goes on with the one before: nothing tells.
        if (path !== 'a.ris') expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 120 },
    );
  });
});

describe('hostile text takes time in proportion to its length', () => {
  const units: readonly (readonly [string, string, string])[] = [
    ['a.bib', '', '@ab{c,d={'],
    ['a.bib', '', '@ab{c,d={\n'],
    ['a.bib', '', ';@ab{c,d="}\n'],
    ['a.bib', '@ab{c,', 'd="\n'],
    ['a.bib', '@ab{c,', 'd={\n'],
    ['a.bib', '', '@comment{'],
    ['a.bib', '@ab{c,author={', ' and'],
    ['a.bib', '@ab{c,title={', "\\'{"],
    ['a.bib', '@ab{c,file={', ':'],
    ['a.bib', '@ab{c,note={', 'accessed '],
    ['a.json', '', '[{"a\n'],
    ['a.json', '', '["a":'],
    ['a.json', '', '{'],
    ['a.ris', '', 'TY  -\n'],
    ['a.ris', 'TY  - X\n', 'abc\n'],
  ];
  const timeOf = (path: string, text: string): number => {
    const times = [0, 1, 2].map(() => {
      const start = performance.now();
      parseBibliography(path, text);
      return performance.now() - start;
    });
    return Math.min(...times);
  };

  it.each(units)('%s %j %j', (path, head, unit) => {
    timeOf(path, head + unit.repeat(1000));
    const once = timeOf(path, head + unit.repeat(2500));
    const fourfold = timeOf(path, head + unit.repeat(10_000));
    // Quadratic work would take sixteen times as long; the constant forgives a busy machine.
    expect(fourfold).toBeLessThan(once * 10 + 60);
  });
});
