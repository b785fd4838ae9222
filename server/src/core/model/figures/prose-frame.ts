import { containsSpan, spanOf, type Span } from '../../text/span';
import { createSpanIndex } from '../../text/span-index';
import type { Brief, Sentence } from '../brief';
import type { Quantity } from '../../text/quantity';
import { rememberByBrief } from '../remember-by-brief';
import { readEachSentence, someOf } from '../sentence-memory';
import { createContentMemory } from './content-memory';
import { findGroups, findScenarios, headsTargets, speaksOfTarget } from './cues';
import type { FigureContent, FigureFrame, FigureValue, Voice } from './figure';
import { headingsOf, numbersOfHeading } from './figure-headings';
import { areSameQuantities, sectionKey, sentenceKey } from './figure-key';
import { blocksWithYears, hasSeveralYears } from './other-thing';
import { captionBlocks, indexOfQuantity, isSummary, noteLabelOf, sentenceAt, sourcesOf, voiceOf, type FigureFinder } from './figure-places';
import { figureWordsOf, type FigureWords } from './figure-words';
import { frameAt } from './frame-at';
import { isFigure } from './is-figure';
import { contentLemmas, isStopWord, lemmaOf, wordsOf } from './lemmas';
import { nameIndexOf, namesOfHeading, type NameIndex } from './names';
import { findPeriodsIn } from './periods';
import { firstPlanYear, withCalendarYears } from './plan-years';

interface ReadSentence {
  readonly quantities: readonly Quantity[];
  /** What it says of each; null for a figure that has no frame. */
  readonly contents: readonly (FigureContent | null)[];
}

const memory = createContentMemory<ReadSentence>();

export const proseFrames = (brief: Brief, find: FigureFinder): FigureFrame[] => {
  memory.expect(brief.sentences.length + brief.noteSentences.length);
  const settled = settledIn(brief);
  const frames: FigureFrame[] = [];
  const figures = figuresOfSentences(brief);
  for (const [i, sentence] of brief.sentences.entries()) {
    const own = figures[i];
    if (own) frames.push(...framesOfSentence(brief, settled, sentence, own));
  }
  for (const sentence of brief.noteSentences) {
    const places = placesWhere(sentence, (quantity) => find(quantity) !== undefined);
    if (places !== null) frames.push(...framesOfSentence(brief, settled, sentence, { places, kept: null }));
  }
  return frames;
};

/** The figures of a sentence, and what was made of them last. */
interface SentenceFigures {
  /** Which of its quantities are figures. */
  readonly places: readonly number[];
  kept: KeptFrames | null;
}

const figuresOfSentences = readEachSentence((sentence): SentenceFigures | null => {
  const foreign = createSpanIndex([...sentence.falseFriends, ...sentence.citations.filter(({ style }) => style !== 'link')]);
  const places = placesWhere(sentence, (quantity) => isFigure(quantity) && !(foreign.meets(quantity.span) && isPartOfName(sentence, quantity.span)));
  return places && { places, kept: null };
});

const placesWhere = (sentence: Sentence, isOne: (quantity: Quantity) => boolean): readonly number[] | null => {
  if (sentence.isQuestion) return null;
  const places = sentence.quantities.flatMap((quantity, place) => (isOne(quantity) ? [place] : []));
  return places.length === 0 || places.length > mostFigures ? null : places;
};

const isPartOfName = ({ falseFriends, citations }: Sentence, span: Span): boolean =>
  falseFriends.some((friend) => friend.span.start <= span.start && span.start < friend.span.end) || citations.some((citation) => citation.style !== 'link' && containsSpan(citation.span, span));

/** More than this many figures in one sentence are a list, and nobody can tell which word belongs to which. */
const mostFigures = 12;

/** What the contents of a sentence depend on beside its own words. */
interface Setup {
  readonly names: string;
  readonly planStart: number | null;
  readonly section: string;
  readonly before: string;
  readonly earlierPeriods: readonly string[];
  readonly voice: Voice;
  readonly noteLabel: string | null;
  readonly hasSeveralYears: boolean;
}

/** What is the same for all sentences of the brief. */
interface Settled extends Pick<Setup, 'names' | 'planStart'> {
  readonly captions: ReadonlySet<number>;
  readonly withYears: ReadonlySet<number>;
  readonly sections: ReadonlyMap<number, string>;
}

const settledIn = (brief: Brief): Settled => ({
  names: nameIndexOf(brief).key,
  planStart: firstPlanYear(brief),
  captions: captionBlocks(brief),
  withYears: blocksWithYears(brief),
  sections: new Map(brief.sections.map(({ index }) => [index, sectionKey(brief, index)])),
});

interface KeptFrames extends Setup {
  readonly contents: readonly (FigureContent | null)[];
  /** Where it stood, with its frames there. */
  sentence: Sentence;
  indices: readonly number[];
  frames: readonly FigureFrame[];
}

const framesOfSentence = (brief: Brief, settled: Settled, sentence: Sentence, own: SentenceFigures): readonly FigureFrame[] => {
  const { places, kept: known } = own;
  const quantities = places.flatMap((place) => sentence.quantities[place] ?? []);
  const indices = quantities.map((quantity) => indexOfQuantity(brief, quantity) ?? -1);
  if (known === null || !isUpToDate(known, brief, settled, sentence)) {
    const contents = contentsOf(brief, sentence, quantities);
    const frames = placeContents(contents, sentence, quantities, indices);
    own.kept = { ...setupOf(brief, settled, sentence), contents, sentence, indices, frames };
    return frames;
  }
  if (known.sentence === sentence && isSameList(known.indices, indices)) return known.frames;
  known.sentence = sentence;
  known.indices = indices;
  known.frames = placeContents(known.contents, sentence, quantities, indices);
  return known.frames;
};

const setupOf = (brief: Brief, { names, planStart }: Settled, sentence: Sentence): Setup => ({
  names,
  planStart,
  section: sectionKey(brief, sentence.section),
  before: wordsInFront(brief, sentence),
  earlierPeriods: earlierPeriods(brief, sentence),
  voice: voiceOf(brief, sentence),
  noteLabel: noteLabelOf(brief, sentence),
  hasSeveralYears: hasSeveralYears(brief, sentence.block),
});

/** Without making a setup: after a keystroke, all of them but one or two are as they were. */
const isUpToDate = (known: KeptFrames, brief: Brief, { names, planStart, sections, captions, withYears }: Settled, sentence: Sentence): boolean =>
  known.names === names &&
  known.planStart === planStart &&
  known.section === sections.get(sentence.section) &&
  known.before === wordsInFront(brief, sentence) &&
  isSameList(known.earlierPeriods, earlierPeriods(brief, sentence)) &&
  (sentence.container === 'footnote' ? known.noteLabel === noteLabelOf(brief, sentence) : (known.voice === 'caption') === captions.has(sentence.block)) &&
  known.hasSeveralYears === withYears.has(sentence.block);

const isSameList = <Item>(a: readonly Item[], b: readonly Item[]): boolean => a === b || (a.length === b.length && a.every((item, i) => item === b[i]));

/** By its words, for a sentence that was put elsewhere, or whose paragraph was changed. */
const contentsOf = (brief: Brief, sentence: Sentence, quantities: readonly Quantity[]): readonly (FigureContent | null)[] => {
  const surroundings = surroundingsOf(brief, sentence);
  const key = [nameIndexOf(brief).key, String(firstPlanYear(brief)), sectionKey(brief, sentence.section), surroundings.before, surroundings.earlierPeriods.join(','), sentenceKey(brief, sentence, quantities)].join('\n');
  const { contents } = memory.get(
    key,
    () => ({ quantities, contents: readSentence(brief, sentence, surroundings, quantities) }),
    (read) => areSameQuantities(read.quantities, quantities),
  );
  return contents;
};

const placeContents = (contents: readonly (FigureContent | null)[], { section, block, index: at }: Sentence, quantities: readonly Quantity[], indices: readonly number[]): FigureFrame[] => {
  const frames: FigureFrame[] = [];
  for (const [i, content] of contents.entries()) {
    const [quantity, index] = [quantities[i], indices[i]];
    if (content && quantity && index !== undefined) frames.push(frameAt(content, { index, quantity, section, block, sentence: at, earlier: indices.slice(0, i), cell: null }));
  }
  return frames;
};

const readSentence = (brief: Brief, sentence: Sentence, surroundings: Surroundings, quantities: readonly Quantity[]): readonly (FigureContent | null)[] => {
  const found = quantities.map((quantity) => ({ quantity, span: spanInText(sentence, quantity) }));
  const setting = settingOf(brief, sentence, surroundings);
  const words = figureWordsOf(
    setting.text,
    found.map(({ span }) => span),
  );
  return withNeighbours(
    found.map((item, i) => {
      const said = words[i];
      return said ? contentOf(item, said, setting) : null;
    }),
  );
};

const withNeighbours = (contents: readonly (FigureContent | null)[]): readonly (FigureContent | null)[] => {
  const all = contents.flatMap((content) => (content === null ? [] : [{ content, neighbour: { dimension: content.value.dimension, near: content.near } }]));
  if (all.length < 2) return contents;
  return contents.map((content) => content && { ...content, neighbours: all.flatMap((other) => (other.content === content ? [] : [other.neighbour])) });
};

interface Found {
  readonly quantity: Quantity;
  /** Into the sentence's text. */
  readonly span: Span;
}

/** What all figures of a sentence have in common. */
interface Setting {
  /** Without citations and price bases. */
  readonly text: string;
  readonly names: NameIndex;
  readonly surroundings: Surroundings;
  readonly aroundLemmas: readonly string[];
  readonly places: readonly string[];
  readonly isAmongTargets: boolean;
  /** The year of "year one". */
  readonly planStart: number | null;
  readonly shared: Pick<FigureContent, 'context' | 'contextGroups' | 'sources' | 'headingNumbers' | 'isInSummary' | 'voice'>;
}

const settingOf = (brief: Brief, sentence: Sentence, surroundings: Surroundings): Setting => {
  const names = nameIndexOf(brief);
  const text = withoutAsides(sentence);
  const label = noteLabelOf(brief, sentence);
  const aroundLemmas = lemmasOf(`${surroundings.before} | ${surroundings.headings}`, names);
  return {
    text,
    names,
    surroundings,
    planStart: firstPlanYear(brief),
    aroundLemmas,
    places: namesOfHeading(surroundings.headings).filter(names.isPlace),
    isAmongTargets: headsTargets(surroundings.headings) || (surroundings.before.endsWith(':') && speaksOfTarget(surroundings.before, '')),
    shared: {
      context: new Set([...lemmasOf(text, names), ...aroundLemmas]),
      contextGroups: findGroups(`${surroundings.before} ${text}`),
      // A note is called by the sentence that it bears out, which cites it.
      sources: [...(label === null ? [] : [label]), ...sourcesOf(sentence)],
      headingNumbers: numbersOfHeading(brief, sentence.section),
      isInSummary: isSummary(brief, sentence.section),
      voice: voiceOf(brief, sentence),
    },
  };
};

const contentOf = ({ quantity, span }: Found, words: FigureWords, setting: Setting): FigureContent => {
  const { text, names, surroundings, aroundLemmas, places, isAmongTargets } = setting;
  const { before, after, manner } = words;
  const own = `${before} ${after}`;
  const periods = withCalendarYears(ownPeriods(quantity, words.periods), setting.planStart);
  const base = baseOf(quantity, before, after);
  const said = new Set(lemmasOf(`${text.slice(0, span.start)} | ${own}`, names));
  return {
    ...setting.shared,
    value: valueOf(quantity),
    own: new Set(lemmasOf(names.withoutSubject(own), names)),
    near: new Set(lemmasOf(own, names)),
    said,
    lead: new Set([...said, ...aroundLemmas]),
    names: [...new Set([...words.names, ...places])],
    base,
    denominator: denominatorOf(quantity, before, base),
    thing: thingOf(quantity),
    periods,
    contextPeriods: periods.length > 0 ? [] : withCalendarYears(contextPeriods(text, surroundings), setting.planStart),
    relativeTimes: words.relativeTimes,
    groups: words.groups,
    contrasts: words.contrasts,
    scenarios: findScenarios(own, surroundings.headings, text),
    manner: { ...manner, isTarget: manner.isTarget || isAmongTargets },
    role: words.role,
    subject: words.subject,
    modifiers: words.modifiers,
    neighbours: [],
    attributions: words.attributions,
  };
};

/** Halving, since offsets never fall. */
const offsetInText = (sentence: Sentence, offset: number): number => {
  let low = 0;
  let high = sentence.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentence.toSource(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** "In 2025 prices" dates the money, not the figure. */
const priceBasis = /\b(?:in|at)\s+(?:constant\s+|current\s+)?(?:FY\s?)?\d{4}(?:[-–/]\d{2,4})?\s+(?:prices|dollars|pounds|rupees|euros|terms|money|values)\b/giu;

/** The sentence with blanks for its citations and price bases, whose names and years are not the figure's. */
const withoutAsides = (sentence: Sentence): string => {
  // A wrapped line ends in the middle of a word group: "before housing⏎costs".
  let text = sentence.text.replace(/[\r\n\t]/g, ' ').replace(priceBasis, (match) => ' '.repeat(match.length));
  for (const { span, style } of [...sentence.citations, ...sentence.falseFriends.map((friend) => ({ span: friend.span, style: 'parenthetical' }))]) {
    if (style === 'link' || style === 'narrative') continue;
    const [start, end] = [offsetInText(sentence, span.start), offsetInText(sentence, span.end)];
    text = text.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + text.slice(Math.max(start, end));
  }
  return text;
};

const spanInText = (sentence: Sentence, { span }: Quantity): Span => spanOf(offsetInText(sentence, span.start), offsetInText(sentence, span.end));

export const valueOf = ({ low, high, value, unit, dimension, scale }: Quantity): FigureValue => ({ low, high, value, unit, dimension, scale });

/** Lemmas that carry meaning; acronyms and their full forms give one and the same. */
export const lemmasOf = (text: string, names: NameIndex): string[] => contentLemmas(names.shorten(text));

/** What heads, the sentence before and the line above a list add. */
interface Surroundings {
  readonly before: string;
  readonly headings: string;
  /** Of the last sentence of the paragraph that has any. */
  readonly earlierPeriods: readonly string[];
}

const surroundingsOf = (brief: Brief, sentence: Sentence): Surroundings => ({ before: wordsInFront(brief, sentence), headings: headingsOf(brief, sentence.section), earlierPeriods: earlierPeriods(brief, sentence) });

const wordsInFront = (brief: Brief, sentence: Sentence): string => {
  if (sentence.container === 'list-item') return introOf(brief, sentence);
  const previous = sentenceAt(brief, sentence.index - 1);
  const isNear = previous !== undefined && (previous.block === sentence.block || (previous.block === sentence.block - 1 && /:\s*$/.test(previous.text)));
  return isNear ? previous.text : '';
};

/** Sentences farther back than this set no time for the figure. */
const farthestBack = 4;

const earlierPeriods = (brief: Brief, { index, block, container }: Sentence): readonly string[] => {
  const periods = periodsOfSentences(brief);
  for (let at = index - 1; container !== 'list-item' && at >= index - farthestBack; at--) {
    const earlier = sentenceAt(brief, at);
    if (earlier?.block !== block) break;
    const found = at < periods.length ? periods[at] : someOf(findPeriodsIn(earlier.text));
    if (found) return found;
  }
  return none;
};

const none: readonly string[] = [];
const periodsOfSentences = readEachSentence(({ text }) => someOf(findPeriodsIn(text)));

/** The first sentence of each block, by index. */
const firstOfBlock = rememberByBrief((brief) => {
  const first = new Map<number, number>();
  for (const { block, index } of brief.sentences) if (!first.has(block)) first.set(block, index);
  return first;
});

/** The sentence above the list, if a colon leads to it. */
const introOf = (brief: Brief, { block }: Sentence): string => {
  const intro = brief.sentences[(firstOfBlock(brief).get(block) ?? 0) - 1];
  return intro?.block === block - 1 && /:\s*$/.test(intro.text) ? intro.text : '';
};

const ownPeriods = (quantity: Quantity, periods: readonly string[]): readonly string[] => {
  if (periods.length <= 1) return periods;
  // Several years stand around it: the reader of numbers says which one is meant.
  const meant = quantity.when === null ? [] : findPeriodsIn(quantity.when);
  return meant.length > 0 ? meant : periods;
};

const contextPeriods = (text: string, { before, earlierPeriods: earlier, headings }: Surroundings): readonly string[] =>
  [findPeriodsIn(text), findPeriodsIn(before), earlier, findPeriodsIn(headings)].find((periods) => periods.length > 0) ?? [];

/** What a share is a share of, or what is counted: the last word of its noun. A share in brackets is one of the noun before it. */
const baseOf = ({ form, dimension, what, text }: Quantity, before: string, after: string): string | null => {
  const counted = form === 'number' ? /\bnumbers? of ((?:[\p{L}’'-]+\s*){1,4})/iu.exec(before)?.[1] : undefined;
  if (counted !== undefined) return headOf(takeNoun(wordsOf(counted).map(({ lower }) => lower)));
  // "One in five adults"
  if (form === 'count' || (form === 'ratio' && !/^\s*of\b/iu.test(after) && /\b(?:in|out of)\b/iu.test(text))) return headOf(wordsOf(what ?? '').map(({ lower }) => lower));
  if (dimension !== 'share' && form !== 'money') return null;
  // "Of an employer's pay bill": of the bill.
  const behind = /^\s*(?:of|in)\s+(?:(?:an?|the|each|every)\s+(?:\p{L}+\s+)?\p{L}+[’']s\s+)?((?:[\p{L}’'.-]+\s*){1,5})/iu.exec(after)?.[1];
  if (behind !== undefined) return demonym.test(behind) ? 'people' : headOf(takeNoun(wordsOf(behind).filter(({ isCapital }) => !isCapital).map(({ lower }) => lower)));
  const bracketed = dimension === 'share' ? /([\p{L}-]+)\s*\($/u.exec(before)?.[1] : undefined;
  return bracketed === undefined ? null : headOf([bracketed.toLowerCase()]);
};

/** "Of New Yorkers", "of Kenyans". */
const demonym = /^(?:the |all )?(?:\p{Lu}\p{L}+ )?\p{Lu}\p{L}+(?:ans|ers|ians)\b/u;

const headOf = (words: readonly string[]): string | null => {
  const head = words.at(-1);
  return head === undefined || isStopWord(head) ? null : lemmaOf(head);
};

const denominatorOf = (quantity: Quantity, before: string, base: string | null): ReadonlySet<string> => {
  if (quantity.dimension !== 'share') return new Set();
  const opening = /\b(?:of|among|in) (?:the |all |those |these |its |their )?([^,;:]{3,80}),[^,;:]{0,40}$/iu.exec(before)?.[1];
  const thing = thingOf(quantity);
  return new Set([...contentLemmas(opening ?? ''), ...(base === null ? [] : [base, ...(thing.at(-1) === base ? thing : [])])]);
};

/** Lemmas of the noun that the reader of numbers found next to it. */
const thingOf = ({ what }: Quantity): readonly string[] => contentLemmas(what ?? '');

/** Up to the first word that ends a noun. */
const takeNoun = (words: readonly string[]): readonly string[] => {
  const skipped = words.findIndex((word) => !/^(?:the|all|its|their|our|these|those|total|a|an|every|each)$/.test(word));
  const rest = skipped < 0 ? [] : words.slice(skipped);
  const end = rest.findIndex((word, i) => i > 0 && (isStopWord(word) || /(?:ed|ing)$/.test(word) || /[^su]s$/.test(rest[i - 1] ?? '')));
  return end < 0 ? rest : rest.slice(0, end);
};
