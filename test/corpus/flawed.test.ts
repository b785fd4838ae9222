import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkCorpusText, corpusBriefs, linesOf } from '../support/corpus';

const snapshotOf = (name: string): string => join(import.meta.dirname, 'flawed', name.replace(/\.md$/, '.findings.txt'));

it.each(corpusBriefs('flawed').map(({ name, text }) => [name, text] as const))('%s gives the findings beside it', async (name, text) => {
  const { findings } = checkCorpusText(text);
  await expect(`${linesOf(text, findings).join('\n')}\n`).toMatchFileSnapshot(snapshotOf(name));
});
