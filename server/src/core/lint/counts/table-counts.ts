/** "The six districts in Table 2" against the rows of Table 2. */
import type { Brief, Sentence, TableBlock } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { spanOf } from '../../text/span';
import { announcedSentences } from './announced-sentences';
import type { Announcement } from './announcement';
import type { CountFault } from './count-fault';
import { singularOf } from './count-words';
import { nextBlock } from './listed-things';

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
  if (brief.tables.length === 0) return;
  const tables = tablesByNumber(brief);
  for (const { sentence, found } of announcedSentences(brief)) {
    const isLead = /:\s*$/.test(sentence.text);
    if (!isLead && !/\btable\s/i.test(sentence.text)) continue;
    const below = isLead ? tableBelow(brief, sentence) : null;
    for (const announcement of found) {
      if (announcement.isPart) continue;
      const number = numberOf(sentence.text, announcement);
      const table = number === null ? (isBeforeColon(sentence.text, announcement) ? below : null) : tables.get(number);
      const fault = table && faultOf(sentence, announcement, table, number === null ? 'the table' : `Table ${number}`);
      if (fault) yield fault;
    }
  }
}

const numberOf = (text: string, { start, end }: Announcement): string | null => {
  const after = naming.exec(text.slice(end, end + 80));
  return after?.[1] ?? after?.[2] ?? subject.exec(text.slice(Math.max(0, start - 60), start))?.[1] ?? null;
};

/** "We compare four options:", the last words of a paragraph right above a table. */
const tableBelow = (brief: Brief, sentence: Sentence): TableBlock | null => {
  const block = brief.blocks[sentence.block];
  const next = block?.kind === 'paragraph' && block.sentences.at(-1)?.index === sentence.index ? nextBlock(brief, block) : null;
  return next?.kind === 'table' ? next : null;
};

const isBeforeColon = (text: string, { end }: Announcement): boolean => /^(?:\s+(?:below|here|as follows|in turn|side by side))?\s*:\s*$/u.test(text.slice(end));

const sumRow = /^\W*(?:total|all\b|sum\b|average|mean\b|median|overall|of which|notes?|sources?|subtotal|grand)/i;
const restRow = /^\W*(?:others?\b|rest\b|national|country|unknown|abroad)/i;

const faultOf = (sentence: Sentence, { start, end, number, noun, count }: Announcement, table: TableBlock, place: string): CountFault | null => {
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
    how: `rows in ${place}`,
    place: table.span,
    level: 'listed',
  };
};
