/** The request about recommendations, in three steps: from the protocol, one call, to the protocol. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { listRecommendations, type RecommendationSource } from '../core/features/recommendation-list';
import type { Host } from '../host';
import { recommendationsRequest, type RecommendationsResult, type RecommendationSourceItem } from '../protocol';
import { asBrief, type CheckedBrief } from './checked-document';
import { answerRequest } from './requests';
import type { WorkspaceParts } from './workspace-check';

export const answerAboutRecommendations = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  connection.onRequest(recommendationsRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: recommendationsRequest, params, token, shapes: [] }, host, async () => {
      const uri = parseUri(params);
      const checked = uri === '' ? undefined : await started().documents.check(uri);
      return buildRecommendations(checked && asBrief(checked));
    }),
  );
};

/** A client may send anything. */
const parseUri = (params: unknown): string => (typeof params === 'object' && params !== null && 'uri' in params && typeof params.uri === 'string' ? params.uri : '');

const buildRecommendations = (document: CheckedBrief | undefined): RecommendationsResult => {
  if (document === undefined) return { brief: null };
  const { brief, findings, converter, version } = document;
  const toSource = ({ span, ...source }: RecommendationSource): RecommendationSourceItem => ({ range: converter.toRange(span), ...source });
  const recommendations = listRecommendations(brief, findings).map(({ span, what, parts, restsOn, carriedBy }) => ({
    range: converter.toRange(span),
    what,
    parts: parts.map(({ span: partSpan, ...part }) => ({ range: converter.toRange(partSpan), ...part })),
    restsOn: restsOn.map(toSource),
    carriedBy: carriedBy.map(toSource),
  }));
  return { brief: { version, recommendations } };
};
