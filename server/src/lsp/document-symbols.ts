import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { buildOutline, type OutlineEntry } from '../core/features/outline';
import type { CheckedDocument } from './checked-document';

export const buildDocumentSymbols = (document: CheckedDocument): DocumentSymbol[] => {
  const { brief, converter } = document;
  if (brief === null) return [];
  const toSymbol = (entry: OutlineEntry): DocumentSymbol => ({
    name: entry.name,
    kind: kinds[entry.kind],
    range: converter.toRange(entry.span),
    selectionRange: converter.toRange(entry.nameSpan),
    children: entry.children.map(toSymbol),
  });
  return buildOutline(brief).map(toSymbol);
};

/** For clients that know no tree. */
export const buildFlatSymbols = (document: CheckedDocument): SymbolInformation[] => {
  const flatten = (symbols: readonly DocumentSymbol[]): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children = [] }) => [{ name, kind, location: { uri: document.uri, range } }, ...flatten(children)]);
  return flatten(buildDocumentSymbols(document));
};

/** `String` is what VS Code's own Markdown outline gives a heading. */
const kinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = { section: SymbolKind.String, table: SymbolKind.Array };
