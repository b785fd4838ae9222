import { parseBibtex } from './bibtex-references';
import { parseCslJson } from './csl-json';
import { parseCslYaml } from './csl-yaml';
import type { Bibliography, BibliographyFormat } from './reference';
import { parseRis } from './ris';

/**
 * Reads a bibliography file of any format. Never throws: an entry that cannot be read is a problem at its place, and all others stand.
 * Spans are offsets into `text`; two entries with one key are both kept.
 */
export function parseBibliography(path: string, text: string): Bibliography {
  switch (formatOfPath(path) ?? sniffFormat(text)) {
    case 'bibtex':
      return parseBibtex(path, text);
    case 'csl-json':
      return parseCslJson(path, text);
    case 'csl-yaml':
      return parseCslYaml(path, text);
    case 'ris':
      return parseRis(path, text);
  }
}

const FORMATS: ReadonlyMap<string, BibliographyFormat> = new Map([
  ['bib', 'bibtex'],
  ['bibtex', 'bibtex'],
  ['biblatex', 'bibtex'],
  ['json', 'csl-json'],
  ['yaml', 'csl-yaml'],
  ['yml', 'csl-yaml'],
  ['ris', 'ris'],
]);

/** By the ending of its name; null for endings that say nothing. */
export const formatOfPath = (path: string): BibliographyFormat | null => FORMATS.get(/\.([A-Za-z]{2,8})$/u.exec(path)?.[1]?.toLowerCase() ?? '') ?? null;

function sniffFormat(text: string): BibliographyFormat {
  const head = text.slice(0, 4000).replace(/^\uFEFF/u, '').trimStart();
  if (/^(?:[[{]|\/[/*])/u.test(head)) return 'csl-json';
  if (/^[ \t]{0,4}TY[ \t]{1,4}-/mu.test(head)) return 'ris';
  if (/^[ \t]*@[ \t]*[A-Za-z]{2,30}\s{0,20}[{(]/mu.test(head)) return 'bibtex';
  return /^(?:---|references:|-[ \t]+\w[\w-]{0,40}:)/u.test(head) ? 'csl-yaml' : 'bibtex';
}
