/** "The six districts in Table 2" against the rows of Table 2. */
import type { Brief, Sentence, TableBlock } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { spanOf } from '../../text/span';
import { findAnnouncements, type Announcement } from './announcement';
import type { CountFault } from './count-fault';
import { singularOf } from './count-words';

const tablesByNumber = rememberByBrief((brief: Brief): ReadonlyMap<string, TableBlock | null> => {
  const byNumber = new Map<string, TableBlock | null>();
  for (const table of brief.tables) {
    const number = /^\W*table\s+([A-Z]?\d+)\b/i.exec(table.caption?.value ?? '')?.[1];
    if (number !== undefined) byNumber.set(number, byNumber.has(number) ? null : table);
  }
  return byNumber;
});

const naming = /^(?:\s+[\p{L}’'-]+){0,4}\s+(?:in|of|listed in|shown in|see)\s+table\s+([A-Z]?\d+)\b|^\s+\((?:see )?table\s+([A-Z]?\d+)\)/iu;
const subject = /\btable\s+([A-Z]?\d+)\s+(?:lists|shows|covers|compares|gives|sets out|presents|ranks|has)\s+(?:the|all|our)?\s*$/i;

export function* tableCounts(brief: Brief): Iterable<CountFault> {
  const tables = tablesByNumber(brief);
  if (tables.size === 0) return;
  for (const sentence of brief.sentences) {
    if (!/\btable\s/i.test(sentence.text)) continue;
    for (const announcement of findAnnouncements(sentence.text)) {
      if (announcement.isPart) continue;
      const number = numberOf(sentence.text, announcement);
      const table = number === null ? undefined : tables.get(number);
      const fault = table && faultOf(sentence, announcement, table, number ?? '');
      if (fault) yield fault;
    }
  }
}

const numberOf = (text: string, { start, end }: Announcement): string | null => {
  const after = naming.exec(text.slice(end, end + 80));
  return after?.[1] ?? after?.[2] ?? subject.exec(text.slice(Math.max(0, start - 60), start))?.[1] ?? null;
};

const sumRow = /^\W*(?:total|all\b|sum\b|average|mean\b|median|overall|of which|notes?|sources?|subtotal|grand)/i;
const restRow = /^\W*(?:others?\b|rest\b|national|country|unknown|abroad)/i;

const faultOf = (sentence: Sentence, { start, end, number, noun, count }: Announcement, table: TableBlock, tableNumber: string): CountFault | null => {
  const head = table.head[0]?.text ?? '';
  if (!head.split(/[^\p{L}]+/u).some((word) => word.toLowerCase() === noun || singularOf(word) === noun)) return null;
  const named = table.rows.filter((row) => (row[0]?.text.trim() ?? '') !== '' && !sumRow.test(row[0]?.text ?? ''));
  const items = named.filter((row) => !restRow.test(row[0]?.text ?? ''));
  if (items.length < 2 || count === items.length || count === named.length || count === table.head.length - 1 || Math.abs(count - items.length) > 2) return null;
  const from = sentence.toSource(start);
  return {
    span: spanOf(from, sentence.toSource(end - 1) + 1),
    numberSpan: spanOf(from, sentence.toSource(start + number.length - 1) + 1),
    number,
    announced: sentence.text.slice(start, end),
    listed: items.length,
    listedAtMost: items.length,
    how: `rows in Table ${tableNumber}`,
    place: table.span,
    level: 'listed',
  };
};
