import { resolve } from 'node:path';
import { checkBytes } from './check-file';
import type { CheckRun } from './check-run';
import type { CheckedFile } from './checked-file';
import { toBrief } from './find-briefs';
import type { Terminal } from './terminal';

/** The name that is given for it need not exist; it only decides which settings hold. */
export const checkStdin = async (filename: string | undefined, run: CheckRun, terminal: Terminal): Promise<{ readonly files: readonly CheckedFile[]; readonly hasTrouble: boolean }> => {
  const path = filename ?? '<stdin>';
  const brief = toBrief(path, resolve(terminal.workingDirectory, filename ?? 'stdin.md'));
  const file = await checkBytes({ ...brief, run, log: terminal.log }, await terminal.readStdin());
  return { files: [file], hasTrouble: false };
};
