import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../server/src/core/syntax/markdown';
import { ParseMemory } from '../../server/src/core/syntax/parse-memory';
import type { TreePart } from '../../server/src/core/syntax/tree-parts';
import { plainTree } from '../support/plain-tree';

/** Parses one text after the other with one memory, and each by itself. */
function expectSame(...texts: readonly string[]): void {
  const memory = new ParseMemory();
  for (const text of texts) expect(plainTree(parseMarkdown(text, memory)), JSON.stringify(text)).toEqual(plainTree(parseMarkdown(text)));
}

const partsOf = (text: string, memory: ParseMemory): readonly TreePart[] => parseMarkdown(text, memory).parts.map(({ part }) => part);

describe('a tree read from memory', () => {
  it.each([
    ['a paragraph', ['one\n\ntwo\n\nthree\n', 'one\n\ntwo more\n\nthree\n', 'one\n\nthree\n', 'three\n']],
    ['the blank line between two', ['one\n\ntwo\n\nthree\n', 'one\ntwo\n\nthree\n', 'one\n\ntwo\n\nthree\n']],
    ['a fence that opens and closes', ['one\n\ntwo\n\nthree\n\n```\nfour\n```\n\nfive\n', 'one\n\n```\ntwo\n\nthree\n\n```\nfour\n```\n\nfive\n', 'one\n\n```\ntwo\n```\n\nthree\n\n```\nfour\n```\n\nfive\n']],
    ['a comment that opens and closes', ['one\n\ntwo\n\nthree\n', '<!-- one\n\ntwo\n\nthree\n', '<!-- one\n\ntwo -->\n\nthree\n']],
    ['a list that takes in what follows', ['- one\n\ntwo\n\n- three\n', '- one\n\n  two\n\n- three\n', '- one\n\n- two\n\n- three\n', '- one\n\n* two\n\n- three\n']],
    ['a note that takes in what follows', ['[^1]: one\n\ntwo\n\nthree[^1]\n', '[^1]: one\n\n    two\n\nthree[^1]\n']],
    ['a heading of two lines', ['one\n\ntwo\n\nthree\n', 'one\n\ntwo\n===\n\nthree\n']],
    ['a link whose address comes and goes', ['[rise]\n\ntwo\n', '[rise]\n\ntwo\n\n[rise]: /x\n', '[rise]\n\ntwo\n\n[rise]: /y\n', '[rise]\n\ntwo\n\n[rising]: /y\n', '[rise]\n\ntwo\n\n> [rise]: /y\n']],
    ['a label that is written otherwise', ['[ Rise\nhigh ]\n\ntwo\n', '[ Rise\nhigh ]\n\ntwo\n\n[rise HIGH]: /x\n', '[ Rise\nhigh ]\n\ntwo\n']],
    ['one of two definitions of a label', ['[rise]\n\n[rise]: /x\n\ntwo\n\n[rise]: /y\n', '[rise]\n\ntwo\n\n[rise]: /y\n', '[rise]\n\ntwo\n']],
    ['the text of a note', ['one[^1]\n\ntwo\n', 'one[^1]\n\ntwo\n\n[^1]: three\n', 'one[^1]\n\ntwo\n\n[^2]: three\n']],
    ['a div that closes further down', ['::: note\n\none\n\ntwo\n', '::: note\n\none\n\ntwo\n\n:::\n', '::: note\n\none\n\n:::\n\ntwo\n']],
    ['math that closes further down', ['$$\n\none\n\ntwo\n', '$$\n\none\n\ntwo\n\n$$\n']],
    ['words that are blanked', ['<!-- one\n$$\na\n$$\n-->\n', '<!-- one\n$$\nb\n$$\n-->\n']],
    ['front matter', ['---\na: b\n\n# one\n\ntwo\n', '---\na: b\n---\n\n# one\n\ntwo\n']],
    ['the ends of lines', ['one\r\n\r\ntwo\r\n\r\nthree\r\n', 'one\r\n\r\ntwo\r\nmore\r\n\r\nthree\r\n', 'one\r\n\r\ntwo\rmore\r\n\r\nthree\r\n']],
    ['all of it', ['one\n\ntwo\n', '', '# three\n\n- four\n', '\n\n\n', '    five\n']],
  ])('is that of a full parse: %s', (_, texts) => {
    expectSame(...texts);
  });

  it('is that of a full parse where text becomes pasted text and is so no more', () => {
    const long = 'The valley has four water boards that share one river, and each of them keeps its own books, its own meters and its own idea of what a household may be asked to pay for it in a dry year.';
    const pasted = ['Water', long, '- one', '- two', long, long, long].join('\n');
    expectSame(pasted, pasted.replace('- two', '- two\n- three'), pasted.replace('- two', 'two'), pasted.replace(/\n/g, '\n\n'), pasted, pasted.replace('Water', '```\nWater'), `${pasted}\n${long} More.`);
  });

  // Found by test/properties/incremental-parse.test.ts, as small as it could make them.
  it.each([
    ['a note is defined in the first line, in a quotation', ['> [^q]: In a quote\n\nText[^q]\n\n', '\tcode\n> [^q]: In a quote\n\nText[^q]\n\n']],
    ['a fence in an item is closed by the line below the list, not by the end of the text', ['- a\n\n  ```\n  code\n\nout\n\n', '\n- a\n\n  ```\n  code\n\nout\n\n']],
    ['a heading of two lines begins with the definition above it', ['[fall]: /x\n h\n---\n', '\n\n[^big]: y\n\n[fall]: /x\n h\n---\n']],
    ['a box stands in no item', ['*\n', '*\n[X] one\n', '> *\n[ ] one\n']],
    ['behind indented code, 10) begins no list', ['\tcode\n\n10) one\n', 'a\tcode\n\n10) one\n', '\tcode\na\tcode\n\n10) one\n']],
  ])('is that of a full parse although %s', (_, texts) => {
    expectSame(...texts);
  });

  it('has the same parts but for those that an edit touched', () => {
    const memory = new ParseMemory();
    const before = partsOf('# one\n\ntwo\n\n- three\n\n- four\n\nfive [six]\n\nseven\n', memory);
    const after = partsOf('# one\n\ntwo, too\n\n- three\n\n- four\n\nfive [six]\n\nseven\n', memory);
    expect(after.map((part, i) => part === before[i])).toEqual([true, false, true, true, true]);
    const defined = partsOf('# one\n\ntwo, too\n\n- three\n\n- four\n\nfive [six]\n\nseven\n\n[six]: /x\n', memory);
    // That of [six], the last one, behind which something was written, and the new one.
    expect(defined.map((part, i) => part === after[i])).toEqual([true, true, true, false, false, false]);
  });
});
