/** "This brief weighs three options" and headings "Option 1" to "Option 4" elsewhere; "five recommendations" and a section that lists six. */
import type { Brief, Section, Sentence } from '../../model/brief';
import type { SectionKey } from '../../profiles/section-keys';
import { spanOf, type Span } from '../../text/span';
import { announcedSentences } from './announced-sentences';
import type { Announcement } from './announcement';
import type { CountFault } from './count-fault';
import { goesOnTo } from './goes-on';
import { topItems } from './listed-things';
import { lengthOfSeries, numberedLabels } from './numbered-labels';

/** Words that do not single out some of them. */
const neutral: ReadonlySet<string> = new Set(
  'main key major policy principal broad possible different specific concrete following strategic core central feasible practical actionable alternative overarching overall realistic distinct numbered detailed'.split(' '),
);
const ownWords = /\b(?:we|this (?:policy )?(?:brief|paper|report|note|memo|section|document|chapter)|the (?:policy )?(?:brief|paper|note|authors?)|it|here|below|following|our|all|these)\b/i;
const otherDocument = /\b(?:review|committee|commission|inquiry|its|their|his|her|previous|earlier|last year|white paper|green paper|manifesto)\b/i;

export function* promisedCounts(brief: Brief): Iterable<CountFault> {
  const series = seriesByNoun(brief);
  if (series.size === 0) return;
  for (const { sentence, found } of announcedSentences(brief)) {
    if (sentence.container === 'quote' || sentence.container === 'footnote') continue;
    for (const announcement of found) {
      const listed = series.get(announcement.noun);
      if (!listed || listed.count === announcement.count || !isPromise(sentence, announcement) || goesOnTo(sentence.text.slice(announcement.end), announcement.count, listed.count)) continue;
      if (Math.abs(listed.count - announcement.count) > 2) continue;
      yield faultOf(sentence, announcement, listed);
    }
  }
}

interface Series {
  readonly count: number;
  readonly how: string;
  readonly place: Span;
}

const isPromise = (sentence: Sentence, { isPart, modifiers, start, end }: Announcement): boolean =>
  !isPart &&
  modifiers.every((word) => neutral.has(word)) &&
  sentence.citations.length === 0 &&
  ownWords.test(sentence.text.slice(0, start)) &&
  !otherDocument.test(sentence.text.slice(0, start)) &&
  !/^\s+(?:from|in the|of the|by the|made by|to each|each)\b|\b(?:between|or)\b/i.test(sentence.text.slice(end, end + 30));

const seriesByNoun = (brief: Brief): ReadonlyMap<string, Series> => {
  const byNoun = new Map<string, Series>();
  for (const [noun, key] of listedSections) {
    const listed = sectionSeries(brief, key);
    if (listed) byNoun.set(noun, listed);
  }
  for (const [kind, labels] of numberedLabels(brief)) {
    const count = lengthOfSeries(labels);
    const [first] = labels;
    const last = labels.at(-1);
    if (!first || !last || count === null || count < 2 || labels.length !== count || /^(?:table|figure|box|chart|annex|appendix|section)$/.test(kind)) {
      if (labels.length >= 2) byNoun.delete(kind);
      continue;
    }
    byNoun.set(kind, { count, how: `follow as "${nameOf(kind)} ${first.written}" to "${nameOf(kind)} ${last.written}"`, place: first.span });
  }
  return byNoun;
};

const nameOf = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1);

const listedSections: readonly (readonly [string, SectionKey])[] = [
  ['recommendation', 'recommendations'],
  ['message', 'key-messages'],
];

/** The one list of the one section that is for it. */
const sectionSeries = (brief: Brief, key: SectionKey): Series | null => {
  const sections = brief.sections.filter((section) => section.keys.includes(key));
  const [section] = sections;
  if (!section?.heading || sections.length !== 1 || section.keys.length !== 1 || section.children.length > 0) return null;
  return listSeries(brief, section);
};

const listSeries = (brief: Brief, section: Section): Series | null => {
  const blocks = section.blocks.map((index) => brief.blocks[index]).filter((block) => block !== undefined);
  const lists = blocks.filter((block) => block.kind === 'list');
  const [list] = lists;
  if (!list || lists.length !== 1 || !list.isOrdered || blocks.some(({ kind }) => kind === 'table')) return null;
  const items = topItems(list);
  const [first] = items;
  const last = list.items.at(-1);
  return first && last && items.length >= 2 ? { count: items.length, how: `listed in "${section.heading?.text ?? ''}"`, place: spanOf(first.span.start, last.span.end) } : null;
};

const faultOf = (sentence: Sentence, { start, end, number }: Announcement, { count: listed, how, place }: Series): CountFault => {
  const from = sentence.toSource(start);
  return {
    span: spanOf(from, sentence.toSource(end - 1) + 1),
    numberSpan: spanOf(from, sentence.toSource(start + number.length - 1) + 1),
    number,
    announced: sentence.text.slice(start, end),
    listed,
    listedAtMost: listed,
    how,
    place,
    level: 'listed',
  };
};
