import type { Brief } from '../model/brief';
import { readYamlReferences } from './csl-yaml';
import type { BibliographyProblem, Reference } from './reference';

/** Works under `references:` in the front matter of a brief. What is wrong with its YAML, front matter says itself. */
export function frontMatterReferences(brief: Brief): { readonly references: readonly Reference[]; readonly problems: readonly BibliographyProblem[] } {
  const span = brief.metadata.frontMatter?.keySpans.get('references');
  if (span === undefined) return { references: [], problems: [] };
  return readYamlReferences(brief.text.slice(span.start, span.end), span.start, { format: 'front-matter', path: null });
}
