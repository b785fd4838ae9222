import { Parser } from 'htmlparser2';
import type { CslItem } from '../core/library/csl-references';

/** What a web page says of itself for reference managers and previews (Highwire, Dublin Core, Open Graph); null where it says nothing. */
export const readPageMetadata = (html: string): CslItem | null => {
  const values = metaOf(html);
  const first = (...names: readonly string[]): string | undefined => names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined);
  const title = first('citation_title', 'dc.title', 'dcterms.title', 'og:title');
  if (title === undefined) return null;
  const authors = values.get('citation_author') ?? values.get('dc.creator') ?? values.get('dcterms.creator');
  const date = first('citation_publication_date', 'citation_date', 'dc.date', 'dcterms.issued', 'dc.date.issued', 'article:published_time');
  const fields: readonly (readonly [string, unknown])[] = [
    ['type', first('citation_journal_title') === undefined ? 'webpage' : 'article-journal'],
    ['title', title],
    ['author', authors],
    // A time of day is more than a reference says.
    ['issued', date === undefined ? undefined : { raw: date.replace(/T.*$/s, '') }],
    ['container-title', first('citation_journal_title')],
    ['publisher', first('citation_publisher', 'citation_technical_report_institution', 'dc.publisher', 'dcterms.publisher', 'og:site_name')],
    ['DOI', first('citation_doi')],
  ];
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
};

const mostValues = 100;
const longestValue = 1000;

const metaOf = (html: string): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, string[]>();
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (tag !== 'meta') return;
      const name = (attributes['name'] ?? attributes['property'])?.toLowerCase();
      const value = attributes['content']?.trim();
      if (name === undefined || value === undefined || value === '') return;
      const list = values.get(name) ?? [];
      if (list.length < mostValues) list.push(value.slice(0, longestValue));
      values.set(name, list);
    },
  });
  parser.end(html);
  return values;
};
