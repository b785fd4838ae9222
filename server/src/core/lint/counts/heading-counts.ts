/** An example that a list announces, and the heading that takes it up with another number: "a family of four with a car", "Family of five with a car". */
import type { Brief } from '../../model/brief';
import { spanOf, type Span } from '../../text/span';
import { countOf } from './count-words';
import { topItems } from './listed-things';

export interface HeadingCount {
  readonly span: Span;
  readonly number: string;
  readonly heading: string;
  readonly headingNumber: string;
  readonly headingSpan: Span;
}

interface Phrase {
  readonly number: string;
  readonly at: number;
  /** The words without the number. */
  readonly rest: string;
}

const numberPattern = /(?<![\p{L}\p{N}.,-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|[1-9]\d)(?![\p{L}\p{N}%]|[.,]\d)/giu;
/** "Phase 2", "option 3": a label, no number of things. */
const label = /\b(?:phase|option|step|stage|year|case|example|scenario|figure|table|box|part|section|chapter|no\.?|number|article|goal|tier|level|zone|grade|class|group|recommendation|objective|pillar|theme|question|finding)\s$/iu;

/** Exactly one number, and three words more. */
const phraseOf = (text: string): Phrase | null => {
  const [match, other] = [...text.matchAll(numberPattern)];
  if (!match || other || /\d/.test(text.replace(match[0], '')) || label.test(text.slice(0, match.index))) return null;
  const words = `${text.slice(0, match.index)} # ${text.slice(match.index + match[0].length)}`.toLowerCase().replace(/[^\p{L}#\s-]/gu, ' ').trim().replace(/^(?:and|or)\s+/u, '').replace(/^(?:an?|the)\s+/u, '').split(/\s+/u);
  return words.length >= 4 ? { number: match[0], at: match.index, rest: words.join(' ') } : null;
};

export function* headingCounts(brief: Brief): Iterable<HeadingCount> {
  const headings = brief.sections.flatMap(({ heading }) => {
    const phrase = heading && phraseOf(heading.text);
    return heading && phrase ? [{ heading, phrase }] : [];
  });
  if (headings.length === 0) return;
  for (const { phrase, place } of announced(brief)) {
    const same = headings.filter(({ heading, phrase: { rest } }) => rest === phrase.rest && heading.textSpan.start > place.start);
    const [found, other] = same;
    // With several headings of the same words, each is one of them.
    if (!found || other || countOf(found.phrase.number.toLowerCase()) === countOf(phrase.number.toLowerCase()) || brief.text.slice(place.start, place.end) !== phrase.number) continue;
    yield { span: place, number: phrase.number, heading: found.heading.text, headingNumber: found.phrase.number, headingSpan: found.heading.textSpan };
  }
}

/** The members of a run of words behind a colon, and items of lists. */
function* announced(brief: Brief): Iterable<{ readonly phrase: Phrase; readonly place: Span }> {
  for (const { text, toSource, container } of brief.sentences) {
    const colon = text.indexOf(':');
    if (colon < 0 || container === 'quote') continue;
    for (const match of text.slice(colon + 1).matchAll(/[^,;]+/gu)) {
      const member = match[0].replace(/[.!?]\s*$/u, '');
      const phrase = phraseOf(member);
      const start = colon + 1 + match.index + (phrase?.at ?? 0);
      if (phrase) yield { phrase, place: spanOf(toSource(start), toSource(start + phrase.number.length - 1) + 1) };
    }
  }
  for (const block of brief.blocks) {
    if (block.kind !== 'list') continue;
    for (const { text, span } of topItems(block)) {
      const phrase = phraseOf(text.replace(/[.;,]\s*$/u, ''));
      const at = phrase ? brief.text.indexOf(phrase.number, span.start) : -1;
      if (phrase && at >= 0 && at < span.end) yield { phrase, place: spanOf(at, at + phrase.number.length) };
    }
  }
}
