import { randomUUID } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** All of the new text or the old one stands there, whatever happens meanwhile. Behind a symbolic link, the file it leads to is written. */
export const writeAtomically = async (path: string, text: string): Promise<void> => {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const temporary = join(dirname(target), `.brieflint-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { encoding: 'utf8', flag: 'wx' });
    await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};
