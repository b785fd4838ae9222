import { describe, expect, it } from 'vitest';
import { applyEdits, safeEdits } from '../../server/src/core/features/fix-all';
import type { Edit, Finding, Fix } from '../../server/src/core/lint/rule';

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

const fix = (safe: boolean, ...edits: readonly Edit[]): Fix => ({ title: 'Change it', safe, edits });

const finding = (...fixes: readonly Fix[]): Finding => ({
  rule: 'pseudo-heading',
  group: 'structure',
  severity: 'hint',
  level: 'any',
  message: 'words',
  span: { start: 0, end: 1 },
  fixes,
});

describe('safeEdits', () => {
  it('takes safe fixes only', () => {
    expect(safeEdits([finding(fix(false, edit(0, 1, 'a'))), finding(fix(true, edit(2, 3, 'b')))])).toEqual([edit(2, 3, 'b')]);
  });

  it('does not choose between two safe answers', () => {
    expect(safeEdits([finding(fix(true, edit(0, 1, 'a')), fix(true, edit(0, 1, 'b')))])).toEqual([]);
  });

  it('leaves a fix whose edits meet an earlier one, with all of its edits', () => {
    const first = finding(fix(true, edit(4, 8, 'a')));
    const second = finding(fix(true, edit(0, 1, 'b'), edit(6, 9, 'c')));
    expect(safeEdits([first, second])).toEqual([edit(4, 8, 'a')]);
  });
});

describe('applyEdits', () => {
  it('applies from the first to the last, whatever order they come in', () => {
    expect(applyEdits('one two three', [edit(8, 13, '3'), edit(0, 3, '1')])).toBe('1 two 3');
  });

  it('writes the line ends that the text has', () => {
    expect(applyEdits('one\r\ntwo\r\n', [edit(5, 5, 'and a half\n')])).toBe('one\r\nand a half\r\ntwo\r\n');
  });
});
