import Mocha from 'mocha';
import { runMocha } from './run-mocha';

/** VS Code calls this in the extension host of Node; @vscode/test-electron as well. */
export const run = (): Promise<void> => {
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: Mocha.reporters.Base });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  return runMocha(mocha);
};
