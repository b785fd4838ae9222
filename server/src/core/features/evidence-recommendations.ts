import { findActorInHeading, findActorInItem, findActorInLeadIn } from '../lint/actors';
import { decisionVerbs } from '../lint/cues/imperative-verbs';
import { findCost } from '../lint/costs';
import { findDeadline } from '../lint/deadlines';
import { recommendationItems, type RecommendationItem } from '../lint/recommendation-items';
import type { Brief } from '../model/brief';
import { spanOf, type Span } from '../text/span';
import { citationFinder, type EvidenceCitation } from './evidence-citations';

/** What is not said is null. */
export interface EvidenceRecommendation extends Span {
  readonly who: string | null;
  readonly what: string;
  readonly byWhen: string | null;
  readonly cost: string | null;
  /** How one will see that it was done. */
  readonly measure: string | null;
  /** Citations in its own words, by index; null where there are none. */
  readonly restsOn: readonly number[] | null;
}

export const recommendationLedger = (brief: Brief, citations: readonly EvidenceCitation[]): readonly EvidenceRecommendation[] => {
  const since = brief.metadata.date === null ? null : Number(brief.metadata.date.value.slice(0, 4));
  const items = recommendationItems(brief);
  const findCitations = citationFinder(citations);
  return items.map((item, i) => {
    const restsOn = findCitations(reachOf(brief, item, items[i + 1]));
    return {
      start: item.span.start,
      end: item.span.end,
      who: whoOf(item, brief),
      what: oneLine(item.opening),
      byWhen: item.cells.get('deadline') ?? firstOf([item.text, ...item.headings, ...item.surroundings], (text) => whole(text, findDeadline(text, since), /^,?\s+20\d{2}\b/)),
      cost: item.cells.get('cost') ?? firstOf([item.text], (text) => costIn(text, item)) ?? firstOf([...item.headings, ...item.surroundings], (text) => whole(text, findCost(text, []), toEndOfClause)),
      measure: measurePattern.exec(item.text)?.[1]?.trim() ?? null,
      restsOn: restsOn.length === 0 ? null : restsOn,
    };
  });
};

const measurePattern = /\b(?:measured (?:by|as)|indicators?\s*[:=–—]|measures? of success\s*[:=–—]|success measure\s*[:=–—]|target\s*[:=–—]|KPIs?\s*[:=–—])\s*([^.;\n]{3,160})/iu;

const ownerPattern = /\b(?:owner|lead|led by|responsible|responsibility|who|actor|lead agency|implementing (?:body|agency|partner))\s*[:=–—]\s*([^.;,\n()]{2,80})/iu;

const whoOf = (item: RecommendationItem, brief: Brief): string | null => {
  const owner = item.cells.get('actor') ?? ownerPattern.exec(item.text)?.[1];
  if (owner !== undefined) return oneLine(owner);
  const named = findActorInItem(item.opening, item.text, brief);
  // "Agree that …": whoever reads it acts, and has no name here.
  if (named !== undefined && !decisionVerbs.has(named)) return oneLine(named.replace(/^(?:by|through|via)\s+/iu, ''));
  return firstOf(item.headings, (heading) => findActorInHeading(heading, brief)) ?? firstOf(item.surroundings, (text) => findActorInLeadIn(text, brief));
};

const costIn = (text: string, { quantities }: RecommendationItem): string | undefined =>
  quantities.find(({ form }) => form === 'money')?.text ?? whole(text, findCost(text, []), toEndOfClause);

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

/** Up to the next one, within the block or section that it begins in. */
const reachOf = (brief: Brief, { span }: RecommendationItem, next: RecommendationItem | undefined): Span => {
  const block = brief.blocks.find((candidate) => candidate.span.start <= span.start && span.end <= candidate.span.end);
  const section = brief.sections.find(({ heading }) => heading !== null && heading.span.start <= span.start && span.end <= heading.span.end);
  const end = block?.span.end ?? section?.bodySpan.end ?? span.end;
  const isInside = next !== undefined && next.span.start > span.start && next.span.start < end;
  return spanOf(span.start, isInside ? next.span.start : end);
};
