/** The request of a preview. Three steps: from the protocol, one call, to the protocol. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { findPreviewMarks } from '../core/features/preview-marks';
import type { Host } from '../host';
import { previewRequest, type PreviewResult } from '../protocol';
import { asBrief, type CheckedBrief } from './checked-document';
import { answerRequest } from './requests';
import type { WorkspaceParts } from './workspace-check';

export const answerAboutPreviews = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  connection.onRequest(previewRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: previewRequest, params, token, shapes: [] }, host, async () => {
      const uri = parseUri(params);
      const checked = uri === undefined ? undefined : await started().documents.check(uri);
      return buildPreview(checked && asBrief(checked));
    }),
  );
};

/** A client may send anything. */
const parseUri = (params: unknown): string | undefined =>
  typeof params === 'object' && params !== null && 'uri' in params && typeof params.uri === 'string' ? params.uri : undefined;

const buildPreview = (document: CheckedBrief | undefined): PreviewResult => {
  if (document === undefined) return { brief: null };
  const { brief, library, findings, settings, converter, version } = document;
  const { marks, entries } = findPreviewMarks({ brief, library, findings, style: settings.citationStyle });
  return { brief: { version, marks: marks.map(({ span, ...mark }) => ({ range: converter.toRange(span), ...mark })), entries: entries.map(converter.toRange) } };
};
