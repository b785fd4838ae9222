import { isSourceLineStart } from '../text/source-lines';
import type { Span } from '../text/span';
import { isDisplayTitle } from './heading-forms';
import { proseOfPieces, type Prose } from './prose';

/** `<p>Table 1. …</p>`, `<p>Source: …</p>`: around an HTML table its title and sources are HTML too. Other HTML is not read. */
export function readHtmlLine(source: string, span: Span): Prose | undefined {
  const html = source.slice(span.start, span.end);
  const line = /^\s*<(p|div|center|figcaption)\b[^>]*>([\s\S]{1,1000}?)<\/\1\s*>\s*$/i.exec(html);
  const inner = line?.[2];
  if (inner === undefined || /<(?:p|div|table|ul|ol|img)\b/i.test(inner)) return undefined;
  const prose = proseOfPieces(source, textPieces(inner, span.start + html.indexOf(inner, html.indexOf('>'))), span.start);
  const text = prose.text.trim();
  return isDisplayTitle(text) || isSourceLineStart(text) ? prose : undefined;
}

/** What stands between the tags. */
function textPieces(html: string, offset: number): Span[] {
  const pieces: Span[] = [];
  let at = 0;
  for (const tag of html.matchAll(/<[^<>]*>/g)) {
    if (tag.index > at) pieces.push({ start: offset + at, end: offset + tag.index });
    at = tag.index + tag[0].length;
  }
  if (at < html.length) pieces.push({ start: offset + at, end: offset + html.length });
  return pieces;
}
