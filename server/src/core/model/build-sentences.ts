import type { Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import type { Citation } from '../text/citation';
import type { Sentence } from './brief';
import type { Prose, ProseMark } from './prose';
import type { PlacedFacts, ProseFacts } from './prose-facts';

/** Where the sentences of a prose stand. */
export interface SentencePlace {
  readonly section: number;
  readonly block: number;
  readonly container: Sentence['container'];
}

/** Sentences of one paragraph or item, without quotations, which need the whole text. `firstIndex` numbers them. */
export function buildSentences(prose: Prose, facts: ProseFacts, placed: PlacedFacts, place: SentencePlace, firstIndex: number): Sentence[] {
  const parts = joinLoneCitations(facts, prose.text);
  const notes = notesByPart(prose, parts);
  const citations = createSpanIndex(placed.citations);
  const falseFriends = createSpanIndex(placed.falseFriends);
  const quantities = createSpanIndex(placed.quantities);
  return parts.map((part, i) => {
    const words = prose.toSourceSpan(part);
    const span: Span = { start: words.start, end: (notes.get(i) ?? []).reduce((end, mark) => Math.max(end, mark.span.end), words.end) };
    const text = prose.text.slice(part.start, part.end);
    return {
      index: firstIndex + i,
      span,
      text,
      ...place,
      isQuestion: /[?？؟]["”’»')\]]*$/.test(text),
      citations: citations.overlapping(span),
      falseFriends: falseFriends.overlapping(span),
      quantities: quantities.overlapping(span),
      quotations: [],
      toSource: (offset: number) => prose.toSource(part.start + offset),
    };
  });
}

/** A note mark stands after the stop; it belongs to the sentence that it follows. The marks go by their place, as the parts do. */
function notesByPart(prose: Prose, parts: readonly Span[]): ReadonlyMap<number, readonly ProseMark[]> {
  const notes = new Map<number, ProseMark[]>();
  let owner = 0;
  for (const mark of prose.marks.filter(({ kind }) => kind === 'footnote')) {
    for (let next = parts[owner + 1]; next !== undefined && next.start < mark.at.start; next = parts[owner + 1]) owner++;
    const own = notes.get(owner);
    if (own) own.push(mark);
    else notes.set(owner, [mark]);
  }
  return notes;
}

/** "Growth fell. (World Bank, 2025) It recovered.": a citation in brackets after the stop belongs to the sentence before it. */
function joinLoneCitations(facts: ProseFacts, text: string): Span[] {
  const parts: Span[] = [];
  const citations = createSpanIndex(facts.citations);
  for (const sentence of facts.sentences) {
    const before = parts.at(-1);
    if (!before) {
      parts.push(sentence);
      continue;
    }
    const own = citations.overlapping(sentence);
    const leading = own.find((citation) => citation.span.start === sentence.start && (citation.style === 'parenthetical' || citation.style === 'key') && /[([]/.test(text[sentence.start] ?? ''));
    const taken = isCoveredBy(own, sentence, text) ? sentence.end : (leading?.span.end ?? sentence.start);
    if (taken > sentence.start) parts[parts.length - 1] = { start: before.start, end: taken };
    const rest = taken + (/^\s*/.exec(text.slice(taken, sentence.end))?.[0].length ?? 0);
    if (rest < sentence.end) parts.push({ start: rest, end: sentence.end });
  }
  return parts;
}

/** Outside its citations, which go by their place, the sentence has no word. */
function isCoveredBy(citations: readonly Citation[], sentence: Span, text: string): boolean {
  let at = sentence.start;
  const rest: string[] = [];
  for (const { span } of citations) {
    rest.push(text.slice(at, span.start));
    at = Math.max(at, span.end);
  }
  rest.push(text.slice(at, sentence.end));
  return citations.length > 0 && rest.every((words) => !/[\p{L}\p{N}]/u.test(words));
}
