import { placeOfReference } from '../lint/cited-works';
import { joinWords, shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import type { Reference } from '../library/reference';

export const incompleteReference = defineRule({
  meta: {
    name: 'incomplete-reference',
    group: 'citations',
    title: 'Entry that lacks what readers need to find the work',
    levels: { entry: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'An entry that the brief cites and that has no title, no year or no author, neither person nor body. It is marked in the file or list where it stands.',
      why: 'Without them the work cannot be found, and the printed entry shows a gap.',
      how: 'Add what is missing: "n.d." if a work bears no date, the body that published it if it names no author.',
      limits: [
        'A publisher or journal counts as a body; laws and treaties need none.',
        'A page on the web or a data set with a date of access needs no year.',
        'In a plain list, an entry is reported only if no year, or hardly a word beside name and year, stands in it.',
      ],
      authority: 'OECD Style Guide; APA 7, chapter 9',
      flagged: [{ text: 'Rents rose (Housing Board, 2024). Wages fell (Labour Office, 2023).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*.\n- Labour Office (2023).\n' }],
      clean: [{ text: 'Rents rose (Housing Board, 2024). Wages fell (Labour Office, 2023).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*.\n- Labour Office (2023). *Wages in the capital*.\n' }],
    },
  },
  *check({ library }) {
    for (const reference of library.references) {
      if (library.usesOf(reference).length === 0) continue;
      const missing = reference.format === 'list' ? missingInWords(reference) : missingFields(reference);
      if (missing.length === 0) continue;
      const name = reference.format === 'list' ? shorten(reference.text ?? '', 40) : reference.id;
      yield { ...placeOfReference(reference), level: 'entry', message: `"${name}" has no ${joinWords(missing, 'and')}` };
    }
  },
});

const legalTypes: ReadonlySet<string> = new Set(['legislation', 'bill', 'legal_case', 'treaty', 'regulation', 'hearing']);

const missingFields = ({ title, year, accessed, authors, editors, publisher, containerTitle, type, number, url }: Reference): readonly string[] => {
  const isOnline = accessed !== null || (url !== null && ['webpage', 'post', 'post-weblog', 'dataset'].includes(type));
  return [
    ...(title === null && containerTitle === null ? ['title'] : []),
    ...(year === null && !isOnline && !(legalTypes.has(type) && number !== null) ? ['year'] : []),
    ...(authors.length + editors.length === 0 && publisher === null && containerTitle === null && !legalTypes.has(type) ? ['author'] : []),
  ];
};

/** By the words of the entry, for what was made out of them may have missed something. */
const missingInWords = (reference: Reference): readonly string[] => {
  const { text, title, accessed, url } = reference;
  const written = text ?? '';
  const hasYear = /(?:1[5-9]|20)\d\d|\bn\.\s?d|forthcoming|in press|undated|unpublished/iu.test(written);
  return [...(title === null && !hasTitleWords(reference) ? ['title'] : []), ...(hasYear || accessed !== null || url !== null ? [] : ['year'])];
};

/** Two words beside the names, or an address that says where to look. */
const hasTitleWords = ({ text, authors }: Reference): boolean => {
  const written = text ?? '';
  if (/https?:|www\.|doi/iu.test(written)) return true;
  const names = authors.flatMap(({ family, given }) => [family, given ?? '']).join(' ').split(/\P{L}+/u);
  const others = (written.match(/\p{L}{2,}/gu) ?? []).filter((word) => !names.includes(word));
  return others.length >= 2;
};
