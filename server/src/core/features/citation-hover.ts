import { findQuotation, type QuotationVerdict } from '../library/find-quotation';
import { authorYearOf, escapeMarkdown, formatReferenceMarkdown, type ReferenceStyle } from '../library/format-reference';
import type { Library, Resolution } from '../library/library';
import { passagesFor, type PassageHit } from '../library/passages';
import type { Reference } from '../library/reference';
import type { Passage, SourceText } from '../library/source-text';
import type { Brief, FootnoteDefinition, Quotation, Sentence } from '../model/brief';
import type { Citation, CitedWork } from '../text/citation';
import { overlaps, type Span } from '../text/span';
import { referencesOfTarget } from './citation-places';
import { findCitationTarget, findSentenceAt, type CitationTarget } from './citation-target';
import { excerptOf } from './excerpt';
import { explainFalseFriend } from './false-friend';

/** Addresses that an editor can open; null where it cannot. The rim knows them. */
export interface HoverLinks {
  readonly toEntry: (reference: Reference) => string | null;
  readonly toPassage: (reference: Reference, text: SourceText, passage: Passage) => string | null;
}

export interface CitationHoverContext {
  readonly brief: Brief;
  readonly library: Library;
  readonly style: ReferenceStyle;
  readonly links: HoverLinks;
}

export interface CitationHover {
  readonly span: Span;
  /** Everything that comes from brief, bibliography or source is escaped. */
  readonly markdown: string;
}

/** What a source is and where it says what this sentence says; undefined where there is nothing to say. */
export const findCitationHover = (context: CitationHoverContext, offset: number): CitationHover | undefined => {
  const target = findCitationTarget(context.brief, context.library, offset);
  if (target === undefined) return undefined;
  const markdown = describe(context, target) ?? '';
  return markdown === '' ? undefined : { span: target.span, markdown };
};

const describe = (context: CitationHoverContext, target: CitationTarget): string | undefined => {
  switch (target.kind) {
    case 'work':
      return describeWork(context, target.citation, target.work, findSentenceAt(context.brief, target.citation.span));
    case 'footnote':
      return target.footnote === null ? `There is no note \`${codeOf(target.label)}\`` : describeNote(context, target.footnote, findSentenceAt(context.brief, target.span));
    case 'nocite':
      return describeListed(context, target);
    case 'entry':
      return describeEntry(context, target.reference);
    case 'false-friend':
      return escapeMarkdown(explainFalseFriend(target.friend));
    case 'quotation':
      return describeQuotation(context, target.quotation);
  }
};

const describeWork = (context: CitationHoverContext, citation: Citation, work: CitedWork, sentence: Sentence | undefined): string | undefined => {
  if (citation.isOwnWork) return 'The author’s own work';
  const resolution = context.library.resolve(work);
  switch (resolution.kind) {
    case 'found':
      return describeFound(context, resolution, work, sentence);
    case 'ambiguous':
      return [`**${resolution.references.length} works answer to this**, and nothing tells which is meant:`, listOf(context, resolution.references)].join('\n\n');
    case 'missing':
      return describeMissing(context, work, resolution.nearest);
    case 'not-listed':
      return describeUnlisted(context.library, citation, work);
  }
};

const describeFound = (context: CitationHoverContext, resolution: Extract<Resolution, { kind: 'found' }>, work: CitedWork, sentence: Sentence | undefined): string => {
  const { reference, yearDiffers } = resolution;
  const parts = [formatReferenceMarkdown(reference, context.style)];
  if (yearDiffers) parts.push(`**The text has ${escapeMarkdown(work.year ?? 'no year')}, the entry has ${escapeMarkdown(authorYearOf(reference).year)}**`);
  parts.push(...placeOf(context, reference), ...evidenceOf(context, reference, sentence));
  return parts.join('\n\n');
};

const describeMissing = (context: CitationHoverContext, work: CitedWork, nearest: readonly Reference[]): string => {
  const name = [work.author ?? work.title ?? work.key ?? '', work.year ?? ''].filter((part) => part !== '').join(', ');
  const said = `**No entry for** ${escapeMarkdown(name)}`;
  return nearest.length === 0 ? said : [said, 'Nearest:', listOf(context, nearest)].join('\n\n');
};

/** What is complete without an entry says so; of a link the editor itself shows the address. */
const describeUnlisted = ({ hasReferences }: Library, { style }: Citation, { title, author, year }: CitedWork): string | undefined => {
  if (style === 'instrument') return 'A law or official document, complete in itself';
  if (style === 'data-portal') return 'A series of a data portal, complete in itself';
  if (hasReferences || (style !== 'parenthetical' && style !== 'narrative')) return undefined;
  const name = [author ?? title, year].filter((part) => part !== null).join(', ');
  return `${escapeMarkdown(name)}: the brief has no reference list or bibliography to look it up in`;
};

const describeListed = (context: CitationHoverContext, target: Extract<CitationTarget, { kind: 'nocite' }>): string => {
  const [reference] = referencesOfTarget(context.library, target);
  if (reference === undefined) return `**No entry for** \`@${codeOf(target.key)}\``;
  return [formatReferenceMarkdown(reference, context.style), ...placeOf(context, reference), 'In the list without a citation'].join('\n\n');
};

const describeNote = (context: CitationHoverContext, footnote: FootnoteDefinition, sentence: Sentence | undefined): string => {
  const parts = [escapeMarkdown(shortened(footnote.text))];
  const references = foundReferences(context.library, footnote.citations);
  for (const reference of references) {
    // A note that gives the work in full need not be told twice.
    const { title } = reference;
    if (title === null || !footnote.text.toLowerCase().includes(title.toLowerCase())) parts.push(formatReferenceMarkdown(reference, context.style));
    parts.push(...placeOf(context, reference), ...evidenceOf(context, reference, sentence));
  }
  return parts.join('\n\n');
};

const describeEntry = (context: CitationHoverContext, reference: Reference): string => {
  const count = context.library.usesOf(reference).length;
  const uses = count === 0 ? 'Not cited in this brief' : `Cited ${count} ${count === 1 ? 'time' : 'times'} in this brief`;
  const text = context.library.textOf(reference);
  return [uses, ...(text === undefined ? [] : [`Text: ${escapeMarkdown(text.path)}${text.problem === null ? '' : ` (${escapeMarkdown(text.problem)})`}`])].join('\n\n');
};

const verdictOrder: readonly QuotationVerdict['kind'][] = ['verbatim', 'differs', 'not-found'];

const describeQuotation = (context: CitationHoverContext, quotation: Quotation): string | undefined => {
  const { brief, library } = context;
  const near = brief.citations.filter(({ span }) => brief.sentences.some((sentence) => overlaps(sentence.span, quotation.span) && overlaps(sentence.span, span)));
  const withTexts = foundReferences(library, near).flatMap((reference) => {
    const text = library.textOf(reference);
    return text === undefined || text.passages.length === 0 ? [] : [{ reference, text, verdict: findQuotation(text, quotation.text) }];
  });
  const best = withTexts.sort((a, b) => verdictOrder.indexOf(a.verdict.kind) - verdictOrder.indexOf(b.verdict.kind))[0];
  if (best === undefined) return undefined;
  const { reference, text, verdict } = best;
  const name = nameOf(reference);
  if (verdict.passage === null) return `**Not found** in the text of ${escapeMarkdown(name)} (${escapeMarkdown(text.path)})`;
  const where = placeLink(context, reference, text, verdict.passage);
  if (verdict.kind === 'verbatim') return `**Found word for word** in ${escapeMarkdown(name)}, ${where}\n\n${quoteOf(verdict.passage, quotation.text)}`;
  const differences = verdict.differences.map(({ ours, theirs }) => `- ${saidOf(ours)} here, ${saidOf(theirs)} in the source`);
  return [`**The source has other words**: ${escapeMarkdown(name)}, ${where}`, differences.join('\n'), quoteOf(verdict.passage, verdict.differences[0]?.theirs ?? null)].join('\n\n');
};

const saidOf = (words: string): string => (words === '' ? 'nothing' : `“${escapeMarkdown(words)}”`);

const nameOf = (reference: Reference): string => {
  const { author, year } = authorYearOf(reference);
  return `${author} (${year})`;
};

/** Each once, in order. */
const foundReferences = (library: Library, citations: readonly Citation[]): readonly Reference[] => [
  ...new Set(
    citations.flatMap(({ works }) => works.flatMap((work) => library.referenceOf(work) ?? [])),
  ),
];

const mostListed = 5;

const listOf = (context: CitationHoverContext, references: readonly Reference[]): string =>
  references
    .slice(0, mostListed)
    .map((reference) => `- ${reference.format === 'list' ? '' : `\`@${codeOf(reference.id)}\` `}${formatReferenceMarkdown(reference, context.style)}`)
    .join('\n');

/** Key and file; the brief's own list needs no word. */
const placeOf = ({ links }: CitationHoverContext, reference: Reference): readonly string[] => {
  if (reference.format === 'list') return [];
  const key = `\`@${codeOf(reference.id)}\``;
  if (reference.path === null) return [`${key} in the front matter`];
  const address = links.toEntry(reference);
  const name = escapeMarkdown(reference.path);
  return [`${key} in ${address === null ? name : linkTo(name, address)}`];
};

/** The passages of the source that hold what the sentence says. */
const evidenceOf = (context: CitationHoverContext, reference: Reference, sentence: Sentence | undefined): readonly string[] => {
  const text = context.library.textOf(reference);
  if (text === undefined) return [];
  if (text.passages.length === 0) return [`*No text to look into:* ${escapeMarkdown(`${text.path}${text.problem === null ? '' : `, ${text.problem}`}`)}`];
  const hits = sentence === undefined ? [] : passagesFor(text, sentence);
  if (hits.length === 0) return [`*${escapeMarkdown(text.path)}* has nothing that plainly belongs to this sentence`];
  return hits.map((hit) => describeHit(context, reference, text, hit));
};

const describeHit = (context: CitationHoverContext, reference: Reference, text: SourceText, { passage, reason }: PassageHit): string => {
  const where = placeLink(context, reference, text, passage);
  const why = reason === null ? 'the same subject' : `“${escapeMarkdown(shortened(reason))}”`;
  return `${why}: ${where}\n\n${quoteOf(passage, reason)}`;
};

const placeLink = ({ links }: CitationHoverContext, reference: Reference, text: SourceText, passage: Passage): string => {
  const place = passage.page !== null ? `page ${passage.page}` : passage.line !== null ? `line ${passage.line}` : '';
  const words = escapeMarkdown([text.path.slice(text.path.lastIndexOf('/') + 1), place].filter((part) => part !== '').join(', '));
  const address = links.toPassage(reference, text, passage);
  return address === null ? words : linkTo(words, address);
};

/** An address has the names of files in it, which may be anything. */
const linkTo = (words: string, address: string): string => `[${words}](<${address.replace(/[<>()[\]\\\s]/gu, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}>)`;

/** What led to the passage stands out. */
const quoteOf = (passage: Passage, reason: string | null): string => {
  const excerpt = excerptOf(passage.text, reason);
  const words = (reason ?? '').replace(/\s+/gu, ' ').trim();
  const at = words === '' ? -1 : excerpt.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return `> ${escapeMarkdown(excerpt)}`;
  const end = at + words.length;
  return `> ${escapeMarkdown(excerpt.slice(0, at))}**${escapeMarkdown(excerpt.slice(at, end))}**${escapeMarkdown(excerpt.slice(end))}`;
};

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299).trimEnd()}…` : text);

/** Between backticks nothing is markup but backticks. */
const codeOf = (text: string): string => text.replace(/[`\r\n]+/gu, '');
