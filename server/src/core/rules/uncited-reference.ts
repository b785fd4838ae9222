import { includesOtherFiles } from '../lint/brief-places';
import { nameOfReference } from '../lint/cited-works';
import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import { normalizeAddress } from '../library/reference-index';
import type { Brief } from '../model/brief';
import { nociteKeys, nocitesAll } from '../model/nocite';

export const uncitedReference = defineRule({
  meta: {
    name: 'uncited-reference',
    group: 'citations',
    title: 'Entry of the list that nothing cites',
    levels: { entry: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'An entry of the reference list, or of `references:` in front matter, that no citation in the text leads to.',
      why: 'Readers take the list for what the brief rests on. An entry that supports nothing is a leftover, or its citation was lost.',
      how: 'Cite the work where it is used, move the entry to "Further reading", or delete it.',
      limits: [
        'Entries of bibliography files are not asked for: such files serve many briefs.',
        'Lists under a heading such as "Bibliography" or "Further reading", laws, and lists of which nearly nothing is cited are left alone.',
        'A work that `nocite:` in front matter names counts as cited.',
        'A work whose title or address stands in the text counts as cited. One whose author and year stand there close together, in a form that is not read as a citation, is told among what was not checked.',
      ],
      authority: 'OECD Style Guide: the list holds what the text cites',
      flagged: [{ text: 'Rents rose (Housing Board, 2024).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*.\n- Labour Office (2023). *Wages in the capital*.\n' }],
      clean: [{ text: 'Rents rose (Housing Board, 2024).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*.\n\n## Further reading\n\n- Labour Office (2023). *Wages in the capital*.\n' }],
    },
  },
  *check({ brief, library }) {
    if (includesOtherFiles(brief) || nocitesAll(brief)) return;
    const own = library.references.filter(({ path }) => path === null);
    const body = bodyOf(brief);
    const uncited = withoutUse(brief, library).filter((reference) => !isNamedBesideYear(body, reference));
    // A list that the citations do not touch is tied to the text in some way that we do not see.
    if (own.length - uncited.length < own.length * leastCited) return;
    for (const reference of uncited) {
      if (isLaw(reference) || isApart(brief, reference)) continue;
      yield { span: reference.span, level: 'entry', message: `Nothing cites "${shorten(reference.text ?? reference.id, 60)}"`, isUnnecessary: true };
    }
  },
  *unchecked({ brief, library }) {
    if (includesOtherFiles(brief) || nocitesAll(brief)) return;
    const body = bodyOf(brief);
    for (const reference of withoutUse(brief, library)) {
      if (isNamedBesideYear(body, reference) && !isLaw(reference) && !isApart(brief, reference)) yield { span: reference.span, reason: `"${nameOfReference(reference)}" stands in the text in a form that is not read as a citation` };
    }
  },
});

const leastCited = 0.3;

/** Entries of the brief itself that no citation leads to, and that nothing else names for certain. */
const withoutUse = (brief: Brief, library: Library): readonly Reference[] => {
  const listed = new Set(nociteKeys(brief).map(({ key }) => key));
  const unused = library.references.filter((reference) => reference.path === null && library.usesOf(reference).length === 0 && !listed.has(reference.id));
  const body = unused.length === 0 ? '' : bodyOf(brief);
  return unused.filter((reference) => !isNamed(body, reference));
};

/** The text without its front matter and its list, in lower case. */
const bodyOf = ({ text, metadata, sections, referenceSection }: Brief): string => {
  const list = referenceSection === null ? undefined : sections[referenceSection]?.bodySpan;
  const start = metadata.frontMatter?.span.end ?? 0;
  return (list === undefined ? text.slice(start) : `${text.slice(start, list.start)}\n${text.slice(list.end)}`).toLowerCase();
};

/** Its title or address stands in the text. */
const isNamed = (body: string, { title, url, doi }: Reference): boolean => {
  if (title !== null && title.length >= 12 && body.includes(title.toLowerCase())) return true;
  return [url, doi].some((address) => address !== null && body.includes(normalizeAddress(address)));
};

/** Its author with its year, in a form that was not read as a citation: a finding would rather blame our reading than the list. */
const isNamedBesideYear = (body: string, reference: Reference): boolean => {
  const { year } = reference;
  const family = reference.authors[0]?.family.toLowerCase() ?? '';
  if (family.length < 3 || year === null) return false;
  for (let at = body.indexOf(family); at >= 0; at = body.indexOf(family, at + family.length)) if (body.slice(at, at + family.length + 60).includes(year)) return true;
  return false;
};

const isLaw = ({ type, title, text }: Reference): boolean =>
  ['legislation', 'bill', 'legal_case', 'treaty', 'regulation'].includes(type) || /\b(?:Act|Ordinance|Bill|Constitution|Regulations?|Rules|Directive|Convention|Treaty)\b(?:\s\(?\d{4}|,?\s\d{4}|\s\(|$)|\b(?:(?:Act|Bill|Cabinet|Circular|Decision|Judge?ment|Notification|Order|Ordinance|Resolution)\s(?:Decision\s)?No\.?|S\.?R\.?O|PLD|SCMR)\b/u.test(text ?? title ?? '');

const elsewhere = /\b(?:bibliography|further|reading|resources|consulted|selected|background|laws?|legal|legislation|statutes?|cases)\b/i;

/** Under a heading that does not promise that each entry is cited. */
const isApart = (brief: Brief, { span }: Reference): boolean => {
  const above = brief.sections.filter(({ heading, span: whole }) => heading !== null && whole.start <= span.start && span.end <= whole.end);
  return above.some(({ heading }) => elsewhere.test(heading?.normalized ?? ''));
};
