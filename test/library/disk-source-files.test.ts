import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createDiskSourceFiles } from '../../server/src/disk/disk-source-files';
import { makePdf } from '../support/make-pdf';
import { projectFolder } from '../support/run-cli';

const folder = mkdtempSync(join(tmpdir(), 'brieflint-sources-'));
const uriOf = (...parts: readonly string[]): string => pathToFileURL(join(folder, ...parts)).href;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

mkdirSync(join(folder, 'sources', 'below'), { recursive: true });
writeFileSync(join(folder, 'sources', 'a b.txt'), 'text');
writeFileSync(join(folder, 'secret.txt'), 'secret');
symlinkSync(join(folder, 'secret.txt'), join(folder, 'sources', 'link.txt'));

const files = createDiskSourceFiles(join(projectFolder, 'dist'));

describe('source files on disk', () => {
  it('are listed without folders', async () => {
    expect(await files.list(uriOf('sources'))).toEqual(['a b.txt', 'link.txt']);
    expect(await files.list(uriOf('nothing'))).toEqual([]);
    expect(await files.list('untitled:a')).toEqual([]);
  });

  it('are found where they really lie', async () => {
    const found = await files.find(uriOf('sources', 'a b.txt'));
    expect(found?.size).toBe(4);
    expect(found?.uri.startsWith(`${await files.resolveFolder(uriOf('sources'))}/`)).toBe(true);
    expect((await files.find(uriOf('sources', 'link.txt')))?.uri).toMatch(/\/secret\.txt$/);
    expect(await files.find(uriOf('sources', 'below'))).toBeUndefined();
    expect(await files.find(uriOf('gone.txt'))).toBeUndefined();
  });

  it('are read as bytes', async () => {
    expect(new TextDecoder().decode(await files.readBytes(uriOf('sources', 'a b.txt')))).toBe('text');
    expect(await files.readBytes(uriOf('gone.txt'))).toBeUndefined();
  });

  it('are read as PDF with the bundle that is loaded for it', async () => {
    const readPdf = await files.loadPdfReader();
    expect((await readPdf?.(makePdf([[{ x: 50, y: 700, text: 'Fares rose.' }]])))?.pages[0]?.[0]?.text).toBe('Fares rose.');
  });
});
