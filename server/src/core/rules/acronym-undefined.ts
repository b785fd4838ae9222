import { isExpanded } from '../lint/expanded-acronyms';
import { sourceSpan } from '../lint/find-cues';
import { defineRule, type Fix } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { findAcronymUses } from '../text/acronyms';
import { isCommonAcronym } from '../text/common-acronyms';
import { rememberByWords } from '../text/remember-by-words';
import type { Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';

export const acronymUndefined = defineRule({
  meta: {
    name: 'acronym-undefined',
    group: 'style',
    title: 'Acronym that is never expanded',
    levels: { used: 'information' },
    fix: 'suggestion',
    options: {
      allow: { type: 'string-list', default: [], description: 'Acronyms that the readers of these briefs know.' },
      minimumUses: { type: 'number', default: 2, description: 'Acronyms used less often are left alone.' },
    },
    docs: {
      what: 'An acronym that the text uses at least twice and expands nowhere. Reported once, at its first use.',
      why: 'Those who know the field do not see the acronym; everybody else stops at it.',
      how: 'Write the full name at the first mention with the acronym in brackets: "Pakistan Software Export Board (PSEB)". Acronyms that all your readers know go into the option `allow`.',
      limits: [
        'Acronyms that any reader knows (EU, GDP, UN) are left out, as are units and currencies.',
        'Names of bodies in citations, source lines and the list of references do not count as uses.',
        'Capitalised words with the same initials count as its expansion wherever they stand, even if they mean something else.',
        'Names of products and programs that only look like acronyms are reported; list them under `allow`.',
      ],
      authority: 'United Nations Editorial Manual; UK Parliamentary Office of Science and Technology',
      flagged: [{ text: 'The NWRB grants licences. Farmers wait a year for the NWRB.' }],
      clean: [{ text: 'The National Water Resources Board (NWRB) grants licences. Farmers wait a year for the NWRB.' }],
    },
  },
  *check({ brief, options }) {
    const allowed = new Set(Array.isArray(options['allow']) ? options['allow'] : []);
    const minimum = typeof options['minimumUses'] === 'number' ? options['minimumUses'] : 2;
    for (const [acronym, places] of usesByAcronym(brief)) {
      const first = places[0];
      if (first === undefined || places.length < minimum || allowed.has(acronym) || isCommonAcronym(acronym) || isExpanded(brief, acronym)) continue;
      yield { span: first, level: 'used', message: `"${acronym}" is used ${String(places.length)} times and never expanded`, fixes: expansionFixes(brief, acronym, first) };
    }
  },
});

const usesIn = rememberByWords(findAcronymUses);

function usesByAcronym(brief: Brief): ReadonlyMap<string, readonly Span[]> {
  const uses = new Map<string, Span[]>();
  for (const sentence of brief.sentences) {
    if (sentence.container === 'footnote') continue;
    const found = usesIn(sentence.text);
    if (found.length === 0 || isInCapitals(sentence.text) || isAboutAuthors(brief, sentence)) continue;
    const cited = createSpanIndex(sentence.citations.filter(({ style }) => style !== 'link'));
    for (const use of found) {
      const span = sourceSpan(sentence, use.start, use.end);
      if (isPartOfName(sentence, use.start, use.end) || cited.contains(span)) continue;
      const places = uses.get(use.acronym);
      if (places) places.push(span);
      else uses.set(use.acronym, [span]);
    }
  }
  return uses;
}

/** A whole line in capitals is loud, not full of acronyms. */
const isInCapitals = (text: string): boolean => text.replace(/[^\p{Ll}]/gu, '').length < text.replace(/[^\p{Lu}]/gu, '').length;

/** Notes on who wrote what are full of initials of people. */
const isAboutAuthors = (brief: Brief, sentence: Sentence): boolean => /\b(?:acknowledge?ments?|authors?|competing|contributions?|contributors?|credits?|conflicts?)\b/i.test(brief.sections[sentence.section]?.heading?.text ?? '');

/** "GDPR-plus" is a use; "SARS-CoV-2", "ISO-8601", "RCP 8.5", "AB 32" and "NEX-GDDP" are codes, and "ALR 40,800" is a sum in a currency of few readers. */
const isPartOfName = (sentence: Sentence, start: number, end: number): boolean =>
  /^(?:[-/]?\d|\s\d(?!\d{3}(?![\d.,]*\d))|-\p{Lu}{2})/u.test(sentence.text.slice(end, end + 12)) || /(?:\d[-/]|\p{Lu}{2}-)$/u.test(sentence.text.slice(Math.max(0, start - 3), start));

function expansionFixes(brief: Brief, acronym: string, span: Span): readonly Fix[] {
  return brief.aliases.expansionsOf(acronym).slice(0, 3).map((expansion) => ({
    title: `Expand to "${expansion} (${acronym})"`,
    safe: false,
    edits: [{ span, newText: `${expansion} (${acronym})` }],
  }));
}
