/**
 * What a text says happened when.
 *
 *     The Clean Air Act was adopted in March 2016.
 *     ^^^^^^^^^^^^^^^^^^^^ things    ^ verb "adopt"
 *                                      ^^^^^^^^^^ date
 */
import type { Sentence } from '../../model/brief';
import { readSentences, someOf } from '../../model/sentence-memory';
import { isStopWord, wordsOf } from '../../model/figures/lemmas';
import { createSpanIndex } from '../../text/span-index';
import { spanOf, type Span } from '../../text/span';
import { sourceSpan } from '../find-cues';
import { findWrittenDates } from './written-date';

export interface EventDate {
  /** Into the sentence's text. */
  readonly span: Span;
  readonly text: string;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

export interface EventMention {
  readonly verb: string;
  /** "in" for a point in time; "by", "since", "through" and the like stand for themselves. */
  readonly relation: string;
  readonly date: EventDate;
  /** The noun that it happened to, or that did it. */
  readonly head: string;
  /** Lemmas of all words around it. */
  readonly things: ReadonlySet<string>;
  /** Those that begin with a capital or hold a digit. */
  readonly names: ReadonlySet<string>;
  /** Where it happened, on either side of the date: "in Kerala", "across Bihar". */
  readonly places: ReadonlySet<string>;
  /** The place comes first and sets the event apart: "In Bihar, …". */
  readonly isLocal: boolean;
  /** Words that set it apart: "second", "amended", "planned". */
  readonly marks: ReadonlySet<string>;
  /** By its own verb, not one that any participle will do for. */
  readonly isKnownVerb: boolean;
}

const verbForms: readonly (readonly [string, string])[] = [
  ['adopt', 'adopted|adopts?|adoption'],
  ['sign', 'signed|signs?|signing'],
  ['force', 'entered into force|enters? into force|came into force|comes? into force|came into effect|comes? into effect|took effect|takes? effect|entry into force'],
  ['publish', 'published|publishes'],
  ['launch', 'launched|launches'],
  ['introduce', 'introduced|introduces'],
  ['establish', 'established|set up|founded|created'],
  ['enact', 'enacted|enacts'],
  ['ratify', 'ratified|ratifies|ratification'],
  ['pass', 'passed|passes'],
  ['apply', 'in place|in effect|in force'],
  ['approve', 'approved|approves'],
  ['repeal', 'repealed|abolished|scrapped'],
  ['expire', 'expired?|expires|lapsed?|lapses'],
  ['begin', 'began|begun|begins?|started|starts?|commenced|commences?'],
  ['end', 'ended|ends|concluded|concludes'],
  ['run', 'runs?|lasts?'],
  ['open', 'opened|opens|inaugurated'],
  ['close', 'closed|closes'],
  ['complete', 'completed|completes'],
  ['join', 'joined|joins|acceded'],
  ['due', 'due'],
  ['achieve', 'achieved?|achieving|attain|reach|reaching|deliver|delivering|meet|meeting'],
  ['end-use', 'phase out|phasing out|phased out|eliminated?|eliminating'],
  ['halve', 'halved?|halving'],
  ['double', 'doubled?|doubling'],
];
const verbByForm: ReadonlyMap<string, string> = new Map(
  verbForms.flatMap(([verb, forms]) => forms.split('|').flatMap((form) => (form.endsWith('?') ? [form.slice(0, -1), form.slice(0, -2)] : [form])).map((form) => [form, verb] as const)),
);
const knownForms = verbForms.map(([, forms]) => forms).join('|');
const verbPattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:(${knownForms})|(\\p{Ll}{3,}ed))(?![\\p{L}\\p{N}-])`, 'giu');
const relationBefore = /(?:^|[\s,(])(in|on|from|since|by|through|until|till|after|before|as of|at the end of|late in|early in)\s+(?:(?:early|late|mid|the end of|the (?:spring|summer|autumn|winter|fall) of|(?:(?:early|late|mid)[\s-]+)?(?:spring|summer|autumn|winter|fall))[\s-]+)?$/i;
const lonelyYear = /(?<![\p{L}\p{N}.,/–$£€-])((?:19|20)\d\d)(?![\p{L}\p{N}/%–-]|[.,]\d|\s(?:Act|Bill|Budget|Census)\b)/gu;
const markPattern = /\b(?:planned|plans?|expected|scheduled|proposed|draft\w*|delayed|postponed|original\w*|initial\w*|revised|amend\w*|again|re-?\p{L}+ed|first|second|third|fourth|fifth|sixth|last|latest|updated?|extended|extension|pilot\w*|phase|stage|round|wave|edition|version|partial\w*|fully|interim|final|provisional\w*|new|old|former|previous|next|another|other|each|every|target\w*|would|will|should|not|never|annual|yearly|monthly|early|late|mid|to be)\b/giu;

export const eventMentions = readSentences((sentence): readonly EventMention[] | null => {
  const { text, container } = sentence;
  if (container === 'quote' || container === 'footnote' || !/\d/.test(text)) return null;
  const citations = createSpanIndex(sentence.citations);
  const dates = datesOf(sentence).filter(({ span }) => !citations.meets(sourceSpan(sentence, span.start, span.end)));
  return someOf(dates.flatMap((date, i) => mentionAt(sentence, date, dates[i - 1]?.span.end ?? 0, dates[i + 1]?.span.start ?? text.length) ?? []));
});

const datesOf = ({ text }: Sentence): readonly EventDate[] => {
  const dates = findWrittenDates(text);
  const index = createSpanIndex(dates);
  const years = Array.from(text.matchAll(lonelyYear), (match): EventDate => ({ span: spanOf(match.index, match.index + 4), text: match[0], year: Number(match[0]), month: null, day: null })).filter(({ span }) => !index.meets(span));
  return [...dates, ...years].sort((a, b) => a.span.start - b.span.start);
};

const mentionAt = ({ text }: Sentence, date: EventDate, from: number, until: number): EventMention | null => {
  const lead = text.slice(Math.max(from, date.span.start - 60), date.span.start);
  const relation = relationBefore.exec(lead)?.[1]?.toLowerCase();
  if (relation === undefined || /^\s*(?:to|and|or|[-–—])\s*\d/.test(text.slice(date.span.end, date.span.end + 8)) || /\b(?:from|between)\s[^,]{0,20}$/.test(lead.slice(0, -1)) && /^\s+(?:to|and)\b/.test(text.slice(date.span.end, date.span.end + 6))) return null;
  const tail = text.slice(date.span.end, Math.min(until, date.span.end + 110));
  const isWhen = /^,?\s+when\s/.test(tail);
  const found = (isWhen ? null : verbBefore(lead, relation)) ?? verbAfter(tail);
  if (!found) return null;
  const head = headOf(found);
  if (head === null || (targetVerbs.has(found.verb) && relation !== 'by')) return null;
  const context = found.side === 'before' ? clauseBefore(text.slice(Math.max(from, date.span.start - 160), date.span.start)).replace(relationBefore, ' ') : found.clause;
  // What runs until a year ends in it; what stands since early 2019 stands since a time of 2019.
  const isEnd = found.verb === 'run' && /^(?:until|till|through)$/.test(relation);
  if (found.verb === 'run' && !isEnd || found.verb === 'apply' && (relation !== 'since' || /^\s*(?:in|for|on|at|among)\s/i.test(text) || /^\s+(?:in|for|on|at|among)\s/i.test(tail))) return null;
  return { verb: isEnd ? 'end' : found.verb, head, isKnownVerb: found.isKnown, relation: isEnd || isWhen || /^(?:in|on|from|late in|early in|at the end of)$/.test(relation) ? 'in' : relation, date, places: placesOf(text.slice(Math.max(from, date.span.start - 160), date.span.start), tail), isLocal: from === 0 && localPattern.test(text), ...thingsOf(context, found.form, targetVerbs.has(found.verb)) };
};

interface FoundVerb {
  readonly verb: string;
  readonly form: string;
  readonly isKnown: boolean;
  readonly side: 'before' | 'after';
  readonly clause: string;
  /** The words before and behind the verb. */
  readonly left: string;
  readonly right: string;
}

const toVerb = (match: RegExpExecArray, side: FoundVerb['side'], clause: string, right: string): FoundVerb => {
  const form = match[0].toLowerCase();
  const known = match[1] === undefined ? undefined : verbByForm.get(form);
  return { verb: known ?? form, form, isKnown: known !== undefined, side, clause, left: clause.slice(0, match.index), right };
};

/** "adopted by Parliament in [March 2016]": the last verb before the date, with no clause between. */
const verbBefore = (lead: string, relation: string): FoundVerb | null => {
  const match = [...lead.matchAll(verbPattern)].at(-1);
  if (!match) return null;
  const between = lead.slice(match.index + match[0].length, lead.toLowerCase().lastIndexOf(relation));
  return /[.;:()]|,\s|\b(?:and|but|which|that|when|who|while)\b/.test(between) ? null : toVerb(match, 'before', lead, between);
};

/** "In [2016], Parliament adopted the Act"; "[April 2015], when the cap was introduced". */
const verbAfter = (tail: string): FoundVerb | null => {
  const opening = /^(?:,\s+when\s+|\s+when\s+|,\s+)/.exec(tail);
  if (!opening) return null;
  const clause = /^[^,;:.()]*/.exec(tail.slice(opening[0].length))?.[0] ?? '';
  const isWhen = opening[0].includes('when');
  const verbs = [...clause.matchAll(verbPattern)];
  const [match] = verbs;
  return !match || (!isWhen && (verbs.length > 1 || match[1] === undefined)) ? null : toVerb(match, 'after', clause, clause.slice(match.index + match[0].length));
};

/** "adopted [the Water Act] in", "[the Act] was adopted by Parliament in"; null for "introduced a bill in", which may be any bill. */
const headOf = ({ left, right, verb }: FoundVerb): string | null => {
  const object = right.trim();
  if (object !== '' && !/^(?:by|at|in|with|to|under|for|after|as|through|from|on|into|of|and|only|late|early|again)\b/i.test(object)) {
    // "started operation in 1967" may be anybody's.
    if (!/^(?:the|this|that|these|all|both)\s|^\p{Lu}|^\d/u.test(object) && !targetVerbs.has(verb)) return null;
    return lastThing(object.split(/\s(?:of|for|in|on|to|by|with|from|at|as|that|which)\s/)[0] ?? '');
  }
  const subject = left.slice(Math.max(...[';', '. ', ' and '].map((mark) => (left.includes(mark) ? left.lastIndexOf(mark) + mark.length : 0))));
  return /\b(?:an?|several|many|some|two|three|other)\s(?:\p{L}+\s){0,2}\p{L}+,?\s(?:that|which|who)?[^,]*$/iu.test(subject) ? null : lastThing(subject);
};

/** What is to be reached by a year needs no article: "achieve net zero by 2050". */
const targetVerbs: ReadonlySet<string> = new Set(['achieve', 'end-use', 'halve', 'double']);

const lastThing = (words: string): string | null => wordsOf(words).findLast(({ lower }) => !isStopWord(lower) && !lower.endsWith('ly') && lower !== 'which')?.lemma ?? null;

const clauseBefore = (text: string): string => text.slice(Math.max(text.lastIndexOf(';'), text.lastIndexOf(':'), text.lastIndexOf('. ')) + 1);

const placePattern = /(?<![\p{L}\p{N}])(?:in|at|across|throughout|within)\s+(?:the\s+)?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Parliament|Congress|Cabinet|Senate|Council|Article|Section|Chapter|Table|Figure|Annex|FY)(?!\p{L}))((?:\p{Lu}[\p{L}’'-]*)(?:\s\p{Lu}[\p{L}’'-]*){0,3})/gu;
const localPattern = /^\s*(?:In|At|Across|Throughout|Within)\s+(?:the\s+)?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3},\s/u;
const fronted = /^\s*(?:In|At|Across|Throughout|Within)\s/;

/** Of the date's own clause: "launched in 2016 in Kerala and in 2018 in Bihar" has two. */
const placesOf = (before: string, after: string): ReadonlySet<string> => {
  const clause = `${clauseBefore(before).replace(fronted, (word) => word.toLowerCase())} – ${/^[^;:]*?(?=[;:]|\s(?:and|but|while|whereas)\s|$)/.exec(after)?.[0] ?? ''}`;
  return new Set(Array.from(clause.matchAll(placePattern), ([, name]) => (name ?? '').toLowerCase()));
};

/** "Protocol 11" is not Protocol 13. */
const numberedName = /\p{Lu}\p{L}+\s(?:No\.?\s)?(\d{1,3}|[IVX]{1,5})(?![\p{L}\d.,%])/gu;

/** What is to be reached is planned in any case. */
const ofAnyTarget = /^(?:planned|plans?|expected|proposed|target\w*|would|will|should|to be)$/;

const thingsOf = (context: string, form: string, isTarget: boolean): Pick<EventMention, 'things' | 'names' | 'marks'> => {
  const things = new Set<string>();
  const names = new Set<string>();
  for (const { lower, lemma, isCapital } of wordsOf(context)) {
    if (isStopWord(lower) || lower === form || verbByForm.has(lower)) continue;
    things.add(lemma);
    if (isCapital || /\d/.test(lower)) names.add(lemma);
  }
  // The same figure in both places ties them together as a name does.
  for (const [figure] of context.matchAll(/(?<![\p{L}\p{N}.,])\d[\d.,]*\d\s?%?|(?<![\p{L}\p{N}.,])\d%/gu)) things.add(figure.replace(/\s/g, ''));
  return { things, names, marks: new Set([...Array.from(context.matchAll(markPattern), ([word]) => word.toLowerCase()).filter((word) => !isTarget || !ofAnyTarget.test(word)), ...Array.from(context.matchAll(numberedName), ([, number]) => number ?? '')]) };
};
