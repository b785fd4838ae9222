/** Notes that name works by title, "Ibid." and short titles lead to the entries of the list. */
import { describe, expect, it } from 'vitest';
import { buildLibrary, emptyInputs } from '../../server/src/core/library/build-library';
import { ownReferences } from '../../server/src/core/library/own-references';
import { buildBrief } from '../../server/src/core/model/build-brief';

const list = `
## Bibliography

Aldous, Mira, and Jon Petrov. *Ferries and Fares: A History*. Oxford: Oxford University Press, 1999.

Harbour Board. *Ships of the Northern Ports*. Port Ellis: Harbour Board, 2024.

Petrov, Jon. "Winds of the Strait." *Journal of Sailing* 8, no. 1 (2022): 20–33.

World Health Organization (WHO). *Safe at Sea*. Geneva: WHO, 2023.
`;

/** What each work of the notes leads to: "text -> first word of the entry". Notes are called in order. */
const resolved = (...notes: readonly string[]): readonly string[] => {
  const text = `# Ferries\n\n${notes.map((_, i) => `Claim ${String(i + 1)}.[^${String(i + 1)}]`).join(' ')}\n\n${notes.map((note, i) => `[^${String(i + 1)}]: ${note}`).join('\n')}\n${list}`;
  return works(text);
};

const works = (text: string): readonly string[] => {
  const brief = buildBrief(text);
  const library = buildLibrary(brief, emptyInputs, ownReferences(brief));
  const citations = [...brief.footnotes.flatMap((note) => note.citations), ...brief.citations.filter(({ span }) => text.startsWith('^[', span.start))];
  return citations.flatMap((citation) =>
    citation.works.map((work) => {
      const resolution = library.resolve(work);
      const entry = resolution.kind === 'found' ? (resolution.reference.text?.split(/[\s,]/)[0] ?? '') : resolution.kind;
      return `${text.slice(work.span.start, work.span.end)} -> ${entry}${work.locator === null ? '' : ` @ ${work.locator}`}`;
    }),
  );
};

describe('notes in the manner of Chicago', () => {
  it.each([
    ['a book', 'Harbour Board, *Ships of the northern ports* (Port Ellis: Harbour Board, 2024), 12.', 'Harbour Board, *Ships of the northern ports* (Port Ellis: Harbour Board, 2024) -> Harbour @ 12'],
    ['a book without marks', 'Harbour Board, Ships of the northern ports (Port Ellis: Harbour Board, 2024), 12.', 'Harbour Board, Ships of the northern ports (Port Ellis: Harbour Board, 2024) -> Harbour @ 12'],
    ['names as they are spoken, and a title without what follows its colon', 'See Mira Aldous and Jon Petrov, *Ferries and Fares* (Oxford: Oxford University Press, 1999), pp. 3-5.', 'Mira Aldous and Jon Petrov, *Ferries and Fares* (Oxford: Oxford University Press, 1999) -> Aldous @ pp. 3-5'],
    ['an article', 'Jon Petrov, “Winds of the Strait,” *Journal of Sailing* 8, no. 1 (2022): 25.', 'Jon Petrov, “Winds of the Strait,” *Journal of Sailing* 8, no. 1 (2022) -> Petrov @ 25'],
    ['the pages of an article', 'Jon Petrov, “Winds of the Strait,” *Journal of Sailing* 8, no. 1 (2022): 20–33.', 'Jon Petrov, “Winds of the Strait,” *Journal of Sailing* 8, no. 1 (2022) -> Petrov'],
    ['a short title', 'Petrov, “Winds,” 22.', 'Petrov, “Winds,” -> Petrov @ 22'],
    ['the short name of a body', 'WHO, *Safe at Sea* (Geneva: WHO, 2023).', 'WHO, *Safe at Sea* (Geneva: WHO, 2023) -> World'],
    ['a title alone', '*Safe at Sea* (Geneva: WHO, 2023), 4.', '*Safe at Sea* (Geneva: WHO, 2023) -> World @ 4'],
    ['another year of the title', 'WHO, *Safe at Sea* (Geneva: WHO, 1987), 4.', 'WHO, *Safe at Sea* (Geneva: WHO, 1987) -> not-listed @ 4'],
    ['another title of the author', 'Harbour Board, *Lights of the coast* (Port Ellis: Harbour Board, 2024), 12.', 'Harbour Board, *Lights of the coast* (Port Ellis: Harbour Board, 2024) -> not-listed @ 12'],
    ['author and year', 'Petrov (2022), “Winds of the Strait”.', 'Petrov (2022) -> Petrov'],
  ])('%s', (_, note, expected) => {
    expect(resolved(note)).toEqual([expected]);
  });

  it('several works in one note', () => {
    expect(resolved('Harbour Board, *Ships of the Northern Ports*, 4; Petrov, "Winds of the Strait". See WHO, *Safe at Sea*.')).toEqual([
      'Harbour Board, *Ships of the Northern Ports* -> Harbour @ 4',
      'Petrov, "Winds of the Strait" -> Petrov',
      'WHO, *Safe at Sea* -> World',
    ]);
  });

  it('a note that stands in the sentence', () => {
    expect(works(`Ferries sank.^[WHO, *Safe at Sea* (Geneva: WHO, 2023), Table 3.]\n${list}`)).toEqual(['WHO, *Safe at Sea* (Geneva: WHO, 2023) -> World @ Table 3']);
  });

  it.each(['The board calls this "Safe at Sea" in its brochure.', 'The *Aurora* sank in 1912.', 'Boats, *not* ferries.', '*Passim*.'])('names nothing: %s', (note) => {
    expect(resolved(note)).toEqual([]);
  });
});

it.each(['(', '"a ', '*Aa bb*, ', 'Aa, ', 'Aa Bb (Cc: Dd, ', 'ibid. ', 'Aa, Bb and ', '2024 ', '; ', '‘a’ '])('a note of "%s" many times over is read at once', (bit) => {
  const started = performance.now();
  buildBrief(`A.[^1]\n\n[^1]: ${bit.repeat(1_500)}\n`);
  expect(performance.now() - started).toBeLessThan(2_000);
});

describe('ibid.', () => {
  it('is the one work of the note before', () => {
    expect(resolved('Harbour Board, *Ships of the Northern Ports*, 4.', 'Ibid., p. 9.', '*Ibid.*').slice(1)).toEqual(['Ibid., p. 9 -> Harbour @ p. 9', '*Ibid.* -> Harbour']);
  });

  it('goes by the order in which notes are called', () => {
    const text = `One.[^b] Two.[^c] Three.[^b] Four.[^a]\n\n[^a]: Ibid.\n[^b]: Petrov (2022).\n[^c]: Harbour Board (2024).\n${list}`;
    expect(works(text)).toContain('Ibid. -> Harbour');
  });

  it('is the work before it in the same note', () => {
    expect(resolved('Harbour Board (2024), 4; ibid., 7.')).toEqual(['Harbour Board (2024) -> Harbour', 'ibid., 7 -> Harbour @ 7']);
  });

  it('leads nowhere after two works, or after none', () => {
    expect(resolved('Petrov (2022); Harbour Board (2024).', 'Ibid.')).toEqual(['Petrov (2022) -> Petrov', 'Harbour Board (2024) -> Harbour']);
    expect(resolved('The office told us so.', 'Ibid.')).toEqual([]);
  });
});
