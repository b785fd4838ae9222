import { placedDefinitions, placesOfInitials, type PlacedDefinition } from '../lint/acronym-places';
import { defineRule, type Fix } from '../lint/rule';
import type { Brief } from '../model/brief';
import { INSTITUTIONS } from '../model/institutions';
import { isCommonAcronym } from '../text/common-acronyms';
import { overlaps, spanOf } from '../text/span';

export const acronymUnused = defineRule({
  meta: {
    name: 'acronym-unused',
    group: 'style',
    title: 'Acronym that is defined and never used',
    levels: { unused: 'hint' },
    fix: 'suggestion',
    options: { keep: { type: 'string-list', default: [], description: 'Acronyms that readers know better than the full names.' } },
    docs: {
      what: 'An acronym in brackets behind its full name that occurs nowhere else: not in the text, a table, a heading, a note or a reference.',
      why: 'Whoever meets a new acronym keeps it in mind for what follows. If nothing follows, the effort was for nothing.',
      how: 'Take the acronym out. If readers know the body by its initials alone, list them under the option `keep`.',
      limits: [
        'Acronyms that any reader knows, and bodies that are mostly called by their initials, are left out.',
        'Any other place where the same letters stand counts as a use, also one in a table or in an address.',
        'Chemical terms and other initials with digits are left out.',
      ],
      authority: 'United Nations Editorial Manual; Australian Government Style Manual',
      flagged: [{ text: 'The North Water Users Board (NWUB) grants licences. Farmers wait a year for them.' }],
      clean: [{ text: 'The North Water Users Board (NWUB) grants licences. Farmers wait a year for the NWUB.' }],
    },
  },
  *check({ brief, options }) {
    const kept = new Set(Array.isArray(options['keep']) ? options['keep'] : []);
    const seen = new Set<string>();
    for (const definition of placedDefinitions(brief)) {
      const { acronym, acronymSpan, isNameFirst } = definition;
      if (!isNameFirst || seen.has(acronym)) continue;
      seen.add(acronym);
      if (kept.has(acronym) || /\d/.test(acronym) || isCommonAcronym(acronym) || shippedAcronyms.has(acronym) || isUsed(brief, definition)) continue;
      const fixes = removal(brief, definition);
      if (fixes === null) continue;
      yield { span: acronymSpan, level: 'unused', message: `"${acronym}" is defined and never used`, isUnnecessary: true, fixes };
    }
  },
});

const shippedAcronyms: ReadonlySet<string> = new Set(INSTITUTIONS.flatMap(({ acronyms }) => acronyms));

const isUsed = (brief: Brief, { acronym, acronymSpan }: PlacedDefinition): boolean =>
  placesOfInitials(brief, acronym).some((place) => !overlaps(place, acronymSpan) && !brief.acronymDefinitions.some((other) => other.acronym === acronym && overlaps(place, other.acronymSpan)));

/** null where the brackets say more than the initials, or a longer name goes on behind them: "Software Acquisition (SWAP) Study". */
function removal(brief: Brief, { acronym, acronymSpan, span }: PlacedDefinition): readonly Fix[] | null {
  const before = /\s?\(["“'‘*_]{0,3}$/u.exec(brief.text.slice(span.start, acronymSpan.start))?.[0];
  const rest = brief.text.slice(acronymSpan.end, acronymSpan.end + 8);
  const after = /^["”'’*_]{0,3}\)/u.exec(rest)?.[0];
  if (before === undefined || after === undefined || /^\s\p{Lu}/u.test(rest.slice(after.length))) return null;
  return [{ title: `Take "(${acronym})" out`, safe: false, edits: [{ span: spanOf(acronymSpan.start - before.length, acronymSpan.end + after.length), newText: '' }] }];
}
