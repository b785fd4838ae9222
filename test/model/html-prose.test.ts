import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { readHtmlProses } from '../../server/src/core/model/html-prose';

const read = (source: string): readonly string[] => readHtmlProses(source, { start: 0, end: source.length }).proses.map(({ text }) => text.trim());

const sentencesOf = (source: string): readonly string[] => buildBrief(source).sentences.map(({ text }) => text);

describe('readHtmlProses', () => {
  it('reads paragraphs, items and captions, each by itself', () => {
    expect(read('<div class="box">\n<p>Fares rose.</p>\n<ul><li>Buses</li><li>Trams</li></ul>\n</div>')).toEqual(['Fares rose.', 'Buses', 'Trams']);
    expect(read('<figure><img src="a.png" alt="Not shown"><figcaption>Fares <b>rose</b> by 3%.</figcaption></figure>')).toEqual(['Fares rose by 3%.']);
  });

  it('reads components that stand by themselves, and those within a line', () => {
    expect(read('<Figure>\n  <Map />\n  <FigureCaption number={1}>\n    Ice on <Red>red</Red> lakes.\n  </FigureCaption>\n</Figure>')).toEqual(['Ice on red lakes.']);
    expect(read('<Figure src="a.png" caption="Ice on lakes" />')).toEqual(['Ice on lakes']);
  });

  it('leaves out scripts, styles, templates and tables, and says if words are among them', () => {
    const source = '<div><script>let words = "that nobody sees here at all"</script><style>p { color: red }</style>{items.map((item) => item.name)}</div>';
    expect(read(source)).toEqual([]);
    expect(readHtmlProses('<div><pre>five words that readers see</pre></div>', { start: 0, end: 46 }).hasUnreadWords).toBe(true);
    expect(buildBrief('<div><pre>five words that readers see</pre></div>\n').unchecked).toHaveLength(1);
    expect(buildBrief('<div><p>Five words that readers see.</p></div>\n').unchecked).toEqual([]);
  });

  it('finds the way back through entities, line breaks and links', () => {
    const source = 'Intro.\n\n<p class="footnote">2. Of R&amp;D funds,<br>80% go to <a href="https://example.org/a">ports</a>.</p>\n';
    const brief = buildBrief(source);
    const share = brief.quantities.find(({ text }) => text === '80%');
    expect(share && source.slice(share.span.start, share.span.end)).toBe('80%');
    expect(brief.citations.map(({ style }) => style)).toContain('link');
    expect(brief.sentences.some(({ text }) => text.includes('R&D funds'))).toBe(true);
  });

  it('takes marks of notes for marks, and powers for numbers', () => {
    expect(read('<p>Ports grew.<sup><a href="#fn1">1</a></sup></p>')).toEqual(['Ports grew.']);
    expect(read('<p>Of 10<sup>6</sup> m<sup>2</sup> of land</p>')).toEqual(['Of 106 m2 of land']);
  });

  it('makes a line of sources of a source in a figure', () => {
    const brief = buildBrief('<figure>\n<img src="a.png">\n<figcaption>Fares in 2024.</figcaption>\n<p>Source: Ports Board (2024).</p>\n</figure>\n');
    expect(brief.sourceLines).toHaveLength(1);
    expect(sentencesOf('<figure>\n<img src="a.png">\n<figcaption>Fares in 2024.</figcaption>\n</figure>\n')).toEqual(['Fares in 2024.']);
  });

  it('reads a component over several lines', () => {
    expect(sentencesOf('Intro.\n\n<Figure\n  src="a.png"\n  caption="Fares rose by 3%."\n/>\n')).toEqual(['Intro.', 'Fares rose by 3%.']);
  });

  it('takes time in proportion to the length', () => {
    const source = `<div>${'<b>{ < & '.repeat(20_000)}</div>`;
    expect(() => read(source)).not.toThrow();
  });
});
