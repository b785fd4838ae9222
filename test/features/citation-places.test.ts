import { describe, expect, it } from 'vitest';
import { findDefinitions, findHighlights } from '../../server/src/core/features/citation-places';
import { findSourceLinks } from '../../server/src/core/features/source-links';
import { bib, readCited, sourceText, type Surroundings } from '../support/cited-brief';

const slices = (text: string, spans: readonly { readonly start: number; readonly end: number }[]): readonly string[] => spans.map(({ start, end }) => text.slice(start, end));

const definitions = (marked: string, surroundings: Surroundings = { bib }): readonly string[] => {
  const { brief, library, offset } = readCited(marked, surroundings);
  return findDefinitions(brief, library, offset).map(({ name }) => `${name.path ?? 'brief'}: ${(name.path === null ? brief.text : (surroundings.bib ?? '')).slice(name.span.start, name.span.end)}`);
};

const highlights = (marked: string, surroundings: Surroundings = { bib }): readonly string[] => {
  const { brief, library, offset } = readCited(marked, surroundings);
  return slices(brief.text, findHighlights(brief, library, offset).map(({ span }) => span));
};

const list = '\n\n## References\n\n- Lee, K. (2021). *Gates of the north*. Port Press.\n';

describe('definitions', () => {
  it('lead from a key to its entry', () => {
    expect(definitions('It grew [@ruiz‸2024].')).toEqual(['references.bib: ruiz2024']);
  });

  it('lead from author and year to the bibliography, or to the brief’s own list', () => {
    expect(definitions('It grew (Harbour ‸Office, 2023).')).toEqual(['references.bib: harbour2023']);
    expect(definitions(`It grew (Lee‸, 2021).${list}`, {})).toEqual(['brief: Lee, K. (2021). *Gates of the north*. Port Press.']);
  });

  it('lead from a note’s mark to the note', () => {
    expect(definitions('It grew.[^‸1]\n\n[^1]: See the annex.\n')).toEqual(['brief: [^1]']);
  });

  it('lead from a key in `nocite` to its entry', () => {
    expect(definitions('---\nnocite: "@ruiz‸2024"\n---\n\nIt grew.\n')).toEqual(['references.bib: ruiz2024']);
    expect(definitions('---\nnocite: "@nobody‸"\n---\n\nIt grew.\n')).toEqual([]);
  });

  it('are none for what leads nowhere', () => {
    expect(definitions('It grew [@nobody‸].')).toEqual([]);
    expect(definitions('It gr‸ew [@ruiz2024].')).toEqual([]);
  });
});

describe('highlights', () => {
  it('are where `nocite` names a work as well', () => {
    expect(highlights('---\nnocite: "@ruiz2024; @harbour2025"\n---\n\nIt grew [@ruiz‸2024].\n')).toEqual(['@ruiz2024', '[@ruiz2024]']);
  });

  it('are all uses of a work, however it is named, and its entry in the brief', () => {
    expect(highlights('It grew [@ruiz‸2024]. Ruiz and Okoye (2024) agree [@harbour2025; @ruiz2024].')).toEqual(['[@ruiz2024]', 'Ruiz and Okoye (2024)', '@ruiz2024']);
    expect(highlights(`It grew (Lee, 2021).${list.replace('Lee', 'L‸ee')}`, {})).toEqual(['(Lee, 2021)', 'Lee, K. (2021). *Gates of the north*. Port Press.']);
  });

  it('are all marks of a note', () => {
    expect(highlights('It grew.[^‸a] It fell.[^a]\n\n[^a]: See the annex.\n')).toEqual(['[^a]', '[^a]', '[^a]']);
  });
});

describe('links', () => {
  it('lead from an identifier to its address, without the stop behind it', () => {
    const { brief, library } = readCited('See doi:10.1234/a(b)c.5, and DOI 10.99999/xyz). Not https://doi.org/10.1234/q.\n');
    expect(findSourceLinks(brief, library).map((link) => (link.kind === 'web' ? link.address : ''))).toEqual(['https://doi.org/10.1234/a(b)c.5', 'https://doi.org/10.99999/xyz']);
  });

  it('lead from a page to that page of the source', () => {
    const { brief, library } = readCited('It grew [@ruiz2024, p. 2] and (Harbour Office, 2025, p. 9).', { bib, texts: { ruiz2024: sourceText('sources/ruiz2024.pdf', ['One', 'Two', 'Three']) } });
    const links = findSourceLinks(brief, library);
    expect(slices(brief.text, links.map(({ span }) => span))).toEqual(['p. 2']);
    expect(links.map((link) => (link.kind === 'passage' ? link.passage.text : ''))).toEqual(['Two']);
  });
});
