/** The command line. */
import { runProgram } from './cli/program';
import { processTerminal } from './cli/terminal';
import { createOnlineLookup } from './lookup/online-lookup';

// Whoever reads our output may stop early (`brieflint check | head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const serveLanguage = async (): Promise<void> => {
  const { serveStdio } = await import('./lsp/serve-node');
  serveStdio(__dirname);
};

void runProgram(process.argv.slice(2), processTerminal(__dirname), { serveLanguage, createLookup: createOnlineLookup }).then((status) => {
  process.exitCode = status;
});
