import type { Block, MetadataValue, Quotation, Sentence } from './brief';
import { attributionInBlock, dashAttributionPattern, neighbourAttribution } from './attributions';
import type { Prose } from './prose';
import { withoutQuotes, type Quoted } from './quoted';
import { findSpeaker, isNameAndRole } from './speakers';

export interface QuoteSource {
  readonly prose: Prose;
  readonly quoted: readonly Quoted[];
  readonly block: number;
  readonly section: number;
  readonly sentences: readonly Sentence[];
}

/** Quotations in the prose of a paragraph or item: the whole of it, or clauses within. `before` and `after` are its neighbours. */
export function quotationsIn(source: QuoteSource, before: Block | undefined, after: Block | undefined): Quotation[] {
  const { prose, quoted } = source;
  const whole = wholeQuotation(source);
  if (whole) {
    const rest = prose.text.slice(whole.span.end).trim();
    const attribution = attributionAfter(source, whole, rest) ?? neighbourAttribution(before, after);
    return [toQuotation(source, whole, 'paragraph', attribution)];
  }
  const speakers = speakersOf(source);
  return quoted.map((part) => toQuotation(source, part, 'inline', attributionInSentence(source, part, speakers)));
}

/** The prose is one quotation, or several back to back, but for a citation or a name after it. */
function wholeQuotation({ prose, quoted }: QuoteSource): Quoted | undefined {
  const first = quoted[0];
  const last = quoted.at(-1);
  if (!first || !last || prose.text.slice(0, first.span.start).trim() !== '') return undefined;
  if (first.mark !== 'double') return undefined;
  const between = quoted.slice(1).some((part, i) => prose.text.slice(quoted[i]?.span.end ?? 0, part.span.start).trim() !== '');
  if (between) return undefined;
  const rest = prose.text.slice(last.span.end).replace(/^[.,;\s]+/, '');
  if (rest !== '' && !/^[—–―(-]/.test(rest) && !isNameAndRole(rest)) return undefined;
  return { ...first, span: { start: first.span.start, end: last.span.end }, inner: { start: first.inner.start, end: last.inner.end } };
}

function attributionAfter({ prose, sentences }: QuoteSource, whole: Quoted, rest: string): MetadataValue | null {
  const cited = sentences.flatMap((sentence) => sentence.citations)[0];
  if (cited) return { value: prose.text.slice(whole.span.end).trim(), span: cited.span };
  if (!/\p{L}/u.test(rest)) return null;
  return { value: rest.replace(dashAttributionPattern, ''), span: prose.toSourceSpan({ start: prose.text.length - rest.length, end: prose.text.length }) };
}

/**
 * Whoever the sentence gives the words to, else the one before: "The mayor spoke. The levy, she said …", "The mayor spoke. "No town …" was her word."
 * A quotation that opens the paragraph may have its speaker in the sentence behind it: "“No town …” This is how the mayor sums it up."
 */
function attributionInSentence({ prose, sentences }: QuoteSource, part: Quoted, speakers: readonly (MetadataValue | null)[]): MetadataValue | null {
  const span = prose.toSourceSpan(part.span);
  const at = sentences.findIndex((candidate) => candidate.span.start <= span.start && span.start < candidate.span.end);
  const opens = prose.text.slice(0, part.span.start).trim() === '';
  return speakers[at] ?? speakers[at - 1] ?? (opens ? speakers[at + 1] : null) ?? null;
}

/** Whom each sentence gives words to. What it quotes is left out, for that may hold names and verbs of saying itself. */
function speakersOf({ prose, quoted, sentences }: QuoteSource): readonly (MetadataValue | null)[] {
  const outside = withoutQuotes(prose.text, quoted);
  let at = 0;
  return sentences.map((sentence) => {
    const start = prose.text.indexOf(sentence.text, at);
    const end = start < 0 ? at : start + sentence.text.length;
    at = end;
    const cited = sentence.citations[0];
    if (cited) return { value: sentence.text, span: cited.span };
    const speaker = findSpeaker(start < 0 ? sentence.text : outside.slice(start, end));
    return speaker === undefined ? null : { value: speaker, span: sentence.span };
  });
}

function toQuotation({ prose, block, section }: QuoteSource, part: Quoted, form: Quotation['form'], attribution: MetadataValue | null): Quotation {
  return {
    span: prose.toSourceSpan(part.span),
    text: prose.text.slice(part.inner.start, part.inner.end),
    form,
    mark: part.mark,
    attribution,
    label: labelBefore(prose.text.slice(Math.max(0, part.span.start - 2 * longestLabel), part.span.start)),
    block,
    section,
  };
}

/** Labels are short; what stands further before a quotation is not looked at. */
const longestLabel = 60;

/** "Essay: ", "Policy 1.1: " right before the mark, at the beginning of the prose or of a sentence. */
function labelBefore(text: string): string | null {
  const match = /(?:^|[.!?;]\s+|\n)((?:[^.!?;:\n]|\.(?=\d)){1,60}):\s*$/.exec(text);
  return match?.[1]?.trim() ?? null;
}

/** A block quote as a quotation: all its words, with the line that names the speaker taken off. */
export function blockQuotation(
  proses: readonly Prose[],
  span: Quotation['span'],
  place: { readonly block: number; readonly section: number; readonly sentences: readonly Sentence[] },
  before: Block | undefined,
  after: Block | undefined,
): Quotation {
  const text = proses.map((prose) => prose.text).join('\n');
  const cited = place.sentences.flatMap((sentence) => sentence.citations)[0];
  const own = attributionInBlock(proses);
  const attribution = own ?? (cited ? { value: text, span: cited.span } : neighbourAttribution(before, after));
  const words = own?.words ?? text;
  const isMarked = /^\s*["“«„‘]/.test(words);
  return { span, text: words.trim(), form: 'block', mark: isMarked ? 'double' : 'none', attribution: attribution ? { value: attribution.value, span: attribution.span } : null, label: null, block: place.block, section: place.section };
}
