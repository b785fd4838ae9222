import { languageOf } from '../lint/brief-language';
import { briefMark, includesOtherFiles } from '../lint/brief-places';
import { aboutNumbers } from '../lint/heading-numbers';
import { joinWords, shorten } from '../lint/message-words';
import { findMissingSections, insertionsOf, type MissingSection, type SectionPlace } from '../lint/missing-sections';
import { sectionsFor } from '../lint/profile-sections';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import type { Brief, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';
import { titleIn } from '../profiles/section-texts';

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
        'What stands in an annex does not do for a part of the argument, such as the costs of a proposal.',
        'Among numbered headings, the new one has no number; the title of the fix says so.',
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
    if (!includesOtherFiles(brief)) yield* missingFindings(brief, profile);
    for (const section of brief.sections) {
      const key = section.keys.find((candidate) => profile.forbidden.includes(candidate));
      if (!key || !section.heading || !sectionsFor(brief, key).includes(section)) continue;
      yield { span: section.heading.textSpan, level: 'forbidden', message: `"${shorten(section.heading.text)}" has no place in a brief of profile ${profile.id}` };
    }
  },
});

function* missingFindings(brief: Brief, profile: Profile): Iterable<RuleFinding> {
  const missing = findMissingSections(brief, profile);
  const language = languageOf(brief);
  const all: readonly Fix[] = missing.length > 1 ? [{ title: `Add all ${String(missing.length)} missing sections${aboutNumbers(missing.flatMap(anchorOf))}`, safe: false, edits: insertionsOf(brief, profile, missing) }] : [];
  for (const each of missing) {
    yield {
      span: (each.place.kind === 'end' ? null : each.place.anchor.heading?.textSpan) ?? briefMark(brief),
      level: 'missing',
      message: `No section ${joinWords(each.keys.map((key) => `"${titleIn(profile, key, language)}"`), 'or')}${whereOf(each.place)} (profile ${profile.id})`,
      fixes: [addFix(brief, profile, each), ...all],
    };
  }
}

const whereOf = (place: SectionPlace): string => (place.kind === 'end' ? '' : `; it belongs ${place.kind} "${shorten(place.anchor.heading?.text ?? '', 40)}"`);

const anchorOf = ({ place }: MissingSection): readonly Section[] => (place.kind === 'end' ? [] : [place.anchor]);

const addFix = (brief: Brief, profile: Profile, missing: MissingSection): Fix => ({
  title: `Add the section "${titleIn(profile, missing.keys[0] ?? 'summary', languageOf(brief))}"${aboutNumbers(anchorOf(missing))}`,
  safe: false,
  edits: insertionsOf(brief, profile, [missing]),
});
