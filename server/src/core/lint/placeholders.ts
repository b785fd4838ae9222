import { rememberByPiece } from '../text/remember-by-words';
import { shiftSpan, spanOf, type Span } from '../text/span';

/** Words that a writer meant to replace. */
export interface Placeholder {
  readonly span: Span;
  readonly text: string;
}

const instruction = '(?:insert|fill in|enter|type|write|replace|specify|to be (?:added|completed|confirmed|written|inserted|determined))\\b';
const blankNames = '(?:authors?|names?|sources?|years?|dates?|titles?|figures?|amounts?|numbers?|url|link|citation|reference|organi[sz]ation|country|ministry|speaker|occasion|role|place|body|sum)';

/** Each must match from its first character to its last; none backtracks over more than a short line. */
const patterns: readonly RegExp[] = [
  /(?<![\p{L}\p{N}_-])(?:TODO|FIXME|TBC|TBD|TBA)(?![\p{L}\p{N}_-])/gu,
  /(?<![\p{L}\p{N}])[Xx]{2,4}(?:\.[Xx]{1,2})?\s?(?:%|per ?cent\b|(?:million|billion|trillion|crore|lakh|bn|mn)\b)/gu,
  // "A ferry for XX passengers"; not chapter XX, the XX century, XX chromosomes.
  /(?<=(?:^|[\s(])(?!(?:act|annex|article|book|chapter|class|grade|group|level|page|part|phase|section|series|table|title|type|vol|volume) )\p{Ll}{2,15} )XX{1,2}(?= (?!centur|chromosom|karyotyp|females?\b|males?\b|pairs?\b)\p{Ll}{3,})/gmu,
  /(?:[$£€]|\b(?:USD|EUR|GBP|PKR|INR|Rs\.?)\s?)X{1,4}\b/gu,
  /\b(?:19|20)XX\b/gu,
  // "a share of ??", "(??)"; not "Really???", which is tone.
  /(?<=\s|\(|\[)\?{2,10}(?=[\s%.,;:)\]]|$)/gu,
  new RegExp(`\\[\\s*(?:please\\s+)?${instruction}[^\\]\\n]{0,120}\\]`, 'giu'),
  // "To be completed" in French, Spanish and Urdu.
  /\[\s*(?:à compléter|por completar|مکمل کریں)[^\]\n]{0,120}\]/giu,
  /\[(?:check (?:with|whether|if|this|date|figure|number|source|spelling)|verify|confirm (?:with|whether|date|figure|number|source))\b[^\]\n]{0,80}\]/gu,
  /\[(?:name|title|number|amount|date|year|share) of (?:the |an? )?[\p{L} -]{2,40}\]/gu,
  new RegExp(`\\[\\s*(?:add|your)\\s+[^\\]\\n]{2,80}\\]`, 'giu'),
  new RegExp(`\\[\\s*${blankNames}(?:(?:,|\\s+and|\\s*/)?\\s+${blankNames}){1,2}\\s*\\]`, 'giu'),
  /\[\s*(?:TODO|TBC|TBD|TBA|TK|XX+|citation needed|source needed|reference needed|source|author|year|date|amount|number|sum|speaker|responsible body|placeholder|placeholder text)\s*\]/giu,
  /\(\s*(?:source|author|name|organi[sz]ation),?\s+(?:year|date)\s*\)/giu,
  /<(?:insert|add|your)\s[^<>\n]{2,80}>/giu,
  /\blorem ipsum\b(?: dolor sit amet\b)?/giu,
  /\bclick (?:or tap )?here to (?:enter|add) (?:text|a date)\b/giu,
  /\b(?:your|insert|add|placeholder) (?:text|title|heading) here\b/giu,
  // A credit that a picture library leaves, alone on its line or in its brackets; a law may protect "copyright media".
  /(?<=^[ \t>*_©-]{0,8}(?:(?:photo|image|picture|credit|source)s?(?: credit)?:[ \t]?[*_]{0,3}[ \t]?)?)copyright media(?=[ \t*_.]{0,8}$)/gimu,
  /(?<=[([]\s?(?:(?:photo|image|picture|credit|source)s?(?: credit)?:[ \t]?)?)copyright media(?=(?:,?\s(?:19|20)\d\d)?\s?[)\]])/giu,
  // "Rs ___ million", "____ per cent"; "__Rs__" and "__million__" are bold.
  /(?:[$£€₨]|\b(?:USD|EUR|GBP|PKR|INR|KES|NGN|ZAR|Rs\.?))[ \t]?(?:\\?_){2,40}(?![\p{L}\p{N}_\\])(?:\s?(?:%|(?:million|billion|trillion|crore|lakh|bn|mn)\b))?/gu,
  /(?<![\p{L}\p{N}\p{P}])(?:\\?_){2,40}(?:%|[ \t](?:%|(?:per ?cent|percentage points?|million|billion|trillion|crore|lakh|bn|mn)\b))/giu,
  /\$\{\d{1,2}(?:[:|][^}\n]{0,120})?\}/gu,
  /(?<!\\)\[[^[\]\n]{1,200}\]\((?:\s*|#|TODO|TBC|url|link)\)/gu,
];

/** By place, of overlapping ones the longest. */
export const findPlaceholders = (text: string): readonly Placeholder[] =>
  paragraphsOf(text).flatMap(({ start, end }) => readParagraph(text.slice(start, end)).map((found) => ({ ...found, span: shiftSpan(found.span, start) })));

/** No placeholder runs over a blank line. All but the first begin with the line break before them, so that their first words are at the beginning of a line. */
const paragraphsOf = (text: string): readonly Span[] => {
  const ends = Array.from(text.matchAll(/\n[ \t\r]*(?=\n)/g), ({ 0: gap, index }) => index + gap.length);
  return [...ends, text.length].map((end, i) => spanOf(ends[i - 1] ?? 0, end));
};

const readParagraph = rememberByPiece((text): readonly Placeholder[] => {
  const found: Placeholder[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0].endsWith('](#)') && leadsToTop.test(match[0])) continue;
      if (match[0].startsWith('[') && isLinkText(text, start, end, match[0])) continue;
      found.push({ span: spanOf(start, end), text: match[0] });
    }
  }
  return withoutOverlaps(found);
});

/** "[Back to top](#)", "[↑](#)": to "#" means to the beginning of the page there. */
const leadsToTop =
  /^\[(?:[^\p{L}\p{N}]*|[^\p{L}]*(?:(?:go|jump|return|back|up)\s)*(?:to\s)?(?:the\s)?(?:back|beginning|contents|home|start|table of contents|top|up)(?:\s(?:of|page)\b.{0,30})?[^\p{L}]*|[^\p{L}]*(?:retour.{0,20}|haut de (?:la )?page|sommaire|(?:ir |volver )?(?:arriba|al inicio))[^\p{L}]*)\]\(#\)$/iu;

/** "[Insert a chart](how-to.md)" and "[year]: https://…" are links, "[the report][year]" too, "![Source](x.png)" is an image, "[^year]" never matches. */
const isLinkText = (text: string, start: number, end: number, match: string): boolean => {
  if (text[start - 1] === '!' || text[start - 1] === ']') return true;
  if (match.endsWith(')')) return false;
  const after = text.slice(end, end + 12);
  if (after.startsWith('(') || after.startsWith('[')) return true;
  // Only at the beginning of a line; "**[Insert name]:** …" is none.
  const isFirst = /^[ \t>]*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  return isFirst && /^:\s*[^\s[]/.test(after);
};

const withoutOverlaps = (found: readonly Placeholder[]): readonly Placeholder[] => {
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Placeholder[] = [];
  for (const placeholder of sorted) {
    const last = kept.at(-1);
    if (!last || placeholder.span.start >= last.span.end) kept.push(placeholder);
    else if (placeholder.span.end - placeholder.span.start > last.span.end - last.span.start) kept[kept.length - 1] = placeholder;
  }
  return kept;
};

/** "TBC", "To be added": nothing that even says what is to come. An instruction in brackets says it, and is found on its own. */
export const isBarePlaceholder = (text: string): boolean =>
  /^[\s\W]*(?:TODO|TBC|TBD|TBA|n\/a|to be (?:added|completed|confirmed|written|determined|inserted|drafted)(?: (?:here|later|soon))?|coming soon|lorem ipsum\b[^\n]{0,200}|placeholder(?: text)?|(?:add |your |insert )?(?:text|content) (?:goes )?here)[\s\W]*$/i.test(text);
