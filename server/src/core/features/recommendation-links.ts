/**
 * What a recommendation rests on in its own brief: the sentences and rows before it that speak of the same. A place is taken for what it has in common with
 * the recommendation – words, the rarer the better, figures, cited works – or because the recommendation names it ("as Section 3 shows").
 */
import { recommendationItems, type RecommendationItem } from '../lint/recommendation-items';
import { canCarry, termsOf, termsOfItem, withoutBodies, type Term } from '../lint/recommendation-words';
import type { Brief, Section } from '../model/brief';
import { citationsByPlace } from '../model/by-place';
import { figureFrames } from '../model/figures/frame';
import { rememberByBrief } from '../model/remember-by-brief';
import type { Citation, CitedWork } from '../text/citation';
import type { Quantity } from '../text/quantity';
import { containsSpan, overlaps, sliceOf, spanOf, type Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import { mentionsOf } from './figures/figure-mentions';
import { namedPlaces } from './named-places';

export interface CarryingPlace {
  readonly span: Span;
  readonly section: number;
  /** Its words, without markup. */
  readonly text: string;
  /** What links the two, as it stands there: words, figures, citations, or the name that the recommendation calls the place by. */
  readonly words: readonly string[];
}

export interface LinkedRecommendation {
  readonly item: RecommendationItem;
  /** Up to the next one, within the block or section that it begins in. */
  readonly reach: Span;
  /** At most three, in order of the text. */
  readonly carriedBy: readonly CarryingPlace[];
}

export const linkRecommendations = rememberByBrief((brief): readonly LinkedRecommendation[] => {
  const items = recommendationItems(brief);
  if (items.length === 0) return [];
  const index = new PlaceIndex(brief);
  return items.map((item, i) => {
    const reach = reachOf(brief, item, items[i + 1]);
    return { item, reach, carriedBy: index.placesFor(item, reach) };
  });
});

const reachOf = (brief: Brief, { span }: RecommendationItem, next: RecommendationItem | undefined): Span => {
  const block = brief.blocks.find((candidate) => containsSpan(candidate.span, span));
  const section = brief.sections.find(({ heading }) => heading !== null && containsSpan(heading.span, span));
  const end = block?.span.end ?? section?.bodySpan.end ?? span.end;
  const isInside = next !== undefined && next.span.start > span.start && next.span.start < end;
  return spanOf(span.start, isInside ? next.span.start : end);
};

interface Place {
  readonly span: Span;
  readonly section: number;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly quantities: readonly Quantity[];
}

/** A place with what it has in common with one recommendation. */
interface Candidate {
  readonly place: Place;
  score: number;
  /** Shared words with what they weigh. */
  readonly words: Map<Term, number>;
  /** Figures and citations: each is enough by itself. */
  readonly marks: string[];
  /** Figures that have the same value, and may be of something else: enough beside a word. */
  readonly values: string[];
}

const mostPlaces = 3;
/** A place with less of the best one's weight only shares its topic. */
const leastOfBest = 0.4;
const mostWords = 4;
/** A word in so many places is what the whole brief is about. */
const commonShare = 0.33;
const fewPlaces = 6;
/** Whatever its share, for the sake of time. */
const manyPlaces = 120;

class PlaceIndex {
  readonly #brief: Brief;
  readonly #places: readonly Place[];
  readonly #byLemma = new Map<string, { readonly place: Place; readonly term: Term }[]>();
  readonly #byWork = new Map<string, { readonly place: Place; readonly citation: Citation }[]>();
  readonly #byValue = new Map<string, { readonly place: Place; readonly text: string }[]>();
  readonly #bySpan;

  constructor(brief: Brief) {
    this.#brief = brief;
    this.#places = placesOf(brief);
    this.#bySpan = createSpanIndex(this.#places);
    for (const place of this.#places) {
      const seen = new Set<string>();
      for (const term of termsOf(withoutBodies(place.text))) {
        for (const lemma of term.lemmas) {
          if (seen.has(lemma)) continue;
          seen.add(lemma);
          push(this.#byLemma, lemma, { place, term });
        }
      }
      for (const quantity of place.quantities) if (isTellingValue(quantity)) push(this.#byValue, valueKey(quantity), { place, text: quantity.text });
      for (const citation of place.citations) for (const work of citation.works) push(this.#byWork, workKey(brief, work), { place, citation });
    }
  }

  placesFor(item: RecommendationItem, reach: Span): readonly CarryingPlace[] {
    const candidates = new Map<Place, Candidate>();
    const candidateOf = (place: Place): Candidate => {
      const candidate = candidates.get(place) ?? { place, score: 0, words: new Map(), marks: [], values: [] };
      candidates.set(place, candidate);
      return candidate;
    };
    const enough = this.#scoreWords(item, candidateOf);
    this.#scoreFigures(item, reach, candidateOf);
    this.#scoreCitations(reach, candidateOf);
    const named = namedPlaces(this.#brief, sliceOf(this.#brief.text, reach)).filter(({ section }) => isCarrying(this.#brief, section));
    const found = [...candidates.values()]
      .filter(({ marks, values, words, score }) => marks.length > 0 || (values.length > 0 && words.size > 0) || (score >= enough && hasTwo([...words.keys()])))
      .sort((a, b) => b.score - a.score || a.place.span.start - b.place.span.start);
    const least = (found[0]?.score ?? 0) * leastOfBest;
    const scored = found.filter(({ score, place }) => score >= least && !named.some(({ span }) => overlaps(span, place.span))).map(toCarrying);
    return [...named.map(({ span, section, name }) => ({ span, section, text: sliceOf(this.#brief.text, span), words: [name] })), ...scored].slice(0, mostPlaces).sort((a, b) => a.span.start - b.span.start);
  }

  /** Gives what a place must reach on words alone: a third of what the recommendation's own most telling words weigh. */
  #scoreWords(item: RecommendationItem, candidateOf: (place: Place) => Candidate): number {
    const { opening, all } = termsOfItem(item, this.#brief);
    const inOpening = new Set(opening.flatMap(({ lemmas }) => lemmas));
    const weights: number[] = [];
    const asked = new Set<string>();
    for (const term of all) {
      const [first = ''] = term.lemmas;
      if (asked.has(first)) continue;
      asked.add(first);
      const lemma = term.lemmas.find((each) => this.#isTelling(each));
      if (lemma === undefined) continue;
      const holders = this.#byLemma.get(lemma) ?? [];
      const weight = Math.log(1 + this.#places.length / holders.length) * (inOpening.has(first) ? 1 : 0.5) * (term.isName && !item.opening.startsWith(term.written) ? 1.25 : 1);
      weights.push(weight);
      for (const { place, term: there } of holders) {
        const candidate = candidateOf(place);
        if (candidate.words.has(there)) continue;
        candidate.words.set(there, weight);
        // Between two that say the same, the one with evidence.
        candidate.score += weight * (place.quantities.length > 0 || place.citations.length > 0 ? 1.1 : 1);
      }
    }
    const own = weights.sort((a, b) => b - a).slice(0, mostWords + 2).reduce((sum, weight) => sum + weight, 0);
    return own / 3;
  }

  #isTelling(lemma: string): boolean {
    const count = this.#byLemma.get(lemma)?.length ?? 0;
    return count > 0 && count <= manyPlaces && (count <= fewPlaces || count <= this.#places.length * commonShare);
  }

  #scoreFigures({ quantities }: RecommendationItem, reach: Span, candidateOf: (place: Place) => Candidate): void {
    for (const quantity of quantities) {
      const holders = this.#byValue.get(valueKey(quantity)) ?? [];
      if (holders.length > fewPlaces) continue;
      for (const { place, text } of holders) mark(candidateOf(place), 'values', text, 2);
    }
    for (const frame of framesIn(this.#brief, reach)) {
      for (const mention of mentionsOf(this.#brief, frame)) {
        const [place] = overlaps(mention.quantity.span, reach) ? [] : this.#bySpan.overlapping(mention.quantity.span);
        if (place !== undefined) mark(candidateOf(place), 'marks', mention.quantity.text, 3);
      }
    }
  }

  #scoreCitations(reach: Span, candidateOf: (place: Place) => Candidate): void {
    const works = new Set(citationsByPlace(this.#brief).overlapping(reach).flatMap((citation) => citation.works.map((work) => workKey(this.#brief, work))));
    for (const work of works) {
      const holders = this.#byWork.get(work) ?? [];
      for (const { place, citation } of holders) mark(candidateOf(place), 'marks', sliceOf(this.#brief.text, citation.span), 3 / Math.sqrt(holders.length));
    }
  }
}

/** The words of one name are one: "Rural Supply Fund" says of whom, and not yet what. */
const hasTwo = (terms: readonly Term[]): boolean => {
  const sorted = [...terms].sort((a, b) => a.start - b.start);
  return sorted.filter((term, i) => !isOneName(sorted[i - 1], term)).length >= 2;
};

const isOneName = (before: Term | undefined, term: Term): boolean => before?.isName === true && term.isName && term.start - before.end <= longestJoint;
/** " of the ", or the bracket of an acronym. */
const longestJoint = 10;

const push = <Value>(lists: Map<string, Value[]>, key: string, value: Value): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

const mark = (candidate: Candidate, list: 'marks' | 'values', text: string, score: number): void => {
  const words = text.replace(/\s+/g, ' ').trim();
  if (candidate.marks.includes(words) || candidate.values.includes(words)) return;
  candidate[list].push(words);
  candidate.score += score;
};

/** "38%" and "EUR 4.1 million" say more than "two", "10" and "2024". */
const isTellingValue = ({ form, value }: Quantity): boolean => value !== null && !['year', 'date', 'ordinal', 'duration'].includes(form) && /[1-9][0-9]*?[1-9]/.test(String(value).replace('.', ''));

const valueKey = ({ unit, value }: Quantity): string => `${unit ?? ''} ${String(value)}`;

const toCarrying = ({ place, words, marks, values }: Candidate): CarryingPlace => {
  const best = [...words].sort(([, a], [, b]) => b - a).slice(0, mostWords).map(([term]) => term);
  const shared = best.sort((a, b) => a.start - b.start).map(({ written }) => written);
  return { span: place.span, section: place.section, text: place.text, words: [...new Set([...marks, ...values, ...shared])].slice(0, mostWords) };
};

const framesIn = (brief: Brief, reach: Span) => framesByPlace(brief).overlapping(reach).map(({ frame }) => frame);

const framesByPlace = rememberByBrief((brief) => createSpanIndex(figureFrames(brief).map((frame) => ({ span: frame.quantity.span, frame }))));

const isCarrying = (brief: Brief, index: number): boolean => {
  const section: Section | undefined = brief.sections[index];
  return section !== undefined && canCarry(section);
};

/** What is to be watched or measured later was not found out. */
const toWatch = /^\W*(?:signs? to watch|what to watch|indicators?|measures? of success|targets?)\W*:/i;

/** Sentences and rows of what was found out and weighed. */
const placesOf = (brief: Brief): readonly Place[] => {
  const sentences = brief.sentences
    .filter(({ section, container, isQuestion, text }) => container !== 'footnote' && !isQuestion && !/:\s*$/.test(text) && !toWatch.test(text) && isCarrying(brief, section))
    .map(({ span, section, text, citations, quantities }): Place => ({ span, section, text, citations, quantities }));
  const rows = brief.tables
    .filter(({ section }) => isCarrying(brief, section))
    .flatMap(({ section, rows: tableRows }) => tableRows.flatMap((row) => rowPlace(section, row) ?? []));
  return [...sentences, ...rows].sort((a, b) => a.span.start - b.span.start);
};

const rowPlace = (section: number, row: Brief['tables'][number]['rows'][number]): Place | undefined => {
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined || last.span.end <= first.span.start) return undefined;
  return { span: spanOf(first.span.start, last.span.end), section, text: row.map(({ text }) => text).join(' | '), citations: [], quantities: row.flatMap(({ quantities }) => quantities) };
};

const workKey = ({ aliases }: Brief, { author, year, key, title }: CitedWork): string => (author === null ? (key ?? title ?? '') : `${aliases.classOf(author)} ${year ?? ''}`).toLowerCase();
