import { readFileSync } from 'node:fs';
import { parse, type Creator } from '@retorquere/bibtex-parser';
import { expect, it } from 'vitest';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import type { ReferenceName } from '../../server/src/core/library/reference';
import { isOthers } from '../../server/src/core/library/reference-names';

const plain = (text: string | undefined): string | undefined => text?.replace(/<[^<>]{1,40}>/gu, '').normalize('NFKC').replace(/[\s\u00a0]+/gu, ' ').toLowerCase();
const theirs = (creator: Creator): string => plain(creator.name ?? [creator.prefix, creator.lastName].filter((part) => part !== undefined).join(' ')) ?? '';
const ours = (name: ReferenceName): string => plain(name.family) ?? '';

it.each(['good.bib', 'broken.bib'])('%s reads as @retorquere/bibtex-parser reads it', (name) => {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  const { references } = parseBibliography(name, text);
  const byKey = new Map(references.map((reference) => [reference.id, reference]));
  const { entries } = parse(text, { english: false, sentenceCase: false });
  expect(references.map((reference) => (reference.keySpan === null ? '' : reference.id))).toEqual(entries.map((entry) => entry.key));
  const damaged = new Set(['nobrace', 'noquote', 'inner', 'bare', 'equals', 'nocomma', 'stray', 'noclose', 'valueless']);
  for (const entry of entries) {
    const reference = byKey.get(entry.key);
    if (reference === undefined || damaged.has(entry.key)) continue;
    const { fields } = entry;
    if (fields['subtitle'] === undefined) expect(plain(reference.title ?? undefined)).toBe(plain(fields['title']));
    expect(reference.authors.filter((author) => !isOthers(author)).map(ours)).toEqual((fields.author ?? []).filter((author) => theirs(author) !== 'others').map(theirs));
    expect((reference.date ?? reference.year ?? '').slice(0, 4)).toBe((fields['date'] ?? fields['year'] ?? '').slice(0, 4));
  }
});
