import type { Brief, Section } from '../model/brief';
import type { Span } from '../text/span';

/** The innermost section that holds all of the span. Sections stand in the order of their headings, so it is nearly always the last one that begins before. */
export function sectionOver({ sections }: Brief, { start, end }: Span): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.span.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const section = sections[index];
    if (section !== undefined && end <= section.span.end) return section;
  }
  return undefined;
}
