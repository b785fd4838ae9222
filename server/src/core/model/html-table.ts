import { Parser } from 'htmlparser2';
import type { Span } from '../text/span';
import type { TableDraft } from './drafts';
import { proseOfPieces, type Prose } from './prose';

interface Row {
  isHead: boolean;
  readonly cells: Prose[];
}

/** An HTML table as exporters write it: cells in order, without regard to spans; nested tables run into their cell. */
export function readHtmlTable(source: string, span: Span): TableDraft {
  const rows: Row[] = [];
  let caption: Prose | null = null;
  let pieces: Span[] = [];
  let isHeadSection = false;
  let open: 'cell' | 'caption' | null = null;
  let cellStart = span.start;

  const finishCell = (at: number): void => {
    if (open === 'cell') rows.at(-1)?.cells.push(proseOfPieces(source, pieces, cellStart));
    else if (open === 'caption') caption = proseOfPieces(source, pieces, cellStart);
    open = null;
    pieces = [];
    cellStart = at;
  };
  const parser: Parser = new Parser(
    {
      onopentag(name) {
        const at = span.start + parser.endIndex + 1;
        if (name === 'thead') isHeadSection = true;
        else if (name === 'tr') {
          finishCell(at);
          rows.push({ isHead: isHeadSection, cells: [] });
        } else if (name === 'td' || name === 'th' || name === 'caption') {
          finishCell(at);
          const row = rows.at(-1);
          if (name === 'th' && row && rows.length === 1) row.isHead = true;
          if (name !== 'caption' && !row) rows.push({ isHead: false, cells: [] });
          open = name === 'caption' ? 'caption' : 'cell';
          cellStart = at;
        }
      },
      ontext() {
        if (open) pieces.push({ start: span.start + parser.startIndex, end: span.start + parser.endIndex + 1 });
      },
      onclosetag(name) {
        const at = span.start + parser.startIndex;
        if (name === 'thead') isHeadSection = false;
        if (name === 'td' || name === 'th' || name === 'caption' || name === 'tr') finishCell(at);
      },
    },
    { decodeEntities: false },
  );
  parser.write(source.slice(span.start, span.end));
  parser.end();

  const filled = rows.filter((row) => row.cells.length > 0);
  const head = filled.find((row) => row.isHead);
  return { kind: 'table', span, syntax: 'html', head: head?.cells ?? [], rows: filled.filter((row) => row !== head).map((row) => row.cells), caption };
}
