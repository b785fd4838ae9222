/** "Four measures:" and a list of three: a number in a sentence against what comes right after the sentence. */
import type { Brief, ParagraphBlock, Section, Sentence } from '../../model/brief';
import { contentLemmas } from '../../model/figures/lemmas';
import { spanOf } from '../../text/span';
import { findAnnouncements, type Announcement } from './announcement';
import type { CountFault } from './count-fault';
import { isListingNoun } from './count-words';
import { handsOn, introducing, namesCount } from './introductions';
import { goesOnTo } from './goes-on';
import { headingThings, thingsAfter, type ListedThings } from './listed-things';
import { ordinalThings } from './ordinals';

export function* introducedCounts(brief: Brief): Iterable<CountFault> {
  for (const block of brief.blocks) {
    if (block.kind !== 'paragraph' || block.sentences.length === 0) continue;
    const fault = beforeList(brief, block) ?? beforeOrdinals(brief, block) ?? beforeHeadings(brief, block);
    if (fault) yield fault;
  }
}

/** An announcement and the list or the labelled paragraphs right after it. */
export interface Introduction {
  readonly block: ParagraphBlock;
  readonly sentence: Sentence;
  readonly announcement: Announcement;
  readonly announcements: readonly Announcement[];
  readonly things: ListedThings;
  readonly level: CountFault['level'];
}

const beforeList = (brief: Brief, block: ParagraphBlock): CountFault | null => {
  const found = findIntroduction(brief, block);
  return found && faultOf(block, found.sentence, found.announcement, found.announcements, found.things, found.level);
};

export const findIntroduction = (brief: Brief, block: ParagraphBlock): Introduction | null => {
  const last = block.sentences.at(-1);
  const things = thingsAfter(brief, block);
  if (!last || !things) return null;
  const handed = handsOn(last.text);
  const sentence = handed === null ? last : block.sentences.at(-2);
  const citesSources = sentence?.citations.some(({ style }) => style === 'parenthetical') ?? true;
  if (!sentence || (citesSources && !/:\s*$/.test(last.text))) return null;
  const announcements = findAnnouncements(sentence.text);
  const announcement = handed === null ? introducing(sentence.text, announcements) : lastWhole(announcements);
  if (!announcement || !isNear(announcement.count, things.count)) return null;
  if (things.kind === 'labels' && !isListingNoun(announcement.noun) && !announcement.isPointing) return null;
  const isSome = handed === 'some';
  if (isSome && announcement.count > things.count + 1) return null;
  return { block, sentence, announcement, announcements, things, level: isSome && announcement.count > things.count ? 'likely' : 'listed' };
};

const lastWhole = (announcements: readonly Announcement[]): Announcement | null => announcements.findLast(({ isPart }) => !isPart) ?? null;

/** A slip is off by one or two; a list of a quite different length lists something else. */
const isNear = (announced: number, listed: number): boolean => Math.abs(announced - listed) <= Math.max(2, Math.floor(announced / 3));

/** "for three reasons. First, … Second, …". */
const beforeOrdinals = (brief: Brief, block: ParagraphBlock): CountFault | null => {
  for (const [i, sentence] of block.sentences.entries()) {
    const things = ordinalThings(brief, block, i + 1);
    if (!things) continue;
    const announcements = findAnnouncements(sentence.text);
    const announcement = announcements.findLast(({ noun, isPart, isPointing }) => !isPart && (isListingNoun(noun) || isPointing));
    return announcement ? faultOf(block, sentence, announcement, announcements, things, 'listed') : null;
  }
  return null;
};

/** The sub-headings of the section that the sentence stands in, or of the one that begins right after it. */
const beforeHeadings = (brief: Brief, block: ParagraphBlock): CountFault | null => {
  const section = brief.sections[block.section];
  if (section?.blocks.at(-1) !== block.index) return null;
  const next = brief.sections[section.index + 1];
  const parent = section.children.length > 0 ? section : next;
  if (!parent?.heading || parent.children.length < 2) return null;
  for (const sentence of block.sentences.slice(-2)) {
    const announcements = findAnnouncements(sentence.text);
    const announcement = introducing(sentence.text, announcements) ?? presentedCount(sentence.text, announcements);
    const things = announcement && headingThings(brief, parent);
    if (!announcement || !things || Math.abs(announcement.count - things.count) > 2 || !areItems(brief, parent, announcement, parent === section)) continue;
    const fault = faultOf(block, sentence, announcement, announcements, things, 'listed');
    if (fault) return fault;
  }
  return null;
};

/** "Let us look at three households": what comes next is shown one by one. */
const presentedCount = (text: string, announcements: readonly Announcement[]): Announcement | null =>
  /\b(?:let[’']?s|let us|we|this section|below|next)\b[^.]{0,60}$/i.test(text.slice(0, announcements.at(-1)?.start ?? 0)) ? lastWhole(announcements) : null;

/** Do the sub-headings stand for what the noun counts? Their own words, or those of the heading above them, say so. */
const areItems = (brief: Brief, parent: Section, announcement: Announcement, isOwn: boolean): boolean => {
  const nouns = new Set(contentLemmas([announcement.noun, ...announcement.modifiers].join(' ')));
  const shares = (text: string): boolean => contentLemmas(text).some((lemma) => nouns.has(lemma));
  const children = parent.children.map((child) => brief.sections[child]?.heading?.text ?? '');
  if (children.every((text) => shares(text) || new RegExp(`^${announcement.noun}\\b`, 'i').test(text))) return true;
  if (children.every((text) => /^\W*(?:\d{1,2}|[A-H])[.):]\s/.test(text))) return isOwn;
  return shares(parent.heading?.text ?? '') || (isOwn && announcement.isPointing);
};

const faultOf = (block: ParagraphBlock, sentence: Sentence, announcement: Announcement, announcements: readonly Announcement[], things: ListedThings, level: CountFault['level']): CountFault | null => {
  const { count } = announcement;
  if (count === things.count || things.alsoPossible.includes(count)) return null;
  const context = block.sentences.map(({ text }) => text).join(' ');
  if (goesOnTo(sentence.text.slice(announcement.end), count, things.count)) return null;
  if (namesCount(sentence.text, things.count, announcement, announcements)) return null;
  if (findAnnouncements(context).some((other) => other.noun === announcement.noun && other.count === things.count)) return null;
  const start = sentence.toSource(announcement.start);
  const end = sentence.toSource(announcement.end - 1) + 1;
  return {
    span: spanOf(start, end),
    numberSpan: spanOf(start, sentence.toSource(announcement.start + announcement.number.length - 1) + 1),
    number: announcement.number,
    announced: sentence.text.slice(announcement.start, announcement.end),
    listed: things.count,
    listedAtMost: things.count,
    how: things.kind === 'headings' ? 'follow as headings' : things.kind === 'ordinals' ? 'follow' : 'listed',
    place: things.place,
    level,
  };
};
