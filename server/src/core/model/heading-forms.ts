import { isSourceLineStart } from '../text/source-lines';

/**
 * What a line that is no `#` heading may be all the same. Pasted briefs have headings of capitals behind an emoji and short lines in title
 * case; many Markdown files use bold lines.
 */
export const emojiPattern = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\uFE0F|\u200D|\p{Extended_Pictographic}|\p{Emoji_Modifier})*\s*/u;

const terminalPattern = /[.!?;,…。۔]["”’»')\]]*$/;

/** Lower-case words that title case leaves small. */
const smallWords = new Set('a an and as at but by de des du en et for from how in into la le les nor of off on or our over per so than that the their to up via vs what when where which who why with y'.split(' '));

/** "⚡ KEY TAKEAWAYS", "EXECUTIVE SUMMARY", "FAQ". */
export function isCapitalsLine(line: string): boolean {
  const text = line.trim();
  if (text.length > 90 || text.includes('\n') || terminalPattern.test(text) || isSourceLineStart(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 3 || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return false;
  const words = text.replace(emojiPattern, '').split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return emojiPattern.test(text) || words.length >= 2 || letters.length >= 7;
}

/** "Context & Historical Background": short, no end punctuation, its content words capitalised. */
export function isTitleCaseLine(line: string): boolean {
  const text = line.trim().replace(emojiPattern, '');
  if (!isHeadingSized(text)) return false;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const content = words.filter((word) => !smallWords.has(word.toLowerCase()) && /\p{L}/u.test(word));
  if (content.length === 0) return false;
  const capitalised = content.filter((word) => /^\p{Lu}|^\p{N}/u.test(word)).length;
  return /^\p{Lu}|^\p{N}/u.test(words[0] ?? '') && capitalised / content.length >= 0.75;
}

/** Short enough for a heading, and neither a sentence nor a source line. */
export function isHeadingSized(text: string): boolean {
  return text.length > 0 && text.length <= 100 && !text.includes('\n') && text.split(/\s+/).length <= 14 && !terminalPattern.test(text) && !text.endsWith(':') && !isSourceLineStart(text) && !/[|@]|https?:/.test(text);
}

/** "Table 3.", "Figure 2:", "Box 1 –": the title of a display, no heading. */
export const isDisplayTitle = (text: string): boolean => /^(?:table|figure|fig\.?|box|chart|graph|map|exhibit|tableau|tabla|cuadro)\s+(?:[A-Z]?\d+(?:\.\d+)*[a-z]?|[IVX]+)\b/i.test(text.trim());

/** Where a heading's words end: "Summary {#sum .unnumbered}" has attributes of Pandoc, Quarto or kramdown behind them, which no reader sees. */
export const endBeforeAttributes = (text: string): number => {
  const words = text.trimEnd();
  const start = words.lastIndexOf('{');
  if (start < 0 || !attributes.test(words.slice(start))) return text.length;
  // "Summary ## {#sum}": marks that close the heading stand before them.
  return words.slice(0, start).replace(/(?<=\s)#+\s*$/, '').trimEnd().length;
};

const attribute = /(?:-|[#.][^\s{}#="]+|[\p{L}\p{N}_:-]+=(?:"[^"]*"|'[^']*'|[^\s{}"']+))/u.source;

const attributes = new RegExp(`^\\{:?\\s*${attribute}(?:\\s+${attribute})*\\s*\\}$`, 'u');
