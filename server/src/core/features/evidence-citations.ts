import { findFigure, type FigureVerdict } from '../library/find-figure';
import { findQuotation, type QuotationVerdict } from '../library/find-quotation';
import type { CitationUse, Library, Resolution } from '../library/library';
import { topicOf } from '../library/passages';
import type { Passage, SourceText } from '../library/source-text';
import type { Brief, Sentence } from '../model/brief';
import type { Citation, CitationStyle, CitedWork } from '../text/citation';
import type { Quantity } from '../text/quantity';
import { containsSpan, sliceOf, type Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import { headingAt, isTelling, type EvidenceFigure } from './evidence-figures';

/** A place that names one work: `(OECD, 2026; World Bank, 2025)` gives two. */
export interface EvidenceCitation extends Span {
  readonly style: CitationStyle;
  /** Id of the entry that it leads to; null where it leads nowhere or to several. */
  readonly reference: string | null;
  readonly resolution: Resolution['kind'];
  /** Ids of entries that it may mean: several where it is ambiguous, the nearest where it is missing. */
  readonly candidates: readonly string[];
  readonly text: string;
  readonly section: string | null;
  readonly author: string | null;
  readonly year: string | null;
  readonly locator: string | null;
  readonly isOwnWork: boolean;
  /** Index into `works`; null for own work and for notes without a named source. */
  readonly work: number | null;
  readonly figures: readonly EvidenceVerdict<FigureVerdict['kind']>[];
  readonly quotations: readonly EvidenceVerdict<QuotationVerdict['kind']>[];
}

/** What the text of the source says to a figure or quotation beside the citation. */
export interface EvidenceVerdict<Kind extends string> extends Span {
  readonly text: string;
  /** `no-text`: there is nothing to look into. */
  readonly verdict: Kind | 'no-text';
  /** Of the passage that holds it; null where there is none, or its format has no pages (lines). */
  readonly page: number | null;
  readonly line: number | null;
}

export interface EvidenceWork {
  readonly name: string;
  readonly year: string | null;
  readonly reference: string | null;
  readonly citedBy: readonly number[];
}

export interface CitationLedger {
  readonly citations: readonly EvidenceCitation[];
  readonly works: readonly EvidenceWork[];
}

export const citationLedger = (brief: Brief, library: Library, figures: readonly EvidenceFigure[]): CitationLedger => {
  const works = new WorkList(brief);
  const uses = [...brief.citations, ...brief.footnotes.flatMap(({ citations }) => citations)]
    .flatMap(toUses)
    .filter((use) => !isAccountName(brief, library, use))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const citations = uses.map((use, i): EvidenceCitation => {
    const named = namedBy(brief, use);
    const resolution = resolutionOf(library, named);
    const text = resolution.kind === 'found' ? library.textOf(resolution.reference) : undefined;
    const beside = factsBeside(brief, use.citation, figures);
    return {
      start: use.span.start,
      end: use.span.end,
      style: use.citation.style,
      reference: resolution.kind === 'found' ? resolution.reference.id : null,
      resolution: resolution.kind,
      candidates: candidatesOf(resolution),
      text: sliceOf(brief.text, use.span),
      section: brief.footnotes.some(({ span }) => containsSpan(span, use.span)) ? null : headingAt(brief, use.span.start),
      author: use.work?.author ?? null,
      year: use.work?.year ?? null,
      locator: use.work?.locator ?? null,
      isOwnWork: use.citation.isOwnWork,
      work: works.add(named, library, i),
      figures: beside.quantities.map((quantity) => figureVerdict(quantity, text, beside.sentence)),
      quotations: beside.quotations.map(({ span, text: quoted }) => quotationVerdict(span, quoted, text)),
    };
  });
  return { citations, works: works.toList() };
};

interface Use {
  readonly citation: Citation;
  readonly work: CitedWork | null;
  readonly span: Span;
}

const toUses = (citation: Citation): readonly Use[] => {
  if (citation.works.length === 0) return [{ citation, work: null, span: citation.span }];
  return citation.works.map((work) => ({ citation, work, span: spanOfUse({ citation, work }) }));
};

/** A citation of one work with its brackets; one of several, or of a source line, only as far as it names the work. */
export const spanOfUse = ({ citation, work }: CitationUse): Span => (citation.works.length === 1 && citation.style !== 'source-line' ? citation.span : work.span);

/** A mark of a note names what its note names. */
const namedBy = (brief: Brief, { citation, work }: Use): readonly CitedWork[] => {
  if (work === null) return [];
  if (citation.style !== 'footnote' || work.author !== null) return [work];
  const label = work.key?.toLowerCase();
  const note = brief.footnotes.find((footnote) => footnote.label.toLowerCase() === label);
  const named = (note?.citations ?? []).flatMap(({ works }) => works);
  return named.length > 0 ? named : [work];
};

/** Of several works, the first that leads somewhere. */
const resolutionOf = (library: Library, named: readonly CitedWork[]): Resolution => {
  const resolutions = named.map((work) => library.resolve(work));
  return resolutions.find(({ kind }) => kind === 'found') ?? resolutions[0] ?? { kind: 'not-listed' };
};

/** A bare `@word` that no key is spelt like is the name of an account. */
const isAccountName = (brief: Brief, library: Library, { citation, work }: Use): boolean => {
  if (citation.style !== 'key' || work === null || brief.text[citation.span.start] === '[' || /\d/.test(work.key ?? '')) return false;
  const resolution = library.resolve(work);
  return resolution.kind === 'missing' && resolution.nearest.length === 0;
};

const candidatesOf = (resolution: Resolution): readonly string[] => {
  switch (resolution.kind) {
    case 'found':
    case 'not-listed':
      return [];
    case 'ambiguous':
      return resolution.references.map(({ id }) => id);
    case 'missing':
      return resolution.nearest.map(({ id }) => id);
  }
};

/** Works in the order in which they are first cited, each once under whatever names. */
class WorkList {
  readonly #brief: Brief;
  readonly #works: { readonly name: string; readonly year: string | null; readonly reference: string | null; readonly citedBy: number[] }[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #titles = new Map<string, string>();

  constructor(brief: Brief) {
    this.#brief = brief;
  }

  /** Gives the first of them; null where nobody is named. */
  add(named: readonly CitedWork[], library: Library, citation: number): number | null {
    const indices = named.flatMap((work) => this.#addOne(work, library.resolve(work), citation) ?? []);
    return indices[0] ?? null;
  }

  #addOne(work: CitedWork, resolution: Resolution, citation: number): number | null {
    const key = this.#keyOf(work, resolution);
    if (key === null) return null;
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      const citedBy = this.#works[known]?.citedBy;
      if (citedBy?.includes(citation) === false) citedBy.push(citation);
      return known;
    }
    const reference = resolution.kind === 'found' ? resolution.reference : null;
    this.#works.push({ name: work.author ?? work.title ?? work.key ?? '', year: work.year ?? reference?.year ?? null, reference: reference?.id ?? null, citedBy: [citation] });
    this.#byKey.set(key, this.#works.length - 1);
    return this.#works.length - 1;
  }

  toList(): readonly EvidenceWork[] {
    return this.#works;
  }

  #keyOf(work: CitedWork, resolution: Resolution): string | null {
    if (resolution.kind === 'found') return `reference ${resolution.reference.path ?? ''} ${resolution.reference.id}`;
    if (work.author === null) return work.title !== null ? `title ${work.title.toLowerCase()} ${work.year ?? ''}` : work.key === null ? null : `key ${work.key}`;
    const key = `name ${this.#brief.aliases.classOf(work.author)} ${work.year ?? ''}`;
    const title = work.title?.toLowerCase();
    if (title === undefined) return key;
    // Two titles are two works; a citation without one may mean either, and is counted with the first.
    const first = this.#titles.get(key) ?? title;
    this.#titles.set(key, first);
    return first === title ? key : `${key} ${title}`;
  }
}

interface Beside {
  readonly sentence: Sentence | null;
  readonly quantities: readonly Quantity[];
  readonly quotations: Sentence['quotations'];
}

/** A source line of several works does not say which cell is whose. */
const mostCells = 200;

const factsBeside = (brief: Brief, citation: Citation, figures: readonly EvidenceFigure[]): Beside => {
  const isListed = ({ span }: Quantity): boolean => figures.some(({ start, end }) => start === span.start && end === span.end);
  const sentence = brief.sentences.find(({ citations }) => citations.includes(citation)) ?? null;
  if (sentence !== null) {
    // "According to Ruiz (2024), 40% ride" takes what follows from it; "40% ride (Ruiz, 2024), and 12 million walk" only what stands before.
    const isNamed = citation.style === 'narrative' || (citation.style === 'key' && brief.text[citation.span.start] !== '[');
    const isItsOwn = ({ span }: Quantity): boolean => isNamed || span.end <= citation.span.start;
    return { sentence, quantities: sentence.quantities.filter((quantity) => isTelling(quantity) && isListed(quantity) && isItsOwn(quantity)), quotations: sentence.quotations.filter(isQuoted) };
  }
  const line = brief.sourceLines.find(({ citations }) => citations.includes(citation));
  const covered = brief.blocks[line?.covers ?? -1];
  if (covered?.kind !== 'table' || citation.works.length !== 1) return { sentence: null, quantities: [], quotations: [] };
  const cells = covered.rows.flat().flatMap(({ quantities }) => quantities);
  return { sentence: null, quantities: cells.filter(isTelling).slice(0, mostCells), quotations: [] };
};

/** Fewer words are a term, not somebody's words. */
const isQuoted = ({ text, mark }: Sentence['quotations'][number]): boolean => mark !== 'single' && text.trim().split(/\s+/).length >= 4;

const figureVerdict = (quantity: Quantity, text: SourceText | undefined, sentence: Sentence | null): EvidenceCitation['figures'][number] => {
  const base = { start: quantity.span.start, end: quantity.span.end, text: quantity.text };
  if (text === undefined) return { ...base, verdict: 'no-text', page: null, line: null };
  const { kind, passages } = findFigure(text, quantity, sentence === null ? undefined : topicOf(sentence));
  return { ...base, verdict: kind, ...placeOf(passages[0]) };
};

const quotationVerdict = (span: Span, quoted: string, text: SourceText | undefined): EvidenceCitation['quotations'][number] => {
  const base = { start: span.start, end: span.end, text: quoted };
  if (text === undefined) return { ...base, verdict: 'no-text', page: null, line: null };
  const { kind, passage } = findQuotation(text, quoted);
  return { ...base, verdict: kind, ...placeOf(passage ?? undefined) };
};

const placeOf = (passage: Passage | undefined): Pick<EvidenceVerdict<string>, 'page' | 'line'> => ({ page: passage?.page ?? null, line: passage?.line ?? null });

/** Gives the citations whose place meets a span, by index. */
export const citationFinder = (citations: readonly EvidenceCitation[]): ((span: Span) => readonly number[]) => {
  const places = createSpanIndex(citations.map((span, index) => ({ span, index })));
  return (span) => places.overlapping(span).map(({ index }) => index).sort((a, b) => a - b);
};
