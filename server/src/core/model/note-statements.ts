/**
 * Notes that say something of their own, told from entries of a list of works:
 *
 *     1. The register lists 442 clinics; mobile ones are not among them.     says something
 *     2. Harlan, J. (2022). Clinics cost 3% of the budget. Westmark Press.   names a work, whose title says something
 */
import type { Span } from '../text/span';
import type { Prose } from './prose';

/** Which of the sentences of a note speak in the brief's own voice. `sentences` are those of the prose. */
export const statementsOfNote = (prose: Prose, sentences: readonly Span[]): readonly Span[] => {
  const words = ownWords(prose);
  const verb = finiteVerb.exec(words);
  if (verb === null || opensLikeEntry(words.slice(0, verb.index))) return [];
  return sentences.filter(({ start, end }) => isStatement(words.slice(start, end)));
};

/** Lengths stay: quoted words, titles in italics and addresses become blanks. */
const ownWords = ({ text, marks }: Prose): string => {
  let words = text.replace(quoted, blank).replace(address, blank);
  for (const { kind, at } of marks) if (kind === 'emphasis') words = words.slice(0, at.start) + ' '.repeat(at.end - at.start) + words.slice(at.end);
  return words;
};

const blank = (match: string): string => ' '.repeat(match.length);
const quoted = /"[^"\n]{1,300}"|“[^”\n]{1,300}”|‘[^’\n]{8,300}’(?!\p{L})/gu;
const address = /(?:https?:\/\/|www\.|doi:\s?)\S+/giu;

/** In lower case: "May" is a month, and "Means" may begin a title. Verbs that state a figure or lead to one, in any person and tense. */
const finiteVerb = new RegExp(
  String.raw`(?<![\p{L}-])(?:is|are|was|were|has|have|had|will|would|can|could|shall|should|must|may|might|do|does|did|` +
    String.raw`(?:account|amount|average|benefit|consume|contain|cost|count|cover|cut|decline|drop|earn|employ|emit|equal|estimate|exceed|exclude|expect|export|fund|gain|generate|import|include|increase|lack|last|live|need|number|own|pay|produce|project|provide|rais|reach|receive|record|reduce|register|remain|report|represent|serve|show|suggest|supply|support|total|treat|use|work)(?:s|ed|d|es)?|` +
    String.raw`supplies|supplied|carries|carried|varies|varied|raises?|raised|paid|spends?|spent|rises?|rose|falls?|fell|grows?|grew|makes?|made|takes?|took|gets?|got|gives?|gave|comes?|came|goes|went|holds?|held|stands?|stood|finds?|found|puts?|keeps?|kept|sells?|sold|buys?|bought|leaves?|left|loses?|lost|runs?|ran|says?|said|sees?|saw|means|meant|lies|lay|lists|listed|landed|assumes?|assumed)(?![\p{L}-])`,
  'u',
);

/** "Kimani, P. 2020.", "Smith J, Jones K.", "World Bank (2023).", "World Bank. ": what stands in front of a title. */
const opensLikeEntry = (lead: string): boolean => {
  const names = lead.replace(/^\W*(?:\d{1,3}[.)\]:]?|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})?[\s*.]*/u, '');
  return initials.test(names) || yearOfEntry.test(names) || /^[^\p{L}]*\s{8,}/u.test(lead.slice(0, 40)) || isNameAlone(names) || /\s{8,}[^.]{0,40}\.\s/u.test(names);
};

const initials = /^\p{Lu}[\p{L}’'-]+,?\s(?:\p{Lu}\.[\s-]?){1,3}|^\p{Lu}[\p{L}’'-]+,?\s\p{Lu}{1,3}[,.]\s|^(?:\p{Lu}\.[\s-]?){1,3}\p{Lu}[\p{L}’'-]+[,.]/u;
/** "(2021).", "(2021):", ", 2021.", ". 2021.", ", 2021, ": a year that parts the author from the title; not "Smith (2021) finds". */
const yearOfEntry = /\((?:\d{1,2}\s\p{L}+\s)?(?:19|20)\d\d[a-z]?(?:,[^)]{1,30})?\)\s?[.:]|[,.]\s(?:19|20)\d\d[a-z]?[.,:]\s|\b(?:n\.\s?d\.|et al\.,?\s\(?(?:19|20)\d\d)/u;

/** A sentence in front that holds but a name: "World Bank. Poverty has fallen." */
const isNameAlone = (names: string): boolean => {
  const stop = /[.:]\s+(?=\p{Lu})/u.exec(names);
  if (stop === null) return false;
  const words = names.slice(0, stop.index).match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|and|for|de|la|von|van|in)$/u.test(word));
};

/** Has a verb of its own, and none of the marks of an imprint. */
const isStatement = (sentence: string): boolean => finiteVerb.test(sentence) && !imprint.test(sentence);

const imprint = /\b(?:vol|no|pp?|eds?|ISBN|ISSN|DOI)\.\s?\d|\b\d{1,4}\s?\(\d{1,3}\)\s?[:,]|\b(?:press release|working paper|accessed|retrieved|available at|forthcoming)\b/iu;
