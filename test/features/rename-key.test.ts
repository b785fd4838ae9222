import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/core/features/fix-all';
import { findRenameTarget, renameKeyInBrief, renameKeyInLists, renameLabel, takenKeys, whyNotName } from '../../server/src/core/features/rename-key';
import { bib, readCited, type Surroundings } from '../support/cited-brief';

const target = (marked: string, surroundings: Surroundings = { bib }): string | undefined => {
  const { brief, library, offset } = readCited(marked, surroundings);
  const found = findRenameTarget(brief, library, offset);
  return found && `${found.kind} ${brief.text.slice(found.span.start, found.span.end)}`;
};

const renamed = (text: string, from: string, to: string, source = bib): { readonly brief: string; readonly bib: string } => {
  const { brief, library } = readCited(text, { bib: source });
  const edits = [...renameKeyInBrief(brief, from, to), ...renameKeyInLists(brief, library, from, to)];
  return { brief: applyEdits(brief.text, edits.filter(({ path }) => path === null)), bib: applyEdits(source, edits.filter(({ path }) => path !== null)) };
};

describe('what can be renamed', () => {
  it('is a key, in brackets, in the sentence, with a minus or braces', () => {
    expect(target('It grew [see @ruiz‸2024, p. 3].')).toBe('key ruiz2024');
    expect(target('It grew [-@ruiz‸2024].')).toBe('key ruiz2024');
    expect(target('It grew [@{odd key}; @{ruiz‸/2024}].')).toBe('key ruiz/2024');
    expect(target('@nobody‸1 says so.')).toBe('key nobody1');
  });

  it('is a key in `nocite`', () => {
    expect(target('---\nnocite: "@ruiz2024, @harbour‸2025"\n---\n\nIt grew.\n')).toBe('key harbour2025');
  });

  it('is the label of a note, at its mark and at the note', () => {
    expect(target('It grew.[^a‸]\n\n[^a]: See.\n')).toBe('label a');
    expect(target('It grew.[^a]\n\n[^a‸]: See.\n')).toBe('label a');
  });

  it('is nothing else', () => {
    expect(target('It grew (Harbour ‸Office, 2025).')).toBeUndefined();
    expect(target('It ‸grew.')).toBeUndefined();
  });
});

describe('a new key', () => {
  it('stands in every citation and in the bibliography', () => {
    const { brief, bib: after } = renamed('It grew [see @ruiz2024, p. 3; -@harbour2025]. @ruiz2024 says so.[^1]\n\n[^1]: Compare @ruiz2024.\n', 'ruiz2024', 'ruiz24');
    expect(brief).toBe('It grew [see @ruiz24, p. 3; -@harbour2025]. @ruiz24 says so.[^1]\n\n[^1]: Compare @ruiz24.\n');
    expect(after).toBe(bib.replace('{ruiz2024,', '{ruiz24,'));
  });

  it('stands in `nocite` too', () => {
    const text = '---\ntitle: Gates\nnocite: |\n  @harbour2023, @ruiz2024\n  @{harbour2025}\n---\n\nIt grew [@ruiz2024].\n';
    expect(renamed(text, 'ruiz2024', 'ruiz24').brief).toBe(text.replaceAll('ruiz2024', 'ruiz24'));
    expect(renamed(text, 'harbour2025', 'harbour25').brief).toBe(text.replace('@{harbour2025}', '@harbour25'));
    expect(renamed('---\nnocite: ["@ruiz2024", "@ruiz2024b"]\n---\n\nIt grew.\n', 'ruiz2024', 'a').brief).toContain('["@a", "@ruiz2024b"]');
  });

  it('gets braces where it needs them, and keeps the minus', () => {
    expect(renamed('It grew [-@ruiz2024].', 'ruiz2024', 'a/b/').brief).toBe('It grew [-@{a/b/}].');
  });

  it('is followed by the entries that refer to it', () => {
    const source = '@book{whole, title = {All}, year = {2020}}\n@incollection{part, crossref = {whole}, title = {One}}\n';
    expect(renamed('It grew [@part].', 'whole', 'all2020', source).bib).toBe('@book{all2020, title = {All}, year = {2020}}\n@incollection{part, crossref = {all2020}, title = {One}}\n');
  });

  it('may be neither taken nor unwritable', () => {
    const { library } = readCited('', { bib });
    const key = { kind: 'key', name: 'ruiz2024' } as const;
    expect(whyNotName(key, 'harbour2025', takenKeys(library))).toBe('"harbour2025" is taken');
    expect(whyNotName(key, 'a b', takenKeys(library))).not.toBeNull();
    expect(whyNotName(key, 'a,b', takenKeys(library))).not.toBeNull();
    expect(whyNotName(key, '', takenKeys(library))).not.toBeNull();
    expect(whyNotName(key, 'ruiz-2024', takenKeys(library))).toBeNull();
    expect(whyNotName(key, 'ruiz2024', takenKeys(library))).toBeNull();
  });
});

describe('a new label', () => {
  it('stands at the note and at all of its marks', () => {
    const { brief } = readCited('It grew.[^a] It fell.[^b] It rose.[^a]\n\n[^a]: See.\n\n[^b]: See too.\n');
    expect(applyEdits(brief.text, renameLabel(brief, 'a', 'first'))).toBe('It grew.[^first] It fell.[^b] It rose.[^first]\n\n[^first]: See.\n\n[^b]: See too.\n');
  });
});
