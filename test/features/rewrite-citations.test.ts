import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/core/features/fix-all';
import { findReferenceListFix } from '../../server/src/core/features/reference-list';
import { findRewrites } from '../../server/src/core/features/rewrite-citations';
import { bib, readCited, type Surroundings } from '../support/cited-brief';

const rewrites = (marked: string, surroundings: Surroundings = { bib }): readonly { readonly title: string; readonly text: string }[] => {
  const { brief, library, offset } = readCited(marked, surroundings);
  return findRewrites(brief, library, { start: offset, end: offset }).map(({ title, edits }) => ({ title, text: applyEdits(brief.text, edits) }));
};

const first = (marked: string, surroundings?: Surroundings): string | undefined => rewrites(marked, surroundings)[0]?.text;

describe('from author and year to keys', () => {
  it.each([
    ['in brackets', 'It grew (Harbour ‸Office, 2025).', 'It grew [@harbour2025].'],
    ['with words around', 'It grew (see Ruiz ‸and Okoye, 2024, p. 4; Harbour Office, 2025).', 'It grew [see @ruiz2024, p. 4; @harbour2025].'],
    ['in the sentence', 'The Harbour ‸Office (2025) says so.', '@harbour2025 says so.'],
  ])('%s', (_name, before, after) => {
    expect(first(before)).toBe(after);
  });

  it('is not offered where one of the works has no key', () => {
    expect(rewrites('It grew (Harbour ‸Office, 2025; Lee, 1999).')).toEqual([]);
    expect(rewrites('It grew (Lee‸, 2021).\n\n## References\n\n- Lee, K. (2021). *Gates of the north*. Port Press.\n', {})).toEqual([]);
  });

  it('is offered for the whole brief too', () => {
    const all = rewrites('It grew (Harbour ‸Office, 2025). Ruiz and Okoye (2024) agree.');
    expect(all.map(({ title }) => title)).toEqual(['Cite by key: [@harbour2025]', 'Cite by key in the whole brief']);
    expect(all[1]?.text).toBe('It grew [@harbour2025]. @ruiz2024 agree.');
  });
});

describe('from keys to author and year', () => {
  it.each([
    ['in brackets', 'It grew [see @ruiz‸2024, p. 4; @harbour2025].', 'It grew (see Ruiz and Okoye, 2024, p. 4; Harbour Office, 2025).'],
    ['without the author', 'Ruiz and Okoye say so [-@ruiz‸2024].', 'Ruiz and Okoye say so (2024).'],
    ['without an author that nobody names', 'It grew [-@ruiz‸2024].', 'It grew (Ruiz and Okoye, 2024).'],
    ['without the author, two of one author', 'It grew [@harbour‸2023; -@harbour2025].', 'It grew (Harbour Office, 2023; 2025).'],
    ['without the author, two of two authors', 'It grew [@harbour‸2023; -@ruiz2024].', 'It grew (Harbour Office, 2023; Ruiz and Okoye, 2024).'],
    ['without the author, one named in an earlier sentence', 'Ruiz and Okoye disagree. It grew [-@ruiz‸2024].', 'Ruiz and Okoye disagree. It grew (Ruiz and Okoye, 2024).'],
    ['in the sentence with a page and another work', '@harbour‸2025 [p. 3; see @ruiz2024, p. 9] says so.', 'Harbour Office (2025, p. 3; see Ruiz and Okoye, 2024, p. 9) says so.'],
    ['in the sentence with another work alone', '@harbour‸2025 [; @ruiz2024] says so.', 'Harbour Office (2025; Ruiz and Okoye, 2024) says so.'],
    ['in the sentence, only the year', 'The Harbour Office says so in -@harbour‸2025.', 'The Harbour Office says so in (2025).'],
    ['in the sentence', '@harbour‸2025 says so.', 'Harbour Office (2025) says so.'],
    ['in the sentence with a page', '@harbour‸2025 [p. 3] says so.', 'Harbour Office (2025, p. 3) says so.'],
  ])('%s', (_name, before, after) => {
    expect(first(before)).toBe(after);
  });
});

it('keys are not rewritten beside the label of a figure', () => {
  expect(rewrites('It grew [@fig-gates; @ruiz‸2024].')).toEqual([]);
});

describe('from notes to author and year', () => {
  it('puts a work that is listed before the stop and takes the note away', () => {
    expect(first('It grew.[^‸1] It fell.\n\n[^1]: Harbour Office (2025), p. 3.\n')).toBe('It grew (Harbour Office, 2025, p. 3). It fell.\n\n');
  });

  it('makes an entry of a note that describes the work', () => {
    expect(first('It grew.[^‸1] It fell.\n\n[^1]: Lee, K. (2021). *Gates of the north*. Port Press.\n', {})).toBe(
      'It grew (Lee, 2021). It fell.\n\n## References\n\n- Lee, K. (2021). *Gates of the north*. Port Press.\n',
    );
  });

  it('reads a note by its title, and "Ibid." as the work before it', () => {
    expect(first('It grew.[^‸1]\n\n[^1]: Harbour Office, *Freight through the north gate* (Port Ellis: Harbour Office, 2025), 3.\n')).toBe('It grew (Harbour Office, 2025, 3).\n\n');
    expect(first('It grew.[^1] It fell.[^‸2]\n\n[^1]: Harbour Office (2025), p. 3.\n\n[^2]: Ibid., p. 4.\n')).toBe('It grew.[^1] It fell (Harbour Office, 2025, p. 4).\n\n[^1]: Harbour Office (2025), p. 3.\n\n');
  });

  it('makes no entry of "Ibid."', () => {
    expect(rewrites('It grew.[^1] It fell.[^‸2]\n\n[^1]: Lee, K. (2021). *Gates of the north*. Port Press.\n\n[^2]: Ibid., p. 4.\n', {})).toEqual([]);
  });

  it('leaves remarks alone', () => {
    expect(rewrites('It grew.[^‸1]\n\n[^1]: Compare Harbour Office (2025) with Ruiz and Okoye (2024).\n')).toEqual([]);
    expect(rewrites('It grew.[^‸1]\n\n[^1]: In spite of the strike.\n')).toEqual([]);
  });
});

describe('the reference list', () => {
  const listed = (text: string): string | undefined => {
    const { brief, library } = readCited(text, { bib });
    const fix = findReferenceListFix(brief, library, 'apa');
    return fix && applyEdits(brief.text, fix.edits);
  };

  it('is written from what is cited', () => {
    expect(listed('It grew (Ruiz and Okoye, 2024; Harbour Office, 2025).\n')).toMatch(/^It grew .*\n\n## References\n\n- Harbour Office.*Freight Through the North Gate.*\n- Ruiz, A.*Trucks at Night.*\n$/);
  });

  it('is filled in below its heading', () => {
    expect(listed('It grew (Ruiz and Okoye, 2024).\n\n## References\n')).toMatch(/## References\n\n- Ruiz/);
  });

  it('is not offered where there is one, or where it comes of itself', () => {
    expect(listed('It grew (Ruiz and Okoye, 2024).\n\n## References\n\n- Ruiz, A. and Okoye, B. (2024). *Trucks at night*.\n')).toBeUndefined();
    expect(listed('It grew [@ruiz2024].\n')).toBeUndefined();
  });
});
