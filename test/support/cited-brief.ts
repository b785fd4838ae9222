/** A brief with its library, as the doors would read them, from texts in a test. `‸` marks the cursor. */
import { readDocument } from '../../server/src/check';
import { buildLibrary } from '../../server/src/core/library/build-library';
import type { Library } from '../../server/src/core/library/library';
import { ownReferences } from '../../server/src/core/library/own-references';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import type { Passage, SourceText } from '../../server/src/core/library/source-text';
import type { Brief } from '../../server/src/core/model/brief';
import { toLayer } from '../../server/src/settings';

export interface CitedBrief {
  readonly brief: Brief;
  readonly library: Library;
  readonly offset: number;
}

export interface Surroundings {
  /** Contents of `references.bib`; without it there is no bibliography. */
  readonly bib?: string;
  /** By reference id. */
  readonly texts?: Readonly<Record<string, SourceText>>;
}

export const readCited = (marked: string, { bib, texts = {} }: Surroundings = {}): CitedBrief => {
  const offset = Math.max(0, marked.indexOf('‸'));
  const text = marked.replace('‸', '');
  const { brief } = readDocument({ text, layers: bib === undefined ? [] : [toLayer('editor', { bibliography: 'references.bib' })] });
  const files = bib === undefined ? [] : [parseBibliography('references.bib', bib)];
  return { brief, library: buildLibrary(brief, { files, unreadable: [], texts: new Map(Object.entries(texts)) }, ownReferences(brief)), offset };
};

/** A text file of one line a passage, or a PDF of one page a passage. */
export const sourceText = (path: string, lines: readonly string[]): SourceText => {
  const isPdf = path.endsWith('.pdf');
  const passages = lines.map((text, index): Passage => ({ text, page: isPdf ? index + 1 : null, line: isPdf ? null : index + 1 }));
  return { path, format: isPdf ? 'pdf' : 'text', passages, problem: null };
};

export const bib = `@report{harbour2025,
  author = {{Harbour Office}},
  title = {Freight Through the North Gate},
  institution = {Harbour Office},
  year = {2025},
  url = {https://harbour.example/freight}
}

@article{ruiz2024,
  author = {Ruiz, Ana and Okoye, Ben},
  title = {Trucks at Night},
  journal = {Journal of Roads},
  volume = {3},
  doi = {10.1234/roads.3},
  year = {2024}
}

@report{harbour2023,
  author = {{Harbour Office}},
  title = {Annual Report},
  year = {2023}
}
`;
