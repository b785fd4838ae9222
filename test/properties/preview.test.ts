import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../client/src/preview/placed-marks';
import type { PreviewMarkItem } from '../../server/src/protocol';
import { markdown } from '../support/markdown-arbitrary';
import { renderMarkdown } from '../support/preview';

const openTag = /<(?:span|a) class="brieflint-(?:citation|unsourced|conflict|unresolved)" title="M">/g;

/** Without what the marks have put in. */
const stripped = (html: string): string => html.replace(/<span class="brieflint-citation" title="M">([^<]*)<\/span>/g, '$1');

describe('marks in a preview', () => {
  it('change nothing but themselves, whatever the text and wherever they are said to be', () => {
    fc.assert(
      fc.property(markdown(14), fc.array(fc.tuple(fc.nat(16), fc.nat(40), fc.nat(3), fc.nat(40)), { maxLength: 4 }), (text, places) => {
        const marks = places.map(([line, character, more, end]): PreviewMarkItem => ({ range: { start: { line, character }, end: { line: line + more, character: end } }, kind: 'citation', message: 'M', entry: null }));
        expect(stripped(renderMarkdown(text, { lines: linesOf(text), marks, entries: [] }))).toBe(renderMarkdown(text));
      }),
      { numRuns: 150 },
    );
  });

  it('stand on the very words that they are about', () => {
    fc.assert(
      fc.property(markdown(14), fc.nat(), (text, choice) => {
        const lines = linesOf(text);
        const words = lines.flatMap((content, line) => [...content.matchAll(/[A-Za-z\d]{2,}/g)].map((match) => ({ line, character: match.index, word: match[0] })));
        const chosen = words[choice % Math.max(1, words.length)];
        if (chosen === undefined) return;
        const { line, character, word } = chosen;
        const mark: PreviewMarkItem = { range: { start: { line, character }, end: { line, character: character + word.length } }, kind: 'citation', message: 'M', entry: null };
        const html = renderMarkdown(text, { lines, marks: [mark], entries: [] });
        const marked = html.split(openTag).slice(1).map((part) => part.slice(0, part.indexOf('</')));
        if (marked.length > 0) expect(marked.join('')).toBe(word);
      }),
      { numRuns: 300 },
    );
  });
});
