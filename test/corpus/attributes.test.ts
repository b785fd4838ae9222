/** Pandoc, Quarto and kramdown put attributes behind a heading's words; no rule may take them for words. */
import { expect, it } from 'vitest';
import { checkCorpusText, corpusBriefs } from '../support/corpus';

const atx = /^(#{1,6} .*?)(?=\r?$)/gm;

const shown = (text: string): readonly string[] => checkCorpusText(text).findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`).sort();

/** Headings with attributes, those in code aside. */
const withAttributes = (text: string, attributesOf: (i: number) => string): string => {
  let i = 0;
  return text
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~))/m)
    .map((part, k) => (k % 2 === 1 ? part : part.replace(atx, (heading) => `${heading} ${attributesOf((i += 1))}`)))
    .join('');
};

it.each(corpusBriefs('clean'))('$name gives the same findings with attributes behind its headings', ({ text }) => {
  const marked = withAttributes(text, (i) => [`{#part-${String(i)}}`, '{.unnumbered}', '{: #p .a key="a b"}'][i % 3] ?? '');
  expect(marked).not.toBe(text);
  expect(shown(marked)).toEqual(shown(text));
});

it.each(corpusBriefs('clean').slice(0, 2))('$name gives them with underlined headings too', ({ text }) => {
  const underlined = (source: string): string => source.replace(/^(#{1,2}) (.*)$/gm, (_, marks: string, words: string) => `${words}\n${(marks.length === 1 ? '=' : '-').repeat(5)}`);
  expect(shown(underlined(withAttributes(text, (i) => `{#part-${String(i)}}`)))).toEqual(shown(underlined(text)));
});
