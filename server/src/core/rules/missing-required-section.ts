import { briefMark, includesOtherFiles, lineBreakOf } from '../lint/brief-places';
import { joinWords, shorten } from '../lint/message-words';
import { sectionsFor } from '../lint/profile-sections';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import { namesKey } from '../lint/section-forms';
import type { Brief, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';
import type { SectionKey } from '../profiles/section-keys';
import { textOfSection, titleOfKey } from '../profiles/section-texts';
import { satisfies } from '../profiles/vocabulary';
import { spanOf } from '../text/span';

export const missingRequiredSection = defineRule({
  meta: {
    name: 'missing-required-section',
    group: 'structure',
    title: 'Section that the profile asks for is missing',
    levels: { missing: 'warning', forbidden: 'warning' },
    fix: 'suggestion',
    needsProfile: true,
    options: {},
    docs: {
      what: 'The profile of the brief asks for a section that is not there, or rules out one that is.',
      why: 'Readers of a known kind of brief look for known parts; a brief without its problem or its recommendations does not do its work.',
      how: 'Write the section, or choose the profile that fits the brief.',
      limits: [
        'A missing list of references is reported by missing-reference-list alone.',
        'A section is known by the words of its heading; one under a heading of your own making is not recognised.',
        'Nothing is reported in a file that includes others.',
      ],
      authority: 'The guides that each profile names',
      flagged: [
        {
          profile: 'position-paper',
          text: '# Ban the plastic bag\n\n## Our position\n\nBags are to be banned.\n\n## Evidence\n\nThey block drains.\n\n## Recommendations\n\nThe council passes the ban in May.\n',
        },
      ],
      clean: [
        {
          profile: 'position-paper',
          text: '# Ban the plastic bag\n\n## Our position\n\nBags are to be banned.\n\n## What the evidence says\n\nThey block drains.\n\n## Objections\n\nShops fear costs.\n\n## Call to action\n\nThe council passes the ban in May.\n',
        },
      ],
    },
  },
  *check({ brief, profile }) {
    if (!profile) return;
    if (!includesOtherFiles(brief)) yield* findMissing(brief, profile);
    for (const section of brief.sections) {
      const key = section.keys.find((candidate) => profile.forbidden.includes(candidate));
      if (!key || !section.heading || !sectionsFor(brief, key).includes(section)) continue;
      yield { span: section.heading.textSpan, level: 'forbidden', message: `"${shorten(section.heading.text)}" has no place in a brief of profile ${profile.id}` };
    }
  },
});

function* findMissing(brief: Brief, profile: Profile): Iterable<RuleFinding> {
  // References are left to missing-reference-list.
  const required = profile.required.filter((keys) => !keys.includes('references'));
  for (const [i, keys] of required.entries()) {
    if (keys.some((key) => isPresent(brief, key))) continue;
    const place = placeOf(brief, required, i);
    const names = joinWords(keys.map((key) => `"${titleOfKey(key)}"`), 'or');
    yield {
      span: place.anchor?.heading?.textSpan ?? briefMark(brief),
      level: 'missing',
      message: `No ${names} section${whereOf(place)} (profile ${profile.id})`,
      fixes: [insertFix(brief, keys, place)],
    };
  }
}

const isPresent = (brief: Brief, wanted: SectionKey): boolean => {
  if (sectionsFor(brief, wanted).length > 0) return true;
  if (wanted === 'introduction' && hasOpeningText(brief)) return true;
  const abstract = brief.metadata.frontMatter?.data['abstract'];
  if (satisfies('summary', wanted) && typeof abstract === 'string' && abstract.trim() !== '') return true;
  return brief.blocks.some((block) => block.kind === 'paragraph' && block.label !== null && !standsInSummary(brief, block.section, wanted) && namesKey(block.label, (key) => satisfies(key, wanted)));
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

/** `after`/`before`: beside which section it belongs; `end`: no section to go by. */
interface Place {
  readonly kind: 'after' | 'before' | 'end';
  readonly anchor: Section | null;
}

const placeOf = (brief: Brief, required: Profile['required'], missing: number): Place => {
  for (let i = missing - 1; i >= 0; i--) {
    const anchor = (required[i] ?? []).flatMap((key) => sectionsFor(brief, key)).at(-1);
    if (anchor) return { kind: 'after', anchor };
  }
  for (let i = missing + 1; i < required.length; i++) {
    const anchor = (required[i] ?? []).flatMap((key) => sectionsFor(brief, key))[0];
    if (anchor) return { kind: 'before', anchor };
  }
  return { kind: 'end', anchor: null };
};

const whereOf = ({ kind, anchor }: Place): string => (kind === 'end' ? '' : ` ${kind} "${shorten(anchor?.heading?.text ?? '', 40)}"`);

const insertFix = (brief: Brief, keys: readonly SectionKey[], place: Place): Fix => {
  const lineBreak = lineBreakOf(brief);
  const gap = brief.isLineStructured ? lineBreak : lineBreak + lineBreak;
  const key = keys[0] ?? 'summary';
  // One # in a text without blank lines, and it would be read as ordinary Markdown, in which its paragraphs run together.
  const level = brief.isLineStructured ? null : levelOf(place.anchor);
  const mark = level === null ? '' : `${'#'.repeat(level)} `;
  const body = `${mark}${titleOfKey(key)}${gap}${textOfSection([key], level).replace(/\n/g, lineBreak)}`;
  const title = `Add the section "${titleOfKey(key)}"`;
  if (place.kind === 'before' && place.anchor?.heading) {
    const at = Math.max(brief.text.lastIndexOf('\n', place.anchor.heading.span.start - 1) + 1, 0);
    return { title, safe: false, edits: [{ span: spanOf(at, at), newText: body + gap }] };
  }
  const at = brief.text.slice(0, place.anchor?.span.end ?? brief.text.length).trimEnd().length;
  return { title, safe: false, edits: [{ span: spanOf(at, at), newText: (at === 0 ? '' : gap) + body }] };
};

/** Callouts and fenced divs have no level that counts. */
const levelOf = (anchor: Section | null): number => {
  const heading = anchor?.heading;
  if (!heading || heading.style === 'callout' || heading.style === 'div') return 2;
  return heading.style === 'atx' || heading.style === 'setext' ? heading.level : Math.max(heading.level, 2);
};
