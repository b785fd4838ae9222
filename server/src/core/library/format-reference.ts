import type { Reference, ReferenceName } from './reference';
import { harvardAuthors, apaAuthors, chicagoAuthors, shortAuthors } from './format-names';

export type ReferenceStyle = 'apa' | 'chicago' | 'harvard' | 'plain';

/** A piece of a formatted reference: words, a title in italics, or an address. */
interface Piece {
  readonly kind: 'words' | 'italic' | 'address';
  readonly text: string;
}

/** One line of plain text. */
export function formatReference(reference: Reference, style: ReferenceStyle): string {
  return join(reference, style, (piece) => piece.text);
}

/** One line of Markdown: titles in italics, everything of the entry's own escaped, links only to the web. */
export function formatReferenceMarkdown(reference: Reference, style: ReferenceStyle): string {
  return join(reference, style, (piece) => {
    if (piece.kind === 'italic') return `*${escapeMarkdown(piece.text)}*`;
    return piece.kind === 'address' && isWebAddress(piece.text) ? `<${piece.text}>` : escapeMarkdown(piece.text);
  });
}

/** A line for a reference list in Markdown. */
export const listEntryOf = (reference: Reference, style: ReferenceStyle = 'apa'): string => formatReferenceMarkdown(reference, style);

/** "World Bank", "Khan and Malik", "Khan et al." with "2024a" or "n.d.", for a citation in the text; a work without authors goes by its title. */
export function authorYearOf(reference: Reference): { readonly author: string; readonly year: string } {
  return { author: shortAuthors(creators(reference)) ?? reference.publisher ?? reference.title ?? reference.id, year: yearOf(reference) };
}

export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~$!]|&(?=[#\w])/gu, '\\$&').replace(/^(\s*)([-+]|\d{1,9}[.)])(?=\s)/u, '$1\\$2').replace(/[\r\n]+/gu, ' ');

const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s<>\\`]+$/iu.test(address);

const creators = (reference: Reference): readonly ReferenceName[] => (reference.authors.length > 0 ? reference.authors : reference.editors);

const yearOf = (reference: Reference): string => (reference.year === null ? 'n.d.' : reference.year + (reference.yearSuffix ?? ''));

const words = (text: string): Piece => ({ kind: 'words', text });
const italic = (text: string): Piece => ({ kind: 'italic', text });

/** Sentences parted by one space; a piece list is one sentence, whose stop is set here and never doubled. */
function join(reference: Reference, style: ReferenceStyle, show: (piece: Piece) => string): string {
  const sentences = SENTENCES[style](reference).map((pieces) => pieces.filter((piece) => piece.text !== '')).filter((pieces) => pieces.length > 0);
  return sentences
    .map((pieces) => {
      const last = pieces.at(-1);
      const needsStop = last !== undefined && last.kind !== 'address' && !/[.?!]["”’]?$/u.test(last.text);
      return (pieces.map(show).join('') + (needsStop ? '.' : '')).trim();
    })
    .join(' ');
}

type Sentence = readonly Piece[];

const SENTENCES: Readonly<Record<ReferenceStyle, (reference: Reference) => readonly Sentence[]>> = {
  apa: apaSentences,
  chicago: chicagoSentences,
  harvard: harvardSentences,
  plain: plainSentences,
};

/** Has it a place inside a larger work, so that the larger work's title is the one in italics? */
const isPart = (reference: Reference): boolean => reference.containerTitle !== null && /^article|chapter|paper-conference|^entry|post-weblog/u.test(reference.type);

const isArticle = (reference: Reference): boolean => reference.type.startsWith('article') && reference.containerTitle !== null;

const editorsOf = (reference: Reference): readonly ReferenceName[] => (reference.authors.length > 0 ? reference.editors : []);

/** The body that wrote it need not be named as its publisher again. */
const publisherOf = (reference: Reference): string => (reference.publisher === null || creators(reference).some((name) => name.family === reference.publisher) ? '' : reference.publisher);

const addressOf = (reference: Reference): Piece => ({ kind: 'address', text: reference.doi === null ? (reference.url ?? '') : `https://doi.org/${reference.doi}` });

function apaSentences(reference: Reference): readonly Sentence[] {
  const authors = apaAuthors(creators(reference));
  const role = reference.authors.length === 0 && reference.editors.length > 0 ? ` (Ed${reference.editors.length > 1 ? 's' : ''}.)` : '';
  const year = words(`(${dateOf(reference)})`);
  const title = titlePieces(reference, reference.number !== null && !isArticle(reference) ? ` (No. ${reference.number})` : editionNote(reference));
  const head: readonly Sentence[] = authors === '' ? [[...title, words(' '), year]] : [[words(`${authors}${role} `), year], title];
  return [...head, apaContainer(reference), [words(publisherOf(reference))], [addressOf(reference)]];
}

function apaContainer(reference: Reference): Sentence {
  const container = reference.containerTitle;
  if (container === null || container === reference.title) return [];
  if (isArticle(reference)) {
    const pages = reference.pages === null ? '' : `, ${reference.pages}`;
    const issue = reference.issue === null ? '' : `(${reference.issue})`;
    return [italic(reference.volume === null ? container : `${container}, ${reference.volume}`), words(`${issue}${pages}`)];
  }
  if (!isPart(reference)) return [italic(container)];
  const editors = editorsOf(reference);
  const named = editors.length === 0 ? '' : `${harvardAuthors(editors, 'given-first')} (Ed${editors.length > 1 ? 's' : ''}.), `;
  return [words(`In ${named}`), italic(container), words(reference.pages === null ? '' : ` (pp. ${reference.pages})`)];
}

function chicagoSentences(reference: Reference): readonly Sentence[] {
  const authors = chicagoAuthors(creators(reference));
  const role = reference.authors.length === 0 && reference.editors.length > 0 ? `, ed${reference.editors.length > 1 ? 's' : ''}.` : '';
  const title = isPart(reference) ? [words(reference.title === null ? '' : `“${withStop(reference.title)}”`)] : titlePieces(reference, editionNote(reference));
  const head: readonly Sentence[] = authors === '' ? [title, [words(yearOf(reference))]] : [[words(`${authors}${role}`)], [words(yearOf(reference))], title];
  return [...head, chicagoContainer(reference), [words(publisherOf(reference))], [addressOf(reference)]];
}

function chicagoContainer(reference: Reference): Sentence {
  const container = reference.containerTitle;
  if (container === null || container === reference.title) return [];
  if (!isArticle(reference)) return [words(isPart(reference) ? 'In ' : ''), italic(container), words(reference.pages === null ? '' : `, ${reference.pages}`)];
  const volume = reference.volume === null ? '' : ` ${reference.volume}`;
  const issue = reference.issue === null ? '' : ` (${reference.issue})`;
  return [italic(container), words(`${volume}${issue}${reference.pages === null ? '' : `: ${reference.pages}`}`)];
}

function harvardSentences(reference: Reference): readonly Sentence[] {
  const authors = harvardAuthors(creators(reference), 'family-first');
  const year = ` (${yearOf(reference)}) `;
  const title: Sentence = isPart(reference) ? [words(reference.title === null ? '' : `‘${reference.title}’`), ...harvardContainer(reference)] : titlePieces(reference, editionNote(reference));
  const head: Sentence = authors === '' ? [...titlePieces(reference, ''), words(year.trimEnd()), ...(isPart(reference) ? harvardContainer(reference) : [])] : [words(`${authors}${year}`), ...title];
  const address = addressOf(reference);
  const accessed = reference.accessed === null || reference.doi !== null ? '' : ` (Accessed: ${longDate(reference.accessed)})`;
  return [head, [words(publisherOf(reference))], address.text === '' ? [] : [words('Available at: '), address, words(accessed)]];
}

const harvardContainer = (reference: Reference): Sentence => {
  const volume = reference.volume === null ? '' : `, ${reference.volume}`;
  const issue = reference.issue === null ? '' : `(${reference.issue})`;
  return [words(isArticle(reference) ? ', ' : ', in '), italic(reference.containerTitle ?? ''), words(`${volume}${issue}${reference.pages === null ? '' : `, pp. ${reference.pages}`}`)];
};

function plainSentences(reference: Reference): readonly Sentence[] {
  const { author, year } = authorYearOf(reference);
  const title = reference.title === null || author === reference.title ? '' : reference.title;
  const publisher = publisherOf(reference);
  return [[words(`${author} (${year})${title === '' ? '' : ': '}`), words(title)], [words(reference.containerTitle ?? '')], [words(publisher === author ? '' : publisher)], [addressOf(reference)]];
}

/** A title on its own is in italics, the title of a part is not. */
const titlePieces = (reference: Reference, note: string): Sentence => {
  const title = reference.title ?? reference.text ?? '';
  return title === '' ? [] : [isPart(reference) ? words(title) : italic(title), words(note)];
};

const ORDINAL_ENDINGS: ReadonlyMap<string, string> = new Map([
  ['1', 'st'],
  ['2', 'nd'],
  ['3', 'rd'],
]);

const editionNote = (reference: Reference): string => {
  if (reference.edition === null) return '';
  const number = /^\d{1,2}$/u.exec(reference.edition)?.[0];
  if (number === undefined) return /\bed(?:ition|n|\.)/iu.test(reference.edition) ? ` (${reference.edition})` : ` (${reference.edition} ed.)`;
  const ending = /1\d$/u.test(number) ? 'th' : (ORDINAL_ENDINGS.get(number.slice(-1)) ?? 'th');
  return ` (${number}${ending} ed.)`;
};

const withStop = (title: string): string => (/[.?!]$/u.test(title) ? title : `${title}.`);

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** APA gives the day of what appears by the day. */
function dateOf(reference: Reference): string {
  const [, month, day] = reference.date?.split('-') ?? [];
  const isDaily = /newspaper|magazine|webpage|^post|speech|interview/u.test(reference.type);
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (!isDaily || name === undefined) return yearOf(reference);
  return `${yearOf(reference)}, ${name}${day === undefined ? '' : ` ${String(Number(day))}`}`;
}

const longDate = (date: string): string => {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? '' : String(Number(day)), name ?? '', year].filter((part) => part !== '').join(' ');
};
