import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './paths.mjs';
import { Workbench } from './workbench.mjs';

/**
 * Goes from stop to stop of a walk through the workbench; each leaves a picture in a folder of dist/screenshots/. One stop leads to the next,
 * so the first that fails ends the walk.
 */
export const visit = async (page, stops, folder) => {
  const pictures = join(projectFolder, 'dist/screenshots', folder);
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const workbench = new Workbench(page);
  for (const [index, [name, stop]] of stops.entries()) {
    try {
      await stop(workbench);
      console.log(`  ok ${name}`);
    } catch (error) {
      console.log(`  FAILED ${name}\n${error.stack}\n  not run: ${stops.length - index - 1}`);
      return { passed: index, failed: 1 };
    } finally {
      await page.screenshot({ path: join(pictures, `${index + 1}-${name.replace(/\W+/g, '-')}.png`) });
    }
  }
  return { passed: stops.length, failed: 0 };
};
