/** Who does what by when, at what cost, measured how, resting on what: one row a recommendation. */
import { findActorInHeading, findActorInItem, findActorInLeadIn } from '../lint/actors';
import { findCost } from '../lint/costs';
import { decisionVerbs } from '../lint/cues/imperative-verbs';
import { findDeadline } from '../lint/deadlines';
import { findMeasure } from '../lint/measures';
import type { RecommendationItem } from '../lint/recommendation-items';
import type { Brief } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import type { Span } from '../text/span';
import { linkRecommendations, type CarryingPlace } from './recommendation-links';

/** What is not said is null. */
export interface RecommendationRow {
  readonly span: Span;
  /** With its details, up to the next one. */
  readonly reach: Span;
  readonly who: string | null;
  readonly what: string;
  readonly byWhen: string | null;
  readonly cost: string | null;
  /** How one will see that it was done. */
  readonly measure: string | null;
  readonly carriedBy: readonly CarryingPlace[];
}

export const recommendationMatrix = rememberByBrief((brief): readonly RecommendationRow[] => {
  const since = brief.metadata.date === null ? null : Number(brief.metadata.date.value.slice(0, 4));
  return linkRecommendations(brief).map(({ item, reach, carriedBy }) => ({
    span: item.span,
    reach,
    who: whoOf(item, brief),
    what: oneLine(item.opening),
    byWhen: item.cells.get('deadline') ?? firstOf([item.text, ...item.headings, ...item.surroundings], (text) => whole(text, findDeadline(text, since), /^,?\s+20\d{2}\b/)),
    cost: item.cells.get('cost') ?? firstOf([item.text], (text) => costIn(text, item)) ?? firstOf([...item.headings, ...item.surroundings], (text) => whole(text, findCost(text, []), toEndOfClause)),
    measure: item.cells.get('measure') ?? firstOf([item.text], findMeasure),
    carriedBy,
  }));
});

const ownerPattern = /\b(?:owner|lead|led by|responsible|responsibility|who|actor|lead agency|implementing (?:body|agency|partner))\s*[:=–—]\s*([^.;,\n()]{2,80})/iu;

const whoOf = (item: RecommendationItem, brief: Brief): string | null => {
  const owner = item.cells.get('actor') ?? ownerPattern.exec(item.text)?.[1];
  if (owner !== undefined) return oneLine(owner);
  const named = findActorInItem(item.opening, item.text, brief);
  // "Agree that …": whoever reads it acts, and has no name here.
  if (named !== undefined && !decisionVerbs.has(named)) return oneLine(named.replace(/^(?:by|through|via)\s+/iu, ''));
  return firstOf(item.headings, (heading) => findActorInHeading(heading, brief)) ?? firstOf(item.surroundings, (text) => findActorInLeadIn(text, brief));
};

/** Of several sums, the one that is called a cost: a fine or a price may be what is advised. */
const costIn = (text: string, { quantities }: RecommendationItem): string | undefined => {
  const sums = quantities.filter(({ form }) => form === 'money').map((sum) => sum.text);
  const called = sums.find((sum) => /\bcost(?:s|ing)?\b[^.;,\d]{0,40}$/iu.test(text.slice(0, text.indexOf(sum))));
  return called ?? sums[0] ?? whole(text, findCost(text, []), toEndOfClause);
};

/** The finders stop where they are sure; the words behind belong to it as long as `rest` matches them. */
const whole = (text: string, found: string | undefined, rest: RegExp): string | undefined => {
  if (found === undefined) return undefined;
  const end = text.indexOf(found) + found.length;
  return found + (rest.exec(text.slice(end))?.[0] ?? '');
};

const toEndOfClause = /^[^,.;:()\n]{0,80}(?=[,.;:()\n]|$)/;

const firstOf = (texts: readonly string[], find: (text: string) => string | undefined): string | null => {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return oneLine(found);
  }
  return null;
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
