import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../support/preview';

const box = (tone: string, label: string, title: string, body: string): string =>
  `<div class="brieflint-callout brieflint-callout-${tone}" role="note" aria-label="${label}">\n<p class="brieflint-callout-title">${title}</p>\n${body}</div>\n`;

describe('a quote that opens with a kind', () => {
  it('becomes a titled box', () => {
    expect(renderMarkdown('> [!NOTE] Key takeaways\n> Rents rose.\n>\n> - One\n')).toBe(box('note', 'Key takeaways', 'Key takeaways', '<p>Rents rose.</p>\n<ul>\n<li>One</li>\n</ul>\n'));
  });

  it.each([
    ['> [!TIP]\n> Walk.\n', 'tip', 'Tip'],
    ['> [!warning]- \n> Walk.\n', 'warning', 'Warning'],
    ['> [!danger]+\n> Walk.\n', 'caution', 'Danger'],
    ['> [!key-takeaways]\n> Walk.\n', 'plain', 'Key takeaways'],
  ])('goes by its kind where it has no title: %j', (text, tone, title) => {
    expect(renderMarkdown(text)).toBe(box(tone, title, title, '<p>Walk.</p>\n'));
  });

  it('has markup in its title, and a plain name', () => {
    expect(renderMarkdown('> [!note] The **first** [act](https://act.example)\n')).toBe(
      box('note', 'The first act', 'The <strong>first</strong> <a href="https://act.example">act</a>', ''),
    );
  });

  it('keeps lists and paragraphs that follow at once, and boxes inside boxes', () => {
    expect(renderMarkdown('> [!NOTE] A\n>\n> > [!TIP] B\n> > Walk.\n')).toBe(box('note', 'A', 'A', box('tip', 'B', 'B', '<p>Walk.</p>\n')));
    expect(renderMarkdown('> [!NOTE] A\n> - One\n')).toBe(box('note', 'A', 'A', '<ul>\n<li>One</li>\n</ul>\n'));
  });

  it('keeps a word that is markup from becoming any', () => {
    expect(renderMarkdown('> [!NOTE] "<b onclick=x>"\n')).toContain('aria-label="&quot;&lt;b onclick=x&gt;&quot;"');
  });

  it.each(['> Said the mayor.\n', '> [note] Rents.\n', '> - [!NOTE]\n', 'A [!NOTE] here.\n', '> ```\n> [!NOTE]\n> ```\n'])('stays what it is otherwise: %j', (text) => {
    expect(renderMarkdown(text)).not.toContain('brieflint');
  });

  it('stays a quote that stands around a box', () => {
    expect(renderMarkdown('> Said.\n>\n> > [!NOTE] A\n> > Walk.\n>\n> Again.\n')).toBe(`<blockquote>\n<p>Said.</p>\n${box('note', 'A', 'A', '<p>Walk.</p>\n')}<p>Again.</p>\n</blockquote>\n`);
  });
});

describe('a fenced div', () => {
  it('is a box where its class is the name of a section', () => {
    expect(renderMarkdown('::: {.key-takeaways}\n- Rents rose.\n:::\n')).toBe(box('plain', 'Key takeaways', 'Key takeaways', '<ul>\n<li>Rents rose.</li>\n</ul>\n'));
  });

  it('is a box where its class is a kind, or it has a title', () => {
    expect(renderMarkdown('::: {.callout-warning title="Read this"}\nWalk.\n:::\n')).toBe(box('warning', 'Read this', 'Read this', '<p>Walk.</p>\n'));
    expect(renderMarkdown('::: note\nWalk.\n:::\n')).toBe(box('note', 'Note', 'Note', '<p>Walk.</p>\n'));
    expect(renderMarkdown(':::box[The **act**]\nWalk.\n:::\n')).toBe(box('plain', 'The act', 'The <strong>act</strong>', '<p>Walk.</p>\n'));
  });

  it('has the heading that it begins with for a title', () => {
    expect(renderMarkdown('::: {.callout-note}\n## Read this\n\nWalk.\n:::\n')).toBe(
      '<div class="brieflint-callout brieflint-callout-note" role="note" aria-label="Note">\n<h2>Read this</h2>\n<p>Walk.</p>\n</div>\n',
    );
  });

  it('loses its marks where it only lays out the page', () => {
    expect(renderMarkdown(':::: {.columns}\n::: {.column width="50%"}\nLeft.\n:::\n::::\n')).toBe('<div>\n<div>\n<p>Left.</p>\n</div>\n</div>\n');
  });

  it('nests, interrupts a paragraph, and minds code', () => {
    expect(renderMarkdown('Before.\n::: note\n```\n:::\n```\n:::\nAfter.\n')).toBe(`<p>Before.</p>\n${box('note', 'Note', 'Note', '<pre><code>:::\n</code></pre>\n')}<p>After.</p>\n`);
    expect(renderMarkdown('- One\n\n  ::: note\n  Walk.\n  :::\n')).toContain('brieflint-callout-note');
    expect(renderMarkdown('> ::: note\n> Walk.\n> :::\n')).toContain('brieflint-callout-note');
  });

  it.each(['::: note\nNever closed.\n', '- ::: note\n\nOut of the list.\n:::\n', '    ::: note\n    :::\n', '```\n::: note\n:::\n```\n', ':::\n:::\n'])('is none, and stays as written: %j', (text) => {
    expect(renderMarkdown(text)).not.toContain('brieflint');
  });
});
