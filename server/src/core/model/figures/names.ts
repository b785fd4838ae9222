import { isCountryName, isPlaceName } from '../../text/place-names';
import { rememberByWords } from '../../text/remember-by-words';
import type { Brief } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { readSentences, readTables, someOf } from '../sentence-memory';
import { isStopWord, wordsOf, type Word } from './lemmas';

/** Runs of capitalised words: places, bodies, programmes. The first word of a sentence counts only with another behind it or as an acronym. */
export const findNames = (text: string): string[] => {
  const names = new Set<string>();
  let run: Word[] = [];
  const close = (): void => {
    const [first] = run;
    const words = first && isSentenceStart(text, first.start) && isStopWord(first.lower) ? run.slice(1) : run;
    const isLoneStart = words.length === 1 && words[0] !== undefined && isSentenceStart(text, words[0].start) && !isAcronym(text, words[0]) && !isPlaceName(words[0].lower);
    if (words.length > 0 && !isLoneStart) names.add(words.map(({ lower }) => lower).join(' '));
    run = [];
  };
  for (const word of wordsOf(text)) {
    const last = run.at(-1);
    if (last && !/^[\s-]+$/.test(text.slice(last.end, word.start).replace(/[’']s\b/, ' '))) close();
    if (word.isCapital && !notNames.has(word.lower)) run.push(word);
    else close();
  }
  close();
  return [...names];
};

/** Places and acronyms of a heading or caption, whose other capitals may be mere style. */
export const namesOfHeading = (heading: string): string[] => [
  ...new Set([
    ...heading.split(/\s*(?:[|,:;–—()]|\b(?:and|in|of|for|from|by)\b)\s*/u).map((part) => part.toLowerCase()).filter(isPlaceName),
    ...[...heading.matchAll(/\b\p{Lu}{3,}\b/gu)].map(([match]) => match.toLowerCase()).filter((name) => !notNames.has(name)),
  ]),
];

const isSentenceStart = (text: string, offset: number): boolean => !/[\p{L}\p{N}]/u.test(text.slice(0, offset)) || /[.!?:]\s+["“‘(]*$/u.test(text.slice(Math.max(0, offset - 4), offset));
const isAcronym = (text: string, { start, end }: Word): boolean => /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(text.slice(start, end));

const notNames: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday table figure box annex appendix section chapter part fig i we mr mrs ms dr q1 q2 q3 q4 fy gdp'.split(' '),
);

export interface NameIndex {
  /** Two indexes with one key say the same of every name and text. */
  readonly key: string;
  /** A name that the whole brief is about: to leave it out changes nothing. */
  readonly isEverywhere: (name: string) => boolean;
  /** The text without what the whole brief is about. */
  readonly withoutSubject: (text: string) => string;
  readonly isPlace: (name: string) => boolean;
  /** The text with full forms of its acronyms in their short form, so that both give one word. */
  readonly shorten: (text: string) => string;
}

const namesInSentences = readSentences(({ text }) => someOf(findNames(text)));

/** What a country is set against without a name of its own: other countries, a part of it, or more than it. */
const speaksOfElsewhere = readSentences(({ text }) => (isCountryName(opening.exec(text)?.[1] ?? '') ? [text] : null) ?? elsewhere.exec(text));
const elsewhere =
  /\b(?:countries|nations?|national(?:ly)?|nationwide|international(?:ly)?|global(?:ly)?|worldwide|OECD|EU|G7|G20|abroad|overseas|foreign|elsewhere|\p{Lu}\p{L}+(?:ish|ese|ean|ian))\b/u;
/** "In France, …" sets it against what is said of no country. */
const opening = /^\W*(?:(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Ff]or)\s+)?(?:[Tt]he\s+)?(\p{Lu}[\p{L}.]*(?:\s\p{Lu}\p{L}+)?)/u;
const placesInTables = readTables(({ head, rows }) => someOf([...head, ...rows.flatMap(([stub]) => (stub ? [stub] : []))].map(({ text }) => text.toLowerCase()).filter(isPlaceName)));

/** The one country of a brief that names no other place: there is nothing else that a figure without it could be of. */
const onlyCountry = (brief: Brief, names: Iterable<string>): string | null => {
  const places = [...new Set([...[...names].filter(isPlaceName), ...placesInTables(brief).flatMap(({ found }) => found)])];
  const [place] = places;
  return place !== undefined && places.length === 1 && isCountryName(place) && speaksOfElsewhere(brief).length === 0 && !brief.sections.some(({ heading }) => heading !== null && elsewhere.test(heading.text)) ? place : null;
};

/** Share of the sentences that name what the brief is about. */
const shareOfSubject = 0.08;

export const nameIndexOf = rememberByBrief((brief: Brief): NameIndex => {
  const counts = new Map<string, number>();
  for (const { found } of namesInSentences(brief)) for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  const title = (brief.metadata.title?.value ?? brief.sections.find(({ heading }) => heading !== null)?.heading?.text ?? '').toLowerCase();
  const least = Math.max(3, Math.floor(brief.sentences.length * shareOfSubject));
  const shorten = shortener(brief);
  // The country or city that the brief is about need not be named each time.
  let mostOfPlace = 0;
  for (const [name, count] of counts) if (count > mostOfPlace && isPlaceName(name)) mostOfPlace = count;
  const country = onlyCountry(brief, counts.keys());
  const isMainPlace = (name: string): boolean => name === country || mostOfPlace >= 3 && (counts.get(name) ?? 0) > mostOfPlace * 0.8 && isPlaceName(name);
  const isEverywhere = (name: string): boolean => (counts.get(name) ?? 0) >= least || isMainPlace(name) || (title !== '' && title.includes(name));
  const subjects = [...counts.keys()].filter((name) => name.length > 2 && (counts.get(name) ?? 0) >= least).slice(0, 40);
  const subjectPattern = subjects.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${subjects.sort((a, b) => b.length - a.length).map(escaped).join('|')})(?:[’']s?)?(?![\\p{L}\\p{N}])`, 'giu');
  const everywhere = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= least || isMainPlace(name)).sort();
  const subjectNames = [...subjects].sort();
  return {
    key: String(numberOfKey([title, everywhere.join(','), subjectNames.join(','), acronymKey(brief)].join('\n'))),
    isEverywhere,
    withoutSubject: (text) => (subjectPattern === null ? text : text.replace(subjectPattern, ' ')),
    isPlace: isPlaceName,
    shorten,
  };
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** With more definitions than these a text is a list of them. */
const mostAcronyms = 80;

const acronymKey = ({ acronymDefinitions }: Brief): string => acronymDefinitions.slice(0, mostAcronyms).map(({ acronym, expansion }) => `${acronym}=${expansion}`).join(';');

let lastNumber = 0;
/** Short, for it stands in the key of every sentence. */
const numberOfKey = rememberByWords((): number => ++lastNumber);

const shortener = ({ acronymDefinitions }: Brief): ((text: string) => string) => {
  const acronymOf = new Map<string, string>();
  for (const { acronym, expansion } of acronymDefinitions.slice(0, mostAcronyms)) acronymOf.set(expansion.toLowerCase().replace(/\s+/g, ' '), acronym);
  if (acronymOf.size === 0) return (text) => text;
  const alternatives = [...acronymOf.keys()].sort((a, b) => b.length - a.length).map((name) => escaped(name).replace(/ /g, String.raw`\s+`));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, (match) => acronymOf.get(match.toLowerCase().replace(/\s+/g, ' ')) ?? match);
};
