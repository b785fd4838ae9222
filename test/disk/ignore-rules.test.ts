import { describe, expect, it } from 'vitest';
import { parseIgnoreRules } from '../../server/src/disk/ignore-rules';

describe('.gitignore', () => {
  it.each([
    ['out', 'out', true],
    ['out', 'deep/out', true],
    ['/out', 'deep/out', undefined],
    ['a/b.md', 'a/b.md', true],
    ['a/b.md', 'x/a/b.md', undefined],
    ['*.md', 'a/b.md', true],
    ['*.md\n!keep.md', 'keep.md', false],
    ['!keep.md\n*.md', 'keep.md', true],
    ['**/tmp/*.md', 'a/tmp/b.md', true],
    ['a/**', 'a/b/c.md', true],
    ['draft?.md', 'draft1.md', true],
    ['[ab].md', 'a.md', true],
    ['{a,b}.md', 'a.md', undefined],
    ['# a comment', '# a comment', undefined],
    ['\\#a.md', '#a.md', true],
    ['a.md   ', 'a.md', true],
    ['', 'a.md', undefined],
  ])('%j decides %j: %j', (text, path, decision) => expect(parseIgnoreRules(text)(path, false)).toBe(decision));

  it('with a slash at its end means folders only', () => {
    const ignores = parseIgnoreRules('out/\n');
    expect([ignores('out', true), ignores('out', false)]).toEqual([true, undefined]);
  });
});
