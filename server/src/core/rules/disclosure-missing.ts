import { briefMark, lineBreakOf } from '../lint/brief-places';
import { shorten } from '../lint/message-words';
import { namesDisclosure, nameOfDisclosure } from '../lint/disclosures';
import { sectionsFor } from '../lint/profile-sections';
import { defineRule, type Fix } from '../lint/rule';
import { placeAfter, placeAtEnd, placeBefore } from '../lint/section-places';
import type { Brief, Section } from '../model/brief';
import type { Disclosure } from '../profiles/profile';
import { textOfDisclosure } from '../profiles/section-texts';
import { spanOf } from '../text/span';

export const disclosureMissing = defineRule({
  meta: {
    name: 'disclosure-missing',
    group: 'structure',
    title: 'No word on interests or funding',
    levels: { missing: 'information' },
    fix: 'suggestion',
    needsProfile: true,
    options: {},
    docs: {
      what: 'A brief that does not say whether its authors have interests in the matter, or who paid for it, where the profile asks for that.',
      why: 'Readers weigh advice by who gives it. A brief that is silent on it leaves them to guess.',
      how: 'Add one line: "The authors declare no conflicts of interest", "This brief was funded by …".',
      limits: ['The statement may stand in a section, a note, a sentence or front matter; it is known by its words.', 'Whether the statement is true or complete is not checked.'],
      authority: 'RIGHT reporting checklist, items 18 to 20; SUPPORT tools for evidence-informed policymaking, tool 13',
      flagged: [{ profile: 'evidence-brief', text: '# Bags\n\n## Key messages\n\nBags block drains.\n\n## References\n\n- Water Office (2024), Floods.\n' }],
      clean: [
        { profile: 'evidence-brief', text: '# Bags\n\n## Key messages\n\nBags block drains.\n\n## Conflicts of interest\n\nThe authors declare none.\n' },
        { profile: 'evidence-brief', text: '# Bags\n\n## Key messages\n\nBags block drains.\n\nThe authors have no competing interests.\n' },
      ],
    },
  },
  *check({ brief, profile }) {
    const missing = (profile?.elements.disclosures ?? []).filter((disclosure) => !namesDisclosure(brief, disclosure));
    if (profile === null || missing.length === 0 || brief.text.trim() === '') return;
    const beside = placeFor(brief);
    for (const disclosure of missing) {
      const where = beside === null ? '' : `; it belongs ${beside.kind === 'in' ? 'in' : 'before'} "${shorten(beside.section.heading?.text ?? '', 40)}"`;
      yield {
        span: beside?.section.heading?.textSpan ?? briefMark(brief),
        level: 'missing',
        message: `No statement on ${nameOfDisclosure[disclosure]}${where}`,
        fixes: [addFix(brief, disclosure, beside)],
      };
    }
  },
});

interface Place {
  readonly kind: 'in' | 'before';
  readonly section: Section;
}

/** A section of disclosures that says something else, or the first of what closes a brief. */
const placeFor = (brief: Brief): Place | null => {
  const own = sectionsFor(brief, 'disclosure')[0];
  if (own?.heading) return { kind: 'in', section: own };
  const list = brief.referenceSection === null ? undefined : brief.sections[brief.referenceSection];
  const before = list ?? sectionsFor(brief, 'references')[0];
  return before?.heading ? { kind: 'before', section: before } : null;
};

const addFix = (brief: Brief, disclosure: Disclosure, beside: Place | null): Fix => {
  const lineBreak = lineBreakOf(brief);
  const gap = brief.isLineStructured ? lineBreak : lineBreak + lineBreak;
  const { title, text } = textOfDisclosure[disclosure];
  const titled = `${brief.isLineStructured ? '' : `${'#'.repeat(levelOf(beside))} `}${title}${gap}${text}`;
  const insert = (at: number, newText: string): Fix => ({ title: `Add a statement on ${nameOfDisclosure[disclosure]}`, safe: false, edits: [{ span: spanOf(at, at), newText }] });
  if (beside?.kind === 'in') return insert(placeAfter(brief, beside.section), gap + text);
  return beside === null ? insert(placeAtEnd(brief), gap + titled) : insert(placeBefore(brief, beside.section), titled + gap);
};

const levelOf = (beside: Place | null): number => {
  const heading = beside?.section.heading;
  return heading && (heading.style === 'atx' || heading.style === 'setext') ? heading.level : 2;
};
