/** One event with two dates. */
import type { Brief, Sentence } from '../../model/brief';
import { sourceSpan } from '../find-cues';
import type { Span } from '../../text/span';
import type { DateFault } from './date-fault';
import { eventMentions, type EventDate, type EventMention } from './event-mentions';

/** What there is more than one of, or what comes again each year: a bare word of these is no proof that two places mean one thing. */
const generic: ReadonlySet<string> = new Set(
  ('law act bill policy plan programm program project system govern ministry minist parlia data agency committee commission council board service scheme strategy agreement report study survey review ' +
    'election budget census round meet summit session conference paper document regulation rule decision order party country state city school company firm work construct consult talk reform measure ' +
    'population area region district publication version guide statement article site website team year term one case member user group').split(' '),
);
const recurring = /^(?:elect|report|survey|budget|censu|meet|summit|session|confer|review|data|statist|round|bulletin|index|edition|fiscal|forecast|estimat|prices?$|rat$|school|student|station|sites?$|clinic|offic)/;

export function* eventFaults(brief: Brief): Iterable<DateFault> {
  const byVerb = new Map<string, Map<string, Told[]>>();
  for (const { sentence, found } of eventMentions(brief)) {
    for (const mention of found) {
      const byRelation = byVerb.get(mention.verb) ?? new Map<string, Told[]>();
      byVerb.set(mention.verb, byRelation);
      const group = byRelation.get(mention.relation);
      if (group) group.push({ mention, sentence });
      else byRelation.set(mention.relation, [{ mention, sentence }]);
    }
  }
  for (const byRelation of byVerb.values()) for (const group of byRelation.values()) yield* conflictsIn(group);
}

/** A mention, and where it stands. */
interface Told {
  readonly mention: EventMention;
  readonly sentence: Sentence;
}

const reach = 12;

function* conflictsIn(group: readonly Told[]): Iterable<DateFault> {
  for (const [told, other] of conflictingPairs(group)) yield faultOf(told, other);
}

/** By the first mention of a group: the pairs that were found in it, by their numbers. They hold as long as the same is said in the same order. */
const knownPairs = new WeakMap<EventMention, { readonly mentions: readonly EventMention[]; readonly pairs: readonly (readonly [number, number])[] }>();

const conflictingPairs = (group: readonly Told[]): readonly (readonly [Told, Told])[] => {
  const [first] = group;
  if (first === undefined) return [];
  let known = knownPairs.get(first.mention);
  if (known?.mentions.length !== group.length || !group.every(({ mention }, i) => mention === known?.mentions[i])) {
    known = { mentions: group.map(({ mention }) => mention), pairs: [...pairsIn(group)].map(([told, other]) => [group.indexOf(told), group.indexOf(other)]) };
    knownPairs.set(first.mention, known);
  }
  return known.pairs.flatMap(([i, k]): readonly (readonly [Told, Told])[] => {
    const [told, other] = [group[i], group[k]];
    return told && other ? [[told, other]] : [];
  });
};

/** Each mention against the last few: what is further off hardly speaks of the same thing in other words. */
function* pairsIn(group: readonly Told[]): Iterable<readonly [Told, Told]> {
  const byThing = new Map<string, Told[]>();
  const heads = new Set<string>();
  for (const told of group) {
    const { mention } = told;
    // Of one head, or of two events: where none had this one, nobody need be asked.
    const others = heads.has(mention.head) ? new Set([...mention.things].flatMap((thing) => byThing.get(thing)?.slice(-reach) ?? [])) : [];
    heads.add(mention.head);
    const same = [...others].filter((other) => isSameEvent(mention, other.mention));
    const [other] = same.filter(({ mention: { date } }) => differ(date, mention.date));
    const dates = new Set(same.map(({ mention: { date } }) => date.text));
    if (other && dates.size === 1) yield [told, other];
    for (const thing of mention.things) {
      const known = byThing.get(thing);
      if (known) known.push(told);
      else byThing.set(thing, [told]);
    }
  }
}

const isSameEvent = (a: EventMention, b: EventMention): boolean => {
  if (a.head !== b.head || haveOtherFigures(a, b) || !arePlacesShared(a, b)) return false;
  const shared = [...a.things].filter((thing) => b.things.has(thing));
  if (!isSameSet(a.marks, b.marks) || hasOtherName(a, b) || [...a.things, ...b.things].some((thing) => recurring.test(thing))) return false;
  const telling = shared.filter((thing) => !generic.has(thing));
  if (!a.isKnownVerb) return a.date.day !== null && b.date.day !== null && shared.length >= 3 && telling.some((thing) => a.names.has(thing));
  if (shared.length >= 2 && telling.length >= 1) return isMostOf(shared, a, b);
  const [only] = telling;
  return only !== undefined && (a.things.size === 1 || b.things.size === 1);
};

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((word) => b.has(word));

/** "50% by 2030", "100% by 2050". */
const haveOtherFigures = ({ things: a }: EventMention, { things: b }: EventMention): boolean => {
  const own = figuresOf(a);
  const other = figuresOf(b);
  return own.length > 0 && other.length > 0 && !own.some((figure) => other.includes(figure));
};

const figuresOf = (things: ReadonlySet<string>): readonly string[] => [...things].filter((thing) => /^\d/.test(thing));

/** "Punjab" here, "Sindh" there. */
const hasOtherName = (a: EventMention, b: EventMention): boolean => [...a.names].some((name) => !b.things.has(name)) && [...b.names].some((name) => !a.things.has(name));

/** "launched in 2016 in Kerala", "in Bihar, launched in 2018"; where only one names a place, the other may be the same, unless the place comes first. */
const arePlacesShared = (a: EventMention, b: EventMention): boolean => {
  const [one, other] = [a.places, b.places];
  if (one.size === 0 || other.size === 0) return one.size === other.size || !(a.isLocal || b.isLocal);
  return [...one].some((place) => other.has(place));
};

const isMostOf = (shared: readonly string[], a: EventMention, b: EventMention): boolean => shared.length * 2 >= Math.min(a.things.size, b.things.size);

/** Not to be read as one date, even where one says less than the other. */
const differ = (a: EventDate, b: EventDate): boolean => {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true;
  if (a.month === null || b.month === null) return false;
  return a.month !== b.month || (a.day !== null && b.day !== null && a.day !== b.day);
};

const placeOf = ({ mention: { date }, sentence }: Told): Span => sourceSpan(sentence, date.span.start, date.span.end);

const faultOf = (told: Told, before: Told): DateFault => {
  const [{ mention }, { mention: other }, span] = [told, before, placeOf(told)];
  return {
    span,
    level: 'event',
    message: `${mention.date.text} here, ${other.date.text} further up, for what was ${participleOf(mention.verb)}`,
    related: [{ span: placeOf(before), message: other.date.text }],
    fixes: mention.date.text === other.date.text ? [] : [{ title: `Change ${mention.date.text} to ${other.date.text}`, safe: false, edits: [{ span, newText: other.date.text }] }],
  };
};

const participles: ReadonlyMap<string, string> = new Map([
  ['force', 'brought into force'],
  ['ratify', 'ratified'],
  ['begin', 'begun'],
  ['apply', 'in place'],
  ['end', 'to end'],
  ['due', 'due'],
  ['publish', 'published'],
  ['launch', 'launched'],
  ['establish', 'established'],
  ['expire', 'to expire'],
  ['achieve', 'to be achieved'],
  ['end-use', 'to be phased out'],
]);
const participleOf = (verb: string): string => participles.get(verb) ?? (verb.endsWith('ed') ? verb : verb.endsWith('e') ? `${verb}d` : `${verb}ed`);
