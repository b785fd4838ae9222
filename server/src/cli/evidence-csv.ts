import Papa from 'papaparse';
import { leadsTo, verdictsOf, whoseOf, type SheetInput } from './evidence-sheets';

const citationColumns = ['style', 'citation', 'author', 'year', 'locator', 'reference', 'leads to', 'title', 'file', 'source text', 'figures and quotations'];
const claimColumns = ['claim', 'kinds', 'cues', 'whose', 'status', 'rests on', 'sources on lines', 'probability', 'asked by'];
const columns = ['line', 'column', 'section', ...citationColumns, 'row', ...claimColumns];

/**
 * One row a citation, then one a claim, for spreadsheets; "row" says which. What a spreadsheet would take for a formula gets an apostrophe before it.
 */
export const buildEvidenceCsv = (input: SheetInput): string => {
  const rows = [...citationRows(input), ...claimRows(input)];
  return `${Papa.unparse({ fields: columns, data: rows }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
};

const citationRows = ({ evidence, places }: SheetInput): readonly (readonly string[])[] => {
  const byId = new Map(evidence.references.map((reference) => [reference.id, reference]));
  return evidence.citations.map((citation) => {
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
      'citation',
      ...claimColumns.map(() => ''),
    ];
  });
};

const claimRows = ({ evidence, text, places }: SheetInput): readonly (readonly string[])[] =>
  evidence.claims.map((claim) => {
    const { line, column } = places.placeOf(claim.start);
    const sourceLines = claim.citations.map((index) => String(places.placeOf(evidence.citations[index]?.start ?? 0).line));
    return [
      String(line),
      String(column),
      claim.section ?? '',
      ...citationColumns.map(() => ''),
      'claim',
      text.slice(claim.start, claim.end).replace(/\s+/g, ' '),
      claim.kinds.join(', '),
      claim.cues.join('; ').replace(/\s+/g, ' '),
      whoseOf(claim),
      claim.status,
      claim.basis ?? '',
      [...new Set(sourceLines)].join(', '),
      claim.probability === null ? '' : String(claim.probability),
      claim.rule ?? '',
    ];
  });
