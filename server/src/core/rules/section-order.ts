import { shorten } from '../lint/message-words';
import { isInside, knownKeys, sectionsFor } from '../lint/profile-sections';
import { defineRule } from '../lint/rule';
import type { Brief, Section } from '../model/brief';
import type { OrderRule, Profile } from '../profiles/profile';
import type { SectionKey } from '../profiles/section-keys';
import { endMatter } from '../profiles/vocabulary';

export const sectionOrder = defineRule({
  meta: {
    name: 'section-order',
    group: 'structure',
    title: 'Sections in another order than the profile has them',
    levels: { order: 'information' },
    fix: 'none',
    needsProfile: true,
    options: {},
    docs: {
      what: 'Two sections stand in the opposite order of the one the profile asks for, or the section that comes first (last) does not.',
      why: 'The ask belongs where a busy reader begins, and what is recommended follows from what was shown before.',
      how: 'Move the section.',
      limits: ['Only orders on which the guides agree are checked.', 'A section that stands in two places is fine if one of them is right.'],
      authority: 'The guides that each profile names',
      flagged: [
        {
          profile: 'position-paper',
          text: '# Ban the plastic bag\n\n## Background\n\nThe bag came in 1982.\n\n## Our position\n\nBags are to be banned.\n',
        },
      ],
      clean: [
        {
          profile: 'position-paper',
          text: '# Ban the plastic bag\n\n## Our position\n\nBags are to be banned.\n\n## Background\n\nThe bag came in 1982.\n',
        },
      ],
    },
  },
  *check({ brief, profile }) {
    if (!profile) return;
    const reported = new Set<number>();
    for (const rule of profile.order) {
      for (const { section, other, word } of misplacedBy(brief, profile, rule)) {
        if (reported.has(section.index) || !section.heading || !other.heading) continue;
        reported.add(section.index);
        yield {
          span: section.heading.textSpan,
          level: 'order',
          message: `"${shorten(section.heading.text)}" stands ${word} "${shorten(other.heading.text)}"`,
          related: [{ span: other.heading.textSpan, message: `"${shorten(other.heading.text)}"` }],
        };
      }
    }
  },
});

interface Misplaced {
  readonly section: Section;
  readonly other: Section;
  readonly word: 'after' | 'before';
}

const misplacedBy = (brief: Brief, profile: Profile, rule: OrderRule): readonly Misplaced[] => {
  switch (rule.kind) {
    case 'first':
      return misplacedFirst(brief, profile, rule.section);
    case 'last':
      return misplacedLast(brief, profile, rule.section);
    case 'before':
      return misplacedPairs(brief, rule.sections);
  }
};

/** Those that name the section itself, else those that stand in for it: "Risks" only where there are no "Constraints". */
const placedSections = (brief: Brief, wanted: SectionKey): readonly Section[] => {
  const sections = sectionsFor(brief, wanted);
  const exact = sections.filter(({ keys }) => keys.includes(wanted));
  return exact.length > 0 ? exact : sections;
};

/** Boxes that a layout puts anywhere. */
const floating: readonly SectionKey[] = ['at-a-glance', 'quote', 'data-point', 'figure', 'headlines-miss', 'disclosure', 'glossary'];

const misplacedFirst = (brief: Brief, profile: Profile, wanted: SectionKey): readonly Misplaced[] => {
  const section = placedSections(brief, wanted)[0];
  const other = knownSections(brief, profile, floating)[0];
  if (!section || !other || other.index >= section.index || isInside(brief, section, other)) return [];
  return [{ section, other, word: 'after' }];
};

const misplacedLast = (brief: Brief, profile: Profile, wanted: SectionKey): readonly Misplaced[] => {
  const section = placedSections(brief, wanted).at(-1);
  const ignored = [...floating, ...endMatter.filter((key) => key !== wanted)];
  const other = knownSections(brief, profile, ignored).at(-1);
  if (!section || !other || other.index <= section.index || isInside(brief, other, section)) return [];
  return [{ section, other, word: 'before' }];
};

const knownSections = (brief: Brief, profile: Profile, ignored: readonly SectionKey[]): readonly Section[] => {
  const keys = [...knownKeys(profile)].filter((key) => !ignored.includes(key));
  const indices = new Set(keys.flatMap((key) => sectionsFor(brief, key).filter(({ keys: own }) => !own.some((ownKey) => ignored.includes(ownKey)))).map(({ index }) => index));
  return brief.sections.filter(({ index }) => indices.has(index));
};

/** A section that names two of the row ("Key messages" is a summary too) says nothing of one of them if another names that one alone. */
const placedInRow = (brief: Brief, key: SectionKey, row: readonly SectionKey[]): readonly Section[] => {
  const sections = placedSections(brief, key);
  const alone = sections.filter(({ keys }) => !keys.some((other) => other !== key && row.includes(other)));
  return alone.length > 0 ? alone : sections;
};

/** Each section against the next one in the row that is there. */
const misplacedPairs = (brief: Brief, keys: readonly SectionKey[]): readonly Misplaced[] => {
  const rows = keys.map((key) => placedInRow(brief, key, keys)).filter((sections) => sections.length > 0);
  const found: Misplaced[] = [];
  for (const [i, sections] of rows.entries()) {
    const section = sections[0];
    const other = rows[i + 1]?.at(-1);
    if (!section || !other || section.index <= other.index || isInside(brief, section, other)) continue;
    found.push({ section, other, word: 'after' });
  }
  return found;
};
