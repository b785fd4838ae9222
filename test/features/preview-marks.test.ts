import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { findPreviewMarks, type PreviewMarkKind, type PreviewMarks } from '../../server/src/core/features/preview-marks';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import { toLayer } from '../../server/src/settings';
import { bib } from '../support/cited-brief';

const marksOf = (text: string, bibliography?: string): PreviewMarks => {
  const layers = bibliography === undefined ? [] : [toLayer('editor', { bibliography: 'references.bib' })];
  const files = bibliography === undefined ? [] : [parseBibliography('references.bib', bibliography)];
  const { brief, library, findings, settings } = checkDocument({ text, layers, today: null, library: { files, unreadable: [], texts: new Map() } });
  return findPreviewMarks({ brief, library, findings, style: settings.citationStyle });
};

const shown = (text: string, kinds: readonly PreviewMarkKind[], bibliography?: string): readonly (readonly [string, string])[] =>
  marksOf(text, bibliography)
    .marks.filter(({ kind }) => kinds.includes(kind))
    .map(({ span, message }) => [text.slice(span.start, span.end), message]);

const citations: readonly PreviewMarkKind[] = ['citation', 'unresolved'];

describe('citations in a preview', () => {
  it('show the reference of a key, each work its own', () => {
    expect(shown('Lorries come at night [@ruiz2024, p. 4; @harbour2025]. As @harbour2023 says.', citations, bib)).toEqual([
      ['@ruiz2024', 'Ruiz, A., & Okoye, B. (2024). Trucks at Night. Journal of Roads, 3. https://doi.org/10.1234/roads.3'],
      ['@harbour2025', 'Harbour Office (2025). Freight Through the North Gate. https://harbour.example/freight'],
      ['@harbour2023', 'Harbour Office (2023). Annual Report.'],
    ]);
  });

  it('show the reference of author and year, of a number and of a source line', () => {
    const list = '\n\n## References\n\n1. Harbour Office (2025). *Freight*. Harbour Office.\n2. Okoye, B. (2023). *Trucks*. Press.\n';
    const marks = marksOf(`Half come at night [1]. Most are empty (Okoye, 2023).\n\nSource: Harbour Office (2025).${list}`);
    expect(marks.marks.filter(({ kind }) => kind === 'citation').map(({ message, entry }) => [message, entry])).toEqual([
      ['Harbour Office (2025). Freight. Harbour Office.', 0],
      ['Okoye, B. (2023). Trucks. Press.', 1],
      ['Harbour Office (2025). Freight. Harbour Office.', 0],
    ]);
    expect(marks.entries).toHaveLength(2);
  });

  it('show what a note says, with the reference that it names', () => {
    expect(shown('Half come at night.[^1] Most are empty.[^2]\n\n[^1]: See [@ruiz2024], with the map.\n[^2]: Counted at the gate.\n', citations, bib)).toEqual([
      ['[^1]', 'See [@ruiz2024], with the map.\nRuiz, A., & Okoye, B. (2024). Trucks at Night. Journal of Roads, 3. https://doi.org/10.1234/roads.3'],
      ['[^2]', 'Counted at the gate.'],
      ['[@ruiz2024]', 'Ruiz, A., & Okoye, B. (2024). Trucks at Night. Journal of Roads, 3. https://doi.org/10.1234/roads.3'],
    ]);
  });

  it('say that the year is another one', () => {
    expect(shown('Lorries come at night (Ruiz and Okoye, 2023).', citations, bib)[0]?.[1]).toMatch(/\nThe text has 2023, the entry has 2024$/);
  });

  it('say of those that lead nowhere what the findings say, wherever the work is cited', () => {
    expect(shown('Half come at night [@ruiz2042].', citations, bib)).toEqual([['[@ruiz2042]', 'No entry has the key "ruiz2042", the nearest is "ruiz2024"']]);
    const text = 'Half come at night (Mora, 2021). Most are empty (Mora, 2021).[^x]\n\n## References\n\n- Okoye, B. (2023). *Trucks*. Press.\n';
    expect(shown(text, citations)).toEqual([
      ['(Mora, 2021)', 'The reference list has no "Mora (2021)", cited 2 times'],
      ['(Mora, 2021)', 'The reference list has no "Mora (2021)", cited 2 times'],
      ['[^x]', 'No note has the label "x"'],
    ]);
  });

  it.each(['As the Roads Act (2019) says, lorries keep left.', 'Half come at night (own calculations).', 'Half come at night ([Office](https://office.example)).', 'Half come at night (Mora, 2021).'])(
    'have none where there is nothing to look up: %s',
    (text) => {
      expect(shown(text, citations)).toEqual([]);
    },
  );
});

describe('claims and figures in a preview', () => {
  it('mark the sentence that is asked about', () => {
    expect(shown('The North Gate handled 52% of all freight in 2024. The board meets in May.', ['unsourced'])).toEqual([
      ['The North Gate handled 52% of all freight in 2024.', expect.stringContaining('52%')],
    ]);
  });

  it('mark nothing that a comment has set aside', () => {
    expect(shown('<!-- brieflint-disable-next-line unsourced-statistic -- agreed -->\nThe North Gate handled 52% of all freight in 2024.', ['unsourced'])).toEqual([]);
  });

  it('mark both of two figures that contradict each other, each from its own side', () => {
    const text = '# Gate\n\n## Summary\n\nUnemployment was 6.3% in 2024 [@ruiz2024].\n\n## Problem\n\nUnemployment was 8.5% in 2024 [@ruiz2024].\n';
    expect(shown(text, ['conflict'], bib).map(([words]) => words)).toEqual(['6.3%', '8.5%']);
    for (const [words, message] of shown(text, ['conflict'], bib)) expect(message).toMatch(new RegExp(`^${words} here, `));
  });
});

it('marks come in order, the wider first', () => {
  const { marks } = marksOf('Half of all lorries, 52%, come at night (Mora, 2021).\n\nThe gate handled 52% of freight in 2024.\n');
  expect(marks.map(({ span }) => span.start)).toEqual(marks.map(({ span }) => span.start).sort((a, b) => a - b));
});
