import type { Brief, Sentence } from '../model/brief';
import { INSTITUTIONS } from '../model/institutions';
import { normalizeName } from '../model/normalize-name';
import { BODY_NOUNS, EVENT_NOUNS, hasWord, INSTRUMENT_ACRONYMS, INSTRUMENT_NOUNS, LABEL_NOUNS, LEAD_IN_WORDS, LOCATOR_WORDS, SOURCE_NOUNS } from '../text/citation-words';
import { isCodeOfUnitOrCurrency } from '../text/common-acronyms';
import { isPlaceName } from '../text/place-names';
import type { Span } from '../text/span';
import { lowerBody, namedAttributionPatterns } from './cues/named-attribution';
import { findCues, sourceSpan } from './find-cues';

/**
 * Words that say whose a statement is.
 *
 *     According to the World Bank, rents rose.     span of the words up to the name, nameSpan of the name
 */
export interface NamedAttribution {
  readonly span: Span;
  readonly text: string;
  readonly name: string;
  readonly nameSpan: Span;
  /** Index of the words in the sentence's text. */
  readonly index: number;
  /** "the ministry": which one stands elsewhere. */
  readonly isRole: boolean;
}

/** The first words of a sentence that name a body or person as the source of what it says; undefined where a publication is named, or nobody. */
export function findNamedAttribution(brief: Brief, sentence: Sentence): NamedAttribution | undefined {
  for (const { form, pattern } of namedAttributionPatterns) {
    for (const cue of findCues(sentence, pattern)) {
      const written = cue.groups[0] ?? '';
      const name = form === 'role' ? written : withoutLeadIn(written);
      if (name === '' || !isSpeaker(brief, name, form)) continue;
      const nameStart = cue.index + cue.text.indexOf(written) + (written.length - name.length);
      // What stands before the name in a run of capitals ("However PBS says") is no part of the attribution.
      const index = cue.text.startsWith(written) ? nameStart : cue.index + cue.text.search(/\p{L}/u);
      if (conditional.test(sentence.text.slice(Math.max(0, index - 30), index))) continue;
      const text = sentence.text.slice(index, cue.index + cue.text.length).replace(/[\s.,;:]+$/, '');
      return { span: sourceSpan(sentence, index, index + text.length), text, name, nameSpan: sourceSpan(sentence, nameStart, nameStart + name.length), index, isRole: form === 'role' || roleName.test(name) };
    }
  }
  return undefined;
}

/** "If the World Bank finds that …" is no statement of the bank's. */
const conditional = /\b(?:if|unless|until|once|whether|should|when|where|wherever|whenever)\s(?:the\s)?$/i;

/** "The Commission" is one that was named before. */
const roleName = new RegExp(`^${lowerBody}$`, 'i');

function withoutLeadIn(written: string): string {
  const words = written.split(/\s/);
  while (words.length > 0 && LEAD_IN_WORDS.has((words[0] ?? '').replace(/[,.]$/, '').toLowerCase())) words.shift();
  return words.join(' ').replace(/[.]$/, '');
}

function isSpeaker(brief: Brief, name: string, form: 'words' | 'subject' | 'role'): boolean {
  if (form === 'role' || roleName.test(name)) return true;
  if (isPlaceName(name) || !/\p{L}{2}/u.test(name)) return false;
  if (hasBodyNoun(name)) return true;
  const words = name.split(/[\s,]+/);
  const last = words.at(-1) ?? '';
  if (LOCATOR_WORDS.has((words[0] ?? '').toLowerCase()) || INSTRUMENT_ACRONYMS.has(name) || isCodeOfUnitOrCurrency(name)) return false;
  // Laws and publications can be found by their names.
  if ([INSTRUMENT_NOUNS, SOURCE_NOUNS, EVENT_NOUNS].some((nouns) => hasWord(nouns, last)) || namedPublication.test(name)) return false;
  if (hasWord(LABEL_NOUNS, last) && words.length === 1) return false;
  return form === 'words' ? !isAcronymOfThing(brief, name) : isBody(brief, name);
}

/** A body by its noun or the shipped table, or by what the brief says that its initials mean. */
function isBody(brief: Brief, name: string): boolean {
  if (isAcronym(name)) return !isAcronymOfThing(brief, name) && (isInstitution(name) || brief.aliases.expansionsOf(name).some(isInstitution));
  return [name, ...brief.aliases.namesOf(brief.aliases.classOf(name))].some(isInstitution);
}

const isInstitution = (name: string): boolean => hasBodyNoun(name) || knownNames().has(normalizeName(name));

let known: ReadonlySet<string> | null = null;

/** The same for every brief, hence read once. */
const knownNames = (): ReadonlySet<string> => (known ??= new Set(INSTITUTIONS.flatMap(({ names, acronyms }) => [...names, ...acronyms]).map(normalizeName)));

/** "World Health Organization", "Ministry of Health"; not "State Budget". */
function hasBodyNoun(name: string): boolean {
  const words = name.split(/[\s,]+/);
  return words.length > 1 && words.some((word, i) => hasWord(BODY_NOUNS, word) && (i === words.length - 1 || /^(?:for|in|of|on)$/.test(words[i + 1] ?? '')));
}

const isAcronym = (name: string): boolean => /^\p{Lu}[\p{L}&-]*\p{Lu}s?$/u.test(name);

/** "Gross Domestic Product (GDP)" is no body. One that nobody explains may be. */
function isAcronymOfThing({ aliases }: Brief, name: string): boolean {
  if (!isAcronym(name)) return false;
  if (things.has(name)) return true;
  const expansions = aliases.expansionsOf(name);
  return expansions.length > 0 && !expansions.some(isInstitution);
}

const things: ReadonlySet<string> = new Set('AI CPI FDI GDP GNI GNP HDI HIV ICT IT NGO NGOs SME SMEs VAT'.split(' '));

/** "World Economic Outlook", "Labour Force Survey 2021". */
export const namedPublication = /\p{Lu}[\p{L}-]+\s(?:Accounts|Assessment|Atlas|Barometer|Bulletin|Census|Database|Dashboard|Digest|Gazette|Handbook|Index|Indicators|Inquiry|Monitor|Outlook|Profile|Report|Review|Statistics|Study|Survey|Tracker|Yearbook)\b(?!\s\p{Lu})/u;
