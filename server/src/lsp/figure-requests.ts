/** Requests about figures: the ledger, and what changed since an earlier text. Each is three steps: from the protocol, one call, to the protocol. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { largestBrief } from '../brief-files';
import { readDocument } from '../check';
import { compareDrafts, type DraftFigure } from '../core/features/figures/compare-drafts';
import { buildLedger } from '../core/features/figures/figure-ledger';
import type { Host } from '../host';
import { compareFiguresRequest, figuresRequest, type CompareFiguresResult, type FigurePlaceItem, type FiguresResult } from '../protocol';
import { asBrief, type CheckedBrief } from './checked-document';
import { answerRequest } from './requests';
import type { WorkspaceParts } from './workspace-check';

export const answerAboutFigures = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  const checkedBrief = async ({ uri }: Fields): Promise<CheckedBrief | undefined> => {
    const checked = uri === '' ? undefined : await started().documents.check(uri);
    return checked && asBrief(checked);
  };
  connection.onRequest(figuresRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: figuresRequest, params, token, shapes: [] }, host, async () => buildFigures(await checkedBrief(parseFields(params)))),
  );
  connection.onRequest(compareFiguresRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: compareFiguresRequest, params, token, shapes: [] }, host, async () => {
      const fields = parseFields(params);
      const document = await checkedBrief(fields);
      if (document === undefined || fields.before === null || fields.before.length > largestBrief) return { changes: null };
      const { layers } = await started().settings.settingsFor(document.uri);
      return buildComparison(document, readDocument({ text: fields.before, layers }).brief);
    }),
  );
};

interface Fields {
  readonly uri: string;
  readonly before: string | null;
}

/** A client may send anything. */
const parseFields = (params: unknown): Fields => {
  const { uri, before } = (typeof params === 'object' && params !== null ? params : {}) as Readonly<Record<string, unknown>>; // Each is looked at below.
  return { uri: typeof uri === 'string' ? uri : '', before: typeof before === 'string' ? before : null };
};

const buildFigures = (document: CheckedBrief | undefined): FiguresResult => {
  if (document === undefined) return { brief: null };
  const { converter, version } = document;
  const { measures, conflicts } = buildLedger(document.brief);
  return {
    brief: {
      version,
      conflicts,
      measures: measures.map(({ title, conflicts: ownConflicts, mentions }) => ({
        title,
        conflicts: ownConflicts,
        figures: mentions.map(({ span, ...mention }) => ({ range: converter.toRange(span), ...mention })),
      })),
    },
  };
};

const buildComparison = ({ converter, brief }: CheckedBrief, before: Parameters<typeof compareDrafts>[0]): CompareFiguresResult => {
  const toPlace = ({ span, written, place }: DraftFigure): FigurePlaceItem => ({ range: converter.toRange(span), written, place });
  return {
    changes: compareDrafts(before, brief).map((change) => ({
      subject: change.subject,
      before: change.before.written,
      after: toPlace(change.after),
      leftBehind: change.leftBehind.map(toPlace),
    })),
  };
};
