/** What a request must hold before anybody answers it. A client's mistake gets a clear error, never a crash. */
import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Host } from '../host';

type Shape = 'document' | 'position' | 'context' | 'command' | 'newName';

export interface IncomingRequest {
  readonly name: string;
  readonly params: unknown;
  readonly token: CancellationToken;
  /** What the parameters must have. */
  readonly shapes: readonly Shape[];
}

/** Runs `answer` if the parameters are whole; else says what is missing. What goes wrong inside is logged and answered as an error. */
export const answerRequest = async <R>({ name, params, token, shapes }: IncomingRequest, host: Pick<Host, 'log'>, answer: () => Promise<R>): Promise<R> => {
  const missing = shapes.filter((shape) => !has[shape](params)).map((shape) => words[shape]);
  if (missing.length > 0) throw new ResponseError(ErrorCodes.InvalidParams, `${name} needs ${missing.join(' and ')}`);
  // Lets edits and cancellations through that wait behind this request: its answer may be outdated before it is begun.
  await nextTurn();
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    host.log('error', `${name} failed: ${error instanceof Error ? (error.stack ?? message) : message}`);
    throw new ResponseError(LSPErrorCodes.RequestFailed, `${name} failed: ${message}`);
  }
};

export const notInitialized = (): ResponseError => new ResponseError(ErrorCodes.ServerNotInitialized, 'The server waits for "initialize"');

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const has: Readonly<Record<Shape, (params: unknown) => boolean>> = {
  document: (params) => isRecord(params) && isRecord(params['textDocument']) && typeof params['textDocument']['uri'] === 'string',
  position: (params) => isRecord(params) && isRecord(params['position']) && isIndex(params['position']['line']) && isIndex(params['position']['character']),
  context: (params) => isRecord(params) && isRecord(params['context']) && Array.isArray(params['context']['diagnostics']) && isOnly(params['context']['only']),
  command: (params) => isRecord(params) && typeof params['command'] === 'string',
  newName: (params) => isRecord(params) && typeof params['newName'] === 'string',
};

const isIndex = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;

const isOnly = (value: unknown): boolean => value === undefined || value === null || (Array.isArray(value) && value.every((kind) => typeof kind === 'string'));

const words: Readonly<Record<Shape, string>> = {
  document: 'textDocument.uri, a text',
  position: 'position.line and position.character, whole numbers from 0',
  context: 'context.diagnostics, a list (and context.only, a list of texts, if at all)',
  command: 'command, a text',
  newName: 'newName, a text',
};
