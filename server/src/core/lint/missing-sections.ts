/** Sections that a profile asks for and a brief lacks, where they belong, and what is put there. */
import type { Brief, HeadingStyle, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';
import type { SectionKey } from '../profiles/section-keys';
import { textToComeIn } from '../profiles/foreign-titles';
import { runInTextOfSection, textOfSection, titleIn } from '../profiles/section-texts';
import { endMatter, satisfies, vocabularyWith } from '../profiles/vocabulary';
import { spanOf } from '../text/span';
import { languageOf } from './brief-language';
import { lineBreakOf } from './brief-places';
import { sectionsFor } from './profile-sections';
import type { Edit } from './rule';
import { findGap, isBox } from './section-gaps';
import { lineStart, placeAfter, placeAtEnd, placeBefore } from './section-places';
import { inTitleCase } from './title-case';

export interface MissingSection {
  /** Any of these will do. */
  readonly keys: readonly SectionKey[];
  readonly place: SectionPlace;
}

/** `after`/`before`: beside which section it belongs; `end`: no section to go by. */
export type SectionPlace = { readonly kind: 'after' | 'before'; readonly anchor: Section } | { readonly kind: 'end' };

/** In the profile's order. A missing list of references is left to missing-reference-list. */
export const findMissingSections = (brief: Brief, profile: Profile): readonly MissingSection[] => {
  const required = profile.required.filter((keys) => !keys.includes('references'));
  return required.flatMap((keys) => (keys.some((key) => isPresent(brief, profile, key)) ? [] : [{ keys, place: placeOf(brief, profile, keys) }]));
};

const isPresent = (brief: Brief, { headings }: Profile, wanted: SectionKey): boolean => {
  if (sectionsFor(brief, wanted).length > 0) return true;
  if (wanted === 'introduction' && hasOpeningText(brief)) return true;
  const abstract = brief.metadata.frontMatter?.data['abstract'];
  if (satisfies('summary', wanted) && typeof abstract === 'string' && abstract.trim() !== '') return true;
  const { keysOf } = vocabularyWith(headings);
  const isNamedBy = (label: string): boolean => keysOf(label.replace(/[.:]\s*$/, '')).some((key) => satisfies(key, wanted));
  return brief.blocks.some((block) => block.kind === 'paragraph' && block.label !== null && !standsInSummary(brief, block.section, wanted) && isNamedBy(block.label));
};

/** "**The problem.** One adult in three …" among the key messages sums a section up and is none. */
const standsInSummary = (brief: Brief, section: number, wanted: SectionKey): boolean =>
  (brief.sections[section]?.inheritedKeys ?? []).some((key) => (key === 'summary' || key === 'key-messages' || key === 'overview') && !satisfies(key, wanted));

/** Text before the first section introduces the brief without saying so. */
const hasOpeningText = (brief: Brief): boolean => {
  const firstSections = brief.sections.slice(0, 2).filter(({ heading }) => heading === null || heading.level === 1);
  const words = firstSections.flatMap(({ blocks }) => blocks).map((index) => brief.blocks[index]);
  return words.some((block) => block?.kind === 'paragraph' && block.text.split(/\s+/).length >= 25);
};

/** The anchor is the section before the gap, or the one behind it where that is better known. */
const placeOf = (brief: Brief, profile: Profile, keys: readonly SectionKey[]): SectionPlace => {
  const { before, after } = findGap(brief, profile, keys) ?? {};
  if (before !== undefined && (after === undefined || (before.keys.length > 0 && !isBox(brief, before)))) return { kind: 'after', anchor: before };
  if (after !== undefined) return { kind: 'before', anchor: after };
  const closing = firstOfClosing(brief);
  return closing ? { kind: 'before', anchor: closing } : { kind: 'end' };
};

/** The first of the references, annexes and the like that close the brief. */
const firstOfClosing = (brief: Brief): Section | undefined => {
  const firstIndex = brief.sections.findLastIndex(({ inheritedKeys }) => !inheritedKeys.some((key) => endMatter.includes(key))) + 1;
  return brief.sections[firstIndex];
};

/** The texts of the sections, put in where they belong: one edit a place, in the profile's order. */
export const insertionsOf = (brief: Brief, profile: Profile, missing: readonly MissingSection[]): readonly Edit[] => {
  const byOffset = new Map<number, MissingSection[]>();
  for (const each of missing) {
    const at = offsetOf(brief, each.place);
    byOffset.set(at, [...(byOffset.get(at) ?? []), each]);
  }
  return [...byOffset].sort(([a], [b]) => a - b).map(([at, sections]) => ({ span: spanOf(at, at), newText: joinAt(brief, profile, at, sections) }));
};

const offsetOf = (brief: Brief, place: SectionPlace): number => {
  switch (place.kind) {
    case 'after':
      return placeAfter(brief, place.anchor);
    case 'before':
      return placeBefore(brief, place.anchor);
    case 'end':
      return placeAtEnd(brief);
  }
};

const joinAt = (brief: Brief, profile: Profile, at: number, missing: readonly MissingSection[]): string => {
  const { text, isLineStructured } = brief;
  const lineBreak = lineBreakOf(brief);
  const gap = isLineStructured ? lineBreak : lineBreak + lineBreak;
  const texts = missing.map(({ keys, place }) => writeSection(brief, profile, keys, place));
  if (missing[0]?.place.kind === 'before') {
    const touches = !isLineStructured && at > 0 && text.slice(lineStart(text, at - 1), at).trim() !== '';
    return (touches ? lineBreak : '') + texts.map((each) => each + gap).join('');
  }
  const touches = !isLineStructured && /^[ \t]*\r?\n[ \t]*\S/.test(text.slice(at));
  const joined = texts.map((each) => gap + each).join('');
  return (at === 0 ? joined.slice(gap.length) : joined) + (touches ? lineBreak : '');
};

const writeSection = (brief: Brief, profile: Profile, keys: readonly SectionKey[], place: SectionPlace): string => {
  const lineBreak = lineBreakOf(brief);
  const key = keys[0] ?? 'summary';
  const language = languageOf(brief);
  const title = titleIn(profile, key, language);
  const { style, level } = formOf(brief, place);
  // One # in a text without blank lines, and it would be read as ordinary Markdown, in which its paragraphs run together.
  if (brief.isLineStructured) return headingLines(title, style, level).join(lineBreak) + lineBreak + (textToComeIn(language) ?? textOfSection([key], null)).replace(/\n/g, lineBreak);
  // The ready-made texts are English; in another language, one blank stands for all of them.
  const body = textToComeIn(language) ?? (style === 'atx' || style === 'setext' ? textOfSection([key], level) : runInTextOfSection([key]));
  return [...headingLines(title, style, level), '', ...body.split('\n')].join(lineBreak);
};

interface HeadingForm {
  readonly style: HeadingStyle;
  readonly level: number;
}

/** As its neighbour is written. Callouts and boxes have no form that a section could take. */
const formOf = (brief: Brief, place: SectionPlace): HeadingForm => {
  const heading = place.kind === 'end' ? null : place.anchor.heading;
  if (brief.isLineStructured) return { style: heading?.style === 'emoji-capitals' ? 'emoji-capitals' : 'title-line', level: 2 };
  if (heading === null || heading.style === 'callout' || heading.style === 'div' || heading.style === 'html') return { style: 'atx', level: 2 };
  return { style: heading.style, level: heading.level };
};

const headingLines = (title: string, style: HeadingStyle, level: number): readonly string[] => {
  switch (style) {
    case 'setext':
      return level > 2 ? [`${'#'.repeat(level)} ${title}`] : [title, (level === 1 ? '=' : '-').repeat(title.length)];
    case 'bold':
      return [`**${title}**`];
    case 'emoji-capitals':
      // A single short word in capitals is taken for an acronym.
      return [/\s|.{7}/.test(title) ? title.toUpperCase() : title];
    case 'title-line':
      return [inTitleCase(title)];
    case 'atx':
    case 'callout':
    case 'div':
    case 'html':
      return [`${'#'.repeat(level)} ${title}`];
  }
};
