import { describe, expect, it } from 'vitest';
import { buildReference } from '../../server/src/core/library/build-reference';
import { buildLibrary, emptyInputs } from '../../server/src/core/library/build-library';
import type { Library, Resolution } from '../../server/src/core/library/library';
import { ownReferences } from '../../server/src/core/library/own-references';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import type { Reference } from '../../server/src/core/library/reference';
import { buildBrief } from '../../server/src/core/model/build-brief';
import type { Brief } from '../../server/src/core/model/brief';

const load = (text: string, bib = ''): { readonly brief: Brief; readonly library: Library } => {
  const brief = buildBrief(text, { hasBibliography: bib !== '' });
  const files = bib === '' ? [] : [parseBibliography('references.bib', bib)];
  return { brief, library: buildLibrary(brief, { ...emptyInputs, files }, ownReferences(brief)) };
};

const show = (resolution: Resolution): string => {
  const nameOf = ({ id, title }: Reference): string => (id.startsWith('list:') ? (title ?? id) : id);
  switch (resolution.kind) {
    case 'found':
      return nameOf(resolution.reference) + (resolution.yearDiffers ? ' (another year)' : '');
    case 'ambiguous':
      return `either ${resolution.references.map(nameOf).join(' or ')}`;
    case 'missing':
      return resolution.nearest.length > 0 ? `missing, near ${resolution.nearest.map(nameOf).join(' or ')}` : 'missing';
    case 'not-listed':
      return 'not listed';
  }
};

/** What the works of a text lead to, in order. */
const resolved = (text: string, bib?: string): readonly string[] => {
  const { brief, library } = load(text, bib);
  return [...brief.citations, ...brief.footnotes.flatMap(({ citations }) => citations)].flatMap(({ works }) => works.map((work) => show(library.resolve(work))));
};

const bib = `
@report{harbour2024, author = {{Harbour Safety Agency}}, title = {Ships and wrecks}, year = {2024}}
@book{berg2019, author = {van der Berg, Ana and Łukasz, Piotr}, title = {Tides}, year = {2019}, doi = {10.1000/tides}}
@article{okafor2021, author = {Okafor, Ngozi}, title = {On fish}, year = {2021}, url = {https://fish.example/on}}
`;

describe('keys', () => {
  it.each<[string, readonly string[]]>([
    ['It fell [@harbour2024].', ['harbour2024']],
    ['It fell [see @harbour2024, p. 4; also @berg2019, ch. 2 and passim].', ['harbour2024', 'berg2019']],
    ['The agency says so [-@harbour2024].', ['harbour2024']],
    ['@berg2019 says so.', ['berg2019']],
    ['@berg2019 [p. 3] says so.', ['berg2019']],
    ['It fell [@{harbour2024}].', ['harbour2024']],
    ['It fell.^[See @berg2019.]', ['berg2019']],
    ['It fell.[^1]\n\n[^1]: As in @okafor2021.', ['not listed', 'okafor2021']],
    ['It fell [@harbor2024].', ['missing, near harbour2024']],
    ['It fell [@Harbour2024].', ['missing, near harbour2024']],
    ['It fell [@nothing-like-it].', ['missing']],
  ])('%s', (text, expected) => {
    expect(resolved(text, bib)).toEqual(expected);
  });

  it('knows works of the front matter', () => {
    const front = '---\nreferences:\n  - id: tolls\n    title: Tolls\n    author:\n      - family: Ekdal\n        given: Mona\n    issued: 2022\n---\n\n';
    expect(resolved(`${front}It fell [@tolls], says Ekdal (2022).`)).toEqual(['tolls', 'tolls']);
  });
});

const list = `

## References

- Harbour Safety Agency (HSA) (2024). *Ships and wrecks*. Port Ellis.
- Ministry of Ports and Fisheries (2023). *Landing fees*. Port Ellis.
- van der Berg, A. and Łukasz, P. (2019). *Tides and quays*. Delta Press.
- Okafor, N. (2021a). *On fish*. Delta Press.
- Okafor, N. (2021b). *On nets*. Delta Press.
- Núñez, J., Ekdal, M. and Roy, P. (2020). *Small boats*. Delta Press.
- Roy, P. (n.d.). *Old maps*. Delta Press.
- Ekdal, M. (forthcoming). *New maps*. Delta Press.
- Harbour Mission (no date). *Shelter for crews*. Port Ellis.
- Ekdal, R., Jr. (2017). *Cranes*. Delta Press.
- Roy, P. (1902/1990). *Piers*. Delta Press.
- van ’t Veer, J. (2015). *Salt*. Delta Press.
- Kenya, Ministry of Ports (2018). *Berths*. Port Ellis.
- Sindh, Government of (2016). *Canals*. Port Ellis.
- World Bank (2024). *Water review*. Washington, DC.
- Statistics Office (2022). *Fishing survey 2020-21*. Port Ellis. https://stats.example/fish
`;

describe('author and year', () => {
  it.each<[string, readonly string[]]>([
    ['Wrecks fell (Harbour Safety Agency, 2024).', ['Ships and wrecks']],
    ['Wrecks fell (HSA, 2024).', ['Ships and wrecks']],
    ['Wrecks fell, says the Harbour Safety Agency (2024).', ['Ships and wrecks']],
    ['The Ministry of Ports & Fisheries (2023) sets the fee.', ['Landing fees']],
    ['Fees rose (MoPF, 2023).', ['Landing fees']],
    ['Fees rose (World Bank, 2024; Ministry of Ports and Fisheries, 2023).', ['Water review', 'Landing fees']],
    ['Tides matter (van der Berg and Łukasz, 2019).', ['Tides and quays']],
    ['Tides matter (Berg & Lukasz, 2019).', ['Tides and quays']],
    ['Van der Berg (2019) argues that tides matter.', ['Tides and quays']],
    ['Boats are small (Núñez et al., 2020).', ['Small boats']],
    ['Boats are small (Nunez, Ekdal and Roy, 2020: 17).', ['Small boats']],
    ['Fish are wet (Okafor, 2021a, p. 3).', ['On fish']],
    ['Fish are wet (Okafor, 2021a, 2021b).', ['On fish', 'On nets']],
    ['Fish are wet (Okafor, 2021).', ['either On fish or On nets']],
    ['Maps are old (Roy, n.d.).', ['Old maps']],
    ['Maps are new (Ekdal, forthcoming).', ['New maps']],
    ['Maps are new (Ekdal, in press).', ['New maps']],
    ['Maps are new (Ekdal, submitted).', ['New maps']],
    ['Crews are safe, says Harbour Mission (n.d.).', ['Shelter for crews']],
    ['Cranes are tall, says Ekdal Jr. (2017).', ['Cranes']],
    ['Cranes are tall (Ekdal, 2017).', ['Cranes']],
    ['Berths are full (Kenya, Ministry of Ports, 2018), says the Ministry of Ports (2018).', ['Berths', 'Berths']],
    ['Canals leak (Sindh, Government of, 2016), says the Government of Sindh (2016).', ['Canals', 'Canals']],
    ['Piers rot (Roy, 1902/1990), as van ’t Veer (2015) says (Veer, 2015).', ['Piers', 'Salt', 'Salt']],
    ['Tides matter (see van der Berg and Łukasz, 2019, esp. ch. 2).', ['Tides and quays']],
    ['Fish are wet (Statistics Office, 2012, cited in World Bank, 2024).', ['missing, near Fishing survey 2020-21', 'Water review']],
    ['Fishing pays (Statistics Office, Fishing Survey, 2020-21).', ['Fishing survey 2020-21']],
    ['Fees rose (Ministry of Ports and Fisheries, 2024).', ['Landing fees (another year)']],
    ['Fees rose (Ministry of Ports and Fisheries, 2011).', ['missing, near Landing fees']],
    ['Fees rose (Ministry of Ports and Fisheries, 2023; 2024).', ['Landing fees', 'missing, near Landing fees']],
    ['Fish are wet (Okafer, 2021).', ['missing, near On fish or On nets']],
    ['Boats are small (Núñez and Okafor, 2020).', ['missing, near Small boats']],
    ['Output fell (Harbour Council, 2024).', ['missing']],
  ])('%s', (text, expected) => {
    expect(resolved(text + list)).toEqual(expected);
  });

  it('resolves source lines with several works', () => {
    const table = '| Year | Ships |\n| --- | --- |\n| 2024 | 12 |\n\nSources: HSA (2024), World Bank (2024); Statistics Office, Fishing Survey 2020-21, Table 3.';
    expect(resolved(table + list)).toEqual(['Ships and wrecks', 'Water review', 'Fishing survey 2020-21']);
  });

  it('finds a work by its address', () => {
    expect(resolved(`See [the survey](https://www.stats.example/fish/).${list}`)).toEqual(['Fishing survey 2020-21']);
    expect(resolved('See https://doi.org/10.1000/tides and [here](https://other.example).', bib)).toEqual(['berg2019', 'not listed']);
  });

  it('asks nothing of a brief without a list', () => {
    expect(resolved('Wrecks fell (Harbour Safety Agency, 2024).')).toEqual(['not listed']);
  });

  it('takes an entry of the list and one of a file for one work', () => {
    const { brief, library } = load(`Wrecks fell (Harbour Safety Agency, 2024).\n\n## References\n\n- Harbour Safety Agency (2024). *Ships and wrecks*.\n`, bib);
    const [work] = brief.citations[0]?.works ?? [];
    expect(work && library.resolve(work).kind).toBe('found');
    expect(library.references.filter(({ title }) => title === 'Ships and wrecks').map((reference) => library.usesOf(reference).length)).toEqual([1, 1]);
  });
});

describe('numbers', () => {
  it('point into a numbered list', () => {
    const numbered = '\n\n## References\n\n1. Okafor, N. (2021). *On fish*. Delta Press.\n2. World Bank (2024). *Water review*. Washington, DC.\n';
    expect(resolved(`Fish are wet [1]. So is water [1, 2], or not [7].${numbered}`)).toEqual(['On fish', 'On fish', 'Water review', 'missing']);
    expect(resolved(`Fish are wet [1, p. 12]. So is water.<sup>2</sup> And rain.^1^${numbered}`)).toEqual(['On fish', 'Water review', 'On fish']);
  });
});

describe('the reference of a work', () => {
  const found = (text: string, source = ''): readonly unknown[] => {
    const { brief, library } = load(text, source);
    const work = brief.citations[0]?.works[0];
    if (work === undefined) throw new Error('no citation');
    return [library.referenceOf(work)?.id, library.exactReferenceOf(work)?.id, library.referencesOf(work).map(({ id }) => id)];
  };
  const entries = '@book{moss2020, author = {Moss, Ida}, title = {Tides}, year = {2020}}\n@book{dahl2019, author = {Dahl, Per}, title = {Reefs}, year = {2019}}\n@book{dahl2019b, author = {Dahl, Per}, title = {Dunes}, year = {2019}}\n';

  it('is one with its year, one with another year, several, or none', () => {
    expect(found('It rose [@moss2020].', entries)).toEqual(['moss2020', 'moss2020', ['moss2020']]);
    expect(found('It rose (Moss, 2021).', entries)).toEqual(['moss2020', undefined, ['moss2020']]);
    expect(found('It rose (Dahl, 2019).', entries)).toEqual([undefined, undefined, ['dahl2019', 'dahl2019b']]);
    expect(found('It rose (Okafor, 2019).', entries)).toEqual([undefined, undefined, []]);
  });
});

describe('a long list', () => {
  const initials = 'ABCDEFGHIJKLMNOPQRST';
  const nameOf = (i: number): string => `${initials.charAt(i % 20)}${['en', 'or', 'ast', 'ul', 'ing'][i % 5] ?? ''}${['berg', 'man', 'sen', 'ova'][i % 4] ?? ''}${['a', 'e', 'i', 'o', 'u'][Math.floor(i / 20) % 5] ?? ''}${initials.charAt(Math.floor(i / 100) % 20).toLowerCase()}`;

  /** Counts how often entries are looked at. */
  const makeReferences = (count: number, look: () => void): readonly Reference[] =>
    Array.from({ length: count }, (_, i) => {
      const plain = buildReference({ id: `${nameOf(i).toLowerCase()}${String(1990 + (i % 36))}`, format: 'bibtex', path: 'references.bib', span: { start: i * 10, end: i * 10 + 9 }, keySpan: null }, {});
      const authors = [{ family: nameOf(i), given: 'A.', isBody: false }];
      return {
        ...plain,
        title: `Work number ${String(i)} on harbours`,
        year: String(1990 + (i % 36)),
        get authors() {
          look();
          return authors;
        },
      };
    });

  const makeText = (count: number): string => Array.from({ length: count }, (_, i) => `Claim ${String(i)} holds (${nameOf(i * 7)}, ${String(1990 + ((i * 7 + (i % 3)) % 36))}) [@${nameOf(i * 3).toLowerCase()}x].`).join('\n\n');

  it('looks at each entry a few times, however many there are', () => {
    const looks = (citations: number, entries: number): number => {
      let count = 0;
      const brief = buildBrief(makeText(citations), { hasBibliography: true });
      const library = buildLibrary(brief, emptyInputs, makeReferences(entries, () => (count += 1)));
      for (const { works } of brief.citations) for (const work of works) show(library.resolve(work));
      return count;
    };
    const [few, many] = [looks(50, 500), looks(50, 2000)];
    expect(many).toBeLessThan(few * 4.5);
    expect(looks(200, 500) - few).toBeLessThan(150 * 40);
  });
});
