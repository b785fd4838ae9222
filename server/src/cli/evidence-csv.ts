import Papa from 'papaparse';
import { leadsTo, verdictsOf, type SheetInput } from './evidence-sheets';

const columns = ['line', 'column', 'section', 'style', 'citation', 'author', 'year', 'locator', 'reference', 'leads to', 'title', 'file', 'source text', 'figures and quotations'];

/** One row a citation, for spreadsheets. What a spreadsheet would take for a formula gets an apostrophe before it. */
export const buildEvidenceCsv = ({ evidence, places }: SheetInput): string => {
  const byId = new Map(evidence.references.map((reference) => [reference.id, reference]));
  const rows = evidence.citations.map((citation) => {
    const { line, column } = places.placeOf(citation.start);
    const reference = byId.get(citation.reference ?? '');
    return [
      String(line),
      String(column),
      citation.section ?? '',
      citation.style,
      citation.text.replace(/\s+/g, ' '),
      citation.author ?? '',
      citation.year ?? '',
      citation.locator ?? '',
      citation.reference ?? '',
      leadsTo(citation),
      reference?.title ?? '',
      reference?.path ?? '',
      reference?.text?.path ?? '',
      verdictsOf(citation),
    ];
  });
  return `${Papa.unparse({ fields: columns, data: rows }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
};
