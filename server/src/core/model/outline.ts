import { normalizeHeading, shippedVocabulary, type Vocabulary } from '../profiles/vocabulary';
import { rememberByWords } from '../text/remember-by-words';
import { shiftSpan } from '../text/span';
import type { Heading, Section } from './brief';
import type { BlockDraft, Draft, HeadingDraft } from './drafts';
import type { LaidDraft } from './lay-drafts';
import { moveProse, type Prose } from './prose';
import { rememberBy } from './remember-by';

export interface Outline {
  readonly sections: readonly Section[];
  /** The blocks in order, each with the index of its section. */
  readonly blocks: readonly PlacedDraft[];
  /** By the block's index. */
  readonly headingBefore: ReadonlyMap<number, Heading>;
  /** The words of headings, by section. */
  readonly headingProses: ReadonlyMap<number, Prose>;
}

export interface PlacedDraft {
  readonly draft: BlockDraft;
  /** Its offsets count from here. */
  readonly start: number;
  readonly section: number;
}

interface SectionBuilder {
  readonly index: number;
  readonly heading: Heading | null;
  readonly parent: number | null;
  readonly level: number;
  readonly children: number[];
  readonly blocks: number[];
  readonly start: number;
  end: number;
}

/** Gives headings their levels, opens and closes sections, and puts every block into one. */
export function outlineOf(drafts: readonly LaidDraft[], isLineStructured: boolean, vocabulary: Vocabulary = shippedVocabulary): Outline {
  const builder = new OutlineBuilder(isLineStructured, vocabulary);
  drafts.forEach((laid, i) => {
    builder.add(laid, drafts[i - 1]?.draft, drafts[i + 1]?.draft);
  });
  return builder.finish();
}

class OutlineBuilder {
  readonly #sections: SectionBuilder[] = [{ index: 0, heading: null, parent: null, level: 0, children: [], blocks: [], start: 0, end: 0 }];
  readonly #blocks: PlacedDraft[] = [];
  readonly #headingBefore = new Map<number, Heading>();
  readonly #headingProses = new Map<number, Prose>();
  readonly #stack: SectionBuilder[] = [this.#sections[0] as SectionBuilder]; // never empty
  /** Depth of the stack around each open container; null for one without a title, which is no section. */
  readonly #containers: (number | null)[] = [];
  readonly #levels: LevelFinder;
  readonly #vocabulary: Vocabulary;

  constructor(isLineStructured: boolean, vocabulary: Vocabulary) {
    this.#vocabulary = remembered(vocabulary);
    this.#levels = isLineStructured ? new LineLevels(this.#vocabulary) : new MarkdownLevels();
  }

  add({ draft, start }: LaidDraft, before: Draft | undefined, after: Draft | undefined): void {
    switch (draft.kind) {
      case 'heading':
        this.#open(draft, start, this.#levels.levelOf(draft, after));
        return;
      case 'enter':
        this.#containers.push(draft.title ? this.#stack.length : null);
        if (draft.title) this.#open(draft.title, start, Math.min(6, this.#top().level + 1));
        return;
      case 'exit': {
        const depth = this.#containers.pop();
        if (typeof depth !== 'number') return;
        this.#grow(start + draft.span.end);
        this.#stack.length = depth;
        return;
      }
      default: {
        const section = this.#top();
        section.blocks.push(this.#blocks.length);
        this.#blocks.push({ draft, start, section: section.index });
        const heading = before?.kind === 'heading' || (before?.kind === 'enter' && before.title) ? section.heading : null;
        if (heading) this.#headingBefore.set(this.#blocks.length - 1, heading);
        this.#grow(start + draft.span.end);
      }
    }
  }

  finish(): Outline {
    const sections: Section[] = [];
    for (const built of this.#sections) {
      const keys = built.heading ? this.#vocabulary.keysOf(built.heading.text) : [];
      const inherited = keys.length > 0 || built.parent === null ? keys : (sections[built.parent]?.inheritedKeys ?? []);
      const bodyStart = built.heading ? built.heading.span.end : 0;
      sections.push({
        index: built.index,
        heading: built.heading,
        parent: built.parent,
        children: built.children,
        span: { start: built.start, end: built.end },
        bodySpan: { start: bodyStart, end: Math.max(bodyStart, built.end) },
        keys,
        inheritedKeys: inherited,
        citations: [],
        blocks: built.blocks,
      });
    }
    return { sections, blocks: this.#blocks, headingBefore: this.#headingBefore, headingProses: this.#headingProses };
  }

  #top(): SectionBuilder {
    return this.#stack.at(-1) ?? (this.#sections[0] as SectionBuilder); // the root is never popped
  }

  /** Sections that are open reach at least to `end`. */
  #grow(end: number): void {
    for (const section of this.#stack) section.end = Math.max(section.end, end);
  }

  #open(draft: HeadingDraft, start: number, level: number): void {
    const base = this.#containers.findLast((depth) => depth !== null) ?? 1;
    while (this.#stack.length > base && this.#top().level >= level) this.#stack.pop();
    const parent = this.#top();
    const span = shiftSpan(draft.span, start);
    const heading: Heading = { span, textSpan: shiftSpan(draft.textSpan, start), text: draft.text, normalized: normalized(draft.text), level, style: draft.style };
    const section: SectionBuilder = { index: this.#sections.length, heading, parent: parent.index, level, children: [], blocks: [], start: span.start, end: span.end };
    parent.children.push(section.index);
    if (draft.prose) this.#headingProses.set(section.index, moveProse(draft.prose, start));
    this.#sections.push(section);
    this.#stack.push(section);
    this.#grow(span.end);
  }
}

/** Of a long brief, all headings but one are those of the build before. */
const remembered = rememberBy((vocabulary: Vocabulary): Vocabulary => ({ keysOf: rememberByWords((heading: string) => vocabulary.keysOf(heading)) }));

const normalized = rememberByWords(normalizeHeading);

interface LevelFinder {
  levelOf(draft: HeadingDraft, after: Draft | undefined): number;
}

/** Headings without `#` stand one below the last that has one; bold ones below those of capitals. */
class MarkdownLevels implements LevelFinder {
  #realLevel = 1;
  #hasLine = false;

  levelOf(draft: HeadingDraft): number {
    if (draft.level !== null) {
      this.#realLevel = draft.level;
      this.#hasLine = false;
      return draft.level;
    }
    if (draft.style !== 'bold') this.#hasLine = true;
    return Math.min(6, this.#realLevel + (draft.style === 'bold' && this.#hasLine ? 2 : 1));
  }
}

/**
 * Pasted text says no levels. A heading directly followed by another is its parent, unless the two are the same words or name different
 * sections of the vocabulary; the next ones stay below it while they are of the child's form and name no section of the vocabulary that the parent does not.
 */
class LineLevels implements LevelFinder {
  readonly #vocabulary: Vocabulary;
  #parent: HeadingDraft | null = null;
  #child: HeadingDraft | null = null;
  #awaitsChild = false;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  levelOf(draft: HeadingDraft, after: Draft | undefined): number {
    if (this.#awaitsChild) {
      this.#child = draft;
      this.#awaitsChild = false;
      return 3;
    }
    if (this.#parent && this.#child && draft.style === this.#child.style && this.#isBelow(draft, this.#parent)) return 3;
    this.#child = null;
    const isParent = after?.kind === 'heading' && normalized(after.text) !== normalized(draft.text) && !this.#namesAnother(draft, after);
    this.#parent = isParent ? draft : null;
    this.#awaitsChild = isParent;
    return 2;
  }

  #isBelow(draft: HeadingDraft, parent: HeadingDraft): boolean {
    const keys = this.#vocabulary.keysOf(draft.text);
    const parentKeys = this.#vocabulary.keysOf(parent.text);
    return keys.every((key) => parentKeys.includes(key));
  }

  /** "TIMELINE" right above "Core analysis" is an empty section, not a parent. */
  #namesAnother(heading: HeadingDraft, next: HeadingDraft): boolean {
    const keys = this.#vocabulary.keysOf(heading.text);
    const nextKeys = this.#vocabulary.keysOf(next.text);
    return keys.length > 0 && nextKeys.length > 0 && !nextKeys.some((key) => keys.includes(key));
  }
}
