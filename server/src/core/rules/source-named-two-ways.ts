import { fullName, namesOfBody } from '../library/cited-names';
import { authorYearOf } from '../library/format-reference';
import type { Library } from '../library/library';
import { defineRule } from '../lint/rule';
import type { Brief } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import type { CitationStyle } from '../text/citation';
import { overlaps, type Span } from '../text/span';

export const sourceNamedTwoWays = defineRule({
  meta: {
    name: 'source-named-two-ways',
    group: 'citations',
    title: 'One source under two names',
    levels: { body: 'warning' },
    fix: 'safe',
    options: {},
    docs: {
      what: 'One body cited under two names, as "(SBP, 2025)" here and "(State Bank of Pakistan, 2025)" there. Reported once for each further name, at its first place.',
      why: 'Readers look for two works where there is one, and an alphabetical list can hold only one of the names.',
      how: 'Keep one name in citations: the one that the reference list has, else the one used first. Between a name and the short form that the text itself defines, citations in brackets are mended on request for the whole file.',
      limits: [
        'Two names count as one body only if the text, the settings or the shipped list says so.',
        'An entry of the list that gives both names ("IEA (International Energy Agency)") allows both.',
        'A full name that is cited together with its short form ("Bureau of Statistics [BoS], 2024") may be followed by the short form.',
      ],
      authority: 'OECD Style Guide: every citation in the text matches an entry of the list',
      flagged: [{ text: 'The State Bank of Pakistan (SBP) sets the rate.\n\nLending rose (SBP, 2024). Deposits fell (State Bank of Pakistan, 2024).' }],
      clean: [{ text: 'The State Bank of Pakistan (SBP) sets the rate.\n\nLending rose (SBP, 2024). Deposits fell (SBP, 2025).' }],
    },
  },
  *check({ brief, library }) {
    for (const uses of usesByClass(brief)) {
      const first = uses[0];
      if (first === undefined) continue;
      const forms = new Map<string, NameUse[]>();
      for (const use of uses) forms.set(normalForm(use.name), [...(forms.get(normalForm(use.name)) ?? []), use]);
      const kept = preferredUse(brief, first, forms);
      for (const [form, places] of forms) {
        const second = places[0];
        if (second === undefined || form === normalForm(kept.name) || isIntroduction(brief, places, kept) || isListedUnderBoth(library, form, normalForm(kept.name))) continue;
        yield {
          span: second.span,
          level: 'body',
          message: `"${second.name}" is cited as "${kept.name}" elsewhere`,
          related: [{ span: kept.span, message: `"${kept.name}"` }],
          fixes: [{ title: `Change "${second.name}" to "${kept.name}"`, safe: isPlainRename(brief, library, places, kept), edits: places.map((place) => ({ span: place.span, newText: kept.name })) }],
        };
      }
    }
  },
});

interface NameUse {
  readonly style: CitationStyle;
  readonly citation: Span;
  readonly name: string;
  readonly span: Span;
}

/** Places where a body is cited, by alias class, in order of the text. */
function usesByClass(brief: Brief): readonly (readonly NameUse[])[] {
  const byClass = new Map<string, NameUse[]>();
  for (const citation of brief.citations) {
    for (const work of citation.works) {
      if (work.author === null || work.authorSpan === null) continue;
      const classId = brief.aliases.classOf(work.author);
      const uses = byClass.get(classId) ?? [];
      uses.push({ name: work.author, span: work.authorSpan, style: citation.style, citation: citation.span });
      byClass.set(classId, uses);
    }
  }
  return [...byClass.values()].filter((uses) => uses.length > 1);
}

const normalForm = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/['’]s?$/, '')
    .replace(/&/g, 'and')
    .replace(/\s+/g, ' ')
    .trim();

const listedForms = rememberByBrief((brief) => new Set(brief.references.flatMap(({ author }) => (author === null ? [] : [normalForm(author)]))));

/** The name that is kept: the one of the reference list, if there is exactly one there, else the first. */
function preferredUse(brief: Brief, first: NameUse, forms: ReadonlyMap<string, readonly NameUse[]>): NameUse {
  const listed = [...forms].filter(([form]) => listedForms(brief).has(form));
  return listed.length === 1 ? (listed[0]?.[1][0] ?? first) : first;
}

/** The full name stands once, first, together with the short form: then the short form may follow. */
function isIntroduction(brief: Brief, places: readonly NameUse[], kept: NameUse): boolean {
  const definedAt = (span: Span): boolean => brief.acronymDefinitions.some((definition) => definition.span.start >= span.start && definition.span.start <= span.end + 3) || /^\s*[[(,]\s*\p{Lu}[\p{L}&]{1,9}\s*[\]),]/u.test(brief.text.slice(span.end, span.end + 16));
  const isShort = (use: NameUse): boolean => !/\s/.test(use.name);
  const second = places[0];
  if (second === undefined) return false;
  if (isShort(second) && !isShort(kept) && kept.span.start < second.span.start) return definedAt(kept.span);
  return !isShort(second) && isShort(kept) && places.length === 1 && second.span.start < kept.span.start && definedAt(second.span);
}

/** "IEA (International Energy Agency)": whoever looks for either name finds the entry. */
const isListedUnderBoth = ({ references }: Library, ...forms: readonly string[]): boolean =>
  references.some(({ authors }) => authors.some((author) => {
    const names = namesOfBody(fullName(author)).map(normalForm);
    return forms.every((form) => names.includes(form));
  }));

/**
 * Can nobody mind it? The text itself says that the two names are one, once and before the citation; the citation stands in brackets, so that no sentence hangs
 * on the name; and nothing that is listed goes by the name that is given up.
 */
function isPlainRename(brief: Brief, library: Library, places: readonly NameUse[], kept: NameUse): boolean {
  const names = [places[0]?.name ?? '', kept.name];
  const [definition, ...others] = brief.acronymDefinitions.filter(({ acronym, expansion }) => names.includes(acronym) || names.includes(expansion));
  if (definition === undefined || others.length > 0) return false;
  if (!names.includes(definition.acronym) || !names.includes(definition.expansion)) return false;
  const isListed = library.references.some((reference) => places.some((place) => normalForm(authorYearOf(reference).author) === normalForm(place.name)));
  return !isListed && places.every((place) => names.includes(place.name) && place.style === 'parenthetical' && place.span.start >= definition.span.end && !isQuoted(brief, place.citation));
}

const isQuoted = (brief: Brief, span: Span): boolean => brief.quotations.some((quotation) => overlaps(quotation.span, span));
