import type { Citation } from './citation';
import { spanOf } from './span';

const ADDRESS = /(?<![\p{L}\p{N}@/.])(?:https?:\/\/|www\.(?=[\p{L}\p{N}]))[^\s<>"“”]{2,2000}|(?<![\p{L}\p{N}/.])doi:\s?10\.\d{4,9}\/[^\s<>"“”]{1,300}/giu;

/** Bare addresses and DOIs; the end of the sentence and a bracket that was opened before the address are no part of it. */
export const findAddresses = (text: string): readonly Citation[] => {
  const citations: Citation[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    if (!/[\p{L}\p{N}]\.[\p{L}\p{N}]|doi:/iu.test(address)) continue;
    const span = spanOf(match.index, match.index + address.length);
    const work = { span, author: null, authorSpan: null, year: null, yearSpan: null, key: address, locator: null, title: null };
    citations.push({ span, style: 'link', works: [work], isOwnWork: false });
  }
  return citations;
};

const PARTNERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Without the end of the sentence and a bracket that was opened before the address. */
export const trimAddress = (written: string): string => {
  const balance = new Map<string, number>();
  for (const mark of written) if ('()[]{}'.includes(mark)) balance.set(mark, (balance.get(mark) ?? 0) + 1);
  let end = written.length;
  for (; end > 0; end--) {
    const last = written.charAt(end - 1);
    if (/[.,;:!?'’*_~»]/u.test(last)) continue;
    const partner = PARTNERS[last];
    if (partner === undefined || (balance.get(last) ?? 0) <= (balance.get(partner) ?? 0)) break;
    balance.set(last, (balance.get(last) ?? 0) - 1);
  }
  return written.slice(0, end);
};
