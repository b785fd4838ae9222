import { escapeMarkdown } from '../library/format-reference';
import { shorten } from '../lint/message-words';
import type { Brief } from '../model/brief';
import type { Span } from '../text/span';
import { recommendationMatrix } from './recommendation-matrix';

export interface RecommendationHoverContext {
  readonly brief: Brief;
  /** An address that opens the brief at a place; null where there is none. */
  readonly linkTo: (span: Span) => string | null;
}

/** The recommendation's row: who, by when, at what cost, measured how, carried by what. Everything that comes from the brief is escaped. */
export const findRecommendationHover = ({ brief, linkTo }: RecommendationHoverContext, offset: number): { readonly span: Span; readonly markdown: string } | undefined => {
  const row = recommendationMatrix(brief).find(({ span }) => span.start <= offset && offset <= span.end);
  if (row === undefined) return undefined;
  const parts = [['Who', row.who], ['By when', row.byWhen], ['Cost', row.cost], ['Measure', row.measure]] as const;
  const line = parts.map(([title, text]) => `**${title}** ${text === null ? '–' : escapeMarkdown(shorten(text, 80))}`).join(' · ');
  const places = row.carriedBy.map((place) => {
    const text = escapeMarkdown(shorten(place.text, 110));
    const address = linkTo(place.span);
    return `- ${address === null ? text : `[${text}](<${address}>)`} (${place.words.map(escapeMarkdown).join(', ')})`;
  });
  return { span: row.span, markdown: [line, ...(places.length === 0 ? [] : [`Carried by:\n\n${places.join('\n')}`])].join('\n\n') };
};
