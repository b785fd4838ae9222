/** What a rendered brief can show where it stands: which work a citation leads to, and on demand what is asked about claims and figures. */
import { authorYearOf, formatReference, type ReferenceStyle } from '../library/format-reference';
import type { Library, Resolution } from '../library/library';
import type { Reference } from '../library/reference';
import { asksForSource } from '../lint/asking';
import { shorten } from '../lint/message-words';
import type { Finding } from '../lint/rule';
import type { Brief } from '../model/brief';
import type { Citation, CitedWork } from '../text/citation';
import { compareSpans, spanOf, type Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import { allCitations, isFootnoteMark } from './citation-target';
import { spanOfUse } from './evidence-citations';
import { buildLedger } from './figures/figure-ledger';

/** `unresolved`: a citation that leads nowhere, or to several works. */
export type PreviewMarkKind = 'citation' | 'unresolved' | 'unsourced' | 'conflict';

export interface PreviewMark {
  readonly span: Span;
  readonly kind: PreviewMarkKind;
  /** Plain words, in lines. */
  readonly message: string;
  /** Index into `entries`; null where the work is not in the brief's own list. */
  readonly entry: number | null;
}

export interface PreviewMarks {
  /** By start, of one start the longer first. */
  readonly marks: readonly PreviewMark[];
  /** Entries of the brief's own list that a mark leads to. */
  readonly entries: readonly Span[];
}

export interface PreviewInput {
  readonly brief: Brief;
  readonly library: Library;
  readonly findings: readonly Finding[];
  readonly style: ReferenceStyle;
}

export const findPreviewMarks = (input: PreviewInput): PreviewMarks => {
  const own = input.findings.filter(({ file, severity }) => file === undefined && severity !== 'hint');
  const entries: Span[] = [];
  const marks = [...citationMarks(input, own, entries), ...claimMarks(input.brief, own), ...figureMarks(input.brief, own)];
  return { marks: marks.sort((a, b) => compareSpans(a.span, b.span)), entries };
};

/** A mark of a note says what its note says; any other place which work it names. */
function* citationMarks({ brief, library, style }: PreviewInput, findings: readonly Finding[], entries: Span[]): Iterable<PreviewMark> {
  const unresolved = unresolvedWorks(brief, findings);
  for (const citation of allCitations(brief)) {
    if (citation.isOwnWork) continue;
    if (isFootnoteMark(brief, citation)) yield* noteMarks({ brief, library, style }, citation);
    else for (const work of citation.works) yield* workMarks({ library, style, unresolved, entries }, citation, work);
  }
  for (const { span, message } of findings.filter(({ rule }) => rule === 'footnote-undefined')) yield { span, kind: 'unresolved', message, entry: null };
}

interface WorkContext extends Pick<PreviewInput, 'library' | 'style'> {
  readonly unresolved: UnresolvedWorks;
  readonly entries: Span[];
}

function* workMarks({ library, style, unresolved, entries }: WorkContext, citation: Citation, work: CitedWork): Iterable<PreviewMark> {
  const span = spanOfUse({ citation, work });
  const resolution = library.resolve(work);
  if (resolution.kind === 'found') {
    yield { span, kind: 'citation', message: referenceWords(resolution, work, style), entry: entryOf(resolution.reference, entries) };
    return;
  }
  // Only where a rule says so: it knows of cases, laws and accounts that no list has.
  const message = resolution.kind === 'not-listed' ? undefined : unresolved.messageFor(work);
  if (message !== undefined && citation.style !== 'link') yield { span, kind: 'unresolved', message, entry: null };
}

const referenceWords = ({ reference, yearDiffers }: Extract<Resolution, { kind: 'found' }>, work: CitedWork, style: ReferenceStyle): string => {
  const words = wordsOf(reference, style);
  return yearDiffers ? `${words}\nThe text has ${work.year ?? 'no year'}, the entry has ${authorYearOf(reference).year}` : words;
};

/** An entry of the brief's own list as it stands there. */
const wordsOf = (reference: Reference, style: ReferenceStyle): string => (reference.format === 'list' && reference.text !== null ? reference.text.replace(/\s+/gu, ' ').trim() : formatReference(reference, style));

const entryOf = ({ format, span }: Reference, entries: Span[]): number | null => {
  if (format !== 'list') return null;
  const known = entries.findIndex(({ start }) => start === span.start);
  return known >= 0 ? known : entries.push(span) - 1;
};

function* noteMarks({ brief, library, style }: Pick<PreviewInput, 'brief' | 'library' | 'style'>, { span, works }: Citation): Iterable<PreviewMark> {
  const label = works[0]?.key;
  const note = brief.footnotes.find((footnote) => footnote.label === label);
  if (note === undefined) return;
  const said = shorten(note.text, 300);
  const references = [...new Set(note.citations.flatMap((citation) => citation.works.flatMap((work) => library.referenceOf(work) ?? [])))];
  // A note that gives the work in full need not be told twice.
  const untold = references.filter(({ title }) => title === null || !note.text.toLowerCase().includes(title.toLowerCase()));
  const message = [said, ...untold.map((reference) => wordsOf(reference, style))].filter((line) => line !== '').join('\n');
  if (message !== '') yield { span, kind: 'citation', message, entry: null };
}

interface UnresolvedWorks {
  readonly messageFor: (work: CitedWork) => string | undefined;
}

const unresolvedRules: ReadonlySet<string> = new Set(['citation-key-undefined', 'citation-without-reference', 'numbered-reference-out-of-range', 'ambiguous-author-year']);

/** A rule may report a work where it is first cited and only count the other places. */
const unresolvedWorks = (brief: Brief, findings: readonly Finding[]): UnresolvedWorks => {
  const reported = createSpanIndex(findings.filter(({ rule }) => unresolvedRules.has(rule)));
  const messages = new Map<string, string>();
  for (const { works } of allCitations(brief)) {
    for (const work of works) {
      const finding = reported.overlapping(work.span)[0];
      if (finding !== undefined && !messages.has(nameOf(brief, work))) messages.set(nameOf(brief, work), finding.message);
    }
  }
  return { messageFor: (work) => messages.get(nameOf(brief, work)) };
};

const nameOf = ({ aliases }: Brief, { key, author, year }: CitedWork): string => (key === null ? `work ${aliases.classOf(author ?? '')} ${year ?? ''}` : `key ${key}`);

/** The whole sentence, as a reader would ask; outside of sentences, as in a cell, the words that are asked about. */
const claimMarks = (brief: Brief, findings: readonly Finding[]): readonly PreviewMark[] => {
  const sentences = createSpanIndex(brief.sentences);
  const said = new MessagesBySpan();
  for (const { span, message } of findings.filter(asksForSource)) said.add(sentences.firstOver(spanOf(span.start, span.start + 1))?.span ?? span, message);
  return said.toMarks('unsourced');
};

/** Where a rule says that figures do not agree, and the other of the two, which says so from its own side. */
const figureMarks = (brief: Brief, findings: readonly Finding[]): readonly PreviewMark[] => {
  const conflicts = findings.filter(({ group }) => group === 'consistency');
  if (conflicts.length === 0) return [];
  const said = new MessagesBySpan();
  for (const { span, message } of conflicts) said.add(span, message);
  const contradicted = contradictedFigures(brief);
  for (const { span, related = [] } of conflicts) {
    if (!contradicted.has(span.start)) continue;
    for (const place of related) {
      const message = place.file === undefined && place.other === undefined ? contradicted.get(place.span.start) : undefined;
      if (message !== undefined && !said.has(place.span)) said.add(place.span, message);
    }
  }
  return said.toMarks('conflict');
};

/** By the place where a figure starts: "2.1 million here, 2.4 million in “Summary”". */
const contradictedFigures = (brief: Brief): ReadonlyMap<number, string> =>
  new Map(
    buildLedger(brief)
      .measures.flatMap(({ mentions }) => mentions)
      .filter(({ contradicts }) => contradicts.length > 0)
      .map(({ span, written, contradicts }) => [span.start, `${written} here, ${contradicts.join('; ')}`] as const),
  );

/** Each place once, each message once. */
class MessagesBySpan {
  readonly #byPlace = new Map<string, { readonly span: Span; readonly messages: Set<string> }>();

  add(span: Span, message: string): void {
    const known = this.#byPlace.get(placeOf(span));
    if (known === undefined) this.#byPlace.set(placeOf(span), { span, messages: new Set([message]) });
    else known.messages.add(message);
  }

  has(span: Span): boolean {
    return this.#byPlace.has(placeOf(span));
  }

  toMarks(kind: PreviewMarkKind): readonly PreviewMark[] {
    return [...this.#byPlace.values()].map(({ span, messages }) => ({ span, kind, message: [...messages].join('\n'), entry: null }));
  }
}

const placeOf = ({ start, end }: Span): string => `${String(start)} ${String(end)}`;
