import type { Connection } from 'vscode-languageserver';

/** For work that nobody waits for: what goes wrong is logged. Unheard, it would end the process. */
export const inBackground = (connection: Connection, what: string, work: Promise<unknown>): void => {
  work.catch((error: unknown) => connection.console.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
};
