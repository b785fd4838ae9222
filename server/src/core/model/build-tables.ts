import { findPriceBases } from '../text/price-basis';
import { readCellQuantities } from '../text/quantities';
import type { Citation } from '../text/citation';
import type { PriceBasis, Quantity } from '../text/quantity';
import type { Heading, MetadataValue, TableBlock, TableCell } from './brief';
import type { TableDraft } from './drafts';
import type { Prose } from './prose';
import type { FactCache } from './fact-cache';
import { unitWordsIn } from './figures/cell-value';
import { placeFacts, placeQuantity, type ProseOptions } from './prose-facts';

export interface TablePlace {
  readonly index: number;
  readonly section: number;
  readonly caption: MetadataValue | null;
  readonly headingAbove: Heading | null;
}

/** The table without what its neighbours say; `sourceLines` and `notes` are found when all blocks are there. */
export function buildTable(draft: TableDraft, place: TablePlace, cache: FactCache, options: ProseOptions): TableBlock {
  const caption = draft.caption?.text.trim() ? { value: draft.caption.text.trim(), span: draft.caption.toSourceSpan({ start: 0, end: draft.caption.text.length }) } : place.caption;
  const heads = draft.head.map((prose) => prose.text);
  const head = draft.head.map((prose, column) => cellOf(prose, -1, column, []));
  const captionUnit = unitInTitle(caption?.value ?? '');
  const captionPrices = priceBasisOf(caption?.value ?? '');
  const headPrices = heads.map(priceBasisOf);
  const rows = draft.rows.map((row, rowIndex) => {
    const stub = row[0]?.text ?? '';
    return row.map((prose, column) => {
      const context = { unit: unitOf(heads[column] ?? '') ?? unitInTitle(stub) ?? captionUnit, when: yearOf(heads[column] ?? '') ?? yearOf(stub) ?? yearOf(caption?.value ?? ''), priceBasis: headPrices[column] ?? priceBasisOf(stub) ?? captionPrices, style: options.numberStyle };
      return cellOf(prose, rowIndex, column, column === 0 && heads.length > 1 ? [] : readCellQuantities(prose.text, context));
    });
  });
  const citations: Citation[] = [];
  for (const prose of [...draft.head, ...draft.rows.flat()]) citations.push(...placeFacts(prose, cache.factsOf(prose.text, options)).citations);
  return { kind: 'table', index: place.index, section: place.section, span: draft.span, syntax: draft.syntax, head, rows, caption, headingAbove: place.headingAbove, sourceLines: [], citations, notes: [] };
}

function cellOf(prose: Prose, row: number, column: number, quantities: readonly Quantity[]): TableCell {
  const lead = prose.text.length - prose.text.trimStart().length;
  const span = prose.toSourceSpan({ start: lead, end: Math.max(lead, prose.text.trimEnd().length) });
  return { span, text: prose.text.trim(), row, column, quantities: quantities.map((quantity) => placeQuantity(quantity, prose.toSourceSpan)) };
}

const priceBasisOf = (text: string): PriceBasis | null => {
  const mark = findPriceBases(text)[0];
  return mark ? { kind: mark.kind, year: mark.year, text: mark.text } : null;
};

const unitPattern = /%|\bper\s?cent\b|\bpercent(?:age)?\b(?! points?)/i;
const unitWordPattern = /(?<![\p{L}\p{N}])(US\$|USD|EUR|GBP|PKR|INR|Rs\.?|km|ha|tonnes?|MW|GWh|TWh|MtCO2e?|years?|days?|hours?)(?![\p{L}\p{N}])/u;

/** The unit that a head gives its cells: "Share (%)", "Exports, USD million". */
export function unitOf(text: string): string | null {
  if (unitPattern.test(text)) return '%';
  return unitWordPattern.exec(text)?.[1]?.replace(/\.$/, '') ?? null;
}

/** That of a stub or title, whose running text gives none: "Lowering the rate to 6%", "Costs over ten years". */
const unitInTitle = (text: string): string | null => {
  for (const words of unitWordsIn(text)) {
    const unit = /\d/.test(words.replace(/(?<!\d)(?:1[,. ]?)?000s?\b/u, '')) ? null : unitOf(words);
    if (unit !== null) return unit;
  }
  return null;
};

export const yearOf = (text: string): string | null => /\b(?:FY\s?)?((?:19|20)\d\d(?:[-–/](?:\d{4}|\d\d))?)\b/.exec(text)?.[0] ?? null;
