/// <reference types="mocha" />
import 'mocha/mocha.js';
import { runMocha } from './run-mocha';

/** VS Code calls this in the extension host of the web. Mocha's build for browsers makes a global of itself. */
export const run = (): Promise<void> => {
  mocha.setup({ ui: 'tdd', timeout: 20_000, reporter: Mocha.reporters.Base });
  return runMocha(mocha);
};
