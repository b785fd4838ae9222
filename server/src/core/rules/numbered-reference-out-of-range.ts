import { defineRule } from '../lint/rule';
import type { Brief } from '../model/brief';
import type { Citation } from '../text/citation';

export const numberedReferenceOutOfRange = defineRule({
  meta: {
    name: 'numbered-reference-out-of-range',
    group: 'citations',
    title: 'Number that the reference list does not have',
    levels: { number: 'warning' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A citation by number, such as "[12]", where the numbered reference list has no such entry.',
      why: 'The list was renumbered or cut, and this and perhaps other numbers now point to the wrong works.',
      how: 'Correct the number or add the entry, and look at the numbers around it.',
      limits: ['Reported only if most of the numbers in the text are in the list; otherwise they are likely no citations.', 'A number that points to the wrong entry is not seen.'],
      authority: null,
      flagged: [{ text: 'Rents rose [1]. Wages fell [2]. Births fell too [4].\n\n## References\n\n1. Housing Board (2024). *Rents in the capital*.\n2. Labour Office (2023). *Wages in the capital*.\n3. Registrar (2022). *Births in the capital*.\n' }],
      clean: [{ text: 'Rents rose [1]. Wages fell [2].\n\n## References\n\n1. Housing Board (2024). *Rents in the capital*.\n2. Labour Office (2023). *Wages in the capital*.\n' }],
    },
  },
  *check({ brief, library }) {
    const numbers = library.references.flatMap(({ listNumber }) => listNumber ?? []);
    const last = Math.max(0, ...numbers);
    const citations = brief.citations.filter((citation) => citation.style === 'numbered' && isMark(brief, citation) && !isInterval(brief, citation, last));
    if (numbers.length < 2 || !areCitations(citations, new Set(numbers))) return;
    for (const citation of citations) {
      const missing = [...new Set(citation.works.filter((work) => library.resolve(work).kind === 'missing').map(({ key }) => Number(key)))];
      const [number] = missing;
      if (number === undefined) continue;
      const what = missing.length === 1 ? `no entry ${String(number)}` : `no entries ${missing.join(', ')}`;
      yield { span: citation.span, level: 'number', message: number > last ? `The reference list ends at ${String(last)} and has ${what}` : `The reference list has ${what}` };
    }
  },
});

const isMark = ({ text }: Brief, { span }: Citation): boolean => /^[[⁰-⁹¹²³^]/.test(text.slice(span.start, span.end));

/** "in the range [10, 20]": two values that the list has no entries for, behind a word for what lies between them. */
const isInterval = ({ text }: Brief, { span, works }: Citation, last: number): boolean =>
  /^\[\s?\d{1,4}\s?[,;–-]\s?\d{1,4}\s?\]$/.test(text.slice(span.start, span.end)) &&
  works.every(({ key }) => Number(key) > last) &&
  /\b(?:ranges?|between|intervals?|bounds|from|within|scale)(?:\s(?:of|from|in|is|was|are|to|the))?[\s:=]\s?$/iu.test(text.slice(Math.max(0, span.start - 30), span.start));

/** Most of the numbers are in the list. */
const areCitations = (citations: readonly Citation[], numbers: ReadonlySet<number>): boolean => {
  const cited = citations.flatMap(({ works }) => works.map(({ key }) => Number(key)));
  return cited.filter((number) => numbers.has(number)).length * 2 > cited.length;
};
