/**
 * Opens a workbench that runs a mocha suite in its extension host, and hears its result. VS Code calls two functions of the page:
 * `codeAutomationLog` with everything that is logged, `codeAutomationExit` when the run is over.
 */
import { resultMarker, testMarker } from './markers.mjs';

/** `{ passed, failed }`; prints a line for each test. */
export const runMochaInPage = async (page, address, { timeout = 120_000 } = {}) => {
  let result;
  const log = [];
  await page.exposeFunction('codeAutomationLog', (_type, [message]) => {
    const text = String(message);
    log.push(text);
    if (text.startsWith(testMarker)) console.log(text.slice(testMarker.length));
    if (text.startsWith(resultMarker)) result = JSON.parse(text.slice(resultMarker.length));
  });
  const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.goto(address);
  const code = await Promise.race([exit, page.waitForTimeout(timeout).then(() => 'timeout')]);
  if (result === undefined) throw new Error(`the extension host gave no result (${code}):\n${log.slice(-40).join('\n')}`);
  return result;
};
