import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../server/src/core/library/extract/text';
import { findQuotation } from '../../server/src/core/library/find-quotation';
import type { SourceText } from '../../server/src/core/library/source-text';

const sourceOf = (text: string): SourceText => readPlainText('a.txt', text);

const text = sourceOf(`The council met in May.

The council finds that fares may not cover the costs of city
buses before 2030, and that 12 per cent of the routes should
be closed at once. “Every rider’s time counts,” it says.

The ﬁnance ofﬁce – a long-term part-
ner – doesn’t agree.12 It holds that 2,500 data sets exist.`);

const differencesOf = (quotation: string): readonly string[] => findQuotation(text, quotation).differences.map(({ ours, theirs, kind }) => `${kind}: "${ours}" for "${theirs}"`);

describe('the very words', () => {
  it.each([
    ['as they are', 'fares may not cover the costs of city buses before 2030'],
    ['with other marks', '"Every rider\'s time counts," it says'],
    ['with a capital', 'Fares may not cover the costs'],
    ['with an omission', 'fares may not cover the costs … before 2030'],
    ['with an omission in brackets', 'The council finds that fares may not cover the costs [...] and that 12 per cent of the routes should be closed'],
    ['with an insertion', 'fares may not cover the costs of [these] buses before 2030'],
    ['with a changed letter', '[F]ares may not cover the costs'],
    ['with another ending', 'fares may not cove[r] the costs'],
    ['with another form', 'fares [are] not cover[ing] the costs of [cities’] buses before 2030'],
    ['with letters left out', 'fares may not cover the cost[] of city buses'],
    ['with [sic]', 'fares may not [sic] cover the costs'],
    ['with a sign for a word', '12% of the routes should be closed'],
    ['with ligatures and dashes undone', 'The finance office - a long term partner - does not agree'],
    ['without the number of a note', "doesn't agree. It holds that 2500 datasets exist"],
  ])('%s', (_name, quotation) => {
    expect(findQuotation(text, quotation)).toMatchObject({ kind: 'verbatim', differences: [] });
  });

  it.each([
    ['fees may not cover the costs of the tax[es] in two years', 'The council finds that fees may not cover the costs of the taxation in two years.'],
    ['it is [un]likely that the naive plan of the cafe survives', 'It is likely that the naïve plan of the café survives.'],
    ['the naïve plan of the café will survive the colo[u]r scheme', 'The naive plan of the cafe will survive the color scheme.'],
    ['Sao Paulo’s facade is older than the cliche', 'São Paulo’s façade is older than the cliché.'],
  ])('in another spelling: %s', (quotation, source) => {
    expect(findQuotation(sourceOf(source), quotation)).toMatchObject({ kind: 'verbatim', differences: [] });
  });

  it('say where they stand', () => {
    expect(findQuotation(text, 'every rider’s time counts').passage?.line).toBe(3);
  });
});

describe('altered words', () => {
  it.each([
    ['fares may cover the costs of city buses before 2030', ['negation: "" for "not"']],
    ['fares will not cover the costs of city buses before 2030', ['modal: "will" for "may"']],
    ['fares may not cover the costs of city buses before 2035', ['number: "2035" for "2030"']],
    ['21 per cent of the routes should be closed at once', ['number: "21" for "12"']],
    ['12 per cent of the lines must be closed at once', ['modal: "lines must" for "routes should"']],
    ['fares may not ever cover the costs of city buses', ['word: "ever" for ""']],
  ])('%s', (quotation, differences) => {
    expect(findQuotation(text, quotation).kind).toBe('differs');
    expect(differencesOf(quotation)).toEqual(differences);
  });

  it.each(['nothing of this kind was ever said by anybody', 'fares', '', '…', '[…]', '"', 'the council of the city met at once and counts'])('nothing of the kind: %s', (quotation) => {
    expect(findQuotation(sourceOf('The council met in May.'), quotation).kind).toBe('not-found');
  });
});

const vocabulary = 'council fare route bus city cost rider office plan year region share trip rail rent water school clinic tariff grant'.split(' ');
const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 60, maxLength: 200 });

describe('any text', () => {
  it('has each of its slices word for word', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 3, max: 40 }), fc.constantFrom(' ', '\n', '  ', ', '), (source, at, length, gap) => {
        const start = at % (source.length - length);
        const quotation = source.slice(start, start + length).join(gap);
        expect(findQuotation(sourceOf(source.join(' ')), quotation).kind).toBe('verbatim');
      }),
      { numRuns: 150 },
    );
  });

  it('calls out one altered number, "not" or modal', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 10, max: 40 }), fc.constantFrom(['2031', '2013', 'number'], ['not', '', 'negation'], ['may', 'will', 'modal'], ['', 'never', 'negation'], ['30', '300', 'number']), (source, at, length, [theirs = '', ours = '', kind]) => {
        const start = at % (source.length - length);
        const middle = start + Math.floor(length / 2);
        const joined = (word: string): string => [...source.slice(start, middle), word, ...source.slice(middle, start + length)].filter((part) => part !== '').join(' ');
        const whole = [...source.slice(0, start), joined(theirs), ...source.slice(start + length)].join(' ');
        const verdict = findQuotation(sourceOf(whole), joined(ours));
        expect(verdict.kind).toBe('differs');
        expect(verdict.differences.map((difference) => difference.kind)).toContain(kind);
      }),
      { numRuns: 150 },
    );
  });

  it('gives differences whose spans are the quotation\'s words', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 30 }), (source, length) => {
        const quotation = source.slice(5, 5 + length).map((word, i) => (i === 4 ? 'otherwise' : word)).join(' ');
        for (const { ours, span } of findQuotation(sourceOf(source.join(' ')), quotation).differences) expect(quotation.slice(span.start, span.end)).toBe(ours);
      }),
      { numRuns: 100 },
    );
  });

  it('is searched in good time, however odd', () => {
    const hostile = [['the '.repeat(400_000), `${'the '.repeat(300)}end`], ['a b '.repeat(200_000), 'a b a a b a b b a'], ['x'.repeat(1_000_000), 'x'.repeat(1_000)], ['[a] '.repeat(200_000), '[a] b '.repeat(500)], ['a … '.repeat(100_000), 'a … b '.repeat(500)]] as const;
    for (const [source, quotation] of hostile) {
      const prepared = sourceOf(source);
      const started = performance.now();
      findQuotation(prepared, quotation);
      expect(performance.now() - started, source.slice(0, 8)).toBeLessThan(4_000);
    }
  });
});
