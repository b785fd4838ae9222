import { describe, expect, it } from 'vitest';
import { completeCitation, describeChoice, type CitationChoice } from '../../server/src/core/features/citation-completion';
import { findCompletionPlace } from '../../server/src/core/features/completion-place';
import { applyEdits } from '../../server/src/core/features/fix-all';
import { buildLibrary } from '../../server/src/core/library/build-library';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import { bib, readCited, type Surroundings } from '../support/cited-brief';

const choices = (marked: string, surroundings: Surroundings = { bib }): readonly CitationChoice[] => {
  const { brief, library, offset } = readCited(marked, surroundings);
  const place = findCompletionPlace(brief.text, offset);
  return place === undefined ? [] : completeCitation(brief, library, place, 'apa').choices;
};

const labels = (marked: string, surroundings?: Surroundings): readonly string[] => choices(marked, surroundings).map(({ label }) => label);

/** The brief after the first choice was taken. */
const taken = (marked: string, surroundings?: Surroundings): string => {
  const [first] = choices(marked, surroundings);
  if (first === undefined) return 'nothing to take';
  const edits = [{ span: first.span, newText: first.newText }, ...(first.additionalEdit === null ? [] : [first.additionalEdit])];
  return applyEdits(marked.replace('‸', ''), edits);
};

const list = '\n\n## References\n\n- Harbour Office (2025). *Freight Through the North Gate*.\n- Ruiz, A. and Okoye, B. (2024). *Trucks at night*.\n';
const numbered = '\n\n## References\n\n1. Harbour Office (2025). *Freight Through the North Gate*.\n2. Ruiz, A. and Okoye, B. (2024). *Trucks at night*.\n';

describe('where citations are offered', () => {
  it.each([
    ['after @', 'It grew @‸'],
    ['after [@', 'It grew [@‸]'],
    ['behind another key', 'It grew [see @ruiz2024; @h‸]'],
    ['in a source line', 'Source: Har‸'],
    ['behind another work of a source line', '**Sources:** Ruiz and Okoye (2024); ‸'],
  ])('%s', (_name, text) => {
    expect(labels(text)).not.toEqual([]);
  });

  it.each([
    ['in an e-mail address', 'Write to office@‸'],
    ['in plain words', 'It grew and ‸'],
    ['behind a closed bracket', 'It (Harbour Office, 2025) ‸'],
    ['in a bracket, where the brief cites by key', 'It grew [@ruiz2024], not much (H‸'],
    ['in a link, where the brief cites by key', 'It grew [@ruiz2024], see [the pa‸'],
  ])('not %s', (_name, text) => {
    expect(labels(text)).toEqual([]);
  });

  it('in a round bracket, where the brief cites by author and year', () => {
    expect(labels(`It grew (Ruiz and Okoye, 2024). It fell (H‸${list}`, {})).toEqual(['Harbour Office (2025)']);
  });
});

describe('what is found', () => {
  it.each([
    ['key', '[@harbour2025‸', '@harbour2025'],
    ['author', '[@okoye‸', '@ruiz2024'],
    ['title', '[@night‸', '@ruiz2024'],
    ['year', '[@2023‸', '@harbour2023'],
  ])('by %s', (_name, text, label) => {
    expect(labels(`It grew ${text}`)).toEqual([label]);
  });

  it('by acronym', () => {
    expect(labels('The Harbour Office (HO) counts. It grew [@ho‸')).toContain('@harbour2025');
    expect(labels('It grew [@who‸', { bib: '@book{x1, author = {{World Health Organization}}, title = {Water}, year = {2020}}\n@book{x2, author = {Poe, A}, title = {Fire}, year = {2020}}' })).toEqual(['@x1']);
  });

  it('in the order of keys before authors before titles', () => {
    expect(labels('It grew [@har‸', { bib: '@book{a, author = {Poe, A}, title = {Harvest}, year = {2020}}\n@book{b, author = {Hart, A}, title = {Fire}, year = {2020}}\n@book{harry, author = {Zoe, A}, title = {Ice}, year = {2020}}' })).toEqual(['@harry', '@b', '@a']);
  });

  it('has all that an editor filters by', () => {
    expect(choices('It grew [@ruiz‸')[0]?.filterText).toBe('@ruiz2024 Ruiz Okoye 2024 Trucks at Night');
  });

  it('is cut where it is too much, and says so', () => {
    const many = Array.from({ length: 150 }, (_, index) => `@book{k${String(index)}, author = {Poe, A}, title = {Fire}, year = {2020}}`).join('\n');
    const { brief, library, offset } = readCited('It grew [@k‸', { bib: many });
    const place = findCompletionPlace(brief.text, offset);
    const found = place && completeCitation(brief, library, place, 'apa');
    expect([found?.choices.length, found?.isCut]).toEqual([100, true]);
  });

  it('is described in full when asked for', () => {
    const { library } = readCited('It grew [@ruiz2024].', { bib });
    expect(describeChoice(library, 'ruiz2024', 'apa')).toContain('*Journal of Roads, 3*');
    expect(describeChoice(library, 'nobody', 'apa')).toBeUndefined();
  });
});

describe('what is put in', () => {
  it('is a key in brackets, or inside those that are there', () => {
    expect(taken('It grew @ruiz‸.')).toBe('It grew [@ruiz2024].');
    expect(taken('It grew [@ruiz‸].')).toBe('It grew [@ruiz2024].');
    expect(taken('It grew [see @harbour2025; @ruiz‸].')).toBe('It grew [see @harbour2025; @ruiz2024].');
  });

  it('has braces where the key needs them', () => {
    expect(taken('It grew [@odd‸].', { bib: '@book{odd/key/, author = {Poe, A}, title = {Fire}, year = {2020}}' })).toBe('It grew [@{odd/key/}].');
  });

  it('is author and year where the brief cites so, whatever was typed', () => {
    expect(taken(`It grew (Ruiz and Okoye, 2024). It fell [@harb‸].${list}`, {})).toContain('It fell (Harbour Office, 2025).');
    expect(taken(`It grew (Ruiz and Okoye, 2024). It fell @harb‸.${list}`, {})).toContain('It fell (Harbour Office, 2025).');
    expect(taken(`It grew (Ruiz and Okoye, 2024). It fell (Har‸).${list}`, {})).toContain('It fell (Harbour Office, 2025).');
    expect(taken(`It grew (Ruiz and Okoye, 2024; Har‸).${list}`, {})).toContain('It grew (Ruiz and Okoye, 2024; Harbour Office, 2025).');
  });

  it('is a number where the list has numbers', () => {
    expect(taken(`It grew [1]. It fell @ruiz‸.${numbered}`, {})).toContain('It fell [2].');
    expect(taken(`It grew [1]. It fell [ruiz‸].${numbered}`, {})).toContain('It fell [2].');
  });

  it('is the note that a work has', () => {
    expect(taken('It grew.[^1] It fell. @ruiz‸\n\n[^1]: Ruiz and Okoye (2024), p. 2.\n')).toContain('It fell. [^1]\n');
  });

  it('is a new note with the reference where it has none', () => {
    expect(taken('It grew.[^1] It fell @harbour2025‸\n\n[^1]: Ruiz and Okoye (2024), p. 2.\n')).toMatch(/It fell \[\^2\]\n\n\[\^1\]: Ruiz and Okoye \(2024\), p\. 2\.\n\[\^2\]: Harbour Office\.? \(2025\)/);
  });

  it('is the label of a note behind [^', () => {
    expect(taken('It grew.[^a]\n\nIt fell.[^‸]\n\n[^a]: Ruiz and Okoye (2024).\n')).toContain('It fell.[^a]');
  });

  it('is a key in a source line where the brief cites by key, else author and year', () => {
    expect(taken('It grew [@ruiz2024].\n\nSource: Har‸')).toContain('Source: [@harbour2025]');
    expect(taken(`It grew (Ruiz and Okoye, 2024).\n\nSource: Har‸${list}`, {})).toContain('Source: Harbour Office (2025)');
  });
});

describe('names of a body that a brief makes known', () => {
  it('find its works in that brief alone, and as soon as it does', () => {
    // One and the same entries, as an editor keeps them between keystrokes.
    const files = [parseBibliography('references.bib', bib)];
    const labelsIn = (marked: string): readonly string[] => {
      const { brief } = readCited(marked, { bib });
      const library = buildLibrary(brief, { files, unreadable: [], texts: new Map() }, []);
      const place = findCompletionPlace(brief.text, marked.indexOf('‸'));
      return place === undefined ? [] : completeCitation(brief, library, place, 'apa').choices.map(({ label }) => label);
    };
    expect(labelsIn('It grew [@hbo‸')).toEqual([]);
    expect(labelsIn('The Harbour Office (HBO) knows. It grew [@hbo‸')).toEqual(['@harbour2025', '@harbour2023']);
    expect(labelsIn('It grew [@hbo‸')).toEqual([]);
  });
});
