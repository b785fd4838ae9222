import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeAtomically } from '../../server/src/cli/write-atomically';
import { withFolder } from '../support/run-cli';

it('keeps the rights of a file, the link that leads to it, and leaves no other file', async () => {
  await withFolder({ 'a.md': 'old' }, async (folder) => {
    chmodSync(join(folder, 'a.md'), 0o640);
    symlinkSync('a.md', join(folder, 'link.md'));
    await writeAtomically(join(folder, 'link.md'), 'new');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'link.md']);
  });
});
