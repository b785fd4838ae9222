/** What a brief shows of a body's works: where it cites them, what its lists have of them. */
import { authorsOf, keysOfAuthor, plainWords } from '../library/cited-names';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief } from '../model/brief';
import { sentencesByPlace } from '../model/by-place';
import { rememberByBrief } from '../model/remember-by-brief';
import type { CitedWork } from '../text/citation';
import { sliceOf } from '../text/span';
import { nameOfReference, nameOfWork, usesAnywhere } from './cited-works';

export interface BodyWorks {
  /** Its works that are cited anywhere, as "World Bank (2024)", each with the sections that cite it. */
  readonly cited: ReadonlyMap<string, ReadonlySet<number>>;
  /** Entries of lists and bibliographies under its name. */
  readonly listed: readonly Reference[];
  /** A link, note or source line stands beside its name somewhere. */
  readonly isShown: boolean;
}

export function findBodyWorks(brief: Brief, library: Library, name: string): BodyWorks {
  const { aliases } = brief;
  const key = aliases.classOf(name);
  const isIts = (author: string): boolean => aliases.classOf(author) === key || sharesWords(author, name);
  const listed = library.references.filter((reference) => authorsOf(reference).slice(0, 3).some((author) => keysOfAuthor(author, aliases).includes(key) || sharesWords(author.family, name)));
  const cited = new Map<string, Set<number>>();
  const add = (work: CitedWork, id: string): void => {
    const sections = cited.get(id) ?? new Set();
    cited.set(id, sections.add(sentencesByPlace(brief).overlapping(work.span)[0]?.section ?? -1));
  };
  for (const { work } of usesAnywhere(brief)) {
    const reference = library.referenceOf(work);
    if (reference !== undefined && listed.includes(reference)) add(work, nameOfReference(reference));
    else if (work.author !== null && isIts(work.author)) add(work, nameOfWork(work));
  }
  const shown = wordsBesideSources(brief);
  return { cited, listed, isShown: [name, ...aliases.namesOf(key)].some((one) => shown.includes(` ${plainWords(one)} `)) };
}

/** "the ministry" and "Ministry of Health", "Okafor" and "Okafor and Ruiz": one has all the words of the other. */
function sharesWords(author: string, name: string): boolean {
  const [long = '', short = ''] = [plainWords(author), plainWords(name)].sort((a, b) => b.length - a.length);
  return short.length >= 3 && ` ${long} `.includes(` ${short} `);
}

/** Of sentences and headings with a source, of notes and of source lines. */
const wordsBesideSources = rememberByBrief((brief): string => {
  const texts = [
    ...brief.sentences.filter(({ citations }) => citations.length > 0).map(({ text }) => text),
    ...brief.footnotes.map(({ span }) => sliceOf(brief.text, span)),
    ...brief.sourceLines.map(({ text }) => text),
    ...brief.sections.flatMap(({ heading, citations }) => (heading !== null && citations.length > 0 ? [heading.text] : [])),
  ];
  return texts.map((text) => ` ${plainWords(text)} `).join('|');
});
